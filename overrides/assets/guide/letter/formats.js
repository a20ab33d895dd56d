// A finished letter as plain text, and as HTML for the clipboard.
(() => {
  /**
   * A part of a letter as plain text: lines of a paragraph, a subject or a heading, or the items of a list.
   *
   * @typedef {object} TextBlock
   * @property {string} kind - heading, subject, lines or list
   * @property {string[]} lines
   * @property {boolean} ordered
   */

  // A finished letter as blocks of plain text (TextBlock). What joins runs on in the line before it.
  const blocksOf = (finished, byHand = false) => {
    const blocks = []
    let before = null
    for (const one of finished.filter(({ kept }) => kept)) {
      const { unit } = one
      const box = byHand && unit.kind === "choice" ? (unit.box.defaultChecked ? "[x] " : "[ ] ") : ""
      const listed = unit.kind === "item" || unit.things
      const things = guide.letter.thingsOf(unit, one.values)
      const lines = things.length ? things : [box + guide.letter.textOf(one)]
      const last = blocks[blocks.length - 1]
      const here = unit.block === before ? last : null
      if (one.joins) last.lines.push(`${last.lines.pop()} ${lines[0]}${guide.letter.stopOf(one)}`)
      else if (!here) {
        const kind = listed ? "list" : unit.kind === "heading" || unit.kind === "subject" ? unit.kind : "lines"
        blocks.push({ kind, lines, ordered: unit.ordered })
      } else here.lines.push(...lines)
      before = unit.block
    }
    return blocks
  }

  /**
   * A finished letter as a text file: parts with an empty line between, a heading right above its text.
   *
   * @param {Finished[]} finished
   * @param {boolean} [byHand] - with boxes to tick
   * @returns {string}
   */
  const text = (finished, byHand) => {
    const blocks = blocksOf(finished, byHand)
    return blocks.map(({ kind, lines, ordered }, n) => {
      const marked = kind === "list" ? lines.map((line, i) => `${ordered ? `${i + 1}.` : "-"} ${line}`) : lines
      return (n === 0 ? "" : blocks[n - 1].kind === "heading" ? "\n" : "\n\n") + marked.join("\n")
    }).join("") + "\n"
  }

  /**
   * A finished letter as HTML for the clipboard. Every word goes in as text.
   *
   * @param {Finished[]} finished
   * @param {boolean} [byHand] - with boxes to tick
   * @returns {string}
   */
  const html = (finished, byHand) => {
    const root = document.createElement("div")
    const add = (parent, name, lines) => {
      const element = parent.appendChild(document.createElement(name))
      for (const [n, line] of lines.join("\n").split("\n").entries()) element.append(...(n ? [document.createElement("br")] : []), line)
      return element
    }
    for (const { kind, lines, ordered } of blocksOf(finished, byHand)) {
      if (kind === "list") {
        const list = root.appendChild(document.createElement(ordered ? "ol" : "ul"))
        for (const line of lines) add(list, "li", [line])
      } else if (kind === "lines") add(root, "p", lines)
      else add(root.appendChild(document.createElement("p")), "strong", lines)
    }
    return root.innerHTML
  }

  Object.assign(guide.letter, { text, html })
})()
