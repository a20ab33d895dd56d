// A draft in pieces: chunks between empty lines, each of which can be read again by itself when somebody types in it,
// and in a chunk its items (a number, a bullet, a row, a paragraph) and their sentences.
(() => {
  const reader = guide.reader = guide.reader ?? {}

  const MARKER = /^[ \t>]*(?:[-•*·▪◦–—□☐☑✓+]|\[[ xX_]?\]|\(?\d{1,2}[a-z]?[.)]|\(?[a-z][.)]|\(?(?:i{1,3}|iv|v|vi{0,3})[.)]|\d{1,2}\.\d{1,2}\.?|#\d+|§+|(?:section|article|term|point|step|item|paragraph)[ ]+[\dIVX]+[.:]?)[ \t]+/i
  const UNCHECKED = /^[ \t]*\[\s*\]/
  const QUOTED_MAIL = /^[ \t]*>/
  // Lines of a form that say more about what stands above them.
  const DETAIL = /^[ \t]*(?:who|by whom|provider|staff|person|responsible|from|to|until|start\w*|end\w*|begin\w*|first day|last day|date\w*|when|where|place|how (?:often|long|much)|minutes|amount|frequency|times)\b[^:|\n]{0,20}:/i
  const ROW = /\|.*\||\t.*\t|\S\t+\S/
  const SENTENCE_END = /[.!?]["')\]]?(?=\s+["'([]?[A-Z0-9ÁÉÍÓÚ¿¡_])/g
  const ABBREVIATION = /(?:\b(?:mr|mrs|ms|dr|jr|sr|st|no|nos|ex|dist|dept|approx|sec|art|vs|min|mins|hr|hrs|wk|supt|asst|e\.g|i\.e|a\.m|p\.m|max|inc|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)|\b[a-z]|^\s*\(?\d{1,2}[a-z]?|\d\.\d{1,2})\.$/i

  const chunksOf = text => {
    const chunks = []
    let start = 0
    for (const gap of text.matchAll(/\n[ \t]*(?:\n[ \t]*)+|\f/g)) {
      if (text.slice(start, gap.index).trim()) chunks.push({ start, text: text.slice(start, gap.index) })
      start = gap.index + gap[0].length
    }
    if (text.slice(start).trim()) chunks.push({ start, text: text.slice(start) })
    return chunks
  }

  const isHeading = line => {
    const words = line.trim()
    if (!words || words.length > 90 || ROW.test(line) || /_{4}/.test(line)) return false
    const capitals = words.replace(/[^A-Z]/g, "").length, small = words.replace(/[^a-z]/g, "").length
    return capitals > 3 && capitals > small * 2 && !/[.;,]$/.test(words) && !/\b(?:shall|will|should|may|agrees?|must|would)\b/i.test(words) || /^[^.!?|]{3,70}:$/.test(words)
  }

  const linesOf = text => {
    const lines = []
    let start = 0
    for (const line of text.split("\n")) {
      lines.push({ start, end: start + line.length, text: line })
      start += line.length + 1
    }
    return lines
  }

  // Whether a line goes on with the sentence of the one above it.
  const goesOn = (line, above, width) => {
    if (!above || MARKER.test(line.text) || QUOTED_MAIL.test(line.text) || ROW.test(line.text) || ROW.test(above.text) || isHeading(above.text)) return false
    if (DETAIL.test(line.text)) return true
    if (isHeading(line.text) && !isHeading(above.text)) return false
    const first = line.text.trim()[0] ?? ""
    if (/[a-z,;(]/.test(first)) return /^\s/.test(line.text) || above.text.trimEnd().length > width * 0.55
    return above.text.trimEnd().length > width * 0.66 && !/^[^.]{2,30}:/.test(line.text.trim())
  }

  const itemsOf = text => {
    const lines = linesOf(text)
    const width = Math.max(...lines.map(line => line.text.length), 40)
    const items = []
    lines.forEach((line, index) => {
      if (!line.text.trim()) return
      const item = items[items.length - 1]
      if (item && goesOn(line, lines[index - 1], width)) item.end = line.end
      else items.push({ start: line.start, end: line.end, row: ROW.test(line.text), marked: MARKER.test(line.text) || QUOTED_MAIL.test(line.text) })
    })
    return items
  }

  const trimmed = (text, start, end) => {
    const whole = text.slice(start, end), marker = MARKER.exec(whole)?.[0].length ?? /^[\s>]*/.exec(whole)[0].length
    return { start: start + marker, end: start + whole.trimEnd().length }
  }

  // Nobody writes longer ones; text without full stops is cut, so that none takes long.
  const LONGEST = 2000
  const shortened = (text, parts) => parts.flatMap(part => {
    const pieces = []
    let { start } = part
    while (part.end - start > LONGEST) {
      const space = text.lastIndexOf(" ", start + LONGEST), end = space > start ? space : start + LONGEST
      pieces.push({ ...part, start, end })
      start = end
    }
    return [...pieces, { ...part, start }]
  })

  const sentencesOf = (text, item) => {
    const { start, end } = trimmed(text, item.start, item.end)
    const whole = text.slice(start, end)
    const label = item.row && /^(?:\|\s*)?[^|\t]{2,40}(?:\||\t+)\s*(?=[^|\t]{12,}\|?\s*$)/.exec(whole)?.[0]
    if (label) return [{ start, end: start + label.length, heading: true }, ...sentencesOf(text, { start: start + label.length, end: end - (whole.endsWith("|") ? 1 : 0) })]
    if (item.row || /\n[ \t]*(?:who|from|by whom|provider)[^:\n]{0,12}:/i.test(whole)) return [{ start, end }]
    const parts = []
    let from = 0
    for (const stop of whole.matchAll(SENTENCE_END)) {
      const upTo = stop.index + stop[0].length
      if (ABBREVIATION.test(whole.slice(Math.max(from, stop.index - 12), stop.index + 1))) continue
      parts.push({ start: start + from, end: start + upTo, cell: true })
      from = upTo + /^\s*/.exec(whole.slice(upTo))[0].length
    }
    if (from < whole.length) parts.push({ start: start + from, end, cell: true })
    // A title that begins an item: "Partial release."
    const [first] = parts
    if (item.marked && parts.length > 1 && /^[A-Z][^.,;:]{1,38}\.$/.test(text.slice(first.start, first.end)) && !/\b(?:will|shall|is|are|may|pays?)\b/.test(text.slice(first.start, first.end))) first.heading = true
    return parts
  }

  // What was, what is only quoted or told: no promise stands there.
  const STORY_HEADING = /background|recital|history|talked about|discussed|how it has been|so far|what happened|present level|for information|positions?\b|asked for|request|concerns|introduction|findings|summary of|views|statement of/i
  const STORY_START = /^\s*(?:whereas|background|asked for|what (?:was (?:talked|discussed)|each|happened)|history|request)/i

  // The pieces of a chunk; `story` is true when it stands under a heading of what was before, and is handed on.
  const unitsOf = (text, story) => {
    const units = []
    for (const [number, item] of itemsOf(text).entries()) {
      const words = text.slice(item.start, item.end)
      if (isHeading(words)) {
        story = STORY_HEADING.test(words)
        units.push({ ...trimmed(text, item.start, item.end), item: number, whole: item, heading: true, story })
        continue
      }
      if (item.marked && !item.row && !/^\s*[A-Z ]+$/.test(words)) story = story && !/\b(?:will|shall)\b/.test(words)
      const label = /^(?:[^.:]{3,45}:|(?!.*\b(?:was|were|is|are|will)\b)[^.:]{3,38}\.)(?=\s)/.exec(words)?.[0]
      const told = story || label && STORY_HEADING.test(label) || STORY_START.test(words) && !/agree/i.test(words.slice(0, 60))
      const unchecked = UNCHECKED.test(words), open = /\[\s*\]/.test(words) && !/\[x\]/i.test(words)
      for (const part of shortened(text, sentencesOf(text, item))) units.push({ item: number, whole: item, row: item.row && !part.cell, marked: item.marked, story: told, unchecked, open, ...part })
    }
    return { units, story }
  }

  // Of a list in the order of the text, what overlaps a stretch of it. None of a list is wider than WIDEST.
  const WIDEST = 500
  reader.overlapping = (list, start, end) => {
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (list[middle].start < start - WIDEST) low = middle + 1
      else high = middle
    }
    const found = []
    for (let at = low; at < list.length && list[at].start < end; at += 1) if (list[at].end > start) found.push(list[at])
    return found
  }

  reader.agreementPieces = { chunksOf, unitsOf }
})()
