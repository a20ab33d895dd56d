// The list of promises on the page. Only rows that changed are drawn anew: an agreement may have hundreds.
(() => {
  const { amount, countOf } = guide.tracker
  const { is } = guide.days

  const said = day => is(day) ? guide.formatDate(day, "short") : day

  const iconOf = state => document.getElementById("guide-tracker-icons").content.querySelector(`[data-state="${state}"]`).cloneNode(true)

  // What stands below the words, as title and text.
  const about = promise => [
    ["Who", promise.who],
    ["How much", promise.kind === "once" ? "" : amount(promise)],
    ["Where", promise.where],
    ["Written in", promise.item],
    ["Proof", promise.proof],
  ].filter(([, text]) => text.trim())

  const dayOf = ({ kind, from, until }) => kind === "once" ? [until ? "Due" : "", said(until)]
    : until ? ["From, to", `${said(from)} to ${said(until)}`] : ["From", said(from)]

  class TrackerList {
    // `element` is the list it fills.
    constructor(element) {
      this.element = element
      this.rows = new Map()
    }

    row(id) { return this.rows.get(id)?.element }

    // Bring the list to what `shown` says: promises with their state, in order.
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
      part("state").lastElementChild.textContent = seen.said
      part("words").textContent = promise.words
      part("about").replaceChildren(...about(promise).map(([title, text]) => {
        const line = document.createElement("div")
        line.append(Object.assign(document.createElement("dt"), { textContent: title }), Object.assign(document.createElement("dd"), { textContent: text }))
        return line
      }))
      part("count").textContent = seen.trouble || (seen.counted ? countOf(seen.counted) : "")
      part("note").textContent = promise.note ? `What happened: ${promise.note}` : ""
      const [title, day] = dayOf(promise)
      part("day").replaceChildren(Object.assign(document.createElement("span"), { textContent: title }), ` ${day}`)
      this.drawActs(row.element, promise, seen)
      return row.element
    }

    drawActs(element, { kind, words }, { state, trouble, begun }) {
      for (const button of element.querySelectorAll("[data-act]")) {
        const { act, again } = button.dataset
        const open = kind === "once" && state !== "kept" && !trouble
        button.hidden = act === "session" ? !begun : act === "kept" ? !open
          : act === "missed" ? again === undefined ? !open || state === "late" : state !== "late" : false
        button.setAttribute("aria-label", `${button.textContent}: ${words}`)
      }
    }
  }

  guide.TrackerList = TrackerList
})()
