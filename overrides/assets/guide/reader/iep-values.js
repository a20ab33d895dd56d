// Where a child learns, and whether it has an extended school year: in words, by share of the day, or by a box that is ticked.
(() => {
  const reader = guide.reader

  const found = (flow, name, value, from, to) => ({ name, value, ...flow.quote(from, to) })
  const lineOf = (text, at) => ({ from: reader.lineStart(text, at), to: reader.lineEnd(text, at) })

  const BOX = /\[\s*[xX✓✔]\s*\]|\(\s*[xX✓✔]\s*\)|☒|☑|✓|✔|_+[xX]_+|\bl[xX]l\b/
  const OPEN = /\[\s*\]|\(\s*\)|☐|□|_{2,}/

  const SHARES = [
    ["regular-80", /\boutside\b.{0,60}\b(?:less|under|no more|fewer)\b\D{0,10}2[01]\b/i],
    ["regular-40-79", /\boutside\b.{0,60}\b2[01]\b\D{0,14}\b(?:59|60)\b/i],
    ["regular-under-40", /\boutside\b.{0,60}\b(?:more|over|at least)\b\D{0,10}6[01]\b/i],
    ["regular-40-79", /\b40\s*(?:%|percent)?\s*(?:to|-|–|and|through)\s*(?:79|80)\b/i],
    ["regular-under-40", /(?:less|under|below|fewer|<)\D{0,14}\b(?:40|39)\b|\b(?:39|40)\s*(?:%|percent)?\s*or (?:less|under|fewer|below)/i],
    ["regular-80", /(?:at least|>=?|≥|more than|no(?:t)? less than|over)\D{0,14}\b80\b|\b80\s*(?:%|percent)?\D{0,8}(?:or (?:more|greater|above|over|higher)|and (?:above|over|more|up)|to 100|\+)/i],
    ["separate-school", /\bseparate (?:public |private )?(?:day )?(?:school|facility)|\bspecial (?:day )?school\b/i],
  ]
  const placement = (flow) => {
    const { text } = flow
    const list = []
    for (const line of text.matchAll(/[^\n\f]+/g)) {
      if (!/regular|general|gen\.? ed|separate|special (?:day )?school|placement|LRE/i.test(line[0])) continue
      const from = line.index
      const words = line[0] + (/\d/.test(line[0]) ? "" : text.slice(from + line[0].length).match(/^\n?[^\n\f]*/)[0])
      const means = SHARES.find(([, share]) => share.test(words))?.[0]
      if (means && !/\bgoal\b|accura|trials|\btests?\b|score/i.test(words)) list.push({ means, line: words, from, to: from + words.length })
    }
    const ticked = list.filter(one => BOX.test(one.line))
    const chosen = ticked.length ? ticked : list.filter(one => !OPEN.test(one.line))
    if (chosen.length && new Set(chosen.map(one => one.means)).size === 1) return [found(flow, "placement", chosen[0].means, chosen[0].from, chosen[0].to)]
    return byPercent(flow)
  }

  // "Inside the regular class 61 percent of the week."
  const byPercent = flow => {
    const hits = [...flow.text.matchAll(/\b(?:inside|in) (?:the |a )?(?:regular|general)[^.\n]{0,50}?\b(\d{1,3})\s*(?:%|percent)|\bpercent(?:age)? of (?:the |his |her )?(?:school )?(?:day|week|time) in(?:side)? (?:the )?(?:regular|general)\D{0,20}(\d{1,3})\b|\b(\d{1,3})\s*(?:%|percent) of (?:the|his|her|their) (?:school )?(?:day|week|time)[^.\n]{0,20}? (?:in|inside|with) (?:the |a )?(?:regular|general)/gi)]
    if (hits.length !== 1) return []
    const share = Number(hits[0][1] ?? hits[0][2] ?? hits[0][3])
    const line = lineOf(flow.text, hits[0].index)
    return [found(flow, "placement", share >= 80 ? "regular-80" : share >= 40 ? "regular-40-79" : "regular-under-40", line.from, line.to)]
  }

  const NO = /\bnot (?:be )?(?:needed|required|eligible|necessary|recommended|considered necessary|qualif)|\bno\b|\bis not\b|\bdoes not\b|\bdeclin|\bnone\b/i
  const YES = /\byes\b|\beligible\b|\bneeded\b|\brequired\b|\bwill (?:receive|have|get|be provided)|\bis necessary|\bqualif|\brecommended/i
  const esy = (flow, words) => {
    const { text } = flow
    for (const hit of words.esy ?? []) {
      const line = lineOf(text, hit.from)
      const next = lineOf(text, Math.min(text.length, line.to + 1))
      for (const to of [line.to, next.to]) {
        const said = text.slice(hit.to, to)
        if (/to be decided|later|will be (?:decided|determined|considered|discussed)|by (?:the )?(?:spring|april|may)/i.test(said)) break
        const boxFirst = /^(?:(?!\b(?:yes|no)\b)[^[(☐☒☑□])*[[(☐☒☑□]/i.test(said)
        const boxes = [...said.matchAll(boxFirst ? /(?:\[\s*[xX✓✔]\s*\]|\(\s*[xX]\s*\)|☒|☑|✓|✔)\s*(yes|no)\b/gi : /\b(yes|no)\s*:?\s*(?:\[\s*[xX✓✔]\s*\]|☒|☑|\(\s*[xX]\s*\)|_+[xX])/gi)]
        const value = boxes.length === 1 ? boxes[0][1].toLowerCase()
          : OPEN.test(said) || /\byes\b[^\n]*\bno\b/i.test(said) ? null : NO.test(said) ? "no" : YES.test(said) ? "yes" : null
        if (value) return [found(flow, "esy", value, hit.from, to)]
        if (OPEN.test(said)) break
      }
    }
    return []
  }

  /** @returns {object[]} placement and ESY of an IEP: name, value, start, end, quote, page */
  reader.iepValues = (flow, words) => [...placement(flow), ...esy(flow, words)]
})()
