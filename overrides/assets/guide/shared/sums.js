// How the date of a time limit comes about, in words: "March 3, 2027 + 10 calendar days = March 13, 2027, a Saturday."
//
// It hangs its two functions on `guide.limits`, which counts the date (limits.js).
(() => {
  const { addBusinessDays, isWeekend } = guide.days
  const { isMine, holdsOff } = guide.limits

  // The date with its weekday, and on a weekend that one must act before.
  const endWithWarning = (rule, day) => {
    const { whose, until, kind } = rule
    const date = guide.formatDate(day), weekday = guide.formatDate(day, "weekday")
    if (!isWeekend(day) || !(kind === "due" && isMine(whose) || holdsOff(rule))) return guide.phrase("limits.end", { date, weekday })
    const before = guide.formatDate(addBusinessDays(day, -1), "day")
    // Where no word of the guide begins so, the other sentence is true too.
    return /^file\b/.test(until) ? guide.phrase("limits.end_file", { date, weekday, before }) : guide.phrase("limits.end_act", { date, weekday, before })
  }

  const end = day => guide.phrase("limits.end", { date: guide.formatDate(day), weekday: guide.formatDate(day, "weekday") })

  // Start, length and end, without a full stop.
  const counting = ({ counts, length }, day, ending) => {
    const start = guide.formatDate(day)
    return counts === "before" ? guide.phrase("limits.counted_back", { start, length, end: ending })
      : guide.phrase("limits.counted_on", { start, length, end: ending })
  }

  const withoutDate = ({ words, whose, counts, length }, day) => {
    // What the parent must do is never put off by a question.
    if (words) return isMine(whose) ? guide.phrase("limits.no_last_day", { words }) : guide.phrase("limits.no_number_sum", { words })
    const date = guide.formatDate(day)
    return counts === "before" ? guide.phrase("limits.school_days_before", { length, date })
      : guide.phrase("limits.school_days_after", { length, date })
  }

  // On from a day, business days are counted with the weekends, which gives the safe day.
  const businessDaysOn = (rule, day, date) => {
    const late = addBusinessDays(day, rule.amount)
    if (date === late) return guide.phrase("limits.sum_weekdays", { sum: counting(rule, day, end(date)) })
    return guide.phrase("limits.sum_weekends",
      { start: guide.formatDate(day), count: rule.amount, end: endWithWarning(rule, date), late: guide.formatDate(late) })
  }

  Object.assign(guide.limits, {
    /**
     * The sum, and what to heed with it.
     * @param {Limit} rule
     * @param {Day} day  of the event
     * @param {Day|""} date  of the limit
     * @returns {string}
     */
    sum(rule, day, date) {
      if (!date) return withoutDate(rule, day)
      const { amount, unit, counts, holidays_count: holidaysCount } = rule
      if (holdsOff(rule)) {
        return guide.phrase("limits.safe_day_sum", { start: guide.formatDate(day), number: amount, end: endWithWarning(rule, date) })
      }
      if (unit === "hour") return guide.phrase("limits.sum_hours", { sum: counting(rule, day, end(date)) })
      if (unit === "business-day" && counts === "after") return businessDaysOn(rule, day, date)
      const sum = counting(rule, day, endWithWarning(rule, date))
      if (unit === "business-day") {
        return holidaysCount ? guide.phrase("limits.sum_before_holidays", { sum }) : guide.phrase("limits.sum_before", { sum })
      }
      const isLeap = (unit === "year" || unit === "month") && date.slice(8) !== day.slice(8)
      return isLeap ? guide.phrase("limits.sum_leap", { sum, day: guide.formatDate(day, "yearless") }) : guide.phrase("limits.sum", { sum })
    },

    /**
     * The sum of a limit that has a date, where there is no room for what to heed with it.
     * @param {Counted} counted
     * @returns {string}
     */
    brief({ rule, day, date, sum }) {
      // In these the sum is not plain arithmetic.
      if (rule.unit === "hour" || rule.unit === "business-day") return sum
      if (holdsOff(rule)) return guide.phrase("limits.safe_day_brief", { start: guide.formatDate(day), end: end(date) })
      return guide.phrase("limits.sum", { sum: counting(rule, day, end(date)) })
    },
  })
})()
