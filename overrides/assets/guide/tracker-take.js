// What leaves the tracker as a file or on paper, and what the parent is told of it.
(() => {
  const { many, out } = guide.tracker
  const FILE = "agreement-promises"
  const NO_FILE = "This browser does not let the guide save a file. Print the list instead."

  class TrackerTake {
    // `paper` is what holds the printed table.
    constructor(paper) { this.paper = paper }

    handOut(name, type, contents, said) {
      try {
        guide.download(name, type, contents)
        return `"${name}" goes to your downloads. ${said}`
      } catch { return NO_FILE }
    }

    calendar(shown, today) {
      const events = out.events(shown, today, location.href.split(/[?#]/)[0])
      return events.length
        ? this.handOut(`${FILE}.ics`, "text/calendar", guide.calendar(events),
          `It holds ${many(events.length, "day")}. Open it, and your calendar asks where to put them.`)
        : "No day lies ahead, so there is nothing for the calendar."
    }

    table(shown) {
      return this.handOut(`${FILE}.csv`, "text/csv", out.csv(shown), "It opens in any app for tables. Who opens it can read it.")
    }

    // On paper the promises stand in the table, above its empty rows.
    fillPaper(shown) {
      for (const row of this.paper.querySelectorAll(".guide-tracker__filled")) row.remove()
      for (const row of this.paper.querySelectorAll(".guide-tracker__example")) row.hidden = shown.length > 0
      this.paper.querySelector("tbody").prepend(...[...shown].sort((a, b) => a.promise.number - b.promise.number).map(one => {
        const row = Object.assign(document.createElement("tr"), { className: "guide-tracker__filled" })
        row.append(...out.paperRow(one).map(textContent => Object.assign(document.createElement("td"), { textContent })))
        return row
      }))
    }
  }

  guide.TrackerTake = TrackerTake
})()
