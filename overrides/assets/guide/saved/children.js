// The files of several children on the page of saved work: which is open, and the ways to open, begin, name and erase one.
//
// With one file there is only the button that begins another.
(() => {
  class SavedChildren {
    /** @param {HTMLElement} saved the <guide-saved> that has them */
    constructor(saved) {
      this.saved = saved
      saved.part("name").addEventListener("change", this.rename)
    }

    part(name) { return this.saved.part(name) }

    /** @returns {string} the name of the open file, or "" where there is only one */
    get name() {
      const { files } = guide.store
      return files.length > 1 && files.find(({ isOpen }) => isOpen)?.name || ""
    }

    show() {
      const { files } = guide.store
      const { name } = this
      this.saved.querySelector('[data-do="start"]').hidden = !files.length || Boolean(guide.store.trouble)
      this.part("files").hidden = this.part("file").hidden = !name
      this.part("list").replaceChildren(...name ? files.map(file => this.row(file)) : [])
      this.saved.querySelector('[data-do="erase-file"]').textContent = guide.phrase("saved.erase_file_button", { name })
      const input = this.part("name")
      // Another tab may have written while it is typed here.
      if (input !== document.activeElement) input.value = name
    }

    row({ id, name, isOpen }) {
      const row = guide.copy("guide-saved-file").firstElementChild
      const [button, label, state] = ["button", "span", "small"].map(part => row.querySelector(part))
      button.dataset.file = id
      if (isOpen) button.setAttribute("aria-current", "true")
      label.textContent = name
      state.textContent = isOpen ? guide.phrase("saved.open_now") : guide.phrase("saved.open_file")
      return row
    }

    // The list is drawn anew; the keyboard stays at the file that is open.
    report(sentence, canUndo) {
      this.saved.showAll()
      this.focus()
      this.saved.report("files", sentence, canUndo)
    }

    focus() { (this.part("list").querySelector("[aria-current]") || this.saved.querySelector('[data-do="start"]')).focus() }

    open(id) {
      this.saved.undo.end()
      this.report(guide.store.open(id) ? guide.phrase("saved.file_opened", { name: this.name }) : this.saved.refusal)
    }

    start() {
      this.saved.undo.end()
      this.report(guide.store.start() ? guide.phrase("saved.started") : this.saved.refusal)
    }

    rename = () => {
      const isNamed = guide.store.rename(this.part("name").value.trim())
      this.saved.showAll()
      this.part("name").value = this.name
      this.saved.report("files", isNamed ? guide.phrase("saved.renamed", { name: this.name }) : this.saved.refusal)
    }

    // The keyboard goes to the answer that loses nothing.
    askIfSure() {
      const group = this.part("sure-file"), question = guide.phrase("saved.erase_file_question", { name: this.name })
      this.saved.undo.end()
      this.saved.report("", "")
      group.setAttribute("aria-label", question)
      group.querySelector("strong").textContent = question
      group.hidden = false
      group.querySelector("button").focus()
    }

    erase(isSure) {
      this.part("sure-file").hidden = true
      if (!isSure) return this.report(guide.phrase("saved.not_erased"))
      const { name } = this, before = guide.store.snapshot()
      if (!guide.store.eraseFile()) return this.report(this.saved.refusal)
      this.report(guide.phrase("saved.file_erased", { name, undo: guide.phrase("saved.undo_hint") }), true)
      this.saved.undo.begin(before)
    }
  }

  guide.SavedChildren = SavedChildren
})()
