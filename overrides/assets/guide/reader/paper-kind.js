// Which kind of paper it is, by its headings and its words. What is none of those that we read is "other": nothing is read from it.
(() => {
  const reader = guide.reader

  const TOP = 9
  const KINDS = ["notice", "iep", "suspension", "meeting-notice", "evaluation", "safeguards", "other"]

  // A heading is short, begins with a capital and is no sentence; how much it counts, by how near the top it stands.
  const titleWeight = (text, hit, topEnd) => {
    const from = reader.lineStart(text, hit.from), line = text.slice(from, reader.lineEnd(text, hit.to))
    const words = line.trim().split(/\s+/).length
    const isMatter = /^\s*(?:re|subject)\s*:/i.test(line), isShort = hit.to - hit.from < 4
    // "IEP meeting" names no IEP.
    if (isShort && /^\W*(?:meeting|conference|team|review|invitation)\b/i.test(text.slice(hit.to, hit.to + 14))) return isMatter ? 0 : 1
    // "IEP meeting: 9/16/2026" is a label with its value.
    if (/:/.test(line.slice(hit.to - from)) && /\d/.test(line) && !isMatter) return 1
    if (isShort && !isMatter && ((hit.from - from > 12 && words > 5) || line.slice(0, hit.from - from).includes(":"))) return 1
    const caps = hit.to - hit.from > 6 && text.slice(hit.from, hit.to) === text.slice(hit.from, hit.to).toUpperCase()
    if (hit.to <= topEnd) {
      if (isMatter) return 7
      return words < 14 && !/[.;]$/.test(line.trim()) ? (hit.from - from > 39 ? 4 : isShort ? 5 : 6) : caps ? 4 : hit.from - from < 3 && !isShort ? 3 : 1.5
    }
    return words < 9 && /^[^a-z]/.test(line.trim()) && !/[.;,]$/.test(line.trim()) ? 3 : 0
  }

  const topOf = text => {
    let end = 0
    for (let n = 0; n < TOP && end >= 0; n++) end = text.indexOf("\n", end + 1)
    return end < 0 ? text.length : end
  }

  const INVITES = /\b(?:would like|want|ask|invite) you to (?:meet|come|attend|join)\b|\bnotice of (?:an|the|your|our|her|his) [^.\n]{0,30}(?:meeting|conference)\b|\b(?:we will|let us|we'll|please|will you) (?:meet|get together|sit down|come together|join us|come)\b[^.]{0,60}\d|\b(?:you|we|to) (?:are |would like to |are hereby )?(?:invit\w+|asked to (?:come|attend))\b.{0,90}\b(?:meeting|conference)\b|\binvites? you\b[^]{0,90}\b(?:meeting|conference)\b|\b(?:iep|eligibility|evaluation|manifestation|review)\b[^.]{0,60}\b(?:will meet|will be held|(?:is|has been) (?:scheduled|set)|will take place)\b/i

  // A handbook speaks of students who are suspended.
  const ANYONE = /\b(?:who|students?|children|a child|if \w+ \w+) (?:is|are|was|were|may be|can be) (?:suspended|removed)/gi
  const MEETS = /\b(?:iep|eligibility|annual|review|yearly)\b.{0,20}\b(?:meeting|conference)\b/i
  const AT_TIME = /\d{4},?\s+(?:at |from )?\d{1,2}(?::\d\d)? ?(?:[ap]\.?m|-|–|to )/i
  const ROOMS = /\b(?:special|general|regular|gen\.?|sp\.?) ed|\bresource|\bregular class/i

  const SUSPENDS = /\b(?:is|was|been|are|be) (?:being )?(?:suspended\b|removed from school|out of school (?:from|for|on))|\bsuspend(?:ing|ed)? [A-Z]\w+|\bmay not attend school\b|\bschool suspension (?:of|for|beginning|from)\b|\bwill not be in school\b|\bstay(?:s)? out of school\b/

  // "N O T I C E   O F   A C T I O N".
  const SPACED = /(?:\b[A-Z]\s){5}/
  const TITLES = [["NOTICEOFACTION", "notice"], ["IEPSERVICE", "iep"], ["WRITTENNOTICE", "notice"], ["EDUCATIONPROGRAM", "iep"], ["SUSPENSION", "suspension"], ["OFMEETING", "meeting-notice"], ["EVALUATIONREPORT", "evaluation"]]

  const PROPOSES = /\b(?:district|school|team|we|agency|cooperative)\b[^.]{0,60}\b(?:(?:propos|refus|declin|denie)\w+|denying|will not)\b/i

  // "Eligibility determination conference" is no report.
  const isMeeting = (text, hit) => /\b(?:meeting|conference)\b/i.test(text.slice(hit.from, Math.min(hit.to + 30, reader.lineEnd(text, hit.to)))) && !/\b(?:report|summary|findings|results)\b/i.test(text.slice(hit.from, hit.to))
  const ASKED = /\b(?:you (?:asked|requested|wrote)|your (?:request|letter))\b/i

  const scoresOf = (text, hits) => {
    const top = topOf(text)
    const scores = Object.fromEntries(KINDS.map(kind => [kind, { title: 0, body: new Set() }]))
    for (const hit of hits ?? []) {
      const score = scores[hit.means]
      if (hit.list === "title" && hit.means === "evaluation" && isMeeting(text, hit)) continue
      if (hit.list === "title") score.title = Math.max(score.title, titleWeight(text, hit, top))
      else score.body.add(text.slice(hit.from, hit.to).toLowerCase().slice(0, 9))
    }
    if (/\b300\.503\b/.test(text)) for (const way of ["law", "of", "notice"]) scores.notice.body.add(way)
    const spaced = SPACED.test(text.slice(0, 600)) && TITLES.find(([title]) => text.slice(0, 600).replace(/\s+/g, "").includes(title))
    if (spaced) scores[spaced[1]].title = 6
    const invites = INVITES.test(text.slice(0, 3000))
    if (invites) for (const way of ["you", "are", "invited"]) scores["meeting-notice"].body.add(way)
    if (PROPOSES.test(text) && /procedural safeguards/i.test(text)) for (const way of ["says", "so"]) scores.notice.body.add(way)
    if (PROPOSES.test(text) && ASKED.test(text) && /\biep\b/i.test(text)) for (const way of ["as", "you"]) scores.notice.body.add(way)
    if (MEETS.test(text) && /\byou\b/i.test(text) && AT_TIME.test(text.slice(0, 3000))) for (const way of ["meets", "at", "time"]) scores["meeting-notice"].body.add(way)
    if (ROOMS.test(text) && reader.findAmounts(text.slice(0, 20000)).filter(one => !one.bare).length > 1) for (const way of ["has", "rows"]) scores.iep.body.add(way)
    const told = SUSPENDS.test(text.slice(0, 3000).replace(ANYONE, ""))
    if (!told && scores.suspension.title < 3) scores.suspension.body.clear()
    if (told) for (const way of ["is", "was", "out"]) scores.suspension.body.add(way)
    return KINDS.map(kind => ({ kind, invites: invites && kind === "meeting-notice", title: scores[kind].title, body: scores[kind].body.size, sum: scores[kind].title + Math.min(5, scores[kind].body.size) }))
  }

  // Headings of the seven contents tell a notice without its name; so do their words, with what a district does, in a letter.
  const asksSeven = (text, words) => {
    const asked = new Set(reader.findLabels(text, words, reader.SEVEN).map(label => label.means).filter(means => reader.SEVEN.includes(means)))
    const said = new Set((words.contents ?? []).filter(hit => hit.list === "words").map(hit => hit.means))
    return asked.size > (said.has("safeguards") ? 3 : 4) && asked.has("options") ? 5 : said.size > 3 && said.has("safeguards") && words.verbs ? 3 : 0
  }

  const isMail = text => (text.slice(0, 1500).match(/^\s*(?:from|to|cc|sent|subject|date)\s*:/gim) ?? []).length > 2

  /** @returns {string} the kind of the paper */
  reader.paperKind = (text, words) => {
    // A paper that names an IEP and holds nothing of one is about it.
    const all = scoresOf(text, words.papers)
    if (all[5].body < 5) all[0].sum += asksSeven(text, words)
    const scores = all.filter(one => one.kind !== "iep" || one.body > 0 || one.title > 5).sort((a, b) => b.sum - a.sum)
    reader.lastScores = scores
    const [best, second] = scores
    const other = scores.find(one => one.kind === "other"), rights = scores.find(one => one.kind === "safeguards")
    if (rights.body > 4 && rights.sum + 1 >= best.sum) return "safeguards"
    if (other.title > 4 && (best.kind === "other" || best.title < 6 || other.title >= best.title)) return isMail(text) ? "email" : "other"
    const least = best.title > 2 ? 5 : 4
    if (best.sum < least || best.kind === "other" || (best.title < 2 && best.sum - second.sum < 1)) return isMail(text) ? "email" : "other"
    if (isMail(text) && !(best.invites && best.body > 5) && (best.sum < 7 || best.body < (best.kind === "notice" ? 1 : 2))) return "email"
    return best.kind
  }
})()
