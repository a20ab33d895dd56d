// <guide-deadlines> asks what happened and on which day, and shows each limit that starts from it, with the sum.
//
// Without JavaScript the table of all limits is there. Nothing is kept, and nothing leaves the page.
// Markup: scripts/guide/blocks/deadlines.py. Tools: overrides/partials/deadlines.html. What is shown: counted.js.
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
    get late() { return this.querySelector("#deadlines-late") }
    // What comes in when the office is closed counts on the next work day.
    get day() {
      const isClosed = this.event.office_hours && (this.late.checked || guide.days.isWeekend(this.input.value))
      return isClosed ? guide.days.addBusinessDays(this.input.value, 1) : this.input.value
    }
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
      if (type === "pageshow") return event.persisted && this.clear()
      if (type === "input") {
        if (target === this.select) this.ask()
        // What was counted from another event or day must not stay.
        this.result.hidden = true
        if (target !== this.late) this.showTrouble(target, "")
      } else if (type === "submit") {
        event.preventDefault()
        this.answer()
      } else if (target.dataset.event) {
        this.select.value = target.dataset.event
        this.ask()
        this.result.hidden = true
        this.input.focus()
      } else if (target.closest("[data-print]")) this.print()
      else if (target.closest("[data-calendar]")) this.saveCalendar()
    }

    // Back brings a page back whole; the answers are kept nowhere.
    clear() {
      this.select.selectedIndex = 0
      this.late.checked = false
      this.input.value = ""
      this.result.hidden = true
      this.ask()
    }

    // The question for the day that belongs to the event.
    ask() {
      this.querySelector(part("day")).hidden = !this.event
      this.late.checked = false
      this.querySelector(part("hours")).hidden = !this.event?.office_hours
      if (!this.event) return
      this.querySelector(part("question")).textContent = this.event.question
      this.querySelector(part("counts")).textContent = this.event.that_day
      this.querySelector(part("example")).textContent = guide.phrase("deadlines.example", { example: this.event.example })
      this.querySelector(part("order")).textContent = `${guide.days.order}.`
      this.querySelector("#deadlines-office-hours").textContent = this.event.office_hours ?? ""
    }

    // Say what is wrong beside a field, or with "" that nothing is.
    showTrouble(field, sentence) {
      field.setAttribute("aria-invalid", sentence ? "true" : "false")
      this.querySelector(`#${field.id}-trouble`).textContent = sentence
    }

    trouble() {
      const sentence = guide.days.trouble(this.input, FIRST_YEAR, this.event.when === "past" ? guide.today() : "")
      return sentence || (this.input.value ? "" : guide.phrase("deadlines.day_missing"))
    }

    answer() {
      if (!this.event) {
        this.showTrouble(this.select, guide.phrase("deadlines.event_missing"))
        return this.select.focus()
      }
      const sentence = this.trouble()
      this.showTrouble(this.input, sentence)
      if (sentence) {
        this.result.hidden = true
        return this.input.focus()
      }
      const given = [this, this.select.value, this.day, guide.today()]
      this.counted = guide.deadlines.count(...given)
      guide.deadlines.draw(...given)
      this.result.hidden = false
      this.result.querySelector("h2").focus()
    }

    // Print the dates alone.
    print() {
      document.documentElement.dataset.print = "dates"
      window.addEventListener("afterprint", () => delete document.documentElement.dataset.print, { once: true })
      window.print()
    }

    saveCalendar() {
      const name = "time-limits.ics", [address] = location.href.split("#")
      const ahead = this.counted.filter(counted => guide.limits.isAhead(counted, guide.today()))
      const status = this.querySelector(part("said"))
      try {
        guide.download(name, "text/calendar", guide.calendar(ahead.map(counted => guide.limits.event(counted, address))))
        status.textContent = guide.phrase("browser.calendar_downloaded", { name })
      } catch { status.textContent = guide.phrase("browser.no_file", { instead: guide.phrase("deadlines.no_file_instead") }) }
    }
  }

  guide.define("guide-deadlines", GuideDeadlines)
})()
