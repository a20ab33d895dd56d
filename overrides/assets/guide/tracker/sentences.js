// What is said of a promise: its name, how much it is, its days, and the sum of what was logged of it.
(() => {
  const { isBreak, sourceOf, whole } = guide.tracker

  /**
   * @param {AgreementPromise} promise
   * @returns {string} what the parent calls it, or its words
   */
  const nameOf = ({ short, words }) => typeof short === "string" && short.trim() || words

  /**
   * @param {AgreementPromise} promise
   * @returns {string} how much and how often, in words
   */
  const amount = promise => {
    if (promise.kind === "once") return guide.phrase("tracker.amount_once")
    const minutes = guide.phrase("tracker.amount_minutes", { count: whole(promise.minutes) || 0 })
    const count = whole(promise.times) || 0
    const times = promise.kind === "week" ? guide.phrase("tracker.amount_week", { count }) : guide.phrase("tracker.amount_total", { count })
    return guide.phrase("tracker.amount", { minutes, times })
  }

  /**
   * @param {string} day
   * @param {string} today
   * @returns {string} the day with its weekday, and with its year if that is another
   */
  const dayText = (day, today) => {
    if (!guide.days.is(day)) return day
    // A day is not broken over two lines.
    return guide.formatDate(day, day.slice(0, 4) === today.slice(0, 4) ? "day" : "dated").replaceAll(" ", "\u00a0")
  }

  /**
   * @param {ShownPromise} shown
   * @param {string} today
   * @returns {string} how it stands, and its day
   */
  const stateLine = ({ promise: { kind, until }, seen: { state, label } }, today) => {
    const isDated = kind === "once" && until && state !== "kept"
    return isDated ? guide.phrase("tracker.state_day", { state: label, day: dayText(until, today) }) : label
  }

  /** @returns {string} the paper that has a promise */
  const sourceText = promise => sourceOf(promise) === "iep" ? guide.phrase("tracker.source_iep") : guide.phrase("tracker.source_agreement")

  /**
   * @param {SchoolBreak} one
   * @param {(day: string) => string} textOf
   * @returns {string} its days, and what it is called
   */
  const breakText = ({ from, until, name }, textOf) =>
    [guide.phrase("tracker.span", { from: textOf(from) || "?", until: textOf(until) || "?" }), name.trim()].filter(Boolean).join(", ")

  const dateText = day => guide.days.is(day) ? guide.formatDate(day, "short") : day

  /** @returns {string} all breaks that are left out, the first to come first */
  const breaksText = breaks => breaks.filter(isBreak).sort((one, other) => one.from < other.from ? -1 : 1).map(one => breakText(one, dateText)).join("; ")

  // ---------- The sum of a service

  const isCounted = ({ isLogged, isOver, due }) => isLogged && isOver && due > 0

  const missing = ({ owed, logged, isOff }, hasEnded) => {
    if (isOff && !logged) return guide.phrase("tracker.state_all_off")
    if (!owed) return logged ? guide.phrase("tracker.sum_nothing_missing") : guide.phrase("tracker.state_nothing_logged")
    return hasEnded ? guide.phrase("tracker.sum_still_missing", { count: owed }) : guide.phrase("tracker.sum_missing", { count: owed })
  }

  const missingWhere = (kind, { weeks, logged }) => {
    const count = weeks.filter(isCounted).length
    if (!logged || kind === "week" && !count) return ""
    return kind === "week" ? guide.phrase("tracker.sum_in_weeks", { count }) : guide.phrase("tracker.sum_in_sessions")
  }

  const givenSentence = (kind, { all, due, dueLogged, given, logged, owed }) => {
    const of = kind === "total" && !owed ? all : dueLogged
    if (!logged) return due ? guide.phrase("tracker.count_log_each") : ""
    return given <= of ? guide.phrase("tracker.count_given", { given, due: of }) : guide.phrase("tracker.count_given_more", { given, due: of })
  }

  const makeupSentence = ({ makeup }) => makeup ? guide.phrase("tracker.count_makeup", { count: makeup }) : ""

  const breaksSentence = ({ weeks }) => weeks.some(({ breaks }) => breaks.length) ? guide.phrase("tracker.count_breaks") : ""

  const gapsSentence = (kind, { gaps, logged, weeks }) => {
    const count = kind === "total" ? gaps : weeks.filter(week => week.isOver && week.due && !week.isLogged).length
    if (!count || !logged) return ""
    return kind === "total" ? guide.phrase("tracker.count_sessions_gap", { count }) : guide.phrase("tracker.count_weeks_gap", { count })
  }

  /**
   * What a parent should know of a service, most of all what is missing. What was not logged is not counted.
   * @param {AgreementPromise} promise a service
   * @param {ServiceCount} counted
   * @param {string} today
   * @returns {{ended: string, strong: string, where: string, more: string}}
   */
  const sum = ({ kind, until }, counted, today) => {
    const hasEnded = Boolean(until) && until < today
    const where = missingWhere(kind, counted)
    return {
      ended: hasEnded ? guide.phrase("tracker.sum_ended", { date: guide.formatDate(until, "yearless") }) : "",
      strong: missing(counted, hasEnded) + (where ? "" : "."),
      where,
      more: [givenSentence(kind, counted), makeupSentence(counted), gapsSentence(kind, counted), breaksSentence(counted)].filter(Boolean).join(" "),
    }
  }

  /** @returns {string} the same in plain sentences */
  const countSentences = (promise, counted, today) => {
    const { ended, strong, where, more } = sum(promise, counted, today)
    return [ended, strong, where, more].filter(Boolean).join(" ")
  }

  Object.assign(guide.tracker, { amount, breakText, breaksText, countSentences, dayText, nameOf, sourceText, stateLine, sum })
})()
