// A paper in the order in which a person reads it: cells of a row parted by a tab, columns one after the other, each run of
// spaces one. Every letter of it knows its place in the paper, so that a finding quotes the paper itself.
(() => {
  const reader = guide.reader = guide.reader ?? {}

  // Nobody's paper is longer; what a hostile one has behind this is not read.
  const LONGEST = 300_000
  // What parts two cells: a tab, a bar, a wide gap, a row of dots or lines to write on.
  const GAP = /[ ]*(?:\t[\t ]*|\|+[ ]*|[ ]{3,}|[.·…]{4,}[ ]*|[ ]\.{3}[ ]|_{3,}[ ]*)(?:[\t|][ ]*)*/g
  // What a scanner reads wrongly in words, letter for letter.
  const SLIPS = [
    [/\b(?=[A-Z0]*[A-Z][A-Z0]*\b)[A-Z0]{2,}\b/g, word => word.replaceAll("0", "O")],
    [/\b0(?=[a-z]{2})/g, () => "O"],
    [/\bl(?=n(?:it|dividual|volv|vit|side|clu|struc))/g, () => "I"],
    [/[a-z]I(?=[a-z])/g, found => `${found[0]}l`],
  ]

  // "Reading;250;week;Room 4": cells parted by a sign alone, as a list is saved from a table.
  const SEPARATED = /^(?:[^;]*;(?! )){3}|^(?!.*, )(?:[^,]*,(?=\S)){3}/

  // The smoothed text with its tabs, and the place of each line and cell in it.
  // What has a word of so many letters is no paper: 'a' for pages, or a file that is none.
  const NO_WORD = /[^\s_.…·|=*-]{400}/

  const readable = doc => {
    let short = doc.text.length > LONGEST ? reader.read(doc.text.slice(0, LONGEST)) : doc
    if (NO_WORD.test(short.text)) short = reader.read("")
    const view = reader.smooth(short)
    let text = view.text
    for (const [slip, right] of SLIPS) text = text.replace(slip, right)
    return { text, at: view.at }
  }

  const cellsOf = (line, start) => {
    const cells = []
    let from = 0
    for (const gap of line.matchAll(GAP)) {
      if (gap.index > from) cells.push({ from: start + from, to: start + gap.index, x: from })
      from = gap.index + gap[0].length
    }
    if (from < line.length) cells.push({ from: start + from, to: start + line.length, x: from })
    return cells
  }

  const linesOf = text => {
    const lines = []
    for (const found of text.matchAll(/([^\n\f]{0,3000})([\n\f]|$|)/g)) {
      if (!found[0]) break
      const line = SEPARATED.test(found[1]) ? found[1].trimEnd().replace(/[;,](?! )/g, "\t") : found[1].trimEnd()
      lines.push({ cells: cellsOf(line, found.index), end: found[2] === "\f" ? "\f" : "\n", bar: line.includes("|") })
    }
    return lines
  }

  // Lines of two columns of sentences, copied line by line: the right one begins at one place in all of them, and
  // some cells go on with a small letter. A table of services has neither.
  // The end of the longer column, whose lines stand alone: as long as its sentence goes on.
  const runOn = (lines, last, x, text) => {
    const left = line => line.cells[0] && text.slice(line.cells[0].from, line.cells[0].to).trim()
    let end = last
    while (lines[end].end !== "\f" && lines[end + 1]?.cells.length === 1 && lines[end + 1].cells[0].x + left(lines[end + 1]).length <= x
      && !/[.!?:]$/.test(left(lines[end]))) end++
    return end
  }

  const columnRun = (lines, first, text) => {
    const { cells, bar } = lines[first]
    if (cells.length !== 2) return first
    const { x } = cells[1]
    let last = first
    for (let at = first; at < lines.length && at < first + 80; at++) {
      const row = lines[at].cells
      if (row.length === 2 && (bar ? lines[at].bar : Math.abs(row[1].x - x) < 2)) last = at
      else if (row.length > 1 || (row.length && row[0].x < x - 1 && row[0].x + row[0].to - row[0].from > x)) break
      if (lines[at].end === "\f") break
    }
    last = runOn(lines, last, x, text)
    const rows = lines.slice(first, last + 1)
    const parts = rows.flatMap(row => row.cells.map(cell => text.slice(cell.from, cell.to).trim()))
    const goesOn = parts.filter(part => /^[a-z]/.test(part)).length
    const amounts = parts.filter(part => /\d+ ?min|mpw/.test(part)).length
    return rows.length > 3 && goesOn > 2 && goesOn > amounts * 2 ? last : first
  }

  const inOrder = (lines, view) => {
    const { text } = view
    const order = []
    for (let at = 0; at < lines.length; at++) {
      const last = columnRun(lines, at, text)
      if (last === at) {
        order.push(lines[at])
        continue
      }
      view.inColumns = true
      const { x } = lines[at].cells[1]
      const rows = lines.slice(at, last + 1)
      for (const isRight of [false, true]) {
        for (const row of rows) {
          const cells = row.cells.filter((cell, n) => isRight === (row.cells.length > 1 ? n > 0 : cell.x > x - 2))
          if (cells.length) order.push({ cells, end: "\n" })
        }
      }
      order.at(-1).end = lines[last].end
      at = last
    }
    return order
  }

  const assemble = (view, order) => {
    const pieces = []
    const places = new Int32Array(view.text.length + order.length * 2 + 2)
    let length = 0
    const add = (words, from) => {
      pieces.push(words)
      for (let n = 0; n < words.length; n++) places[length++] = view.at(from + n)
    }
    for (const line of order) {
      line.cells.forEach((cell, n) => {
        if (n) add("\t", cell.from - 1)
        for (const word of view.text.slice(cell.from, cell.to).matchAll(/\S+ ?/g)) add(word[0], cell.from + word.index)
      })
      const end = line.cells.at(-1)?.to ?? view.text.length - 1
      add(line.end, Math.min(end, Math.max(0, view.text.length - 1)))
    }
    return { text: pieces.join(""), places }
  }

  /**
   * @returns {{text: string, quote: function(number, number): object}} the paper as it is read, and for a part of it
   *   what a finding says: start, end, quote, page
   */
  reader.flow = doc => {
    const view = readable(doc)
    const { text, places } = assemble(view, inOrder(linesOf(view.text), view))
    const letters = words => words.replace(/\s+/g, "").length
    const quote = (from, to) => {
      while (from < to && /\s/.test(text[from])) from++
      while (to > from && /\s/.test(text[to - 1])) to--
      const start = places[from]
      const end = Math.max(start, places[Math.max(from, to - 1)] + 1)
      const words = doc.text.slice(start, end)
      const line = text.slice(from, to).search(/[\n\t]/)
      // Between two columns a quote would hold the words of both: then its first line is enough.
      if (line > 0 && Math.abs(letters(words) - letters(text.slice(from, to))) > (view.inColumns ? 1 : 8 + (to - from) / 20)) return quote(from, from + line)
      return { start, end, quote: words, page: reader.pageAt(doc, start) }
    }
    return { text, quote }
  }
})()
