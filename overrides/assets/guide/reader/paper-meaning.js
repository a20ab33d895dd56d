// What a day in a paper means: by the label before it, in its cell, in the cell beside it, over its column or in the line
// above; or by the words right before it in a sentence. A day without such words is left out.
(() => {
  const reader = guide.reader

  const FILLER = /\b(?:date|day|on|is|was|of|the|for|by|at|this|held|due|set|will|be|are|and|a|an|or|before|no|later|than|until|iep|team|meeting|home|school|parents?|your|you|to|in|from|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*)\b/gi
  // What may stand before a day in its own cell and is no label.
  const BARE = /\b(?:on|the|of|by|at|is|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*)\b/gi
  const ONLY = {
    notice: ["notice", "given", "meeting", "starts", "ends", "reply-by", "hearing", "annual-review", "request", "consent", "evaluated", "reevaluation", "previous-meeting"],
    iep: ["notice", "meeting", "starts", "ends", "annual-review", "evaluated", "reevaluation", "previous-meeting", "consent"],
    suspension: ["notice", "given", "suspended-from", "suspended-until", "returns", "incident", "reply-by", "hearing", "meeting"],
    "meeting-notice": ["notice", "given", "meeting", "reply-by", "previous-meeting", "reevaluation", "annual-review"],
    evaluation: ["notice", "given", "meeting", "consent", "reevaluation", "evaluated", "request"],
    email: ["notice"],
  }
  // Of these a paper has one.
  const ONE = new Set(["notice", "given", "suspended-from", "suspended-until", "returns", "reevaluation", "annual-review", "meeting", "ends"])

  const FLAT = new Set(["notice", "given", "meeting", "starts", "ends"])

  const lineBefore = (text, from) => {
    const end = reader.lineStart(text, from) - 1
    return end < 1 ? null : { from: reader.lineStart(text, end), to: end }
  }

  // How many words stand between a hit and the day, those that say nothing left out.
  const distance = words => words.replace(FILLER, " ").split(/[^\w']+/).filter(Boolean).length

  // A word like "from" or "date" is a label at the start of a cell, or with a colon behind another day.
  const isLabel = (text, hit) => /(?:^|[\n\t\f:;.])\s*$/.test(text.slice(Math.max(0, hit.from - 12), hit.from))
    || (text[hit.to] === ":" && /[\d)]\s+$/.test(text.slice(Math.max(0, hit.from - 12), hit.from)))

  // The best hit in a stretch of text that ends at a day.
  const nearest = (text, hits, from, to, most) => {
    let best = null
    for (const hit of reader.within(hits, from, to)) {
      const between = text.slice(hit.to, to)
      if (/[.!?]\s+[A-Z]|;/.test(between)) continue
      if (hit.list === "labels" && !isLabel(text, hit)) continue
      const far = distance(between)
      if (far > (hit.list === "labels" ? 0 : most)) continue
      const length = hit.to - hit.from
      const covers = best && hit.from <= best.hit.from && hit.to >= best.hit.to
      if (!best || covers || far < best.far || (far === best.far && (hit.to > best.hit.to ? hit.from > best.hit.from || length > best.length : length > best.length && hit.to === best.hit.to))) {
        if (best && best.hit.from <= hit.from && best.hit.to >= hit.to) continue
        best = { hit, far, length }
      }
    }
    return best?.hit.means ?? null
  }

  const cellBefore = (text, from) => {
    const line = reader.lineStart(text, from)
    const cells = text.slice(line, from).split("\t")
    const start = line + cells.slice(0, -2).join("\t").length + (cells.length > 2 ? 1 : 0)
    return cells.length > 1 ? { from: start, to: start + cells.at(-2).length } : null
  }

  const hasDay = (days, from, to) => reader.within(days, from, to).length > 0

  // The cell over a day, in the nearest of the rows above that has as many cells and no day.
  const overColumn = (text, day, days) => {
    const lineStart = reader.lineStart(text, day.from), lineEnd = reader.lineEnd(text, day.from)
    const cells = text.slice(lineStart, lineEnd).split("\t")
    if (cells.length < 2) return null
    const column = text.slice(lineStart, day.from).split("\t").length - 1
    let row = lineBefore(text, lineStart)
    for (let n = 0; row && n < 12; n++, row = lineBefore(text, row.from)) {
      const above = text.slice(row.from, row.to).split("\t")
      if (above.length < 2) return null
      if (above.length !== cells.length || hasDay(days, row.from, row.to)) continue
      const from = row.from + above.slice(0, column).join("\t").length + (column ? 1 : 0)
      return { from, to: from + above[column].length }
    }
    return null
  }

  // "Notice date  Meeting" over "10/2/26 9/30/26": as many labels as days, in their order.
  const byOrder = (text, hits, day, days) => {
    const from = reader.lineStart(text, day.from), to = reader.lineEnd(text, day.from)
    const row = reader.within(days, from, to)
    const above = lineBefore(text, from)
    if (row.length < 2 || !above || hasDay(days, above.from, above.to)) return null
    const labels = []
    for (const hit of reader.within(hits, above.from, above.to)) {
      const last = labels.at(-1)
      if (last && hit.from < last.to) {
        if (hit.to - hit.from > last.to - last.from) labels[labels.length - 1] = hit
      } else labels.push(hit)
    }
    return labels.length === row.length && /^[\s:\w'/()-]*$/.test(text.slice(above.from, above.to)) ? labels[row.indexOf(day)].means : null
  }

  const RANGE = /^\s*(?:-|–|—|to|through|thru|until|till|and (?:ending|ends|going|lasting|running) (?:\w+ )?(?:through|until|on)?|and|\()?\s*(?:going\s+)?(?:to|through|until)?\s*(?:and including\s+)?$/i
  const ENDS = { starts: "ends", "suspended-from": "suspended-until" }

  const meaningOf = (text, hits, days, n, found, isTitle) => {
    const day = days[n], before = days[n - 1]
    const floor = Math.max(before?.to ?? 0, day.from - 170)
    const lineStart = reader.lineStart(text, day.from)
    const cellStart = Math.max(lineStart, floor, lineStart + text.slice(lineStart, day.from).lastIndexOf("\t") + 1)
    const gap = text.slice(floor, day.from)
    if (before && ENDS[found.get(before)] && RANGE.test(gap)) return ENDS[found.get(before)]
    const own = text.slice(cellStart, day.from)
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
      const means = cell && nearest(text, hits, cell.from, cell.to, 3)
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

  // Labels one under the other, then their values: a flattened form, in which the last label has the first value under it.
  const inRunOfLabels = (text, hits, above, next) => {
    const before = lineBefore(text, above.from)
    const isBare = line => line && /:\s*$/.test(text.slice(line.from, line.to)) && reader.within(hits, line.from, line.to).length > 0
    const another = next && /^\s*\n\s*$/.test(text.slice(next.from - 2, next.from)) && lineBefore(text, next.from + 1).from > above.to
    return isBare(before) || (another && !/[a-z]/i.test(text.slice(above.to, next.from)))
  }

  // "Date of meeting Time Place" over "November 4, 2026 3:15 PM Room 4".
  const firstLabel = (text, hits, line) => {
    const first = reader.within(hits, line.from, line.to).filter(hit => !text.slice(line.from, hit.from).trim())
    return text.slice(line.from, line.to).trim().split(/\s+/).length < 9 ? first.sort((a, b) => b.to - a.to)[0]?.means ?? null : null
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
    if (kind !== "notice" && ![...found.values()].includes("notice")) {
      for (const day of days) if (found.get(day) === "given") found.set(day, "notice")
    }
    if (kind === "meeting-notice" && ![...found.values()].includes("meeting")) {
      const timed = days.find(day => day.date && !found.get(day) && /^[\s,(]*(?:at|@|from)?\s*\d{1,2}(?::\d\d)?\s*(?:[ap]\.?\s?m|o'clock|to|-)/i.test(text.slice(day.to, day.to + 24)))
      if (timed) found.set(timed, "meeting")
    }
    const near = days.find(day => ["notice", "given"].includes(found.get(day)) && day.date)?.date
    reader.fillYears(days, text, near)
    // In a flattened form a day stands behind a label of its own, or none.
    const isLoose = day => isFlat && FLAT.has(found.get(day)) && !/:\s*$/.test(text.slice(day.from - 3, day.from))
    const told = days.filter(day => day.date && !isLoose(day) && ONLY[kind]?.includes(found.get(day)) && !taken(day))
    return once(told.map(day => ({
      meaning: found.get(day) === "notice" && kind !== "notice" ? "paper" : found.get(day), date: day.date, ...flow.quote(day.from, day.to),
    })))
  }
})()
