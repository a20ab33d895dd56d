// What stands in a draft agreement: its weak words, its promises, the points of the checklist and the clauses that a
// lawyer should see. Each finding has its place in the text and the words that stand there. It judges words, never
// the deal.
(() => {
  const reader = guide.reader = guide.reader ?? {}

  // A pattern's {sets} are written out once.
  const withSets = (words, sets) => words.trim().split("\n").filter(Boolean).map(pattern => pattern.replace(/\{(\w+)\}/g, (_, name) => `[${sets[name]}]`))

  const entriesOf = data => {
    const all = [...data.weak.map(family => ({ ...family, kind: "weak" })), { kind: "sound", words: data.sound }]
    for (const [id, lists] of Object.entries(data.points ?? {})) for (const [status, words] of Object.entries(lists)) all.push({ kind: "point", id, status, words })
    for (const [id, words] of Object.entries(data.clauses ?? {})) all.push({ kind: "clause", id, words })
    return all.map(entry => ({ ...entry, words: withSets(entry.words, data.sets) }))
  }

  let rules
  const readyRules = () => {
    if (rules) return rules
    const data = guide.readerData.agreement, entries = entriesOf(data)
    rules = { find: reader.matcher(entries), categories: data.categories }
    return rules
  }

  const readChunk = (words, story) => {
    const { find } = readyRules()
    const view = reader.smoothText(words), lower = reader.lower(view.text)
    const pieces = reader.agreementPieces.unitsOf(view.text, story), hits = find(lower)
    const weak = reader.agreementWeak(lower, pieces.units, hits)
    const promises = reader.agreementPromises?.(view.text, lower, pieces.units, weak) ?? []
    const said = reader.agreementSaid?.(view.text, lower, pieces.units, hits, weak, promises) ?? []
    return { view, story: pieces.story, weak, promises, said }
  }

  // What was read of a chunk, for as long as its words stay the same: typing in one reads only that one again.
  let kept = new Map()
  const keptChunk = (words, story, next) => {
    const key = `${story ? 1 : 0}${words}`, known = kept.get(key) ?? readChunk(words, story)
    next.set(key, known)
    return known
  }

  reader.agreement = doc => {
    const next = new Map(), weak = [], promises = [], said = []
    const { categories } = readyRules()
    let story = false
    for (const chunk of reader.agreementPieces.chunksOf(doc.text)) {
      const known = keptChunk(chunk.text, story, next)
      story = known.story
      const place = (start, end) => reader.place(doc, known.view, start, end, chunk.start)
      for (const { start, end, family } of known.weak) {
        const { reason, point } = categories[family.category]
        weak.push({ ...place(start, end), category: family.category, family: family.id, reason, better: family.better, point })
      }
      for (const { start, end, ...fields } of known.promises) promises.push({ ...place(start, end), ...fields })
      for (const { start, end, ...rest } of known.said) said.push({ ...place(start, end), ...rest })
    }
    kept = next
    return { weak, promises, ...reader.agreementPoints?.(said, promises, weak) }
  }
})()
