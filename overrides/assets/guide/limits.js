// Time limits: from a rule and the day of its event to the date, the sum in words, and the entry for a calendar.
//
// A rule is one of the block's data: scripts/guide/blocks/deadlines.py. No date is moved off a weekend or a holiday.
(() => {
  const { add, addYears, addMonths, addBusinessDays, addHours, between, isWeekend, say, sayLong, weekday } = guide.days
  const UNITS = { hour: "hour", day: "calendar day", "school-day": "school day", "business-day": "business day", month: "month", year: "year" }
  const OWNERS = { yours: "Your limit", district: "The district’s limit", state: "The state’s limit", both: "A limit for both sides" }
  const many = (amount, unit) => `${amount} ${unit}${amount === 1 ? "" : "s"}`
  // Days before the date on which a calendar reminds one.
  const warnings = amount => amount > 60 ? [30, 14, 7, 1] : amount > 20 ? [14, 7, 3, 1] : amount > 6 ? [5, 2, 1] : [2, 1]

  // The date of a rule, or "" where no one can count it without more than a calendar.
  const end = ({ amount, unit, counts }, day) => {
    const away = counts === "before" ? -amount : amount
    switch (unit) {
      case "year": return addYears(day, away)
      case "month": return addMonths(day, away)
      case "hour": return addHours(day, away)
      case "day": return add(day, away)
      // Counted back, a weekend left out gives the earlier day, which is the safe one; counted on, a weekend counted gives it.
      case "business-day": return counts === "before" ? addBusinessDays(day, away) : add(day, away)
      default: return ""
    }
  }

  const isMine = whose => whose === "yours" || whose === "both"

  const sumOf = (rule, day, date) => {
    const { amount, unit, counts, whose, until, kind, words } = rule
    // What the parent must do is never put off by a question.
    if (words && isMine(whose)) return `No last day is set: ${words}.`
    if (words) return `There is no number to count: ${words}. Ask in writing when it will be done.`
    if (!date) {
      const first = counts === "before" ? "the last school day before" : "the first school day after"
      return `${many(amount, UNITS[unit])} ${counts} ${say(day)}. We cannot count them without the school’s calendar. `
        + `Take that calendar. Day 1 is ${first} ${say(day)}. Count only the days on which children have school.`
    }
    const sign = counts === "before" ? "−" : "+"
    const act = kind === "due" && isMine(whose) && isWeekend(date)
      ? `; ${/^file\b/.test(until) ? "file" : "act"} before` : ""
    const ends = `${say(date)}, a ${weekday(date)}`
    if (unit === "hour") {
      return `${say(day)} ${sign} ${many(amount, "hour")} = ${ends}, at the same hour. Do not wait for that hour.`
    }
    if (unit === "business-day" && counts === "before") {
      return `${say(day)} ${sign} ${many(amount, "business day")} = ${ends}${act}. Saturdays and Sundays are left out. Earlier if a holiday falls in.`
    }
    if (unit === "business-day") {
      const late = addBusinessDays(day, amount)
      return date === late
        ? `${say(day)} ${sign} ${many(amount, "business day")} = ${ends}. A holiday can make it later. Do not count on that.`
        : `${say(day)} ${sign} ${many(amount, "day")}, weekends counted to be safe = ${ends}${act}. `
          + `Without Saturdays and Sundays it would be ${say(late)}, and a holiday can make it later still. Do not count on that.`
    }
    const leap = /year|month/.test(unit) && date.slice(8) !== day.slice(8) ? ` There is no ${say(day).split(",")[0]} in that year, so we take the safe day.` : ""
    return `${say(day)} ${sign} ${many(amount, UNITS[unit])} = ${ends}${act}.${leap}`
  }

  // How far off a date is, and what follows.
  const distance = ({ whose, kind }, date, today) => {
    if (kind === "reach") return "What happened before that day is too old for this step."
    const days = between(today, date)
    const wait = kind === "wait"
    if (days > 1) return `In ${many(days, "day")}.${wait ? " It is a wait, not a due date. Act before it ends." : ""}`
    if (days >= 0) return `${days ? "Tomorrow" : "Today"}.${wait ? " The wait ends then. Act now." : isMine(whose) ? " Act now." : ""}`
    const past = `${days === -1 ? "Yesterday" : `${many(-days, "day")} ago`}.`
    if (wait) return `${past} The wait is over.`
    return isMine(whose) ? `${past} Do not give up before you ask a lawyer.` : `${past} Not done yet? Ask in writing why.`
  }

  guide.limits = {
    // What a rule gives for the day of its event: {rule, day, date, sum, far, owner}. `date` is "" where there is none.
    // Not `isItsDay`: the day is that of another event, which cannot have come later.
    count(rule, day, today, isItsDay = true) {
      const date = rule.words ? "" : end(rule, day)
      const safe = isItsDay ? "" : ` To be safe we took it as ${rule.starts}.`
      return { rule, day, date, sum: sumOf(rule, day, date) + safe, far: date && distance(rule, date, today), owner: OWNERS[rule.whose] }
    },

    // The heading of a counted limit.
    title({ rule, date }) {
      if (rule.words) return isMine(rule.whose) ? "No set date: act now" : "No set date"
      if (!date) return "Count with the school’s calendar"
      return rule.kind === "reach" ? `Not before ${sayLong(date)}` : sayLong(date)
    },

    // The entry for a calendar. Others may see a calendar, so its title says nothing of the child or the case.
    event: ({ rule, day, date, sum, owner }, address) => ({
      id: `${rule.id}-${rule.amount}-${rule.unit}-${day}`,
      day: date,
      title: rule.kind === "wait" ? "A wait ends" : isMine(rule.whose) ? "A time limit of mine ends" : "A time limit of others ends",
      text: `${owner}: ${rule.until}.\n${sum}\nThe limit runs from ${rule.starts}.\n${rule.basis}: ${rule.citation}. ${rule.status}.\n${address}`,
      warn: warnings(rule.unit === "year" ? 365 : rule.unit === "month" ? 30 : rule.amount),
    }),

    // Whether a date belongs into a calendar: one that is still to come, and is no limit of what may be complained about.
    isAhead: ({ rule, date }, today) => Boolean(date) && rule.kind !== "reach" && date >= today,
  }
})()
