// The promises of a draft: each sentence, bullet or row in which somebody takes something on, with what it says of who,
// what, how much, how often, from when and until when. What it does not say stays empty: the parent fills it in.
(() => {
  const reader = guide.reader = guide.reader ?? {}

  const COMMITS = /\b(?:will|shall|agrees? to|commits? to|undertakes? to|must|is to|are to|to be \w+ed|to be done|should|is happy to|is responsible for|(?:plans?|hopes?|intends?|expects?|tries|proposes) to|can probably|offers|owes?|continues?|foresees|anticipates|are encouraged|is encouraged|ought)\b|'ll\b/
  const TOLD = /\b(?:had|was|were|gave|said|told|wanted|asked|wrote|got|last (?:yr|year|spring|fall|winter|semester)|in grade \d|has (?:had|been|made)|used to|alleged?s?|listed|showed|notes that|states|reads(?=\s*[:"])|means|likes|happened)\b|\b(?:iep|plan|page|log|report|record|calendar|form)\b[^.;]{0,60}\b(?:lists?|shows?|has|gives?|provides?|calls? for|includes?|grants?|sets)\b|\bserved under\b/
  const REFUSED = /\b(?:not agreed|asked (?:for|to|that)|wanted|was refused|refused|declined|rejected|withdrawn request|proposed but|did not agree|no agreement|had requested)\b/
  const OLD = /\b(?:old|last|former|previous|prior|current|present|existing) (?:page of the )?(?:iep|plan)\b|\b(?:iep|plan) of\b/
  // What a draft says of itself, of talks, of rights and of cases is no promise to the child.
  const CLAUSE = /\b(?:confidential|evidence|waives?d?|waiver|releases?d?|claims?|complaints?|withdraws?|enforce\w*|courts?|admission|stay[- ]put|mediator|this (?:agreement|offer|paper|form|draft)|attorney'?s?|lawyers?|disclos\w+|dispute|counterparts?|severab\w+|signatures?|board (?:approv|vote|of education)|superintendent|interpreter has|not settled|(?:stays?|remains?|left) open|parties (?:wish|understand|acknowledge)|signed copy|copies)\b/
  const MEETING = /\b(?:iep team|team|parties|both)\b.{0,30}\b(?:meets?|convenes?|reconvenes?)\b|\bmeeting\b|\b(?:talk|speak|call)s? by (?:phone|video)\b/
  const AIM = /\b(?:aim|goal|percent|accuracy|of (?:five|ten|four)\b|out of|words (?:a|per) minute|correctly)\b|%/
  const DOER_WORDS = /\b(?:district|school|staff|team|teachers?|therapist|aide|para\w*|principal|counselor|nurse|manager|psychologist|director|coach|parents?|mother|father|mom|dad|family|personnel|dist|tutor|specialist|we|office|department|adult|clinic)\b/
  const SERVICE = /\b(?:therapy|reading|speech|ot|pt|slp|counsel\w*|aide|tutor\w*|support\w*|instruction|lessons?|help|breaks?|test\w*|evaluation|iee|training|trained|report\w*|make-?\s?up|compensatory|hrs|hours|accommodations?|communication|plan|iep|updates?|notes?|access|shortened day|software|transport\w*|bus|math|writing|services?|pages?|log|chart)\b/

  // What happens when a promise is not kept is no promise to the child.
  const REMEDY = /^(?:(?:if|when|should|whenever)\s+(?:an?|any|the|one|some|either)?\s*(?:step|term|promise|deadline|part|point|date|duty|commitment|problem)\b[^,]*\b(?:miss\w*|slip\w*|broken|kept|done|met|late|fail\w*|not)\b|an?\s+(?:parent|hour|lesson|session)\s+(?:who sees|that|which)|an?\s+(?:cancell?ed|missed)\s)/

  const NUMBER = /\d|\b(?:one|two|three|four|five|ten|twenty|thirty|forty|once|twice|daily|weekly|monthly|each|every)\b/
  const weakIn = (marks, unit) => reader.overlapping(marks, unit.start, unit.end).filter(mark => !["gives-up", "secret", "not-final"].includes(mark.family.category))

  const isPromise = (lower, unit, facts, marks) => {
    if (REFUSED.test(lower) || lower.length < 8 || REMEDY.test(lower)) return false
    const commits = COMMITS.test(lower) || marks.some(mark => ["may", "should", "passive"].includes(mark.family.id)), numbers = facts.amount !== undefined || facts.frequency !== undefined
    if (!commits && (TOLD.test(lower) || OLD.test(lower))) return false
    if (MEETING.test(lower) && !facts.named && !marks.length && !/[;,][^;]*\bby\s+\w+\s\d|\b(?:into|to change|to amend|amends?|in) the iep\b/.test(lower) || lower.startsWith("\"") || /\b(?:may|shall|will|can)\s+not\s+(?!exceed)/.test(lower) || AIM.test(lower) && facts.amount === undefined || /\?\s*$/.test(lower)) return false
    if (CLAUSE.test(lower) && !(numbers && facts.until || commits && facts.until && facts.who)) return false
    if (/(?:^|\s)(?:who|provider|by whom)\s*:/.test(lower) && /\b(?:from|to|begin|start|amount|frequency|service|minutes|how often)\s*:/.test(lower)) return true
    if (commits) return numbers || Boolean(facts.until ?? facts.from) || marks.length > 0 || SERVICE.test(lower)
    if (numbers) return Boolean(facts.who || SERVICE.test(lower)) && (facts.from || facts.until || facts.who || unit.marked || unit.row) || Boolean(facts.from && facts.until)
    if (facts.onDay && !facts.who) return false
    if (facts.until ?? facts.from) return Boolean(facts.who) || DOER_WORDS.test(lower) || unit.marked && SERVICE.test(lower)
    return unit.marked && marks.length > 0 || marks.length > 0 && DOER_WORDS.test(lower) && SERVICE.test(lower)
  }

  // A sentence that only tells who gives what the one before promises.
  const tellsWho = (facts, last) => facts.named && last.facts.named === undefined && last.facts.amount !== undefined && facts.amount === undefined && (!facts.until || !last.facts.until) && !facts.frequency

  // "She begins on January 19 and stops on May 20": the days of the promise before it.
  const CARRIES_ON = /^(?:she|he|they|it|this|these|the (?:first |last )?(?:sessions?|lessons?|services?|therapy|tutoring)|sessions|lessons|services)\b/
  const tellsDays = (facts, lower, last) => CARRIES_ON.test(lower) && (facts.from ?? facts.until) && facts.amount === undefined && !last.facts.from && !last.facts.until && last.facts.amount !== undefined

  const kindOf = ({ unit, amount, frequency, from, until }) => {
    if (unit === "dollars") return "money"
    return amount === undefined && until && !(from && frequency === undefined) ? "deed" : "service"
  }
  const NEEDED = { service: ["who", "amount", "frequency", "from", "until"], deed: ["who", "until"], money: ["who", "amount", "until"] }

  const finished = ({ start, end, facts, weak }) => {
    const { amount, unit, frequency, from, until, hedged } = facts, vague = weak.some(mark => mark.family.id === "how-often")
    const fields = { who: facts.who, what: facts.what, amount, unit, frequency: vague ? undefined : frequency, from, until }
    const kind = kindOf(fields), needed = NEEDED[kind].filter(field => !(field === "from" && frequency === "total"))
    for (const [field, value] of Object.entries(fields)) fields[field] = value || null
    return { start, end, kind, ...fields, complete: !hedged && !weak.length && needed.every(field => fields[field] !== null) }
  }

  reader.agreementPromises = (text, lowerText, units, marks) => {
    const promises = []
    let head
    for (const unit of units) {
      const weak = weakIn(marks, unit), columns = unit.row && reader.agreementColumns(text.slice(unit.start, unit.end))
      if (columns) {
        head = columns
        continue
      }
      if (unit.heading || unit.story || unit.unchecked) continue
      const words = text.slice(unit.start, unit.end), lower = lowerText.slice(unit.start, unit.end)
      if (!weak.length && !NUMBER.test(lower) && !COMMITS.test(lower)) continue
      const facts = reader.agreementFacts(words, lower, unit, head), last = promises[promises.length - 1]
      const follows = last && last.item === unit.item && !unit.row
      if (follows && (tellsWho(facts, last) || tellsDays(facts, lower, last))) {
        Object.assign(last.facts, { who: facts.named ?? last.facts.who, named: facts.named ?? last.facts.named, from: last.facts.from ?? facts.from, until: last.facts.until ?? facts.until })
        Object.assign(last, { end: unit.end, weak: [...last.weak, ...weak] })
      } else if (follows && last.meets && facts.named && facts.until) {
        Object.assign(last, { end: unit.end, facts: { ...facts, what: reader.agreementWhat(words, lower, unit, facts, weak) }, weak: [...last.weak, ...weak], meets: false })
      } else if (isPromise(lower, unit, facts, weak)) {
        facts.what = facts.what ?? reader.agreementWhat(words, lower, unit, facts, weak)
        promises.push({ start: unit.start, end: unit.end, item: unit.item, facts, weak, meets: !facts.named && MEETING.test(lower) })
      }
    }
    return promises.map(finished)
  }
})()
