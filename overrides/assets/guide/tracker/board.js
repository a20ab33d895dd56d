// What stands on the page of a tracker: cards of late promises, plots of services, a row for each promise.
(() => {
  const { TrackerList, tracker: { breakText, breakTroubles, dayText, drawPlot, nameOf, sourceOf, stateLine } } = guide

  const iconOf = state => document.getElementById("guide-tracker-icons").content.querySelector(`[data-state="${state}"]`).cloneNode(true)

  const drawRow = (row, shown, today) => {
    row.querySelector(".guide-tracker__icon").replaceChildren(iconOf(shown.seen.state))
    row.querySelector("strong").textContent = nameOf(shown.promise)
    row.querySelector(".guide-tracker__state").textContent = stateLine(shown, today)
  }

  /** @returns {string} the button that says a promise is done */
  const doneText = ({ start }) => start === "paper" ? guide.phrase("tracker.came_button") : guide.phrase("tracker.kept_button")

  const drawLate = (card, { promise, seen }, today) => {
    const { who, until } = promise
    const due = until ? guide.phrase("tracker.late_due", { day: dayText(until, today) }) : ""
    card.querySelector(".guide-tracker__state").textContent = seen.label
    card.querySelector(".guide-tracker__name").textContent = nameOf(promise)
    card.querySelector(".guide-tracker__who").textContent = [who.trim() && guide.phrase("tracker.late_who", { who: who.trim() }), due].filter(Boolean).join(" ")
    card.querySelector('[data-act="kept"]').textContent = doneText(promise)
    card.querySelector('[data-act="details"]').textContent = sourceOf(promise) === "iep" ? guide.phrase("tracker.iep_words_button") : guide.phrase("tracker.words_button")
  }

  // A school break: its days, and what is wrong with it.
  const drawBreak = (one, today) => {
    const row = guide.copy("guide-tracker-break-row").firstElementChild
    row.querySelector("button").dataset.id = one.id
    row.querySelector("strong").textContent = breakText(one, day => dayText(day, today))
    row.querySelector("small").textContent = Object.keys(breakTroubles(one)).length ? guide.phrase("tracker.break_wrong") : ""
    return row
  }

  class TrackerBoard {
    /** @param {HTMLElement} tracker the <guide-tracker> whose promises it shows */
    constructor(tracker) {
      this.tracker = tracker
      this.lates = new TrackerList(tracker.part("lates"), "guide-tracker-late", drawLate)
      this.plots = new TrackerList(tracker.part("plots"), "guide-tracker-plot", drawPlot)
      this.rows = new TrackerList(tracker.part("list"), "guide-tracker-row", drawRow)
      tracker.part("order").textContent = guide.phrase("tracker.order_hint", { order: guide.days.order })
    }

    // Above and below the promises: how many there are, and when the agreement was signed.
    showRest(shown, breaks, today) {
      const { tracker, tracker: { signed: { value } } } = this
      tracker.part("title").textContent = guide.phrase("tracker.all_title", { count: shown.length })
      tracker.part("agreed").textContent = value ? guide.phrase("tracker.signed_title", { date: guide.formatDate(value) }) : guide.phrase("tracker.signed_question")
      for (const button of tracker.querySelectorAll('[data-do="write-all"]')) {
        const { source } = button.dataset
        const count = shown.filter(({ promise, seen }) => seen.state === "late" && sourceOf(promise) === source).length
        button.hidden = count < 2
        button.textContent = source === "iep" ? guide.phrase("tracker.carry_iep_button", { count }) : guide.phrase("tracker.carry_open_button", { count })
      }
      tracker.part("breaks-title").textContent = breaks.length ? guide.phrase("tracker.breaks_count", { count: breaks.length }) : guide.phrase("tracker.breaks_title")
      const inOrder = [...breaks].sort((one, other) => one.from < other.from ? -1 : 1)
      tracker.part("break-list").replaceChildren(...inOrder.map(one => drawBreak(one, today)))
    }

    /** @param {ShownPromise[]} shown @param {SchoolBreak[]} breaks @param {string} today */
    show(shown, breaks, today) {
      this.showRest(shown, breaks, today)
      this.lates.show(shown.filter(({ promise, seen }) => promise.kind === "once" && seen.state === "late"), today)
      this.plots.show(shown.filter(({ seen }) => seen.counted), today)
      this.rows.show(shown, today)
      guide.tracker.showComing(this.tracker.part("coming"), shown, today)
    }

    /**
     * @param {string} id of a promise
     * @param {string} act
     * @returns {HTMLElement | undefined} the button to do that with it, or else the one that opens it
     */
    button(id, act) {
      const rows = [this.lates, this.plots, this.rows].map(list => list.row(id)).filter(Boolean)
      const buttons = rows.flatMap(row => Array.from(row.querySelectorAll("[data-act]")))
      return buttons.find(button => button.dataset.act === act && !button.hidden) || buttons.at(-1)
    }
  }

  guide.TrackerBoard = TrackerBoard
  Object.assign(guide.tracker, { doneText })
})()
