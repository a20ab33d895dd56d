// What is next in a family's case, of all that is kept: days, promises that are late, letters begun, lists begun.
//
// Nothing here touches the page or the clock.
(() => {
  const { isObject } = guide
  const isDay = text => typeof text === "string" && guide.days.is(text)

  /**
   * A line of the case.
   * @typedef {object} CaseRow
   * @property {"late" | "passed" | "last" | "to-do" | "letter" | "list"} kind
   * @property {string} [day]
   * @property {string} [words] what it is about, as typed
   * @property {string} [key] the letter's or the list's id
   * @property {number} [count] how many fields or boxes are filled in
   */

  // Kept work may have anything in it.
  const listOf = value => Array.isArray(value) ? value.filter(isObject) : []
  const textOf = value => typeof value === "string" ? value.trim() : ""

  const limitRows = ({ entries }, today) => listOf(entries).filter(({ kind, day }) => kind === "limit" && isDay(day) && day >= today)
    .map(entry => ({ kind: "last", day: entry.day, words: guide.entryWords(entry) }))

  const backRows = ({ entries }, today) => listOf(entries).filter(({ back, done }) => isDay(back) && done !== true)
    .map(entry => ({ kind: entry.back < today ? "passed" : "to-do", day: entry.back, words: guide.entryWords(entry) }))

  const promiseRows = ({ promises }, today) => listOf(promises).flatMap(({ kind, until, kept, words }) => {
    if ((kind && kind !== "once") || !isDay(until) || kept) return []
    return [{ kind: until < today ? "late" : "to-do", day: until, words: textOf(words) }]
  })

  const isBegun = letter => isObject(letter) && Object.values(isObject(letter.fields) ? letter.fields : {}).some(text => textOf(text))

  const letterRows = ({ letters }) => Object.entries(isObject(letters) ? letters : {}).filter(([, letter]) => isBegun(letter))
    .map(([key, { fields }]) => ({ kind: "letter", key, count: Object.values(fields).filter(text => textOf(text)).length }))

  const listRows = ticks => Object.entries(ticks).filter(([, marks]) => isObject(marks) && Object.keys(marks).length)
    .map(([key, marks]) => ({ kind: "list", key, count: Object.keys(marks).length }))

  // Late before what is due, what has passed first; of one kind the earlier day.
  const ORDER = ["passed", "late", "last", "to-do", "letter", "list"]

  /**
   * @param {Record<"file" | "tracker" | "answers" | "ticks", object>} parts the kept work of each part
   * @param {string} today
   * @returns {CaseRow[]} the most urgent first
   */
  guide.caseRows = ({ file, tracker, answers, ticks }, today) => {
    const rows = [...limitRows(file, today), ...backRows(file, today), ...promiseRows(tracker, today), ...letterRows(answers), ...listRows(ticks)]
    const urgency = ({ kind }) => ["last", "to-do"].includes(kind) ? ORDER.indexOf("last") : ORDER.indexOf(kind)
    return rows.sort((one, other) => urgency(one) - urgency(other) || (one.day || "").localeCompare(other.day || ""))
  }
})()
