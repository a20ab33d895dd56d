// What a line of a family's file says, for its own page and for what is next in the case.
(() => {
  // Kept work may have anything in it.
  const textOf = value => typeof value === "string" ? value.trim() : ""

  /** @returns {string} the text without a stop at its end, for a sentence that goes on */
  guide.bare = text => textOf(text).replace(/[.\s]+$/, "")

  /**
   * @param {FileEntry} entry
   * @returns {string} who and what, as one text
   */
  guide.entryWords = ({ who, what }) => [guide.bare(who), textOf(what)].filter(Boolean).join(": ")
})()
