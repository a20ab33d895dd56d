// What stands in a draft agreement: its weak words, its promises, the points of the checklist and the clauses that a
// lawyer should see. Each finding has its place in the text and the words that stand there. It judges words, never
// the deal.
(() => {
  const reader = guide.reader = guide.reader ?? {}

  let rules
  const readyRules = () => {
    if (rules) return rules
    const data = guide.readerData.agreement, lines = words => reader.patternLines(words, data.sets)
    const families = data.weak.map(family => ({ ...family, kind: "weak", words: lines(family.words) }))
    const said = reader.agreementRules(data, lines)
    rules = { find: reader.matcher([...families, { kind: "sound", words: lines(data.sound) }, ...said.parts]), said: said.rules, categories: data.categories }
    return rules
  }

  const readChunk = (words, story) => {
    const { find, said } = readyRules()
    const view = reader.smoothText(words), lower = reader.lower(view.text)
    const pieces = reader.agreementPieces.unitsOf(view.text, story), hits = find(lower)
    const weak = reader.agreementWeak(lower, pieces.units, hits)
    const promises = reader.agreementPromises(view.text, lower, pieces.units, weak)
    return { view, story: pieces.story, weak, promises, said: reader.agreementSaid(lower, pieces.units, hits, weak, said), parents: reader.agreementParents(view.text) }
  }

  // What was read of a chunk, for as long as its words stay the same: typing in one reads only that one again.
  let kept = new Map()

  reader.agreement = doc => {
    const next = new Map(), weak = [], promises = [], said = [], parents = []
    const { categories } = readyRules()
    let story = false
    for (const chunk of reader.agreementPieces.chunksOf(doc.text)) {
      const key = `${story ? 1 : 0}${chunk.text}`, known = kept.get(key) ?? next.get(key) ?? readChunk(chunk.text, story)
      next.set(key, known)
      story = known.story
      parents.push(...known.parents)
      const place = (start, end) => reader.place(doc, known.view, start, end, chunk.start)
      for (const { start, end, family } of known.weak) {
        const { reason, point } = categories[family.category]
        weak.push({ ...place(start, end), category: family.category, family: family.id, reason, better: family.better, point })
      }
      for (const { start, end, ...fields } of known.promises) promises.push({ ...place(start, end), ...fields })
      for (const { start, end, ...rest } of known.said) said.push({ ...place(start, end), ...rest })
    }
    kept = next
    return { weak, promises, ...reader.agreementPoints(said, promises, weak, parents) }
  }
})()
