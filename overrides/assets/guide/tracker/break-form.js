// The form of a school break, and what is said of one that was saved.
(() => {
  const { breakText, breakTroubles, breaksIn, count, dayText, freshId, nameOf, promiseTroubles } = guide.tracker

  class TrackerBreakForm extends guide.TrackerForm {
    draw() { this.part('[data-do="drop-break"]').hidden = this.isNew }

    get firstValues() { return this.promise }

    get troubles() { return breakTroubles(this.values) }
  }

  const freshBreak = () => ({ id: freshId(), from: "", until: "", name: "" })

  // Services of which nothing is due any more because of the breaks.
  const emptied = (promises, today, breaks) => promises.filter(promise =>
    promise.kind === "week" && !Object.keys(promiseTroubles(promise)).length && count(promise, today, breaks).isOff).map(nameOf)

  /**
   * @param {SchoolBreak} saved
   * @param {TrackerWork} work
   * @param {string} today
   * @returns {string} what is said of a break that was saved: what looks wrong with it is told, and it counts as it is
   */
  const breakSentence = (saved, { promises, breaks }, today) => {
    const [other] = breaksIn(breaks.filter(({ id }) => id !== saved.id), saved.from, saved.until)
    const names = emptied(promises, today, breaks)
    return [
      guide.phrase("tracker.break_saved"),
      other ? guide.phrase("tracker.break_overlaps", { other: breakText(other, day => dayText(day, today)) }) : "",
      names.length ? guide.phrase("tracker.break_covers", { names: names.join(", ") }) : "",
    ].filter(Boolean).join(" ")
  }

  guide.TrackerBreakForm = TrackerBreakForm
  Object.assign(guide.tracker, { breakSentence, freshBreak })
})()
