// The labels of a form and the headings of a letter, and what stands under each. A label is known by its place: it stands
// at the start of a cell, before a colon, alone in a short line, in capitals, or behind a number.
(() => {
  const reader = guide.reader

  const NUMBER = /^[\s•*·▪■–—-]*(?:(?:section|part|item)\s+)?(?:#?\(?(?:\d{1,2}|[A-Ia-i]|[ivxIVX]{1,4})[).:]\s*|#?\d\s+(?=[A-Z]))?/
  const LEAD = /^(?:an?|the|any|each|description|describe|explanation|explain|statement|list|reasons?|other|sources|what|why|who|whom|how|whether|were|are|please|where|evaluations?|assessments?|records|tests|data|information|documents|options|alternatives|factors|persons|people|resources|identify)\b/i
  const wordsIn = words => words.trim().split(/\s+/).length

  // Where a label ends that begins at `from`, and how sure its form makes us; 0 where none begins.
  const colonHead = rest => {
    const colon = /^[^:?\t\f]{2,220}?[:?](?=[\s\t]|$)/.exec(rest)
    const words = colon?.[0]
    if (!words || /[.!;]\s+\S/.test(words) || /\n\s*\n|\n(?=[A-Z][a-z])/.test(words.trim()) || wordsIn(words) > 34) return 0
    return words.length
  }
  const capsHead = rest => {
    const caps = /^[A-Z][A-Z'/&,()-]+(?: +(?:AND|OR|OF|THE|WHY|FOR|TO|BY|WERE|IN) ?\n[A-Z'/&,()-]+(?![a-z])| +[A-Z'/&,()-]+(?![a-z]))*\b[.:]?(?=\s|$)/.exec(rest)
    return caps && caps[0].replace(/[^A-Z]/g, "").length > 2 ? caps[0].length : 0
  }
  const lineHead = (rest, isNumbered) => {
    const line = /^[^\n\t\f]*/.exec(rest)[0]
    const words = wordsIn(line)
    if (!/^["'(]?[A-Z]/.test(line)) return 0
    // "You have procedural safeguards." is a sentence, however short.
    const dot = /^(?!(?:you|we|there|this|it|he|she|they)\b)[^.:]{3,60}\.(?=\s|$)/i.exec(line)
    if (isNumbered && dot && wordsIn(dot[0]) < 8) return dot[0].length
    const next = rest[line.length] === "\n" ? rest.slice(line.length + 1) : ""
    if (dot && wordsIn(dot[0]) < 4 && words > wordsIn(dot[0]) + 2) return dot[0].length
    if (!/[.,;]$/.test(line) && words < 11 && (words < 5 || !/^[a-z]/.test(next) || (LEAD.test(line) && !/^(?:an?|the|any|each|were|are)\b/i.test(line)))) return line.length
    const dash = /^[^.:]{3,60}?\s[-–—]\s/.exec(line)
    if (dash) return dash[0].length
    if (!LEAD.test(line)) return dot && wordsIn(dot[0]) < 5 && words > wordsIn(dot[0]) ? dot[0].length : 0
    const two = /^[^\n\t\f.]*(?:\n[a-z][^\n\t\f.]*)?(?=[\n\t\f]|$)/.exec(rest)?.[0] ?? ""
    return two && !/[,;]$/.test(two) && wordsIn(two) < 31 && !/^\n[a-z]/.test(rest.slice(two.length)) ? two.length : 0
  }

  // "1." and "(a)" are of two kinds: items stand under a label.
  const styleOf = number => /\d/.test(number) ? "1" : /[A-Z]/.test(number) ? "A" : /[a-z]/.test(number) ? "a" : ""

  /** @returns {object[]} what may be a label: from, to (its words), body (where what it labels begins), caps, number, colon */
  const headsOf = text => {
    const heads = []
    // In a paper that is all in capitals they tell nothing.
    const isLoud = text.replace(/[^A-Z]+/g, "").length > text.replace(/[^a-z]+/g, "").length
    for (const cell of text.matchAll(/[^\n\t\f]+/g)) {
      if (cell.index < (heads.at(-1)?.to ?? 0)) continue
      const number = NUMBER.exec(cell[0])[0]
      // "After discussion, the district proposes the following:" may stand behind another sentence.
      const last = /[.!]\s+(?=[A-Z][^.!]*:\s*$)/.exec(cell[0])
      const from = cell.index + (last ? last.index + last[0].length : number.length)
      const rest = text.slice(from, from + 260)
      const colon = colonHead(rest)
      const caps = isLoud ? 0 : capsHead(rest)
      const inRow = text[cell.index - 1] === "\t" && wordsIn(cell[0]) > 4
      const length = colon || caps || (inRow ? 0 : lineHead(rest, number.trim() !== ""))
      if (length) heads.push({ from, start: cell.index, to: from + length, colon: colon > 0, caps: caps > 0 && caps >= length - 1, numbered: styleOf(number) })
    }
    return heads
  }

  // A head is a label if it has the words of one near its start. What is asked first wins: "other options considered and
  // why they were rejected" asks for options.
  const meaningOf = (text, head, hits, order) => {
    const inside = hits.filter(hit => hit.list === "labels")
    const bare = text.slice(head.from, head.to)
    for (const means of order) {
      const hit = inside.find(one => one.means === means && (head.colon || head.caps || one.from - head.from < 45))
      // A line that only begins like a label, "Reasons were given by her teacher", is none.
      if (hit && (head.colon || head.caps || head.numbered || LEAD.test(bare) || (hit.to - hit.from) * 3 >= bare.length || wordsIn(bare) < 6)) return means
    }
    return null
  }

  // A line in the middle of a sentence is no label, whatever its words.
  const goesOn = (text, head) => {
    const before = text.slice(Math.max(0, head.start - 60), head.start)
    return !head.colon && !head.caps && !head.numbered && /[a-z,]\n$/.test(before) && before.replace(/^[\s\S]*[\n\t\f](?=[^\n]*\n$)/, "").length > 45
  }

  // "Proposes [ ] Refuses [ ] to initiate or change:" is printed beside boxes, and no part begins there.
  const BOXES = /^\W*propos\w+\W+or\W+refus\w+\W*$|\b(?:initiate|begin|start)\b.{0,12}\bor\b.{0,12}\bchange\b|^\W*propos\w+\W+refus\w+\W*$/i

  // "The public agency [X] proposes [ ] refuses to:" has what is done behind it.
  const BOTH = /^[^\n]{0,60}\bpropos\w+[^\w\n]+(?:or )?refus\w+\W+to\W*\n/i

  // "Notice of action" names the paper, and no part of it.
  const isTitle = (text, head, words) => reader.within(words.papers, head.from, head.to)
    .some(hit => hit.list === "title" && /notice/i.test(text.slice(hit.from, hit.to)) && hit.from - head.from < 30 && !/understand/i.test(text.slice(head.from, head.to)))

  const isHow = words => /^(?:date|day|type|kind|how)\b(?!.*\b(?:know|understand|help)\b)|\b(?:day|date)\s*:?$/i.test(words)

  const kindOf = (text, head, words, order) => {
    const said = text.slice(head.from, head.to)
    if (/^what\W*$/i.test(said)) return "action"
    if (/^other\W*$/i.test(said)) return "factors"
    if (/^\W*propos\w+ or refus\w+\W*$/i.test(said) && /^ *(?:propos|refus)\w+[.:]? +\S/i.test(text.slice(head.to, head.to + 40))) return "action"
    if (isHow(said) || BOXES.test(said)) return "border"
    if (isTitle(text, head, words)) return null
    const means = meaningOf(text, head, reader.within(words.contents, head.from, head.to), order)
    if (means) return means
    const border = reader.within(words.borders, head.from, head.to).find(hit => hit.from - head.from < 4)
    return border && (head.colon || head.caps || head.to - border.to < 25) ? "border" : null
  }

  // In this order a label is asked what it means.
  reader.SEVEN = ["help", "safeguards", "options", "factors", "basis", "why", "action"]

  /** @returns {object[]} the labels of a paper in order, with what each means ("border" where it is none of the seven) */
  reader.findLabels = (text, words, order) => {
    const labels = []
    for (const head of headsOf(text)) {
      if (goesOn(text, head) || head.start < (labels.at(-1)?.to ?? 0)) continue
      const both = BOTH.exec(text.slice(head.start, head.start + 240))
      if (both) head.to = head.start + both[0].length
      labels.push(Object.assign(head, { means: both ? "action" : kindOf(text, head, words, order) }))
    }
    return labels
  }

  // The protections are often printed as a sentence of the form, without a label.
  const endOf = (text, label, end) => {
    const printed = /\n[^\n]{0,120}\bprocedural safeguards\b/i.exec(text.slice(label.to, end))
    return printed && !["safeguards", "help"].includes(label.means) ? label.to + printed.index : end
  }

  /** Whether a heading in the form of the labels is none that we know: what seems to be missing may stand under it. */
  reader.hasUnknown = (text, labels) => {
    const form = label => `${label.numbered}${label.caps}${label.colon}`
    const known = labels.filter(label => label.means && label.means !== "border")
    const common = known.map(form).sort().find((one, n, all) => all.filter(each => each === one).length * 2 >= all.length)
    return labels.some(label => !label.means && label.from > (known[0]?.from ?? 0) && form(label) === common && isLikeLabel(text, label))
  }
  const isLikeLabel = (text, label) => {
    const words = text.slice(label.from, label.to)
    const body = text.slice(label.to, label.to + 80)
    if (words.endsWith(".")) return wordsIn(words) < 4 && /^ \S/.test(body)
    return wordsIn(words) < (label.colon || label.numbered ? 12 : 7) && /^\s*\S/.test(body) && (label.caps || label.colon || label.numbered || /(?:^|[.!?:]|\n)\s*\n$/.test(text.slice(Math.max(0, label.start - 3), label.start)))
      && !/\d{3}|^\W*(?:none|n\/?a|not applicable|form|page)\b/i.test(words) && (label.colon || label.caps || label.numbered || /^\s*\n\s*[A-Z]/.test(body))
  }

  /** Those labels with where the part under each ends: at the next label, or at a heading in the same form. */
  reader.partsOf = (text, labels) => {
    const known = labels.filter(label => label.means && label.means !== "border")
    const most = test => known.length > 2 && known.filter(test).length * 3 > known.length * 2
    const areCaps = most(label => label.caps), areNumbered = ["1", "A", "a"].find(style => most(label => label.numbered === style))
    const ends = labels.filter(label => label.means || (areCaps && label.caps) || (areNumbered && label.numbered === areNumbered && !label.colon && label.to - label.from < 60))
    return ends.map((label, n) => Object.assign(label, { end: endOf(text, label, Math.max(label.to, ends[n + 1]?.start ?? text.length)) }))
  }
})()
