// The services of an IEP: rows of a table or of a list, copied with or without their columns. What stands outside the list of
// services is none.
(() => {
  const reader = guide.reader
  const { nameIn, settingOf, groupOf, daysOf, rowStart, rowOf, lastOfRow, isService } = reader.rows

  // Headings of the paper that begin or end the list of services.
  const headings = (text, words) => (words.sections ?? []).filter(hit => hit.means !== "accommodations").filter(hit => {
    const from = reader.lineStart(text, hit.from), line = text.slice(from, reader.lineEnd(text, hit.to)).trim()
    // "Minutes per week" behind a number of a table that was copied cell by cell, and words of two of its lines.
    const said = text.slice(hit.from, hit.to)
    if (/^minutes$/i.test(said) ? from === hit.from && /\d[ \t]*\n$/.test(text.slice(Math.max(0, from - 4), from)) : /\n[^]*\d/.test(said)) return false
    const lead = text.slice(from, hit.from).replace(/^[\s\dA-Z]{0,4}[.):]?\s*/, "")
    const long = line.split(/\s+/).length
    return /^\W*(?:iep\W+)?(?:[\w']+\s+){0,2}$/i.test(lead) && (hit.means === "services" ? long < 16 && !/[.;]$/.test(line) && !/\d{2,}/.test(line.replace(/page \d+.*|\d{4}/i, ""))
      : lead === "" && (long < 7 || ".:".includes(text[hit.to] ?? " ")))
  })

  // "Service | Frequency | Duration" over a table.
  const HEAD = /^[ \t]*(?:type of |kind of )?(?:services?|svc|supports?|subject|area|instruction|what)\b[^\n\d:.]{0,90}?\b(?:min(?:ute)?s?|amount|time|frequency|how (?:much|often))\b/gim
  // A table that was pasted as one line has its rows behind its heads.
  const HEADS = /^(?:[\s/#&-]*(?:services?|minutes?|amount|time|frequency|how often|location|setting|place|where|start|begin|end|dates?|provider|from|to|per|week|sessions?|duration|initiation|completion)s?\b)*/i
  const tableHeads = text => Array.from(text.matchAll(HEAD), hit => {
    const to = hit.index + hit[0].length, rest = text.slice(to, reader.lineEnd(text, to))
    return { means: "services", from: hit.index, to, body: /\d.*\d.*\d.*\d/.test(rest) ? to + HEADS.exec(rest)[0].length : undefined }
  })

  // Stretches in which services stand; "sure" where the paper has a list of them.
  const stretches = (text, words) => {
    const marks = [...headings(text, words), ...tableHeads(text)].sort((a, b) => a.from - b.from)
    const found = marks.map((mark, n) => ({ mark, from: mark.body ?? reader.lineEnd(text, mark.to), to: marks.slice(n + 1).find(one => one.from > reader.lineEnd(text, mark.to) || one.means === "none")?.from ?? text.length }))
    return found.filter(one => one.mark.means === "services").map(one => ({ from: reader.lineStart(text, one.mark.from), body: one.from, to: one.to }))
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

  // "Min/Week" stands over the column, and a number alone in each row.
  const impliedAmounts = (text, stretch) => {
    const head = /(?:min(?:ute)?s?\.?\s*(?:\/|per|a|each)\s*(day|week|wk|month|mo)\b)|\b(daily|weekly|monthly)\s+min|\b(mpw)\b/i.exec(text.slice(stretch.from, stretch.body + 160))
    const per = head && { d: "day", w: "week", m: "month" }[(head[1] ?? head[2] ?? "w")[0].toLowerCase()]
    const often = /\t[^\t\n]*\b(?:sessions?|times|days|freq\w*|visits?)\s*(?:\/|per|a|each)\s*(day|week|wk|month|mo)\b/i.exec(text.slice(stretch.from, stretch.body + 160))
    if (often && !per) {
      return [...text.slice(stretch.body, stretch.to).matchAll(/\t(\d{1,3})\t(\d{1,2})(?=\t|\n|$)/g)].map(hit => ({
        minutes: Number(hit[1]), times: Number(hit[2]), per: { d: "day", w: "week", m: "month" }[often[1][0].toLowerCase()], from: stretch.body + hit.index + 1, to: stretch.body + hit.index + hit[0].length,
      }))
    }
    return per ? [...text.slice(stretch.body, stretch.to).matchAll(/(?:\t| )(\d{1,4})(?=\t| [A-Z])/g)].map(hit => ({
      minutes: Number(hit[1]), times: null, per, from: stretch.body + hit.index + 1, to: stretch.body + hit.index + hit[0].length,
    })) : []
  }

  // A service without an amount, "Transportation — Bus with aide — 10/19/2026 9/29/2027", is a line with two days.
  const withoutAmount = (text, words, days, stretch, rows) => {
    const found = []
    for (const line of text.slice(stretch.body, stretch.to).matchAll(/[^\n\f]+/g)) {
      const from = stretch.body + line.index, to = from + line[0].length
      const own = reader.within(days, from, to)
      const ride = /^[\s•*▪–—-]*(?:special(?:ized)? )?transportation\b(?!.*\b(?:no|not|none|n\/a)\b)/i.test(line[0])
      if (ride && !own.length && !overlaps(rows, { from, to })) found.push({ name: "Transportation", from, to })
      if (own.length !== 2 || overlaps(rows, { from, to }) || !isService(words, from, own[0].from)) continue
      const name = nameIn(text, words, days, from, own[0].from)?.split(/ [—–/-] |\s\d/)[0]
      if (name) found.push({ name, from, to: own[1].to })
    }
    return found
  }

  // Where the paper has no list of services: a line that begins with the name of one, and says where or with whom it is.
  const PROMISED = /\b(?:will (?:have|get|receive|be given|be provided)|is to (?:have|get|receive)|receives|gets|has|sees (?:him|her|them))\b(?!.*\b(?:currently|at present|so far|last year|break)\b)/i
  const isPromised = (text, row) => PROMISED.test(text.slice(row.from, row.to))
  const hasDays = (days, row) => reader.within(days, row.from, row.to).length === 2
  const isSure = (text, words, days, row) => (row.name.split(" ").length < 7 && (isPromised(text, row) || hasDays(days, row))) || beginsLine(text, words, row)
  const beginsLine = (text, words, row) => (settingOf(text, words, row) || groupOf(text, words.groups, row.from, row.to)) && row.name.split(" ").length < 6
    && text.slice(row.from, row.from + 40).replace(/^[\s•*▪–—\d.)-]+/, "").replace(/^service\s*:\s*/i, "").startsWith(row.name.slice(0, 5))

  reader.iepServices = (flow, words, days, iep) => {
    const { text } = flow
    const listed = stretches(text, words)
    const all = listed.length ? listed : [{ from: 0, body: 0, to: text.length, isLoose: true }]
    const rows = []
    for (const stretch of all) {
      const amounts = reader.findAmounts(text.slice(stretch.body, stretch.to)).map(one => Object.assign(one, { from: one.from + stretch.body, to: one.to + stretch.body }))
      const inMinutes = /min|mpw|how much/i.test(text.slice(stretch.from, stretch.body + 200))
      if (!amounts.length) amounts.push(...impliedAmounts(text, stretch))
      let floor = stretch.body
      amounts.filter(one => !one.bare || inMinutes).forEach((amount, n, each) => {
        const next = each[n + 1]
        const last = next ? Math.max(amount.to, rowStart(text, next, amount.to, days)) : stretch.to
        const start = rowStart(text, amount, floor, days)
        const row = rowOf(text, words, days, amount, start, lastOfRow(text, amount, last, stretch.to, days))
        if (row && isService(words, row.from, row.to) && !overlaps(rows, row) && (!stretch.isLoose || isSure(text, words, days, row))) rows.push({ ...row, amount })
        floor = row ? row.to : amount.to
      })
      if (!stretch.isLoose) rows.push(...withoutAmount(text, words, days, stretch, rows))
    }
    rows.sort((a, b) => a.from - b.from)
    const isTaken = day => holds(rows, day)
    return { isTaken, services: rows.map(row => Object.assign({
      what: row.name, minutes: row.amount?.minutes ?? null, times: row.amount?.times ?? null, per: row.amount?.per ?? null,
      setting: settingOf(text, words, row), with: groupOf(text, words.groups, row.from, row.to),
    }, daysOf(text, days, row, iep), flow.quote(row.from, row.to))) }
  }
})()
