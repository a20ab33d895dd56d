// <guide-deadlines> finds an event by a parent's words. The day of one is asked for, and counted, by scripts that come with the first tap.
//
// Without JavaScript the lengths of all deadlines are there. Nothing is kept, and nothing leaves the page.
// Markup: scripts/guide/blocks/deadlines.py. Tools: overrides/partials/deadlines.html. What comes later: day.js and counted.js.
(() => {
  const part = name => `.guide-deadlines__${name}`
  const plain = text => text.toLowerCase().replaceAll("’", "'")

  class GuideDeadlines extends HTMLElement {
    connectedCallback() {
      if (!this.querySelector(part("find"))) this.prepend(guide.copy("guide-deadlines-find"))
      for (const type of ["input", "click"]) this.addEventListener(type, this)
      // It does not bubble.
      this.addEventListener("toggle", this, true)
      window.addEventListener("pageshow", this)
    }

    disconnectedCallback() { window.removeEventListener("pageshow", this) }

    get field() { return this.querySelector("#deadlines-find") }
    get events() { return [...this.querySelectorAll("[data-event]")] }
    get groups() { return [...this.querySelectorAll(part("group"))] }

    handleEvent({ type, target, persisted }) {
      if (type === "pageshow") return persisted && this.clear()
      if (type === "toggle") return this.offer(target)
      if (type === "input") return target === this.field && this.find()
      if (target.closest("[data-start]")) this.ask(target.closest("[data-event]"))
    }

    // An opened event offers to take in its day.
    offer(row) {
      if (!row.open || !row.dataset.event || row.querySelector(`${part("start")}, form`)) return
      row.querySelector(part("rules")).after(guide.copy("guide-deadlines-start"))
    }

    // Show the events whose titles hold all words that are typed; where there are none, those whose deadlines do, or all of a group whose title does.
    find() {
      const words = plain(this.field.value).split(/\s+/).filter(Boolean)
      const holds = node => words.every(word => plain(node.textContent).includes(word))
      const ways = [row => holds(row.querySelector("h3")), holds, row => holds(row.closest(part("group")).querySelector("h2"))]
      const fitting = ways.reduce((found, way) => found.length ? found : this.events.filter(way), [])
      this.open ??= this.groups.filter(group => group.open)
      let found = 0
      for (const group of this.groups) {
        const rows = [...group.querySelectorAll("[data-event]")]
        for (const row of rows) row.hidden = !fitting.includes(row)
        const shown = rows.filter(row => !row.hidden).length
        found += shown
        group.hidden = !shown
        // What a parent opened stays open.
        group.open = words.length ? shown > 0 : this.open.includes(group) || rows.some(row => row.open)
      }
      if (!words.length) this.open = undefined
      const all = this.events.length
      this.querySelector(part("found")).textContent = !words.length ? ""
        : found ? guide.phrase("deadlines.found", { found, all }) : guide.phrase("deadlines.found_none")
    }

    async ask(row) {
      try {
        await guide.load("deadlines")
        guide.deadlines.ask(this, row)
      } catch {
        row.querySelector(part("trouble")).textContent = guide.phrase("deadlines.not_loaded")
      }
    }

    // Back brings a page back whole; the days are kept nowhere.
    clear() {
      this.field.value = ""
      this.find()
      for (const given of this.querySelectorAll(`form, ${part("result")}`)) given.remove()
      for (const row of this.events) {
        row.querySelector(part("rules")).hidden = false
        this.offer(row)
      }
    }
  }

  guide.define("guide-deadlines", GuideDeadlines)
})()
