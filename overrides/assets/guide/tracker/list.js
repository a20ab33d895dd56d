// What the tracker shows of the promises: cards of late ones, plots of services, a row for each. Only what changed is drawn
// anew: an agreement may have hundreds.
(() => {
  const { dayText, drawPlot, nameOf, stateLine } = guide.tracker

  class TrackerList {
    /**
     * @param {HTMLElement} element the list it fills
     * @param {string} template of one in it
     * @param {(element: HTMLElement, shown: ShownPromise, today: string) => void} draw fills one in
     */
    constructor(element, template, draw) {
      Object.assign(this, { element, template, draw })
      this.rows = new Map()
    }

    row(id) { return this.rows.get(id)?.element }

    /**
     * Show these promises and no others.
     * @param {ShownPromise[]} shown
     * @param {string} today
     */
    show(shown, today) {
      const gone = new Set(this.rows.keys())
      let before = null
      for (const one of shown) {
        gone.delete(one.promise.id)
        const element = this.drawn(one, today)
        const place = before ? before.nextSibling : this.element.firstChild
        if (element !== place) this.element.insertBefore(element, place)
        before = element
      }
      for (const id of gone) {
        this.rows.get(id).element.remove()
        this.rows.delete(id)
      }
    }

    drawn(one, today) {
      const { promise, seen } = one
      const drawn = JSON.stringify([promise, seen, today])
      const row = this.rows.get(promise.id) || { element: guide.copy(this.template).firstElementChild }
      if (row.drawn === drawn) return row.element
      row.drawn = drawn
      this.rows.set(promise.id, row)
      Object.assign(row.element.dataset, { promise: promise.id, state: seen.state, kind: promise.kind })
      this.draw(row.element, one, today)
      for (const button of row.element.querySelectorAll("[data-act][data-named]")) {
        button.setAttribute("aria-label", guide.phrase("tracker.act_label", { button: button.textContent.trim(), words: nameOf(promise) }))
      }
      return row.element
    }
  }

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
    /** @param {(name: string) => HTMLElement} part finds a part of the tracker */
    constructor(part) {
      this.lates = new TrackerList(part("lates"), "guide-tracker-late", drawLate)
      this.plots = new TrackerList(part("plots"), "guide-tracker-plot", drawPlot)
      this.rows = new TrackerList(part("list"), "guide-tracker-row", drawRow)
    }

    /** @param {ShownPromise[]} shown @param {string} today */
    show(shown, today) {
      this.lates.show(shown.filter(({ promise, seen }) => promise.kind === "once" && seen.state === "late"), today)
      this.plots.show(shown.filter(({ seen }) => seen.counted), today)
      this.rows.show(shown, today)
    }

    /**
     * @param {string} id of a promise
     * @param {string} act
     * @returns {HTMLElement | undefined} the button to do that with it, or else the one that opens it
     */
    button(id, act) {
      const buttons = [this.lates, this.plots, this.rows].flatMap(list => [...list.row(id)?.querySelectorAll("[data-act]") || []])
      return buttons.find(button => button.dataset.act === act && !button.hidden) || buttons.at(-1)
    }
  }

  guide.TrackerBoard = TrackerBoard
  Object.assign(guide.tracker, { doneText })
})()
