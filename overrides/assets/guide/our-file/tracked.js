// The promises of the tracker for a helper: as they are kept, how each stands, and of a service the sum that the tracker has of it.
//
// Nothing here touches the page or the clock.
(() => {
  const { count, promiseTroubles, read, sourceOf } = guide.tracker
  const { isDay } = guide.ourFile

  const dayText = day => isDay(day) ? guide.formatDate(day, "short") : day

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

  const promiseState = ({ kind, until, kept, missed, sum, isOwed }, today) => {
    if (["week", "total"].includes(kind)) return [isOwed ? 0 : 2, sum || guide.phrase("packet.nothing_logged")]
    if (isDay(kept)) return [3, guide.phrase("packet.kept", { day: dayText(kept) })]
    if (isDay(until) && until < today) return [0, guide.phrase("packet.late", { count: guide.days.between(until, today) })]
    return missed ? [0, guide.phrase("packet.missed")] : [1, guide.phrase("packet.to_come")]
  }

  const promisesTitle = ({ promises, signed }) => {
    const agreement = isDay(signed) ? guide.phrase("packet.promises_of", { day: dayText(signed) }) : guide.phrase("packet.promises_title")
    if (!promises.some(({ isIep }) => isIep)) return agreement
    return promises.every(({ isIep }) => isIep) ? guide.phrase("packet.iep_title") : guide.phrase("packet.agreement_and_iep", { agreement })
  }

  // The promises of a signed agreement and the services of the IEP, those that are late first.
  const promiseRows = ({ promises, today }) => promises.map(promise => {
    const [order, state] = promiseState(promise, today)
    const due = isDay(promise.until) ? dayText(promise.until) : ""
    const words = promise.words.trim()
    return { order, row: [promise.isIep ? guide.phrase("packet.in_iep", { words }) : words, due, state] }
  }).sort((one, other) => one.order - other.order).map(({ row }) => row)

  Object.assign(guide.ourFile, { promiseRows, promisesTitle })
})()
