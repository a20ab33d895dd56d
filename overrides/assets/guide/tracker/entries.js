// An entry in the log of a service, in words.
(() => {
  const { WHY, isMakeup } = guide.tracker

  const entryText = (session, date, count) => {
    if (isMakeup(session)) return guide.phrase("tracker.entry_makeup", { date, count })
    return session.excused ? guide.phrase("tracker.entry_excused", { date, count }) : guide.phrase("tracker.entry", { date, count })
  }

  /** @param {Session} session @returns {string} */
  const sessionText = session => {
    const { day, minutes, why, how } = session
    const date = guide.days.is(day) ? guide.formatDate(day, "short") : day
    return [entryText(session, date, minutes), WHY[why], typeof how === "string" ? how : ""].filter(Boolean).join(". ")
  }

  Object.assign(guide.tracker, { sessionText })
})()
