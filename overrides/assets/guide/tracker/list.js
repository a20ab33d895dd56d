// The list of promises on the page. Only rows that changed are drawn anew: an agreement may have hundreds.
(() => {
  const { amount, countSentences } = guide.tracker

  const dayText = day => guide.days.is(day) ? guide.formatDate(day, "short") : day

  const iconOf = state => document.getElementById("guide-tracker-icons").content.querySelector(`[data-state="${state}"]`).cloneNode(true)

  const textElement = (tag, textContent) => Object.assign(document.createElement(tag), { textContent })

  // What stands below the words, as title and text.
  const details = promise => [
    [guide.phrase("tracker.who_title"), promise.who],
    [guide.phrase("tracker.amount_title"), promise.kind === "once" ? "" : amount(promise)],
    [guide.phrase("tracker.where_title"), promise.where],
    [guide.phrase("tracker.item_title"), promise.item],
    [guide.phrase("tracker.proof_title"), promise.proof],
  ].filter(([, text]) => text.trim())

  // The days of a promise, as title and text.
  const daysOf = ({ kind, from, until }) => {
    if (kind === "once") return [until ? guide.phrase("tracker.due_title") : "", dayText(until)]
    if (!until) return [guide.phrase("tracker.from_title"), dayText(from)]
    return [guide.phrase("tracker.span_title"), guide.phrase("tracker.span", { from: dayText(from), until: dayText(until) })]
  }

  // Whether a button of a row fits the promise as it stands.
  const fits = ({ act, again }, { kind }, { state, trouble, begun }) => {
    const isOpen = kind === "once" && state !== "kept" && !trouble
    switch (act) {
      case "session": return Boolean(begun)
      case "kept": return isOpen
      // Once it is late, the same button asks what happened.
      case "missed": return again === undefined ? isOpen && state !== "late" : state === "late"
      default: return true
    }
  }

  class TrackerList {
    /** @param {HTMLElement} element the list it fills */
    constructor(element) {
      this.element = element
      this.rows = new Map()
    }

    row(id) { return this.rows.get(id)?.element }

    /**
     * Show these promises and no others.
     * @param {ShownPromise[]} shown
     */
    show(shown) {
      const gone = new Set(this.rows.keys())
      let before = null
      for (const one of shown) {
        gone.delete(one.promise.id)
        const element = this.draw(one)
        const place = before ? before.nextSibling : this.element.firstChild
        if (element !== place) this.element.insertBefore(element, place)
        before = element
      }
      for (const id of gone) {
        this.rows.get(id).element.remove()
        this.rows.delete(id)
      }
    }

    draw({ promise, seen }) {
      const drawn = JSON.stringify([promise, seen])
      const row = this.rows.get(promise.id) || { element: guide.copy("guide-tracker-row").firstElementChild }
      if (row.drawn === drawn) return row.element
      row.drawn = drawn
      this.rows.set(promise.id, row)
      const part = name => row.element.querySelector(`.guide-tracker__${name}`)
      Object.assign(row.element.dataset, { promise: promise.id, state: seen.state, kind: promise.kind })
      part("icon").replaceChildren(iconOf(seen.state))
      part("state").lastElementChild.textContent = seen.label
      part("words").textContent = promise.words
      part("about").replaceChildren(...details(promise).map(([title, text]) => {
        const line = document.createElement("div")
        line.append(textElement("dt", title), textElement("dd", text))
        return line
      }))
      part("count").textContent = seen.trouble || (seen.counted ? countSentences(promise, seen.counted) : "")
      part("note").textContent = promise.note ? guide.phrase("tracker.note", { note: promise.note }) : ""
      const [title, day] = daysOf(promise)
      part("day").replaceChildren(textElement("span", title), ` ${day}`)
      this.drawButtons(row.element, promise, seen)
      return row.element
    }

    drawButtons(element, promise, seen) {
      for (const button of element.querySelectorAll("[data-act]")) {
        button.hidden = !fits(button.dataset, promise, seen)
        button.setAttribute("aria-label", guide.phrase("tracker.act_label", { button: button.textContent, words: promise.words }))
      }
    }
  }

  guide.TrackerList = TrackerList
})()
