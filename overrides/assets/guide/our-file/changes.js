// A change of the file by which something could be lost: made, and undone.
(() => {
  class FileChanges {
    /** @param {HTMLElement} tool the <guide-our-file> whose work changes */
    constructor(tool) { this.tool = tool }

    get parts() {
      const { entries, papers, packet } = this.tool.work
      return { entries, papers, packet }
    }

    get button() { return this.tool.button("undo") }

    /**
     * @param {Partial<FileWork>} next what changes
     * @param {string} sentence what to tell the parent
     */
    make(next, sentence) {
      const before = this.parts
      Object.assign(this.tool.work, next)
      this.tool.changed(sentence)
      this.made = { before, after: this.parts }
      this.button.hidden = false
      this.button.focus()
    }

    undo() {
      // What another tab added meanwhile stays.
      Object.assign(this.tool.work, guide.merge(this.made.after, this.made.before, this.parts))
      this.tool.changed(guide.phrase("our_file.undone"))
      this.tool.tabs.focus()
    }

    // It can be undone no longer.
    end() {
      this.made = null
      this.button.hidden = true
    }
  }

  guide.FileChanges = FileChanges
})()
