// Days on which offices are open: no weekend and no holiday of the nation.
//
// A county or state may close on more days; no list here is complete.
(() => {
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

  guide.days.isOpen = day => !isWeekend(day) && !isHoliday(day)
})()
