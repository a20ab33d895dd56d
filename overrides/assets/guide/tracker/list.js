// A list of promises on the page. Only what changed is drawn anew: an agreement may have hundreds.
(() => {
  const { nameOf } = guide.tracker

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

  guide.TrackerList = TrackerList
})()
