// What stands near a day: in its cell, in the cell beside it, over its column, in the line above. See paper-meaning.js.
(() => {
  const reader = guide.reader

  const FILLER = /\b(?:date|day|on|is|was|of|the|for|by|at|this|held|due|set|will|be|are|and|a|an|or|before|no|later|than|until|iep|team|meeting|home|school|parents?|your|you|to|in|from|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*)\b/gi
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

  // Labels one under the other, then their values: a flattened form, in which the last label has the first value under it.
  const inRunOfLabels = (text, hits, above, next) => {
    const before = lineBefore(text, above.from)
    const isBare = line => line && /:\s*$/.test(text.slice(line.from, line.to)) && reader.within(hits, line.from, line.to).length > 0
    const another = next && /^\s*\n\s*$/.test(text.slice(next.from - 2, next.from)) && lineBefore(text, next.from + 1).from > above.to
    return (above.to > above.from && isBare(before)) || (another && !/[a-z]/i.test(text.slice(above.to, next.from)))
  }

  // "Date of meeting Time Place" over "November 4, 2026 3:15 PM Room 4".
  const firstLabel = (text, hits, line) => {
    const first = reader.within(hits, line.from, line.to).filter(hit => !text.slice(line.from, hit.from).trim())
    return text.slice(line.from, line.to).trim().split(/\s+/).length < 9 ? first.sort((a, b) => b.to - a.to)[0]?.means ?? null : null
  }

  reader.near = { lineBefore, hasDay, distance, nearest, cellBefore, overColumn, byOrder, firstLabel, inRunOfLabels }
})()
