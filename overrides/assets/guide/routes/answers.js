// The answers given so far, closed, each with a way to change it; they stand below each question and below the result.
//
// Used by helper.js. Template: overrides/partials/route-helper.html.
(() => {
  // So many answers stand in the closed row itself.
  const SHOWN = 2

  const { make, choicesOf, aboutInWords, drawFold } = guide.routes

  // An answer in words, with its days and what was counted.
  const inWords = (helper, key) => {
    const { dates = {}, counted, about } = helper.answers[key], { answers, counter } = helper.questionOf(key)
    const said = choicesOf(helper.answers[key]).map(name => answers[name].say).join(". ") || guide.phrase("route_helper.none_answer")
    const sum = counted === undefined ? []
      : [counter === "minutes" ? guide.phrase("route_helper.minutes", { count: counted }) : guide.phrase("route_helper.school_days", { count: counted })]
    return [said, ...sum, ...Object.values(dates).map(day => guide.formatDate(day)), ...about ? [aboutInWords(about)] : []].join(" · ")
  }

  const drawAnswer = (helper, key) => {
    const { ask } = helper.questionOf(key)
    const change = Object.assign(document.createElement("button"),
      { type: "button", className: "guide-link", textContent: guide.phrase("route_helper.change_answer_button") })
    change.dataset.change = key
    change.setAttribute("aria-label", guide.phrase("route_helper.change_answer_label", { question: ask }))
    return make("li", "", make("span", "asked", ask), make("span", "answered", inWords(helper, key)), change)
  }

  Object.assign(guide.routes, {
    answerInWords: inWords,

    // The answers of this path but the one that is asked again, or null where there is none.
    drawAnswers(helper, { question }) {
      const given = guide.routes.walk(helper.data, helper.answers).asked.filter(key => helper.answers[key] && key !== question)
      if (!given.length) return null
      const inside = guide.copy("guide-route-answers").firstElementChild
      inside.querySelector("ul").append(...given.map(key => drawAnswer(helper, key)))
      const part = drawFold(guide.phrase("route_helper.answers_title"), [given.length > SHOWN
        ? guide.phrase("route_helper.answers_count", { count: given.length }) : given.map(key => inWords(helper, key)).join(" · ")], inside)
      part.classList.add("guide-route__given")
      return part
    },
  })
})()
