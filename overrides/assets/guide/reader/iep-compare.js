// Two versions of an IEP, side by side: which services came, went or changed, where the child learns, and which accommodations.
(() => {
  const reader = guide.reader

  const SAME = { counselling: "counseling", mathematics: "math", maths: "math", ot: "occupational", pt: "physical", slp: "speech" }
  const NOISE = new Set(["and", "the", "of", "in", "by", "with", "a", "to", "for", "services", "service", "instruction", "therapy", "taught", "co", "support", "group", "individual", "specially", "designed", "skills", "special", "education", "cotaught"])
  const wordsOf = (name, keep) => {
    const all = (name.toLowerCase().match(/[a-z0-9]+/g) ?? []).map(word => SAME[word] ?? word)
    const telling = all.filter(word => !NOISE.has(word))
    return new Set(telling.length && !keep ? telling : all)
  }
  const likeness = (a, b, keep) => {
    const one = wordsOf(a, keep), other = wordsOf(b, keep)
    const both = [...one].filter(word => other.has(word)).length
    return both / Math.max(one.size, other.size)
  }

  // Pairs the most alike first, each once; what finds no other is alone.
  const pairsOf = (before, after, name, least, keep) => {
    const all = before.flatMap(old => after.map(now => ({ old, now, like: likeness(name(old), name(now), keep) + (old.setting && old.setting === now.setting ? 0.01 : 0) })))
    const used = new Set(), pairs = []
    for (const pair of all.filter(one => one.like >= least).sort((a, b) => b.like - a.like)) {
      if (used.has(pair.old) || used.has(pair.now)) continue
      used.add(pair.old).add(pair.now)
      pairs.push(pair)
    }
    return { pairs, gone: before.filter(one => !used.has(one)), come: after.filter(one => !used.has(one)) }
  }

  const total = service => service.minutes === null ? null : service.minutes * (service.times ?? 1)
  const amountOf = service => service.minutes === null ? null
    : service.times === null ? `${service.minutes} minutes a ${service.per}` : `${service.minutes} minutes ${service.times} time${service.times === 1 ? "" : "s"} a ${service.per}`
  const place = finding => finding ? { start: finding.start, end: finding.end, quote: finding.quote, page: finding.page } : null

  const change = (what, kind, before, after, old, now) => ({ what, change: kind, before, after, was: place(old), is: place(now) })

  const lastDay = services => services.map(one => one.until).filter(Boolean).sort().at(-1)

  const changesOf = (old, now, ends) => {
    const found = []
    if (amountOf(old) && amountOf(now) && (total(old) !== total(now) || old.per !== now.per)) found.push(change(now.what, "amount", amountOf(old), amountOf(now), old, now))
    for (const key of ["setting", "with"]) if (old[key] && now[key] && old[key] !== now[key]) found.push(change(now.what, key, old[key], now[key], old, now))
    // That all days of a new year move is no change; that one service stops before the others is.
    const stopsNow = now.until && now.until < ends.after, stoppedBefore = old.until && old.until < ends.before
    if (stopsNow && !stoppedBefore) found.push(change(now.what, "until", old.until, now.until, old, now))
    return found
  }

  const HEAD = /^\W*(?:(?:program|classroom|testing|test|instructional) )?(?:accommodations?|adaptations|modifications|supplementary aids)\b[^.\n]{0,60}$/i
  const STOP = /^\W*(?:placement|least restrictive|lre\b|services?\b|special education|related services|extended school year|esy\b|annual goals|goals?\b|present level|transition|progress|state|district|assessment|signature|participants|page \d|where\b.*learn|notes?\b|parent|regular education|regular class|inside)/i
  const ROW = /^(?:support|accommodation|where|what|how often|location|frequency)\b.*\b(?:where|how often|location|frequency|subject)/i

  // The lines under the heading of accommodations, each without its bullet, its room and its days.
  const accommodationsOf = flow => {
    const { text } = flow
    const found = []
    let isIn = false, afterGap = false
    for (const hit of text.matchAll(/[^\n\f]*(?:[\n\f]|$)/g)) {
      const line = hit[0].trim()
      const inline = /^\W*(?:accommodations?|adaptations)\s*:\s*(\S.*)$/i.exec(line)
      if (inline) {
        const items = inline[1].split(/;\s*|,\s+(?=[a-z]+)/)
        let at = hit.index
        for (const item of items) {
          at = text.indexOf(item, at)
          found.push({ name: item.replace(/\.$/, ""), ...flow.quote(at, at + item.length) })
        }
      } else if (HEAD.test(line) && line.split(/\s+/).length < 8) isIn = true
      else if (isIn && line && (STOP.test(line) || line.endsWith(":"))) isIn = false
      else if (isIn && !line) afterGap = true
      else if (isIn && !ROW.test(line)) {
        const bullet = /^[\s•*▪●○◦☐☒☑–—-]*(?:\[[ xX]?\]|\(?\d{1,2}[).])?\s*/.exec(line)[0]
        const item = line.slice(bullet.length).split("\t")[0].replace(/[.;,]$/, "")
        if (afterGap && !bullet.trim() && item.split(/\s+/).length > 14) isIn = false
        else if (item && /[a-z]{2}/i.test(item) && !(/^[a-z]/.test(item) && !bullet.trim())) {
          const from = text.indexOf(item, hit.index)
          found.push({ name: item, ...flow.quote(from, from + item.length) })
        }
        afterGap = false
      }
    }
    return found
  }

  /**
   * @param {object} before an earlier paper, as `reader.read` gives it
   * @param {object} after the later one
   * @returns {object[]} what changed: what, change, before, after, and the places `was` in the one and `is` in the other
   */
  reader.compare = (before, after) => {
    const old = reader.paper(before), now = reader.paper(after)
    if (old.kind !== "iep" || now.kind !== "iep") return []
    const { pairs, gone, come } = pairsOf(old.services, now.services, one => one.what, 0.5)
    const ends = { before: lastDay(old.services), after: lastDay(now.services) }
    const found = pairs.flatMap(pair => changesOf(pair.old, pair.now, ends))
    for (const one of gone) found.push(change(one.what, "removed", amountOf(one), null, one, null))
    for (const one of come) found.push(change(one.what, "added", null, amountOf(one), null, one))
    const of = paper => paper.values.find(one => one.name === "placement")
    if (of(old) && of(now) && of(old).value !== of(now).value) found.push(change("placement", "placement", of(old).value, of(now).value, of(old), of(now)))
    const [was, is] = [before, after].map(doc => accommodationsOf(reader.flow(doc)))
    if (!was.length || !is.length) return found
    const rows = pairsOf(was, is, one => one.name, 0.6, true)
    for (const one of rows.gone) found.push(change(one.name, "accommodation-removed", null, null, one, null))
    for (const one of rows.come) found.push(change(one.name, "accommodation-added", null, null, null, one))
    return found
  }
})()
