// What one promise says, how it stands, its log, and what can be done with it.
(() => {
  const { amount, countSentences, dayText, doneText, nameOf, noteLink, noteOf, sessionText, sourceOf, stateLine } = guide.tracker

  const textElement = (tag, textContent) => Object.assign(document.createElement(tag), { textContent })

  const daysOf = ({ from, until }, today) => {
    if (from && until) return guide.phrase("tracker.span", { from: dayText(from, today), until: dayText(until, today) })
    return dayText(until || from, today)
  }

  // What a promise says, as title and text.
  const detailsOf = (promise, today) => [
    [guide.phrase("tracker.who_title"), promise.who],
    [guide.phrase("tracker.amount_title"), promise.kind === "once" ? "" : amount(promise)],
    [promise.kind === "once" || !promise.from ? guide.phrase("tracker.due_title") : guide.phrase("tracker.from_title"), daysOf(promise, today)],
    [guide.phrase("tracker.where_title"), promise.where],
    [guide.phrase("tracker.source_title"), sourceOf(promise) === "iep" ? guide.phrase("tracker.source_iep") : ""],
    [guide.phrase("tracker.item_title"), promise.item],
    [guide.phrase("tracker.proof_title"), promise.proof],
    [guide.phrase("tracker.note_title"), promise.note],
  ].filter(([, text]) => text.trim())

  // Whether a button fits the promise as it stands.
  const fits = ({ act, again }, { kind }, { state, trouble, begun, counted }) => {
    const isOpen = kind === "once" && state !== "kept" && !trouble
    switch (act) {
      case "log": return Boolean(begun)
      case "makeup": return kind === "week" && Boolean(counted?.owed || counted?.makeup)
      case "write": return state === "late"
      case "kept": return isOpen
      // Once it is late, the same button asks what happened.
      case "missed": return again === undefined ? isOpen && state !== "late" : state === "late"
      default: return true
    }
  }

  const drawLog = (details, log) => {
    details.hidden = !log.length
    details.querySelector("summary").textContent = guide.phrase("tracker.log_title", { count: log.length })
    const latestFirst = [...log].sort((a, b) => a.day < b.day ? 1 : -1)
    details.querySelector("ul").replaceChildren(...latestFirst.map(session => {
      const line = guide.copy("guide-tracker-entry").firstElementChild
      const [text, button] = [sessionText(session), line.querySelector("button")]
      line.dataset.entry = session.id
      line.querySelector("span").textContent = text
      button.setAttribute("aria-label", guide.phrase("tracker.delete_entry_label", { button: button.textContent, entry: text }))
      return line
    }))
  }

  /**
   * @param {ShownPromise} shown
   * @param {string} today
   * @returns {HTMLElement}
   */
  const drawDetails = (shown, today) => {
    const { promise, seen } = shown
    const view = guide.copy("guide-tracker-details").firstElementChild
    const set = (name, text) => { view.querySelector(`.guide-tracker__${name}`).textContent = text }
    Object.assign(view.dataset, { promise: promise.id, state: seen.state })
    set("name", nameOf(promise))
    set("state", stateLine(shown, today))
    set("words", promise.words)
    set("sum", seen.trouble || (seen.begun ? countSentences(promise, seen.counted, today) : ""))
    view.querySelector("dl").replaceChildren(...detailsOf(promise, today).flatMap(([title, text]) => [textElement("dt", title), textElement("dd", text)]))
    view.querySelector('[data-act="kept"]').textContent = doneText(promise)
    for (const button of view.querySelectorAll("[data-act]")) button.hidden = !fits(button.dataset, promise, seen)
    view.querySelector(".guide-tracker__note-line").append(noteLink(noteOf(shown, today)))
    drawLog(view.querySelector("details"), promise.log)
    return view
  }

  Object.assign(guide.tracker, { drawDetails })
})()
