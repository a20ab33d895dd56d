// Which lines of a long log go into two pages: what was asked, refused, noticed and is due, before what is only newest.
//
// Nothing here touches the page or the clock.
(() => {
  const { inOrder, isDay, wordsOf } = guide.ourFile

  // What says more of a case, by kind; a day that decides counts most.
  const WEIGHT = { limit: 6, sent: 4, said: 4, gave: 3, met: 3, other: 2, called: 1 }
  const HEAVY = 3 // For a word that tells of a request, a refusal, a notice or an agreement.
  const ENDS = 6 // For the first and the last day, and what was first asked for: how it began, and where it stands.
  // Signs in a line of the table; in points, a row of one line, each further line, and what a page has for log and papers
  // beside its head, its titles and the lines for notes.
  const LINE = 64
  const ROW = 17, MORE = 12.4
  const PAGE = 415

  // The first page: its room in points, and how many signs go into a line of its box, its two columns, their pairs, and the cells of its tables.
  const FIRST = 575
  const WIDE = 95, COLUMN = 42, PAIR = 30, CELLS = [46, 20, 30]

  const linesOf = (text, signs) => text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / signs)), 0)

  // What stands in two columns takes half.
  const BLOCK = {
    box: ({ text }) => 36 + 13 * linesOf(text, WIDE),
    text: ({ text }) => 11 + 7 * linesOf(text, COLUMN),
    list: ({ items }) => 11 + 7 * linesOf(items.join("\n"), COLUMN),
    pairs: ({ rows }) => 11 + 7 * rows.reduce((sum, [, text]) => sum + linesOf(text, PAIR), 0),
  }

  const heightOfRow = row => Array.isArray(row) ? ROW + MORE * (Math.max(...row.map((text, n) => linesOf(text, CELLS[n]))) - 1)
    : 10 + 6.5 * (linesOf(row.what, COLUMN - 4) + (row.sum ? 1 : 0))

  /**
   * @param {PacketBlock[]} blocks what stands on the first page in any case
   * @returns {(rows: (string[] | TimelineRow)[], most: number) => object[]} of rows, the first that still fit; each call takes room from the next
   */
  const fitting = blocks => {
    let room = blocks.reduce((left, block) => left - BLOCK[block.kind](block), FIRST - 36)
    return (rows, most) => {
      const shown = []
      // A title, a head, and a line for what is left out.
      if (Array.isArray(rows[0])) room -= 48
      for (const row of rows.slice(0, most)) {
        if (heightOfRow(row) > room) break
        room -= heightOfRow(row)
        shown.push(row)
      }
      return shown
    }
  }

  const heightOf = text => ROW + MORE * (Math.max(1, Math.ceil(text.length / LINE)) - 1)

  /**
   * @param {FileEntry[]} entries
   * @returns {FileEntry[]} what says most of the case first; of like weight the newer
   */
  const weighed = entries => {
    const all = inOrder(entries), dated = all.filter(({ day, kind }) => isDay(day) && kind !== "limit")
    const asked = dated.find(({ kind }) => kind === "sent")
    const heavy = guide.phrase("packet.heavy_words").split(" ")
    const weigh = entry => {
      const words = wordsOf(entry).toLowerCase()
      const isEnd = [dated[0], dated.at(-1), asked].includes(entry)
      // Who calls asks each time; what was sent tells of the request.
      const isHeavy = entry.kind !== "called" && heavy.some(word => words.includes(word))
      return WEIGHT[entry.kind] + (isHeavy ? HEAVY : 0) + (isEnd ? ENDS : 0) + (entry.paper ? 1 : 0)
    }
    return all.map((entry, n) => ({ entry, n, weight: weigh(entry) }))
      .sort((one, other) => other.weight - one.weight || other.n - one.n).map(({ entry }) => entry)
  }

  /**
   * @param {FileEntry[]} entries
   * @param {number} room in points
   * @returns {{shown: FileEntry[], left: number}} those that fit, from the first day on, and how many do not
   */
  const pick = (entries, room) => {
    const taken = new Set()
    let left = room
    for (const entry of weighed(entries)) {
      const height = heightOf(wordsOf(entry))
      if (height > left) continue
      left -= height
      taken.add(entry)
    }
    const shown = inOrder(entries).filter(entry => taken.has(entry))
    return { shown, left: entries.length - shown.length }
  }

  /**
   * Share one page between log and papers: papers take what they need, up to a third.
   * @param {FileEntry[]} entries
   * @param {FilePaper[]} papers
   * @param {number} others lines of what stands below them
   * @returns {{log: {shown: FileEntry[], left: number}, papers: {shown: FilePaper[], left: number}}}
   */
  const share = (entries, papers, others) => {
    const room = PAGE - (others ? (others + 2) * MORE : 0)
    const needed = entries.reduce((sum, entry) => sum + heightOf(wordsOf(entry)), 0)
    const wanted = papers.reduce((sum, { name }) => sum + heightOf(name), 0)
    const forPapers = Math.min(wanted, Math.max(room / 3, room - needed))
    const named = new Set(entries.map(({ paper }) => paper))
    // A paper that a line names comes before one that none does.
    const inTurn = [...papers].sort((one, other) => Number(named.has(other.id)) - Number(named.has(one.id)) || one.number - other.number)
    const shown = []
    let left = forPapers
    for (const paper of inTurn) {
      left -= heightOf(paper.name)
      if (left >= 0) shown.push(paper)
    }
    shown.sort((one, other) => one.number - other.number)
    return { log: pick(entries, room - forPapers), papers: { shown, left: papers.length - shown.length } }
  }

  Object.assign(guide.ourFile, { weighed, fitting, share })
})()
