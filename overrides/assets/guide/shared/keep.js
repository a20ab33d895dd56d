// <guide-keep part="…" what="…"> asks if a part of the work may be kept, and says where it is.
//
// `part` is the part's name in the store, `what` is how a parent calls it ("ticks"). The element it belongs to calls
// `begin`. Other pages and tabs write the same part: only what changed here is written, and what changed there is taken over.
// Markup: overrides/partials/keep.html.
(() => {
  const { merge, same } = guide
  const copy = value => JSON.parse(JSON.stringify(value))

  const SAID = {
    unreadable: guide.phrase("keep.unreadable"),
    newer: guide.phrase("browser.newer_edition"),
  }

  class GuideKeep extends HTMLElement {
    connectedCallback() {
      if (!this.firstElementChild) {
        this.append(guide.copy("guide-keep"))
        this.group.setAttribute("aria-label", guide.phrase("keep.question", { what: this.what }))
        this.querySelector(".guide-keep__title").textContent = guide.phrase("keep.question", { what: this.what })
      }
      this.addEventListener("click", this)
      window.addEventListener("storage", this.following)
      window.addEventListener("pageshow", this.returning)
      window.addEventListener("pagehide", this.leaving)
      this.show()
      this.say(SAID[guide.store.trouble] || "")
    }

    disconnectedCallback() {
      window.removeEventListener("storage", this.following)
      window.removeEventListener("pageshow", this.returning)
      window.removeEventListener("pagehide", this.leaving)
    }

    get part() { return this.getAttribute("part") }

    get what() { return this.getAttribute("what") }

    get until() { return guide.formatDate(guide.store.until(this.part)) }

    get group() { return this.querySelector("[role=group]") }

    get opener() { return this.querySelector("[aria-expanded]") }

    get refused() {
      return SAID[guide.store.trouble]
        || guide.phrase("browser.no_store", { instead: guide.phrase("keep.refused_instead", { what: this.what }) })
    }

    say(text) { this.querySelector("[role=status]").textContent = text }

    show() {
      const where = guide.store.keeping(this.part)
      this.opener.textContent = where === "no" ? guide.phrase("keep.open_button", { what: this.what })
        : where === "tab" ? guide.phrase("keep.tab_state") : guide.phrase("keep.device_state", { date: this.until })
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

    // ---------- What stands on the page, and what is kept

    // Begin with what is kept. `work` returns what to keep as it stands on the page; `take` puts kept work onto the page,
    // told if that is a new beginning; `read` returns kept work in the form of `work`, from "device", "tab" or where it is.
    begin({ work, take, read = where => guide.store.read(this.part, where) }) {
      Object.assign(this, { work, take, read })
      for (const type of ["input", "click"]) document.addEventListener(type, () => { this.touched = true }, { capture: true, once: true })
      this.anew()
    }

    // Put what is kept onto the page in place of all that stands there.
    anew() {
      this.where = guide.store.keeping(this.part)
      this.asked = this.answered = false
      this.take(this.read(), true)
      // What the page said when it was last as it is kept.
      this.base = copy(this.work())
    }

    // Whether something changed here that is not written.
    get pending() { return !same(this.base, this.work()) }

    // Not every browser asks on leaving (those of iPhones do not). Words that nobody asked about are still there after Back.
    get unasked() { return this.where === "no" && guide.store.keeping(this.part) === "no" && this.pending && !this.asked }

    // Another tab may have kept, changed or erased it. What is pending here stays.
    following = () => {
      const where = guide.store.keeping(this.part)
      // What cannot be read says nothing of what stands here.
      const concerns = [this.where, where].some(one => one !== "no") && !(where === "no" && guide.store.trouble)
      if (concerns) {
        const [base, mine] = [this.base, copy(this.work())]
        const now = merge(base, mine, this.read())
        if (!same(mine, now)) this.take(now, false)
        this.base = merge(mine, base, copy(this.work()))
        if (where === "no") {
          this.asked = this.answered = false
          this.say("")
        }
        this.where = where
      }
      this.show()
    }

    // Back brings a page back whole. What was not kept when it was left, or is no longer, does not come back.
    returning = ({ persisted }) => {
      if (persisted && !this.unasked && [this.where, guide.store.keeping(this.part)].includes("no")) {
        this.open(false)
        this.say("")
        this.anew()
      } else if (persisted) this.following()
      // The browser filled in what it remembers of some fields, and nobody typed yet.
      else if (!this.touched && this.pending) this.anew()
      this.show()
    }

    // The browser puts some fields into its history. Of what is not kept it gets none.
    leaving = () => { if (guide.store.keeping(this.part) === "no" && !this.unasked) this.anew() }

    // Keep the work "device", "tab" or "no"; true if that went well.
    keep(where) {
      this.answered = true
      const mine = copy(this.work())
      const there = merge({}, this.read(), where === "no" ? {} : this.read(where))
      const kept = guide.store.keep(this.part, where, merge(guide.store.keeping(this.part) === "no" ? {} : this.base, mine, there))
      if (kept) {
        this.where = where
        this.base = where === "no" ? this.base : mine
      }
      this.open(false)
      this.show()
      this.say(!kept ? this.refused
        : where === "no" ? guide.phrase("keep.not_kept", { what: this.what })
          : where === "tab" ? guide.phrase("keep.kept_in_tab", { what: this.what })
            : guide.phrase("keep.kept_on_device", { what: this.what, date: this.until }))
      return kept
    }

    // Keep a change where the parent said; a refusal is told. True if it went well or nothing is to be kept.
    changed() {
      const kept = this.write()
      this.say(kept ? SAID[guide.store.trouble] || "" : this.refused)
      return kept
    }

    // Write what changed here into what is kept. True if it went well or nothing is to be kept.
    write() {
      if (guide.store.keeping(this.part) === "no") return true
      const mine = copy(this.work())
      const kept = guide.store.write(this.part, merge(this.base, mine, this.read()))
      if (kept) {
        this.base = mine
        this.following()
      }
      return kept
    }
  }

  customElements.define("guide-keep", GuideKeep)
})()
