// Time, drawn: days one below the other on a line, each with a mark that is told by its shape. What it is to a screen reader: a list.
//
// Not to scale. Marks and templates: overrides/partials/timeline.html.
(() => {
  // Longer than this between two days, and the line is dotted.
  const GAP_MONTHS = 3

  // What a mark means, in words: before the day for who can't see it, and in the key.
  const MEANINGS = {
    happened: () => guide.phrase("timeline.happened"),
    today: () => guide.phrase("timeline.today_mark"),
    send: () => guide.phrase("timeline.send"),
    last: () => guide.phrase("timeline.last"),
    over: () => guide.phrase("timeline.over"),
    late: () => guide.phrase("timeline.late"),
    theirs: () => guide.phrase("timeline.theirs"),
    "to-do": () => guide.phrase("timeline.to_do"),
    done: () => guide.phrase("timeline.done"),
    kept: () => guide.phrase("timeline.kept"),
  }
  // These are plain from where they stand, and from the words of the row.
  const PLAIN = new Set(["happened", "today"])

  /**
   * A row of a timeline. Words may be text, a node or a list of both.
   * @typedef {object} TimelineRow
   * @property {"happened"|"today"|"send"|"last"|"over"|"late"|"theirs"|"to-do"|"done"|"kept"} mark
   * @property {string} [date] "2027-01-27"; it gives the day in words, and the dots of a long gap
   * @property {string} [day] the day in words, where it is no date or another form
   * @property {string} [left] how far off it is: "16 days left"
   * @property {string | Node | (string | Node)[]} [what]
   * @property {string | Node | (string | Node)[]} [sum] how the day comes about, and what to heed, in small
   * @property {"theirs"} [whose] the other side's time runs from here to the next row: a second line
   * @property {boolean} [gap] more than three months to the next row, where there are no dates
   */

  const drawMark = (svg, mark) => {
    svg.dataset.mark = mark
    svg.firstElementChild.setAttribute("href", `#guide-mark-${mark}`)
    return svg
  }

  // The day without its year on the screen where it is this year; on paper with it.
  const drawDay = (holder, { mark, date, day }) => {
    const named = (form, name) => {
      const words = guide.formatDate(date, form)
      const part = Object.assign(document.createElement("span"), {
        textContent: mark === "today" ? guide.phrase("timeline.today", { day: words }) : words })
      if (name) part.className = name
      return part
    }
    if (day) holder.textContent = day
    else if (!date) holder.remove()
    else if (date.slice(0, 4) !== guide.today().slice(0, 4)) holder.append(named("dated"))
    else holder.append(named("day", "guide-timeline__screen"), named("dated", "guide-timeline__paper"))
  }

  const drawRow = (row, index, rows) => {
    const { mark, date, left = "", what = "", sum = "", whose, gap } = row
    const item = guide.copy("guide-timeline-row").firstElementChild
    const find = part => item.querySelector(`.guide-timeline__${part}`)
    const next = rows[index + 1]?.date
    drawMark(item.querySelector(".guide-mark"), mark)
    drawDay(find("day"), row)
    find("means").textContent = PLAIN.has(mark) ? "" : guide.phrase("timeline.means", { mark: MEANINGS[mark]() })
    find("left").textContent = left
    find("what").append(...[what].flat())
    find("sum").append(...[sum].flat())
    for (const part of ["means", "left", "what", "sum"]) if (!find(part).hasChildNodes()) find(part).remove()
    if (whose) item.dataset.whose = whose
    if (gap || date && next && next > guide.days.addMonths(date, GAP_MONTHS)) item.dataset.gap = ""
    return item
  }

  /** @returns {SVGElement} a mark by itself */
  guide.timelineMark = mark => drawMark(guide.copy("guide-timeline-key-entry").querySelector(".guide-mark"), mark)

  /**
   * @param {TimelineRow[]} rows
   * @returns {HTMLOListElement}
   */
  guide.timeline = rows => {
    const list = Object.assign(document.createElement("ol"), { className: "guide-timeline" })
    // Safari takes a list without its marks for none.
    list.setAttribute("role", "list")
    list.append(...rows.map(drawRow))
    return list
  }

  /**
   * @param {TimelineRow[]} rows
   * @returns {HTMLParagraphElement} what the marks of these rows mean; a screen reader has it in the rows
   */
  guide.timelineKey = rows => {
    const key = Object.assign(document.createElement("p"), { className: "guide-timeline-key" })
    key.setAttribute("aria-hidden", "true")
    const used = Object.keys(MEANINGS).filter(mark => mark !== "today" && rows.some(row => row.mark === mark))
    key.append(...used.map(mark => {
      const entry = guide.copy("guide-timeline-key-entry").firstElementChild
      drawMark(entry.firstElementChild, mark)
      entry.lastElementChild.textContent = MEANINGS[mark]()
      return entry
    }))
    return key
  }
})()
