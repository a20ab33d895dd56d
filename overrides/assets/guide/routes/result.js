// The result of the decision helper: first step, the right route or two, letters, and why not the others.
//
// Used by helper.js. Time limits: running-limits.js. Templates: overrides/partials/route-helper.html.
(() => {
  const { copyOf, make } = guide.routes

  // A small number in words.
  const numberInWords = count => guide.phrase("route_helper.numbers").split(", ")[count - 1] ?? count

  // The page's own line begins with its label in bold, which is the heading here.
  const firstStep = result => {
    const copied = copyOf(result, ".guide-route__first")
    copied.querySelector("strong")?.remove()
    return copied
  }

  const drawPart = (title, ...inside) => {
    const part = guide.copy("guide-route-part")
    part.querySelector("h4").textContent = title
    part.firstElementChild.append(...inside)
    return part
  }

  // A list of the page under its title, or nothing where the result has none.
  const drawList = (title, root, selector) => {
    const rows = copyOf(root, selector)
    return rows.childNodes.length ? [drawPart(title, make("ul", "", rows))] : []
  }

  // A card of a route; the reasons come from the page's own list of routes.
  const drawCard = (key, label, result, { whyNot, isBest = false }) => {
    const source = document.querySelector(`[data-route="${key}"]`)
    const card = guide.copy("guide-route-card")
    const root = card.firstElementChild
    root.dataset.key = key
    if (isBest) root.dataset.best = ""
    root.querySelector(".guide-route__label").textContent = label
    const link = make("a", "", source.querySelector("h3").textContent)
    link.href = source.querySelector(".guide-route__more a").href
    root.querySelector("h4").append(link)
    const line = root.querySelector(".guide-route__why-not")
    if (whyNot) line.append(whyNot)
    else line.remove()
    const reasons = make("div", "reasons", copyOf(source, ".guide-route__reasons"))
    for (const heading of reasons.querySelectorAll("h4")) heading.replaceWith(make("p", "side", heading.textContent))
    // A reason that does not hold in this case would promise what the result denies.
    reasons.querySelector(`[data-not-in~="${result}"]`)?.remove()
    root.append(reasons)
    if (isBest) root.append(make("p", "does-not", copyOf(source, ".guide-route__does-not")))
    return card
  }

  const bestLabel = (index, count) => {
    if (count === 1) return guide.phrase("route_helper.best_label")
    return index ? guide.phrase("route_helper.second_of_two_label") : guide.phrase("route_helper.first_of_two_label")
  }

  const drawBest = (helper, { result, routes, notes }, source) => [
    ...routes.length > 1 ? [make("p", "two", copyOf(source, ".guide-route__together"))] : [],
    ...routes.map((key, index) => drawCard(key, bestLabel(index, routes.length), result, { isBest: true })),
    ...drawList(guide.phrase("route_helper.because_title"), source, ".guide-route__because"),
    ...notes.map(key => {
      const note = helper.all.querySelector(`[data-note="${key}"]`)
      return drawPart(note.querySelector("h3").textContent, make("p", "", copyOf(note, "p")))
    }),
    ...drawList(guide.phrase("route_helper.find_out_title"), source, ".guide-route__find-out"),
  ]

  // Draw where the answers lead, whole; `atOnce` before anything else is asked, with the way on.
  guide.routes.drawResult = (helper, { atOnce = false }) => {
    const { routes, answers, all } = helper
    const outcome = guide.routes.outcome(routes, answers, guide.today())
    const source = all.querySelector(`[data-result="${outcome.result}"]`)
    const drawn = guide.copy("guide-route-result")
    const root = drawn.firstElementChild
    const count = guide.routes.walk(routes, answers).asked.filter(key => answers[key]).length

    root.querySelector(".guide-route__place").append(atOnce ? guide.phrase("route_helper.place_urgent") : guide.phrase("route_helper.place_result"))
    root.querySelector(".guide-route__heading").append(copyOf(source, ".guide-route__title"))
    root.querySelector(".guide-route__comes span").append(guide.phrase("route_helper.comes_from", { count, number: numberInWords(count) }))
    if (outcome.urgent) {
      const urgent = all.querySelector(`[data-result="${outcome.urgent}"]`)
      root.querySelector(".guide-route__urgent").hidden = false
      root.querySelector(".guide-route__urgent p + p").append(make("strong", "", copyOf(urgent, ".guide-route__title")), " ", firstStep(urgent))
    }
    root.querySelector(".guide-route__today p").append(firstStep(source))
    root.querySelector(".guide-route__best").append(...drawBest(helper, outcome, source))
    if (atOnce) {
      const left = guide.routes.ahead(routes, answers)
      root.querySelector(".guide-route__on").hidden = false
      root.querySelector("[data-do=on]").append(guide.phrase("route_helper.on_button", { count: left, number: numberInWords(left) }))
    }
    // What stands below the first screen is most of the work: it comes when the answer is painted.
    requestAnimationFrame(() => setTimeout(() => drawRest(helper, outcome, source, root, atOnce)))
    return drawn
  }

  // Limits, letters, help, and why not the other routes.
  const drawRest = (helper, outcome, source, root, atOnce) => {
    guide.routes.drawLimits(helper, outcome, root)
    const notes = outcome.notes.map(key => helper.all.querySelector(`[data-note="${key}"]`))
    root.querySelector(".guide-route__write ul").append(...[source, ...notes].map(from => copyOf(from, ".guide-route__letters")))
    const first = root.querySelector(".guide-route__write a")
    // One filled button in one view: at once it is the way on.
    if (first && !atOnce) first.classList.add("guide-button")
    root.querySelector(".guide-route__write").hidden = !first

    root.querySelector(".guide-route__more-help").append(...drawList(guide.phrase("route_helper.papers_title"), source, ".guide-route__papers"),
      ...drawList(guide.phrase("route_helper.help_title"), source, ".guide-route__help"))
    root.querySelector(".guide-route__rest").append(make("h4", "others-title", guide.phrase("route_helper.others_title")))
    for (const row of source.querySelectorAll("[data-other]")) {
      root.querySelector(".guide-route__rest").append(drawCard(row.dataset.other, helper.routes.how[row.dataset.how], outcome.result,
        { whyNot: copyOf(row, ".guide-route__why-not") }))
    }
  }
})()
