// The promises on paper: rows of the printed table, above its empty ones, and the weeks of each service.
(() => {
  const { amount, breaksText, countSentences, nameOf, sourceOf, weekTable } = guide.tracker

  const dayText = day => guide.days.is(day) ? guide.formatDate(day) : day

  const paperName = promise => {
    const { number, words } = promise
    const item = [sourceOf(promise) === "iep" ? guide.phrase("tracker.source_iep") : "", promise.item].filter(Boolean).join(", ")
    return item ? guide.phrase("tracker.paper_item", { number, item, words }) : guide.phrase("tracker.paper_promise", { number, words })
  }

  // How a promise stands; the sum of a service mostly says it all.
  const stateOf = (promise, seen, today) => {
    const state = guide.phrase("tracker.paper_state", { state: seen.label })
    const sum = seen.begun ? countSentences(promise, seen.counted, today) : ""
    return sum.includes(seen.label) ? sum : `${state} ${sum}`.trim()
  }

  // The cells of a promise in the printed table, in the order of its columns.
  const paperRow = ({ promise, seen }, today) => [
    paperName(promise), promise.who, amount(promise), promise.where, dayText(promise.from), dayText(promise.until), promise.proof,
    [stateOf(promise, seen, today), promise.note].filter(Boolean).join(" "),
  ]

  /**
   * Fill in the printed table.
   * @param {HTMLElement} paper what holds it
   * @param {ShownPromise[]} shown
   * @param {SchoolBreak[]} breaks
   * @param {string} today
   */
  guide.tracker.fillPaper = (paper, shown, breaks, today) => {
    for (const row of paper.querySelectorAll(".guide-tracker__filled")) row.remove()
    for (const row of paper.querySelectorAll(".guide-tracker__example")) row.hidden = shown.length > 0
    const byNumber = [...shown].sort((a, b) => a.promise.number - b.promise.number)
    const table = paper.querySelector("table")
    table.querySelector("tbody").prepend(...byNumber.map(one => {
      const row = Object.assign(document.createElement("tr"), { className: "guide-tracker__filled" })
      row.append(...paperRow(one, today).map(textContent => Object.assign(document.createElement("td"), { textContent })))
      return row
    }))
    const logged = byNumber.filter(({ seen }) => seen.counted?.weeks.length)
    const off = breaksText(breaks) && logged.length ? [Object.assign(document.createElement("p"), { className: "guide-tracker__filled", textContent: guide.phrase("tracker.paper_breaks", { breaks: breaksText(breaks) }) })] : []
    table.after(...off, ...logged.map(one => {
      const weeks = weekTable(one, today)
      weeks.classList.add("guide-tracker__filled")
      weeks.querySelector("caption").textContent = guide.phrase("tracker.paper_weeks", { number: one.promise.number, name: nameOf(one.promise) })
      return weeks
    }))
  }
})()
