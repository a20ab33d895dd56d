// The result of the decision helper: first step, the right route or two, limits with their sums, letters, and why not the others.
//
// Used by routes/helper.js, which is also where the words come from.
(() => {
  const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

  const element = (tag, ...parts) => {
    const made = document.createElement(tag)
    made.append(...parts)
    return made
  }

  const away = left => left < 0 ? "This day is past." : left === 0 ? "That is today." : `In ${left} day${left === 1 ? "" : "s"}.`

  // A card of a route; the reasons come from the page's own list of routes.
  const card = (helper, key, label, why, best, result) => {
    const source = document.querySelector(`[data-route="${key}"]`)
    const part = guide.copy("guide-route-card")
    const root = part.firstElementChild
    root.dataset.key = key
    if (best) root.dataset.best = ""
    root.querySelector(".guide-route__label").textContent = label
    const link = element("a", source.querySelector("h3").textContent)
    link.href = source.querySelector(".guide-route__more a").href
    root.querySelector("h4").append(link)
    const line = root.querySelector(".guide-route__why-not")
    if (why) line.append(why)
    else line.remove()
    const reasons = element("div", helper.words(".guide-route__reasons", source))
    reasons.className = "guide-route__reasons"
    for (const heading of reasons.querySelectorAll("h4")) heading.replaceWith(Object.assign(element("p", heading.textContent), { className: "guide-route__side" }))
    // A reason that does not hold in this case would promise what the result denies.
    reasons.querySelector(`[data-not-in~="${result}"]`)?.remove()
    root.append(reasons)
    if (best) root.append(Object.assign(element("p", helper.words(".guide-route__does-not", source)), { className: "guide-route__does-not" }))
    return part
  }

  // A limit with its sum: "October 14, 2026 + 180 calendar days = April 12, 2027, a Monday."
  const limitRow = (helper, limit) => {
    const { key, rule, date, left, state } = limit
    const words = helper.words(`[data-limit="${key}"] .guide-route__title`)
    const row = element("li", Object.assign(element("strong", words), { className: "guide-route__limit-name" }),
      Object.assign(element("span", date ? guide.formatDate(date) : rule.length), { className: "guide-route__limit-day" }))
    row.dataset.state = state
    row.dataset.limit = key
    if (date) {
      row.append(element("p", `${guide.limits.brief(limit)} ${away(left)}`
        + (guide.days.isWeekend(date) && left >= 0 ? " It is on a weekend, so be done on the work day before." : "")))
    }
    row.append(element("p", `${rule.owner}. `, helper.words(`[data-limit="${key}"] .guide-route__say`)))
    return row
  }

  const changeRow = (helper, { key, day, left }) => {
    const row = element("li", Object.assign(element("strong", helper.words(`[data-limit="${key}"] .guide-route__title`)), { className: "guide-route__limit-name" }),
      Object.assign(element("span", guide.formatDate(day)), { className: "guide-route__limit-day" }))
    row.dataset.limit = key
    row.append(element("p", `${guide.formatDate(day, "full")}. `, ...(left < 0 ? ["This day is past. Ask a lawyer today what you can still do."]
      : [`${away(left)} `, helper.words(`[data-limit="${key}"] .guide-route__say`)])))
    return row
  }

  const drawLimits = (helper, found, root) => {
    const part = root.querySelector(".guide-route__limits-card")
    const rows = [...found.changes.map(change => changeRow(helper, change)),
      ...found.limits.slice().sort((a, b) => (a.date || "9") < (b.date || "9") ? -1 : 1).map(limit => limitRow(helper, limit))]
    part.hidden = !rows.length
    part.querySelector("ul").append(...rows)
    const dated = found.limits.some(({ date }) => date)
    part.querySelector("h4").textContent = dated || found.changes.length ? "Limits that are running" : "Limits that may be running"
    part.querySelector(".guide-route__counted").textContent = dated
      ? "Counted from the day you gave. Send early: a complaint counts on the day it comes in."
      : found.changes.length ? "" : "You gave no day to count from. Find the day, and count."
    part.querySelector("[data-do=calendar]").hidden = !found.limits.some(({ date, state }) => date && state !== "past")
  }

  const part = (title, ...inside) => {
    const made = guide.copy("guide-route-part")
    made.querySelector("h4").textContent = title
    made.firstElementChild.append(...inside)
    return made
  }

  const list = (helper, selector, root) => {
    const words = helper.words(selector, root)
    return words.childNodes.length ? element("ul", words) : null
  }

  guide.drawRoute = (helper, { atOnce = false } = {}) => {
    const { routes, answers } = helper
    const found = guide.routes.outcome(routes, answers, helper.today)
    const source = helper.all.querySelector(`[data-result="${found.result}"]`)
    const made = guide.copy("guide-route-result")
    const root = made.firstElementChild
    const place = (selector, ...inside) => root.querySelector(selector).append(...inside)
    const count = Object.keys(answers).filter(key => guide.routes.walk(routes, answers).asked.includes(key)).length

    place(".guide-route__place", `Which route? ${atOnce ? "Act today" : "Your result"}`)
    place(".guide-route__heading", helper.words(".guide-route__title", source))
    place(".guide-route__comes span", `This comes from your ${count === 1 ? "answer" : `${NUMBERS[count] || count} answers`}. It is no promise, and you decide.`)
    if (found.urgent) {
      const urgent = helper.all.querySelector(`[data-result="${found.urgent}"]`)
      root.querySelector(".guide-route__urgent").hidden = false
      place(".guide-route__urgent p + p", element("strong", helper.words(".guide-route__title", urgent)), " ", withoutLabel(helper.words(".guide-route__first", urgent)))
    }
    place(".guide-route__today p", withoutLabel(helper.words(".guide-route__first", source)))

    const both = found.routes.length > 1
    if (both) place(".guide-route__best", Object.assign(element("p", helper.words(".guide-route__together", source)), { className: "guide-route__two" }))
    for (const [index, key] of found.routes.entries()) {
      place(".guide-route__best", card(helper, key, both ? `${index ? "And at the same time" : "First of two that go together"}` : "Fits your answers best", null, true, found.result))
    }
    const why = list(helper, ".guide-route__because", source)
    if (why) place(".guide-route__best", part("Why", why))
    for (const key of found.notes) {
      const note = helper.all.querySelector(`[data-note="${key}"]`)
      place(".guide-route__best", part(note.querySelector("h3").textContent, element("p", helper.words("p", note))))
    }
    const open = list(helper, ".guide-route__find-out", source)
    if (open) place(".guide-route__best", part("It depends on this. Find out", open))

    root.querySelector(".guide-route__on").hidden = !atOnce
    const left = guide.routes.ahead(routes, answers)
    root.querySelector("[data-do=on]").textContent = `Go on: ${left > 1 ? `up to ${NUMBERS[left] || left} more questions` : "one more question"}`
    // What stands below the first screen is most of the work: it comes when the answer is painted.
    requestAnimationFrame(() => setTimeout(() => drawRest(helper, found, source, root, atOnce)))
    return made
  }

  // Limits, letters, help, and why not the other routes.
  const drawRest = (helper, found, source, root, atOnce) => {
    const place = (selector, ...inside) => root.querySelector(selector).append(...inside)
    drawLimits(helper, found, root)
    const letters = [source, ...found.notes.map(key => helper.all.querySelector(`[data-note="${key}"]`))]
      .map(from => helper.words(".guide-route__letters", from))
    place(".guide-route__write ul", ...letters)
    const first = root.querySelector(".guide-route__write a")
    // One filled button in one view: at once it is the way on.
    if (first && !atOnce) first.classList.add("guide-button")
    root.querySelector(".guide-route__write").hidden = !first

    const papers = list(helper, ".guide-route__papers", source)
    if (papers) place(".guide-route__more-help", part("Checklist and plan", papers))
    place(".guide-route__more-help", part("Who can help for free", list(helper, ".guide-route__help", source)))
    place(".guide-route__rest", Object.assign(element("h4", "The other routes, and why not now"), { className: "guide-route__others-title" }))
    for (const row of source.querySelectorAll("[data-other]")) {
      place(".guide-route__rest", card(helper, row.dataset.other, helper.routes.how[row.dataset.how], helper.words(".guide-route__why-not", row), false, found.result))
    }
  }

  // The page's own line begins with "First step, today:" in bold, which is the heading here.
  const withoutLabel = words => {
    words.querySelector("strong")?.remove()
    return words
  }
})()
