// What is said of a promise: how much it is, what was counted of it, and its line in the letter about what was not kept.
(() => {
  const { whole } = guide.tracker

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

  const givenSentence = ({ due, dueLogged, given, logged, gaps }) => {
    if (!logged) return due ? guide.phrase("tracker.count_log_each") : ""
    if (gaps) return guide.phrase("tracker.count_given_logged", { given, due: dueLogged })
    return due || given ? guide.phrase("tracker.count_given", { given, due }) : ""
  }

  const gapsSentence = (kind, { logged, gaps }) => {
    if (!logged || !gaps) return ""
    return kind === "total" ? guide.phrase("tracker.count_sessions_gap", { count: gaps }) : guide.phrase("tracker.count_weeks_gap", { count: gaps })
  }

  /**
   * @param {AgreementPromise} promise a service
   * @param {ServiceCount} counted
   * @returns {string} what was counted, in sentences; what was not logged is no time owed
   */
  const countSentences = ({ kind }, counted) => {
    const { owed, all, last } = counted
    return [
      givenSentence(counted),
      owed ? guide.phrase("tracker.count_owed", { count: owed }) : "",
      gapsSentence(kind, counted),
      all ? guide.phrase("tracker.count_all", { count: all }) : "",
      last ? guide.phrase("tracker.count_last", { date: guide.formatDate(last) }) : "",
    ].filter(Boolean).join(" ")
  }

  // ---------- The letter

  const oneLine = text => text.replace(/\s+/g, " ").trim()
  const asSentence = text => !text || /[.!?]["'”’)]*$/.test(text) ? text : `${text}.`

  // The agreement's words in one pair of quotes, whoever typed some already; the line goes on behind them.
  const quoted = words => {
    const bare = oneLine(words).replace(/^["“”]+|[.,;:"“”]+$/g, "").replace(/["“”]/g, "'")
    return guide.phrase("tracker.line_quote", { words: bare })
  }

  const onceLine = (name, { until, note, missed }, today) => {
    const notDone = () => missed && until >= today ? guide.phrase("tracker.line_will_not") : guide.phrase("tracker.line_not_done")
    const happened = asSentence(oneLine(note)) || notDone()
    return until ? guide.phrase("tracker.line_once", { name, date: guide.formatDate(until), happened })
      : guide.phrase("tracker.line_no_day", { name, happened })
  }

  const serviceSum = (kind, { dueLogged: due, given, owed, gaps }, today) => {
    const date = guide.formatDate(today)
    if (!gaps) return guide.phrase("tracker.line_sum", { date, due, given, owed })
    return kind === "week" ? guide.phrase("tracker.line_sum_weeks", { date, due, given, owed })
      : guide.phrase("tracker.line_sum_sessions", { date, due, given, owed })
  }

  const serviceLine = (name, { kind, from, until, note }, counted, today) => {
    const first = guide.formatDate(from)
    const sum = [serviceSum(kind, counted, today), asSentence(oneLine(note))].filter(Boolean).join(" ")
    return until ? guide.phrase("tracker.line_service", { name, from: first, until: guide.formatDate(until), sum })
      : guide.phrase("tracker.line_service_open", { name, from: first, sum })
  }

  /**
   * @param {AgreementPromise} promise
   * @param {PromiseState} seen
   * @param {string} today
   * @returns {string} one line of the letter: the words, the day, what happened
   */
  const letterLine = (promise, seen, today) => {
    const words = quoted(promise.words)
    const item = oneLine(promise.item)
    const name = item ? guide.phrase("tracker.line_item", { item, words }) : words
    return promise.kind === "once" ? onceLine(name, promise, today) : serviceLine(name, promise, seen.counted, today)
  }

  Object.assign(guide.tracker, { amount, countSentences, letterLine })
})()
