// The grammar of a finished letter follows what was entered: one thing is a sentence, and no word stands twice.
(() => {
  const STOP = /[.!?]["\u201d\u2019)]?$/

  // Whether a unit is nothing but a blank, as a name in an address or a story in a paragraph of its own.
  const isLone = ({ parts }) => parts.every(part => typeof part !== "string" || !part.trim())

  // Of "Sampleton, Mo." before a full stop the letter keeps one; "Example, Jr." keeps its own before a comma.
  const fitEnd = (value, next) => {
    const mark = typeof next === "string" && next.match(/^[.,;:]/)?.[0]
    return !mark ? value : value.replace(mark === "." ? /[\s.,;:]+$/ : /[\s,;:]+$/, "")
  }

  // "Sent by" and "by hand" share their "by", "Dear" and "the Director" lose the "the", and "6" is "grade 6".
  const fitStart = (value, { number }, before) => {
    if (number && /^\d+$/.test(value)) return `${number} ${value}`
    const word = typeof before === "string" && before.match(/(\w+) $/)?.[1].toLowerCase()
    const [first, ...others] = value.split(" ")
    const twice = word && others.length && (first.toLowerCase() === word || (word === "dear" && first.toLowerCase() === "the"))
    return twice ? others.join(" ") : value
  }

  /**
   * What was typed into a blank, made to fit the words around it.
   *
   * @param {string} value
   * @param {Blank} blank
   * @param {string|Blank|undefined} before
   * @param {string|Blank|undefined} next
   * @returns {string}
   */
  const fit = (value, blank, before, next) => fitStart(fitEnd(value, next), blank, before)

  /**
   * Say which units run on in the paragraph before them: a chosen sentence after a sentence or its lead-in, the one thing
   * after its lead-in, which then ends with a full stop.
   *
   * @param {Finished[]} finished
   */
  const join = finished => {
    const kept = finished.filter(one => one.kept)
    const inBlock = new Map()
    for (const { unit, values } of kept) {
      const things = unit.kind === "item" ? guide.letter.thingsOf(unit, values).length : Number(unit.things)
      inBlock.set(unit.block, (inBlock.get(unit.block) || 0) + things)
    }
    for (const [n, one] of kept.entries()) {
      const [{ unit }, before] = [one, kept[n - 1]]
      if (!before || before.unit.section !== unit.section || !unit.section) continue
      const leads = before.unit.leadsIn
      if (unit.kind === "choice" && !unit.things) {
        one.joins = before.unit.block === unit.block || leads || (before.unit.kind === "line" && !isLone(before.unit) && STOP.test(before.parts.at(-1)))
      } else if (leads && !unit.ordered && inBlock.get(unit.block) === 1) one.joins = true
    }
  }

  /**
   * What ends a thing that runs on in its lead-in's sentence: a full stop, where it has none.
   *
   * @param {Finished} one
   * @returns {string}
   */
  const stopOf = one => one.joins && (one.unit.kind === "item" || one.unit.things) && !STOP.test(textOf(one)) ? "." : ""

  /**
   * The parts of a unit with other words in place of some; the blanks in these go with them.
   *
   * @param {(string|Blank)[]} parts
   * @param {{ words: string, write: string }[]} swaps
   * @returns {(string|Blank)[]} the same ones where none of the words stand there
   */
  const without = (parts, swaps) => {
    const blanks = parts.filter(part => typeof part !== "string")
    const text = parts.map(part => typeof part === "string" ? part : `[${part.label}]`).join("")
    let rest = swaps.reduce((said, { words, write }) => said.replace(words, () => write), text)
    if (rest === text) return parts
    const found = blanks.flatMap(blank => {
      const [before, ...after] = rest.split(`[${blank.label}]`)
      if (!after.length) return []
      rest = after.join(`[${blank.label}]`)
      return [before, blank]
    })
    return [...found, rest].filter(Boolean)
  }

  /**
   * The words of a finished unit and what its blanks hold, in their order.
   *
   * @param {Finished} one
   * @returns {{ text: string, blank?: Blank }[]}
   */
  const piecesOf = ({ unit, parts, values }) => {
    const blanks = unit.parts.filter(part => typeof part !== "string")
    return parts.map(part => typeof part === "string" ? { text: part } : { text: values[blanks.indexOf(part)], blank: part })
  }

  /**
   * The text of a finished unit; an open blank is its label in brackets.
   *
   * @param {Finished} one
   * @returns {string}
   */
  const textOf = one => piecesOf(one).map(({ text, blank }) => text || `[${blank.label}]`).join("").trim()

  Object.assign(guide.letter, { fit, join, without, stopOf, piecesOf, textOf })
})()
