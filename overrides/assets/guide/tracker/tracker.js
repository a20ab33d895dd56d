// <guide-tracker> keeps the promises of a signed agreement, and says how each stands today.
//
// Without JavaScript its table prints and is filled in by hand. What changes promises (forms, files, the letter) loads at the
// first touch. Markup: scripts/guide/blocks/tracker.py. Tools: overrides/partials/tracker.html.
(() => {
  const { read, inOrder, fillPaper } = guide.tracker
  // A date that is none changes no value, so the browser tells of no input: keys and leaving the field do.
  const EVENTS = ["input", "change", "click", "submit", "keyup", "focusout"]

  // The page ends, or goes over to another child's file (shared/which-file.js).
  const LEAVING = ["beforeunload", "guide-other-file"]

  class GuideTracker extends HTMLElement {
    connectedCallback() {
      if (!this.board) this.draw()
      for (const type of EVENTS) this.addEventListener(type, this)
      for (const type of LEAVING) window.addEventListener(type, this.unloading)
      window.addEventListener("beforeprint", this.printing)
      document.addEventListener("visibilitychange", this.returning)
    }

    disconnectedCallback() {
      for (const type of LEAVING) window.removeEventListener(type, this.unloading)
      window.removeEventListener("beforeprint", this.printing)
      document.removeEventListener("visibilitychange", this.returning)
    }

    draw() {
      this.prepend(guide.copy("guide-tracker-tools"))
      this.board = new guide.TrackerBoard(this)
      this.keep.begin({
        work: () => this.work,
        read: where => read(guide.store.read("tracker", where)),
        take: (work, anew) => this.showWork(work, anew),
      })
    }

    part(name) { return this.querySelector(`.guide-tracker__${name}`) }

    button(name) { return this.querySelector(`[data-do="${name}"]`) }

    get keep() { return this.querySelector("guide-keep") }

    // The field for the day of the agreement.
    get signed() { return this.querySelector("[name=signed]") }

    /** @returns {ShownPromise[]} */
    get shown() { return inOrder(this.work.promises, this.today) }

    // Say what was done where it was done: below the list, or in a part of its own.
    report(text, place = this.part("said")) {
      for (const said of this.querySelectorAll("[data-said]")) if (said !== place) said.textContent = ""
      place.textContent = text
    }

    // Show kept work. Forms stay open with what is typed in them, unless it is a new beginning.
    showWork(work, anew) {
      const isTyping = this.work && this.signed.value !== this.work.signed
      this.work = work
      if (anew || guide.store.keeping("tracker") === "no") this.editor?.endUndo()
      if (anew || !isTyping) this.signed.value = work.signed
      if (anew) this.editor?.close()
      this.show()
    }

    show() {
      this.today = guide.today()
      this.board.show(this.shown, this.today)
      this.editor?.show()
    }

    handleEvent(event) {
      const { target, type } = event
      const { form } = this.editor || {}
      const isAtDate = target.type === "date" && (type === "keyup" && event.key !== "Tab" || type === "focusout" && target.validity.badInput)
      if (type === "submit") {
        event.preventDefault()
        this.editor.submit()
      } else if (form?.element.contains(target) && (type === "input" || type === "change" || isAtDate)) form.typed(target)
      else if (target === this.signed && (type === "change" || type === "focusout")) this.later(editor => editor.changeSigned())
      // The steps to take stand below the tool.
      else if (type === "click" && target.closest(".guide-tracker__steps")) this.editor.close()
      else if (type === "click") this.press(target.closest("button"))
    }

    // A button was pressed, if any; its data tells what for.
    press(button) {
      if (!button) return
      const { act, carry, keep } = button.dataset
      // What was said of keeping is so no longer: the choice itself says it now.
      if (keep) {
        this.report("")
        this.show()
      } else if (carry) this.editor.carry(carry)
      else if (act) this.later(editor => editor.open({ name: act, id: button.closest("[data-promise]").dataset.promise }))
      else if (button.dataset.do) this.act(button.dataset.do, button)
    }

    // What a button's data-do asks for.
    act(action, button) {
      switch (action) {
        case "keep": return this.askToKeep()
        case "older": return this.showOlder(button)
        case "print": return window.print()
        case "add": return this.later(editor => editor.open({ name: "kinds" }))
        default: return this.later(editor => editor.act(action, button))
      }
    }

    // Do something with the editor, once it is there.
    async later(act) {
      try { await guide.load("tracker") } catch { return this.report(guide.phrase("tracker.not_loaded")) }
      this.editor ||= new guide.TrackerEditor(this)
      act(this.editor)
    }

    askToKeep() {
      this.keep.open(true)
      this.keep.group.querySelector("button").focus()
    }

    showOlder(button) {
      const card = button.closest("[data-promise]")
      for (const bar of card.querySelectorAll(".guide-tracker__week")) bar.hidden = false
      button.hidden = true
      card.querySelector('[data-act="log"]').focus()
    }

    // Keep what changed and show it; `sentence` says what that was, with `id` in the plot of that service.
    changed(sentence, id) {
      this.editor.endUndo()
      const kept = this.keepChange()
      this.show()
      this.report(`${sentence} ${kept}`, this.board.plots.row(id)?.querySelector("[data-said]"))
    }

    // Keep a change where the parent said. Returns what became of it: "kept" is said only of what is there tomorrow.
    keepChange() {
      const kept = this.keep.changed() ? guide.store.keeping("tracker") : "no"
      if (kept === "device") return guide.phrase("tracker.saved_on_device")
      return kept === "tab" ? guide.phrase("tracker.saved_in_tab") : guide.phrase("tracker.not_saved")
    }

    printing = () => fillPaper(this.part("paper"), this.shown, this.today)

    // The day may have changed while the page stood open.
    returning = () => { if (!document.hidden && guide.today() !== this.today && !this.editor?.form) this.show() }

    // What stands in an open form is no promise yet.
    unloading = event => { if (this.editor?.isUnsaved) event.preventDefault() }
  }

  guide.define("guide-tracker", GuideTracker)
})()
