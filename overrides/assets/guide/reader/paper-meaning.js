// What a day in a paper means: by the label before it, in its cell, in the cell beside it, over its column or in the line
// above; or by the words right before it in a sentence. A day without such words is left out.
(() => {
  const reader = guide.reader
  const { lineBefore, hasDay, distance, nearest, cellBefore, overColumn, byOrder, firstLabel, inRunOfLabels } = reader.near
  const { said, isAsked, amendedAt } = reader.around

  // What may stand before a day in its own cell and is no label.
  const BARE = /\b(?:on|the|of|by|at|is|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*)\b/gi
  const ONLY = {
    notice: ["notice", "given", "meeting", "starts", "ends", "reply-by", "hearing", "annual-review", "request", "consent", "evaluated", "reevaluation", "previous-meeting"],
    iep: ["meeting", "starts", "ends", "annual-review", "evaluated", "reevaluation", "previous-meeting", "consent"],
    suspension: ["notice", "given", "suspended-from", "suspended-until", "returns", "incident", "reply-by", "hearing", "meeting"],
    "meeting-notice": ["notice", "given", "meeting", "reply-by", "previous-meeting", "reevaluation", "annual-review"],
    evaluation: ["notice", "given", "meeting", "consent", "reevaluation", "evaluated", "request"],
    email: ["notice"],
  }
  // Of these a paper has one.
  const ONE = new Set(["notice", "paper", "given", "suspended-from", "suspended-until", "returns", "reevaluation", "annual-review", "meeting", "ends"])

  const FLAT = new Set(["notice", "given", "meeting", "starts", "ends"])

  const RANGE = /^\s*(?:-|–|—|to|through|thru|until|till|and (?:ending|ends|going|lasting|running) (?:\w+ )?(?:through|until|on)?|and|\()?\s*(?:going\s+)?(?:to|through|until)?\s*(?:and including\s+)?$/i
  const ENDS = { starts: "ends", "suspended-from": "suspended-until" }

  // "The secretary must have your letter by": the letter that is asked for, not one that was sent.
  const meaningOf = (text, hits, days, n, found, isTitle) => {
    const told = byWords(text, hits, days, n, found, isTitle)
    return (told === null || told === "request") && isAsked(text, days[n]) ? "reply-by" : told
  }

  const byWords = (text, hits, days, n, found, isTitle) => {
    const day = days[n], before = days[n - 1]
    const floor = Math.max(before?.to ?? 0, day.from - 170)
    const lineStart = reader.lineStart(text, day.from)
    const cellStart = Math.max(lineStart, floor, lineStart + text.slice(lineStart, day.from).lastIndexOf("\t") + 1)
    const gap = text.slice(floor, day.from)
    if (before && ENDS[found.get(before)] && RANGE.test(gap)) return ENDS[found.get(before)]
    const own = text.slice(cellStart, day.from)
    const behind = said(text, own, day)
    if (behind) return behind
    const most = /:\s*$/.test(own) ? 7 : 2
    if (/[a-z]/i.test(own.replace(BARE, ""))) {
      const means = nearest(text, hits, cellStart, day.from, most)
      if (means) return means
      const above = lineBefore(text, lineStart)
      const goesOn = above && (/^\s*[a-z\d,(]/.test(own) || above.to - above.from > 60)
      return goesOn && cellStart === lineStart && above.from >= floor ? nearest(text, hits, above.from, day.from, most) : null
    }
    const over = overColumn(text, day, days)
    const beside = cellStart > lineStart && cellBefore(text, day.from)
    for (const cell of [over, beside && !hasDay(days, beside.from, beside.to) ? beside : null]) {
      const means = cell && nearest(text, hits, cell.from, cell.to, 2)
      if (means) return means
    }
    const ordered = byOrder(text, hits, day, days)
    if (ordered) return ordered
    const above = lineBefore(text, lineStart)
    if (cellStart !== lineStart || !above || hasDay(days, above.from, above.to)) return afterwards(text, hits, day)
    if (inRunOfLabels(text, hits, above, days[n + 1])) return null
    if (isTitle(above) && isLetterDay(text, day)) return "notice"
    return nearest(text, hits, Math.max(above.from, floor), day.from, 2) ?? firstLabel(text, hits, above) ?? afterwards(text, hits, day)
  }

  // "On October 8, 2026, the IEP team met."
  const afterwards = (text, hits, day) => {
    if (!/(?:^|[.!?\n\f]\s*)on\s+(?:the\s+)?$/i.test(text.slice(Math.max(0, day.from - 12), day.from))) return null
    const end = day.to + 40
    const hit = reader.within(hits, day.to, end).find(one => ["meeting", "none", "previous-meeting"].includes(one.means) && distance(text.slice(day.to, one.from)) < 3)
    return hit && hit.means !== "none" ? hit.means : null
  }

  // A day alone in its line near the top of a letter is the day of the paper.
  const isLetterDay = (text, day) => {
    const from = reader.lineStart(text, day.from), to = reader.lineEnd(text, day.to)
    const line = text.slice(from, to).replace(text.slice(day.from, day.to), "").replace(/^\s*(?:date|dated)\b/i, "")
    return /^[\s:.,]*(?:at \d.*)?$/i.test(line) && text.slice(0, Math.min(day.from, 3000)).split("\n").length < 14
  }

  const adjusted = (means, kind) => {
    if (kind === "suspension") return { starts: "suspended-from", ends: "suspended-until" }[means] ?? means
    if (kind === "evaluation" && means === "evaluated") return null
    return means
  }

  // "3 days of suspension (2-17, 2-18 and 2-19)": the first and the last of them.
  const daysInARow = (text, days, found) => {
    const isNext = (one, other) => other && /^[\s,;&]*(?:and\s*)?(?:\w+day,?\s*)?$/i.test(text.slice(one.to, other.from))
    const first = days.findIndex((day, n) => [undefined, null, "suspended-from"].includes(found.get(day)) && isNext(day, days[n + 1]) && /suspen|\boss\b|\bdays\b|attend school/i.test(text.slice(Math.max(0, day.from - 90), day.from)))
    if (first < 0) return
    let last = first
    while (isNext(days[last], days[last + 1])) last++
    found.set(days[first], "suspended-from").set(days[last], "suspended-until")
  }

  // What lies years before or behind the paper is a birth date, whatever stands beside it.
  const YEAR = 365 * 864e5
  const OUT = new Set(["suspended-from", "suspended-until", "returns"])
  const LONG_AGO = new Set(["evaluated", "previous-meeting"])

  const TIMED = /^[\s,(]*(?:at|@|from)?\s*(?:\d{1,2}(?::\d\d)?\s*(?:[ap]\.?\s?m|o'clock|to|-)|time\b)/i

  const once = list => {
    const seen = new Set()
    return list.filter(one => {
      const key = ONE.has(one.meaning) ? one.meaning : `${one.meaning} ${one.date}`
      return !seen.has(key) && seen.add(key)
    })
  }

  /** @returns {object[]} the days of a paper that mean something: meaning, date, start, end, quote, page */
  reader.paperDates = (flow, words, kind, taken = () => false, isFlat = false) => {
    const { text } = flow
    const days = reader.findDays(text), found = new Map()
    const isTitle = line => reader.within(words.papers, line.from, line.to).some(hit => hit.list === "title") && !/:\s*$|\b(?:date|day)\b/i.test(text.slice(line.from, line.to))
    days.forEach((day, n) => found.set(day, adjusted(meaningOf(text, words.dates, days, n, found, isTitle), kind)))
    const values = [...found.values()]
    if (!values.includes("notice")) {
      const letter = days.find(day => day.date && !found.get(day) && isLetterDay(text, day))
      if (letter) found.set(letter, "notice")
    }
    // "For six days of school, Sept. 29 through Oct. 6."
    if (kind === "suspension") days.forEach((day, n) => {
      const next = days[n + 1]
      if (next && !found.get(day) && found.get(next) === "suspended-until" && RANGE.test(text.slice(day.to, next.from))) found.set(day, "suspended-from")
    })
    if (kind === "meeting-notice" && ![...found.values()].includes("meeting")) {
      const timed = days.find(day => day.date && [undefined, null, "notice"].includes(found.get(day)) && (TIMED.test(text.slice(day.to, day.to + 24)) || /^[ \t,;|]*(?:hour|time|place|where|room|location)\b/i.test(text.slice(day.to, day.to + 30))))
      if (timed) found.set(timed, "meeting")
    }
    if (kind !== "notice" && ![...found.values()].includes("notice")) {
      for (const day of days) if (found.get(day) === "given") found.set(day, "notice")
    }
    if (kind === "suspension" && ![...found.values()].includes("suspended-until")) daysInARow(text, days, found)
    const near = days.find(day => ["notice", "given"].includes(found.get(day)) && day.date)?.date
    reader.fillYears(days, text, near)
    if (kind === "iep") amendedAt(text, days, found)
    const dated = days.map(day => day.date).filter(Boolean).sort()
    const now = near ?? dated[dated.length >> 1]
    const isFar = day => !LONG_AGO.has(found.get(day)) && Math.abs(Date.parse(day.date) - Date.parse(now)) > (OUT.has(found.get(day)) && day.date < now ? 30 * 864e5 : 4 * YEAR)
    // In a flattened form a day stands behind a label of its own, or none.
    const isLoose = day => isFlat && FLAT.has(found.get(day)) && !/:\s*$/.test(text.slice(day.from - 3, day.from))
    const told = days.filter(day => day.date && !isLoose(day) && !isFar(day) && ONLY[kind]?.includes(found.get(day)) && !taken(day))
    return once(told.map(day => Object.assign({
      meaning: found.get(day) === "notice" && kind !== "notice" ? "paper" : found.get(day), date: day.date,
    }, flow.quote(day.from, day.to))))
  }
})()
