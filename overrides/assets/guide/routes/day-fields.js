// The days that a parent may give with an answer: their fields, and what is wrong with one, as a question.
//
// Used by question.js and counters.js. Template: overrides/partials/route-helper.html.
(() => {
  const FIRST_YEAR = 1990, LAST_YEAR = 2100

  // What is asked about a day that cannot be right, or "". A day left open is none.
  const trouble = (input, mustBePast) => {
    const { value, validity } = input
    if (validity.badInput) return guide.phrase("route_helper.no_such_day")
    if (!value) return ""
    const [year] = value.split("-")
    if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return guide.phrase("route_helper.odd_year", { year: String(Number(year)) })
    if (!guide.days.is(value)) return guide.phrase("route_helper.no_such_day")
    return mustBePast && value > guide.today() ? guide.phrase("route_helper.day_to_come", { date: guide.formatDate(value) }) : ""
  }

  const drawField = ({ id, label, hint, mayBe, value = "" }) => {
    const part = guide.copy("guide-route-day").firstElementChild
    const input = part.querySelector("input")
    Object.assign(input, { id, value })
    input.dataset.mayBe = mayBe
    input.setAttribute("aria-describedby", `${id}-hint ${id}-read ${id}-trouble`)
    Object.assign(part.querySelector("label"), { htmlFor: id, textContent: label })
    Object.assign(part.querySelector(".guide-route__hint"), { id: `${id}-hint`, textContent: hint })
    part.querySelector(".guide-route__read").id = `${id}-read`
    part.querySelector(".guide-route__trouble").id = `${id}-trouble`
    return part
  }

  const inputsOf = part => [...part.querySelectorAll("input[type=date]")]

  // Say what is wrong beside a field, or with "" that nothing is.
  const say = (input, sentence) => {
    input.closest(".guide-route__day").querySelector(".guide-route__trouble").textContent = sentence
    if (sentence) input.setAttribute("aria-invalid", "true")
    else input.removeAttribute("aria-invalid")
  }

  Object.assign(guide.routes, {
    drawDayField: drawField,

    // Days that were given with any answer: they need not be typed twice.
    daysKnown: answers => Object.assign({}, ...Object.values(answers).map(({ dates }) => dates)),

    // The fields of some days of the data, each with the day that is known already.
    drawDays: (data, names, days, place) => names.map(name => {
      const { label, hint, may_be: mayBe } = data.dates[name]
      const part = drawField({ id: `route-${place}-${name}`, label, hint, mayBe, value: days[name] })
      part.querySelector("input").dataset.date = name
      return part
    }),

    // Beside a field its day in full, so that a slip is seen.
    readDay(input) {
      say(input, "")
      const line = input.closest(".guide-route__day").querySelector(".guide-route__read")
      line.textContent = input.value && !trouble(input, false) ? guide.formatDate(input.value, "full") : ""
    },

    // Ask about each day that cannot be right; true if all can be. The first one gets the focus.
    checkDays(part) {
      const wrong = inputsOf(part).filter(input => {
        const sentence = trouble(input, input.dataset.mayBe === "past")
        say(input, sentence)
        return sentence
      })
      wrong[0]?.focus()
      return !wrong.length
    },

    askAbout(input, sentence) {
      say(input, sentence)
      input.focus()
    },

    // The days in the fields, by key.
    daysOf: part => Object.fromEntries(inputsOf(part).filter(({ value, dataset }) => value && dataset.date).map(({ value, dataset }) => [dataset.date, value])),
  })
})()
