// A notice: what it proposes or refuses, and which of the seven contents it has. Nothing is said to be missing or empty that
// may stand there in other words: then the answer is "look".
(() => {
  const reader = guide.reader, { SEVEN } = reader
  const EMPTY = /^(?:n\/?\s?a\.?|not at this time|none(?: (?:at this time|noted|known|given|listed|to report|reported|identified))?|nil|not applicable|not given|no|no other|does not apply|nothing|same|see (?:the )?(?:above|below|iep|attached|attachment|file|notes?|report|minutes|page \d+|previous page|other side)(?: (?:iep|document|page|minutes|report|notes))?|as (?:above|discussed)|same as (?:above|before)|[-–—_.*x/ ]*|tbd|to be determined|blank|left blank)[.;]?$/i
  const UNSURE = /^(?:no|none|not)\b[^.]{0,70}\.?$|^.{1,7}$|^see\b.{0,60}$/i
  const FOOTER = /(?:^|\n)\s*(?:form\b|page \d|p\. ?\d|rev\b|revised\b|printed\b|\d+ of \d+|34 cfr|.{0,20}\b(?:printed|rev(?:ised)?\.?) ?\d)[^\n]*/gi
  // Boxes to tick, with what is printed beside them.
  const TICKED = /(?:\[\s*[xX✓✔]\s*\]|\(\s*[xX✓✔]\s*\)|☒|☑|✓|✔|■|\bl[xX]l\b|_+[xX✓]_+|\b[xX]\b)\s*(?:the district |district |we )?(propos|refus)/gi
  const ANSWERED = /\bpropos\w+\W+or\W+refus\w+\s*[?:]\s*(propos|refus)/gi
  const TICKED_AFTER = /\b(propos|refus)\w*:?\s*(?:\[\s*[xX✓✔]\s*\]|\(\s*[xX✓✔]\s*\)|☒|☑|_+[xX]_+)(?!\s*(?:propos|refus))/gi

  const stateOf = words => {
    const said = words.replace(FOOTER, "").replace(/[[(]\s*[\])]|☐|□/g, "").replace(/\s+/g, " ").trim()
    if (EMPTY.test(said)) return "empty"
    return UNSURE.test(said) ? "look" : "present"
  }

  // A form copied with its labels first and its values behind them: nobody can say what belongs to what.
  const isFlat = (text, parts) => {
    const asked = parts.filter(part => part.means !== "border")
    const bare = part => !text.slice(part.to, part.end).trim()
    const first = asked.findIndex(part => !bare(part))
    const threeInARow = asked.some((part, n) => n > 1 && asked.slice(n - 2, n + 1).every(bare))
    return threeInARow || (asked.length > 1 && (first > 1 || first < 0))
  }

  const contentsByWords = (text, words, key, outside) => {
    const hits = (words.contents ?? []).filter(hit => hit.means === key && (hit.list === "words" || hit.list === "hints") && outside(hit))
    const sure = hits.find(hit => hit.list === "words")
    return sure ? { state: "present", hit: sure } : hits.length ? { state: "look", hit: hits[0] } : null
  }

  const sentenceAround = (text, at) => reader.sentences(text, Math.max(0, at - 500), Math.min(text.length, at + 1500)).find(one => one.to > at)

  const partsFound = (text, parts, key) => parts.filter(part => part.means === key)
    .map(part => ({ state: stateOf(text.slice(part.to, part.end)), from: part.to, to: part.end, label: part }))

  // Two labels side by side, with what they label below: columns that could not be told apart.
  const isBeside = (text, { label, from, to }) => !text.slice(from, to).trim() && (text[label.start - 1] === "\t" || /^ *\t/.test(text.slice(from, from + 4)))

  const RANK = { present: 3, look: 2, empty: 1 }

  const contentOf = (flow, words, parts, key, isForm, flat, isUnsure) => {
    const { text } = flow
    const labeled = partsFound(text, parts, key).sort((a, b) => RANK[b.state] - RANK[a.state])[0]
    if (labeled && !flat) {
      if (labeled.state === "empty" && isBeside(text, labeled)) return { state: "look" }
      if (labeled.state === "empty") return { state: "empty", ...flow.quote(labeled.label.from, labeled.to) }
      return { state: labeled.state, ...flow.quote(labeled.from, Math.min(labeled.to, labeled.from + 600)) }
    }
    const heads = parts.filter(part => part.means !== "border" || part.colon)
    const outside = hit => !heads.some(part => hit.from >= part.from && hit.to <= part.to)
    const said = contentsByWords(text, words, key, outside)
    if (!said) return { state: flat || isUnsure(key) ? "look" : "missing" }
    // In a form with labels a hint in another part says nothing, and words of one say it only where they are unlike the rest.
    if (isForm && !flat && !LOOSE.has(key)) return { state: said.state === "present" || isUnsure(key) ? "look" : "missing" }
    if (isForm && !flat && said.state === "look") return { state: isUnsure(key) ? "look" : "missing" }
    const sentence = said.state === "present" && sentenceAround(text, said.hit.from)
    if (sentence && NOTHING.test(text.slice(sentence.from, sentence.to))) return { state: "look" }
    return sentence ? { state: flat && !LOOSE.has(key) ? "look" : "present", ...flow.quote(sentence.from, sentence.to) } : { state: "look" }
  }
  const NOTHING = /^\W*(?:there (?:are|is|were|was) no|no other|nothing else)\b/i
  // What has words of its own, wherever it stands.
  const LOOSE = new Set(["safeguards", "help"])

  const verbsIn = (words, from, to) => reader.within(words.verbs, from, to).map(hit => hit.means)

  const verbOf = (text, words, one) => {
    const verbs = new Set(verbsIn(words, one.from, one.to))
    // "Proposes or refuses" is printed on the form.
    if (/propos\w*\W+(?:or|and|\/)?\W*(?:to )?refus/i.test(text.slice(one.from, one.to))) return null
    if (verbs.size < 2) return [...verbs][0] ?? null
    const first = reader.within(words.verbs, one.from, one.to).find(hit => !/\bparent|mother|father|you\b/i.test(text.slice(Math.max(one.from, hit.from - 25), hit.from)))
    return first?.means ?? null
  }

  // Rows of a table: "1 | Proposed | Raise occupational therapy".
  const rowActions = (text, from, to) => [...text.slice(from, to).matchAll(/(?:^|[\n\t])(propos|refus|declin|denied|den(?=y))\w*\t([^\n\t]{4,})|(?:^|[\n\t])([^\n\t]{8,})\t(propos|refus|declin|denied)\w*(?=[\n\t]|$)/gi)].map(found => {
    const words = found[2] ?? found[3]
    const at = from + found.index + found[0].indexOf(words)
    return { verb: /propos/i.test(found[1] ?? found[4]) ? "proposed" : "refused", from: at, to: at + words.length }
  })

  const tickedVerb = text => {
    const found = new Set([TICKED, TICKED_AFTER, ANSWERED].flatMap(one => Array.from(text.matchAll(one), hit => hit[1].toLowerCase())))
    if (!found.size && /\b(?:plans|intends|proposes|wishes|wants) to\s*:/i.test(text)) return "proposed"
    return found.size === 1 ? { propos: "proposed", refus: "refused" }[[...found][0]] : null
  }

  const ownWords = (text, one) => ({ ...one, from: one.from + /^\s*(?:[•*▪☐☒☑-]|\[[ xX]?\]|\(?(?:\d{1,2}|[A-Ha-h])[).])*\s*/.exec(text.slice(one.from, one.to))[0].length })

  const labelVerb = label => /refus/i.test(label) === /propos|intend|plan to|want to/i.test(label) ? null : /refus/i.test(label) ? "refused" : "proposed"

  const actionsIn = (text, words, from, to, label) => {
    const rows = rowActions(text, from, to)
    if (rows.length) return rows
    const sentences = reader.sentences(text, from, to).map(one => ownWords(text, one)).filter(one => /[a-z]{3}/i.test(text.slice(one.from, one.to)))
    // A ticked box and its word alone say nothing of what is done.
    const found = sentences.map(one => Object.assign(one, { verb: verbOf(text, words, one) })).filter(one => one.verb && text.slice(one.from, one.to).trim().split(/\s+/).length > 2)
    if (found.length) return found
    const items = sentences.filter(one => /[•*▪-]\s*$/.test(text.slice(one.from - 3, one.from)))
    const listed = labelVerb(label)
    if (listed && items.length) return items.map(one => Object.assign(one, { verb: listed }))
    const verb = tickedVerb(text) ?? labelVerb(label)
    const first = sentences.find(one => text.slice(one.from, one.to).trim().split(/\s+/).length > 1)
    return verb && first && stateOf(text.slice(first.from, first.to)) !== "empty" ? [{ ...first, verb }] : []
  }

  const ACTS = /\b(?:propos|refus|declin|den(?:y|ies|ied)|will not|decided (?:not )?to|not going to|cannot agree|unable to|not agree|turn\w* (?:\w+ ){0,4}down|(?:would like|plans?|intends?) to (?!invite|thank|meet|hear|know|talk|discuss|remind)|recommend)/i
  // What stands in lines above the one in which the district is named is no part of its sentence: an address, a form's values.
  const fromActor = (text, words, one) => {
    const actor = reader.within(words.actors, one.from, one.to)[0]
    const line = actor ? reader.lineStart(text, actor.from) : 0
    return line > one.from && /^[^\w]*(?:the|our|we)?\b/i.test(text.slice(line, actor.from)) && /^["'(]?[A-Z]/.test(text.slice(line, line + 2)) ? { ...one, from: line } : one
  }

  const spokenActions = (text, words, parts) => reader.sentences(text, 0, text.length).map(one => fromActor(text, words, ownWords(text, one))).filter(one => {
    const part = parts.find(each => each.from <= one.from && one.from < each.end && each.to > one.from)
    const verb = text.slice(one.from, one.to).search(ACTS)
    const actor = verb > 0 ? reader.within(words.actors, one.from, one.from + verb).at(-1) : null
    return !part && !/\bnotice of (?:the )?(?:refus|propos|action|intent)/i.test(text.slice(one.from, one.to)) && actor && verb > 0 && actor.from - one.from < verb && verb - (actor.from - one.from) < 60
  }).map(one => Object.assign(one, { verb: verbOf(text, words, one) })).filter(one => one.verb)

  const findActions = (flow, words, parts, flat) => {
    const { text } = flow
    const inParts = flat ? [] : parts.filter(part => part.means === "action").flatMap(part => actionsIn(text, words, part.to, part.end, text.slice(part.from, part.to)))
    const found = inParts.length ? inParts : spokenActions(text, words, parts).slice(0, 4)
    const seen = new Set()
    return found.map(one => Object.assign({ verb: one.verb }, flow.quote(one.from, one.to))).filter(one => !seen.has(one.start) && seen.add(one.start))
  }

  /** @returns {{actions: object[], contents: Object<string, object>}} */
  reader.notice = (flow, words) => {
    const labels = reader.findLabels(flow.text, words, SEVEN)
    const parts = reader.partsOf(flow.text, labels)
    const asked = new Set(parts.map(part => part.means).filter(means => means !== "border"))
    const flat = isFlat(flow.text, parts)
    const isForm = asked.size > 3
    const unknown = reader.hasUnknown(flow.text, labels)
    const knowsAll = !isForm && !flat && reader.knowsAll(flow.text, words)
    // Every notice says what is done. A letter without labels may say the others in any words, and a heading that we do not know
    // may stand over any of them.
    const isUnsure = key => key === "action" || unknown || (!isForm && !LOOSE.has(key) && !knowsAll) || reader.isNamed(flow.text, words, key)
    const contents = Object.fromEntries(SEVEN.map(key => [key, contentOf(flow, words, parts, key, isForm, flat, isUnsure)]))
    const actions = findActions(flow, words, parts, flat)
    if (actions.length && contents.action.state !== "empty") contents.action = { state: "present", ...actions[0], verb: undefined }
    return { actions, contents, flat }
  }
})()
