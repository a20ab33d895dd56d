// The file on a line: all that happened, today, what is due and the days to check back.
(() => {
  const { isDay, isTheirs, kindText, wordsOf } = guide.ourFile

  const markOf = ({ kind, day }, today) => {
    if (kind === "limit") return day < today ? "over" : "last"
    return isTheirs(kind) ? "theirs" : "happened"
  }

  /**
   * @param {FileWork} work
   * @param {string} today
   * @returns {TimelineRow[]} from the first day on; what has no day of the calendar is not on it
   */
  const lineOf = ({ entries }, today) => {
    const happened = entries.filter(({ day }) => isDay(day)).map(entry =>
      ({ mark: markOf(entry, today), date: entry.day, what: wordsOf(entry) || kindText(entry.kind) }))
    const back = entries.filter(({ back: day, done }) => isDay(day) && !done && day >= today).map(entry =>
      ({ mark: "to-do", date: entry.back, what: guide.phrase("packet.check_back", { what: wordsOf(entry) || kindText(entry.kind) }) }))
    const rows = [...happened, { mark: "today", date: today }, ...back]
    return rows.sort((one, other) => one.date < other.date ? -1 : Number(one.date > other.date))
  }

  /**
   * Draw the line into its panel.
   * @param {HTMLElement} panel
   * @param {FileWork} work
   * @param {string} today
   */
  const drawLine = (panel, work, today) => {
    const place = panel.querySelector(".guide-our-file__line")
    const rows = lineOf(work, today)
    panel.querySelector(".guide-our-file__no-line").hidden = rows.length > 1
    place.replaceChildren(...rows.length > 1 ? [guide.timeline(rows), guide.timelineKey(rows)] : [])
  }

  Object.assign(guide.ourFile, { lineOf, drawLine })
})()
