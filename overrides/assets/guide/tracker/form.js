// A form of the tracker: a promise, the day it was kept, what happened. Of a week or a session: log-form.js.
//
// Each is a <template> of overrides/partials/tracker.html. What is wrong stands as a sentence below its field;
// nothing typed is lost, and nothing is taken over before all is right.
(() => {
  const { dayTrouble, minutesTrouble, nameOf, pastDayTrouble, promiseTroubles, repeatTroubles, sessionTroubles, sourceOf } = guide.tracker

  class TrackerForm {
    /**
     * @param {"promise" | "kept" | "missed" | "log"} name
     * @param {AgreementPromise} promise
     * @param {string} today
     * @param {boolean} isNew whether the promise is not in the list yet
     * @param {ServiceWeek[]} [weeks] of a service, those that can be logged
     */
    constructor(name, promise, today, isNew, weeks = []) {
      Object.assign(this, { name, promise, today, isNew, weeks })
      this.element = guide.copy(`guide-tracker-${name}`).firstElementChild
      this.title = this.element.querySelector("h2")
      this.draw()
      this.values = this.firstValues
      this.before = JSON.stringify(this.values)
      const order = guide.phrase("tracker.order_hint", { order: guide.days.order })
      for (const hint of this.element.querySelectorAll(".guide-tracker__order")) hint.textContent = order
    }

    part(selector) { return this.element.querySelector(selector) }

    // What fills the form at first.
    get firstValues() {
      switch (this.name) {
        case "kept": return { kept: this.promise.kept || this.today }
        case "makeup": return { day: this.today }
        case "promise": return { every: "month", ...this.promise, source: sourceOf(this.promise) }
        default: return this.promise
      }
    }

    // What is asked only of a new promise, or only of one that is there.
    draw() {
      const { isNew, name, promise, promise: { kind, number, start } } = this
      if (name !== "promise") return this.title.append(" ", nameOf(promise))
      // A new one is called by its kind (task.js).
      if (!isNew) this.title.textContent = guide.phrase("tracker.promise_title", { number })
      this.part("[type=submit]").textContent = isNew ? guide.phrase("tracker.new_button") : guide.phrase("tracker.save_button")
      const fitting = new Set([kind, isNew && start === "paper" ? "paper" : "", isNew ? "" : "there", !isNew && kind === "once" ? "done" : ""])
      for (const part of this.element.querySelectorAll("[data-for]")) part.hidden = !part.dataset.for.split(" ").some(one => fitting.has(one))
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

    // Of a kept promise that has something wrong, say what.
    begin() {
      this.showSource()
      for (const [name, text] of Object.entries(this.lost || {})) this.report(this.part(`[name="${name}"]`), guide.phrase("tracker.lost_day", { text }), true)
    }

    get changed() { return JSON.stringify(this.values) !== this.before }

    // What is wrong with all that was typed, by field.
    get troubles() {
      const { name, promise, today, values } = this
      switch (name) {
        case "promise": return { ...promiseTroubles({ ...promise, ...values }), ...(this.isNew && promise.start === "paper" ? repeatTroubles(values) : {}) }
        case "kept": return { kept: pastDayTrouble(values.kept, today) }
        case "makeup": return { ...sessionTroubles(values, promise, today), minutes: minutesTrouble(values.minutes, 1) }
        default: return {}
      }
    }

    // The words are those of the paper that was chosen.
    showSource() {
      for (const part of this.element.querySelectorAll("[data-source]")) part.hidden = part.dataset.source !== this.values.source
    }

    // Put a sentence below a field, or "".
    report(input, text, isWrong) {
      const place = this.part(`#${this.name}-${input.name}-state`)
      if (!place || place.textContent === text) return
      place.textContent = text
      place.toggleAttribute("data-wrong", isWrong)
      if (input.type !== "radio") input.setAttribute("aria-invalid", String(isWrong))
    }

    // While one types, only what is being typed is looked at, and only what cannot become right is told.
    typed(input) {
      if (input.name === "source") this.showSource()
      if (input.type !== "date") return this.report(input, "", false)
      const trouble = input.validity.badInput ? guide.days.trouble(input) : dayTrouble(input.value)
      if (trouble || !input.value) return this.report(input, trouble, Boolean(trouble))
      this.report(input, guide.phrase("dates.reading", { date: guide.formatDate(input.value, "full") }), false)
    }

    // Tell all that is wrong and go to the first of it; true if nothing is.
    check() {
      const { troubles } = this
      const asked = this.inputs.filter((input, n, all) => all.findIndex(({ name }) => name === input.name) === n)
      let first = null
      for (const input of asked) {
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
