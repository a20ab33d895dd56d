// The minutes of a service: what was due, given and owed on a given day.
//
// Nothing here touches the page or the clock.
(() => {
  const SCHOOL_DAYS = 5 // In a week.

  const { add, between } = guide.days
  const { sessionTroubles, whole } = guide.tracker

  /**
   * The minutes of a service on a day. What was excused (no school, child away) is not due. Owed is only what the agreement
   * let pass, a week or the last day, and only where the log says so: a week with a session in it, or a session, with 0 for
   * one that was not given.
   * @typedef {object} ServiceCount
   * @property {number} each of one session
   * @property {number} due so far
   * @property {number} given so far
   * @property {number} all to its end; 0 if it has none
   * @property {number} behind an even pace
   * @property {number} dueLogged those due in what was logged
   * @property {number} owed of what was logged
   * @property {number} unlogged missing where nothing was logged
   * @property {number} gaps weeks, or of a total sessions, that were not logged; 0 exactly if `unlogged` is 0
   * @property {boolean} logged whether there is any session that was due
   * @property {string} last the last day in the log, or ""
   * @property {ServiceWeek[]} weeks of a service by the week: those that are over, and the one that runs if something was logged in it
   */

  /**
   * @typedef {object} ServiceWeek
   * @property {string} first
   * @property {string} last
   * @property {number} whole the minutes that were agreed for it
   * @property {number} due those of `whole` that were not excused
   * @property {number} given
   * @property {boolean} isOver
   * @property {boolean} isLogged whether it counts: something was logged in it, and the parent knows what was given
   * @property {Session[]} sessions all that was logged in it
   */

  const schoolDays = (first, days) => Array.from({ length: days }, (_, n) => new Date(`${add(first, n)}T00:00:00Z`).getUTCDay())
    .filter(day => day > 0 && day < 6).length

  // The weeks of a service that have ended before `today`: [{first, last, sessions}]. Weeks count from the first day; of a
  // week cut short by the last day, as many sessions as its school days make whole.
  const weeksDue = ({ times, from, until }, today) => {
    const hasEnded = until && until < today
    const days = between(from, hasEnded ? until : add(today, -1)) + 1
    const weeks = Array.from({ length: Math.max(0, Math.floor(days / 7)) }, (_, n) => ({
      first: add(from, 7 * n), last: add(from, 7 * n + 6), sessions: whole(times) }))
    const rest = days > 0 && hasEnded ? days % 7 : 0
    if (!rest) return weeks
    const first = add(from, days - rest)
    return [...weeks, { first, last: until, sessions: Math.floor(whole(times) * schoolDays(first, rest) / SCHOOL_DAYS) }]
  }

  // Sessions that were due before `today`.
  const sessionsDue = (promise, today) => {
    const { kind, times, from, until } = promise
    if (kind === "week") return weeksDue(promise, today).reduce((all, { sessions }) => all + sessions, 0)
    if (until && until < today) return whole(times)
    const days = between(from, today)
    return until && days > 0 ? Math.floor(whole(times) * days / (between(from, until) + 1)) : 0
  }

  const sessionsInAll = promise => {
    if (promise.kind === "total") return whole(promise.times)
    return promise.until ? sessionsDue(promise, add(promise.until, 1)) : 0
  }

  const minutesOf = sessions => sessions.reduce((all, session) => all + whole(session.minutes), 0)

  // The week in which `today` is, of a service that has begun and not ended: [{first, last, sessions}].
  const weekNow = ({ times, from, until }, today) => {
    if (from > today || until && until < today) return []
    const first = add(from, 7 * Math.floor(between(from, today) / 7))
    const last = add(first, 6)
    return [{ first, last: until && until < last ? until : last, sessions: whole(times) }]
  }

  const isExcused = ({ excused }) => excused
  const isGiven = ({ excused }) => !excused
  const isUnknown = ({ why }) => why === "unknown"

  // What can be counted of the log of a service.
  const logOf = (promise, today) => promise.log.filter(session => !Object.keys(sessionTroubles(session, promise, today)).length)

  /**
   * @param {AgreementPromise} promise a service by the week
   * @param {string} today
   * @returns {ServiceWeek[]} those that are over, and the one that runs
   */
  const weeksOf = (promise, today) => {
    const log = logOf(promise, today)
    return [...weeksDue(promise, today), ...weekNow(promise, today)].map(({ first, last, sessions: times }) => {
      const sessions = log.filter(({ day }) => day >= first && day <= last)
      const agreed = times * whole(promise.minutes)
      return {
        first, last, whole: agreed, sessions,
        due: Math.max(0, agreed - minutesOf(sessions.filter(isExcused))),
        given: minutesOf(sessions.filter(isGiven)),
        isOver: last < today,
        isLogged: sessions.some(isGiven) && !sessions.some(isUnknown),
      }
    })
  }

  // What was logged and is known; of a week of which a part is not known, nothing is.
  const knownOf = (log, weeks) => {
    const unknown = new Set(weeks.filter(({ sessions }) => sessions.some(isUnknown)).flatMap(({ sessions }) => sessions))
    return log.filter(session => !isUnknown(session) && !unknown.has(session))
  }

  /**
   * @param {AgreementPromise} promise a service in which nothing is wrong
   * @param {string} today
   * @returns {ServiceCount}
   */
  const count = (promise, today) => {
    const { kind, until } = promise
    const each = whole(promise.minutes)
    const log = logOf(promise, today)
    const weeks = kind === "week" ? weeksOf(promise, today) : []
    const over = weeks.filter(({ isOver }) => isOver)
    const sessions = knownOf(log, weeks).filter(isGiven)
    const excused = log.filter(isExcused)

    const due = Math.max(0, sessionsDue(promise, today) * each - minutesOf(excused))
    const given = minutesOf(sessions)
    const behind = Math.max(0, due - given)
    const dueInLog = kind === "total" ? sessions.length * each
      : over.filter(({ isLogged }) => isLogged).reduce((minutes, week) => minutes + week.due, 0)
    const dueLogged = Math.min(due, dueInLog)
    const isOver = kind === "week" || Boolean(until && until < today)
    const owed = isOver ? Math.max(0, dueLogged - given) : 0
    const unlogged = isOver ? behind - owed : 0
    const unloggedParts = kind === "total" ? Math.ceil(unlogged / each) : over.filter(week => !week.isLogged && week.due).length
    return {
      each, due, given, behind, dueLogged, owed, unlogged,
      all: Math.max(0, sessionsInAll(promise) * each - minutesOf(excused)),
      gaps: unlogged ? unloggedParts : 0,
      logged: sessions.length > 0,
      last: log.reduce((last, { day }) => day > last ? day : last, ""),
      weeks: weeks.filter(week => week.isOver || week.sessions.length),
    }
  }

  Object.assign(guide.tracker, { count, weeksOf })
})()
