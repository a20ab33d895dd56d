// What is printed of the dates: all that were counted, or a month for the wall, with only the days that the parent gave and what follows from them.
//
// It is drawn into a part of its own, for a browser prints no closed rows, and that part is gone once it is printed.
(() => {
  const WEEK = 7

  const add = (parent, tag, name = "", text = "") => {
    const node = Object.assign(document.createElement(tag), { className: name, textContent: text })
    parent.append(node)
    return node
  }

  const entries = (tool, today) => guide.deadlines.given(tool).flatMap(day => guide.deadlines.rows(day, today))
    .filter(({ mark, date }) => date && mark !== "today" && mark !== "over")

  // What stands on the sheet of a day, in few words.
  const words = ({ mark, what, until }) => mark === "last" ? guide.phrase("deadlines.month_last", { until })
    : mark === "send" ? guide.phrase("deadlines.month_send", { until }) : [what].flat()[0]

  const drawDay = (row, day, found) => {
    const cell = add(row, "td")
    if (!day) return
    add(cell, "b", "guide-month__number", String(Number(day.slice(8))))
    const here = found.filter(({ date }) => date === day)
    for (const mark of ["last", "send"]) if (here.some(entry => entry.mark === mark)) cell.dataset.mark ??= mark
    for (const entry of here) {
      const line = add(cell, "p", "guide-month__entry")
      line.append(guide.timelineMark(entry.mark), add(line, "span", "", words(entry)))
    }
  }

  const drawMonth = (sheet, month, found) => {
    const find = selector => sheet.querySelector(selector)
    find("h2").textContent = guide.formatDate(`${month}-01`, "month")
    const next = found.filter(({ mark }) => mark === "last").sort((a, b) => a.date.localeCompare(b.date))[0]
    find(".guide-month__next").textContent = next
      ? guide.phrase("deadlines.month_next", { until: next.until, date: guide.formatDate(next.date, "full") }) : ""
    const days = []
    for (let day = `${month}-01`; day.startsWith(month); day = guide.days.add(day, 1)) days.push(day)
    const blank = new Date(`${days[0]}T00:00:00Z`).getUTCDay()
    const cells = [...Array(blank).fill(""), ...days]
    // November 1, 2026 is a Sunday.
    for (let n = 0; n < WEEK; n += 1) add(find("tr"), "th", "", guide.formatDate(`2026-11-0${n + 1}`, "weekday")).scope = "col"
    while (cells.length) {
      const row = add(find("tbody"), "tr"), week = cells.splice(0, WEEK)
      for (const day of [...week, ...Array(WEEK - week.length).fill("")]) drawDay(row, day, found)
    }
    return sheet
  }

  // Print a part of its own, alone.
  const print = (tool, kind, parts) => {
    const paper = add(tool, "div", "guide-deadlines__paper")
    paper.append(...parts)
    document.documentElement.dataset.print = kind
    window.addEventListener("afterprint", () => {
      delete document.documentElement.dataset.print
      paper.remove()
    }, { once: true })
    window.print()
  }

  Object.assign(guide.deadlines, {
    // The months to come in which something falls.
    months: (rows, today) => [...new Set(rows.map(({ date = "" }) => date.slice(0, 7)))].filter(month => month >= today.slice(0, 7)).sort(),

    printMonth(tool, month) {
      const found = entries(tool, guide.today())
      const sheet = drawMonth(guide.copy("guide-deadlines-month").firstElementChild, month, found)
      const people = tool.querySelector(".guide-deadlines__people ul").cloneNode(true)
      for (const mark of people.querySelectorAll("sup")) mark.remove()
      const inMonth = found.filter(({ date }) => date.startsWith(month))
      sheet.querySelector(".guide-month__foot").append(people, guide.timelineKey(inMonth))
      print(tool, "month", [sheet])
    },

    // All dates on the page.
    print(tool) {
      const copies = guide.deadlines.given(tool).map(({ title, result, row }) => {
        const copy = result.cloneNode(true), notes = row.querySelector(".guide-deadlines__notes")
        if (notes) copy.append(notes.cloneNode(true))
        copy.querySelector("h4").textContent = title
        for (const why of copy.querySelectorAll("details")) why.open = true
        for (const marked of [copy, ...copy.querySelectorAll("[id], [aria-labelledby]")]) {
          for (const name of ["id", "aria-labelledby"]) marked.removeAttribute(name)
        }
        return copy
      })
      print(tool, "dates", copies)
    },
  })
})()
