// What is put into the family's log of a promise: one line, which the form of the log opens with (shared/note.js).
(() => {
  const { WHY, letterLine, minutesOf, nameOf, weeksOf, whole } = guide.tracker

  // A promise that was kept: a paper that came was given.
  const keptNote = promise => {
    const { kept, start, until, words } = promise
    const late = until && kept > until ? guide.days.between(until, kept) : 0
    const what = late ? guide.phrase("tracker.note_kept_late", { words, count: late }) : guide.phrase("tracker.note_kept", { words })
    return { kind: start === "paper" ? "gave" : "other", day: kept, what }
  }

  /**
   * @param {ShownPromise} shown
   * @param {string} today
   * @returns {?object} the line that the log gets of it: {kind, day, who, what}; of one that was neither kept nor missed none
   */
  const noteOf = ({ promise, seen }, today) => {
    const { kind, until, who } = promise
    if (kind === "once" && seen.state === "kept") return { who, ...keptNote(promise) }
    if (seen.state !== "late") return null
    return { kind: "other", day: kind === "once" && until && until < today ? until : today, who, what: letterLine(promise, seen, today) }
  }

  /**
   * @param {AgreementPromise} promise a service
   * @param {object} values of the form of its log
   * @param {string} today
   * @param {SchoolBreak[]} breaks
   * @returns {?object} the line of the week or session that was logged; none where it is not known
   */
  const noteOfLog = (promise, values, today, breaks) => {
    const { day, how, why } = values
    if (why === "unknown") return null
    const week = promise.kind === "week" && weeksOf(promise, today, breaks).find(({ first }) => first === values.week)
    const given = week ? week.given : whole(minutesOf(values))
    const what = guide.phrase("tracker.note_log", {
      name: nameOf(promise), given, due: week ? week.whole : whole(promise.minutes),
      when: week ? guide.phrase("tracker.week_span", { from: guide.formatDate(week.first, "short"), until: guide.formatDate(week.last, "short") }) : guide.formatDate(day, "short"),
    })
    return {
      kind: "other", day: week ? [week.last, today].sort()[0] : day, who: promise.who,
      what: WHY[why] ? `${what} ${WHY[why]}.` : what, proof: how?.trim() ?? "",
    }
  }

  /** @returns {object} the line of make-up time that was logged */
  const noteOfMakeup = (promise, { day, how, minutes }) => ({
    kind: "other", day, who: promise.who, what: guide.phrase("tracker.note_makeup", { name: nameOf(promise), count: whole(minutes) }), proof: how.trim() })

  /** @param {?object} note @returns {HTMLElement | string} the link that takes it to the log */
  const noteLink = note => {
    if (!note) return ""
    const link = guide.copy("guide-tracker-note").firstElementChild
    link.dataset.note = JSON.stringify(note)
    return link
  }

  Object.assign(guide.tracker, { noteLink, noteOf, noteOfLog, noteOfMakeup })
})()
