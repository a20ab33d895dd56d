// How each promise stands on a given day, and the order in which a parent should look at them.
//
// Nothing here touches the page or the clock.
(() => {
  const SOON = 7 // From so many days before it, a day is near.

  const { between } = guide.days
  const { count, promiseTroubles } = guide.tracker

  /**
   * How a promise stands on a day.
   * @typedef {object} PromiseState
   * @property {"late" | "check" | "soon" | "due" | "kept"} state
   * @property {string} label the state in words
   * @property {number} misses
   * @property {string} [trouble] what is wrong with the promise, so that its state cannot be told
   * @property {ServiceCount} [counted] of a service
   * @property {boolean} [begun] of a service
   */

  /**
   * A promise on the page.
   * @typedef {object} ShownPromise
   * @property {AgreementPromise} promise
   * @property {PromiseState} seen
   * @property {string} day by which it is sorted
   */

  const nearness = days => days <= SOON ? "soon" : "due"

  const dueIn = days => {
    const state = nearness(days)
    if (days === 0) return { state, label: guide.phrase("tracker.state_due_today"), misses: 0 }
    if (days === 1) return { state, label: guide.phrase("tracker.state_due_tomorrow"), misses: 0 }
    return { state, label: guide.phrase("tracker.state_due_in", { count: days }), misses: 0 }
  }

  const beginsIn = days =>
    days === 1 ? guide.phrase("tracker.state_begins_tomorrow") : guide.phrase("tracker.state_begins_in", { count: days })

  const keptState = (until, kept) => {
    const date = guide.formatDate(kept, "short")
    if (!until || kept <= until) return { state: "kept", label: guide.phrase("tracker.state_kept", { date }), misses: 0 }
    return { state: "kept", label: guide.phrase("tracker.state_kept_late", { date, count: between(until, kept) }), misses: 1 }
  }

  const lookOnce = ({ until, kept, missed }, today) => {
    if (kept) return keptState(until, kept)
    if (until && until < today) return { state: "late", label: guide.phrase("tracker.state_late", { count: between(until, today) }), misses: 1 }
    if (missed) return { state: "late", label: guide.phrase("tracker.state_missed"), misses: 1 }
    if (!until) return { state: "due", label: guide.phrase("tracker.state_no_day"), misses: 0 }
    return dueIn(between(today, until))
  }

  const gapsLabel = (kind, gaps) =>
    kind === "total" ? guide.phrase("tracker.state_sessions_gap", { count: gaps }) : guide.phrase("tracker.state_weeks_gap", { count: gaps })

  const lookService = (promise, today, breaks) => {
    const { kind, from, until } = promise
    const counted = count(promise, today, breaks)
    const { all, behind, due, each, gaps, given, logged, owed } = counted
    const misses = Math.floor(owed / each)
    const seen = (state, label) => ({ state, label, counted, begun: from <= today, misses })
    if (from > today) return seen(nearness(between(today, from)), beginsIn(between(today, from)))
    const hasEnded = until && until < today
    if (counted.isOff) return seen("check", guide.phrase("tracker.state_all_off"))
    if (due && !logged) return seen("check", guide.phrase("tracker.state_nothing_logged"))
    if (hasEnded && owed) return { ...seen("late", guide.phrase("tracker.state_owed", { count: owed })), misses: Math.max(1, misses) }
    if (!hasEnded && owed >= each) return seen("late", guide.phrase("tracker.state_behind", { count: owed }))
    if (gaps) return seen("check", gapsLabel(kind, gaps))
    if (hasEnded || kind === "total" && given >= all) return seen("kept", guide.phrase("tracker.state_all_given"))
    if (behind >= each) return seen("check", guide.phrase("tracker.state_slow"))
    const label = due ? guide.phrase("tracker.state_on_pace") : guide.phrase("tracker.state_running")
    return seen(until ? nearness(between(today, until)) : "due", label)
  }

  /**
   * @param {AgreementPromise} promise
   * @param {string} today
   * @param {SchoolBreak[]} breaks
   * @returns {PromiseState}
   */
  const look = (promise, today, breaks) => {
    const [trouble] = Object.values(promiseTroubles(promise))
    if (trouble) return { state: "check", label: guide.phrase("tracker.state_trouble"), misses: 0, trouble }
    return promise.kind === "once" ? lookOnce(promise, today) : lookService(promise, today, breaks)
  }

  // The day a promise is sorted by; one without a day comes last.
  const sortDay = ({ kind, from, until, kept }, today) => {
    if (kind === "once") return kept || until || "9999"
    return from > today ? from : until || "9999"
  }

  const ORDER = { late: 0, check: 1, soon: 2, due: 2, kept: 3 }

  const compare = (a, b) => {
    if (ORDER[a.seen.state] !== ORDER[b.seen.state]) return ORDER[a.seen.state] - ORDER[b.seen.state]
    if (a.day !== b.day) return a.day < b.day ? -1 : 1
    return a.promise.number - b.promise.number
  }

  /**
   * @param {AgreementPromise[]} promises
   * @param {string} today
   * @param {SchoolBreak[]} breaks
   * @returns {ShownPromise[]} in the order in which a parent should look at them
   */
  const inOrder = (promises, today, breaks) => promises
    .map(promise => ({ promise, seen: look(promise, today, breaks), day: sortDay(promise, today) })).sort(compare)

  Object.assign(guide.tracker, { inOrder })
})()
