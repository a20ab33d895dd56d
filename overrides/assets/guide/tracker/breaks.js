// School breaks: days without school that a family entered. Nothing is due of a service by the week on them.
//
// Nothing here touches the page or the clock.
(() => {
  const SCHOOL_DAYS = 5 // In a week.

  const { add, is } = guide.days
  const { dayTrouble, onlyWrong, spanTrouble } = guide.tracker

  /**
   * Days without school, as typed.
   * @typedef {object} SchoolBreak
   * @property {string} id
   * @property {string} from its first day, "2026-12-21"
   * @property {string} until its last day
   * @property {string} name what the family calls it, or ""
   */

  /**
   * @param {SchoolBreak} one
   * @returns {Record<string, string>} what is wrong, by field
   */
  const breakTroubles = ({ from, until }) => {
    const found = { from: from ? dayTrouble(from) : guide.phrase("tracker.day_missing"), until: until ? dayTrouble(until) : guide.phrase("tracker.day_missing") }
    if (!found.from) found.until ||= spanTrouble(from, until)
    return onlyWrong(found)
  }

  // What is wrong with one counts nothing.
  const isRight = ({ from, until }) => is(from) && is(until) && from <= until

  // Breaks that have a day of a span in them.
  const breaksIn = (breaks, first, last) => breaks.filter(one => one.from <= last && one.until >= first && isRight(one))

  const schoolDays = (first, days, breaks) => Array.from({ length: days }, (_, n) => add(first, n)).filter(day =>
    !guide.days.isWeekend(day) && !breaks.some(({ from, until }) => day >= from && day <= until)).length

  /**
   * @param {number} times sessions in a whole week
   * @param {string} first day of a week, or of what is left of one
   * @param {string} last
   * @param {number} days in it
   * @param {SchoolBreak[]} breaks
   * @returns {number} as many whole sessions as its school days make
   */
  const sessionsOf = (times, first, last, days, breaks) => {
    const here = breaksIn(breaks, first, last)
    return days === 7 && !here.length ? times : Math.floor(times * schoolDays(first, days, here) / SCHOOL_DAYS)
  }

  Object.assign(guide.tracker, { breakTroubles, breaksIn, isBreak: isRight, sessionsOf })
})()
