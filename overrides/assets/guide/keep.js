// <guide-keep part="…" what="…"> asks if a part of the work may be kept, and says where it is.
//
// `part` is the part's name in the store, `what` is how a parent calls it ("ticks").
// The element it belongs to sets `work`, a function that returns what to keep.
// Markup: overrides/partials/keep.html.
(() => {
  const SAID = {
    unreadable: "Work kept in this browser cannot be read. It is left as it is, and you can go on here all the same.",
    newer: "Work kept in this browser comes from a newer edition of the guide. It is left as it is. Reload the page to get that edition.",
  }

  class GuideKeep extends HTMLElement {
    connectedCallback() {
      if (!this.firstElementChild) {
        this.append(guide.copy("guide-keep"))
        this.group.setAttribute("aria-label", `Keep your ${this.what}?`)
        this.querySelector(".guide-keep__title").textContent = `Keep your ${this.what}?`
      }
      this.addEventListener("click", this)
      // Another tab, or the page of saved work, may have kept or erased it.
      window.addEventListener("storage", this.show)
      window.addEventListener("pageshow", this.show)
      this.show()
      this.say(SAID[guide.store.trouble] || "")
    }

    disconnectedCallback() {
      window.removeEventListener("storage", this.show)
      window.removeEventListener("pageshow", this.show)
    }

    get part() { return this.getAttribute("part") }

    get what() { return this.getAttribute("what") }

    get group() { return this.querySelector("[role=group]") }

    get opener() { return this.querySelector("[aria-expanded]") }

    get refused() {
      return SAID[guide.store.trouble]
        || `This browser does not let the guide keep anything. Your ${this.what} stay until you leave the page. Print or save a file before you go.`
    }

    say(text) { this.querySelector("[role=status]").textContent = text }

    show = () => {
      const where = guide.store.keeping(this.part)
      this.opener.textContent = where === "no" ? `Keep my ${this.what} on this device`
        : where === "tab" ? "Kept until this tab closes. Change" : `Kept until ${guide.say(guide.store.until(this.part))}. Change`
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

    // Keep the work "device", "tab" or "no"; true if that went well.
    keep(where) {
      this.answered = true
      const kept = guide.store.keep(this.part, where, this.work())
      this.open(false)
      this.show()
      this.say(!kept ? this.refused
        : where === "no" ? `Nothing is kept. Your ${this.what} go when you leave the page.`
          : where === "tab" ? `Your ${this.what} are kept until this tab closes.`
            : `Your ${this.what} are kept in this browser until ${guide.say(guide.store.until(this.part))}.`)
      return kept
    }

    // Keep a change where the parent said; a refusal is told. True if it went well or nothing is to be kept.
    changed() {
      const kept = guide.store.write(this.part, this.work())
      this.say(kept ? SAID[guide.store.trouble] || "" : this.refused)
      return kept
    }
  }

  customElements.define("guide-keep", GuideKeep)
})()
