// One question of the decision helper as a form: why it is asked, its choices, and the day that a choice asks for.
//
// Used by helper.js. Templates: overrides/partials/route-helper.html.
(() => {
  const { copyOf, answerText } = guide.routes

  // "Which route? Question 3 of up to 7". A question that is asked again keeps its place.
  const placeOf = (helper, key) => {
    const { asked } = guide.routes.walk(helper.routes, helper.answers)
    const number = (asked.includes(key) ? asked.indexOf(key) : asked.length - 1) + 1
    const left = guide.routes.ahead(helper.routes, helper.answers)
    const total = left ? asked.length - 1 + left : asked.length
    return left > 1 ? guide.phrase("route_helper.place_up_to", { number, total }) : guide.phrase("route_helper.place", { number, total })
  }

  const drawDate = (helper, name, isOpen, day = "") => {
    const part = guide.copy("guide-route-date")
    const { label, hint } = helper.routes.dates[name]
    const input = part.querySelector("input")
    const ids = [`route-day-${name}`, `route-hint-${name}`, `route-trouble-${name}`]
    input.id = ids[0]
    input.value = day
    input.dataset.date = name
    input.setAttribute("aria-describedby", `${ids[1]} ${ids[2]}`)
    Object.assign(part.querySelector("label"), { htmlFor: ids[0], textContent: label })
    Object.assign(part.querySelector(".guide-route__hint"), { id: ids[1], textContent: `${guide.days.order}. ${hint}` })
    part.querySelector(".guide-route__trouble").id = ids[2]
    part.firstElementChild.hidden = !isOpen
    return part
  }

  const drawChoice = (helper, key, name) => {
    const question = helper.questionOf(key), given = helper.answers[key]
    const row = guide.copy("guide-route-choice")
    const input = row.querySelector("input")
    Object.assign(input, { type: question.many ? "checkbox" : "radio", name: "route-choice", value: name,
      checked: question.many ? Boolean(given?.choices?.includes(name)) : given?.choice === name })
    row.querySelector("span").textContent = answerText(helper.all, key, name)
    const { date } = question.answers[name]
    if (date) row.firstElementChild.append(drawDate(helper, date, input.checked, given?.date))
    return row
  }

  guide.routes.drawQuestion = (helper, key) => {
    const form = guide.copy("guide-route-question")
    const { many, answers } = helper.questionOf(key)
    form.querySelector(".guide-route__place").textContent = placeOf(helper, key)
    const heading = form.querySelector(".guide-route__heading")
    heading.id = "guide-route-heading"
    heading.append(copyOf(helper.all, `[data-question="${key}"] .guide-route__ask`))
    const reason = form.querySelector(".guide-route__reason")
    reason.id = "guide-route-reason"
    reason.append(copyOf(helper.all, `[data-question="${key}"] .guide-route__why`))
    const trouble = form.querySelector(".guide-route__trouble")
    trouble.id = "guide-route-trouble"
    const choices = form.querySelector(".guide-route__choices")
    choices.setAttribute("role", many ? "group" : "radiogroup")
    choices.setAttribute("aria-labelledby", heading.id)
    choices.setAttribute("aria-describedby", `${reason.id} ${trouble.id}`)
    choices.append(...Object.keys(answers).map(name => drawChoice(helper, key, name)))
    if (many) form.querySelector(".guide-button").textContent = guide.phrase("route_helper.result_button")
    form.querySelector("[data-do=back]").hidden = helper.viewIndex === 0
    return form
  }
})()
