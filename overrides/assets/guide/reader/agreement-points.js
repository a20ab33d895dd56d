// The points of the checklist and the clauses for a lawyer: which sentences speak to each, and how. The rules stand in
// docs/_data/reader/agreement.yml; the points about promises follow from what was found of those.
(() => {
  const reader = guide.reader = guide.reader ?? {}

  // A rule's line, "a & b & !c", in its patterns; each pattern is looked for once, however many rules have it.
  reader.agreementRules = (data, lines) => {
    const parts = new Map(), rules = []
    const partOf = words => {
      if (words.startsWith("@")) return words
      if (!parts.has(words)) parts.set(words, { kind: "part", words: [words] })
      return parts.get(words)
    }
    const add = (rule, words) => {
      for (const line of lines(words ?? "")) {
        const all = line.split(" & ").map(part => part.trim())
        rules.push({ ...rule, has: all.filter(part => !part.startsWith("!")).map(partOf), lacks: all.filter(part => part.startsWith("!")).map(part => partOf(part.slice(1))) })
      }
    }
    for (const [id, { present, unclear }] of Object.entries(data.points)) {
      add({ point: id, status: "present" }, present)
      add({ point: id, status: "unclear" }, unclear)
    }
    for (const [id, words] of Object.entries(data.clauses)) add({ clause: id }, words)
    const byFirst = new Map()
    for (const rule of rules) byFirst.set(rule.has[0], [...byFirst.get(rule.has[0]) ?? [], rule])
    return { rules: byFirst, parts: [...parts.values()] }
  }

  const DAY = /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s+\d{1,2}\b|\b\d{1,2}\/\d{1,2}\b|\b\d{1,2}\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/
  const WITHDRAWS = /withdraw|dismiss|drop|pull|retract|file|complaint/
  const LATER = /expire|forfeit|lapse|end\b|relieve|void|absen|repay|mediation|responsible|reviewable|attorney/

  const marksOf = (text, unit, weak) => {
    const here = reader.overlapping(weak, unit.start, unit.end), has = new Set()
    for (const mark of here) {
      const words = text.slice(mark.start, mark.end), { category } = mark.family
      has.add(`@${category}`)
      if (category === "gives-up") has.add(WITHDRAWS.test(words) ? "@withdraws" : LATER.test(words) ? "@loses" : "@gives-up-all")
      else if (category !== "secret" && category !== "not-final") has.add("@weak")
    }
    const words = text.slice(unit.start, unit.end)
    if (DAY.test(words)) has.add("@day")
    if (/_{3,}/.test(words)) has.add("@blank")
    if (/\$\s?\d/.test(words)) has.add("@dollars")
    return has
  }

  reader.agreementSaid = (text, units, hits, weak, rules) => {
    const parts = hits.filter(hit => hit.entry.kind === "part"), said = []
    let next = 0, title
    for (const unit of units) {
      const has = marksOf(text, unit, weak)
      while (next < parts.length && parts[next].start < unit.start) next += 1
      for (let at = next; at < parts.length && parts[at].start < unit.end; at += 1) has.add(parts[at].entry)
      if (unit.heading) title = { item: unit.item, has }
      if (!has.size && !title || unit.heading || unit.story || unit.unchecked) continue
      if (title?.item === unit.item) for (const part of title.has) has.add(part)
      title = undefined
      const place = { start: unit.start, end: unit.end }
      for (const part of has) for (const { point, status, clause, has: needed, lacks } of rules.get(part) ?? []) {
        if (unit.open && status === "present") continue
        if (needed.every(one => has.has(one)) && !lacks.some(one => has.has(one))) said.push({ ...place, point, status, clause })
      }
      if (has.has("@gives-up")) said.push({ ...place, clause: "release", broad: true, marks: [...has].filter(mark => typeof mark === "string") })
      if (has.has("@secret")) said.push({ ...place, clause: "secrecy" })
    }
    return said
  }

  // The parents' names, so that what they promise is known as theirs.
  const PARENT = /\b(?:parents?(?:\(s\))?|mother|mom|father|dad|guardian|for the family)\b\)?\s*[:(,]?\s*((?:[A-Z][a-z]+ and )?(?:[A-Z][a-z]+|[A-Z]\.)\s[A-Z][a-z]*)|\b([A-Z][a-z]+\s[A-Z][a-z]+)\s*(?:\(|,\s*)(?:hereafter\s+"|the\s+|")*(?:parent|mother|father|mom|dad|guardian)\b|\b([A-Z]\.\s[A-Z][a-z]+)\s*\((?:parent|mother|father)/g
  reader.agreementParents = text => [...text.matchAll(PARENT)].flatMap(found => (found[1] ?? found[2] ?? found[3]).replace(/\s+/g, " ").split(" and "))

  const PARENT_WORD = /\b(?:parents?|mother|father|mom|dad|guardian|family)\b/i
  const samePerson = (one, other) => {
    const [first, last] = one.split(" "), [otherFirst, otherLast] = other.split(" ")
    return one === other || (first.endsWith(".") || otherFirst.endsWith(".") ? first[0] === otherFirst[0] && last === otherLast : first === otherFirst)
  }
  const isParents = ({ who }, parents) => Boolean(who) && (PARENT_WORD.test(who) || parents.some(name => samePerson(name, who)))

  const RECORD = /\b(?:reports?|logs?|charts?|scores?|data|results?|statement|sheets?|graph|progress|record|tally|notes?|summary)\b/i
  const TELLS = /\b(?:sen[dt]s?|e-?mail\w*|mail\w*|giv\w+|wri\w+|provid\w+|shar\w+|post\w*|deliver\w*|transmit\w*|fill\w*|keep\w*|measur\w*|show\w*|bring\w*|furnish\w*|hand\w*|copies|copy)\b/i
  const MAKEUP = /\b(?:make-?\s?up|compensat\w*|on top of|in addition to (?:the|what)|owes?|missed (?:hours|sessions|time|minutes))\b/i

  const status = (all, good) => !all.length ? "absent" : all.every(good) ? "present" : "unclear"
  const point = (state, places) => ({ status: state, quotes: state === "absent" ? [] : places.slice(0, 3).map(({ start, end, quote }) => ({ start, end, quote })) })

  const FIRM = /\b(?:will|shall|agrees?|must|promises?|gives?|signs?|sends?|returns?|hands?|fills?|writes?|tells?|calls?|pays?)\b|'ll\b/i

  // The points that follow from the promises.
  const promised = (promises, weak, parents) => {
    const inside = (promise, categories) => reader.overlapping(weak, promise.start, promise.end).some(mark => categories.has(mark.category))
    const services = promises.filter(promise => promise.kind === "service"), theirs = promises.filter(promise => isParents(promise, parents) && !inside(promise, new Set(["gives-up", "secret"])) && !/\b(?:may|can|should (?:contact|call|notify))\b/i.test(promise.quote))
    const loose = weak.some(mark => mark.category === "not-bound")
    const uncounted = new Set(["uncountable"]), noDay = new Set(["no-day"]), noName = new Set(["no-name"])
    const records = promises.filter(promise => (RECORD.test(promise.what ?? "") || promise.who && promise.frequency && RECORD.test(promise.quote)) && TELLS.test(promise.quote) && !/iep/i.test(promise.quote) && (promise.frequency || inside(promise, uncounted)))
    const makeup = promises.filter(promise => MAKEUP.test(promise.quote) && (promise.unit === "hours" || /make-?\s?up|compensat/i.test(promise.quote)))
    const whole = makeup.some(promise => promise.complete)
    const checks = {
      "how-much": [services, promise => promise.amount !== null && promise.frequency !== null && !inside(promise, uncounted)],
      "firm-words": [promises, () => !loose],
      "first-and-last-day": [promises, promise => (promise.until !== null && (promise.kind !== "service" || promise.from !== null || promise.frequency === "total")) && !inside(promise, noDay)],
      "someone-named": [promises, promise => promise.who !== null && !inside(promise, noName)],
      "exact-terms": [promises, promise => promise.complete],
      "who-checks": [records, promise => promise.who !== null && promise.frequency !== null && !inside(promise, uncounted)],
      "your-part": [theirs, promise => (promise.until !== null || promise.from !== null) && FIRM.test(promise.quote)],
      makeup: [makeup, promise => promise.complete || whole && !inside(promise, uncounted)],
    }
    return Object.fromEntries(Object.entries(checks).map(([id, [all, good]]) => {
      const state = status(all, good), bad = all.filter(promise => !good(promise))
      return [id, point(state, state === "unclear" ? bad : all)]
    }))
  }

  const worse = (one, other) => other && (other.status === "unclear" || one.status === "absent") ? { ...other, quotes: [...other.quotes, ...one.quotes].slice(0, 3) } : one

  const GIVES_NOTHING = /^(?:no|nothing)\b|\b(?:waives?|releases?|gives? up)\s+(?:no|nothing)\b/i

  reader.agreementPoints = (said, promises, weak, parents) => {
    const data = guide.readerData.agreement, points = {}, clauses = { release: [], secrecy: [] }
    for (const id of Object.keys(data.points)) {
      const here = said.filter(one => one.point === id), unclear = here.filter(one => one.status === "unclear")
      points[id] = point(unclear.length ? "unclear" : here.length ? "present" : "absent", unclear.length ? unclear : here)
    }
    for (const [id, own] of Object.entries(promised(promises, weak, parents))) points[id] = points[id] ? worse(points[id], own) : own
    for (const id of Object.keys(data.clauses)) clauses[id] = []
    const seen = new Set()
    for (const { clause, start, end, quote, broad } of said) {
      if (!clause || seen.has(`${clause} ${start}`)) continue
      seen.add(`${clause} ${start}`)
      clauses[clause].push({ start, end, quote, ...clause === "release" ? { broad } : {} })
    }
    const limited = said.filter(one => one.point === "releases" && one.status === "present"), withdrawn = said.filter(one => one.marks?.includes("@withdraws"))
    for (const { start, end, quote } of limited) if (!GIVES_NOTHING.test(quote) && !seen.has(`release ${start}`)) clauses.release.push({ start, end, quote, broad: false })
    if (points.releases.status === "absent" && withdrawn.length) points.releases = point("unclear", withdrawn)
    return { points, clauses }
  }
})()
