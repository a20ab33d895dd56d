// Time limits: from a rule and the day of its event to the date, the sum in words, and the entry for a calendar.
//
// A rule, with its words, is one that scripts/guide/blocks/deadlines.py gives. No date is moved off a weekend or a holiday.
// The tool (deadlines/) and the decision helper (routes/choose.js) both count here.
(() => {
  const { add, addYears, addMonths, addBusinessDays, addHours, between } = guide.days
  // Days before the date on which a calendar reminds one.
  const warnings = amount => amount > 60 ? [30, 14, 7, 1] : amount > 20 ? [14, 7, 3, 1] : amount > 6 ? [5, 2, 1] : [2, 1]

  /**
   * A day as ISO text, like 2026-11-24.
   * @typedef {string} Day
   */

  /**
   * A unit of time. A day is a calendar day; only the school knows its school days.
   * @typedef {"hour"|"day"|"school-day"|"business-day"|"month"|"year"} Unit
   */

  /**
   * A time limit of a fact, or a rule that gives no number: that one has the words of the law, and no amount, unit and length.
   * @typedef {object} Limit
   * @property {string} id  the key of its fact
   * @property {number} [amount]
   * @property {Unit} [unit]
   * @property {string} [length]  amount and unit in words
   * @property {string} [words]  what the rule says in place of a number
   * @property {"after"|"before"} [counts]  on from the event, or back from it
   * @property {"due"|"wait"|"reach"} [kind]  done by then; nothing happens before; nothing older counts
   * @property {boolean} [holidays_count]
   * @property {boolean} [arrives]  a paper must be there by then
   * @property {"yours"|"district"|"state"|"both"} whose
   * @property {string} owner  whose it is, in words
   * @property {string} starts  the event, in words
   * @property {string} until  what must be done
   * @property {string[]} says  the statements of its facts
   * @property {string} basis
   * @property {string} citation
   * @property {string} status
   */

  /**
   * What a rule gives for the day of its event. The date is empty where a calendar alone gives none; the note is what follows
   * from how far off it is.
   * @typedef {{ rule: Limit, day: Day, date: Day|"", sum: string, note: string, distance: string }} Counted
   */

  // A wait of the other side before a change. No source says whether its first day counts, so it counts here: the parent
  // relies on the earlier day.
  const holdsOff = ({ kind, whose }) => kind === "wait" && !isMine(whose)

  const isMine = whose => whose === "yours" || whose === "both"

  // The date of a rule, or "" where no one can count it without more than a calendar.
  const endOf = (rule, day) => {
    const { amount, unit, counts } = rule
    const steps = counts === "before" ? -amount : amount
    switch (unit) {
      case "year": return addYears(day, steps)
      case "month": return addMonths(day, steps)
      case "hour": return addHours(day, steps)
      case "day": return add(day, holdsOff(rule) ? steps - 1 : steps)
      // Counted back, a weekend left out gives the earlier day, which is the safe one; counted on, a weekend counted gives it.
      case "business-day": return counts === "before" ? addBusinessDays(day, steps) : add(day, steps)
      default: return ""
    }
  }

  // How far off a date is.
  const distanceOf = (date, today) => {
    const days = between(today, date)
    return days > 1 ? guide.phrase("limits.in_days", { count: days })
      : days === 1 ? guide.phrase("limits.tomorrow")
      : days === 0 ? guide.phrase("limits.today")
      : days === -1 ? guide.phrase("limits.yesterday") : guide.phrase("limits.days_ago", { count: -days })
  }

  // What follows from it, or "".
  const noteOf = (rule, date, today) => {
    if (rule.kind === "reach") return guide.phrase("limits.too_old")
    const days = between(today, date), isWait = rule.kind === "wait", isHeldOff = holdsOff(rule), mine = isMine(rule.whose)
    if (days < 0 && isHeldOff) return guide.phrase("limits.change_wait_over")
    if (days < 0 && isWait) return guide.phrase("limits.wait_over")
    if (days < 0) return mine ? guide.phrase("limits.past_mine") : guide.phrase("limits.past_others")
    if (isHeldOff) return days > 1 ? guide.phrase("limits.change_later") : guide.phrase("limits.change_now")
    if (isWait) return guide.phrase("limits.wait_ahead")
    return days <= 1 && mine ? guide.phrase("limits.act_now") : ""
  }

  const titleOfEvent = rule => {
    if (holdsOff(rule)) return guide.phrase("limits.safe_day_event")
    if (rule.kind === "wait") return guide.phrase("limits.wait_event")
    return isMine(rule.whose) ? guide.phrase("limits.mine_event") : guide.phrase("limits.others_event")
  }

  guide.limits = {
    isMine,
    holdsOff,

    /**
     * Count a rule from a day. Not `isItsDay`: the day is that of another event, which cannot have come later.
     * @param {Limit} rule
     * @param {Day} day
     * @param {Day} today
     * @param {boolean} isItsDay
     * @returns {Counted}
     */
    count(rule, day, today, isItsDay = true) {
      const date = rule.words ? "" : endOf(rule, day)
      const sum = guide.limits.sum(rule, day, date), note = date && noteOf(rule, date, today)
      return {
        rule,
        day,
        date,
        sum: isItsDay ? sum : guide.phrase("limits.taken_as", { sum, event: rule.starts }),
        note,
        distance: date && rule.kind !== "reach" ? `${distanceOf(date, today)} ${note}`.trim() : note,
      }
    },

    // How far off a day is, beside that day: "in 9 days".
    left(day, today) {
      const days = between(today, day)
      return days > 1 ? guide.phrase("limits.left", { count: days })
        : days === 1 ? guide.phrase("limits.left_tomorrow")
        : days === 0 ? guide.phrase("limits.left_today")
        : days === -1 ? guide.phrase("limits.left_yesterday") : guide.phrase("limits.left_ago", { count: -days })
    },

    // The heading of a counted limit, with its day in a form of guide.formatDate.
    title({ rule, date: day }, form = "full") {
      if (rule.words) return isMine(rule.whose) ? guide.phrase("limits.no_date_mine_title") : guide.phrase("limits.no_date_title")
      if (!day) return guide.phrase("limits.school_title")
      const date = guide.formatDate(day, form)
      if (holdsOff(rule)) return guide.phrase("limits.safe_day_title", { date })
      if (rule.kind === "reach") return guide.phrase("limits.reach_title", { date })
      return rule.kind === "wait" ? guide.phrase("limits.wait_title", { date }) : date
    },

    // Where a rule stands, and how sure that is.
    source: ({ basis, citation, status }) => guide.phrase("limits.source", { basis, citation, status }),

    // The entry for a calendar. Others may see a calendar, so its title says nothing of the child or the case.
    event: ({ rule, day, date, sum }, address) => ({
      id: `${rule.id}-${rule.amount}-${rule.unit}-${day}`,
      day: date,
      title: titleOfEvent(rule),
      text: [guide.phrase("limits.what_event", { owner: rule.owner, until: rule.until }), sum,
        guide.phrase("limits.starts_event", { event: rule.starts }), guide.limits.source(rule), address].join("\n"),
      warn: warnings(rule.unit === "year" ? 365 : rule.unit === "month" ? 30 : rule.amount),
    }),

    // Whether a date belongs into a calendar: one that is still to come, and is no limit of what may be complained about.
    isAhead: ({ rule, date }, today) => Boolean(date) && rule.kind !== "reach" && date >= today,
  }
})()
