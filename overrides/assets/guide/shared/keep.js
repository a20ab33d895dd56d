// <guide-keep part="…" what="…"> asks if a part of the work may be kept, and says where it is.
//
// `part` is the part's name in the store, `what` is how a parent calls it ("ticks"). The element it belongs to calls
// `begin`; with `brief` it stands beside words that say what is not kept. What stands on the page and what is kept of it: shared/page-work.js. Markup: overrides/partials/keep.html.
(() => {
  const { keepWords } = guide

  class GuideKeep extends HTMLElement {
    connectedCallback() {
      if (!this.querySelector("[role=group]")) {
        this.replaceChildren(guide.copy("guide-keep"))
        const question = guide.phrase("keep.question", { what: this.what })
        this.group.setAttribute("aria-label", question)
        this.querySelector(".guide-keep__title").textContent = question
      }
      this.addEventListener("click", this)
      for (const [type, listener] of this.listeners) window.addEventListener(type, listener)
      this.show()
      const misdated = keepWords.misdated(this.part, this.what)
      // What seems too old is erased only if the parent says so: the clock may be wrong.
      if (misdated) this.open(true)
      this.report(misdated || keepWords.trouble())
    }

    disconnectedCallback() {
      for (const [type, listener] of this.listeners) window.removeEventListener(type, listener)
    }

    get listeners() { return [["storage", this.following], ["pageshow", this.returning], ["pagehide", this.leaving],
      ["beforeunload", this.unloading], ["guide-other-file", this.holding]] }

    get part() { return this.getAttribute("part") }
    get what() { return this.getAttribute("what") }
    get keeping() { return guide.store.keeping(this.part) }
    get group() { return this.querySelector("[role=group]") }
    get opener() { return this.querySelector("[aria-expanded]") }

    report(text) { this.querySelector("[role=status]").textContent = text }

    show() {
      const isBrief = this.hasAttribute("brief") && this.keeping === "no"
      this.opener.textContent = isBrief ? guide.phrase("keep.brief_button") : keepWords.state(this.part, this.what)
      const line = this.querySelector(".guide-keep__file")
      line.firstElementChild.textContent = keepWords.file()
      line.hidden = !keepWords.file()
      for (const input of document.querySelectorAll("[data-fills]")) input.autocomplete = this.keeping === "device" ? input.dataset.fills : "off"
    }

    handleEvent({ target }) {
      const button = target.closest("button")
      if (button?.dataset.keep) {
        this.keep(button.dataset.keep)
        this.opener.focus()
      } else if (button) this.open(this.group.hidden)
    }

    // `asked` is true once the question was shown, `answered` once the parent said where.
    open(open) {
      this.asked = true
      this.group.hidden = !open
      this.opener.setAttribute("aria-expanded", String(open))
    }

    /** Begin with what is kept. @param {object} page how the page deals with it: {work, take, read}, as `PageWork` has it */
    begin(page) {
      this.page = new guide.PageWork(this.part, page)
      for (const type of ["input", "click"]) document.addEventListener(type, () => { this.touched = true }, { capture: true, once: true })
      this.beginAnew()
      this.show()
    }

    beginAnew() {
      this.asked = this.answered = false
      this.page.begin()
    }

    /** @returns {boolean} whether something changed here that is not written */
    get pending() { return this.page.pending }

    /** @returns {boolean} whether something would be lost of which the parent did not say where to keep it */
    get unsaved() { return this.pending && !this.answered && this.keeping === "no" }

    // Not every browser asks on leaving (those of iPhones do not). Words that nobody asked about are still there after Back.
    get unasked() { return this.page.isUnkept && this.pending && !this.asked }

    // Another tab may have kept, changed or erased it.
    following = () => {
      if (this.page.follow()) {
        this.asked = this.answered = false
        this.report("")
      }
      this.show()
    }

    // Back shows a page again as it was. What was not kept when it was left, or is no longer, does not come back.
    returning = ({ persisted }) => {
      const isOrWasUnkept = [this.page.where, this.keeping].includes("no")
      if (persisted && !this.unasked && isOrWasUnkept) {
        this.open(false)
        this.report("")
        this.beginAnew()
      } else if (persisted) this.following()
      // The browser filled in what it remembers of some fields, and nobody typed yet.
      else if (!this.touched && this.pending) this.beginAnew()
      this.show()
    }

    // The browser puts some fields into its history. Of what is not kept it gets none.
    leaving = () => { if (this.keeping === "no" && !this.unasked) this.beginAnew() }

    // Closing the tab, going back or on: the browser asks in its own words.
    unloading = event => {
      if (!this.unsaved) return
      this.asked = true
      event.preventDefault()
      event.returnValue = "" // Older browsers look here.
    }

    // What is typed and not kept belongs to the file of this page.
    holding = event => { if (this.page?.pending) event.preventDefault() }

    /** Keep the work there from now on. @param {"device" | "tab" | "no"} where @returns {boolean} whether that went well */
    keep(where) {
      this.answered = true
      const isKept = this.page.keep(where)
      this.open(false)
      this.show()
      this.report(isKept ? keepWords.kept(this.part, this.what) : keepWords.refusal(this.what))
      return isKept
    }

    /** Keep a change, and say if it is refused. @returns {boolean} whether that went well, or nothing is to be kept */
    changed() {
      const isKept = this.write()
      this.report(isKept ? keepWords.trouble() : keepWords.refusal(this.what))
      return isKept
    }

    /** Keep a change in silence. @returns {boolean} whether that went well, or nothing is to be kept */
    write() {
      if (this.keeping === "no") return true
      const isKept = this.page.write()
      if (isKept) this.following()
      return isKept
    }
  }

  guide.define("guide-keep", GuideKeep)
})()
