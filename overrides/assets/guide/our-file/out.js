// What a family takes out of its file: a table, and days for a calendar.
(() => {
  const { inOrder, isDay, kindText, proofOf } = guide.ourFile
  const FILE = "family-file"
  const WARN = [1, 0] // Reminders: a day before, and on the morning.

  const COLUMNS = [
    [() => guide.phrase("our_file.table_day"), ({ day }) => day],
    [() => guide.phrase("our_file.table_kind"), ({ kind }) => kindText(kind)],
    [() => guide.phrase("our_file.table_who"), ({ who }) => who],
    [() => guide.phrase("our_file.table_what"), ({ what }) => what],
    [() => guide.phrase("our_file.table_proof"), (entry, papers) => proofOf(entry, papers)],
    [() => guide.phrase("our_file.table_back"), ({ back }) => back],
  ]

  /**
   * @param {FileWork} work
   * @returns {string} the log as a table file, from the first day on
   */
  const logTable = ({ entries, papers }) =>
    guide.tableFile([COLUMNS.map(([title]) => title()), ...inOrder(entries).map(entry => COLUMNS.map(([, valueOf]) => valueOf(entry, papers)))])

  /**
   * The days to come, as events. Their titles name nobody and nothing: a calendar is often shared.
   * @param {FileWork} work
   * @param {string} today
   * @param {string} address
   * @returns {CalendarEvent[]}
   */
  const eventsOf = ({ entries }, today, address) => entries.flatMap(({ id, kind, day, back, done }) => {
    const last = kind === "limit" && isDay(day) && day >= today
      ? [{ id: `file.${id}.limit`, day, warn: [7, ...WARN], title: guide.phrase("our_file.calendar_limit"), text: guide.phrase("our_file.calendar_text", { address }) }] : []
    const check = isDay(back) && !done && back >= today
      ? [{ id: `file.${id}.back`, day: back, warn: WARN, title: guide.phrase("our_file.calendar_back"), text: guide.phrase("our_file.calendar_text", { address }) }] : []
    return [...last, ...check]
  })

  // Hand out a file; returns `message`, or that it cannot be.
  const hand = (name, type, contents, message) => {
    try {
      guide.download(name, type, contents)
      return message
    } catch { return guide.phrase("browser.no_file", { instead: guide.phrase("our_file.print_instead") }) }
  }

  /**
   * Hand out the log as a table file.
   * @param {FileWork} work
   * @returns {string} what to tell the parent
   */
  const handTable = work => {
    const name = `${FILE}.csv`
    return hand(name, "text/csv", logTable(work), guide.phrase("browser.downloaded", { name, instead: guide.phrase("our_file.print_instead") }))
  }

  /**
   * Hand out the days to come as a calendar file.
   * @param {FileWork} work
   * @param {string} today
   * @returns {string} what to tell the parent
   */
  const handCalendar = (work, today) => {
    const events = eventsOf(work, today, location.href.split(/[?#]/)[0])
    const name = `${FILE}.ics`
    if (!events.length) return guide.phrase("our_file.calendar_nothing")
    return hand(name, "text/calendar", guide.calendar(events), guide.phrase("browser.calendar_downloaded", { name }))
  }

  // Print one part of the page alone; its style sheet knows it by this name.
  const printOnly = name => {
    const { dataset } = document.documentElement
    dataset.prints = name
    window.addEventListener("afterprint", () => { delete dataset.prints }, { once: true })
    window.print()
  }

  /**
   * @param {string} action what a button's data-do asks for
   * @param {GuideOurFile} tool
   */
  const takeOut = (action, tool) => {
    switch (action) {
      case "table": return tool.report(handTable(tool.work))
      case "calendar": return tool.report(handCalendar(tool.work, tool.today))
      case "print": return window.print()
      case "print-line": return printOnly("line")
      case "see-packet": return tool.packet.see()
      case "print-packet": return tool.packet.print()
      case "packet-word": return tool.report(tool.packet.word())
      case "packet-data": return tool.report(tool.packet.data())
      case "packet-join": return tool.packet.join()
      case "packet-close": return tool.packet.close()
    }
  }

  Object.assign(guide.ourFile, { hand, printOnly, takeOut })
})()
