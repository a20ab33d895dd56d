// What a sentence says of a day: behind it, or by asking the family to do something by then. See paper-meaning.js.
(() => {
  const reader = guide.reader

  // What is said behind a day: that it is off, or what it is the day of.
  const OFF = /^[^.;\n\d]{0,20}?\b(?:(?:is|was|has been|will be) (?:off\b|moved|dropped)|cancel\w*|called off|postponed|no school)/i
  const AT_MEETING = /^,? (?:at|in|during) (?:an?|the|our|that) (?:[a-z]+ ){0,2}?(?:meeting|conference)\b/i
  // "From December 15 she is a general education student."
  const FROM_ON = /^,?\s*(?:on(?! the)|onwards?|forward|he|she|they|we|it|(?:the )?[A-Za-z][a-z]+ (?:is|will|goes|attends|has|gets))\b/
  const said = (text, own, day) => {
    const after = text.slice(day.to, day.to + 60)
    if (OFF.test(after)) return "none"
    if (AT_MEETING.test(after) && !/\b(?:by|before|last|earlier)\s+$/i.test(own)) return "meeting"
    if (/\b(?:until|by|before)\s+$/i.test(own) && /^\s*to (?:appeal|reply|respond|answer|object|ask|request|file)\b/i.test(after)) return "reply-by"
    return /\bfrom\s+(?:\w+day,?\s+)?$/i.test(own) && FROM_ON.test(after) ? "starts" : null
  }

  // A sentence that asks the family to do something by a day, in whatever words.
  const BY = /\b(?:by|before|no later than|not later than|on or before)\s+(?:noon|midnight|(?:the )?(?:close|end) of (?:business|school|(?:the )?day)|[\d:]+ ?[ap]\.?m\.?)?\s*(?:on\s+|of\s+)?(?:\w+day,?\s+|(?:mon|tue|wed|thu|fri)\w*\.?,?\s+)?$/i
  const FAMILY = /\b(?:you|your|yours|parents?|guardians?|family|(?:appeals?|objections?|requests?) (?:must|may|are|is|to|should))\b/i
  const ANSWERS = /\b(?:letter|request|answer|repl\w+|respon\w+|appeal\w*|form|sign\w*|hear from|call|phone|write|object\w*|disagree\w*|tell|let (?:us|me)|notify|ask|return|e-?mail|text|decide|word|slip|rsvp)\b/i
  const OURS = /\b(?:review\w*|evaluat\w*|test\w*|begins?|starts?|(?:we|team|district|school|hearing officer|panel) (?:will|must|shall)|goals?|progress)\b/i
  const isAsked = (text, day) => {
    const start = Math.max(0, day.from - 220)
    const before = text.slice(start, day.from).split(/[.!?]\s+(?=[A-Z])|\n\s*\n|;\s/).at(-1)
    return BY.test(before) && FAMILY.test(before) && ANSWERS.test(before) && !OURS.test(before)
  }

  // An IEP that was amended at a meeting has an earlier one.
  const amendedAt = (text, days, found) => {
    const met = days.filter(day => found.get(day) === "meeting")
    const begins = days.find(day => found.get(day) === "starts")
    // "Annual IEP date" before the first day of the IEP is the day it was written.
    for (const day of days) if (begins && found.get(day) === "annual-review" && day.date <= begins.date) found.set(day, "meeting")
    // "IEP dated" may be this one or the one before: it is this one shortly before its first day.
    const dated = days.filter(day => found.get(day) === "previous-meeting")
    if (!met.length && begins && dated.length === 1 && Date.parse(begins.date) - Date.parse(dated[0].date) < 45 * 864e5 && dated[0].date <= begins.date) found.set(dated[0], "meeting")
    const amended = met.find(day => /\b(?:amend|revis|chang)\w+\s+(?:on\s+)?$/i.test(text.slice(Math.max(0, day.from - 20), day.from)))
    if (amended) for (const day of met) if (day !== amended && day.date < amended.date) found.set(day, "previous-meeting")
  }

  reader.around = { said, isAsked, amendedAt }
})()
