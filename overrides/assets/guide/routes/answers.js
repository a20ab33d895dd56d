// The answers given so far, each with a way to change it; they stand below each question and below the result.
//
// Used by helper.js. Template: overrides/partials/route-helper.html.
(() => {
  const { make, ask, answerText } = guide.routes

  const drawAnswer = (helper, key) => {
    const { choice, choices = [choice], date } = helper.answers[key]
    const question = ask(helper.all, key)
    const answer = choices.map(name => answerText(helper.all, key, name)).join(". ") || guide.phrase("route_helper.none_answer")
    const change = Object.assign(document.createElement("button"),
      { type: "button", className: "guide-link", textContent: guide.phrase("route_helper.change_answer_button") })
    change.dataset.change = key
    change.setAttribute("aria-label", guide.phrase("route_helper.change_answer_label", { question }))
    return make("li", "", make("span", "asked", question), ` ${answer}${date ? `: ${guide.formatDate(date)}` : ""}. `, change)
  }

  // The answers of this path but the one that is asked again, or null where there is none.
  guide.routes.drawAnswers = (helper, { question }) => {
    const { asked } = guide.routes.walk(helper.routes, helper.answers)
    const given = asked.filter(key => helper.answers[key] && key !== question)
    if (!given.length) return null
    const part = guide.copy("guide-route-answers")
    part.querySelector("ul").append(...given.map(key => drawAnswer(helper, key)))
    if (question) return part
    part.querySelector("h4").textContent = guide.phrase("route_helper.all_answers_title")
    // The result has that button among its own.
    part.querySelector(".guide-route__ways").remove()
    return part
  }
})()
