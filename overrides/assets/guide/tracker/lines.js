// A promise's line in the letter about what was not kept.
(() => {
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

  const givenText = ({ given, madeUp }) =>
    madeUp ? guide.phrase("tracker.line_given_made_up", { given, count: madeUp }) : guide.phrase("tracker.line_given", { given })

  const sumLine = (kind, counted, today) => {
    const { dueLogged: due, owed, gaps } = counted
    const date = guide.formatDate(today), given = givenText(counted)
    if (!gaps) return guide.phrase("tracker.line_sum", { date, due, given, owed })
    return kind === "week" ? guide.phrase("tracker.line_sum_weeks", { date, due, given, owed })
      : guide.phrase("tracker.line_sum_sessions", { date, due, given, owed })
  }

  const serviceSum = (kind, counted, today) => {
    const sum = sumLine(kind, counted, today)
    return counted.weeks.some(({ breaks }) => breaks.length) ? `${sum} ${guide.phrase("tracker.line_breaks")}` : sum
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

  Object.assign(guide.tracker, { letterLine })
})()
