// Days on which an office is closed: weekends and the holidays of the nation, and what is said at which hour of the day.
//
// A county or state may close on more days; no list here is complete, and the earlier day is always safe.
(() => {
  // Office hours, in minutes of the day.
  const OPENS = 8 * 60, CLOSES = 16 * 60 + 30
  const MONDAY = 1, THURSDAY = 4, FRIDAY = 5
  const FIXED = new Set(["01-01", "06-19", "07-04", "11-11", "12-25"])
  // Month, weekday, which one of the month; -1 is the last.
  const MOVING = [[1, MONDAY, 3], [2, MONDAY, 3], [5, MONDAY, -1], [9, MONDAY, 1], [10, MONDAY, 2], [11, THURSDAY, 4]]

  const { add, isWeekend } = guide.days
  const parts = day => day.split("-").map(Number)
  const weekdayOf = day => new Date(`${day}T00:00:00Z`).getUTCDay()

  const isMoving = day => {
    const [, month, number] = parts(day)
    return MOVING.some(([of, weekday, which]) => of === month && weekdayOf(day) === weekday
      && (which > 0 ? Math.ceil(number / 7) === which : parts(add(day, 7))[1] !== month))
  }
  const isFixed = day => FIXED.has(day.slice(5))

  // A fixed holiday on a Saturday is kept on the Friday before, on a Sunday on the Monday after.
  const isHoliday = day => isFixed(day) || isMoving(day)
    || weekdayOf(day) === FRIDAY && isFixed(add(day, 1)) || weekdayOf(day) === MONDAY && isFixed(add(day, -1))

  const isOpenOn = day => !isWeekend(day) && !isHoliday(day)
  const step = (day, by) => isOpenOn(day) ? day : step(add(day, by), by)

  Object.assign(guide.routes, {
    isOpenOn,

    // The day itself where offices are open, else the last one before on which they are.
    workDayBy: day => step(day, -1),

    workDaysBefore: (day, count) => count ? guide.routes.workDaysBefore(step(add(day, -1), -1), count - 1) : day,

    /**
     * Whether offices are open on a day at a minute of it; where not, when it is ("early", "night", "weekend" or "holiday")
     * and the day on which they open again.
     * @param {Day} today
     * @param {number} minutes  since midnight
     * @returns {{ closed: "early"|"night"|"weekend"|"holiday"|"", opens: Day }}
     */
    officeHours(today, minutes) {
      const next = step(add(today, 1), 1)
      if (!isOpenOn(today)) return { closed: minutes >= CLOSES ? "night" : isWeekend(today) ? "weekend" : "holiday", opens: next }
      if (minutes < OPENS) return { closed: "early", opens: today }
      return minutes >= CLOSES ? { closed: "night", opens: next } : { closed: "", opens: today }
    },
  })
})()
