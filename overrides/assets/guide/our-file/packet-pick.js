// Which lines of a long log go into two pages: what was asked, refused, noticed and is due, before what is only newest.
//
// Nothing here touches the page or the clock.
(() => {
  const { inOrder, isDay, wordsOf } = guide.ourFile

  // What says more of a case, by kind; a day that decides counts most.
  const WEIGHT = { limit: 6, sent: 4, gave: 4, met: 3, said: 3, other: 2, called: 1 }
  const HEAVY = 3 // For a word that tells of a request, a refusal, a notice or an agreement.
  const ENDS = 4 // For the first and the last day: how it began, and where it stands.
  // Signs in a line of the table; in points, a row of one line, each further line, and what a page has for log and papers
  // beside its head, its titles and the lines for notes.
  const LINE = 56
  const ROW = 17, MORE = 12.4
  const PAGE = 415

  const heightOf = text => ROW + MORE * (Math.max(1, Math.ceil(text.length / LINE)) - 1)

  /**
   * @param {FileEntry[]} entries
   * @returns {FileEntry[]} what says most of the case first; of like weight the newer
   */
  const weighed = entries => {
    const all = inOrder(entries), dated = all.filter(({ day, kind }) => isDay(day) && kind !== "limit")
    const heavy = guide.phrase("packet.heavy_words").split(" ")
    const weigh = entry => {
      const words = wordsOf(entry).toLowerCase()
      const isEnd = entry === dated[0] || entry === dated.at(-1)
      return WEIGHT[entry.kind] + (heavy.some(word => words.includes(word)) ? HEAVY : 0) + (isEnd ? ENDS : 0) + (entry.paper ? 1 : 0)
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

  Object.assign(guide.ourFile, { weighed, share })
})()
