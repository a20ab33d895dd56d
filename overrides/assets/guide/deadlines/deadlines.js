// <guide-deadlines> asks what happened and on which day, and shows each limit that starts from it, with the sum.
//
// Without JavaScript the table of all limits is there. Nothing is kept, and nothing leaves the page.
// Markup: scripts/guide/blocks/deadlines.py. Tools: overrides/partials/deadlines.html. Counting: limits.js.
(() => {
  // No child in school today was in school before.
  const FIRST_YEAR = 2000
  const part = name => `.guide-deadlines__${name}`

  class GuideDeadlines extends HTMLElement {
    connectedCallback() {
      if (!this.querySelector(part("form"))) {
        this.events = JSON.parse(this.querySelector(part("data")).textContent)
        this.prepend(guide.copy("guide-deadlines-tool"))
        this.select.append(...this.choices())
      }
      this.addEventListener("input", this)
      this.addEventListener("submit", this)
      this.addEventListener("click", this)
      window.addEventListener("pageshow", this)
      this.ask()
    }

    disconnectedCallback() { window.removeEventListener("pageshow", this) }

    get select() { return this.querySelector("select") }
    get input() { return this.querySelector("input") }
    get event() { return this.events[this.select.value] }
    get result() { return this.querySelector(part("result")) }

    choices() {
      const groups = new Map()
      for (const [key, { group, title }] of Object.entries(this.events)) {
        if (!groups.has(group)) groups.set(group, Object.assign(document.createElement("optgroup"), { label: group }))
        groups.get(group).append(new Option(title, key))
      }
      return groups.values()
    }

    handleEvent(event) {
      const { type, target } = event
      if (type === "pageshow") return event.persisted && this.anew()
      if (type === "input") {
        if (target === this.select) this.ask()
        // What was counted from another event or day must not stay.
        this.result.hidden = true
        this.tell(target, "")
      } else if (type === "submit") {
        event.preventDefault()
        this.answer()
      } else if (target.dataset.event) {
        this.select.value = target.dataset.event
        this.ask()
        this.result.hidden = true
        this.input.focus()
      } else if (target.closest("[data-print]")) this.print()
      else if (target.closest("[data-calendar]")) this.save()
    }

    // Back brings a page back whole; the answers are kept nowhere.
    anew() {
      this.select.selectedIndex = 0
      this.input.value = ""
      this.result.hidden = true
      this.ask()
    }

    // The question for the day that belongs to the event.
    ask() {
      this.querySelector(part("day")).hidden = !this.event
      if (!this.event) return
      this.querySelector(part("question")).textContent = this.event.question
      this.querySelector(part("counts")).textContent = this.event.that_day
      this.querySelector(part("example")).textContent = `Example: ${this.event.example}`
      this.querySelector(part("order")).textContent = `${guide.days.order}.`
    }

    // Say what is wrong beside a field, or with "" that nothing is.
    tell(field, said) {
      field.setAttribute("aria-invalid", said ? "true" : "false")
      this.querySelector(`#${field.id}-trouble`).textContent = said
    }

    trouble() {
      const said = guide.days.trouble(this.input, FIRST_YEAR)
      if (said) return said
      if (!this.input.value) return "Give the day. If you do not know it, look at the letter or the e-mail that shows it."
      return this.event.when === "past" && this.input.value > guide.today()
        ? `${guide.formatDate(this.input.value)} is still to come. Give a day on which it has already happened.` : ""
    }

    answer() {
      if (!this.event) {
        this.tell(this.select, "Choose what happened.")
        return this.select.focus()
      }
      const said = this.trouble()
      this.tell(this.input, said)
      if (said) {
        this.result.hidden = true
        return this.input.focus()
      }
      this.show()
      this.result.querySelector("h2").focus()
    }

    show() {
      const today = guide.today()
      const day = this.input.value
      // What cannot have started earlier is safe to count from this day too.
      const counted = [this.select.value, ...this.event.also_start].flatMap(key => this.events[key].rules.map((rule, n) => ({
        ...guide.limits.count(rule, day, today, key === this.select.value),
        marks: this.body(key).querySelectorAll("[data-rule]")[n].querySelectorAll("sup"),
      })))
      // The next date first; what has no date, last.
      this.counted = counted.sort((a, b) => (a.date || "~").localeCompare(b.date || "~"))
      this.querySelector(part("from")).textContent = `Counted from ${this.event.rules[0].starts}: ${guide.formatDate(day, "full")}.`
      this.querySelector(part("limits")).replaceChildren(...this.counted.map(limit => this.row(limit)))
      const notes = this.body(this.select.value).querySelector("[data-notes] td")
      this.querySelector(part("notes")).replaceChildren(...notes ? [...notes.children].map(note => this.plain(note)) : [])
      this.querySelector(part("notes-title")).hidden = !notes
      this.querySelector("[data-calendar]").hidden = !this.counted.some(limit => guide.limits.isAhead(limit, today))
      this.querySelector(part("see")).hidden = !this.event.see.length
      this.querySelector(part("others")).replaceChildren(...this.event.see.map(key => {
        const row = guide.copy("guide-deadlines-other").firstElementChild
        const button = row.querySelector("button")
        button.textContent = this.events[key].title
        button.dataset.event = key
        return row
      }))
      this.querySelector(part("said")).textContent = ""
      this.result.hidden = false
    }

    // The part of the table that holds the limits of an event.
    body(key) { return this.querySelector(`tbody[data-event="${key}"]`) }

    row(limit) {
      const { rule, sum, far, marks } = limit
      const row = guide.copy("guide-deadlines-limit").firstElementChild
      const put = (name, said) => { row.querySelector(part(name)).textContent = said }
      row.dataset.whose = rule.whose
      put("date", guide.limits.title(limit))
      put("far", far)
      put("owner", `${rule.owner}:`)
      put("until", `${rule.until}.`)
      put("sum", sum)
      put("basis", `${rule.basis}: ${rule.citation}. ${rule.status}.`)
      put("says", rule.says.join(" "))
      row.querySelector(part("marks")).append(...[...marks].map(mark => this.plain(mark)))
      return row
    }

    // A copy of a part of the table whose marks lead to the same sources, but are not led to.
    plain(node) {
      const copy = node.cloneNode(true)
      for (const marked of copy.querySelectorAll("[id]")) marked.removeAttribute("id")
      return copy
    }

    // Print the dates alone.
    print() {
      document.documentElement.dataset.print = "dates"
      window.addEventListener("afterprint", () => delete document.documentElement.dataset.print, { once: true })
      window.print()
    }

    save() {
      const address = location.href.split("#")[0]
      const ahead = this.counted.filter(limit => guide.limits.isAhead(limit, guide.today()))
      const said = this.querySelector(part("said"))
      try {
        guide.download("time-limits.ics", "text/calendar", guide.calendar(ahead.map(limit => guide.limits.event(limit, address))))
        said.textContent = "\"time-limits.ics\" goes to your downloads. Open it, and your calendar asks where to put the dates. It reminds you early."
      } catch { said.textContent = "This browser does not let the guide save a file. Print the dates instead." }
    }
  }

  customElements.define("guide-deadlines", GuideDeadlines)
})()
