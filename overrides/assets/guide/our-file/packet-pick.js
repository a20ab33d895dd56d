// Which lines of a long log go into two pages: what was asked, refused, noticed and is due, before what is only newest.
//
// Nothing here touches the page or the clock.
(() => {
  const { inOrder, isDay, wordsOf } = guide.ourFile

  // What says more of a case, by kind; a day that decides counts most.
  const WEIGHT = { limit: 6, sent: 4, gave: 4, met: 3, said: 3, other: 2, called: 1 }
  const HEAVY = 3 // For a word that tells of a request, a refusal, a notice or an agreement.
  const ENDS = 4 // For the first and the last day: how it began, and where it stands.
  // Signs in a line of the table, and lines of a page that the log and the papers share.
  const LINE = 58
  const PAGE = 32

  const linesOf = text => Math.max(1, Math.ceil(text.length / LINE))

  /**
   * @param {FileEntry[]} entries
   * @param {number} room lines there are
   * @returns {{shown: FileEntry[], left: number}} those that fit, from the first day on, and how many do not
   */
  const pick = (entries, room) => {
    const dated = inOrder(entries).filter(({ day }) => isDay(day))
    const heavy = guide.phrase("packet.heavy_words").split(" ")
    const weigh = entry => {
      const words = wordsOf(entry).toLowerCase()
      const isEnd = entry === dated[0] || entry === dated.at(-1)
      return WEIGHT[entry.kind] + (heavy.some(word => words.includes(word)) ? HEAVY : 0) + (isEnd ? ENDS : 0) + (entry.paper ? 1 : 0)
    }
    const byWeight = inOrder(entries).map((entry, n) => ({ entry, n, weight: weigh(entry) })).sort((one, other) => other.weight - one.weight || other.n - one.n)
    const taken = new Set()
    let left = room
    for (const { entry } of byWeight) {
      const lines = linesOf(wordsOf(entry))
      if (lines > left) continue
      left -= lines
      taken.add(entry)
    }
    const shown = inOrder(entries).filter(entry => taken.has(entry))
    return { shown, left: entries.length - shown.length }
  }

  /**
   * Share one page between log and papers: papers take what they need, up to a third.
   * @param {FileEntry[]} entries
   * @param {FilePaper[]} papers
   * @returns {{log: {shown: FileEntry[], left: number}, papers: {shown: FilePaper[], left: number}}}
   */
  const share = (entries, papers) => {
    const lines = entries.reduce((sum, entry) => sum + linesOf(wordsOf(entry)), 0)
    const wanted = papers.reduce((sum, { name }) => sum + linesOf(name), 0)
    const forPapers = Math.min(wanted, Math.max(Math.floor(PAGE / 3), PAGE - lines))
    const named = new Set(entries.map(({ paper }) => paper))
    // A paper that a line names comes before one that none does.
    const inTurn = [...papers].sort((one, other) => Number(named.has(other.id)) - Number(named.has(one.id)) || one.number - other.number)
    const shown = []
    let left = forPapers
    for (const paper of inTurn) {
      left -= linesOf(paper.name)
      if (left >= 0) shown.push(paper)
    }
    shown.sort((one, other) => one.number - other.number)
    return { log: pick(entries, PAGE - Math.min(forPapers, wanted)), papers: { shown, left: papers.length - shown.length } }
  }

  guide.ourFile.share = share
})()
