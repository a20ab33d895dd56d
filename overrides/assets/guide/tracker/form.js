// A form of the tracker: a promise, the day it was kept, what happened, a session.
//
// Each is a <template> of overrides/partials/tracker.html. What is wrong stands as a sentence below its field;
// nothing typed is lost, and nothing is taken over before all is right.
(() => {
  const { promiseTroubles, sessionTroubles, dayTrouble, pastDayTrouble } = guide.tracker

  const sessionText = ({ day, minutes, excused }) => {
    const date = guide.days.is(day) ? guide.formatDate(day, "short") : day
    return excused ? guide.phrase("tracker.entry_excused", { date, count: minutes }) : guide.phrase("tracker.entry", { date, count: minutes })
  }

  // What fills the form at first.
  const valuesFor = (name, promise, today) => {
    switch (name) {
      case "kept": return { kept: promise.kept || today }
      case "session": return { day: today, minutes: promise.minutes, counts: "given" }
      default: return promise
    }
  }

  class TrackerForm {
    /**
     * @param {"promise" | "kept" | "missed" | "session"} name
     * @param {AgreementPromise} promise
     * @param {string} today
     * @param {boolean} isNew whether the promise is not in the list yet
     */
    constructor(name, promise, today, isNew) {
      Object.assign(this, { name, promise, today, isNew })
      this.element = guide.copy(`guide-tracker-${name}`).firstElementChild
      this.values = valuesFor(name, promise, today)
      this.before = JSON.stringify(this.values)
      const order = guide.phrase("tracker.order_hint", { order: guide.days.order })
      for (const hint of this.element.querySelectorAll(".guide-tracker__order")) hint.textContent = order
      this.show()
      if (name === "promise") this.drawPromise()
    }

    part(selector) { return this.element.querySelector(selector) }

    // What only a promise that is there already has: its number, its log, what became of it.
    drawPromise() {
      const { number, log } = this.promise
      this.part("h3").textContent = this.isNew ? guide.phrase("tracker.new_title") : guide.phrase("tracker.promise_title", { number })
      this.part("[type=submit]").textContent = this.isNew ? guide.phrase("tracker.new_button") : guide.phrase("tracker.save_button")
      this.part('[data-do="drop"]').hidden = this.part(".guide-tracker__after").hidden = this.isNew
      const details = this.part("details")
      details.hidden = !log.length
      details.querySelector("summary").textContent = guide.phrase("tracker.log_title", { count: log.length })
      const latestFirst = [...log].sort((a, b) => a.day < b.day ? 1 : -1)
      details.querySelector("ul").replaceChildren(...latestFirst.map(session => {
        const line = guide.copy("guide-tracker-entry").firstElementChild
        const [text, button] = [sessionText(session), line.querySelector("button")]
        line.dataset.entry = session.id
        line.querySelector("span").textContent = text
        button.setAttribute("aria-label", guide.phrase("tracker.delete_entry_label", { button: button.textContent, entry: text }))
        return line
      }))
    }

    get inputs() { return [...this.element.querySelectorAll("[name]")] }

    get values() {
      const chosen = this.inputs.filter(({ type, checked }) => type !== "radio" || checked)
      return Object.fromEntries(chosen.map(({ name, value }) => [name, value]))
    }

    set values(values) {
      for (const input of this.inputs) {
        const value = values[input.name] ?? ""
        if (input.type === "radio") input.checked = input.value === value
        else {
          input.value = value
          // A field for a date shows nothing of a kept day that is none.
          if (value && !input.value) this.lost = { ...this.lost, [input.name]: value }
        }
      }
    }

    // Go to the first field; of a kept promise that has something wrong, say what.
    begin() {
      for (const [name, text] of Object.entries(this.lost || {})) {
        this.report(this.part(`[name="${name}"]`), guide.phrase("tracker.lost_day", { text }), true)
      }
      this.inputs.find(({ type }) => type !== "radio").focus()
    }

    get changed() { return JSON.stringify(this.values) !== this.before }

    get kind() { return this.values.kind }

    // What is wrong with all that was typed, by field.
    get troubles() {
      const { name, promise, today, values } = this
      switch (name) {
        case "promise": return promiseTroubles({ ...promise, ...values })
        case "kept": return { kept: pastDayTrouble(values.kept, today) }
        case "session": return sessionTroubles(values, promise, today)
        default: return {}
      }
    }

    // Put a sentence below a field, or "".
    report(input, text, isWrong) {
      const place = document.getElementById(`${input.id}-state`)
      if (!place || place.textContent === text) return
      place.textContent = text
      place.toggleAttribute("data-wrong", isWrong)
      input.setAttribute("aria-invalid", String(isWrong))
    }

    // Fit the form to its kind of promise.
    show() {
      if (!this.kind) return
      for (const part of this.element.querySelectorAll("[data-for]")) part.hidden = !part.dataset.for.split(" ").includes(this.kind)
    }

    // While one types, only what is being typed is looked at, and only what cannot become right is told.
    typed(input) {
      if (input.type === "radio") this.show()
      if (input.type !== "date") return this.report(input, "", false)
      const trouble = input.validity.badInput ? guide.days.trouble(input) : dayTrouble(input.value)
      if (trouble || !input.value) return this.report(input, trouble, Boolean(trouble))
      this.report(input, guide.phrase("dates.reading", { date: guide.formatDate(input.value, "full") }), false)
    }

    // Tell all that is wrong and go to the first of it; true if nothing is.
    check() {
      const { troubles } = this
      let first = null
      for (const input of this.inputs.filter(({ type }) => type !== "radio")) {
        const typed = input.validity.badInput ? guide.days.trouble(input) : troubles[input.name] || ""
        const trouble = input.closest("[hidden]") ? "" : typed
        if (trouble || input.type !== "date") this.report(input, trouble, Boolean(trouble))
        if (trouble) first ||= input
      }
      first?.focus()
      return !first
    }
  }

  guide.TrackerForm = TrackerForm
})()
