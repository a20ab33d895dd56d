// Time limits: from a rule and the day of its event to the date, the sum in words, and the entry for a calendar.
//
// A rule, with its words, is one that scripts/guide/blocks/deadlines.py gives. No date is moved off a weekend or a holiday.
// The tool (deadlines/) and the decision helper (routes/choose.js) both count here.
(() => {
  const { add, addYears, addMonths, addBusinessDays, addHours, between, isWeekend } = guide.days
  const SAFE_DAY = "The last safe day before a change"
  const many = (amount, unit) => `${amount} ${unit}${amount === 1 ? "" : "s"}`
  // Days before the date on which a calendar reminds one.
  const warnings = amount => amount > 60 ? [30, 14, 7, 1] : amount > 20 ? [14, 7, 3, 1] : amount > 6 ? [5, 2, 1] : [2, 1]

  // A wait of the other side before a change. No source says whether its first day counts, so it counts here: the parent
  // relies on the earlier day.
  const holdsOff = ({ kind, whose }) => kind === "wait" && !isMine(whose)

  // The date of a rule, or "" where no one can count it without more than a calendar.
  const end = (rule, day) => {
    const { amount, unit, counts } = rule
    const away = counts === "before" ? -amount : amount
    switch (unit) {
      case "year": return addYears(day, away)
      case "month": return addMonths(day, away)
      case "hour": return addHours(day, away)
      case "day": return add(day, holdsOff(rule) ? away - 1 : away)
      // Counted back, a weekend left out gives the earlier day, which is the safe one; counted on, a weekend counted gives it.
      case "business-day": return counts === "before" ? addBusinessDays(day, away) : add(day, away)
      default: return ""
    }
  }

  const isMine = whose => whose === "yours" || whose === "both"

  const startOf = ({ counts }, day) => `${guide.formatDate(day)} ${counts === "before" ? "−" : "+"}`
  const endOf = date => `${guide.formatDate(date)}, a ${guide.formatDate(date, "weekday")}`

  const sumOf = (rule, day, date) => {
    const { amount, unit, counts, whose, until, kind, words, length, holidays_count: holidaysCount } = rule
    // What the parent must do is never put off by a question.
    if (words && isMine(whose)) return `No last day is set: ${words}.`
    if (words) return `There is no number to count: ${words}. Ask in writing when it will be done.`
    if (!date) {
      const first = counts === "before" ? "the last school day before" : "the first school day after"
      return `${length} ${counts} ${guide.formatDate(day)}. We cannot count them without the school’s calendar. `
        + `Take that calendar. Day 1 is ${first} ${guide.formatDate(day)}. Count only the days on which children have school.`
    }
    const start = startOf(rule, day)
    const act = (kind === "due" && isMine(whose) || holdsOff(rule)) && isWeekend(date)
      ? `; ${/^file\b/.test(until) ? "file" : "act"} before` : ""
    const ends = endOf(date)
    if (holdsOff(rule)) {
      return `${guide.formatDate(day)} counts as day 1, so day ${amount} is ${ends}${act}. We found no source that says whether that first day counts. `
        + "To be safe, we count it."
    }
    if (unit === "hour") {
      return `${start} ${length} = ${ends}, at the same hour. Do not wait for that hour.`
    }
    if (unit === "business-day" && counts === "before") {
      const holidays = holidaysCount ? "Holidays on a weekday count as business days for this limit. Earlier is safe." : "Earlier if a holiday falls in."
      return `${start} ${length} = ${ends}${act}. Saturdays and Sundays are left out. ${holidays}`
    }
    if (unit === "business-day") {
      const late = addBusinessDays(day, amount)
      return date === late
        ? `${start} ${length} = ${ends}. A holiday can make it later. Do not count on that.`
        : `${start} ${many(amount, "day")}, weekends counted to be safe = ${ends}${act}. `
          + `Without Saturdays and Sundays it would be ${guide.formatDate(late)}, and a holiday can make it later still. Do not count on that.`
    }
    const leap = /year|month/.test(unit) && date.slice(8) !== day.slice(8) ? ` There is no ${guide.formatDate(day).split(",")[0]} in that year, so we take the safe day.` : ""
    return `${start} ${length} = ${ends}${act}.${leap}`
  }

  // How far off a date is, and what follows.
  const distance = (rule, date, today) => {
    const { whose, kind } = rule
    if (kind === "reach") return "What happened before that day is too old for this step."
    const days = between(today, date)
    const wait = kind === "wait"
    const then = days > 1 ? `In ${many(days, "day")}.` : days === 1 ? "Tomorrow." : "Today."
    if (days >= 0 && holdsOff(rule)) return `${then} The change may start the day after. ${days > 1 ? "Act before then." : "Act now."}`
    if (days >= 0 && wait) return `${then} It is a wait, not a due date.`
    if (days > 1) return then
    if (days >= 0) return `${then}${isMine(whose) ? " Act now." : ""}`
    const past = `${days === -1 ? "Yesterday" : `${many(-days, "day")} ago`}.`
    if (wait) return `${past} The wait ${holdsOff(rule) ? "may be" : "is"} over.`
    return isMine(whose) ? `${past} Do not give up before you ask a lawyer.` : `${past} Not done yet? Ask in writing why.`
  }

  guide.limits = {
    SAFE_DAY,
    holdsOff,

    // What a rule gives for the day of its event: {rule, day, date, sum, far}. `date` is "" where there is none.
    // Not `isItsDay`: the day is that of another event, which cannot have come later.
    count(rule, day, today, isItsDay = true) {
      const date = rule.words ? "" : end(rule, day)
      const safe = isItsDay ? "" : ` To be safe we took it as ${rule.starts}.`
      return { rule, day, date, sum: sumOf(rule, day, date) + safe, far: date && distance(rule, date, today) }
    },

    // The sum of a limit that has a date, where there is no room for what to heed with it.
    brief({ rule, day, date, sum }) {
      // In these the sum is not plain arithmetic.
      if (rule.unit === "hour" || rule.unit === "business-day") return sum
      return `${holdsOff(rule) ? `${guide.formatDate(day)} counts as day 1, so the last safe day is` : `${startOf(rule, day)} ${rule.length} =`} ${endOf(date)}.`
    },

    // The heading of a counted limit.
    title({ rule, date }) {
      if (rule.words) return isMine(rule.whose) ? "No set date: act now" : "No set date"
      if (!date) return "Count with the school’s calendar"
      if (holdsOff(rule)) return `Last safe day: ${guide.formatDate(date, "full")}`
      return rule.kind === "reach" ? `Not before ${guide.formatDate(date, "full")}` : rule.kind === "wait" ? `From ${guide.formatDate(date, "full")}` : guide.formatDate(date, "full")
    },

    // The entry for a calendar. Others may see a calendar, so its title says nothing of the child or the case.
    event: ({ rule, day, date, sum }, address) => ({
      id: `${rule.id}-${rule.amount}-${rule.unit}-${day}`,
      day: date,
      title: holdsOff(rule) ? SAFE_DAY : rule.kind === "wait" ? "A wait ends" : isMine(rule.whose) ? "A time limit of mine ends" : "A time limit of others ends",
      text: `${rule.owner}: ${rule.until}.\n${sum}\nThe limit runs from ${rule.starts}.\n${rule.basis}: ${rule.citation}. ${rule.status}.\n${address}`,
      warn: warnings(rule.unit === "year" ? 365 : rule.unit === "month" ? 30 : rule.amount),
    }),

    // Whether a date belongs into a calendar: one that is still to come, and is no limit of what may be complained about.
    isAhead: ({ rule, date }, today) => Boolean(date) && rule.kind !== "reach" && date >= today,
  }
})()
