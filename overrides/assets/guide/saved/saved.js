// <guide-saved> shows what is kept of a parent's work, and saves, opens and erases it.
//
// Without JavaScript nothing is kept, and the page says so.
// Markup: scripts/guide/blocks/saved.py. Tools: overrides/partials/saved.html.
(() => {
  const FILE_TROUBLE = {
    unreadable: guide.phrase("saved.file_unreadable"),
    newer: guide.phrase("saved.file_newer"),
  }
  const EVENTS = ["storage", "pageshow", "pagehide"]

  // What is said when the stores take nothing.
  const refusal = () => guide.phrase("browser.no_store", { instead: guide.phrase("saved.nothing_changed") })

  // What is said when a file cannot be put in place of what is kept.
  const openRefusal = () => {
    switch (guide.store.trouble) {
      case "unreadable": return guide.phrase("saved.unreadable")
      case "newer": return guide.phrase("browser.newer_edition")
      default: return refusal()
    }
  }

  class GuideSaved extends HTMLElement {
    connectedCallback() {
      if (!this.overview) {
        const labels = JSON.parse(this.querySelector(".guide-saved__data").textContent)
        this.replaceChildren(guide.copy("guide-saved-tools"))
        this.overview = new guide.SavedOverview(this, labels)
        this.undo = new guide.SavedUndo(this)
      }
      this.addEventListener("click", this)
      this.addEventListener("change", this)
      for (const type of EVENTS) window.addEventListener(type, this)
      this.overview.show()
    }

    disconnectedCallback() {
      for (const type of EVENTS) window.removeEventListener(type, this)
      this.undo.end()
    }

    part(name) { return this.querySelector(`.guide-saved__${name}`) }

    get picker() { return this.querySelector("input") }

    // Say it beside a button, "save", "open" or "erase", and offer there to undo it, or not.
    report(place, text, canUndo = false) {
      for (const line of this.querySelectorAll(".guide-saved__said")) line.textContent = line.dataset.of === place ? text : ""
      for (const button of this.undo.buttons) button.hidden = !canUndo || button.dataset.of !== place
    }

    handleEvent({ target, type }) {
      if (type === "storage" || type === "pageshow") return this.overview.show()
      if (type === "pagehide") return this.forget()
      if (type === "change") return target.files.length ? this.read(target.files[0]) : null
      const button = target.closest("button")
      if (button?.dataset.open !== undefined) this.open(button.dataset.open)
      else if (button?.dataset.sure) this.erase(button.dataset.sure === "yes")
      else if (button) this.act(button.dataset.do, button.dataset.of)
    }

    // What a button's data-do asks for; `place` says beside which button the answer stands.
    act(action, place) {
      switch (action) {
        case "save": return this.save()
        case "erase": return this.askIfSure()
        case "undo": {
          const isRestored = this.undo.restore(place)
          this.overview.show()
          return this.report(place, isRestored ? guide.phrase("saved.undone") : refusal())
        }
      }
    }

    save() {
      const name = `saved-work-${guide.today()}.json`
      try {
        guide.download(name, "application/json", JSON.stringify(guide.store.all(), null, 1))
        this.report("save", guide.phrase("browser.downloaded", { name, instead: guide.phrase("saved.downloaded_instead") }))
      } catch { this.report("save", guide.phrase("browser.no_file", { instead: guide.phrase("saved.no_file_instead") })) }
    }

    async read(file) {
      const { work, trouble } = guide.keptWork.parse(await file.text().catch(() => ""))
      this.work = work
      this.part("ask").hidden = !work
      this.report("open", work ? "" : FILE_TROUBLE[trouble])
      if (work) this.part("ask").querySelector("button").focus()
      // The same file can then be chosen again.
      else this.picker.value = ""
    }

    // Put the file that was read in place of what is kept, on "device" or in "tab"; with "" leave it.
    open(where) {
      this.part("ask").hidden = true
      this.picker.value = ""
      this.picker.focus()
      if (!where) return this.report("open", guide.phrase("saved.not_opened"))
      const before = guide.store.snapshot()
      if (!guide.store.replace(this.work, where)) return this.report("open", openRefusal())
      this.overview.show()
      this.report("open", guide.phrase("saved.opened", { undo: guide.phrase("saved.undo_hint") }), true)
      this.undo.begin(before)
    }

    // The keyboard goes to the answer that loses nothing.
    askIfSure() {
      this.undo.end()
      this.report("", "")
      this.part("sure").hidden = false
      this.part("sure").querySelector("button").focus()
    }

    erase(isSure) {
      this.part("sure").hidden = true
      this.focusOn("erase")
      if (!isSure) return this.report("erase", guide.phrase("saved.not_erased"))
      const before = guide.store.snapshot()
      if (!guide.store.erase()) return this.report("erase", refusal())
      this.overview.show()
      this.report("erase", guide.phrase("saved.erased", { undo: guide.phrase("saved.undo_hint") }), true)
      this.undo.begin(before)
    }

    // The page is left: nothing of a file or of what was erased stays in it.
    forget() {
      this.undo.end()
      this.work = null
      this.part("ask").hidden = this.part("sure").hidden = true
      this.picker.value = ""
      this.report("", "")
      this.overview.showDetails({})
    }

    // Where the keyboard goes on when "Undo" is gone.
    focusOn(place) { (place === "open" ? this.picker : this.querySelector('[data-do="erase"]')).focus() }
  }

  guide.define("guide-saved", GuideSaved)
})()
