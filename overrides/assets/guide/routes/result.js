// The result of the decision helper: what to do first, then the days, what refines it, letters, routes and help.
//
// Used by helper.js. The card: card.js. The days: running-limits.js. Templates: overrides/partials/route-helper.html.
(() => {
  const { inline, make, link, markOf, pageOf, drawCard, drawDates, carefulWith, limitOf } = guide.routes

  const drawPart = (title, ...inside) => {
    const part = guide.copy("guide-route-part").firstElementChild
    part.querySelector("h3").textContent = title
    part.append(...inside)
    return part
  }
  const drawList = (title, rows, purpose) => {
    if (!rows.length) return []
    const part = drawPart(title, make("ul", purpose, ...rows.map(row => make("li", "", row))))
    part.classList.add(`guide-route__part--${purpose}`)
    return [part]
  }

  const lines = (all, page) => all.map(({ say }) => inline(say, page))

  // What stands on the first screen: the day if one runs, why, and the card.
  const drawTop = (helper, outcome, now) => {
    const { headline, because, situation, known } = outcome
    const page = pageOf(situation)
    const careful = [...new Set(headline.days.map(name => known.days[name] || limitOf(known, name).date)
      .filter(day => day >= known.today).map(carefulWith).filter(Boolean))]
    const top = guide.copy("guide-route-top").firstElementChild
    const heading = top.querySelector(".guide-route__heading")
    heading.id = "route-result"
    heading.append(inline(headline.say, page))
    top.querySelector(".guide-route__because").append(...because.map(({ say }) => make("p", "", inline(say, page))),
      ...careful.map(sentence => make("p", "careful", sentence)))
    top.querySelector(".guide-route__more").hidden = !outcome.asks.length
    return [top, drawCard(helper, outcome, now)]
  }

  const drawReasons = ({ plus, minus, does_not: doesNot }, page) => {
    const reasons = guide.copy("guide-route-reasons").firstElementChild
    for (const [purpose, all] of [["for", plus], ["against", minus]]) {
      reasons.querySelector(`.guide-route__${purpose}`).append(...lines(all, page).map(line => make("li", "", line)))
    }
    const not = reasons.querySelector(".guide-route__does-not")
    not.append(...lines(doesNot, page).flatMap(line => [" ", line]))
    return reasons
  }

  const drawRoute = (helper, route) => {
    const page = helper.data.pages.routes
    const row = guide.copy("guide-route-route").firstElementChild
    row.querySelector(".guide-route__route-title").textContent = route.title
    row.querySelector(".guide-route__what").append(inline(route.what, page))
    row.append(drawReasons(route, page), make("p", "read-more", link(route.href, guide.phrase("route_helper.read_more", { route: route.title }))))
    return row
  }

  const drawOther = (helper, { how, say, title, href, place, situation }) => {
    const row = document.createDocumentFragment()
    const words = make("span", "how", `${helper.data.how[how]}. `)
    row.append(make("span", "other-title", link(href, title)), words, inline(say, place === "routes" ? helper.data.pages.routes : pageOf(situation)))
    return row
  }

  // One question that refines the result, closed; it is drawn when it is opened.
  const drawAsk = (helper, key) => {
    const row = guide.copy("guide-route-ask").firstElementChild
    row.dataset.ask = key
    row.querySelector(".guide-route__ask").textContent = helper.questionOf(key).ask
    guide.routes.showAsked(helper, row)
    return row
  }

  const drawHelp = (helper, { help, situation }) => help.filter(({ name }) => helper.data.help[name]).map(({ name, source }) => {
    const words = document.createDocumentFragment()
    words.append(inline(helper.data.help[name]), ...source ? [markOf(source, pageOf(situation))] : [])
    return words
  })

  const drawPapers = ({ plan, checklist }) => [...plan ? [link(plan[1], plan[0])] : [], ...checklist ? [link(checklist[1], checklist[0])] : []]

  // The parts below the card by name, each a list of elements.
  const drawParts = (helper, outcome) => {
    const page = pageOf(outcome.situation), dates = drawDates(helper, outcome)
    return {
      warn: drawList(guide.phrase("route_helper.warn_title"), lines(outcome.warn, page), "warn"),
      dates: dates ? [dates] : [],
      letters: drawList(guide.phrase("route_helper.write_title"), outcome.letters.filter(key => helper.data.letters[key])
        .map(key => link(helper.data.letters[key][1], helper.data.letters[key][0])), "letters"),
      routes: outcome.routes.length ? [drawPart(outcome.routes.length > 1 ? guide.phrase("route_helper.two_routes_title") : guide.phrase("route_helper.route_title"),
        ...outcome.routes.map(route => drawRoute(helper, route)))] : [],
      others: drawList(guide.phrase("route_helper.others_title"), outcome.others
        .map(other => drawOther(helper, { ...other, situation: outcome.situation })), "others"),
      find: drawList(guide.phrase("route_helper.find_out_title"), lines(outcome.find_out, page), "find"),
      notes: outcome.notes.map(({ title, say }) => drawPart(title, make("p", "", inline(say, helper.data.pages.notes)))),
      help: [...drawList(guide.phrase("route_helper.help_title"), drawHelp(helper, outcome), "help"),
        ...drawList(guide.phrase("route_helper.papers_title"), drawPapers(outcome), "papers")],
    }
  }

  // What stands there already stays: to lay it out again would cost more than to compare it.
  const put = (place, elements) => {
    const isSame = elements.length === place.childNodes.length && elements.every((element, index) => element.isEqualNode(place.childNodes[index]))
    if (!isSame) place.replaceChildren(...elements)
  }

  Object.assign(guide.routes, {
    put,

    // Beside a question of the result, its answer.
    showAsked(helper, row) {
      const { ask } = row.dataset
      row.querySelector(".guide-route__asked-answer").textContent = helper.answers[ask] ? guide.routes.answerInWords(helper, ask) : guide.phrase("route_helper.not_answered")
    },

    // The result with what stands on the first screen; fillResult adds the rest.
    drawResult(helper, outcome) {
      const root = guide.copy("guide-route-result").firstElementChild
      root.querySelector(".guide-route__now").append(...drawTop(helper, outcome, new Date()))
      return root
    },

    fillResult(helper, outcome, root) {
      for (const [name, elements] of Object.entries(drawParts(helper, outcome))) put(root.querySelector(`[data-part=${name}]`), elements)
      const asks = root.querySelector("[data-part=asks]")
      // Its rows stay while the result around them changes: the parent stands in one of them.
      const isSame = outcome.asks.join() === [...asks.querySelectorAll("[data-ask]")].map(({ dataset }) => dataset.ask).join()
      if (!isSame) asks.querySelector(".guide-route__asks").replaceChildren(...outcome.asks.map(key => drawAsk(helper, key)))
      asks.hidden = !outcome.asks.length
      const answers = guide.routes.drawAnswers(helper, {})
      put(root.querySelector("[data-part=answers]"), answers ? [answers] : [])
      root.querySelector(".guide-route__sources a").href = pageOf(outcome.situation)
    },
  })
})()
