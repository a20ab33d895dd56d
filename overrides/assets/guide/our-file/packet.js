// The packet: two pages for a helper who never met the family, as blocks that page, paper, Word file and data have alike.
//
// Nothing here touches the page or the clock.
(() => {
  const { inOrder, isDay, kindText, wordsOf, share } = guide.ourFile

  /**
   * A part of the packet, in its order.
   * @typedef {object} PacketBlock
   * @property {"title" | "line" | "box" | "pairs" | "text" | "list" | "dates" | "table" | "lines"} kind
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
   * @property {object[]} promises those of the tracker, as kept
   * @property {string} today
   * @property {Record<"names" | "dates" | "log" | "papers" | "live", boolean>} parts which go in
   */

  const dayText = day => isDay(day) ? guide.formatDate(day, "short") : day
  const linesIn = text => text.split("\n").map(line => line.trim()).filter(Boolean)
  const filled = rows => rows.filter(([, text]) => text && text.trim())

  const ageOn = (born, today) => {
    if (!isDay(born)) return ""
    const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (today.slice(5) < born.slice(5) ? 1 : 0)
    return years >= 0 ? guide.phrase("packet.age", { count: years }) : ""
  }

  const whoRows = ({ work: { packet }, fields, today, parts: { names } }) => filled([
    [guide.phrase("packet.child"), names ? fields["child-name"] : guide.phrase("packet.unnamed_child")],
    [guide.phrase("packet.born"), names && isDay(fields["child-birth-date"]) ? `${dayText(fields["child-birth-date"])}, ${ageOn(fields["child-birth-date"], today)}` : ageOn(fields["child-birth-date"] || "", today)],
    [guide.phrase("packet.grade"), fields["child-grade"]],
    [guide.phrase("packet.parent"), names ? [fields["parent-name"], fields["parent-phone"], fields["parent-email"]].filter(Boolean).join(", ") : guide.phrase("packet.unnamed_parent")],
    [guide.phrase("packet.school"), names ? fields["school-name"] : ""],
    [guide.phrase("packet.district"), fields["district-name"]],
    [guide.phrase("packet.plan"), packet.plan],
    [guide.phrase("packet.now"), packet.now],
    [guide.phrase("packet.language"), packet.language],
  ])

  // The days that matter, on a line: what came and was sent, today, last days and days to check back.
  const datesOf = ({ work: { entries }, today }) => {
    const telling = inOrder(entries).filter(({ kind, day }) => isDay(day) && ["sent", "gave", "met"].includes(kind)).slice(-5)
      .map(entry => ({ mark: entry.kind === "gave" ? "theirs" : "happened", date: entry.day, what: wordsOf(entry) || kindText(entry.kind) }))
    const last = entries.filter(({ kind, day }) => kind === "limit" && isDay(day))
      .map(entry => ({ mark: entry.day < today ? "over" : "last", date: entry.day, what: wordsOf(entry), sum: entry.proof }))
    const checks = entries.filter(({ back, done }) => isDay(back) && !done && back >= today)
      .map(entry => ({ mark: "to-do", date: entry.back, what: guide.phrase("packet.check_back", { what: wordsOf(entry) || kindText(entry.kind) }) }))
    const rows = [...telling, { mark: "today", date: today, what: "" }, ...last, ...checks]
    return rows.sort((one, other) => one.date < other.date ? -1 : Number(one.date > other.date))
  }

  // What waits for an answer: sent and not checked off, and promises whose day has passed.
  const openRows = ({ work: { entries }, promises, today }) => [
    ...inOrder(entries).filter(({ kind, back, done }) => kind === "sent" && !done && isDay(back)).map(entry =>
      [wordsOf(entry), dayText(entry.day), entry.back < today ? guide.phrase("packet.no_answer", { day: dayText(entry.back) }) : guide.phrase("packet.waiting", { day: dayText(entry.back) })]),
    ...promises.filter(({ kind, until, kept }) => kind === "once" && isDay(until) && until < today && !kept).map(({ words, until }) =>
      [words, guide.phrase("packet.due", { day: dayText(until) }), guide.phrase("packet.late")]),
  ]

  const talkedTo = entries => [...new Set(entries.filter(({ kind, who }) => kind === "called" && who.trim()).map(({ who }) => who.trim()))]

  const paperOf = ({ paper, proof }, papers) => {
    const found = papers.find(({ id }) => id === paper)
    return found ? String(found.number) : proof || guide.phrase("packet.none")
  }

  const firstPage = given => {
    const { work: { packet, entries }, promises, parts } = given
    const text = (key, title) => packet[key]?.trim() ? [{ kind: "text", title, text: packet[key].trim() }] : []
    const open = openRows(given), talked = talkedTo(entries)
    return [
      ...packet.ask?.trim() ? [{ kind: "box", title: guide.phrase("packet.ask_title"), text: packet.ask.trim() }] : [],
      { kind: "pairs", title: guide.phrase("packet.who_title"), rows: whoRows(given) },
      ...text("about", guide.phrase("packet.about_title")),
      ...packet.want?.trim() ? [{ kind: "list", title: guide.phrase("packet.want_title"), items: linesIn(packet.want) }] : [],
      ...parts.live ? text("live", guide.phrase("packet.live_title")) : [],
      ...text("settled", guide.phrase("packet.settled_title")),
      ...promises.length ? [{ kind: "text", title: guide.phrase("packet.promises_title"), text: guide.phrase("packet.promises", { count: promises.length }) }] : [],
      ...parts.dates ? [{ kind: "dates", title: guide.phrase("packet.dates_title"), dates: datesOf(given) }] : [],
      ...open.length ? [{ kind: "table", title: guide.phrase("packet.open_title"), head: [guide.phrase("packet.step"), guide.phrase("packet.since"), guide.phrase("packet.state")], rows: open }] : [],
      ...talked.length ? [{ kind: "text", title: guide.phrase("packet.talked_title"), text: talked.join("; ") }] : [],
    ]
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

  /**
   * @param {PacketGiven} given
   * @returns {{title: string, lead: string, made: string, pages: PacketBlock[][]}} the packet, in the order in which it is read
   */
  guide.ourFile.packet = given => {
    const { work, fields, parts: { names }, today } = given
    const name = names && fields["child-name"]?.trim()
    const last = work.entries.filter(({ kind, day }) => kind === "limit" && isDay(day) && day >= today).sort((one, other) => one.day < other.day ? -1 : 1)[0]
    return {
      title: name || guide.phrase("packet.title"),
      lead: last ? guide.phrase("packet.lead", { what: wordsOf(last), day: guide.formatDate(last.day, "full") }) : "",
      made: today,
      pages: [firstPage(given), secondPage(given)],
    }
  }
})()
