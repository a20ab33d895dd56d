// What the file says of its entries, papers and days.
(() => {
  // What a parent presses, and what stands before an entry.
  const KIND = {
    sent: () => guide.phrase("our_file.sent"),
    called: () => guide.phrase("our_file.called"),
    said: () => guide.phrase("our_file.said"),
    gave: () => guide.phrase("our_file.gave"),
    met: () => guide.phrase("our_file.met"),
    other: () => guide.phrase("our_file.other"),
    limit: () => guide.phrase("our_file.limit"),
  }

  // The kinds in which the other side acts.
  const THEIRS = new Set(["said", "gave"])

  /**
   * @param {string} day as typed
   * @param {"short" | "day" | "dated"} [form]
   * @returns {string}
   */
  const dayText = (day, form = "short") => {
    if (!day) return guide.phrase("our_file.no_day")
    return guide.ourFile.isDay(day) ? guide.formatDate(day, form) : guide.phrase("our_file.odd_day", { day })
  }

  /**
   * @param {FileEntry} entry
   * @param {FilePaper[]} papers
   * @returns {string} the paper that shows it, or what else does
   */
  const proofOf = ({ paper, proof }, papers) => {
    const found = papers.find(({ id }) => id === paper)
    const text = found ? guide.phrase("our_file.paper_number", { number: found.number }) : ""
    return [text, proof.trim()].filter(Boolean).join(", ")
  }

  Object.assign(guide.ourFile, { kindText: kind => KIND[kind](), isTheirs: kind => THEIRS.has(kind), dayText, proofOf, wordsOf: guide.entryWords })
})()
