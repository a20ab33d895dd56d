// The weak words of a draft: those of the list (docs/_data/reader/agreement.yml), and the little words that are weak or
// sound by what stands around them: "may", "should", "would", "staff", "will be provided".
(() => {
  const reader = guide.reader = guide.reader ?? {}

  const WIDEST = 200
  // How far a quotation is followed beyond its sentence.
  const NEAR = 600

  // Somebody else's words, or an order that is followed as it stands.
  const QUOTATION = /"[^"\n]*(?:\n[^"\n]+){0,4}"/g
  const SOURCE = /\b(?:doctor|dr\.|physician|pediatrician|nurse|clinic|medic\w*|order|prescri\w*|form|card|sheet|handbook|polic\w+|guide|law|statute|regulation\w*|cfr|letter|iep|plan|note|report|says|said|states?|reads?|wrote|writes|asks?|word|means|médico|avoid|such as|confers|called|titled|named|labell?ed|only in)\b/
  const ORDER = /\b(?:mg|inhaler|epipen|insulin|dose|doses|medication|medicine|seizures?|antihistamine|glucose|puffs?|albuterol|oxygen|suction\w*|rescue)\b|\b(?:law|handbook|policy|statute|regulations?|idea) (?:says|states|requires|provides|lets|allows)\b/
  // What was, is told, or was refused.
  const PAST = /\b(?:had|was|were|gave|said|told|asked|wanted|wrote|felt|should have|would have|could have|last (?:yr|year|spring|fall|winter|semester)|in grade \d|used to|not agreed|refused|rejected|got|has (?:made|been|had))\b/
  const COMMITS = /\b(?:will|shall|agrees?|'ll|must|is to|are to|offers?|to be|(?:is|are) asked)\b/
  const MODAL = "(?:will|shall|should|would|may|might|can|must|'ll|is to|are to|agrees?|to|is|are|in charge)\\b"
  const WHICH = /(?:\b(?:the|all|any|an|our|each|some|both|other|school|district|building|appropriate|relevant|qualified|trained|office|classroom|certified|necessary|special education|general education|special|general|education|educational|instructional|technology|it|transportation|health|several|support|care|whole|grade-level|central|teaching|nursing|therapy|on-site)\s+)+$/
  const MUST = new RegExp(`(?:\\s+(?:who|that|from|at|in|of|on|working)\\s+(?:[\\w']+\\s+){1,6}?|\\s+|(?='))(?:also\\s+|then\\s+|both\\s+|all\\s+|each\\s+)?(?=${MODAL})`, "y")
  const DOES = /\s+(?:\w{3,}ed|tries|checks?|works?|looks?|helps?|gives?|keeps?|sends?|follows?|provides?|uses?|watch\w*|meets?|talks?|decides?|makes?|calls?|writes?|takes?|reviews?|adds?|walks?|rides?|teaches|does|drives?|covers?|handles?|supervises?|monitors?|trains?|stays?)\b/y
  const LABEL = /(?:\b(?:who|by whom|provider|person|responsible(?: party| person| staff)?)\s*[:=]|\||\t)\s*(?:the\s+)?$/
  const DOER_AFTER = /^[^.;:]*?\bby\s+(?!(?:the\s+)?(?:end|staff|team|school|phone|e-?mail|mail|letter|noon|then|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun))/

  const RIGHT_HOLDER = /\b(?:parents?|mother|father|mom|dad|guardians?|famil(?:y|ies)|grand\w+|either|each|both|any(?:body|one)?|nobody|no one|neither|every(?:body|one)?|who|party|parties|side|sides|you|i|court|courts|lawyers?|attorneys?|advocates?|mediator|ms)\b/
  const PERMITTED = /^\s+(?:also\s+|then\s+|still\s+|freely\s+|always\s+|only\s+)?(?:not\b|show|share|keep|withdraw|cancel|read|ask|bring|file|go to|contact|call|take|object|attend|visit|observe|see\b|look|speak|tell|choose|refuse|decline|revoke|write|inspect|request|stop|be (?:enforced|used|amended|changed|signed|shown|shared|executed|modified|filed|read|brought)|hereafter|carry)/
  const MONTH = /\b(?:in|of|by|until|till|through|thru|since|early|late|mid|from|to|and|each|every|before|after|during|-|–)\s*$/

  const clauseBefore = (text, at, from) => {
    const before = text.slice(from, at)
    return before.slice(Math.max(before.lastIndexOf(";"), before.lastIndexOf(":"), before.lastIndexOf("|"), before.search(/,?\s(?:and|but|who|which)\s[^;]*$/)) + 1)
  }

  const isMonth = (text, at) => /^may\.?,?\s+(?:\d|of\b)/.test(text.slice(at, at + 9)) || /\d\s*$/.test(text.slice(at - 3, at)) || MONTH.test(text.slice(Math.max(0, at - 9), at)) && !/^may\s+(?:be|not|have|also)\b/.test(text.slice(at, at + 9))

  const mayIsWeak = (text, at, unit) => {
    if (isMonth(text, at)) return false
    if (/\b(?:at any time|whenever (?:he|she|they|it) (?:wants?|likes?|asks?|chooses?)|on any day)\b/.test(text.slice(at, unit.end))) return false
    if (/\b(?:it|paper|agreement|document|form|copy|table|draft)\s+$/.test(text.slice(unit.start, at)) && /^may be (?:given|handed|sent|seen|shown|shared|read)\b/.test(text.slice(at, at + 16))) return false
    const subject = clauseBefore(text, at, unit.start), after = text.slice(at + 3, unit.end)
    if (/^\s+not\b/.test(after) || /\b(?:no|nothing|none|nor)\b/.test(subject)) return false
    if (/\b(?:district|school|team|staff|teachers?|aide|therapist|board|principal|administrator)\b[^,]*$/.test(subject) && !/^\s+be (?:enforced|shown|changed only)/.test(after)) return true
    return (!RIGHT_HOLDER.test(subject) || /,\s*who\s*$/.test(text.slice(unit.start, at))) && !PERMITTED.test(after)
  }
  const shouldIsWeak = (text, at, unit) => !/\b(?:if|in case)\b[^,;]*$/.test(text.slice(unit.start, at)) && at > unit.start + 1 && !/^should\s+(?:have\b|not\b|an?\s|any\s|the\s|either\s|it\s|he\s|she\s|they\s|i\s|you\s)/.test(text.slice(at, at + 15))
  const wouldIsWeak = (text, at, unit) => !/^would\s+(?:have|like|not)\b/.test(text.slice(at, at + 12)) && !/\bif\b/.test(text.slice(unit.start, at))

  const passiveIsWeak = (text, { start, end }, unit) => !DOER_AFTER.test(text.slice(end, unit.end)) && !(text.slice(start, end).endsWith("available") && RIGHT_HOLDER.test(clauseBefore(text, start, unit.start)))

  const holdsAt = (form, text, at) => {
    form.lastIndex = at
    return form.test(text)
  }
  const isLast = (text, at) => /^[ ]*(?:\||\t|\n|$)/.test(text.slice(at))

  // Who must do it: "staff will", "the team tries", or alone in a cell or after "Who:". It takes in "the", "all school".
  const namelessIsWeak = (text, mark, unit) => {
    const before = text.slice(unit.start, mark.start), single = !/^(?:an?|one|another)\s/.test(text.slice(mark.start, mark.end))
    const which = single ? WHICH.exec(before)?.[0].length ?? 0 : 0, start = mark.start - which
    if (/\biep\s+$/.test(before) || /^(?:central |main )?office\b/.test(text.slice(start, mark.end)) && /'s\s+$/.test(text.slice(unit.start, start)) || /\b(?:may|shall|will|can)\s+not\b/.test(text.slice(mark.end, mark.end + 10))) return false
    const says = holdsAt(MUST, text, mark.end) || !DAY.test(text.slice(mark.end, unit.end)) && start === unit.start && single && holdsAt(DOES, text, mark.end) || LABEL.test(text.slice(unit.start, start)) && isLast(text.slice(0, unit.end), mark.end)
    if (says) mark.start = start
    return says
  }

  const isCell = (text, { start, end }, unit) => (unit.row || unit.marked) && /[|\t:]\s*$/.test(text.slice(unit.start, start)) && isLast(text.slice(0, unit.end), end)
  // To talk on a day is a promise; to talk some time is none.
  const TALK = /\b(?:look(?:ing)? at|discuss\w*|talk about|confer|revisit\w*)$/
  const PAST_OR_WISH = /\b(?:was|were|had|wants?|wanted)\b/, DAY = /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b|\b\d{1,2}[/.-]\d{1,2}\b/

  // What makes a family's words weak, besides that they stand there.
  const WEAK_BY = {
    "district-decides": (text, { start }, unit) => !text.startsWith("the right", text.indexOf(" ", start) + 1) || !RIGHT_HOLDER.test(clauseBefore(text, start, unit.start)),
    season: (text, { end }, unit) => (unit.marked || unit.row || COMMITS.test(text.slice(unit.start, unit.end)) || /\b(?:may|should|can|start\w*|begin\w*|lasts?|happens?|continues?|takes? place|goe?s? on|review\w*)\b/.test(text.slice(unit.start, unit.end))) && !DAY.test(text.slice(unit.start, unit.end)) && !PAST_OR_WISH.test(text.slice(unit.start, unit.end)) && !/^\s+(?:of 20\d\d|\w+ (?:in|to)\b)/.test(text.slice(end, end + 30)),
    cell: isCell, "cell-much": isCell,
    "will-try": (text, { start, end }, unit) => (!text.startsWith("may", start) || mayIsWeak(text, start, unit)) && !(TALK.test(text.slice(start, end)) && DAY.test(text.slice(unit.start, unit.end))),
    may: (text, { start }, unit) => mayIsWeak(text, start, unit),
    should: (text, { start }, unit) => text[start] === "c" ? /\b(?:district|school|team|staff|teachers?|aide|therapist|board|principal|provider)\s+$/.test(text.slice(unit.start, start)) && !/^could (?:have|not)/.test(text.slice(start, start + 10)) : text[start] === "w" ? wouldIsWeak(text, start, unit) : shouldIsWeak(text, start, unit),
    passive: passiveIsWeak,
    nameless: namelessIsWeak,
  }

  // The stretches of a sentence that are somebody else's words.
  const quotedIn = (text, unit) => {
    const from = Math.max(unit.whole.start, unit.start - NEAR), words = text.slice(from, Math.min(unit.whole.end, unit.end + NEAR))
    if (!words.includes("\"") || !SOURCE.test(words.replace(QUOTATION, " "))) return []
    return [...words.matchAll(QUOTATION)].map(found => ({ start: from + found.index, end: from + found.index + found[0].length }))
  }

  const LIMITED = /\bonly\b|\b(?:between|from)\b[^.]*\d{4}[^.]*\b(?:and|to|through|until)\b|\bup to and including\b|\b(?:limited to|these (?:\w+ )?points|listed)\b/
  const EVERYTHING = /\b(?:any and all|all claims|known|unknown|past and future|of (?:any|whatever|every) kind)\b/
  const EARNED = /\b(?:once|after|when|until)\b[^.]*\b(?:done|met|shown|kept|carried out|completed?|logged|fulfilled|delivered|received|begun|started|paid|in her hands|in place|given)\b/
  const TALKS = /\b(?:said|talks?|discussions?|conversations?|statements?|communications?|sessions?)\b[^.]*\b(?:mediat\w+|in that room|here|there|each other)\b|\bevidence\b|\badmissible\b|\bproof\b/
  const PAPER = /\b(?:this|the|its|all) (?:agreement|paper|document|form|draft|deal|settlement|terms?|page|contents?|existence)\b[^.]*\b(?:confidential|secret|private|disclos\w+|themselves|shar\w+)\b/
  const NEGATED = /\b(?:no|not|nothing|neither|nor|none|never|nobody|isn't|doesn't|don't)\b[^.;:]{0,45}$|\b(?:reserves?|keeps?|retains?|preserves?|what (?:is|was|the \w+))\s[^.;:]{0,30}$/
  // What the district gives up, and what both sides may do.
  const DISTRICT = /\b(?:district|school)\s+(?:also\s+|hereby\s+)?$/, EITHER_MAY = /\b(?:either|each|any|both)\b[^,;]*\b(?:may|can)\s+(?:\w+\s+)?$/
  const givesUpIsSound = (text, hit, unit) => {
    const sentence = text.slice(unit.start, unit.end), words = text.slice(hit.start, hit.end + 12), before = text.slice(unit.start, hit.start)
    if (DISTRICT.test(before) && /^(?:gives?|waives?|releases?|forgoes|reimburse|makes?)\b/.test(words) || EITHER_MAY.test(before) && /^(?:end|cancel|withdraw|rescind)/.test(words)) return true
    if (NEGATED.test(before) || /^(?!ha|take|owe|make)\w+\s+(?:up\s+)?(?:no|nothing|none)\b/.test(words) || /^no\b.*\b(?:is|are)\b/.test(words) && /\b(?:withdrawn|waived|released|given up)\b/.test(sentence)) return true
    if (EARNED.test(sentence) && !/\[x\]|sign(?:s|ing)\b/.test(sentence) && !EVERYTHING.test(sentence) && /withdraw|drop|dismiss|pull|clos/.test(words)) return true
    return LIMITED.test(sentence) && !EVERYTHING.test(sentence) && !/withdraw|dismiss|forfeit|expire/.test(words)
  }
  const secretIsSound = (text, hit, unit) => {
    const sentence = text.slice(unit.start, unit.end)
    if (/\b(?:records?|ferpa)\b/.test(sentence) && !PAPER.test(sentence)) return true
    if (/^(?:terms|agreement|paper|document|contents|details)\b.*\b(?:not|no)\b/s.test(text.slice(hit.start, hit.end))) return true
    return TALKS.test(sentence) && !PAPER.test(sentence) || /\b(?:no|not|isn't|nothing)\b[^.;]{0,20}$|\b(?:nothing|nor)\b[^.;]{0,45}$/.test(text.slice(unit.start, hit.start)) && !/^(?:no|not)\b/.test(text.slice(hit.start)) || /\bmay (?:show|share|see|hand|give)\b/.test(sentence) && !/\bonly (?:with|to)\b/.test(sentence)
  }
  const SOUND_BY = { "gives-up": givesUpIsSound, secret: secretIsSound }
  const ANYWHERE = new Set(["gives-up", "secret", "not-final"])

  // Of marks that overlap, the widest stays; the narrower adds nothing.
  const apart = all => {
    const kept = [], grave = all.filter(({ family }) => ANYWHERE.has(family.category))
    const marks = all.flatMap(mark => {
      const inside = !ANYWHERE.has(mark.family.category) && grave.find(({ start, end }) => start > mark.start && end < mark.end)
      return inside ? [{ ...mark, start: inside.end + 1 }] : [mark]
    })
    for (const mark of marks.sort((one, other) => one.start - other.start || other.end - one.end)) {
      const last = kept[kept.length - 1]
      if (!last || last.end <= mark.start) kept.push({ ...mark })
      else if (mark.family.category === last.family.category && mark.end - last.start <= WIDEST) last.end = Math.max(last.end, mark.end)
      else if (mark.end > last.end + 3) kept.push({ ...mark, start: last.end })
    }
    return kept
  }

  reader.agreementWeak = (text, units, hits) => {
    const sound = hits.filter(hit => hit.entry.kind === "sound")
    const listed = hits.filter(hit => hit.entry.kind === "weak").map(({ entry, start, end }) => ({ start, end, family: entry }))
    const marks = []
    for (const unit of units) {
      const here = reader.overlapping(listed, unit.start, unit.end).filter(mark => mark.start >= unit.start)
      if (!here.length || unit.heading) continue
      const sentence = text.slice(unit.start, unit.end), quoted = quotedIn(text, unit)
      const tells = unit.story || PAST.test(sentence) && !COMMITS.test(sentence), order = ORDER.test(sentence)
      for (const mark of here) {
        const { category, id } = mark.family
        if ((tells || order) && !(ANYWHERE.has(category) && !unit.story)) continue
        if (quoted.some(part => part.start < mark.end && mark.start < part.end) || reader.overlapping(sound, mark.start, mark.end).length) continue
        if (id === "passive" && here.some(other => ANYWHERE.has(other.family.category) && other.start < mark.end && mark.start < other.end)) continue
        if (category === "not-bound" && /\b(?:no one|nobody|neither|none)\s+$/.test(text.slice(unit.start, mark.start))) continue
        if (WEAK_BY[id] && !WEAK_BY[id](text, mark, unit) || SOUND_BY[category]?.(text, mark, unit)) continue
        marks.push({ ...mark, end: Math.min(mark.end, unit.end, mark.start + WIDEST) })
      }
    }
    return apart(marks)
  }
})()
