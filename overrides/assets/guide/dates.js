// Days, as "2026-11-24": counting and saying them.
//
// All counting is done in UTC, so that no change of the clock moves a day.
(() => {
  const FIRST = 1900, LAST = 2100
  const date = day => new Date(`${day}T00:00:00Z`)
  const iso = value => value.toISOString().slice(0, 10)

  guide.days = {
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

    // Calendar days from one day to another.
    between: (from, to) => Math.round((date(to) - date(from)) / 86_400_000),

    say: day => date(day).toLocaleDateString("en-US", { timeZone: "UTC", year: "numeric", month: "long", day: "numeric" }),

    sayLong: day => date(day).toLocaleDateString("en-US", { timeZone: "UTC", weekday: "long", year: "numeric", month: "long", day: "numeric" }),

    // The order in which this reader's browser shows a date: "Month, day, year".
    get order() {
      const parts = new Intl.DateTimeFormat(undefined).formatToParts(new Date(2026, 10, 24))
        .map(({ type }) => type).filter(type => ["month", "day", "year"].includes(type)).join(", ")
      return parts[0].toUpperCase() + parts.slice(1)
    },

    // What is wrong with the date in a field, in a sentence, or "".
    trouble(input) {
      if (input.validity.badInput) return "There is no such day. Look at the month, the day and the year."
      const year = Number(input.value.slice(0, input.value.indexOf("-", 1)))
      return input.value && (year < FIRST || year > LAST) ? `The year ${input.value.split("-")[0]} cannot be right.` : ""
    },
  }
})()
