// Carries what a parent wants to put into the family's file from one page to the next: in this tab alone, and once.
//
// A link with data-note leads to the file, whose form then has these words in it, or to the letter that the note names. Nothing
// is written before the parent saves it.
(() => {
  const KEY = `guide:${guide.site.pathname}:note`

  // A browser may refuse its store: then the form is empty.
  const store = () => {
    try { return window.sessionStorage } catch { return null }
  }

  /**
   * @param {string} [letter] the id of the letter that takes it; else the log does
   * @returns {?object} what a link of the last page carries here: {kind, who, what, day, proof}; it is taken out
   */
  guide.takeNote = letter => {
    try {
      const note = JSON.parse(store()?.getItem(KEY) || "null")
      if (!guide.isObject(note) || note.letter !== letter) return null
      store()?.removeItem(KEY)
      return note
    } catch { return null }
  }

  /** @returns {?object} the kind of line that a link asks for by the address, as "?add=called"; no words stand in an address */
  guide.noteOfAddress = () => {
    const kind = new URLSearchParams(location.search).get("add")
    // Loaded anew, the page asks no second time.
    if (kind) history.replaceState(history.state, "", location.pathname + location.hash)
    return kind && { kind }
  }

  document.addEventListener("click", ({ target }) => {
    const link = target.closest("a[data-note]")
    if (!link) return
    try { store()?.setItem(KEY, link.dataset.note) } catch { /* The form is empty then. */ }
  })
})()
