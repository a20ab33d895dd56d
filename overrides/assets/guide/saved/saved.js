// <guide-saved> shows what is kept of a parent's work, and saves, opens and erases it.
//
// Without JavaScript nothing is kept, and the page says so.
// Markup: scripts/guide/blocks/saved.py. Tools: overrides/partials/saved.html.
(() => {
  const EVENTS = ["guide-other-file", "storage", "pageshow", "pagehide"]

  class GuideSaved extends HTMLElement {
    connectedCallback() {
      if (!this.overview) {
        const labels = JSON.parse(this.querySelector(".guide-saved__data").textContent)
        this.replaceChildren(guide.copy("guide-saved-tools"))
        this.overview = new guide.SavedOverview(this, labels)
        this.childFiles = new guide.SavedChildren(this)
        this.opening = new guide.SavedOpening(this)
        this.undo = new guide.SavedUndo(this)
      }
      this.addEventListener("click", this)
      this.addEventListener("change", this)
      for (const type of EVENTS) window.addEventListener(type, this)
      this.showAll()
    }

    disconnectedCallback() {
      for (const type of EVENTS) window.removeEventListener(type, this)
      this.undo.end()
    }

    /** @returns {string} why nothing was changed */
    get refusal() {
      switch (guide.store.trouble) {
        case "unreadable": return guide.phrase("saved.unreadable")
        case "newer": return guide.phrase("browser.newer_edition")
        default: return guide.phrase("browser.no_store", { instead: guide.phrase("saved.nothing_changed") })
      }
    }

    showAll() {
      this.childFiles.show()
      this.overview.show()
    }

    part(name) { return this.querySelector(`.guide-saved__${name}`) }

    // Say it beside "files", "save", "open" or "erase", and offer there to undo it, or not.
    report(place, text, canUndo = false) {
      for (const line of this.querySelectorAll(".guide-saved__said")) line.textContent = line.dataset.of === place ? text : ""
      for (const button of this.undo.buttons) button.hidden = !canUndo || button.dataset.of !== place
    }

    handleEvent(event) {
      const { target, type } = event
      // All that stands here is drawn anew, and "Undo" stays on offer.
      if (type === "guide-other-file") {
        event.preventDefault()
        return guide.storeParts.begin()
      }
      if (type === "storage" || type === "pageshow") return this.showAll()
      if (type === "pagehide") return this.forget()
      if (type === "change") return target.files?.length ? this.opening.read(target.files[0]) : null
      const button = target.closest("button")
      const { open, sure, sureFile, file } = button?.dataset || {}
      if (open !== undefined) this.opening.open(open)
      else if (sure) this.erase(sure === "yes")
      else if (sureFile) this.childFiles.erase(sureFile === "yes")
      else if (file) this.childFiles.open(file)
      else if (button) this.act(button.dataset.do, button.dataset.of)
    }

    // What a button's data-do asks for; `place` says beside which button the answer stands.
    act(action, place) {
      switch (action) {
        case "save": return this.save()
        case "start": return this.childFiles.start()
        case "erase-file": return this.childFiles.askIfSure()
        case "erase": return this.askIfSure()
        case "undo": {
          const isRestored = this.undo.restore()
          this.showAll()
          this.focusOn(place)
          return this.report(place, isRestored ? guide.phrase("saved.undone") : this.refusal)
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
      if (!guide.store.erase()) return this.report("erase", this.refusal)
      this.showAll()
      this.report("erase", guide.phrase("saved.erased", { undo: guide.phrase("saved.undo_hint") }), true)
      this.undo.begin(before)
    }

    // The page is left: nothing of a file or of what was erased stays in it.
    forget() {
      this.undo.end()
      this.opening.forget()
      this.part("sure").hidden = this.part("sure-file").hidden = true
      this.report("", "")
      this.overview.showDetails({})
    }

    // Where the keyboard goes on when "Undo" is gone.
    focusOn(place) {
      if (place === "files") this.childFiles.focus()
      else (place === "open" ? this.opening.picker : this.querySelector('[data-do="erase"]')).focus()
    }
  }

  guide.define("guide-saved", GuideSaved)
})()
