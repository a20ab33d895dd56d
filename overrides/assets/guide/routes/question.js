// One question of the decision helper as a form: its answers, each a row to tap, or boxes where several may be chosen; then
// the days that an answer asks for, or a counter.
//
// Used by helper.js, on a screen of its own and in place on the result. Templates: overrides/partials/route-helper.html.
(() => {
  const { inline, make, choicesOf, drawDays, counters } = guide.routes

  /**
   * How far a question is: without a stage its answers stand there; then the days of the choices, or a counter.
   * @typedef {{ choices?: string[], counts?: boolean }} Stage
   */

  const words = ({ say, more }) => {
    const part = make("span", "words", make("span", "say", say))
    if (more) part.append(make("span", "more", more))
    return part
  }

  // In the first question an answer that leads elsewhere than "unsure" can't wait.
  const isUrgent = (helper, key, name) => {
    const { answers } = helper.questionOf(key)
    return key === helper.firstQuestion && answers.unsure && answers[name].next !== answers.unsure.next
  }

  const drawRow = (helper, key, name) => {
    const { many, answers } = helper.questionOf(key)
    const chosen = choicesOf(helper.answers[key]).includes(name)
    const row = guide.copy(many ? "guide-route-box" : "guide-route-row").firstElementChild
    row.append(words(answers[name]))
    if (isUrgent(helper, key, name)) row.dataset.urgent = ""
    if (many) Object.assign(row.querySelector("input"), { value: name, checked: chosen })
    else {
      row.dataset.choice = name
      if (chosen) row.setAttribute("aria-current", "true")
    }
    return row
  }

  const drawRows = (helper, form, key) => {
    const { many, counter, answers } = helper.questionOf(key)
    const list = form.querySelector(".guide-route__choices")
    if (counter === "removals") {
      const row = guide.copy("guide-route-row").firstElementChild
      row.append(words({ say: guide.phrase("route_helper.count_row"), more: guide.phrase("route_helper.count_row_more") }))
      row.dataset.do = "count"
      list.append(row)
    }
    list.append(...Object.keys(answers).map(name => drawRow(helper, key, name)))
    form.querySelector("[type=submit]").hidden = !many
  }

  // The days of the chosen answers, each once.
  const drawDayStage = (helper, form, key, choices) => {
    const { answers } = helper.questionOf(key)
    const names = [...new Set(choices.flatMap(name => answers[name].dates || []))]
    form.querySelector(".guide-route__chosen").textContent = choices.map(name => answers[name].say).join(". ")
    form.querySelector(".guide-route__choices").append(...drawDays(helper.data, names, guide.routes.daysKnown(helper.answers), key))
    guide.routes.drawAbout(helper, form, names)
    form.querySelector("[data-do=skip]").hidden = false
  }

  const drawCounter = (helper, form, key, [choice]) => {
    const { counter } = helper.questionOf(key)
    counters[counter].draw(helper, form, key, choice)
    form.querySelector(".guide-route__sum").textContent = counters[counter].sum(form)
  }

  Object.assign(guide.routes, {
    // What follows a choice on the same question, or null where it is the whole answer.
    stageAfter(question, choices) {
      if (question.counter === "minutes" && !choices.includes("unsure")) return { choices, counts: true }
      return choices.some(name => question.answers[name].dates?.length) ? { choices } : null
    },

    /**
     * @param {object} helper
     * @param {string} key
     * @param {{ stage?: Stage, inPlace?: boolean }} where  `inPlace`: below a heading of its own
     * @returns {HTMLFormElement}
     */
    drawQuestion(helper, key, { stage, inPlace = false }) {
      const form = guide.copy("guide-route-question").firstElementChild
      const { ask, why, many } = helper.questionOf(key)
      form.dataset.question = key
      form.stage = stage
      const heading = form.querySelector(".guide-route__heading")
      const id = `route-${inPlace ? "ask" : "question"}-${key}`
      Object.assign(heading, { id, textContent: ask })
      if (inPlace) heading.hidden = true
      const reason = form.querySelector(".guide-route__reason")
      reason.id = `${id}-why`
      if (why && !stage) reason.append(inline(why))
      const choices = form.querySelector(".guide-route__choices")
      choices.setAttribute("aria-labelledby", id)
      choices.setAttribute("aria-describedby", reason.id)
      if (many && !stage) reason.append(make("span", "many", guide.phrase("route_helper.several")))
      if (!stage) drawRows(helper, form, key)
      else if (stage.counts) drawCounter(helper, form, key, stage.choices || [])
      else drawDayStage(helper, form, key, stage.choices)
      return form
    },

    // What the form says, or null where it asks about something first.
    readQuestion(helper, form) {
      const { question: key } = form.dataset, { stage } = form
      const question = helper.questionOf(key)
      form.querySelector(".guide-route__form-trouble").textContent = ""
      if (!stage) return { choices: [...form.querySelectorAll("[name=route-choice]:checked")].map(({ value }) => value) }
      if (stage.counts) return counters[question.counter].read(helper, form, key, stage.choices?.[0])
      if (!guide.routes.checkDays(form)) return null
      const dates = guide.routes.daysOf(form)
      if (!Object.keys(dates).length) {
        guide.routes.askAbout(form.querySelector("input[type=date]"), guide.phrase("route_helper.which_day"))
        return null
      }
      return { ...guide.routes.given(question, stage.choices), dates }
    },

    // Choices as an answer keeps them.
    given: ({ many }, choices) => many ? { choices } : { choice: choices[0] },
  })
})()
