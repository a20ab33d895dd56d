// What a parent takes along of an agreement's promises: a table file, days for a calendar, and rows of the printed table;
// and what the parent reads about each file.
(() => {
  const { amount, countSentences, tableFile } = guide.tracker
  const FILE = "agreement-promises"
  const WARN = [7, 0] // Reminders: a week before, and on the morning.

  // ---------- The calendar

  const titleOf = (name, { kind, number }) => {
    if (name === "from") return guide.phrase("tracker.calendar_begins", { number })
    return kind === "once" ? guide.phrase("tracker.calendar_due", { number }) : guide.phrase("tracker.calendar_ends", { number })
  }

  // The days to come of a promise as events. Their titles name nobody and nothing: a calendar is often shared.
  const eventsOf = (promise, today, address) => {
    const { id, number, kind, from, until } = promise
    const days = { from: kind === "once" ? "" : from, until }
    return Object.entries(days).filter(([, day]) => day && day >= today).map(([name, day]) => ({
      id: `promise.${id}.${name}`,
      day,
      warn: WARN,
      title: titleOf(name, promise),
      text: guide.phrase("tracker.calendar_text", { number, address }),
    }))
  }

  // ---------- Paper

  const dayText = day => guide.days.is(day) ? guide.formatDate(day) : day

  const paperName = ({ number, item, words }) =>
    item ? guide.phrase("tracker.paper_item", { number, item, words }) : guide.phrase("tracker.paper_promise", { number, words })

  // The cells of a promise in the printed table, in the order of its columns.
  const paperRow = ({ promise, seen }) => [
    paperName(promise), promise.who, amount(promise), promise.where, dayText(promise.from), dayText(promise.until), promise.proof,
    [guide.phrase("tracker.paper_state", { state: seen.label }), seen.counted ? countSentences(promise, seen.counted) : "", promise.note]
      .filter(Boolean).join(" "),
  ]

  class TrackerExport {
    /** @param {HTMLElement} paper what holds the printed table */
    constructor(paper) { this.paper = paper }

    // Hand out a file; returns `message`, or that it cannot be.
    handOut(name, type, contents, message) {
      try {
        guide.download(name, type, contents)
        return message
      } catch { return guide.phrase("browser.no_file", { instead: guide.phrase("tracker.no_file_instead") }) }
    }

    /**
     * Hand out the days to come as a calendar file.
     * @param {ShownPromise[]} shown
     * @param {string} today
     * @returns {string} what to tell the parent
     */
    calendar(shown, today) {
      const address = location.href.split(/[?#]/)[0]
      const open = shown.filter(({ seen }) => seen.state !== "kept" && !seen.trouble)
      const events = open.flatMap(({ promise }) => eventsOf(promise, today, address))
      if (!events.length) return guide.phrase("tracker.calendar_nothing")
      const name = `${FILE}.ics`
      return this.handOut(name, "text/calendar", guide.calendar(events), guide.phrase("browser.calendar_downloaded", { name }))
    }

    /**
     * Hand out the promises as a table file.
     * @param {ShownPromise[]} shown
     * @returns {string} what to tell the parent
     */
    table(shown) {
      const name = `${FILE}.csv`
      return this.handOut(name, "text/csv", tableFile(shown),
        guide.phrase("browser.downloaded", { name, instead: guide.phrase("tracker.table_downloaded") }))
    }

    // On paper the promises stand in the table, above its empty rows.
    fillPaper(shown) {
      for (const row of this.paper.querySelectorAll(".guide-tracker__filled")) row.remove()
      for (const row of this.paper.querySelectorAll(".guide-tracker__example")) row.hidden = shown.length > 0
      const byNumber = [...shown].sort((a, b) => a.promise.number - b.promise.number)
      this.paper.querySelector("tbody").prepend(...byNumber.map(one => {
        const row = Object.assign(document.createElement("tr"), { className: "guide-tracker__filled" })
        row.append(...paperRow(one).map(textContent => Object.assign(document.createElement("td"), { textContent })))
        return row
      }))
    }
  }

  guide.TrackerExport = TrackerExport
})()
