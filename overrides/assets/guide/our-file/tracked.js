// The promises of the tracker for a helper: as they are kept, and of a service the sum that the tracker has of it.
//
// Nothing here touches the page or the clock.
(() => {
  const { count, promiseTroubles, read, sourceOf } = guide.tracker

  const missingText = (kind, { all, dueLogged: due, given, owed: missing }) => {
    if (missing) return guide.phrase("packet.service_missing", { count: missing, given, due })
    return kind === "total" ? guide.phrase("packet.service_given", { given, due: all }) : guide.phrase("packet.service_whole", { given, due })
  }

  // What the log says, and how far it goes; "" where nothing can be counted.
  const sumOf = ({ kind }, counted) => {
    if (!counted?.logged) return ""
    const { gaps, makeup, weeks } = counted
    return [
      missingText(kind, counted),
      makeup ? guide.phrase("packet.service_made_up", { count: makeup }) : "",
      gaps ? guide.phrase("packet.service_gaps") : "",
      weeks.some(({ breaks }) => breaks.length) ? guide.phrase("packet.service_breaks") : "",
    ].filter(Boolean).join(" ")
  }

  const isCounted = (promise, today) => promise.kind !== "once" && !Object.keys(promiseTroubles(promise)).length && promise.from <= today

  /**
   * @param {object} work what is kept of the tracker
   * @param {string} today
   * @returns {object[]} its promises, each with its sum as `sum`, whether something is owed, and whether it is of the IEP
   */
  guide.ourFile.trackedPromises = (work, today) => {
    const { promises, breaks = [] } = read(work)
    return promises.map(promise => {
      const counted = isCounted(promise, today) ? count(promise, today, breaks) : null
      return Object.assign({}, promise, { sum: sumOf(promise, counted), isOwed: Boolean(counted?.owed), isIep: sourceOf(promise) === "iep" })
    })
  }
})()
