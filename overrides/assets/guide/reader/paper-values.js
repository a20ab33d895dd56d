// The few values that matter in a paper beside its days: how long a suspension is, when and where a meeting is, whether a child
// is eligible.
(() => {
  const reader = guide.reader

  const found = (flow, name, value, from, to) => ({ name, value, ...flow.quote(from, to) })

  const NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"]
  const LENGTH = /\b(?:(\d{1,3})|(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen)(?:\s*\((\d{1,3})\))?)[\s-]+(?:consecutive |full )?(?:school|class|instructional)?[\s-]*days?\b/gi

  // The cell under a head of a table of one row.
  const cellUnder = (text, head) => {
    for (const row of text.matchAll(/(?:^|\n)([^\n]*\t[^\n]*)(?=\n([^\n]+))/g)) {
      const heads = row[1].split("\t"), cells = row[2].split("\t"), at = heads.findIndex(words => head.test(words))
      if (at < 0 || heads.length !== cells.length || !cells[at].trim()) continue
      const from = row.index + row[0].length + 1 + cells.slice(0, at).join("\t").length + (at ? 1 : 0)
      return { words: cells[at].trim(), from, to: from + cells[at].length }
    }
    return null
  }

  const suspensionValues = flow => {
    const { text } = flow
    const cell = cellUnder(text, /^\W*(?:number of |total |school |# ?(?:of )?|no\. of )*days\b(?! (?:absent|missed|so far))/i)
    if (/^\d{1,3}$/.test(cell?.words)) return [found(flow, "school-days", cell.words, cell.from, cell.to)]
    for (const hit of text.matchAll(LENGTH)) {
      const near = text.slice(Math.max(0, hit.index - 130), hit.index + hit[0].length + 60)
      if (!/suspen|remov|out of school|stay home|kept home|sent home|number of|length|\boss\b|\biss\b|exclu/i.test(near)) continue
      if (/within|in all|so far|total|this (?:school )?year|already|before|more than|beyond|over|up to|after/i.test(text.slice(Math.max(0, hit.index - 30), hit.index).replace(/\bfor a total of\s*$/i, ""))) continue
      if (/^\W*(?:this|so far|in all|already|to (?:appeal|ask|write))/i.test(text.slice(hit.index + hit[0].length, hit.index + hit[0].length + 20))) continue
      const value = hit[1] ?? hit[3] ?? String(NUMBERS.indexOf(hit[2].toLowerCase()))
      return [found(flow, "school-days", String(Number(value)), hit.index, hit.index + hit[0].length)]
    }
    const plain = [...text.matchAll(/\b(\d{1,2}) school days\b/gi)].filter(hit => !/within|total|this year|more than|beyond|after|up to|exceed/i.test(text.slice(Math.max(0, hit.index - 30), hit.index + 30)))
    if (plain.length === 1) return [found(flow, "school-days", plain[0][1], plain[0].index, plain[0].index + plain[0][0].length)]
    const label = /(?:\b|(?=#))(?:(?:number|#|no\.?) of|total|length in|school|how many) (?:school )?days(?: (?:out|suspended|of suspension|removed|away))?\s*:?[\s\t]*(\d{1,3})\b/i.exec(text)
    return label ? [found(flow, "school-days", String(Number(label[1])), label.index, label.index + label[0].length)] : []
  }

  const TIME = /\b(\d{1,2})(?:[:.](\d\d))?\s*([ap])\.?\s?m\b\.?|\b(1?\d)(?::([0-5]\d)\b| o'clock)(?!\s*[ap]\.?m)|\bnoon\b/gi

  const timeOf = hit => {
    if (/noon/i.test(hit[0])) return "12:00"
    const hour = Number(hit[1] ?? hit[4])
    const afternoon = hit[3] ? hit[3].toLowerCase() === "p" : hour < 7
    return `${String((hour % 12) + (afternoon || (!hit[3] && hour === 12) ? 12 : 0)).padStart(2, "0")}:${hit[2] ?? hit[5] ?? "00"}`
  }

  // The time nearest behind the day of the meeting, or else behind its label.
  const meetingTime = (flow, meeting) => {
    const { text } = flow
    const hits = [...text.matchAll(TIME)].filter(hit => Number(hit[1] ?? hit[4] ?? 1) < 13 && Number(hit[1] ?? hit[4] ?? 1) > 0)
    const day = meeting ? reader.findDays(text).find(one => flow.quote(one.from, one.to).start === meeting.start) : null
    const near = day && hits.find(hit => hit.index >= day.to && hit.index - day.to < 90 && !/call|between|office|hours/i.test(text.slice(day.to, hit.index)))
      || day && hits.find(hit => hit.index < day.from && day.from - hit.index < 30)
      || hits.find(hit => /\btime\b[^\n]{0,12}$/i.test(text.slice(Math.max(0, hit.index - 30), hit.index)))
    return near ? [found(flow, "time", timeOf(near), near.index, near.index + near[0].length)] : []
  }

  const PLACE = /(?:^|[\n\t])\s*(?:meeting |conference |the )?(?:place|location|where|room|site)(?: of (?:the )?meeting)?\s*(?::[ \t]*|\t|\n)([^\n\t]+)/i
  const placeOf = flow => {
    const { text } = flow
    const cell = cellUnder(text, /^\W*(?:meeting )?(?:place|location|where|room)\b/i)
    if (cell) return [found(flow, "place", cell.words, cell.from, cell.to)]
    const label = PLACE.exec(text)
    if (label) {
      const from = label.index + label[0].length - label[1].length
      return [found(flow, "place", label[1].trim().replace(/,? to (?:hold|talk|discuss|review)\b.*|\.$/, ""), from, from + label[1].trimEnd().length)]
    }
    // "At 7:45 AM, Room 14."
    const behind = /\b(?:[apAP]\.?[mM]\b\.?|o'clock|noon)[\s,–—-]+((?:Room|Rm\.?|Library|Office|Conference Room|Cafeteria)\b[^.;\n]{0,40})/.exec(text)
    if (behind) {
      const from = behind.index + behind[0].length - behind[1].length
      return [found(flow, "place", behind[1].trim(), from, from + behind[1].trimEnd().length)]
    }
    const said = /\b(?:in|at) ((?:the )?(?:[Rr]oom \w+|conference room|library|office|cafeteria|board room|central office|[a-z]+ (?:suite|room|office|hall|lab|lounge|building)|[A-Z][\w'.]*(?: [A-Z][\w'.]*)* (?:[Rr]oom|[Oo]ffice|[Ss]uite|[Hh]all|school|elementary|middle|high|center|[Ll]ibrary|School|Elementary|Center|Annex|Building))\b[^.;\n]{0,60})/.exec(text.slice(Math.max(0, text.search(/meet|join|confer/i))))
    if (!said) return []
    const words = said[1].split(/,?\s+(?:on|at \d|from|to (?:talk|discuss|review|go|hold))\b|,\s+(?:on|at)\b/)[0].replace(/^the /, "").trim()
    const from = text.indexOf(words)
    return words ? [found(flow, "place", words, from, from + words.length)] : []
  }

  const BOX = /\[\s*[xX✓✔]\s*\]|\(\s*[xX✓✔]\s*\)|☒|☑|✓|✔|_+[xX]_+|\bl[xX]l\b/

  const evaluation = (flow, words) => {
    const { text } = flow
    const values = []
    const kind = [...text.matchAll(/\b(?:(initial)(?: (?:evaluation|eligibility|assessment))?|(re-?evaluation|triennial|three-year)\b(?! (?:is )?(?:due|by|date)))/gi)]
      .filter(hit => !/\b(?:due|next|no)\s+$|(?:\[\s*\]|\(\s*\)|☐|□)\s*$/i.test(text.slice(Math.max(0, hit.index - 8), hit.index)))
    const kinds = new Set(kind.map(hit => hit[1] ? "initial" : "reevaluation"))
    const ticked = kind.filter(hit => /(?:^|\s)[xX]\s+$/.test(text.slice(Math.max(0, hit.index - 4), hit.index)) || BOX.test(text.slice(Math.max(0, hit.index - 8), hit.index)))
    const first = ticked[0] ?? kind[0]
    if (first && (kinds.size === 1 || ticked.length === 1 || /initial/i.test(first[0]))) values.push(found(flow, "evaluation-type", first[1] ? "initial" : "reevaluation", first.index, first.index + first[0].length))
    const eligible = /\b(?:[A-Z]\w+ |the (?:team|child|student) |she |he )?(?:(is|was|be|remains|found|are|stays|still|continues to be|continues) (not |no longer |in)?eligible|(does not|do not|did not) (?:meet|qualify)|(meets|qualifies)(?= (?:the |all )?(?:criteria|for|as|under|eligib)))\b/i.exec(text)
      ?? /\beligib(?:le|ility)(?: (?:decision|determination|status))?\s*(?::|\?|\t)[ \t]*(?:(yes|eligible)|(no|not eligible|ineligible))\b/i.exec(text)
      ?? /\b(?:decision|determination|outcome|result|conclusion)\b[^:\n]{0,20}:\s*(?:(eligible)|(not eligible|ineligible))\b/i.exec(text)
    if (eligible) {
      const isNo = /\bnot\b|no longer|ineligible|[:?\t]\s*no\b/i.test(eligible[0])
      values.push(found(flow, "eligible", isNo ? "no" : "yes", eligible.index, eligible.index + eligible[0].length))
      const near = (words.categories ?? []).filter(hit => hit.from > eligible.index - 200 && hit.from < eligible.index + eligible[0].length + 160)
      const best = near.sort((a, b) => Math.abs(a.from - eligible.index - eligible[0].length) - Math.abs(b.from - eligible.index - eligible[0].length) || b.to - a.to)[0]
      if (best && !isNo) values.push(found(flow, "category", text.slice(best.from, best.to).replace(/\s+/g, " "), best.from, best.to))
    }
    return values
  }

  /** @returns {object[]} values of a paper: name, value, start, end, quote, page */
  reader.paperValues = (flow, words, kind, dates) => {
    if (kind === "suspension") return suspensionValues(flow)
    if (kind === "meeting-notice") return [...meetingTime(flow, dates.find(date => date.meaning === "meeting")), ...placeOf(flow)]
    if (kind === "iep") return reader.iepValues(flow, words)
    return kind === "evaluation" ? evaluation(flow, words) : []
  }
})()
