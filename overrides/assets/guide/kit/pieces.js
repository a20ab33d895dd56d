// The pieces of a kit. Each is a script with the HTML of a page, because a page opened from a folder cannot read another
// one, and is loaded only once a parent ticked what is in it.
//
// Written by scripts/guide/site/kit.py.
(() => {
  const asked = new Map()

  /**
   * The HTML of each piece by its id; kit/<id>.js puts it here.
   * @type {Record<string, string>}
   */
  guide.kitPieces = {}

  const run = id => new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: new URL(`kit/${id}.js`, guide.site).href })
    script.addEventListener("load", () => id in guide.kitPieces ? resolve() : reject(new Error(id)))
    script.addEventListener("error", () => reject(new Error(id)))
    document.head.append(script)
  })

  guide.kit = {
    /**
     * Load a piece, unless it is there or on its way.
     * @param {string} id
     * @returns {Promise<void>}
     */
    load(id) {
      if (!asked.has(id)) {
        asked.set(id, run(id))
        // Next time it may be there.
        asked.get(id).catch(() => asked.delete(id))
      }
      return asked.get(id)
    },

    /**
     * @param {string} id of a piece that was loaded
     * @returns {HTMLElement} the piece, made anew; nothing in it runs
     */
    open: id => new DOMParser().parseFromString(guide.kitPieces[id], "text/html").body.firstElementChild,
  }
})()
