// What was erased or replaced on the page of saved work can be brought back, for a while.
//
// That ends soon, and with the page: what was erased on a shared computer must not come back for the next person.
(() => {
  const MINUTE = 60_000

  class SavedUndo {
    /** @param {HTMLElement} saved the <guide-saved> with the buttons */
    constructor(saved) { this.saved = saved }

    get buttons() { return [...this.saved.querySelectorAll('[data-do="undo"]')] }

    /** @param {object} before a snapshot of the store, made before what was done just now */
    begin(before) {
      Object.assign(this, { before, after: guide.store.snapshot() })
      clearTimeout(this.timer)
      this.timer = setTimeout(() => this.end(), MINUTE)
    }

    end() {
      clearTimeout(this.timer)
      this.before = this.after = null
      for (const button of this.buttons) {
        if (button === document.activeElement) this.saved.focusOn(button.dataset.of)
        button.hidden = true
      }
    }

    /**
     * @returns {boolean} whether all is as it was before
     */
    restore() {
      const isRestored = guide.store.restore(this.before, this.after)
      this.end()
      return isRestored
    }
  }

  guide.SavedUndo = SavedUndo
})()
