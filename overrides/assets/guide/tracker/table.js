// The promises as a table file (.csv) for a spreadsheet.
(() => {
  const { WHY, amount, breaksText, isMakeup, sourceText } = guide.tracker

  const sessionCell = session => {
    const { day, minutes, excused, why, how } = session
    const given = isMakeup(session) ? guide.phrase("tracker.table_session_makeup", { day, minutes }) : guide.phrase("tracker.table_session", { day, minutes })
    const cell = excused ? guide.phrase("tracker.table_session_excused", { day, minutes }) : given
    return [cell, WHY[why], typeof how === "string" ? how : ""].filter(Boolean).join(", ")
  }

  // The titles of the columns, and what stands in each.
  const COLUMNS = [
    [guide.phrase("tracker.table_number"), ({ promise }) => promise.number],
    [guide.phrase("tracker.table_state"), ({ seen }) => seen.label],
    [guide.phrase("tracker.words_label"), ({ promise }) => promise.words],
    [guide.phrase("tracker.source_title"), ({ promise }) => sourceText(promise)],
    [guide.phrase("tracker.table_item"), ({ promise }) => promise.item],
    [guide.phrase("tracker.who_title"), ({ promise }) => promise.who],
    [guide.phrase("tracker.table_amount"), ({ promise }) => amount(promise)],
    [guide.phrase("tracker.minutes_label"), ({ promise }) => promise.minutes],
    [guide.phrase("tracker.table_times"), ({ promise }) => promise.times],
    [guide.phrase("tracker.where_label"), ({ promise }) => promise.where],
    [guide.phrase("tracker.from_label"), ({ promise }) => promise.from],
    [guide.phrase("tracker.table_until"), ({ promise }) => promise.until],
    [guide.phrase("tracker.table_proof"), ({ promise }) => promise.proof],
    [guide.phrase("tracker.table_due"), ({ seen }) => seen.counted?.due],
    [guide.phrase("tracker.table_given"), ({ seen }) => seen.counted?.logged ? seen.counted.given : ""],
    [guide.phrase("tracker.table_made_up"), ({ seen }) => seen.counted?.makeup],
    [guide.phrase("tracker.table_owed"), ({ seen }) => seen.counted?.logged ? seen.counted.owed : ""],
    [guide.phrase("tracker.table_unlogged"), ({ seen }) => seen.counted?.unlogged],
    [guide.phrase("tracker.table_kept"), ({ promise }) => promise.kept],
    [guide.phrase("tracker.note_label"), ({ promise }) => promise.note],
    [guide.phrase("tracker.table_breaks"), ({ promise, breaks }) => promise.kind === "week" ? breaksText(breaks) : ""],
    [guide.phrase("tracker.table_log"), ({ promise }) => promise.log.map(sessionCell).join("; ")],
  ]

  /**
   * @param {ShownPromise[]} shown
   * @param {SchoolBreak[]} breaks
   * @returns {string} the promises as a table file
   */
  const tableFile = (shown, breaks) =>
    guide.tableFile([COLUMNS.map(([title]) => title), ...shown.map(one => COLUMNS.map(([, valueOf]) => valueOf({ ...one, breaks })))])

  Object.assign(guide.tracker, { tableFile })
})()
