// Days, as "2026-11-24": counting them, and what is wrong with one.
//
// All counting is done in UTC, so that no change of the clock moves a day.
(() => {
  const FIRST = 1900, LAST = 2100
  const SATURDAY = 6, SUNDAY = 0
  const date = day => new Date(`${day}T00:00:00Z`)
  const iso = value => value.toISOString().slice(0, 10)
  // JavaScript takes April 31 for May 1.
  const isDay = day => !Number.isNaN(date(day).getTime()) && iso(date(day)) === day

  guide.days = {
    // Whether a text is a day of the calendar: "2027-02-29" is none.
    is: text => /^\d{4}-\d\d-\d\d$/.test(text) && isDay(text),

    // Calendar days later; earlier below 0.
    add(day, days) {
      const moved = date(day)
      moved.setUTCDate(moved.getUTCDate() + days)
      return iso(moved)
    },

    // Whole months later; where that month is shorter, its last day.
    addMonths(day, months) {
      const moved = date(day)
      const number = moved.getUTCDate()
      moved.setUTCDate(1)
      moved.setUTCMonth(moved.getUTCMonth() + months)
      const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate()
      moved.setUTCDate(Math.min(number, last))
      return iso(moved)
    },

    // Whole years later, or earlier below 0. Where the year has no February 29, the day that is safe: February 28 when
    // something must be done by then, March 1 when nothing before it counts any more.
    addYears(day, years) {
      const moved = guide.days.addMonths(day, years * 12)
      return years < 0 && moved.slice(8) !== day.slice(8) ? guide.days.add(moved, 1) : moved
    },

    // Business days later, or earlier below 0: Saturdays and Sundays are left out. Holidays are not known here.
    addBusinessDays(day, days) {
      const step = Math.sign(days)
      for (let left = Math.abs(days); left > 0;) {
        day = guide.days.add(day, step)
        if (!guide.days.isWeekend(day)) left -= 1
      }
      return day
    },

    // The day that lies so many hours after some hour of `day`, or before it below 0. Where the hour decides between
    // two days, the earlier one.
    addHours: (day, hours) => guide.days.add(day, Math.floor(hours / 24)),

    isWeekend: day => [SATURDAY, SUNDAY].includes(date(day).getUTCDay()),

    // Calendar days from one day to another.
    between: (from, to) => Math.round((date(to) - date(from)) / 86_400_000),

    // The order in which this reader's browser shows a date: "Month, day, year".
    get order() {
      const names = { year: guide.phrase("dates.year_part"), month: guide.phrase("dates.month_part"), day: guide.phrase("dates.day_part") }
      const parts = new Intl.DateTimeFormat(undefined).formatToParts(new Date(2026, 10, 24))
        .map(({ type }) => names[type]).filter(Boolean).join(", ")
      return parts[0].toUpperCase() + parts.slice(1)
    },

    /**
     * What is wrong with the date in a field, in a sentence, or nothing. Some browsers take any words in a field for a date.
     * @param {HTMLInputElement} input
     * @param {number} first  the first year that can be right
     * @param {string} last  the last day that can be right, where there is one: today, for what has happened
     * @returns {string}
     */
    trouble(input, first = FIRST, last = "") {
      if (input.validity.badInput) return guide.phrase("dates.no_such_day")
      if (!input.value) return ""
      if (!/^\d{4,6}-\d\d-\d\d$/.test(input.value)) return guide.phrase("dates.no_year")
      const [number] = input.value.split("-"), year = Number(number)
      if (year <= LAST && !isDay(input.value)) return guide.phrase("dates.no_such_day")
      if (year < first || year > LAST) return guide.phrase("dates.wrong_year", { year: number })
      return last && input.value > last ? guide.phrase("dates.still_to_come", { date: guide.formatDate(input.value) }) : ""
    },
  }
})()
