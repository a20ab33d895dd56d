// What one promise says: who, what, how much, how often, from when and until when.
(() => {
  const reader = guide.reader = guide.reader ?? {}
  const { daysOf, amountsOf, frequencyOf } = reader.agreementNumbers

  const DOER = /(?:\b(?:district|school|staff|members?|team|teachers?|therapist|aide|para\w*|principal|counselor|nurse|manager|psychologist|director|coach|parents?|mother|father|mom|dad|family|personnel|dist\.?|tutor|specialist|we|they|office|department|adult|clinic|guardian|provider|coordinator|administrator|both|anytown|pathologist))$/

  const TITLE = "(?:(?:Mr|Mrs|Ms|Miss|Dr|Nurse|Coach|Director|Teacher|Principal|Superintendent|Reading Teacher)\\.?\\s+)"
  const NAME = new RegExp(`${TITLE}[A-Z][a-zé]+(?:\\s+[A-Z][a-zé]+)?|\\b(?:[A-Z]\\.\\s?)?[A-Z][a-zé]+\\s+(?:[A-Z]\\.\\s)?[A-Z][a-zé]*(?:\\.(?=[\\s,)])|\\b)|\\b[A-Z]\\.\\s[A-Z][a-zé]+`, "g")
  const NO_NAME = /\b(?:School|Elementary|Middle|High|Primary|Clinic|Center|Room|Attachment|Section|Article|County|District|City|Library|Program|Agreement|Student|Parent|Part(?:y|ies)|Team|January|February|March|July|September|October|November|December|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun\w*day|Office|State|Plan|Speech|Reading|Physical|Occupational|Therapy|Mediation|Term|Home|Make|English|Spanish|Special|Extra|Staff|The|A|An|Each|Every|When|From|If|On|In|For|To|At|By|Who|Case|Grade|Sessions?|Services?|Written|Behavior|Training|Progress|Hours?|Education|Board|Court|Rights|Department|Law|Act|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Exhibit|Appendix|Public|Academy|Institute|Hospital|Agency|Services|Early|Summer|Math|Writing|Total|First|Last|Both|Place|Anytown|Lot|Parking|Street|Avenue|Road|Church|Gym|Hall|Form|Box|Point|Check|Day|Time|Test|Center's|IEP|Draft|Terms?)\b/
  const LEAD = /^(?:Director|Teacher|Principal|Superintendent|Nurse|Coach|Reading Teacher|Mr\.|Mrs\.|Ms\.)\s+(?=[A-Z][a-z]+\s+[A-Z])/

  const namesOf = text => [...text.matchAll(NAME)].flatMap(found => {
    const words = found[0].replace(LEAD, "")
    if (NO_NAME.test(words.replace(/^(?:Mr|Mrs|Ms|Dr)\.?\s/, ""))) return []
    const start = found.index + found[0].length - words.length
    return [{ start, end: start + words.length, name: words.replace(/\s+/g, " ") }]
  })

  // In a sentence of capitals no letter tells a name; its place does: "BY LENA FOX,", "LENA FOX, THE THERAPIST, WILL".
  const CAPITALS = [/\bby\s+((?:(?:mr|mrs|ms|dr)\.\s)?[a-z]+\s[a-z]+)(?=[,.])/, /^((?:(?:mr|mrs|ms|dr)\.\s)?(?!the|all|any|each|both|our)[a-z]+\s[a-z]+),\s[^,.]{3,45},\s(?:will|shall|agrees)\b/]
  const inCapitals = lower => {
    const name = CAPITALS.map(form => form.exec(lower)?.[1]).find(Boolean)
    return name && !DOER.test(name) ? name.replace(/\b[a-z]/g, letter => letter.toUpperCase()) : undefined
  }

  // Somebody who does it: "by Kim Sample", "Kim Sample, the therapist, will", "OT: ..., Kim S.,".
  // A first name alone stands out where no sentence begins: "..., and Alex sends". Who gets help gets it from its giver.
  const GIVEN = /\b(?:gets?|receives?)\b[^.;]*\bfrom\s+(?:the\s+)?$/i, ALONE = /[,;]\s+(?:and\s+)?([A-Z][a-z]+)\s+(?:will|shall|[a-z]+[^s]s)\b/
  const doerOf = (text, lower) => {
    if (text === text.toUpperCase()) return inCapitals(lower)
    const labelled = /(?:\b(?:who|by whom|provider|person|responsible)\s*[:=]\s*)([^,\n|;(]{3,40})/i.exec(text)
    if (labelled && !/_{2,}|\btb[adc]\b/i.test(labelled[1])) return labelled[1].trim()
    const names = namesOf(text).filter(({ start, end }) => !/(?:\b(?:to|for|of|with|from|parent|e-mail|both|tell|at|pays?|reimburses?|owes?|tells?|informs?|shows?|helps?|teach(?:es)?|sees?|send|sends|give|gives|calls?|mails?|into)|\/)\s*$/i.test(text.slice(Math.max(0, start - 8), start)) && !/^'s\b/.test(text.slice(end, end + 3)))
    const by = namesOf(text).filter(({ start }) => GIVEN.test(text.slice(0, start))).concat(names.filter(({ start }) => /\bby\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$/i.test(text.slice(Math.max(0, start - 40), start))))
    if (by.length && !/reimburs|refund/.test(lower)) return by[0].name
    const acts = names.filter(({ end }) => /^(?:\s*\([^)]{1,40}\))?(?:,[^,.;]{2,45},|,)?\s+(?:or\s+[^,]{3,40}\s+)?(?:will|shall|agrees|[a-z]+(?:[^s]s|ss?es)|also)\b/.test(lower.slice(end, end + 120)))
    if (acts.length) return acts[acts.length - 1].name
    const first = names.find(({ start }) => !/\band\s+$/.test(lower.slice(Math.max(0, start - 8), start)))
    if (first && !/\b(?:district|school|she|he|they|we)\s+\w+/.test(lower)) return first.name
    return ALONE.exec(text)?.slice(1).find(name => name && !NO_NAME.test(name))
  }

  // The words before the verb, where they tell who: "The District", "Case manager", "staff".
  const SUBJECT = /^(.*?)\s*\b(?:will|shall|agrees?|commits|undertakes|must|should|may|would|is to|are to|is happy|tries|pays?|hands?|sends?|gives?|foresees|looks|owes?|trained|brings?|keeps?|meets?|makes?|uses?|helps?|teaches|tells?|calls?|writes?|mails?|e-mails?|provides?|signs?|plans|hopes|offers|promises|to(?! the\b))\b|^(.*?)'ll\b/s
  const PASSIVE = /^\s*(?:will|shall|should|may|must|would|is to|are to|to)\s+(?:also\s+)?be\s+\w+(?:ed|en|ept|old|nt|ade|one)\b/
  const subjectOf = (text, lower) => {
    const before = (SUBJECT.exec(lower)?.slice(1).find(part => part !== undefined) ?? "").length
    if (!before) return undefined
    const words = text.slice(0, before), clause = words.slice(Math.max(words.lastIndexOf(","), words.lastIndexOf(";"), words.lastIndexOf(":")) + 1).trim().replace(/^(?:(?:19|20)\d\d|and|on field trips|then)\s+/i, "")
    const [first] = clause.split(/\s+(?:who|that|at|in|of|for|from|about|to)\s+/)
    return !PASSIVE.test(lower.slice(before)) && first.split(/\s+/).length <= 5 && (DOER.test(first.toLowerCase()) || /^[A-Z]{3,8}$/.test(first)) ? first.replace(/\s+/g, " ") : undefined
  }

  // What is promised: the sentence without its day, numbers, who and verb.
  const LEADS_IN = /(?:\b(?:from|to|until|through|thru|till|by|before|on|and|between|starting|beginning|commencing|ending|due|effective|going|the week of|no later than|start|end|as of|since|each|every|for|at least)\b[\s,:]*|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*|[,;:|–-]\s*)+$/
  const ACTION = /^.{0,90}?(?:\b(?:will|shall|agrees? to|commits to|undertakes to|must|should|may|would|is to|are to|is happy to|owes?)|'ll)\b\s*(?:also\s+|then\s+)?(?:be\s+(?:provided\s+with|given)\s+)?(?:have\s+(?:access to\s+)?|try to\s+|consider\s+|make every effort to(?:ward)?\s+)?/s
  const DETAILS = /(?:\n[ \t]*|[ ]{2,}|\t)(?:who|by whom|amount|frequency|minutes|from|to|start\w*|end\w*|where|when|place|provider|staff|responsible|person|note|until|first day)\b[^\n:]{0,14}:[\s\S]*$/i
  const tidied = words => words.replace(/^(?:\s*(?:what|service|term|promise)\s*:)/i, "").replace(/\s+/g, " ").replace(/(?:\s*[,;:|(]+)+\s*(?=[,;:|.)]|$)/g, "").replace(/\(\s*\)/g, "").replace(/\s+([,;.])/g, "$1").replace(/^[\s,;:.|)–-]+|[\s,;:.|(–-]+$/g, "")
  // Without the name, and the job before or behind it: "Kim Sample, the speech therapist, gives".
  const withoutDoer = (words, name) => {
    const at = words.indexOf(name)
    const before = words.slice(0, Math.max(at, 0)).replace(/(?:^|\s)(?:the|our|an?)\s[^,.;]{3,50},\s*$/i, " "), after = words.slice(at + name.length)
    return at < 0 ? words : `${before}${after.replace(/^,\s[^,.;]{3,60},(?=\s)/, "")}`
  }
  const whatOf = (text, lower, facts, weak) => {
    const body = text.replace(DETAILS, ""), gone = [...daysOf(lower), ...amountsOf(lower), frequencyOf(lower), ...weak].filter(span => span && span.start < body.length)
    let words = body, limit = body.length
    for (const { start, end: far } of gone.sort((one, other) => other.start - one.start)) {
      const end = Math.min(far, limit)
      limit = start
      if (end <= start) continue
      const before = words.slice(0, start), lead = LEADS_IN.exec(before.toLowerCase())?.[0].length ?? 0
      words = `${before.slice(0, start - lead)} , ${words.slice(Math.min(end, words.length))}`
    }
    const action = ACTION.exec(words), passive = action && /\bbe$|\bbe\s/.test(words.slice(action[0].length - 3, action[0].length + 3).toLowerCase())
    if (action && !passive && DOER.test(action[0].toLowerCase().replace(/\s+(?:will|shall|agree|commit|undertake|must|should|may|would|is to|are to|is happy|owe)[^]*$/, ""))) words = words.slice(action[0].length)
    const said = tidied(facts.named ? withoutDoer(words, facts.named) : words).replace(/^(?:will|shall|agrees to|must)\s+/, "")
    return said.length > 90 ? said.slice(0, 90).replace(/\s\S*$/, "") : said
  }

  const FROM = /(?:\b(?:from|starting|start|starts|beginning|begins?|commencing|effective|since|between|first day|as of|first session)(?:\s*:|\s+(?:on|the week of|the|date))?\s*:?\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?)$/
  const UNTIL = /(?:\b(?:to|until|through|thru|till?|ending|ends?|end date|stop(?:s|ping)?|last session|concluding|concludes?|finishing|running(?: through| to| until)?|runs(?: through| to| until)?|no later than|by|before|due|last day|not later than|and runs to|finish(?:es|ed)?)(?:\s*:|\s+(?:on|the week of|noon on|the end of))?\s*:?\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?|\d\s*[-–—]\s*)$/
  const SPAN = /^\s*,?\s*(?:to|through|thru|until|till|and|-|–|—)\s*$/

  const roleDays = lower => {
    const days = daysOf(lower)
    let from, until
    days.forEach((day, index) => {
      const before = lower.slice(Math.max(0, day.start - 34), day.start), next = days[index + 1]
      const spans = next && SPAN.test(lower.slice(day.end, next.start)) && !/^\s*,?\s*and/.test(lower.slice(day.end)) || /\bbetween\s+$/.test(before)
      if (FROM.test(before) || spans && !UNTIL.test(before)) from = from ?? day.day
      else if (UNTIL.test(before) || index && SPAN.test(lower.slice(days[index - 1].end, day.start)) && from) {
        if (!until || !from || SPAN.test(lower.slice(days[index - 1]?.end ?? 0, day.start)) && !/;/.test(lower.slice(0, day.start))) until = day.day
      }
    })
    if (until && from && from > until) from = undefined
    if (!until && !from && days.length === 1 && !/\b(?:was|were|had|meets?|met|dated|received|filed|held|signed)\b/.test(lower) && /\bon\s+(?:\w+day,?\s+)?$/.test(lower.slice(0, days[0].start))) until = days[0].day
    return { from, until, ...until && /\bon\s+(?:\w+day,?\s+)?$/.test(lower.slice(0, days[0].start)) && days.length === 1 ? { onDay: true } : {} }
  }

  // The cells of a row whose days stand alone: the first day, then the last.
  const rowDays = cells => {
    const alone = cells.map(cell => ({ cell: cell.trim(), days: daysOf(cell) })).map(({ cell, days }) => days.length === 1 && days[0].end - days[0].start >= cell.length - 2 ? days[0].day : /^[-–—]$|^$/.test(cell) ? "" : undefined).filter(day => day !== undefined)
    const days = alone.filter(Boolean)
    if (days.length >= 2) return { from: days[0], until: days[1] }
    return days.length ? alone[0] ? { from: days[0] } : { until: days[0] } : {}
  }

  const HEDGED = /\b(?:about|approximately|roughly|around|up to|no more than|at most|maximum of|a maximum of|not to exceed|some)\s+(?:a total of\s+|an?\s+)?(?:\w+\s+\()?$/
  const PAID = /\b(?:pays?|paid|reimburses?|refunds?|owes?|reimbursement of|payment of|sum of)\b[^.;]{0,60}$/
  const TOTAL = /\b(?:in all|in total|make-?\s?up|compensatory|owes?|on top of|over and above|in addition to)\b/
  const numbersOf = lower => {
    const amounts = amountsOf(lower).filter(({ unit, start }) => unit !== "dollars" || PAID.test(lower.slice(0, start))).filter(({ start, end }) => !/\b(?:within|after|in under|less than)\s+$/.test(lower.slice(Math.max(0, start - 12), start)) && !/^\s+(?:a|per) mile\b/.test(lower.slice(end, end + 10))), counted = amounts.filter(amount => !HEDGED.test(lower.slice(Math.max(0, amount.start - 30), amount.start)) && !/^\s+or so/.test(lower.slice(amount.end)))
    const chosen = counted.find(({ unit }) => unit === "minutes" || unit === "hours") ?? counted.find(({ unit }) => unit === "dollars") ?? counted[0], hedged = !chosen && amounts.length > 0
    const said = hedged ? undefined : frequencyOf(lower)?.frequency
    const total = chosen?.unit === "hours" && chosen.amount >= 3 && TOTAL.test(lower)
    const frequency = total ? "total" : said ?? (chosen?.unit === "hours" && (chosen.amount >= 3 || TOTAL.test(lower)) ? "total" : undefined)
    return { amount: chosen?.amount, unit: chosen?.unit, frequency: frequency === "total" && !chosen ? undefined : frequency, hedged }
  }

  // A row under a row of names for its columns.
  const COLUMNS = { who: /^(?:who|person|provider|staff|responsible)/, what: /^(?:what|service|term|promise|action|item|step|support)/, from: /^(?:from|first|start|begin)/, until: /^(?:until|to$|last|end|by|due|deadline)/ }
  const cellsOf = words => words.split(/\||\t/).map(cell => cell.trim())
  const columnsOf = words => {
    const cells = cellsOf(words.toLowerCase())
    if (/\d/.test(words) || cells.filter(Boolean).length < 3) return undefined
    const columns = {}
    cells.forEach((cell, index) => {
      for (const [name, form] of Object.entries(COLUMNS)) if (form.test(cell)) columns[name] ??= index
    })
    return Object.keys(columns).length >= 2 ? columns : undefined
  }
  const rowFacts = (words, lower, columns, named) => {
    const cells = cellsOf(words), facts = rowDays(lower.split(/\||\t/))
    const own = columns?.who === undefined ? named : cells[columns.who]?.split(/[,(]/)[0].trim()
    const what = columns?.what === undefined || /^\d*$/.test(cells[columns.what] ?? "") ? undefined : cells[columns.what]
    return { ...facts, ...own && !/^[-–—_\s]*$|tbd/i.test(own) ? { who: own, named: own } : {}, what: what ?? cells.find(cell => /[a-z]{3}/i.test(cell) && !(own && cell.includes(own)) && !/^\d/.test(cell)) }
  }
  const NO_PART = new Set(["as-needed", "how-often", "up-to", "no-day", "if-available"])

  reader.agreementFacts = (words, lower, unit, columns) => {
    const named = doerOf(words, lower)
    const facts = { ...numbersOf(lower), ...roleDays(lower), named, who: named ?? subjectOf(words, lower) }
    return unit.row ? { ...facts, ...rowFacts(words, lower, columns, named) } : facts
  }
  reader.agreementWhat = (words, lower, unit, facts, weak) => whatOf(words, lower, facts, weak.filter(({ family }) => NO_PART.has(family.id))
    .map(({ start, end }) => ({ start: start - unit.start, end: Math.min(end, unit.end) - unit.start })))
  reader.agreementColumns = columnsOf
})()
