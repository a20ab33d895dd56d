// The packet: two pages for a helper who never met the family, and a third with the host's own questions, as blocks that
// page, paper, Word file and data have alike.
//
// Nothing here touches the page or the clock.
(() => {
  const { inOrder, isDay, kindText, wordsOf, share, firstPage, knownOf, linesIn } = guide.ourFile

  /**
   * A part of the packet, in its order.
   * @typedef {object} PacketBlock
   * @property {"line" | "box" | "pairs" | "text" | "list" | "dates" | "table" | "lines"} kind
   * @property {string} [title]
   * @property {string} [text]
   * @property {string[]} [items]
   * @property {string[]} [head] the titles of a table's columns
   * @property {string[][]} [rows] of a table, or label and text
   * @property {TimelineRow[]} [dates]
   */

  /**
   * What the packet is made of.
   * @typedef {object} PacketGiven
   * @property {FileWork} work
   * @property {Record<string, string>} fields what letters share, by the key of the field
   * @property {object[]} promises those of the tracker, with their sums (tracked.js)
   * @property {string} [signed] the day of their agreement
   * @property {string} today
   * @property {Record<"names" | "dates" | "log" | "papers" | "live", boolean>} parts which go in
   * @property {string} host who asks `questions`
   * @property {{question: string, known: string}[]} questions
   */

  const dayText = day => isDay(day) ? guide.formatDate(day, "short") : day

  const paperOf = ({ paper, proof }, papers) => {
    const found = papers.find(({ id }) => id === paper)
    return found ? String(found.number) : proof.trim() || guide.phrase("packet.none")
  }

  const leftText = (count, isPaper) => {
    if (!count) return []
    return [{ kind: "line", text: isPaper ? guide.phrase("packet.papers_left", { count }) : guide.phrase("packet.lines_left", { count }) }]
  }

  const secondPage = ({ work: { entries, papers, packet }, parts }) => {
    const happened = entries.filter(({ kind }) => kind !== "limit")
    const { log, papers: list } = share(parts.log ? happened : [], parts.papers ? papers : [], linesIn(packet.missing || "").length)
    return [
      ...parts.log ? [{ kind: "table", title: guide.phrase("packet.log_title"), head: [guide.phrase("packet.day"), guide.phrase("packet.kind"), guide.phrase("packet.what"), guide.phrase("packet.paper")],
        rows: log.shown.map(entry => [dayText(entry.day) || guide.phrase("our_file.no_day"), kindText(entry.kind), wordsOf(entry), paperOf(entry, papers)]) }, ...leftText(log.left, false)] : [],
      ...parts.papers && list.shown.length ? [{ kind: "table", title: guide.phrase("packet.papers_title"), head: [guide.phrase("packet.number"), guide.phrase("packet.paper"), guide.phrase("packet.day"), guide.phrase("packet.pages")],
        rows: list.shown.map(({ number, name, day, pages }) => [String(number), name, dayText(day), pages]) }, ...leftText(list.left, true)] : [],
      ...packet.missing?.trim() ? [{ kind: "list", title: guide.phrase("packet.missing_title"), items: linesIn(packet.missing) }] : [],
      { kind: "lines", title: guide.phrase("packet.notes_title") },
    ]
  }

  // What the host asks. Only what a question names as known is filled in, else there are lines to write on.
  const thirdPage = given => {
    const { host, questions } = given
    if (!questions.length) return []
    const known = knownOf(given)
    return [[
      { kind: "line", text: guide.phrase("packet.asked_by", { name: host }) },
      ...questions.map(({ question: title, known: key }) => {
        const text = Object.hasOwn(known, key) ? known[key] : ""
        return text ? { kind: "text", title, text } : { kind: "lines", title }
      }),
    ]]
  }

  /**
   * @param {PacketGiven} given
   * @returns {{title: string, lead: string, made: string, pages: PacketBlock[][]}} the packet, in the order in which it is read
   */
  guide.ourFile.packet = given => {
    const { work, fields, parts: { names }, today } = given
    const name = names && typeof fields["child-name"] === "string" && fields["child-name"].trim()
    const last = inOrder(work.entries).find(({ kind, day }) => kind === "limit" && isDay(day) && day >= today)
    return {
      title: name || guide.phrase("packet.title"),
      lead: last ? guide.phrase("packet.lead", { what: wordsOf(last) || kindText(last.kind), day: guide.formatDate(last.day, "full") }) : "",
      made: today,
      pages: [firstPage(given), secondPage(given), ...thirdPage(given)],
    }
  }
})()
