// What a form changes of a promise, and what is said of that.
(() => {
  const { freshId, repeatDays, withLog, withMakeup } = guide.tracker

  // What is said of a saved form.
  const savedSentence = ({ name, isNew, promise }, added) => {
    switch (name) {
      case "log": return promise.kind === "week" ? guide.phrase("tracker.week_saved") : guide.phrase("tracker.session_saved")
      case "makeup": return guide.phrase("tracker.makeup_saved")
      case "kept": return guide.phrase("tracker.kept_saved")
      case "missed": return guide.phrase("tracker.missed_saved")
      default: return isNew ? guide.phrase("tracker.added", { count: added }) : guide.phrase("tracker.changed")
    }
  }

  /**
   * @param {AgreementPromise} promise
   * @param {TrackerForm} form
   * @returns {AgreementPromise[]} the promise with what its form says of it, and those like it that were added with it
   */
  const changedBy = (promise, { name, values, isNew, weeks }) => {
    if (name === "log") return [withLog(promise, values, weeks)]
    if (name === "makeup") return [withMakeup(promise, values)]
    const { every: _every, end: _end, ...rest } = values
    if (name === "promise" && !rest.short && promise.short === undefined) delete rest.short
    const next = { ...promise, ...rest, missed: name === "missed" || name !== "kept" && promise.missed }
    if (!isNew || promise.start !== "paper") return [next]
    return repeatDays(values).map((until, n) => Object.assign({}, next, { until }, n ? { id: freshId(), number: next.number + n } : {}))
  }

  // By what two promises are called alike.
  const likeness = ({ words, who, item, from, until }) => [words, who, item, from, until].map(text => text.trim().toLowerCase()).join("\n")

  /**
   * Keep a change where the parent said.
   * @param {HTMLElement} keep the <guide-keep>
   * @returns {string} what became of it: "kept" is said only of what is there tomorrow
   */
  const keptSentence = keep => {
    const kept = keep.changed() ? guide.store.keeping("tracker") : "no"
    if (kept === "device") return guide.phrase("tracker.saved_on_device")
    return kept === "tab" ? guide.phrase("tracker.saved_in_tab") : guide.phrase("tracker.not_saved")
  }

  Object.assign(guide.tracker, { changedBy, keptSentence, likeness, savedSentence })
})()
