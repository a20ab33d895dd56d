// What is coming: the days of promises that are still ahead, drawn on a line.
(() => {
  // So many days tell what is next; all promises stand in the list.
  const MOST = 6

  const { nameOf } = guide.tracker

  // The next day of a promise: a service begins, or has its last day; all else is due.
  const rowOf = ({ promise, seen }, today) => {
    const { kind, from, until } = promise, isRunning = kind !== "once" && from <= today
    return { mark: "theirs", date: kind === "once" || isRunning ? until : from, what: nameOf(promise),
      left: isRunning ? guide.phrase("tracker.coming_last") : seen.label }
  }

  const isAhead = ({ seen }) => !seen.trouble && seen.state !== "kept"

  /**
   * @param {HTMLDetailsElement} part that holds the line; at a desk it is open as it comes
   * @param {ShownPromise[]} shown
   * @param {string} today
   */
  const showComing = (part, shown, today) => {
    const rows = shown.filter(isAhead).map(one => rowOf(one, today)).filter(({ date }) => date >= today)
      .sort((a, b) => a.date.localeCompare(b.date)).slice(0, MOST)
    const line = part.querySelector("ol")
    if (!line) part.open = matchMedia("(min-width: 60em)").matches
    line?.remove()
    part.hidden = !rows.length
    part.append(guide.timeline([{ mark: "today", date: today }, ...rows]))
  }

  Object.assign(guide.tracker, { showComing })
})()
