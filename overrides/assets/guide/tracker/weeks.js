// The weeks of a service: what was due in each, what was given, and what was made up of it later.
//
// Nothing here touches the page or the clock.
(() => {
  const { add, between } = guide.days
  const { breaksIn, sessionTroubles, sessionsOf, whole } = guide.tracker

  /**
   * @typedef {object} ServiceWeek
   * @property {string} first
   * @property {string} last
   * @property {number} agreed the minutes of such a week, school breaks or not
   * @property {number} whole those that are due where no school break is
   * @property {number} due those of `whole` that were not excused
   * @property {number} given
   * @property {number} madeUp of what was missed, by make-up time; the oldest week first
   * @property {boolean} isOver
   * @property {boolean} isLogged whether it counts: something was logged in it, and the parent knows what was given
   * @property {Session[]} sessions all that was logged in it, without make-up time
   * @property {string[]} breaks the names of the school breaks in it; "" for one without
   */

  const minutesOf = sessions => sessions.reduce((all, session) => all + whole(session.minutes), 0)

  const isExcused = ({ excused }) => excused
  const isMakeup = ({ excused, makeup }) => !excused && makeup === true
  const isGiven = session => !session.excused && !isMakeup(session)
  const isUnknown = ({ why }) => why === "unknown"
  const isClosed = ({ why }) => why === "closed"

  // What can be counted of the log of a service.
  const logOf = (promise, today) => promise.log.filter(session => !Object.keys(sessionTroubles(session, promise, today)).length)

  const week = ({ times }, first, days, breaks) => {
    const last = add(first, days - 1)
    return { first, last, before: sessionsOf(whole(times), first, last, days, []), sessions: sessionsOf(whole(times), first, last, days, breaks) }
  }

  // The weeks of a service that have ended before `today`. Weeks count from the first day; of a week cut short by the last
  // day or a school break, as many sessions as its school days make whole.
  const weeksDue = (promise, today, breaks) => {
    const { from, until } = promise
    const hasEnded = until && until < today
    const days = between(from, hasEnded ? until : add(today, -1)) + 1
    const weeks = Array.from({ length: Math.max(0, Math.floor(days / 7)) }, (_, n) => week(promise, add(from, 7 * n), 7, breaks))
    const rest = days > 0 && hasEnded ? days % 7 : 0
    return rest ? [...weeks, week(promise, add(from, days - rest), rest, breaks)] : weeks
  }

  // The week in which `today` is, of a service that has begun and not ended.
  const weekNow = (promise, today, breaks) => {
    const { from, until } = promise
    if (from > today || until && until < today) return []
    const now = week(promise, add(from, 7 * Math.floor(between(from, today) / 7)), 7, breaks)
    return [{ ...now, last: until && until < now.last ? until : now.last }]
  }

  // A day without school that was both logged and entered as a break is left out once.
  const dueOf = (agreed, due, sessions) => {
    const closed = minutesOf(sessions.filter(isClosed)), others = minutesOf(sessions.filter(session => !isClosed(session)))
    return Math.max(0, agreed - Math.max(agreed - due, closed) - others)
  }

  /**
   * @param {AgreementPromise} promise a service by the week
   * @param {string} today
   * @param {SchoolBreak[]} breaks
   * @returns {ServiceWeek[]} those that are over, and the one that runs
   */
  const weeksOf = (promise, today, breaks) => {
    const log = logOf(promise, today).filter(session => !isMakeup(session))
    const each = whole(promise.minutes)
    return [...weeksDue(promise, today, breaks), ...weekNow(promise, today, breaks)].map(({ first, last, before, sessions: times }) => {
      const sessions = log.filter(({ day }) => day >= first && day <= last)
      return {
        first, last, sessions, agreed: before * each, whole: times * each, madeUp: 0,
        due: dueOf(before * each, times * each, sessions.filter(isExcused)),
        given: minutesOf(sessions.filter(isGiven)),
        isOver: last < today,
        isLogged: sessions.some(isGiven) && !sessions.some(isUnknown),
        breaks: breaksIn(breaks, first, last).map(({ name }) => name.trim()),
      }
    })
  }

  /**
   * @param {ServiceWeek[]} weeks
   * @param {number} minutes that were made up
   * @returns {ServiceWeek[]} with what was made up of each, the oldest first
   */
  const withMadeUp = (weeks, minutes) => weeks.map(one => {
    const madeUp = one.isOver && one.isLogged ? Math.max(0, Math.min(minutes, one.due - one.given)) : 0
    minutes -= madeUp
    return { ...one, madeUp }
  })

  Object.assign(guide.tracker, { isExcused, isGiven, isMakeup, isUnknown, logOf, minutesOfSessions: minutesOf, weeksOf, withMadeUp })
})()
