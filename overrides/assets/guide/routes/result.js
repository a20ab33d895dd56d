// The result of the decision helper: what to do first, then the days, what refines it, the options, papers and people who help.
//
// Used by helper.js. The card: card.js. The days: running-limits.js. The options: options.js. Closed rows: rows.js.
// Templates: overrides/partials/route-helper.html.
(() => {
  const { inline, make, link, markOf, pageOf, limitOf, carefulWith, parted, wordsOf, drawPart, drawFold, drawSaid, drawCard, drawDates, drawRoutes } = guide.routes

  // A headline that is longer stands smaller.
  const LONG = 60

  const saidIn = lines => lines.map(({ say }) => say)
  const listOf = (lines, page) => make("ul", "", ...lines.map(html => make("li", "", inline(html, page))))

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
    heading.toggleAttribute("data-long", heading.textContent.length > LONG)
    // One sentence says why; the others stand closed below the card.
    const [first = "", ...others] = saidIn(because), [line, rest] = parted(first), more = rest ? [first, ...others] : others
    top.querySelector(".guide-route__because").append(...careful.map(sentence => make("p", "careful", sentence)),
      ...line ? [make("p", "", inline(line, page))] : [])
    const why = more.length ? [drawFold(guide.phrase("route_helper.why_title"), [wordsOf(rest || others[0])], ...more.map(html => make("p", "", inline(html, page))))] : []
    return [top, drawCard(helper, outcome, now), ...why]
  }

  // The first warning, and each with a number to call, is never closed.
  const drawWarnings = ({ warn, situation }) => {
    if (!warn.length) return []
    const page = pageOf(situation), all = saidIn(warn)
    const isFirst = (html, index) => !index || html.includes('href="tel:')
    const closed = all.filter((html, index) => !isFirst(html, index))
    return [drawPart(guide.phrase("route_helper.warn_title"), "warn", listOf(all.filter(isFirst), page),
      ...closed.length ? [drawFold(guide.phrase("route_helper.warn_more", { count: closed.length }), [], listOf(closed, page))] : [])]
  }

  // One question that refines the result, closed; it is drawn when it is opened.
  const drawAsk = (helper, key) => {
    const row = guide.copy("guide-route-ask").firstElementChild
    row.dataset.ask = key
    row.querySelector(".guide-route__title").textContent = helper.questionOf(key).ask
    guide.routes.showAsked(helper, row)
    return row
  }

  const drawHelp = (helper, { help, situation }) => {
    const lines = help.filter(({ name }) => helper.data.help[name]).map(({ name, source }) =>
      make("p", "", inline(helper.data.help[name]), ...source ? [markOf(source, pageOf(situation))] : []))
    if (!lines.length) return []
    const [first, ...others] = lines
    return [drawPart(guide.phrase("route_helper.help_title"), "help", first,
      ...others.length ? [drawFold(guide.phrase("route_helper.help_more", { count: others.length }), [], ...others)] : [])]
  }

  const drawPapers = (helper, { letters, plan, checklist }) => {
    const papers = [...letters.map(key => helper.data.letters[key]), plan, checklist].filter(Boolean)
    return papers.length ? [drawFold(guide.phrase("route_helper.papers_title"), [guide.phrase("route_helper.papers_count", { count: papers.length })],
      make("ul", "papers", ...papers.map(([title, href]) => make("li", "", link(href, title)))))] : []
  }

  // What few need, each in a closed row.
  const drawMore = (helper, outcome) => {
    const second = drawFold(guide.phrase("route_helper.second_title"), [], make("p", "", guide.phrase("route_helper.second_matter")))
    second.classList.add("guide-route__second")
    const { notes, find_out: find, situation } = outcome, answers = guide.routes.drawAnswers(helper, {})
    return [
      ...notes.map(({ title, say }) => drawSaid(title, "", say, helper.data.pages.notes)),
      ...find.length ? [drawFold(guide.phrase("route_helper.find_out_title"), [wordsOf(find[0].say)], listOf(saidIn(find), pageOf(situation)))] : [],
      ...drawPapers(helper, outcome),
      second,
      ...answers ? [answers] : [],
    ]
  }

  // What stands there already stays: to lay it out again would cost more than to compare it.
  const put = (place, elements) => {
    const isSame = elements.length === place.childNodes.length && elements.every((element, index) => element.isEqualNode(place.childNodes[index]))
    if (!isSame) place.replaceChildren(...elements)
  }

  // From the sheet back to the page of its situation, with the sources: each row of the code is a number, with a bit for each square.
  const drawCode = ({ data }, { situation }, root) => {
    const rows = data.situations[situation].code?.split(" ") || [], part = root.querySelector(".guide-route__scan")
    const squares = rows.flatMap((row, y) => [...BigInt(`0x${row}`).toString(2).padStart(rows.length, "0")]
      .flatMap((bit, x) => bit === "1" ? [`M${x} ${y}h1v1h-1z`] : []))
    part.hidden = !rows.length
    part.firstElementChild.setAttribute("viewBox", `0 0 ${rows.length || 1} ${rows.length || 1}`)
    part.querySelector("path").setAttribute("d", squares.join(""))
  }

  Object.assign(guide.routes, {
    put,

    // Beside a question of the result, its answer.
    showAsked(helper, row) {
      const { ask } = row.dataset
      row.querySelector(".guide-route__line").textContent = helper.answers[ask] ? guide.routes.answerInWords(helper, ask) : guide.phrase("route_helper.not_answered")
    },

    // The result with what stands on the first screen; fillResult adds the rest.
    drawResult(helper, outcome) {
      const root = guide.copy("guide-route-result").firstElementChild
      root.querySelector(".guide-route__now").append(...drawTop(helper, outcome, new Date()))
      return root
    },

    fillResult(helper, outcome, root) {
      const parts = {
        warn: drawWarnings(outcome),
        dates: drawDates(helper, outcome),
        routes: drawRoutes(helper, outcome),
        more: drawMore(helper, outcome),
        help: drawHelp(helper, outcome),
      }
      for (const [name, elements] of Object.entries(parts)) put(root.querySelector(`[data-part=${name}]`), elements)
      drawCode(helper, outcome, root)
      const asks = root.querySelector("[data-part=asks]")
      // Its rows stay while the result around them changes: the parent stands in one of them.
      const isSame = outcome.asks.join() === [...asks.querySelectorAll("[data-ask]")].map(({ dataset }) => dataset.ask).join()
      if (!isSame) asks.querySelector(".guide-route__asks").replaceChildren(...outcome.asks.map(key => drawAsk(helper, key)))
      asks.hidden = !outcome.asks.length
      root.querySelector(".guide-route__sources a").href = pageOf(outcome.situation)
    },
  })
})()
