// What a letter says: its sheet read as units, and the units finished with a parent's answers.
//
// A unit is a line, a heading or an item of a list; the Word file has one paragraph for each, in the same order
// (scripts/guide/printing/word.py). What is what stands in attributes: scripts/guide/letter.py lists them.
// Screen, paper, copy, text and Word file all come from `finish`.
(() => {
  // Words and blanks in their order; what a blank shows is left out.
  const partsOf = element => [...element.childNodes].flatMap(node => {
    if (node.nodeType === Node.TEXT_NODE) return [node.textContent.replace(/\s+/g, " ")]
    if (node.nodeType !== Node.ELEMENT_NODE) return []
    const { field, kind, optional } = node.dataset
    if (!field) return partsOf(node)
    return [{ element: node, field, kind, optional: optional !== undefined, label: node.querySelector(".guide-blank__label").textContent }]
  })

  // The units of a sheet, to be read before anything in it changes.
  const read = sheet => [...sheet.querySelectorAll("[data-unit]")].map(element => {
    const box = element.querySelector("[data-item]")
    const block = element.closest("[data-block]")
    return {
      element, box, block, kind: element.dataset.unit, parts: partsOf(box ? element.querySelector("label") : element),
      things: block.dataset.block === "things", ordered: block.dataset.block === "numbers",
      section: block.dataset.section || "", leadsIn: element.dataset.leadIn !== undefined,
    }
  })

  // Typed text made fit for every file: one kind of line end, no character that a Word file may not hold.
  const clean = text => text.replace(/\r\n?|[\u2028\u2029\v\f\u0085]/g, "\n")
    .replace(/[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "").trim()

  const linesOf = value => value.split("\n").map(line => line.trim()).filter(Boolean)

  // The things of a list that a parent typed, one a line; none for another item.
  const thingsOf = (unit, values) => unit.kind === "item" && unit.parts.some(({ kind }) => kind === "list") ? linesOf(values[0]) : []

  // Of "Sampleton, Mo." before a full stop the letter keeps one; "Example, Jr." keeps its own before a comma.
  const fit = (value, next) => {
    const mark = typeof next === "string" && next.match(/^[.,;:]/)?.[0]
    return !mark ? value : value.replace(mark === "." ? /[\s.,;:]+$/ : /[\s,;:]+$/, "")
  }

  // Finish the units with answers: {value: field => clean text or "", taken: choice => true or false, isFalse: unit => whether
  // the days entered contradict it}.
  // Returns {unit, kept, values} for each, `values` being the texts of its blanks ("" where open).
  // `byHand`: nothing was entered, so all stays, to be filled in with a pen.
  const finish = (units, { value, taken, isFalse }, byHand = false) => {
    const finished = units.map(unit => {
      const values = unit.parts.flatMap((part, n) => typeof part === "string" ? [] : [
        part.kind === "signature" ? "" : fit(value(part.field), unit.parts[n + 1])])
      const blanks = unit.parts.filter(part => typeof part !== "string")
      const empty = blanks.some((blank, n) => blank.optional && !values[n])
      return { unit, values, kept: byHand || (!isFalse(unit) && (unit.kind === "choice" ? taken(unit.box.dataset.item) : !empty)) }
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
    return finished
  }

  // The words of a finished unit; an open blank is its label in brackets.
  const wordsOf = ({ unit, values }) => {
    let n = 0
    return unit.parts.map(part => typeof part === "string" ? part : values[n++] || `[${part.label}]`).join("").trim()
  }

  // A finished letter as blocks of plain text: {kind: "heading" | "subject" | "lines" | "list", lines, ordered}.
  // Chosen sentences run on as one paragraph.
  const blocksOf = (finished, byHand = false) => {
    const blocks = []
    let before = null
    for (const one of finished.filter(({ kept }) => kept)) {
      const { unit } = one
      const box = byHand && unit.kind === "choice" ? (unit.box.defaultChecked ? "[x] " : "[ ] ") : ""
      const listed = unit.kind === "item" || unit.things
      const things = thingsOf(unit, one.values)
      const lines = things.length ? things : [box + wordsOf(one)]
      const here = unit.block === before ? blocks[blocks.length - 1] : null
      if (!here) {
        const kind = listed ? "list" : unit.kind === "heading" || unit.kind === "subject" ? unit.kind : "lines"
        blocks.push({ kind, lines, ordered: unit.ordered })
      } else if (unit.kind === "choice" && !listed && !byHand) here.lines.push(`${here.lines.pop()} ${lines[0]}`)
      else here.lines.push(...lines)
      before = unit.block
    }
    return blocks
  }

  // A finished letter as a text file: parts with an empty line between, a heading right above its text.
  const text = (finished, byHand) => {
    const blocks = blocksOf(finished, byHand)
    return blocks.map(({ kind, lines, ordered }, n) => {
      const marked = kind === "list" ? lines.map((line, i) => `${ordered ? `${i + 1}.` : "-"} ${line}`) : lines
      return (n === 0 ? "" : blocks[n - 1].kind === "heading" ? "\n" : "\n\n") + marked.join("\n")
    }).join("") + "\n"
  }

  // A finished letter as HTML for the clipboard. Every word goes in as text.
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

  guide.letter = { read, finish, clean, linesOf, thingsOf, text, html }
})()
