// The form of a log: the minutes of a week, or of a session of so many in all, and what became of the rest.
(() => {
  const { choicesOf, dayText, logTroubles, nameOf, restOf, valuesOfWeek, weekToAsk, whole } = guide.tracker

  class TrackerLogForm extends guide.TrackerForm {
    draw() {
      const { promise, today } = this
      for (const part of this.element.querySelectorAll("[data-for]")) part.hidden = part.dataset.for !== promise.kind
      this.part("select").append(...this.weeks.map(({ first, last, isLogged }) => {
        const span = guide.phrase("tracker.week_span", { from: dayText(first, today), until: dayText(last, today) })
        return new Option(isLogged ? guide.phrase("tracker.week_logged", { span }) : span, first)
      }))
      this.drawChoices(weekToAsk(this.weeks))
    }

    get firstValues() { return { day: this.today, ...valuesOfWeek(weekToAsk(this.weeks)) } }

    get values() { return super.values }

    set values(values) {
      // Minutes that are no choice are other ones.
      const isOther = values.given && !this.part(`#log-given-${CSS.escape(values.given)}`)
      super.values = isOther ? { ...values, given: "other", minutes: values.given } : values
      this.show()
    }

    get rest() { return restOf(this.promise, this.values, this.weeks) }

    get troubles() { return logTroubles(this.values, this.promise, this.today, this.rest) }

    // The minutes to choose from, by the week.
    drawChoices(week) {
      const { promise } = this
      const due = week?.whole ?? whole(promise.minutes)
      this.title.textContent = nameOf(promise)
      this.part(".guide-tracker__due").textContent = guide.phrase("tracker.log_due", { count: due })
      const choices = [...choicesOf(promise, due).map(count => [String(count), String(count)]), ["other", guide.phrase("tracker.other_minutes")]]
      this.part(".guide-tracker__given").replaceChildren(...choices.map(([value, text]) => {
        const choice = guide.copy("guide-tracker-choice").firstElementChild
        const [input, label] = choice.children
        Object.assign(input, { id: `log-given-${value}`, value })
        label.htmlFor = input.id
        label.textContent = text
        return choice
      }))
    }

    // Ask of a log only what follows from what was chosen.
    show() {
      const { given, minutes } = this.values
      const { rest } = this
      const isKnown = given && (given !== "other" || whole(minutes) >= 0)
      this.part('[data-if="other"]').hidden = given !== "other"
      this.part('[data-if="less"]').hidden = !isKnown || rest <= 0
      this.part('[data-if="less"] legend').textContent = guide.phrase("tracker.why_question", { count: rest })
      this.part('[data-if="out"]').hidden = this.values.why !== "out"
      this.part('[data-if="unknown"]').hidden = this.values.why !== "unknown"
    }

    // Another week was chosen.
    showWeek(first) {
      const week = this.weeks.find(one => one.first === first)
      this.drawChoices(week)
      this.values = { ...this.values, given: "", why: "", minutes: "", how: "", ...valuesOfWeek(week), week: first }
    }

    typed(input) {
      if (input.name === "week") this.showWeek(input.value)
      // Nothing follows from how the parent knows.
      if (input.name !== "how") this.show()
      super.typed(input)
    }
  }

  guide.TrackerLogForm = TrackerLogForm
})()
