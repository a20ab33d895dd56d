// The day of an event: the question for it, and the dates that follow, drawn below the event. Several may stand on the page.
//
// Loaded with the first tap (deadlines.js). What is drawn: counted.js. The data: scripts/guide/site/deadline_data.py.
(() => {
  // No child in school today was in school before.
  const FIRST_YEAR = 2000
  const part = name => `.guide-deadlines__${name}`

  // Ids of a copy end with the key of its event, so that no id stands twice on the page.
  const named = (template, key) => {
    const copy = guide.copy(template)
    for (const name of ["id", "for", "aria-describedby", "aria-labelledby"]) {
      for (const node of copy.querySelectorAll(`[${name}]`)) {
        node.setAttribute(name, node.getAttribute(name).split(" ").map(id => `${id}-${key}`).join(" "))
      }
    }
    return copy.firstElementChild
  }

  class Day {
    constructor(tool, row) {
      this.tool = tool
      this.row = row
      this.key = row.dataset.event
      this.event = guide.deadlineData[this.key]
      this.form = named("guide-deadlines-form", this.key)
      this.find("question").textContent = this.event.question
      this.find("counts").textContent = this.event.that_day
      this.find("example").textContent = guide.phrase("deadlines.example", { example: this.event.example })
      this.find("order").textContent = `${guide.days.order}.`
      this.find("hours").hidden = !this.event.office_hours
      this.find("hours").querySelector("p").textContent = this.event.office_hours ?? ""
      row.querySelector(part("start")).replaceWith(this.form)
      for (const type of ["input", "submit"]) this.form.addEventListener(type, this)
      this.input.focus()
    }

    find(name) { return this.form.querySelector(part(name)) }
    get input() { return this.form.querySelector("input") }
    get late() { return this.form.querySelector("[type=checkbox]") }
    get title() { return this.row.querySelector("h3").textContent }

    // What comes in when the office is closed counts on the next work day.
    get day() {
      const isClosed = this.event.office_hours && (this.late.checked || guide.days.isWeekend(this.input.value))
      return isClosed ? guide.days.addBusinessDays(this.input.value, 1) : this.input.value
    }

    handleEvent(event) {
      const { type, target } = event
      if (type === "submit") {
        event.preventDefault()
        return this.answer()
      }
      // What was counted from another day must not stay.
      this.show()
      if (target === this.input) this.tell("")
    }

    // Say what is wrong with the day, or with "" that nothing is.
    tell(sentence) {
      this.input.setAttribute("aria-invalid", sentence ? "true" : "false")
      this.find("trouble").textContent = sentence
    }

    // Show the dates in place of the lengths, or without any the lengths.
    show(result) {
      this.result?.remove()
      this.result = result
      this.counted = result ? this.counted : undefined
      this.row.querySelector(part("rules")).hidden = Boolean(result)
      if (result) this.form.after(result)
    }

    answer() {
      const last = this.event.when === "past" ? guide.today() : ""
      const sentence = guide.days.trouble(this.input, FIRST_YEAR, last) || (this.input.value ? "" : guide.phrase("deadlines.day_missing"))
      this.tell(sentence)
      if (sentence) {
        this.show()
        return this.input.focus()
      }
      this.counted = guide.deadlines.count(this, guide.today())
      this.show(guide.deadlines.draw(this, named("guide-deadlines-result", this.key), guide.today()))
      this.result.addEventListener("click", ({ target }) => this.press(target))
      this.result.querySelector("h4").focus()
    }

    press(target) {
      if (target.dataset.open) guide.deadlines.open(this.tool, target.dataset.open)
      else if (target.dataset.month) guide.deadlines.printMonth(this.tool, target.dataset.month)
      else if (target.closest("[data-print]")) guide.deadlines.print(this.tool)
      else if (target.closest("[data-calendar]")) this.saveCalendar()
    }

    saveCalendar() {
      const name = "deadlines.ics", [address] = location.href.split("#")
      const ahead = this.counted.filter(counted => guide.limits.isAhead(counted, guide.today()))
      const status = this.result.querySelector(part("said"))
      try {
        guide.download(name, "text/calendar", guide.calendar(ahead.map(counted => guide.limits.event(counted, address))))
        status.textContent = guide.phrase("browser.calendar_downloaded", { name })
      } catch { status.textContent = guide.phrase("browser.no_file", { instead: guide.phrase("deadlines.no_file_instead") }) }
    }
  }

  const given = new WeakMap()

  guide.deadlines = {
    // Ask for the day of an event, or go to where it was asked for.
    ask(tool, row) {
      const day = given.get(row)
      if (day?.form.isConnected) return day.input.focus()
      given.set(row, new Day(tool, row))
    },

    // Go to another event, and ask for its day.
    open(tool, key) {
      const row = tool.querySelector(`[data-event="${key}"]`)
      Object.assign(tool.querySelector("#deadlines-find"), { value: "" })
      tool.find()
      row.closest(part("group")).open = true
      row.open = true
      tool.offer(row)
      guide.deadlines.ask(tool, row)
    },

    // The days that were given and counted, in the order of the page.
    given: tool => tool.events.map(row => given.get(row)).filter(day => day?.counted && day.form.isConnected),
  }
})()
