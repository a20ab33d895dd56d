// What is wrong with what was typed of a promise or a session, in sentences by the name of the field.
//
// Nothing here touches the page or the clock.
(() => {
  const FIRST_YEAR = 1900, LAST_YEAR = 2100
  const MOST_MINUTES = 24 * 60
  const MOST_TIMES = { week: 50, total: 2_000 }

  const { is } = guide.days
  const { whole } = guide.tracker

  /**
   * @param {string} text a day as "2026-11-24", or ""
   * @returns {string} what is wrong with it, or ""
   */
  const dayTrouble = text => {
    if (!text) return ""
    if (!is(text)) return guide.phrase("dates.no_such_day")
    const year = text.slice(0, 4)
    return Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR ? guide.phrase("dates.wrong_year", { year }) : ""
  }

  /**
   * @param {string} day
   * @param {string} today
   * @returns {string} what is wrong with a day that has been, or ""
   */
  const pastDayTrouble = (day, today) => {
    if (!day) return guide.phrase("tracker.day_missing")
    return dayTrouble(day) || (day > today ? guide.phrase("tracker.day_to_come") : "")
  }

  // `least` is 1 for the minutes of each session, and 0 for those of one in the log.
  const minutesTrouble = (text, least) => {
    if (!(whole(text) >= least)) return least ? guide.phrase("tracker.minutes_wrong") : guide.phrase("tracker.session_minutes_wrong")
    return whole(text) > MOST_MINUTES ? guide.phrase("tracker.minutes_too_many", { count: MOST_MINUTES }) : ""
  }

  const timesTrouble = (text, kind) => {
    const count = whole(text)
    if (!(count >= 1)) return guide.phrase("tracker.times_wrong")
    if (count <= MOST_TIMES[kind]) return ""
    return kind === "week" ? guide.phrase("tracker.week_times_too_many", { count }) : guide.phrase("tracker.total_times_too_many", { count })
  }

  const spanTrouble = (from, until) =>
    until && until < from ? guide.phrase("tracker.until_before_from", { date: guide.formatDate(from) }) : ""

  const onlyWrong = found => Object.fromEntries(Object.entries(found).filter(([, trouble]) => trouble))

  /**
   * @param {AgreementPromise} promise
   * @returns {Record<string, string>} what is wrong, by field
   */
  const promiseTroubles = ({ kind, words, minutes, times, from, until, kept }) => {
    const found = { words: words.trim() ? "" : guide.phrase("tracker.words_missing"), until: dayTrouble(until) }
    if (kind === "once") return onlyWrong({ ...found, kept: dayTrouble(kept) })
    found.minutes = minutesTrouble(minutes, 1)
    found.times = timesTrouble(times, kind)
    found.from = from ? dayTrouble(from) : guide.phrase("tracker.from_missing")
    if (!found.from) found.until ||= spanTrouble(from, until)
    return onlyWrong(found)
  }

  /**
   * @param {Session} session
   * @param {AgreementPromise} promise the service it is of
   * @param {string} today
   * @returns {Record<string, string>} what is wrong, by field
   */
  const sessionTroubles = ({ day, minutes }, { from }, today) => onlyWrong({
    day: pastDayTrouble(day, today) || (day < from ? guide.phrase("tracker.before_service", { date: guide.formatDate(from) }) : ""),
    minutes: minutesTrouble(minutes, 0),
  })

  Object.assign(guide.tracker, { minutesTrouble, onlyWrong, dayTrouble, pastDayTrouble, promiseTroubles, sessionTroubles, spanTrouble })
})()
