// The services of an IEP: rows of a table or of a list, copied with or without their columns. A row begins behind the days or the
// line of the one before it, and is known by its amount. What stands outside the list of services is none.
(() => {
  const reader = guide.reader

  // Headings of the paper that begin or end the list of services.
  const headings = (text, words) => (words.sections ?? []).filter(hit => hit.means !== "accommodations").filter(hit => {
    const from = reader.lineStart(text, hit.from), line = text.slice(from, reader.lineEnd(text, hit.to)).trim()
    const lead = text.slice(from, hit.from).replace(/^[\s\dA-Z]{0,4}[.):]?\s*/, "")
    const words = line.split(/\s+/).length
    return /^\W*(?:iep\W+)?(?:[\w']+\s+){0,2}$/i.test(lead) && (hit.means === "services" ? words < 16 && !/[.;]$/.test(line) && !/\d{2,}/.test(line.replace(/page \d+.*|\d{4}/i, ""))
      : lead === "" && (words < 7 || text[hit.to] === ":" || /^[.:]/.test(text.slice(hit.to))))
  })

  // Stretches in which services stand; "sure" where the paper has a list of them.
  const stretches = (text, words) => {
    const marks = headings(text, words).sort((a, b) => a.from - b.from)
    const found = marks.map((mark, n) => ({ mark, from: reader.lineEnd(text, mark.to), to: marks.slice(n + 1).find(one => one.from > reader.lineEnd(text, mark.to) || one.means === "none")?.from ?? text.length }))
    return found.filter(one => one.mark.means === "services").map(one => ({ from: reader.lineStart(text, one.mark.from), body: one.from, to: one.to }))
  }

  const NO_NAME = /^(?:minutes?|amount|frequency|time|total|sum|the week|her school|his school|their school|school (?:week|day)|week|setting|location|service|begin|end|extra time|break|each|mpw\b|page|for|and|of)\b|\btotal\b|\bbreaks?\b|extra time|school (?:week|day) (?:has|is)|\btimer\b|\bhomework\b|\bdoctor|\bphysician|\brecess\b|\blunch\b/i
  const BY = /[,;(]?\s*\b(?:provided |given |delivered |taught )?by (?:the |an? )?[a-z][^,;]*|[,;(]?\s*\b(?:special|general|regular) ed(?:ucation)? (?:teacher|staff|aide)\b|\bteachers?\b/i
  const RECEIVES = /^[\s\S]*?\b(?:receives?|gets?|will (?:have|get|receive)|is given|provided with|is to (?:have|get|receive))\s+/i
  const VERB_TAIL = /[\s,;:–—-]*(?:\b(?:will be|is|are|to be)\b\s*(?:provided|given|delivered|offered|scheduled)?|\bfor|\bat|\bof|\bup to|\bin an?|\bin the|\bin|\bamount|\bon|\bwith)?[\s,;:–—(-]*$/i

  const cut = (words, hits, base) => {
    let name = words
    for (const hit of [...hits].reverse()) name = name.slice(0, hit.from - base) + " ".repeat(hit.to - hit.from) + name.slice(hit.to - base)
    return name
  }

  // The name alone: without the one who gives it, the setting, the group, days and bullets.
  const nameIn = (text, words, days, from, to) => {
    const out = ["settings", "groups"].flatMap(part => reader.within(words[part], from, to)).filter(hit => !/^co-?t|class within|cwc/i.test(text.slice(hit.from, hit.to)) && hit.from > from + 3)
    const own = reader.within(days, from, to)
    const name = cut(text.slice(from, to), [...out, ...own].sort((a, b) => a.from - b.from), from).replace(RECEIVES, "").replace(BY, " ")
      .replace(/^[\s•*▪\d.)|:–—-]+/, "").replace(/\s+/g, " ").replace(VERB_TAIL, "").replace(/\b(?:in|with|a|an|the)(?: (?:in|with|a|an|the))*$/i, "").replace(/[\s,;:.|–—-]+$/, "").trim()
    return name.length > 1 && name.length < 90 && /[a-z]{2}/i.test(name) ? name : null
  }

  const ONE_TO_ONE = /\b1\s?(?::|to|on)\s?1\b/
  const groupOf = (text, hits, from, to) => {
    const found = new Set(reader.within(hits, from, to).map(hit => hit.means))
    if (ONE_TO_ONE.test(text.slice(from, to))) found.add("individual")
    return found.size === 1 ? [...found][0] : null
  }

  // "Special education teacher" and "special education reading" say nothing of the room.
  const isNoRoom = text => hit => /^[ \t]+(?:teacher|staff|reading|math|services?\b|instruction|process|coordinator)/i.test(text.slice(hit.to, hit.to + 14))

  const settingOf = (text, words, row) => {
    const hits = reader.within(words.settings, row.from, row.to + 20).filter(hit => hit.from < row.to && !isNoRoom(text)(hit))
    // "Outside the regular class" has the words of a regular class in it.
    const whole = hits.filter(hit => !hits.some(one => one !== hit && one.from <= hit.from && one.to >= hit.to && one.to - one.from > hit.to - hit.from))
    const room = whole.filter(hit => !/^co-?t/i.test(text.slice(hit.from, hit.to)))
    const means = new Set((room.length ? room : whole).map(hit => hit.means))
    return means.size === 1 ? [...means][0] : null
  }

  const daysOf = (text, days, row, iep) => {
    const own = reader.within(days, row.from, row.to).filter(day => day.date)
    if (own.length > 1) return { from: own[0].date, until: own[1].date }
    if (own.length) {
      const before = text.slice(Math.max(row.from, own[0].from - 16), own[0].from)
      return /(?:until|through|to|thru|ends?|end)\W*(?:on\s*)?$/i.test(before) ? { from: iep?.from ?? null, until: own[0].date }
        : /(?:from|begin\w*|start\w*|since)\W*(?:on\s*)?$/i.test(before) ? { from: own[0].date, until: iep?.until ?? null } : { from: null, until: null }
    }
    return { from: iep?.from ?? null, until: iep?.until ?? null }
  }

  const SENTENCE = /(?:^|\s)\S*[a-z\d)%]\.\s+(?=[A-Z])/g
  const SHORT = /\b(?:mins?|hrs?|wk|mo|ed|gen|sp|lang|no|mr|mrs|ms|dr)\.\s+$/i
  const sentenceEnds = (text, from, to) => [...text.slice(from, to).matchAll(SENTENCE)].filter(hit => !SHORT.test(hit[0])).map(hit => from + hit.index + hit[0].length)
  const sentenceStart = (text, from, to) => sentenceEnds(text, from, to).at(-1) ?? from

  // Where the row begins whose amount stands at a place: behind the last day of the one before, or with its line; where that
  // has no words of its own, with the line above.
  const rowStart = (text, amount, floor, days) => {
    floor = Math.max(floor, sentenceStart(text, floor, amount.from))
    const behind = reader.within(days, floor, amount.from).at(-1)
    let from = Math.max(floor, reader.lineStart(text, amount.from))
    const hasWords = (a, b) => /[a-z]{2}/i.test(text.slice(a, b))
    for (let n = 0; n < 3 && from > floor && (!hasWords(from, amount.from) || /^\s*[a-z]/.test(text.slice(from, from + 3))); n++) {
      const above = reader.lineStart(text, from - 1)
      if (above < floor || (behind && above < behind.from)) break
      from = above
    }
    return behind && behind.to > from ? behind.to : from
  }

  const nameBehind = (text, words, amount, end) => {
    const found = /^\s*(?:of|in|for)\s+(?!group|a group|small)([A-Za-z][^.;\n\t]*)/.exec(text.slice(amount.to, end))
    if (!found) return null
    const from = amount.to + found[0].indexOf(found[1])
    const stop = found[1].search(/\b(?:in an?|in the|in her|in his|from|starting|beginning|by|with|at|through|until|during|provided|outside|inside)\b|,/i)
    return nameIn(text, words, [], from, from + (stop > 0 ? stop : found[1].length))
  }

  const isService = (words, from, to) => reader.within(words.services, from, to).length > 0

  const rowOf = (text, words, days, amount, start, end) => {
    let name = nameIn(text, words, days, start, amount.from)
    if (!name || NO_NAME.test(name)) name = name && NO_NAME.test(name) && !/^(?:for|and|of|each)/i.test(name) ? null : nameBehind(text, words, amount, end)
    return name && !NO_NAME.test(name) ? { name, from: start, to: end } : null
  }

  const lastOfRow = (text, amount, next, limit, days) => {
    const most = Math.min(next, limit, sentenceEnds(text, amount.to, Math.min(limit, amount.to + 300))[0] ?? limit)
    const own = reader.within(days, amount.to, most)
    const second = own[1] && own[1].from - own[0].to < 25 ? own[1] : own[0]
    // A table copied cell by cell: the amount has its line for itself, and what follows belongs to it.
    const isAlone = !text.slice(reader.lineStart(text, amount.from), amount.from).trim() && !text.slice(amount.to, reader.lineEnd(text, amount.to)).trim()
    const line = isAlone && most - amount.to < 120 ? most : Math.min(reader.lineEnd(text, amount.to), most)
    if (second && second.from - amount.to < 220) return Math.max(line, second.to) === line && second.to <= line ? second.to : second.to
    return line
  }

  const overlaps = (rows, one) => rows.slice(-80).some(row => row.from < one.to && row.to > one.from)
  const holds = (rows, day) => {
    let low = 0
    let high = rows.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (rows[middle].to < day.to) low = middle + 1
      else high = middle
    }
    return low < rows.length && rows[low].from <= day.from
  }

  // A service without an amount, "Transportation — Bus with aide — 10/19/2026 9/29/2027", is a line with two days.
  const withoutAmount = (text, words, days, stretch, rows) => {
    const found = []
    for (const line of text.slice(stretch.body, stretch.to).matchAll(/[^\n\f]+/g)) {
      const from = stretch.body + line.index, to = from + line[0].length
      const own = reader.within(days, from, to)
      if (own.length !== 2 || overlaps(rows, { from, to }) || !isService(words, from, own[0].from)) continue
      const name = nameIn(text, words, days, from, own[0].from)?.split(/ [—–-] |\s\d/)[0]
      if (name) found.push({ name, from, to: own[1].to })
    }
    return found
  }

  reader.iepServices = (flow, words, days, iep) => {
    const { text } = flow
    const listed = stretches(text, words)
    const all = listed.length ? listed : []
    const rows = []
    for (const stretch of all) {
      const amounts = reader.findAmounts(text.slice(stretch.body, stretch.to)).map(one => ({ ...one, from: one.from + stretch.body, to: one.to + stretch.body }))
      const inMinutes = /min|mpw|how much/i.test(text.slice(stretch.from, stretch.body + 200))
      let floor = stretch.body
      amounts.filter(one => !one.bare || inMinutes).forEach((amount, n, each) => {
        const next = each[n + 1]
        const last = next ? Math.max(amount.to, rowStart(text, next, amount.to, days)) : stretch.to
        const start = rowStart(text, amount, floor, days)
        const row = rowOf(text, words, days, amount, start, lastOfRow(text, amount, last, stretch.to, days))
        if (row && isService(words, row.from, row.to) && !overlaps(rows, row)) rows.push({ ...row, amount })
        floor = row ? row.to : amount.to
      })
      rows.push(...withoutAmount(text, words, days, stretch, rows))
    }
    rows.sort((a, b) => a.from - b.from)
    const isTaken = day => holds(rows, day)
    return { isTaken, services: rows.map(row => ({
      what: row.name, minutes: row.amount?.minutes ?? null, times: row.amount?.times ?? null, per: row.amount?.per ?? null,
      setting: settingOf(text, words, row), with: groupOf(text, words.groups, row.from, row.to),
      ...daysOf(text, days, row, iep), ...flow.quote(row.from, row.to),
    })) }
  }
})()
