// The text of a PDF page in the order a person reads it, from the places of its pieces: a PDF keeps them in any order.
//
// Pieces on one line stand apart by a tab where the gap is wide, as between a form's fields and a table's cells. Where two
// columns of sentences stand side by side, the left one is read first.
(() => {
  const reader = guide.reader = guide.reader ?? {}

  /**
   * @typedef {object} Piece
   * @property {string} text
   * @property {number} left
   * @property {number} right
   * @property {number} bottom - of its letters, from the top of the page
   * @property {number} height - of its letters
   */

  // In heights of a letter: what parts two words, two fields, two lines and two paragraphs.
  const WORD = 0.16
  const FIELD = 1.4
  const LINE = 0.5
  const PARAGRAPH = 1.7
  const CLOSE = 1.4
  // A column of sentences has lines of so many letters on the average, and so many of them.
  const LONG = 22
  const LINES = 4
  const GUTTER = 7

  const byPlace = (a, b) => a.left - b.left

  const linesOf = pieces => {
    const lines = []
    for (const piece of [...pieces].sort((a, b) => a.bottom - b.bottom)) {
      const line = lines.at(-1)
      if (line && piece.bottom - line.bottom < LINE * Math.min(piece.height, line.height)) line.pieces.push(piece)
      else lines.push({ bottom: piece.bottom, height: piece.height, pieces: [piece] })
    }
    return lines
  }

  // Pieces of one field: words that stand close, letter by letter in some files.
  const fieldsOf = ({ pieces, bottom }) => {
    const fields = []
    for (const piece of pieces.sort(byPlace)) {
      const last = fields.at(-1)
      const gap = last ? piece.left - last.right : 0
      if (!last || gap > FIELD * piece.height) fields.push({ ...piece, bottom })
      else {
        last.text += (gap > WORD * piece.height && !last.text.endsWith(" ") ? " " : "") + piece.text
        last.right = Math.max(last.right, piece.right)
        last.height = Math.max(last.height, piece.height)
      }
    }
    return fields
  }

  // A line that goes on in the cells above it: close below, with fewer fields, each under the beginning of one.
  const withWholeCells = rows => {
    const whole = []
    for (const fields of rows) {
      const above = whole.at(-1)
      const cells = above?.length > fields.length && fields[0].bottom - above[0].low < CLOSE * fields[0].height
        ? fields.map(field => above.find(cell => Math.abs(cell.left - field.left) < 2)) : [null]
      if (cells.every(Boolean)) {
        for (const [n, cell] of cells.entries()) cell.text += ` ${fields[n].text}`
        above[0].low = fields[0].bottom
      } else {
        fields[0].low = fields[0].bottom
        whole.push(fields)
      }
    }
    return whole
  }

  const isSentences = fields => fields.length >= LINES && fields.reduce((sum, { text }) => sum + text.length, 0) / fields.length >= LONG

  // From the line `first` on: how far down a gutter at `place` runs, and the fields on its sides.
  const runOf = (rows, first, place) => {
    const [left, right] = [[], []]
    let row = first
    for (; row < rows.length; row++) {
      if (rows[row].some(field => field.left < place && field.right > place)) break
      for (const field of rows[row]) (field.right <= place ? left : right).push(field)
    }
    const isWide = () => Math.min(...right.map(field => field.left)) - Math.max(...left.map(field => field.right)) >= GUTTER
    // More than one field of a line on one side is a table.
    const isOneEach = rows.slice(first, row).every(fields => fields.filter(field => field.right <= place).length < 2 && fields.filter(field => field.left >= place).length < 2)
    return { end: row, left, right, fits: isOneEach && isSentences(left) && isSentences(right) && isWide() }
  }

  const columnsFrom = (rows, first) => {
    const starts = new Set(rows.slice(first, first + 60).flatMap(row => row.map(field => field.left - 2)))
    let best = null
    for (const place of starts) {
      const run = runOf(rows, first, place)
      if (run.fits && (!best || run.end > best.end)) best = run
    }
    return best
  }

  const inOrder = rows => {
    const lines = []
    for (let row = 0; row < rows.length;) {
      const columns = rows[row].length <= 2 ? columnsFrom(rows, row) : null
      if (columns) {
        for (const side of [columns.left, columns.right]) lines.push(...side.map(field => [field]))
        row = columns.end
      } else lines.push(rows[row++])
    }
    return lines
  }

  /**
   * @param {Piece[]} pieces
   * @returns {string} the text of the page
   */
  reader.textOfPage = pieces => {
    const lines = withWholeCells(inOrder(linesOf(pieces.filter(({ text }) => text.trim())).map(fieldsOf)))
    return lines.map((fields, n) => {
      const gap = n ? fields[0].bottom - lines[n - 1][0].low : 0
      // A line further up begins the next column.
      const isApart = gap > PARAGRAPH * fields[0].height || gap < 0
      return (isApart ? "\n" : "") + fields.map(({ text }) => text.trim()).join("\t")
    }).join("\n")
  }
})()
