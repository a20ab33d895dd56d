// What a letter says: its sheet read as units, and the units finished with a parent's answers.
//
// The Word file has one paragraph for each unit, in the same order (scripts/guide/printing/word.py). What is what stands in
// attributes: scripts/guide/letter.py lists them. Screen, paper, copy, text and Word file all come from `finish`.
(() => {
  /**
   * A blank of a unit; its key and its kind are those of fields.yml.
   *
   * @typedef {object} Blank
   * @property {HTMLElement} element
   * @property {string} field - its key
   * @property {string} kind - text, date, phone, email, long, list or signature
   * @property {boolean} optional
   * @property {?string} number - the word that goes before a number alone: "grade" before "6"
   * @property {string} label
   */

  /**
   * What becomes one paragraph of a file: a line, the subject, a heading, a choice or an item of a list.
   *
   * @typedef {object} Unit
   * @property {HTMLElement} element
   * @property {string} kind - line, subject, heading, choice or item
   * @property {(string|Blank)[]} parts - words and blanks in their order
   * @property {HTMLElement} block - the child of the sheet that it stands in
   * @property {?HTMLInputElement} box - of a choice
   * @property {boolean} things - whether it stays in a list when it is chosen; chosen sentences run on
   * @property {boolean} ordered - whether that list is numbered
   * @property {string} step - the group of the form in which its blanks are asked for
   * @property {string} section - empty above the first section and from the closing on
   * @property {boolean} leadsIn - whether it leads to what follows it
   * @property {(string|Blank)[]} [without] - its parts where a parent leaves out a day
   */

  /**
   * A unit with a parent's answers.
   *
   * @typedef {object} Finished
   * @property {Unit} unit
   * @property {string[]} values - the texts of its blanks in their order, empty where open
   * @property {(string|Blank)[]} parts - what it says of its parts
   * @property {boolean} kept - whether it stands in the letter
   * @property {boolean} joins - whether it runs on in the paragraph of the unit before it
   */

  /**
   * What was entered, as `finish` asks for it.
   *
   * @typedef {object} Entered
   * @property {(field: string) => string|undefined} value - the clean text of a field, empty where open
   * @property {(item: string) => boolean} taken - whether a choice is ticked
   * @property {(unit: Unit) => boolean} isFalse - whether the days entered contradict it
   * @property {{ words: string, write: string }[]} [swaps] - what stands in place of some words, as a day is left out
   */

  // Words and blanks in their order; what a blank shows is left out.
  const partsOf = element => [...element.childNodes].flatMap(node => {
    if (node.nodeType === Node.TEXT_NODE) return [node.textContent.replace(/\s+/g, " ")]
    if (node.nodeType !== Node.ELEMENT_NODE) return []
    const { field, kind, optional, number } = node.dataset
    if (!field) return partsOf(node)
    return [{ element: node, field, kind, number, optional: optional !== undefined, label: node.querySelector(".guide-blank__label").textContent }]
  })

  /**
   * The units of a sheet, to be read before anything in it changes.
   *
   * @param {Element} sheet
   * @returns {Unit[]}
   */
  const read = sheet => [...sheet.querySelectorAll("[data-unit]")].map(element => {
    const box = element.querySelector("[data-item]")
    const block = element.closest("[data-block]")
    return {
      element, box, block, kind: element.dataset.unit, parts: partsOf(box ? element.querySelector("label") : element),
      things: block.dataset.block === "things", ordered: block.dataset.block === "numbers",
      step: element.dataset.step || block.dataset.step || "problem", section: block.dataset.section || "", leadsIn: element.dataset.leadIn !== undefined,
    }
  })

  /**
   * Typed text made fit for every file: one kind of line end, no character that a Word file may not hold.
   *
   * @param {string} text
   * @returns {string}
   */
  const clean = text => text.replace(/\r\n?|[\u2028\u2029\v\f\u0085]/g, "\n")
    .replace(/[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "").trim()

  /**
   * The lines of what was typed, without empty ones.
   *
   * @param {string} value
   * @returns {string[]}
   */
  const linesOf = value => value.split("\n").map(line => line.trim()).filter(Boolean)

  /**
   * The things of a list that a parent typed, one a line; none for another item.
   *
   * @param {Unit} unit
   * @param {string[]} values - the texts of its blanks
   * @returns {string[]}
   */
  const thingsOf = (unit, values) => unit.kind === "item" && unit.parts.some(({ kind }) => kind === "list") ? linesOf(values[0]) : []

  /**
   * The units with a parent's answers.
   *
   * @param {Unit[]} units
   * @param {Entered} entered
   * @param {boolean} [byHand] - nothing was entered, so all stays, to be filled in with a pen
   * @returns {Finished[]}
   */
  const finish = (units, { value, taken, isFalse, swaps = [] }, byHand = false) => {
    const finished = units.map(unit => {
      const values = unit.parts.flatMap((part, n) => typeof part === "string" ? [] : [
        part.kind === "signature" ? "" : guide.letter.fit(value(part.field), part, unit.parts[n - 1], unit.parts[n + 1])])
      const blanks = unit.parts.filter(part => typeof part !== "string")
      const empty = blanks.some((blank, n) => blank.optional && !values[n])
      const parts = swaps.length ? unit.without ||= guide.letter.without(unit.parts, swaps) : unit.parts
      return { unit, values, parts, joins: false, kept: byHand || (!isFalse(unit) && (unit.kind === "choice" ? taken(unit.box.dataset.item) : !empty)) }
    })
    if (byHand) return finished
    // From the end: a lead-in ("Please include:") without what it leads to goes, then a heading without its section.
    for (let n = finished.length - 1; n >= 0; n--) {
      const { unit } = finished[n]
      if (unit.kind === "heading") {
        finished[n].kept = finished.slice(n + 1).some(other => other.kept && other.unit.section === unit.section)
      } else if (finished[n].kept && unit.leadsIn) {
        const after = units[n + 1]
        finished[n].kept = finished.some(other => other.kept && (after?.block === unit.block ? other.unit === after : other.unit.block === after?.block))
      }
    }
    guide.letter.join(finished)
    return finished
  }

  guide.letter = { read, finish, clean, linesOf, thingsOf }
})()
