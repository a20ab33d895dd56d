// The minutes of a service: what was due, given, made up and owed on a given day.
//
// Nothing here touches the page or the clock.
(() => {
  const { between } = guide.days
  const { isExcused, isGiven, isMakeup, isUnknown, logOf, minutesOfSessions: minutesOf, weeksOf, withMadeUp, whole } = guide.tracker

  /**
   * The minutes of a service on a day. What was excused (no school, child away) is not due, and what falls into a school break
   * isn't either. Owed is only what the agreement let pass, a week or the last day, and only where the log says so: a week with
   * a session in it, or a session, with 0 for one that was not given.
   * @typedef {object} ServiceCount
   * @property {number} each of one session
   * @property {number} due so far
   * @property {number} given so far
   * @property {number} makeup minutes of make-up time that were logged
   * @property {number} madeUp those of them that make up for something that was missed
   * @property {number} all of a total, to its end
   * @property {number} behind an even pace
   * @property {number} dueLogged those due in what was logged
   * @property {number} owed of what was logged
   * @property {number} unlogged missing where nothing was logged
   * @property {number} gaps weeks, or of a total sessions, that were not logged; 0 exactly if `unlogged` is 0
   * @property {boolean} logged whether there is any session that was due
   * @property {boolean} isOff whether weeks have passed, and all of them are school breaks
   * @property {string} last the last day in the log, or ""
   * @property {ServiceWeek[]} weeks of a service by the week: those that are over, and the one that runs if something was logged in it
   */

  const sumOf = (list, valueOf) => list.reduce((all, one) => all + valueOf(one), 0)

  // Sessions of a total that were due before `today`. A school break changes nothing in a total.
  const sessionsDue = ({ times, from, until }, today) => {
    if (until && until < today) return whole(times)
    const days = between(from, today)
    return until && days > 0 ? Math.floor(whole(times) * days / (between(from, until) + 1)) : 0
  }

  // What was logged and is known; of a week of which a part is not known, nothing is.
  const knownOf = (log, weeks) => {
    const unknown = new Set(weeks.filter(({ sessions }) => sessions.some(isUnknown)).flatMap(({ sessions }) => sessions))
    return log.filter(session => !isUnknown(session) && !unknown.has(session))
  }

  // The minutes due so far, and those of them in what was logged.
  const dueOf = (promise, today, over, sessions, excused) => {
    const each = whole(promise.minutes)
    if (promise.kind === "week") return [sumOf(over, ({ due }) => due), sumOf(over.filter(({ isLogged }) => isLogged), ({ due }) => due)]
    const due = Math.max(0, sessionsDue(promise, today) * each - excused)
    return [due, Math.min(due, sessions.length * each)]
  }

  /**
   * @param {AgreementPromise} promise a service in which nothing is wrong
   * @param {string} today
   * @param {SchoolBreak[]} breaks
   * @returns {ServiceCount}
   */
  const count = (promise, today, breaks) => {
    const { kind, until } = promise
    const each = whole(promise.minutes)
    const log = logOf(promise, today)
    const weeks = kind === "week" ? weeksOf(promise, today, breaks) : []
    const over = weeks.filter(({ isOver }) => isOver)
    const sessions = knownOf(log, weeks).filter(isGiven)
    const excused = minutesOf(log.filter(isExcused))

    const [due, dueLogged] = dueOf(promise, today, over, sessions, excused)
    const given = minutesOf(sessions), makeup = minutesOf(log.filter(isMakeup))
    const madeUp = Math.min(makeup, Math.max(0, dueLogged - given))
    const behind = Math.max(0, due - given - madeUp)
    const isOver = kind === "week" || Boolean(until && until < today)
    const owed = isOver ? Math.max(0, dueLogged - given - madeUp) : 0
    const unlogged = isOver ? behind - owed : 0
    const unloggedParts = kind === "total" ? Math.ceil(unlogged / each) : over.filter(week => !week.isLogged && week.due).length
    return {
      each, due, given, makeup, madeUp, behind, dueLogged, owed, unlogged,
      all: kind === "total" ? Math.max(0, whole(promise.times) * each - excused) : 0,
      gaps: unlogged ? unloggedParts : 0,
      logged: sessions.length > 0,
      isOff: over.some(week => week.agreed) && !over.some(week => week.whole),
      last: log.reduce((last, { day }) => day > last ? day : last, ""),
      weeks: withMadeUp(weeks, madeUp).filter(week => week.isOver || week.sessions.length),
    }
  }

  Object.assign(guide.tracker, { count })
})()
