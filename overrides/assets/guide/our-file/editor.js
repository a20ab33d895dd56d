// Changing the file: one form at a time, what it saves, what it deletes, and that undone.
(() => {
  const { freshEntry, freshPaper, guess } = guide.ourFile

  class FileEditor {
    /** @param {HTMLElement} tool the <guide-our-file> whose work it changes */
    constructor(tool) { Object.assign(this, { tool, changes: new guide.FileChanges(tool) }) }

    get work() { return this.tool.work }

    // Another tab may have deleted what a form shows. Where nothing was typed, the form goes too.
    follow() {
      const { form } = this
      if (!form || form.isNew || form.isChanged) return
      const list = form instanceof guide.PaperForm ? this.work.papers : this.work.entries
      if (!list.some(({ id }) => id === form.values.id)) this.close()
    }

    get isUnsaved() { return Boolean(this.form?.isChanged) }

    // A form that has something typed stays; the keyboard goes there.
    isFree() {
      if (!this.isUnsaved) return true
      this.tool.report(guide.phrase("our_file.finish_first"))
      this.form.element.querySelector("input, textarea").focus()
      return false
    }

    /** @param {string} kind @param {object} [values] what another page says of it */
    add(kind, values = {}) {
      if (!this.isFree()) return
      this.open(new guide.EntryForm({ ...freshEntry(kind, this.tool.today), ...values }, { ...this.given, isNew: true }), this.tool.part("new"))
    }

    // What another page has for the log stands in the form until the parent saves it; it may be anything.
    addNote(note) {
      const [{ kind, day, who, what, proof }] = guide.ourFile.read({ entries: [note] }).entries
      this.add(kind, { day: day || this.tool.today, who, what, proof })
    }

    change(id) {
      const entry = this.work.entries.find(one => one.id === id)
      if (!entry || !this.isFree()) return
      this.open(new guide.EntryForm(entry, { ...this.given, isNew: false }), this.tool.part("new"))
    }

    get given() { return { papers: this.work.papers, today: this.tool.today } }

    addPaper(values = {}) {
      if (!this.isFree()) return
      this.open(new guide.PaperForm({ ...freshPaper(this.work.papers), ...values }, true), this.tool.part("new-paper"))
    }

    changePaper(id) {
      const paper = this.work.papers.find(one => one.id === id)
      if (!paper || !this.isFree()) return
      this.open(new guide.PaperForm(paper, false), this.tool.part("new-paper"))
    }

    open(form, place) {
      this.close()
      this.form = form
      this.tool.toggleAttribute("data-writing", true)
      place.replaceChildren(form.element)
      this.tool.report("")
      form.element.scrollIntoView({ block: "nearest" })
      form.element.querySelector(".guide-our-file__title").focus()
    }

    close() {
      this.form?.element.remove()
      this.form = null
      this.tool.toggleAttribute("data-writing", false)
    }

    cancel() {
      const { form } = this
      this.close()
      this.tool.report(guide.phrase("our_file.cancelled"))
      this.focusAfter(form)
    }

    focusAfter(form) {
      if (form instanceof guide.PaperForm && form.isNew) this.tool.button("add-paper").focus()
      else if (form instanceof guide.PaperForm) this.tool.papers.focus(form.paper.id)
      else if (form.isNew) this.tool.querySelector(`.guide-our-file__kinds [data-add="${form.entry.kind}"]`)?.focus()
      else this.tool.log.focus(form.entry.id)
    }

    submit() {
      const { form } = this
      if (!form.check()) return this.tool.report(guide.phrase("our_file.look_at_marked"))
      const key = form instanceof guide.PaperForm ? "papers" : "entries"
      const next = form.values, list = this.work[key]
      // Another tab may have deleted it.
      const isThere = list.some(({ id }) => id === next.id)
      if (key === "papers" && !isThere) next.number = freshPaper(list).number
      this.work[key] = isThere ? list.map(one => one.id === next.id ? next : one) : [...list, next]
      this.close()
      this.tool.changed(form.isNew ? guide.phrase("our_file.added") : guide.phrase("our_file.changed"))
      this.focusAfter(form)
    }

    checked(id) {
      this.work.entries = this.work.entries.map(one => one.id === id ? { ...one, done: true } : one)
      this.tool.changed(guide.phrase("our_file.checked"))
      this.tool.log.focus(id)
    }

    delete() {
      const isPaper = this.form instanceof guide.PaperForm
      const key = isPaper ? "papers" : "entries", { id } = this.form.values
      const next = { [key]: this.work[key].filter(one => one.id !== id) }
      // What named the paper names it no longer.
      if (isPaper) next.entries = this.work.entries.map(entry => entry.paper === id ? { ...entry, paper: "" } : entry)
      this.close()
      this.changes.make(next, guide.phrase("our_file.deleted"))
    }

    // Put what a packet has of a family's file into this one.
    join(file) {
      if (this.isFree()) this.changes.make(guide.ourFile.joined(this.work, file), guide.phrase("packet.joined"))
    }

    /**
     * Files that were dropped or picked: only their names are read.
     * @param {File[]} files
     */
    takeNames(files) {
      for (const { name } of files) this.work.papers = [...this.work.papers, { ...freshPaper(this.work.papers), ...guess(name), place: guide.phrase("our_file.on_device") }]
      this.tool.changed(guide.phrase("our_file.names_taken", { count: files.length }))
    }
  }

  guide.FileEditor = FileEditor
})()
