// <guide-tracker> keeps the promises of a signed agreement, and says how each stands today.
//
// Without JavaScript its table prints and is filled in by hand. What shows promises loads where there are some, what changes
// them (forms, files, the letter) at the first touch. Markup: scripts/guide/blocks/tracker.py. Tools: overrides/partials/tracker.html.
(() => {
  const { read } = guide.tracker
  // A date that is none changes no value, so the browser tells of no input: keys and leaving the field do.
  const EVENTS = ["input", "change", "click", "submit", "keyup", "focusout"]

  // The page ends, or goes over to another child's file (shared/which-file.js).
  const LEAVING = ["beforeunload", "guide-other-file"]

  class GuideTracker extends HTMLElement {
    connectedCallback() {
      if (!this.keep) this.draw()
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
    get shown() { return guide.tracker.inOrder(this.work.promises, this.today, this.breaks) }

    /** @returns {SchoolBreak[]} */
    get breaks() { return this.work.breaks || [] }

    // Say what was done where it was done: below the list, or in a part of its own; and a way on from there.
    report(text, place = this.part("said"), link = "") {
      for (const said of this.querySelectorAll("[data-said]")) if (said !== place) said.textContent = ""
      this.querySelector(".guide-tracker__board .guide-tracker__note")?.remove()
      place.textContent = text
      place.after(link)
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
      const { promises, unread: { length: count } } = this.work
      this.today = guide.today()
      this.toggleAttribute("data-none", !promises.length)
      this.toggleAttribute("data-kept", guide.store.keeping("tracker") !== "no")
      this.part("unread").textContent = count ? guide.phrase("tracker.unread", { count }) : ""
      if (this.board) this.showBoard()
      else if (promises.length) this.loadBoard().then(() => this.showBoard(), () => { this.part("unread").textContent = guide.phrase("tracker.not_shown") })
    }

    showBoard() {
      this.board.show(this.shown, this.breaks, this.today)
      this.editor?.show()
    }

    // What shows promises comes only where there are some.
    async loadBoard() {
      await guide.load("tracker-board")
      this.board ||= new guide.TrackerBoard(this)
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
        case "print": return window.print()
        case "add": return this.later(editor => editor.open({ name: "kinds" }))
        default: return this.later(editor => editor.act(action, button))
      }
    }

    // Do something with the editor, once it is there.
    async later(act) {
      try {
        await this.loadBoard()
        await guide.load("tracker")
      } catch { return this.report(guide.phrase("tracker.not_loaded")) }
      this.editor ||= new guide.TrackerEditor(this)
      act(this.editor)
    }

    printing = () => { if (this.board) guide.tracker.fillPaper(this.part("paper"), this.shown, this.breaks, this.today) }

    // The day may have changed while the page stood open.
    returning = () => { if (!document.hidden && guide.today() !== this.today && !this.editor?.form) this.show() }

    // What stands in an open form is no promise yet.
    unloading = event => { if (this.editor?.isUnsaved) event.preventDefault() }
  }

  guide.define("guide-tracker", GuideTracker)
})()
