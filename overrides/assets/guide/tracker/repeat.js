// What only forms need to know: papers promised again and again, and what is wrong with what was logged.
(() => {
  const { add, addMonths } = guide.days
  const { dayTrouble, minutesOf, minutesTrouble, onlyWrong, sessionTroubles } = guide.tracker
  const MOST_DAYS = 60

  const dayAfter = { week: (day, n) => add(day, 7 * n), month: (day, n) => addMonths(day, n) }

  /**
   * @param {{until: string, every: string, end: string}} values the first day, "once", "week" or "month", and the last day
   * @returns {string[]} the days on which a paper is due
   */
  const repeatDays = ({ until, every, end }) => {
    if (!until || !(every in dayAfter)) return [until]
    const days = Array.from({ length: MOST_DAYS + 1 }, (_, n) => dayAfter[every](until, n))
    return days.filter((day, n) => !n || day <= end)
  }

  /** @returns {Record<string, string>} what is wrong with such days, by field */
  const repeatTroubles = values => {
    const { until, every, end } = values
    if (!(every in dayAfter)) return {}
    const found = { until: until ? dayTrouble(until) : guide.phrase("tracker.day_missing"), end: end ? dayTrouble(end) : guide.phrase("tracker.end_missing") }
    if (!found.until && !found.end) {
      if (end < until) found.end = guide.phrase("tracker.until_before_from", { date: guide.formatDate(until) })
      else if (repeatDays(values).length > MOST_DAYS) found.end = guide.phrase("tracker.too_often", { count: MOST_DAYS })
    }
    return onlyWrong(found)
  }

  /**
   * @param {object} values of the form of a log
   * @param {AgreementPromise} promise
   * @param {string} today
   * @param {number} rest the minutes due that were not given
   * @returns {Record<string, string>} what is wrong, by field
   */
  const logTroubles = (values, promise, today, rest) => {
    const { day, given, why, week } = values
    const { day: dayWrong = "" } = sessionTroubles({ day: promise.kind === "week" ? week : day, minutes: "0" }, promise, today)
    return onlyWrong({
      day: dayWrong,
      given: given ? "" : guide.phrase("tracker.given_missing"),
      minutes: given ? minutesTrouble(minutesOf(values), 0) : "",
      why: rest > 0 && !why ? guide.phrase("tracker.why_missing") : "",
    })
  }

  Object.assign(guide.tracker, { logTroubles, repeatDays, repeatTroubles })
})()
