// Logging a service: the minutes of a week, or of a session, and what became of the rest.
//
// Nothing here touches the page or the clock.
(() => {
  const { add } = guide.days
  const { freshId, isMakeup, weeksOf, whole } = guide.tracker
  const MOST_CHOICES = 6

  // What was not due, because the child or the school was away.
  const NOT_DUE = new Set(["out", "closed"])

  /**
   * @param {AgreementPromise} promise a service
   * @param {string} today
   * @param {SchoolBreak[]} breaks
   * @returns {ServiceWeek[]} its weeks, latest first
   */
  const weeksToLog = (promise, today, breaks) => promise.kind === "week" ? weeksOf(promise, today, breaks).filter(week => week.whole).reverse() : []

  // The week to ask for first: the latest that is over and not logged; else the one that runs.
  const weekToAsk = weeks => weeks.find(({ isOver, isLogged, due }) => isOver && due && !isLogged) || weeks[0]

  // The minutes that can be chosen: of one session, of two, to all of them.
  const choicesOf = ({ minutes, times, kind }, due) => {
    const each = whole(minutes)
    const sessions = kind === "week" ? Math.min(whole(times), Math.round(due / each)) : 1
    const all = Array.from({ length: sessions + 1 }, (_, n) => n * each)
    return all.length > MOST_CHOICES ? [0, due] : all
  }

  /**
   * @param {ServiceWeek | undefined} week
   * @returns {object} what its form shows at first
   */
  const valuesOfWeek = week => {
    if (!week?.sessions.length) return { week: week?.first ?? "" }
    const { why = "", how = "" } = week.sessions.find(session => session.why || session.how) || {}
    return { week: week.first, given: String(week.given), why, how }
  }

  const minutesOf = ({ given, minutes }) => given === "other" ? minutes : given

  /**
   * @param {AgreementPromise} promise
   * @param {object} values of its form: week or day, given, minutes, why, how
   * @param {ServiceWeek[]} weeks those that can be logged
   * @returns {number} the minutes due that were not given
   */
  const restOf = (promise, values, weeks) => {
    const week = weeks.find(({ first }) => first === values.week)
    const due = promise.kind === "week" ? week?.whole ?? 0 : whole(promise.minutes)
    return due - (whole(minutesOf(values) ?? "") || 0)
  }

  // The entries of the log for one week or session.
  const entriesOf = (promise, values, weeks) => {
    const { week, why, how } = values
    const day = promise.kind === "week" ? week : values.day
    const minutes = minutesOf(values)
    const rest = restOf(promise, values, weeks)
    // Where there was no school, a break that was entered counts among its days.
    const off = why === "closed" ? weeks.find(({ first }) => first === week) : null
    const id = promise.kind === "week" ? `w${week.replaceAll("-", "")}` : freshId()
    const said = { ...(rest > 0 && why ? { why } : {}), ...(how?.trim() ? { how: how.trim() } : {}) }
    const given = { id, day, minutes, excused: false, ...said }
    if (rest <= 0 || !NOT_DUE.has(why)) return [given]
    const excused = { id: `${id}x`, day, minutes: String(rest + (off ? off.agreed - off.whole : 0)), excused: true, ...said }
    return whole(minutes) ? [{ id, day, minutes, excused: false }, excused] : [excused]
  }

  /**
   * @param {AgreementPromise} promise
   * @param {object} values of its form
   * @param {ServiceWeek[]} weeks those that can be logged
   * @returns {AgreementPromise} with that logged; a week that was logged before is logged anew, without its make-up time
   */
  const withLog = (promise, values, weeks) => {
    const { week } = values
    const isBefore = session => promise.kind === "week" && !isMakeup(session) && session.day >= week && session.day <= add(week, 6)
    return { ...promise, log: [...promise.log.filter(session => !isBefore(session)), ...entriesOf(promise, values, weeks)] }
  }

  /** @returns {AgreementPromise} with make-up time logged */
  const withMakeup = (promise, { day, minutes, how }) => ({
    ...promise, log: [...promise.log, { id: freshId(), day, minutes, excused: false, makeup: true, ...how.trim() ? { how: how.trim() } : {} }] })

  Object.assign(guide.tracker, { choicesOf, minutesOf, restOf, valuesOfWeek, weekToAsk, weeksToLog, withLog, withMakeup })
})()
