// What the screens of a review show: a point as a card, and the list that the answers make. Used by review/task.js.
(() => {
  // The groups of the list, those that are open at first, and which points stand in each.
  const GROUPS = [
    [true, count => guide.phrase("review.gives_up", { count }), (point, answer) => answer === "no" && point.dataset.gives],
    [true, count => guide.phrase("review.lacking", { count }), (point, answer) => answer === "no" && !point.dataset.gives],
    [true, count => guide.phrase("review.unsure", { count }), (point, answer) => answer === "ask"],
    [false, count => guide.phrase("review.said", { count }), (point, answer) => answer === "yes"],
    [false, count => guide.phrase("review.other", { count }), point => point.dataset.state === "not-needed"],
    [false, count => guide.phrase("review.before", { count }), (point, answer) => point.dataset.state === "done" && !answer],
    [false, count => guide.phrase("review.open", { count }), point => !point.dataset.state],
  ]

  const said = (point, name) => [...point.querySelectorAll(`[data-say="${name}"]`)]

  const titleOf = point => said(point, "order")[0].textContent

  // A copy of words of the page: its ids stay there, and a link opens beside the task.
  const copyOf = element => {
    const copy = element.cloneNode(true)
    for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id")
    for (const link of copy.querySelectorAll('a:not([href^="#"], [href^="tel:"])')) link.target = "_blank"
    return copy
  }

  const questionOf = point => {
    const ask = said(point, "ask")[0].cloneNode(true)
    ask.querySelector('[data-say="label"]').remove()
    return ask.textContent.trim()
  }

  const put = (place, parts) => {
    place.replaceChildren(...parts.map(copyOf))
    place.hidden = !parts.length
  }

  const fillCard = (card, point, answer) => {
    const [strips, others] = card.querySelectorAll(".guide-review__strips")
    const words = [said(point, "weak"), said(point, "better")]
    const more = said(point, "more")
    // A source that was opened in place belongs to the point before (shared/marks.js).
    card.querySelector(".guide-here")?.remove()
    card.querySelector("h2").textContent = titleOf(point)
    put(card.querySelector(".guide-review__reason"), said(point, "why"))
    put(strips, words.flatMap(([first]) => first || []))
    const rest = card.querySelector(".guide-review__rest")
    rest.open = false
    put(rest.querySelector("p"), more)
    put(others, words[0].flatMap((weak, n) => n ? [weak, words[1][n]].filter(Boolean) : []))
    rest.hidden = !more.length && others.hidden
    card.querySelector(".guide-review__room p").textContent = questionOf(point)
    for (const button of card.querySelectorAll("[data-answer]")) {
      const isGiven = button.dataset.answer === (answer || point.dataset.state)
      button.setAttribute("aria-pressed", String(isGiven))
    }
    card.querySelector('[data-do="next"]').hidden = !point.dataset.state
  }

  const rowOf = (point, n) => {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "guide-review__row", textContent: titleOf(point) })
    button.dataset.point = n
    const row = document.createElement("li")
    row.append(button)
    return row
  }

  const groupOf = (review, [open, name, holds]) => {
    const rows = review.points.flatMap((point, n) => holds(point, review.answer(point)) ? [rowOf(point, n)] : [])
    const group = guide.copy("guide-review-group").firstElementChild
    // Where nothing is answered, what is open is all there is.
    group.open = open || rows.length === review.points.length
    group.querySelector("strong").textContent = name(rows.length)
    group.querySelector("ul").append(...rows)
    group.hidden = !rows.length
    return group
  }

  const fillFound = (review, task) => {
    task.querySelector(".guide-review__groups").replaceChildren(...GROUPS.map(group => groupOf(review, group)))
    const points = [["no", "up"], ["no"], ["ask"]].flatMap(([answer, gives]) => review.points
      .filter(point => review.answer(point) === answer && (answer === "ask" || point.dataset.gives === gives)))
    // Those on the words of a draft that was pasted stand below those on points.
    const open = [...points.map(questionOf), ...review.moreQuestions ?? []]
    const button = task.querySelector('.guide-review__found [data-do="questions"]')
    button.textContent = guide.phrase("review.questions_button", { count: open.length })
    button.hidden = !open.length
    task.querySelector(".guide-review__list").replaceChildren(...open.map(textContent => Object.assign(document.createElement("li"), { textContent })))
  }

  guide.reviewViews = { fillCard, fillFound, titleOf }
})()
