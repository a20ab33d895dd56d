// The words and patterns by which a draft agreement is read. In the site the build writes them here, from docs/_data/reader/
// (scripts/guide/site/reader_data.py); a preview has none, and finds nothing.
(() => {
  /** @type {Record<string, object>} by the names of the files */
  guide.readerData = {}
})()
