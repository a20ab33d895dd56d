// What follows from what a parent confirmed of a school's paper: days that are counted, the letter that answers, the tracker. Used
// by view.js. Without a confirmed day nothing is counted.
(() => {
  const { paperCards } = guide

  const wayTo = name => document.getElementById("guide-paper-ways").content.querySelector(`[data-way="${name}"]`).getAttribute("href")

  // Which event of the deadlines a confirmed day starts, by the kind of paper.
  const EVENTS = {
    notice: view => [["notice-of-action-given", view.day("notice", "given", "meeting")], ["learned-of-action", view.day("notice", "given")]],
    iep: view => [["last-iep-review", view.day("meeting")]],
    suspension: view => [["removal-started", view.day("suspended-from")]],
    "meeting-notice": view => [["iep-or-504-meeting", view.day("meeting")]],
    evaluation: view => view.confirmed("values").some(({ finding, value }) => finding.name === "eligible" && value === "yes") ? [["found-eligible", view.day("meeting")]] : [],
  }
  // Days of the paper that stand in the line themselves.
  const OWN = {
    starts: () => guide.phrase("paper.row_starts"), "suspended-from": () => guide.phrase("paper.row_suspended_from"),
    "suspended-until": () => guide.phrase("paper.row_suspended_until"), returns: () => guide.phrase("paper.row_returns"),
    "reply-by": () => guide.phrase("paper.row_reply_by"), meeting: () => guide.phrase("paper.row_meeting"), hearing: () => guide.phrase("paper.row_hearing"),
    notice: () => guide.phrase("paper.row_notice"), given: () => guide.phrase("paper.row_given"), "annual-review": () => guide.phrase("paper.row_annual_review"),
  }

  const markOf = ({ rule, date }, today) => rule.kind === "wait" || !guide.limits.isMine(rule.whose) ? "theirs" : date < today ? "over" : "last"

  const rowsOf = (view, today) => {
    const own = view.confirmed("dates").filter(({ finding, value }) => OWN[finding.meaning] && guide.days.is(value))
      .map(({ finding, value }) => ({ mark: value < today ? "happened" : finding.meaning === "reply-by" ? "last" : "to-do", date: value, what: OWN[finding.meaning]() }))
    const events = (EVENTS[view.found.kind]?.(view) ?? []).filter(([key, day]) => day && guide.deadlineData[key])
    const counted = events.flatMap(([key, day]) => guide.deadlineData[key].rules.map(rule => guide.limits.count(rule, day, today)))
      .filter(({ rule, date }) => date && rule.kind !== "reach")
      .map(one => ({ mark: markOf(one, today), date: one.date, left: guide.limits.left(one.date, today), what: `${one.rule.owner}: ${one.rule.until}.`, sum: one.sum }))
    return own.length + counted.length ? [...own, { mark: "today", date: today }, ...counted].sort((a, b) => a.date.localeCompare(b.date)) : []
  }

  const stepOf = (way, title, text, button) => {
    const step = guide.copy("guide-paper-action").firstElementChild
    const [strong, words, link] = step.children
    strong.textContent = title
    words.textContent = text
    link.textContent = button
    link.href = wayTo(way)
    link.dataset.way = way
    return step
  }

  const noticeSteps = view => {
    const { lacking } = view
    const asks = lacking.length ? [stepOf("ask_reasons", guide.phrase("paper.ask_missing", { count: lacking.length }), guide.phrase("paper.ask_missing_text"), guide.phrase("paper.open_letter"))] : []
    const isRefused = view.confirmed("actions").some(({ finding }) => finding.verb === "refused")
    const answers = isRefused ? [stepOf("answer_refusal", guide.phrase("paper.answer_refusal"), guide.phrase("paper.answer_refusal_text"), guide.phrase("paper.open_letter"))] : []
    const plan = view.day("notice", "given", "meeting", "starts") && !isRefused ? [stepOf("notice_plan", guide.phrase("paper.notice_plan"), guide.phrase("paper.notice_plan_text"), guide.phrase("paper.open_plan"))] : []
    return [...asks, ...answers, ...plan]
  }

  const trackStep = view => {
    const count = view.confirmed("services").length
    if (!count) return []
    const step = guide.copy("guide-paper-track").firstElementChild
    step.firstElementChild.textContent = guide.phrase("paper.track_button", { count })
    return [step]
  }

  const hasAny = view => view.items.some(({ said }) => said === "yes")

  const STEPS = {
    notice: noticeSteps,
    iep: trackStep,
    suspension: view => hasAny(view) ? [
      stepOf("out_of_school_plan", guide.phrase("paper.out_plan"), guide.phrase("paper.out_plan_text"), guide.phrase("paper.open_plan")),
      stepOf("suspension_appeal", guide.phrase("paper.appeal"), guide.phrase("paper.appeal_text"), guide.phrase("paper.open_letter"))] : [],
    "meeting-notice": view => view.day("meeting") ? [stepOf("answer_meeting", guide.phrase("paper.answer_meeting"), "", guide.phrase("paper.open_letter"))] : [],
    evaluation: view => hasAny(view) ? [stepOf("ask_iee", guide.phrase("paper.iee"), guide.phrase("paper.iee_text"), guide.phrase("paper.open_letter"))] : [],
  }

  const headlineOf = (view, today) => {
    const starts = view.found.kind === "notice" ? view.day("starts") : ""
    if (!starts) return ""
    const date = guide.formatDate(starts)
    return starts < today ? guide.phrase("paper.started", { date }) : guide.phrase("paper.starts", { date, left: guide.limits.left(starts, today) })
  }

  // The first day to come that something hangs on.
  const nextOf = (rows, today) => {
    const others = rows.filter(({ mark }) => mark !== "today")
    const next = others.find(({ date }) => date >= today) ?? others.at(-1)
    return next ? `${guide.formatDate(next.date)}: ${next.what}` : ""
  }

  // It is heard once for each thing that follows.
  const showPeek = (view, words) => {
    const [said] = view.part("peek").children
    view.part("peek").toggleAttribute("data-says", Boolean(words))
    if (said.textContent !== words) said.textContent = words
  }

  const draw = view => {
    const today = guide.today()
    const rows = rowsOf(view, today)
    const steps = STEPS[view.found.kind]?.(view) ?? []
    view.part("nothing").hidden = rows.length + steps.length > 0
    view.part("headline").textContent = headlineOf(view, today)
    showPeek(view, headlineOf(view, today) || nextOf(rows, today) || steps[0]?.firstElementChild.textContent || "")
    view.part("do").replaceChildren(...steps)
    view.part("time").replaceChildren(...rows.length ? [guide.timeline(rows), guide.timelineKey(rows)] : [])
  }

  // The letter gets what the parent confirmed, in this tab: names of parts, which are the guide's words, and the notice's day.
  const carry = (view, way) => {
    const answers = guide.store.read("answers")
    const { fields = {}, letters = {} } = answers
    const day = view.day("notice", "given")
    // A letter's key is the name of its page.
    const key = wayTo(way).replace(/^.*\/|\.html$/g, "")
    const own = letters[key] ?? { fields: {}, choices: {} }
    const parts = Object.entries(guide.paperNames.IN_LETTER).filter(([name]) => view.lacking.includes(name)).map(([, said]) => said()).join("; ")
    const mine = way === "ask_reasons" ? { fields: { ...own.fields, "missing-parts": parts }, choices: { ...own.choices, "no-notice": false, incomplete: true } }
      : { fields: own.fields, choices: { ...own.choices, "no-notice": false, notice: Boolean(day) } }
    const work = { ...answers, fields: { ...fields, ...day ? { "notice-date": day } : {} }, letters: { ...letters, [key]: mine } }
    if (guide.store.keeping("answers") === "no") guide.store.keep("answers", "tab", work)
    else guide.store.write("answers", work)
  }

  guide.paperResult = {
    async show(view) {
      try { await guide.load("paper-limits") } catch { return view.part("said").replaceChildren(guide.phrase("reader.not_loaded")) }
      if (!view.found) return
      draw(view)
      for (const link of view.part("do").querySelectorAll("a[data-way^='ask_reasons'], a[data-way='answer_refusal']")) link.addEventListener("click", () => carry(view, link.dataset.way))
    },

    // The confirmed services become promises to keep track of; what the paper does not say stays empty.
    track(view) {
      const work = guide.tracker.read(guide.store.read("tracker"))
      const chosen = view.confirmed("services")
      for (const { finding } of chosen) {
        const { minutes, times, per, from, until, provider, quote } = finding
        work.promises.push({ ...guide.tracker.fresh(work.promises), kind: "week", words: paperCards.oneLine(quote), who: provider ?? "", from: from ?? "", until: until ?? "",
          minutes: minutes && per === "week" ? String(minutes) : "", times: minutes && per === "week" ? String(times ?? 1) : "" })
      }
      const isKept = guide.store.keeping("tracker") === "no" ? guide.store.keep("tracker", "tab", work) : guide.store.write("tracker", work)
      view.part("said").textContent = isKept ? guide.phrase("draft.tracked", { count: chosen.length }) : guide.phrase("draft.not_tracked")
      if (!isKept) return
      const [button, link] = view.part("do").querySelector(".guide-paper__step").children
      button.disabled = true
      link.hidden = false
      link.focus()
    },
  }
})()
