// Finds days in a paper, in all forms that are written in America, and slips of a scanner in their figures.
(() => {
  const reader = guide.reader

  const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
  const MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:i[l1])?|may|june?|ju[l1]y?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?"
  const WEEKDAY = "(?:(?<weekday>mon|tue|wed|thu|fri|sat|sun)(?:s|r|rs|nes|ur)?(?:day)?\\.?,?\\s+(?:the\\s+)?)?"
  const YEAR = "(?:2[0O]\\d\\d)"
  // A figure as a scanner may read it.
  const D = "[\\dOoIl]"
  const FORMS = new RegExp([
    `${WEEKDAY}\\b(?<m1>${MONTH})\\s+(?<d1>[0-3]?\\d)(?:st|nd|rd|th)?(?![\\d:%-]\\d|\\d)(?:,?\\s*(?<y1>${YEAR}|'\\d\\d)\\b)?`,
    `\\b(?<d2>[0-3]?\\d)(?:st|nd|rd|th)?[\\s-]+(?:day\\s+of\\s+)?(?<m2>${MONTH}),?[\\s-]+(?<y2>${YEAR})\\b`,
    `\\b(?<y3>${YEAR})[-/.](?<m3>${D}{2})[-/.](?<d3>${D}{2})\\b`,
    `\\b(?<m4>${D}{1,2})(?<sep>\\s?[/.-]\\s?)(?<d4>${D}{1,2})\\k<sep>(?<y4>2[0O]${D}{2}|19\\d\\d|${D}{2})\\b(?!\\k<sep>\\d)`,
    "\\b(?<m5>1?\\d)/(?<d5>[0-3]?\\d)\\b(?![/%\\d.]|-\\d)",
  ].join("|"), "gi")
  const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

  const figure = words => Number(words.replace(/O/gi, "0").replace(/[Il]/gi, "1").replace("'", ""))

  const monthOf = words => {
    const at = MONTHS.indexOf(words.slice(0, 3).toLowerCase().replace("1", "l"))
    return at < 0 ? figure(words) : at + 1
  }

  // "2026-10-02", or nothing where there is no such day.
  const asDay = (year, month, day) => {
    const made = new Date(Date.UTC(year, month - 1, day))
    return made.getUTCMonth() === month - 1 && made.getUTCDate() === day && day > 0 ? made.toISOString().slice(0, 10) : null
  }

  const yearOf = words => {
    const year = figure(words)
    return year > 99 ? year : year + (year > 80 ? 1900 : 2000)
  }

  const readOne = (found, text) => {
    const g = found.groups
    // A part of a longer number, a version, a section of the law, a price.
    const before = text[found.index - 1] ?? ""
    if (!/[a-z]/i.test(found[0][0]) && (/[\d./$]/.test(before) || (before === "-" && !g.sep?.includes("/")))) return null
    const month = monthOf(g.m1 ?? g.m2 ?? g.m3 ?? g.m4 ?? g.m5), day = figure(g.d1 ?? g.d2 ?? g.d3 ?? g.d4 ?? g.d5)
    const written = g.y1 ?? g.y2 ?? g.y3 ?? g.y4
    if (!/\d/.test(found[0]) || month > 12) return null
    const date = asDay(written ? yearOf(written) : 2024, month, day)
    const from = found.index + (/^\s*/.exec(found[0])[0].length)
    return date && { date: written ? date : null, month, day, weekday: g.weekday?.toLowerCase(), from, to: found.index + found[0].length }
  }

  const weekdayOf = date => WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]

  // A day without its year has the one of its neighbor in "October 6 through October 8, 2026", else the one that brings
  // it nearest to the day of the paper, if its weekday says nothing else and it is not far.
  const withYear = (day, near) => {
    const year = Number(near.slice(0, 4))
    const distance = date => Math.abs(Date.parse(date) - Date.parse(near)) / 864e5
    const fits = [year - 1, year, year + 1].map(one => asDay(one, day.month, day.day))
      .filter(date => date && distance(date) < 150 && (!day.weekday || weekdayOf(date) === day.weekday))
    return fits.sort((a, b) => distance(a) - distance(b))[0] ?? null
  }

  // "October 6-8, 2026" and "October 6 and 7, 2026": the second figure is a day too, and the year is that of both.
  const SHARED = new RegExp(`\\b(?<month>${MONTH})\\s+(?<first>[0-3]?\\d)(?:st|nd|rd|th)?\\s*(?:-|–|—|to|through|thru|and|&)\\s*(?<last>[0-3]?\\d)(?:st|nd|rd|th)?(?:,?\\s+(?<year>${YEAR}))?\\b(?![:\\d])`, "gi")
  const sharedDays = text => [...text.matchAll(SHARED)].flatMap(({ 0: words, index, groups: g }) => {
    const month = monthOf(g.month)
    const days = [g.first, g.last].map(day => ({ date: asDay(g.year ? yearOf(g.year) : 2024, month, Number(day)), month, day: Number(day) }))
    const middle = index + words.search(/\d/) + g.first.length
    const second = index + words.indexOf(g.last, middle - index)
    if (!days.every(one => one.date)) return []
    if (!g.year) for (const one of days) one.date = null
    return [Object.assign(days[0], { from: index, to: middle }), Object.assign(days[1], { from: second, to: index + words.length })]
  })

  /** @returns {object[]} the days of a paper in their order: date, or null without a year; from and to in the text */
  reader.findDays = text => {
    const shared = sharedDays(text)
    const days = [...text.matchAll(FORMS)].map(found => readOne(found, text))
      .filter(day => day && !shared.some(one => one.from < day.to && day.from < one.to))
    return [...days, ...shared].sort((a, b) => a.from - b.from)
  }

  // Fills in the years that were left out, once the day of the paper is known.
  reader.fillYears = (days, text, near) => {
    days.forEach((day, n) => {
      if (day.date) return
      const next = days[n + 1]
      const range = next?.date && /^\s*(?:-|–|—|to|through|thru|until|and)\s+(?:\w+day,?\s+)?$/i.test(text.slice(day.to, next.from))
      day.date = range ? withYear(day, next.date) : near && withYear(day, near)
    })
  }
})()
