// A form of the tracker: a promise, the day it was kept, what happened, a session.
//
// Each is a <template> of overrides/partials/tracker.html. What is wrong stands as a sentence below its field;
// nothing typed is lost, and nothing is taken over before all is right.
(() => {
  const { many, troubles, entryTroubles, dayTrouble } = guide.tracker
  const { is } = guide.days

  class TrackerForm {
    // `name` is the template's; `values` fill its fields by their names; `troubles` tells what is wrong with values, by field.
    constructor(name, values, troubles) {
      this.element = guide.copy(`guide-tracker-${name}`).firstElementChild
      this.troubles = troubles
      this.values = values
      this.before = JSON.stringify(this.values)
      for (const order of this.element.querySelectorAll(".guide-tracker__order")) order.textContent = `${guide.days.order}.`
      this.show()
    }

    // The form `name` for a promise: "promise", "kept", "missed" or "session".
    static of(name, promise, today, isNew) {
      const values = name === "kept" ? { kept: promise.kept || today }
        : name === "session" ? { day: today, minutes: promise.minutes, counts: "given" } : promise
      const wrong = {
        promise: values => troubles({ ...promise, ...values }),
        kept: ({ kept }) => ({ kept: !kept ? "Write the day." : dayTrouble(kept) || (kept > today ? "This day has not come yet." : "") }),
        missed: () => ({}),
        session: values => entryTroubles(values, promise, today),
      }
      const form = Object.assign(new TrackerForm(name, values, wrong[name]), { name, promise, isNew })
      if (name === "promise") form.drawPromise()
      return form
    }

    // What only a promise that is there already has: its number, its log, what became of it.
    drawPromise() {
      const { element, promise: { number, log }, isNew } = this
      element.querySelector("h3").textContent = isNew ? "A new promise" : `Promise ${number}`
      element.querySelector("[type=submit]").textContent = isNew ? "Add the promise" : "Change the promise"
      element.querySelector('[data-do="drop"]').hidden = element.querySelector(".guide-tracker__after").hidden = isNew
      const details = element.querySelector("details")
      details.hidden = !log.length
      details.querySelector("summary").textContent = `${many(log.length, "entry", "entries")} in the log`
      details.querySelector("ul").replaceChildren(...[...log].sort((a, b) => a.day < b.day ? 1 : -1).map(({ id, day, minutes, excused }) => {
        const line = guide.copy("guide-tracker-entry").firstElementChild
        const text = `${is(day) ? guide.formatDate(day, "short") : day}: ${minutes} minutes${excused ? " not due" : ""}`
        line.dataset.entry = id
        line.querySelector("span").textContent = text
        line.querySelector("button").setAttribute("aria-label", `Delete: ${text}`)
        return line
      }))
    }

    get inputs() { return [...this.element.querySelectorAll("[name]")] }

    get values() {
      const values = {}
      for (const input of this.inputs) {
        if (input.type === "radio") { if (input.checked) values[input.name] = input.value }
        else values[input.name] = input.value
      }
      return values
    }

    set values(values) {
      for (const input of this.inputs) {
        if (input.type === "radio") input.checked = input.value === values[input.name]
        else {
          input.value = values[input.name] ?? ""
          // A field for a date shows nothing of a kept day that is none.
          if (values[input.name] && !input.value) this.lost = { ...this.lost, [input.name]: values[input.name] }
        }
      }
    }

    // Go to the first field; of a kept promise that has something wrong, tell it.
    begin() {
      for (const [name, kept] of Object.entries(this.lost || {})) {
        this.say(this.element.querySelector(`[name="${name}"]`), `What was kept here is no day: ${kept}. Write it anew, or leave it empty.`, true)
      }
      this.inputs.find(({ type }) => type !== "radio").focus()
    }

    get changed() { return JSON.stringify(this.values) !== this.before }

    get kind() { return this.values.kind }

    // What is wrong with a field, in a sentence, or "".
    troubleOf(input, found) { return input.validity.badInput ? guide.days.trouble(input) : found[input.name] || "" }

    say(input, text, wrong) {
      const place = document.getElementById(`${input.id}-state`)
      if (!place || place.textContent === text) return
      place.textContent = text
      place.toggleAttribute("data-wrong", wrong)
      input.setAttribute("aria-invalid", String(wrong))
    }

    // Fit the form to its kind of promise.
    show() {
      if (!this.kind) return
      for (const part of this.element.querySelectorAll("[data-for]")) part.hidden = !part.dataset.for.split(" ").includes(this.kind)
    }

    // While one types, only what is being typed is looked at, and only what cannot become right is told.
    typed(input) {
      if (input.type === "radio") this.show()
      const wrong = input.type === "date" ? this.troubleOf(input, {}) || dayTrouble(input.value) : ""
      this.say(input, wrong || (input.type === "date" && input.value ? `That is ${guide.formatDate(input.value, "full")}.` : ""), Boolean(wrong))
    }

    // Tell all that is wrong and go to the first of it; true if nothing is.
    check() {
      const found = this.troubles(this.values)
      let first = null
      for (const input of this.inputs.filter(({ type }) => type !== "radio")) {
        const hidden = input.closest("[hidden]")
        const trouble = hidden ? "" : this.troubleOf(input, found)
        if (trouble || input.type !== "date") this.say(input, trouble, Boolean(trouble))
        if (trouble) first ||= input
      }
      first?.focus()
      return !first
    }
  }

  guide.TrackerForm = TrackerForm
})()
