// What is printed of the file: its log and its list of papers, above the empty rows of the two tables.
(() => {
  const { inOrder, isDay, kindText, proofOf, wordsOf } = guide.ourFile

  // The rows of the two printed tables.
  const logRow = (entry, papers) => [entry.day && isDay(entry.day) ? guide.formatDate(entry.day, "short") : entry.day, kindText(entry.kind),
    wordsOf(entry), proofOf(entry, papers), isDay(entry.back) ? guide.formatDate(entry.back, "short") : entry.back]
  const paperRow = ({ number, name, day, pages, place }) => [number, name, isDay(day) ? guide.formatDate(day, "short") : day, pages, place]

  const fill = (table, rows) => {
    for (const row of table.querySelectorAll(".guide-sheet__filled")) row.remove()
    for (const row of table.querySelectorAll(".guide-sheet__example")) row.hidden = rows.length > 0
    table.tBodies[0].prepend(...rows.map(cells => {
      const row = Object.assign(document.createElement("tr"), { className: "guide-sheet__filled" })
      row.append(...cells.map(textContent => Object.assign(document.createElement("td"), { textContent })))
      return row
    }))
  }

  /**
   * Put the log and the papers into the tables that are printed, above their empty rows.
   * @param {HTMLElement} paper what holds the tables
   * @param {FileWork} work
   */
  const fillPaper = (paper, { entries, papers }) => {
    const [log, list] = paper.querySelectorAll("table")
    fill(log, inOrder(entries).map(entry => logRow(entry, papers)))
    fill(list, [...papers].sort((one, other) => one.number - other.number).map(paperRow))
  }

  guide.ourFile.fillPaper = fillPaper
})()
