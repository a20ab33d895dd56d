// A row of an IEP's services: its name, its setting, its days. It begins behind the days or the line of the one before it, and is
// known by its amount.
(() => {
  const reader = guide.reader

  const NO_NAME = /^(?:minutes?|amount|frequency|time|total|sum|the week|her school|his school|their school|school (?:week|day)|week|setting|location|service|begin|end|extra time|break|each|mpw\b|page|for|and|of)\b|\btotal\b|\bbreaks?\b|extra time|school (?:week|day) (?:has|is)|\btimer\b|\bhomework\b|\bdoctor|\bphysician|\brecess\b|\blunch\b/i
  const BY = /\bwith (?:mrs?|ms|dr)\.? [\w-]+,?|[,;(]?\s*\b(?:provided |given |delivered |taught )?by (?:the |an? )?[a-z][^,;]*|[,;(]?\s*\b(?:special|general|regular) ed(?:ucation)? (?:teacher|staff|aide)\b|\bteachers?\b/i
  const RECEIVES = /^\s*(?:he|she|they)\s+(?:also\s+)?(?:has|have|gets|works on)(?:\s+|$)|^[\s\S]*?\bsees (?:him|her|them) (?:for|in)\s+|^[\s\S]*?\b(?:receives?|gets?|will (?:have|get|receive)|is given|provided with|is to (?:have|get|receive))\s+/i
  const VERB_TAIL = /[\s,;:–—-]*(?:\b(?:will be|is|are|to be)\b\s*(?:provided|given|delivered|offered|scheduled)?|\bfor|\bat|\bof|\bup to|\bin an?|\bin the|\bin|\.?\s*amount|\bminutes|\btime|\bon|\bwith)?[\s,;:–—(-]*$/i

  const cut = (words, hits, base) => {
    let name = words
    for (const hit of [...hits].reverse()) name = name.slice(0, hit.from - base) + " ".repeat(hit.to - hit.from) + name.slice(hit.to - base)
    return name
  }

  // The name alone: without the one who gives it, the setting, the group, days and bullets.
  const nameIn = (text, words, days, from, to) => {
    const out = ["settings", "groups"].flatMap(part => reader.within(words[part], from, to)).filter(hit => !/^co-?t|class within|cwc/i.test(text.slice(hit.from, hit.to)) && hit.from > from + 3)
    const own = reader.within(days, from, to)
    const name = cut(text.slice(from, to), [...out, ...own].sort((a, b) => a.from - b.from), from).replace(RECEIVES, "").replace(BY, " ")
      .replace(/^[^:]*\b(?:iep|services?)\b[^:]*:\s+(?=[A-Z])/i, "").replace(/^[\s•*▪\d.)|:–—-]+|^\s*(?:service|name|type)\s*:\s*/i, "").replace(/\s+/g, " ").replace(VERB_TAIL, "").replace(/\b(?:in|with|a|an|the)(?: (?:in|with|a|an|the))*$/i, "").replace(/[\s,;:.|/–—-]+$/, "").trim()
    return name.length > 1 && name.length < 90 && /[a-z]{2}/i.test(name) ? name : null
  }

  const ONE_TO_ONE = /\b1\s?(?::|to|on)\s?1\b/
  const groupOf = (text, hits, from, to) => {
    const found = new Set(reader.within(hits, from, to).map(hit => hit.means))
    if (ONE_TO_ONE.test(text.slice(from, to))) found.add("individual")
    return found.size === 1 ? [...found][0] : null
  }

  // "Special education teacher" and "special education reading" say nothing of the room.
  const isNoRoom = text => hit => /^:|^[ \t]+(?:teacher|staff|reading|math|services?\b|instruction|process|coordinator)/i.test(text.slice(hit.to, hit.to + 14))

  const settingOf = (text, words, row) => {
    const hits = reader.within(words.settings, row.from, row.to + 20).filter(hit => hit.from < row.to && !isNoRoom(text)(hit))
    // "Outside the regular class" has the words of a regular class in it.
    const whole = hits.filter(hit => !hits.some(one => one !== hit && one.from <= hit.from && one.to >= hit.to && one.to - one.from > hit.to - hit.from))
    const room = whole.filter(hit => !/^co-?t/i.test(text.slice(hit.from, hit.to)))
    const means = new Set((room.length ? room : whole).map(hit => hit.means))
    return means.size === 1 ? [...means][0] : null
  }

  const daysOf = (text, days, row, iep) => {
    const own = reader.within(days, row.from, row.to).filter(day => day.date)
    if (own.length > 1) return { from: own[0].date, until: own[1].date }
    if (own.length) {
      const before = text.slice(Math.max(row.from, own[0].from - 16), own[0].from)
      return /(?:until|through|to|thru|ends?|end)\W*(?:on\s*)?$/i.test(before) ? { from: iep?.from ?? null, until: own[0].date }
        : /(?:from|begin\w*|start\w*|since)\W*(?:on\s*)?$/i.test(before) ? { from: own[0].date, until: iep?.until ?? null } : { from: null, until: null }
    }
    return { from: iep?.from ?? null, until: iep?.until ?? null }
  }

  const SENTENCE = /(?:^|\s)\S*[a-z\d)%]\.\s+(?=[A-Z])(?!(?:Amount|Minutes|Time|Frequency|Location|Setting|Place|Where|Provider|Begin|Start|End|From|Until)s?\b)/g
  const SHORT = /\b(?:mins?|hrs?|wk|mo|ed|gen|sp|lang|no|mr|mrs|ms|dr)\.\s+$/i
  const sentenceEnds = (text, from, to) => [...text.slice(from, to).matchAll(SENTENCE)].filter(hit => !SHORT.test(hit[0])).map(hit => from + hit.index + hit[0].length)
  const sentenceStart = (text, from, to) => sentenceEnds(text, from, to).at(-1) ?? from

  // Where the row begins whose amount stands at a place: behind the last day of the one before, or with its line; where that
  // has no words of its own, with the line above.
  const rowStart = (text, amount, floor, days) => {
    floor = Math.max(floor, sentenceStart(text, floor, amount.from))
    const behind = reader.within(days, floor, amount.from).at(-1)
    let from = Math.max(floor, reader.lineStart(text, amount.from))
    const hasWords = (a, b) => /[a-z]{2}/i.test(text.slice(a, b).replace(/^\s*(?:amount|minutes|time|how much)\s*:/i, ""))
    for (let n = 0; n < 3 && from > floor && (!hasWords(from, amount.from) || /^\s*[a-z]/.test(text.slice(from, from + 3))); n++) {
      const above = reader.lineStart(text, from - 1)
      if (above < floor || (behind && above < behind.from)) break
      from = above
    }
    return behind && behind.to > from ? behind.to : from
  }

  const nameBehind = (text, words, amount, end) => {
    const found = /^\s*(?:of|in|for)\s+(?!group|a group|small)([A-Za-z][^.;\n\t]*)/.exec(text.slice(amount.to, end))
    if (!found) return null
    const from = amount.to + found[0].indexOf(found[1])
    const stop = found[1].search(/\b(?:in an?|in the|in her|in his|from|starting|beginning|by|with|at|through|until|during|provided|outside|inside)\b|,/i)
    return nameIn(text, words, [], from, from + (stop > 0 ? stop : found[1].length))
  }

  const isService = (words, from, to) => reader.within(words.services, from, to).length > 0

  const rowOf = (text, words, days, amount, start, end) => {
    let name = amount.inner ?? nameIn(text, words, days, start, amount.from)
    if (!name || NO_NAME.test(name)) name = name && NO_NAME.test(name) && !/^(?:for|and|of|each)/i.test(name) ? null : nameBehind(text, words, amount, end)
    return name && !NO_NAME.test(name) ? { name, from: start, to: end } : null
  }

  const lastOfRow = (text, amount, next, limit, days) => {
    const gap = /\n\s*\n|\n\s*(?:all|these|(?:duration|dates|period) of) (?:all |the )?services\b/i.exec(text.slice(amount.to, amount.to + 300))
    const most = Math.min(next, limit, gap ? amount.to + gap.index : limit, sentenceEnds(text, amount.to - 3, Math.min(limit, amount.to + 300))[0] ?? limit)
    const own = reader.within(days, amount.to, most)
    const second = own[1] && own[1].from - own[0].to < 25 ? own[1] : own[0]
    // A table copied cell by cell: the amount has its line for itself, and what follows belongs to it.
    const isAlone = !text.slice(reader.lineStart(text, amount.from), amount.from).trim() && !text.slice(amount.to, reader.lineEnd(text, amount.to)).trim()
    const line = isAlone && most - amount.to < 120 ? most : Math.min(reader.lineEnd(text, amount.to), most)
    if (second && second.from - amount.to < 220) return Math.max(line, second.to) === line && second.to <= line ? second.to : second.to
    return line
  }

  reader.rows = { nameIn, settingOf, groupOf, daysOf, rowStart, rowOf, lastOfRow, isService }
})()
