// The head of the tracker: when the agreement was signed, how many promises are kept, late and to come, what to do about
// the late ones, and the lines about them for the letter.
(() => {
  const { dayTrouble, letterLine } = guide.tracker

  class TrackerOverview {
    /** @param {HTMLElement} tracker the <guide-tracker> whose head it is */
    constructor(tracker) {
      this.tracker = tracker
      this.part("order").textContent = guide.phrase("tracker.order_hint", { order: guide.days.order })
    }

    part(name) { return this.tracker.part(name) }

    get carryButton() { return this.tracker.button("carry") }

    // The field for the day of the agreement.
    get signed() { return this.tracker.querySelector("[name=signed]") }

    /** @param {ShownPromise[]} shown */
    show(shown) {
      const { value } = this.signed
      this.part("signed").firstElementChild.textContent = value
        ? guide.phrase("tracker.signed_title", { date: guide.formatDate(value) }) : guide.phrase("tracker.signed_question")
      const count = state => shown.filter(({ seen }) => seen.state === state).length
      const [kept, late] = [count("kept"), count("late")]
      this.showTally({ kept, late, open: shown.length - kept - late })
      this.tracker.toggleAttribute("data-late", late > 0)
      this.tracker.toggleAttribute("data-none", !shown.length)
      this.part("none").hidden = shown.length > 0
      this.part("tally").hidden = this.part("ways").hidden = !shown.length
      this.showAdvice(late, shown.reduce((all, { seen }) => all + seen.misses, 0))
    }

    showTally(numbers) {
      for (const [name, number] of Object.entries(numbers)) {
        this.tracker.querySelector(`[data-count="${name}"]`).textContent = number
      }
    }

    showAdvice(late, misses) {
      this.part("advice").hidden = !late
      if (!late) return
      const step = misses > 1 ? "second" : "first"
      this.part("advice").firstElementChild.textContent = step === "first"
        ? guide.phrase("tracker.first_miss_title") : guide.phrase("tracker.misses_title", { count: misses })
      for (const advice of this.tracker.querySelectorAll("[data-advice]")) advice.hidden = advice.dataset.advice !== step
      this.carryButton.textContent = guide.phrase("tracker.carry_open_button", { count: late })
      if (this.letter) this.openLetter()
    }

    // The day of the agreement was typed: keep it, or say what is wrong with it.
    changeSigned() {
      const { signed, tracker } = this
      const trouble = guide.days.trouble(signed) || dayTrouble(signed.value)
      const state = tracker.querySelector("#agreement-signed-state")
      state.textContent = trouble
      state.toggleAttribute("data-wrong", Boolean(trouble))
      signed.setAttribute("aria-invalid", String(Boolean(trouble)))
      if (trouble || signed.value === tracker.work.signed) return
      tracker.work.signed = signed.value
      tracker.show()
      if (tracker.work.promises.length || guide.store.keeping("tracker") !== "no") tracker.changed(guide.phrase("tracker.signed_saved"))
    }

    // ---------- The letter

    toggleLetter() {
      if (this.letter) this.closeLetter()
      else this.openLetter()
    }

    openLetter() {
      const { shown, today, work } = this.tracker
      const late = shown.filter(({ seen }) => seen.state === "late")
      this.letter = new guide.TrackerLetter(late.map(({ promise, seen }) => letterLine(promise, seen, today)), work.signed)
      this.part("carry").replaceChildren(this.letter.element)
      this.carryButton.setAttribute("aria-expanded", "true")
    }

    closeLetter() {
      this.letter = null
      this.part("carry").replaceChildren()
      this.carryButton.setAttribute("aria-expanded", "false")
    }

    // Write the lines into the letter, and go there if that went well.
    carry(how) { if (this.letter.carry(how)) location.href = this.letter.link.href }
  }

  guide.TrackerOverview = TrackerOverview
})()
