// A saved file that a parent chose on the page of saved work: read, asked about, and opened or not.
(() => {
  const FILE_TROUBLE = {
    unreadable: guide.phrase("saved.file_unreadable"),
    newer: guide.phrase("saved.file_newer"),
  }

  // What a saved file would do to what is kept of several children.
  const effectOf = ({ files }) => {
    const kept = guide.store.files.map(({ id }) => id), all = Object.entries(files).filter(([id]) => guide.keptWork.isId(id))
    const namesOf = isKept => all.map(([id, file], n) => kept.includes(id) === isKept && guide.keptWork.nameOf(file, n + 1)).filter(Boolean).join(", ")
    if (!kept.length || kept.length === 1 && all.length === 1 && namesOf(true)) return ""
    return [namesOf(true) && guide.phrase("saved.replaces", { names: namesOf(true) }),
      namesOf(false) && guide.phrase("saved.adds", { names: namesOf(false) })].filter(Boolean).join(" ")
  }

  class SavedOpening {
    /** @param {HTMLElement} saved the <guide-saved> with the question */
    constructor(saved) { this.saved = saved }

    get picker() { return this.saved.querySelector("[type=file]") }

    async read(file) {
      const { work, trouble } = guide.keptWork.parse(await file.text().catch(() => ""), guide.store.only())
      this.work = work
      this.saved.part("ask").hidden = !work
      this.saved.report("open", work ? "" : FILE_TROUBLE[trouble])
      this.saved.part("effect").textContent = work ? effectOf(work) : ""
      if (work) this.saved.part("ask").querySelector("button").focus()
      // The same file can then be chosen again.
      else this.picker.value = ""
    }

    // Put the file that was read in place of what is kept, on "device" or in "tab"; with "" leave it.
    open(where) {
      this.saved.part("ask").hidden = true
      this.picker.value = ""
      this.picker.focus()
      if (!where) return this.saved.report("open", guide.phrase("saved.not_opened"))
      const before = guide.store.snapshot()
      if (!guide.store.replace(this.work, where)) return this.saved.report("open", this.saved.refusal)
      this.saved.showAll()
      this.saved.report("open", guide.phrase("saved.opened", { undo: guide.phrase("saved.undo_hint") }), true)
      this.saved.undo.begin(before)
    }

    forget() {
      this.work = null
      this.saved.part("ask").hidden = true
      this.picker.value = ""
    }
  }

  guide.SavedOpening = SavedOpening
})()
