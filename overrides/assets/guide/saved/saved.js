// <guide-saved> shows what is kept of a parent's work, and saves, opens and erases it.
//
// Without JavaScript nothing is kept, and the page says so.
// Markup: scripts/guide/blocks/saved.py. Tools: overrides/partials/saved.html.
(() => {
  const TROUBLE = {
    unreadable: guide.phrase("saved.unreadable"),
    newer: guide.phrase("browser.newer_edition"),
  }
  const REFUSED = {
    unreadable: guide.phrase("saved.file_unreadable"),
    newer: guide.phrase("saved.file_newer"),
  }
  const MINUTE = 60_000
  const FULL = guide.phrase("browser.no_store", { instead: guide.phrase("saved.nothing_changed") })

  class GuideSaved extends HTMLElement {
    connectedCallback() {
      if (!this.labels) {
        this.labels = JSON.parse(this.querySelector(".guide-saved__data").textContent)
        this.replaceChildren(guide.copy("guide-saved-tools"))
      }
      this.addEventListener("click", this)
      this.addEventListener("change", this)
      for (const type of ["storage", "pageshow", "pagehide"]) window.addEventListener(type, this)
      this.show()
    }

    disconnectedCallback() {
      for (const type of ["storage", "pageshow", "pagehide"]) window.removeEventListener(type, this)
      clearTimeout(this.timer)
    }

    part(name) { return this.querySelector(`.guide-saved__${name}`) }

    // Say it where the button stood ("save", "open" or "erase"); `undone` offers there to undo it.
    say(of, text, undone = false) {
      for (const said of this.querySelectorAll(".guide-saved__said")) said.textContent = said.dataset.of === of ? text : ""
      for (const undo of this.querySelectorAll('[data-do="undo"]')) undo.hidden = !undone || undo.dataset.of !== of
    }

    show() {
      const { ticks, answers, tracker } = guide.store.all().parts
      const until = part => {
        const where = guide.store.keeping(part)
        return where === "tab" ? guide.phrase("saved.until_tab") : guide.phrase("saved.until_date", { date: guide.formatDate(guide.store.until(part)) })
      }
      const letters = Object.keys(answers?.work.letters || {})
      this.part("trouble").textContent = TROUBLE[guide.store.trouble] || ""
      this.part("nothing").hidden = Boolean(ticks || answers || tracker || guide.store.trouble)
      this.part("ticks").textContent = ticks
        ? guide.phrase("saved.ticks", { count: Object.keys(ticks.work).length, until: until("ticks") }) : ""
      this.part("answers").textContent = answers
        ? guide.phrase("saved.answers", { count: letters.length, until: until("answers"), letters: letters.map(key => this.labels.letters[key] || key).join("; ") }) : ""
      // Files of others' making may have anything here.
      const promises = Array.isArray(tracker?.work.promises) ? tracker.work.promises.length : 0
      this.part("tracker").textContent = tracker ? guide.phrase("saved.promises", { count: promises, until: until("tracker") }) : ""
      this.part("details").replaceChildren(...Object.entries(answers?.work.fields || {}).map(([field, text]) => {
        const row = document.createElement("div")
        row.append(Object.assign(document.createElement("dt"), { textContent: this.labels.fields[field] || field }))
        row.append(Object.assign(document.createElement("dd"), { textContent: text }))
        return row
      }))
      this.part("save").hidden = this.part("kept").hidden = !ticks && !answers && !tracker
    }

    handleEvent({ target, type }) {
      if (type === "storage" || type === "pageshow") return this.show()
      if (type === "pagehide") return this.forget()
      if (type === "change") return target.files.length ? this.read(target.files[0]) : null
      const button = target.closest("button")
      if (button?.dataset.open !== undefined) this.open(button.dataset.open)
      else if (button) this.act(button.dataset.do, button.dataset.of)
    }

    // What a button's data-do asks for; `of` says beside which button the answer stands.
    act(action, of) {
      switch (action) {
        case "save": return this.save()
        case "erase": return this.erase()
        case "undo": return this.undo(of)
      }
    }

    save() {
      const name = `saved-work-${guide.today()}.json`
      try {
        guide.download(name, "application/json", JSON.stringify(guide.store.all(), null, 1))
        this.say("save", guide.phrase("browser.downloaded", { name, instead: guide.phrase("saved.downloaded_instead") }))
      } catch { this.say("save", guide.phrase("browser.no_file", { instead: guide.phrase("saved.no_file_instead") })) }
    }

    async read(file) {
      const { work, trouble } = guide.store.parse(await file.text().catch(() => ""))
      this.work = work
      this.part("ask").hidden = !work
      this.say("open", work ? "" : REFUSED[trouble])
      if (work) this.part("ask").querySelector("button").focus()
      // The same file can then be chosen again.
      else this.querySelector("input").value = ""
    }

    open(where) {
      this.part("ask").hidden = true
      this.querySelector("input").value = ""
      this.querySelector("input").focus()
      if (!where) return this.say("open", guide.phrase("saved.not_opened"))
      const before = guide.store.snapshot()
      if (!guide.store.replace(this.work, where)) return this.say("open", TROUBLE[guide.store.trouble] || FULL)
      this.show()
      this.say("open", guide.phrase("saved.opened", { undo: guide.phrase("saved.undo_hint") }), true)
      this.canUndo(before)
    }

    erase() {
      const before = guide.store.snapshot()
      if (!guide.store.erase()) return this.say("erase", FULL)
      this.show()
      this.say("erase", guide.phrase("saved.erased", { undo: guide.phrase("saved.undo_hint") }), true)
      this.canUndo(before)
    }

    // Undo ends soon, and with the page: what was erased on a shared computer must not come back for the next person.
    canUndo(before) {
      this.before = before
      clearTimeout(this.timer)
      this.timer = setTimeout(() => this.endUndo(), MINUTE)
    }

    endUndo() {
      this.before = null
      for (const undo of this.querySelectorAll('[data-do="undo"]')) {
        if (undo === document.activeElement) this.focusOn(undo.dataset.of)
        undo.hidden = true
      }
    }

    // The page is left: nothing of a file or of what was erased stays in it.
    forget() {
      this.endUndo()
      this.work = null
      this.part("ask").hidden = true
      this.querySelector("input").value = ""
      this.say("", "")
      this.part("details").replaceChildren()
    }

    // Where the keyboard goes on when "Undo" is gone.
    focusOn(of) { this.querySelector(of === "open" ? "input" : '[data-do="erase"]').focus() }

    undo(of) {
      const back = guide.store.putBack(this.before)
      this.focusOn(of)
      this.endUndo()
      this.show()
      this.say(of, back ? guide.phrase("saved.undone") : FULL)
    }
  }

  customElements.define("guide-saved", GuideSaved)
})()
