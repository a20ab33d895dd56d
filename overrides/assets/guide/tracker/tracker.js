// <guide-tracker> keeps the promises of a signed agreement, and says how each stands today.
//
// Without JavaScript its table prints and is filled in by hand.
// Markup: scripts/guide/blocks/tracker.py. Tools: overrides/partials/tracker.html.
(() => {
  const { read, inOrder } = guide.tracker
  // A date that is none changes no value, so the browser tells of no input: keys and leaving the field do.
  const EVENTS = ["input", "change", "click", "submit", "keyup", "focusout"]

  // The page ends, or goes over to another child's file (shared/which-file.js).
  const LEAVING = ["beforeunload", "guide-other-file"]

  class GuideTracker extends HTMLElement {
    connectedCallback() {
      if (!this.list) this.draw()
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
      this.append(guide.copy("guide-tracker-tools"))
      this.overview = new guide.TrackerOverview(this)
      this.list = new guide.TrackerList(this.part("list"))
      this.editor = new guide.TrackerEditor(this)
      this.exports = new guide.TrackerExport(this.part("paper"))
      this.keep.begin({
        work: () => this.work,
        read: where => read(guide.store.read("tracker", where)),
        take: (work, anew) => this.showWork(work, anew),
      })
    }

    part(name) { return this.querySelector(`.guide-tracker__${name}`) }

    button(name) { return this.querySelector(`[data-do="${name}"]`) }

    get keep() { return this.querySelector("guide-keep") }

    /** @returns {ShownPromise[]} */
    get shown() { return inOrder(this.work.promises, this.today) }

    report(text) { this.part("said").textContent = text }

    // Show kept work. Forms stay open with what is typed in them, unless it is a new beginning.
    showWork(work, anew) {
      const { activeElement } = document
      const { signed } = this.overview
      const isTyping = this.work && signed.value !== this.work.signed
      this.work = work
      if (anew || guide.store.keeping("tracker") === "no") this.editor.endUndo()
      if (anew || !isTyping) signed.value = work.signed
      if (anew) {
        this.editor.close()
        this.overview.closeLetter()
        this.part("signed").open = !signed.value
      } else this.editor.rescueForm()
      const count = work.unread.length
      this.part("unread").textContent = count ? guide.phrase("tracker.unread", { count }) : ""
      this.show()
      // A row that moved took the keyboard away from the form in it.
      if (this.editor.form?.element.contains(activeElement)) activeElement.focus()
    }

    show() {
      this.today = guide.today()
      const { shown } = this
      this.list.show(shown)
      this.overview.show(shown)
    }

    handleEvent(event) {
      const { target, type } = event
      const { form } = this.editor
      const isAtDate = target.type === "date" && (type === "keyup" && event.key !== "Tab" || type === "focusout" && target.validity.badInput)
      if (type === "submit") {
        event.preventDefault()
        this.editor.submit()
      } else if (form?.element.contains(target) && (type === "input" || isAtDate)) form.typed(target)
      else if (target === this.overview.signed && (type === "change" || type === "focusout")) this.overview.changeSigned()
      else if (type === "click") this.press(target.closest("button"))
    }

    // A button was pressed, if any; its data tells what for.
    press(button) {
      if (!button) return
      const { keep, carry, act } = button.dataset
      // What was said of keeping is so no longer: the choice itself says it now.
      if (keep) this.report("")
      else if (carry) this.overview.carry(carry)
      else if (act) this.editor.open(act, button.closest("[data-promise]").dataset.promise)
      else this.act(button.dataset.do, button)
    }

    // What a button's data-do asks for.
    act(action, button) {
      switch (action) {
        case "add": return this.editor.open("promise")
        case "cancel": return this.editor.cancel()
        case "drop": return this.editor.deletePromise()
        case "forget": return this.editor.deleteSession(button)
        case "undo": return this.editor.undo()
        case "carry": return this.overview.toggleLetter()
        case "calendar": return this.report(this.exports.calendar(this.shown, this.today))
        case "table": return this.report(this.exports.table(this.shown))
        case "print": return window.print()
      }
    }

    // Keep what changed and show it; `sentence` says what that was.
    changed(sentence) {
      this.editor.endUndo()
      this.show()
      this.report(`${sentence} ${this.keepChange()}`)
    }

    // Keep a change where the parent said, or ask where. Returns what became of it: "Saved" is said only of what is there tomorrow.
    keepChange() {
      // Asked once: at the first promise that would be lost.
      const isAsked = guide.store.keeping("tracker") === "no" && !this.keep.asked && !guide.store.trouble
      if (isAsked) this.keep.open(true)
      const kept = !isAsked && this.keep.changed() ? guide.store.keeping("tracker") : "no"
      if (kept === "device") return guide.phrase("tracker.saved_on_device")
      return kept === "tab" ? guide.phrase("tracker.saved_in_tab") : guide.phrase("tracker.not_saved")
    }

    printing = () => this.exports.fillPaper(this.shown)

    // The day may have changed while the page stood open.
    returning = () => { if (!document.hidden && guide.today() !== this.today && !this.editor.form) this.show() }

    // What stands in an open form is no promise yet.
    unloading = event => { if (this.editor.isUnsaved) event.preventDefault() }
  }

  guide.define("guide-tracker", GuideTracker)
})()
