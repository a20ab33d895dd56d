// What the guide counts for a parent: school days out of school, and minutes of a service that were not given. Pure sums.
//
// Used by counters.js. A number is never more than what was entered.
(() => {
  const { add, between, isWeekend } = guide.days
  // So long a row of days out cannot be right.
  const MOST_DAYS = 366

  /**
   * Days out of school: from the first to the last, or one day where `last` is "", less the days without school in between.
   * @typedef {{ first: Day, last: Day|"", off: number }} Removal
   */

  const weekdaysOf = ({ first, last }) => {
    const days = []
    for (let day = first; day <= (last || first); day = add(day, 1)) if (!isWeekend(day)) days.push(day)
    return days
  }

  Object.assign(guide.routes, {
    MOST_DAYS,

    weekdays: removal => weekdaysOf(removal).length,

    /**
     * School days out in all; a day that stands in two rows counts once.
     * @param {Removal[]} removals
     * @returns {number}
     */
    sumRemovals(removals) {
      const days = new Set(removals.flatMap(weekdaysOf))
      return Math.max(0, days.size - removals.reduce((sum, { off }) => sum + off, 0))
    },

    // The answer for a count: the one with the highest `least` that it reaches.
    answerFor: (answers, count) => Object.entries(answers).filter(([, { least }]) => least !== undefined && least <= count)
      .sort(([, a], [, b]) => b.least - a.least)[0]?.[0],

    // Whole weeks from the first day missed to the newest one.
    weeksFrom: (first, newest) => Math.floor((between(first, newest) + 1) / 7),

    /**
     * Minutes owed, never below 0.
     * @param {{ weekly: number, weeks: number, given: number }} missed
     */
    minutesOwed: ({ weekly, weeks, given }) => Math.max(0, weekly * weeks - given),
  })
})()
