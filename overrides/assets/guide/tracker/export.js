// What a parent takes along of an agreement's promises: a table file, and days for a calendar; and what is said of each.
(() => {
  const { sourceOf, tableFile } = guide.tracker
  const FILE = "agreement-promises"
  const WARN = [7, 0] // Reminders: a week before, and on the morning.

  // ---------- The calendar

  const titleOf = (name, promise) => {
    const { kind, number } = promise
    const paper = sourceOf(promise) === "iep" ? guide.phrase("tracker.calendar_iep", { number }) : guide.phrase("tracker.calendar_agreement", { number })
    if (name === "from") return guide.phrase("tracker.calendar_begins", { paper })
    return kind === "once" ? guide.phrase("tracker.calendar_due", { paper }) : guide.phrase("tracker.calendar_ends", { paper })
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

  class TrackerExport {
    /** @param {HTMLElement} tracker the <guide-tracker> whose promises it hands out */
    constructor(tracker) { this.tracker = tracker }

    // Hand out a file and say `message`, or that it cannot be.
    handOut(name, type, contents, message) {
      try {
        guide.download(name, type, contents)
        this.tell(message)
      } catch { this.tell(guide.phrase("browser.no_file", { instead: guide.phrase("tracker.no_file_instead") })) }
    }

    tell(text) { this.tracker.report(text, this.tracker.part("taken")) }

    /** Hand out the days to come as a calendar file. */
    calendar() {
      const { shown, today } = this.tracker
      const address = location.href.split(/[?#]/)[0]
      const open = shown.filter(({ seen }) => seen.state !== "kept" && !seen.trouble)
      const events = open.flatMap(({ promise }) => eventsOf(promise, today, address))
      if (!events.length) return this.tell(guide.phrase("tracker.calendar_nothing"))
      const name = `${FILE}.ics`
      this.handOut(name, "text/calendar", guide.calendar(events), guide.phrase("browser.calendar_downloaded", { name }))
    }

    /** Hand out the promises as a table file. */
    table() {
      const name = `${FILE}.csv`
      this.handOut(name, "text/csv", tableFile(this.tracker.shown, this.tracker.breaks),
        guide.phrase("browser.downloaded", { name, instead: guide.phrase("tracker.table_downloaded") }))
    }
  }

  guide.TrackerExport = TrackerExport
})()
