// What stands on the page of a tracker: cards of late promises, plots of services, a row for each promise.
(() => {
  const { TrackerList, tracker: { dayText, drawPlot, nameOf, stateLine } } = guide

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
    showRest(shown) {
      const { tracker, tracker: { signed: { value } } } = this
      const late = shown.filter(({ seen }) => seen.state === "late").length
      tracker.part("title").textContent = guide.phrase("tracker.all_title", { count: shown.length })
      tracker.part("agreed").textContent = value ? guide.phrase("tracker.signed_title", { date: guide.formatDate(value) }) : guide.phrase("tracker.signed_question")
      tracker.button("write-all").hidden = late < 2
      tracker.button("write-all").textContent = guide.phrase("tracker.carry_open_button", { count: late })
    }

    /** @param {ShownPromise[]} shown @param {string} today */
    show(shown, today) {
      this.showRest(shown)
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
