// Days on which an office is closed: weekends and the holidays of the nation, and what is said at which hour of the day.
//
// A county or state may close on more days; no list here is complete, and the earlier day is always safe.
(() => {
  // Office hours, in minutes of the day.
  const OPENS = 8 * 60, CLOSES = 16 * 60 + 30
  const { add, isWeekend, isOpen: isOpenOn } = guide.days
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
