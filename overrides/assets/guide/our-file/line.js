// The file on a line: all that happened, today, what is due and the days to check back.
(() => {
  const { isDay, isTheirs, kindText, wordsOf } = guide.ourFile

  const markOf = ({ kind, day }, today) => {
    if (kind === "limit") return day < today ? "over" : "last"
    return isTheirs(kind) ? "theirs" : "happened"
  }

  /**
   * @param {FileEntry} entry with a day of the calendar
   * @param {string} today
   * @returns {TimelineRow}
   */
  const rowOf = (entry, today) => {
    const row = { mark: markOf(entry, today), date: entry.day, what: wordsOf(entry) || kindText(entry.kind) }
    return entry.kind === "limit" && entry.proof ? { ...row, sum: entry.proof } : row
  }

  /**
   * @param {FileEntry[]} entries
   * @param {string} today
   * @returns {TimelineRow[]} the days to check back that are to come
   */
  const checksOf = (entries, today) => entries.filter(({ back, done }) => isDay(back) && !done && back >= today).map(entry =>
    ({ mark: "to-do", date: entry.back, what: guide.phrase("packet.check_back", { what: wordsOf(entry) || kindText(entry.kind) }) }))

  /**
   * @param {TimelineRow[]} rows
   * @param {string} today
   * @returns {TimelineRow[]} with today among them, from the first day on
   */
  const inTime = (rows, today) => [...rows, { mark: "today", date: today, what: "" }]
    .sort((one, other) => one.date < other.date ? -1 : Number(one.date > other.date))

  /**
   * Draw the line into its panel. What has no day of the calendar is not on it.
   * @param {HTMLElement} panel
   * @param {FileWork} work
   * @param {string} today
   */
  const drawLine = (panel, { entries }, today) => {
    const place = panel.querySelector(".guide-our-file__line")
    const rows = inTime([...entries.filter(({ day }) => isDay(day)).map(entry => rowOf(entry, today)), ...checksOf(entries, today)], today)
    panel.querySelector(".guide-our-file__no-line").hidden = rows.length > 1
    place.replaceChildren(...rows.length > 1 ? [guide.timeline(rows), guide.timelineKey(rows)] : [])
  }

  Object.assign(guide.ourFile, { rowOf, checksOf, inTime, drawLine })
})()
