// The days of a plan, in words ("Day 3") or as dates once its first day is known.
//
// Markup: scripts/guide/blocks/checklist.py.
(() => {
  /**
   * A step that has a day.
   * @typedef {{ when: HTMLElement, words: string }} DatedStep
   */

  // Days of a plan that are drawn as boxes.
  const SHORTEST = 3, LONGEST = 14

  const drawBox = (day, isLast) => {
    const box = document.createElement("span"), today = guide.today()
    box.className = "guide-plan__box"
    box.append(guide.formatDate(day, "weekday").slice(0, 3), Object.assign(document.createElement("b"), { textContent: Number(day.slice(8)) }))
    box.dataset.day = day < today ? "past" : day === today ? "today" : "ahead"
    box.toggleAttribute("data-last", isLast)
    return box
  }

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
        const { when, words } = step, day = start && guide.planDays.dayOf(step, start), isToday = day === guide.today()
        const said = start ? guide.phrase("plan.when", { date: guide.formatDate(day, "dated"), day: words.toLowerCase() }) : words
        when.textContent = isToday ? guide.phrase("plan.today", { when: said }) : said
        when.closest("li").toggleAttribute("data-today", isToday)
      }
    },

    /**
     * Draw the days of a short plan as boxes: what is past, today, and the last day. Who can't see them has the steps.
     * @param {Element} plan
     * @param {DatedStep[]} steps
     * @param {string} start the plan's first day, or ""
     */
    strip(plan, steps, start) {
      const strip = plan.querySelector(".guide-plan__strip"), span = plan.querySelector(".guide-plan__span")
      const ends = [...plan.querySelectorAll('[data-mark="last"] [data-day]')].map(({ dataset }) => Number(dataset.day))
      const last = Math.max(...ends.length ? ends : steps.map(({ when }) => Number(when.dataset.day)))
      const isDrawn = Boolean(start) && last >= SHORTEST && last <= LONGEST
      strip.hidden = !isDrawn
      span.textContent = isDrawn ? guide.phrase("plan.days", { first: guide.formatDate(start, "dated"), last: guide.formatDate(guide.days.add(start, last), "dated") }) : ""
      strip.replaceChildren(...isDrawn ? Array.from({ length: last + 1 }, (_, n) => drawBox(guide.days.add(start, n), n === last)) : [])
    },
  }
})()
