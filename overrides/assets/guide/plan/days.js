// The days of a plan, in words ("Day 3") or as dates once its first day is known.
//
// Markup: scripts/guide/blocks/checklist.py.
(() => {
  /**
   * A step that has a day.
   * @typedef {{ when: HTMLElement, words: string }} DatedStep
   */

  guide.planDays = {
    /**
     * The steps that have a day, to be read before a date is shown.
     * @param {Element} plan
     * @returns {DatedStep[]}
     */
    read: plan => [...plan.querySelectorAll(".guide-plan__when[data-day]")].map(when => ({ when, words: when.textContent })),

    /**
     * @param {DatedStep} step
     * @param {string} start the plan's first day
     * @returns {string} the day of the step
     */
    dayOf: ({ when }, start) => guide.days.add(start, Number(when.dataset.day)),

    /**
     * Show the days as dates, or in words where the first day is not known.
     * @param {DatedStep[]} steps
     * @param {string} start the plan's first day, or ""
     */
    show(steps, start) {
      for (const step of steps) {
        const { when, words } = step
        when.textContent = start
          ? guide.phrase("plan.when", { date: guide.formatDate(guide.planDays.dayOf(step, start), "full"), day: words.toLowerCase() }) : words
      }
    },
  }
})()
