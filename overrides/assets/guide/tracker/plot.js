// The plot of a service: a bar for each week, the sum below in words, and the same numbers as a table.
//
// Outline: minutes due. Filled: given. Dashed: not logged, and so not counted. A base line alone: nothing was due.
(() => {
  const { amount, dayText, nameOf, sourceOf, sum } = guide.tracker
  const SHOWN_WEEKS = 8

  const WHY = {
    nobody: guide.phrase("tracker.why_nobody"),
    out: guide.phrase("tracker.why_out"),
    closed: guide.phrase("tracker.why_closed"),
    unknown: guide.phrase("tracker.why_unknown"),
  }

  /** @returns {"off" | "unlogged" | "none" | "given"} how a week is drawn */
  const lookOf = ({ due, given, isLogged }) => {
    if (!due && !given) return "off"
    if (!isLogged) return "unlogged"
    return given ? "given" : "none"
  }

  const MARK = {
    off: ({ sessions }) => sessions.some(({ why }) => why === "out") ? guide.phrase("tracker.mark_out") : guide.phrase("tracker.mark_off"),
    unlogged: () => "?",
    none: ({ madeUp }) => madeUp ? "" : "0",
    given: () => "",
  }

  const percent = (part, all) => `${all ? Math.min(100, 100 * part / all) : 100}%`

  const setAll = (element, values) => { for (const [name, value] of Object.entries(values)) element.setAttribute(name, value) }

  const madeUpOf = ({ due, given, madeUp }) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", "rect")
    setAll(made, { width: "100%", height: percent(madeUp, due), y: `${100 - parseFloat(percent(given + madeUp, due))}%`, "data-made-up": "" })
    return made
  }

  const barOf = week => {
    const bar = guide.copy("guide-tracker-week").firstElementChild
    const look = lookOf(week)
    const share = percent(week.given, week.due)
    bar.dataset.look = look
    if (look === "given") setAll(bar.querySelector("rect"), { height: share, y: `${100 - parseFloat(share)}%` })
    // What was made up of a week stands on top of what was given in it.
    if (week.madeUp) bar.querySelector("svg").append(madeUpOf(week))
    bar.querySelector("b").textContent = MARK[look](week)
    bar.querySelector("small").textContent = `${Number(week.first.slice(5, 7))}/${Number(week.first.slice(8))}`
    return bar
  }

  const totalBar = ({ given, all }) => {
    const bar = guide.copy("guide-tracker-week").firstElementChild
    bar.dataset.look = "total"
    setAll(bar.querySelector("rect"), { width: percent(given, all) })
    return bar
  }

  // ---------- The table

  const text = value => typeof value === "string" ? value : ""

  // Whether a week counts, and what the parent said of it.
  const noteOf = week => {
    const look = lookOf(week)
    const off = week.breaks.map(name => name ? guide.phrase("tracker.break_named", { name }) : guide.phrase("tracker.break_unnamed"))
    const made = week.madeUp ? [guide.phrase("tracker.week_made_up", { count: week.madeUp })] : []
    const said = [...week.sessions.flatMap(({ why, how }) => [WHY[why], text(how)]).filter(Boolean), ...made, ...off]
    if (look === "unlogged") said.unshift(guide.phrase("tracker.week_unlogged"))
    else if (!week.isOver) said.unshift(guide.phrase("tracker.week_open"))
    return [...new Set(said)].join(". ")
  }

  const cellsOf = (week, today) => [
    guide.phrase("tracker.week_span", { from: dayText(week.first, today), until: dayText(week.last, today) }),
    week.due, lookOf(week) === "unlogged" ? "" : week.given, noteOf(week),
  ]

  /**
   * @param {ShownPromise} shown a service by the week
   * @param {string} today
   * @returns {HTMLElement} its weeks as a table
   */
  const weekTable = ({ promise, seen }, today) => {
    const table = guide.copy("guide-tracker-weeks").firstElementChild
    table.querySelector("caption").textContent = nameOf(promise)
    table.querySelector("tbody").append(...seen.counted.weeks.map(week => {
      const row = document.createElement("tr")
      row.append(...cellsOf(week, today).map(textContent => Object.assign(document.createElement("td"), { textContent })))
      return row
    }))
    return table
  }

  // ---------- The card

  const spanText = (promise, amountText, today) => {
    const { until } = promise
    const span = until ? guide.phrase("tracker.amount_until", { amount: amountText, day: dayText(until, today) }) : amountText
    return sourceOf(promise) === "iep" ? guide.phrase("tracker.amount_iep", { amount: span }) : span
  }

  /**
   * Fill in the card of a service.
   * @param {HTMLElement} card
   * @param {ShownPromise} shown
   * @param {string} today
   */
  const drawPlot = (card, { promise, seen }, today) => {
    const { counted, begun, state } = seen
    const part = name => card.querySelector(`.guide-tracker__${name}`)
    const { ended, strong, where, more } = sum(promise, counted, today)
    const weeks = counted.weeks.filter(week => week.agreed || week.sessions.length)
    const hidden = Math.max(0, weeks.length - SHOWN_WEEKS)
    part("name").textContent = nameOf(promise)
    part("amount").textContent = spanText(promise, amount(promise), today)
    part("bars").replaceChildren(...promise.kind === "total" ? [totalBar(counted)] : weeks.map(barOf))
    part("bars").querySelectorAll(":scope > *").forEach((bar, n) => { bar.hidden = n < hidden })
    card.querySelector('[data-do="older"]').hidden = !hidden
    card.querySelector('[data-do="older"]').textContent = guide.phrase("tracker.older_weeks", { count: hidden })
    part("key").hidden = promise.kind === "total" || !weeks.length
    part("key").querySelector('[data-look="made"]').hidden = !counted.madeUp
    for (const [name, words] of Object.entries({ ended, strong, where: begun ? where : "" })) card.querySelector(`[data-sum="${name}"]`).textContent = words
    card.querySelector('[data-sum="strong"]').textContent = begun ? strong : seen.label
    part("rest").textContent = begun ? more : ""
    part("numbers").replaceChildren(...weeks.length ? [weekTable({ promise, seen }, today)] : [])
    card.querySelector('[data-act="log"]').hidden = !begun
    card.querySelector('[data-act="log"] span').textContent = promise.kind === "week" ? guide.phrase("tracker.log_week_button") : guide.phrase("tracker.session_button")
    card.querySelector('[data-act="write"]').hidden = state !== "late"
    card.querySelector('[data-act="makeup"]').hidden = promise.kind !== "week" || !counted.owed && !counted.makeup
  }

  /** @param {HTMLElement} card of a service, whose older weeks are to be shown too */
  const showAllWeeks = card => {
    for (const bar of card.querySelectorAll(".guide-tracker__week")) bar.hidden = false
    card.querySelector('[data-do="older"]').hidden = true
    card.querySelector('[data-act="log"]').focus()
  }

  Object.assign(guide.tracker, { WHY, drawPlot, showAllWeeks, weekTable })
})()
