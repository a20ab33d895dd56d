// The words of a finding as a quote, with what stands around a day, and the page. Used by cards.js.
(() => {
  const { reader } = guide
  const LONGEST = 400
  const FULL = 60
  const BEGINS = /^(?:[\p{Lu}\d]|$)/u
  const LABEL = /(?:^|[\s\d])([^\s:\d][^:\d\n\t]{2,40}:\s*)$/

  const oneLine = words => (words ?? "").replace(/\s+/g, " ").trim()

  // The sentence or the line that the words stand in, so that a day is seen with what it belongs to: what is before, the day, what is after.
  const around = (doc, { start, end, quote }) => {
    if (!(end > start)) return [quote]
    const [head, tail] = [doc.text.slice(doc.text.lastIndexOf("\n", start - 1) + 1, start), doc.text.slice(end, end + LONGEST).split("\n", 1)[0]]
    const line = head + quote + tail
    // In a form it is the label, in a table the row, in a list the line.
    const label = LABEL.exec(head.slice(-60))
    if (label && !line.includes("\t")) return [label[1], quote]
    const isItem = line.length < FULL && BEGINS.test(line) && BEGINS.test(doc.text.slice(end + tail.length, end + tail.length + 40).trimStart())
    if (isItem || line.includes("\t") && line.length < LONGEST) return [head, quote, tail]
    const [before, after] = [doc.text.slice(Math.max(0, start - 90), start), doc.text.slice(end, end + 60)]
    const first = Math.max(before.lastIndexOf("\n\n"), before.lastIndexOf("\f"), before.search(/[.!?]\s+[^.!?]*$/))
    const last = after.search(/\n\n|\f|[.!?](?:\s|$)/)
    // Cut within a sentence, it begins and ends with a whole word.
    const begin = first < 0 && start > 90 ? before.replace(/^\S*\s/, "… ") : before.slice(first + 1).replace(/^[.!?]?\s+/, "")
    const rest = last < 0 ? end + 60 < doc.text.length ? after.replace(/\s\S*$/, " …") : after : after.slice(0, last + 1)
    return [begin, quote, rest]
  }

  const quoteInto = (place, doc, finding) => {
    const page = finding.page ?? (finding.end > finding.start ? reader.pageAt(doc, finding.start) : 0)
    place.hidden = !finding.quote
    const [head, day, tail] = (finding.date ? around(doc, finding) : [finding.quote]).map(part => part?.replace(/\s+/g, " ") ?? "")
    place.replaceChildren(`“${head.length > LONGEST ? `${head.slice(0, LONGEST)} …` : head.trimStart()}`)
    if (day) place.append(Object.assign(document.createElement("mark"), { textContent: day }), tail?.trimEnd() ?? "")
    place.append(`”${page && doc.pages.length > 1 ? ` ${guide.phrase("draft.page", { page })}` : ""}`)
  }

  guide.paperQuotes = { oneLine, quoteInto }
})()
