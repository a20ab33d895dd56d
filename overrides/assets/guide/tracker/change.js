// What a form changes of a promise, and what is said of that.
(() => {
  const { freshId, repeatDays, withLog } = guide.tracker

  // What is said of a saved form.
  const savedSentence = ({ name, isNew, promise }, added) => {
    switch (name) {
      case "log": return promise.kind === "week" ? guide.phrase("tracker.week_saved") : guide.phrase("tracker.session_saved")
      case "kept": return guide.phrase("tracker.kept_saved")
      case "missed": return guide.phrase("tracker.missed_saved")
      default: return isNew ? guide.phrase("tracker.added", { count: added }) : guide.phrase("tracker.changed")
    }
  }

  /**
   * @param {AgreementPromise} promise
   * @param {TrackerForm} form
   * @param {string} today
   * @returns {AgreementPromise[]} the promise with what its form says of it, and those like it that were added with it
   */
  const changedBy = (promise, { name, values, isNew }, today) => {
    if (name === "log") return [withLog(promise, values, today)]
    const { every, end, ...rest } = values
    if (name === "promise" && !rest.short && promise.short === undefined) delete rest.short
    const next = { ...promise, ...rest, missed: name === "missed" || name !== "kept" && promise.missed }
    if (!isNew || promise.start !== "paper") return [next]
    return repeatDays(values).map((until, n) => ({ ...next, until, ...(n ? { id: freshId(), number: next.number + n } : {}) }))
  }

  // By what two promises are called alike.
  const likeness = ({ words, who, item, from, until }) => [words, who, item, from, until].map(text => text.trim().toLowerCase()).join("\n")

  Object.assign(guide.tracker, { changedBy, likeness, savedSentence })
})()
