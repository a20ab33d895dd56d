// The counted deadlines of an event, as a parent sees them: drawn on a line, each with its sum and its marks.
//
// Used by day.js and month.js. Marks are copies from the lengths, which stand in the page without scripts.
(() => {
  // Work days to send something before the last day on which it must be there.
  const EARLY = 5
  const part = name => `.guide-deadlines__${name}`

  // A copy whose parts lead to the same sources, but are not led to.
  const withoutIds = node => {
    const copy = node.cloneNode(true)
    for (const marked of copy.querySelectorAll("[id]")) marked.removeAttribute("id")
    return copy
  }

  const line = (name, text) => Object.assign(document.createElement("p"), { className: `guide-deadlines__${name}`, textContent: text })

  // Where it stands, and what its facts say.
  const drawWhy = ({ rule }) => {
    const why = guide.copy("guide-deadlines-why").firstElementChild
    why.querySelector(part("says")).textContent = rule.says.join(" ")
    why.querySelector(part("basis")).textContent = guide.limits.source(rule)
    return why
  }

  const markOf = ({ rule, date }, today) => {
    if (rule.kind === "reach") return "over"
    if (!guide.limits.isMine(rule.whose)) return "theirs"
    if (rule.kind === "wait") return "to-do"
    return date && date < today ? "over" : "last"
  }

  // A last day can go into the family's file: its form has it then, until the parent saves it there (shared/note.js).
  const drawLog = ({ rule, date, sum }) => {
    const link = guide.copy("guide-deadlines-log").firstElementChild
    if (!link || !date) return []
    link.firstElementChild.dataset.note = JSON.stringify({ kind: "limit", day: date, what: rule.until, proof: sum })
    return [link]
  }

  const rowOf = (counted, today) => {
    const { rule, date, sum, note, marks } = counted
    const title = guide.limits.title(counted, "dated")
    return {
      mark: markOf(counted, today),
      date,
      // Of a plain date the timeline makes the words.
      day: date && title === guide.formatDate(date, "dated") ? "" : title,
      left: date && rule.kind !== "reach" ? guide.limits.left(date, today) : "",
      what: [`${rule.owner}: ${rule.until}.`, ...[...marks].map(withoutIds)],
      // For the month on the wall.
      until: rule.until,
      sum: [...note ? [line("note", note)] : [], line("sum", sum), drawWhy(counted), ...markOf(counted, today) === "last" ? drawLog(counted) : []],
    }
  }

  // What has to arrive is sent some work days before the last work day.
  const sendBy = ({ rule, date }, start, today) => {
    const { addBusinessDays, isWeekend } = guide.days
    const day = rule.arrives && date && addBusinessDays(isWeekend(date) ? addBusinessDays(date, -1) : date, -EARLY)
    return day && day > start && day >= today ? { mark: "send", date: day, until: rule.until, left: guide.limits.left(day, today),
      what: guide.phrase("deadlines.send_by", { until: rule.until }), sum: guide.phrase("deadlines.send_early", { count: EARLY }) } : undefined
  }

  const byDate = (a, b) => (a.date || "~").localeCompare(b.date || "~")

  // The time of the other side, where it waits: from its first day to its last, a second line.
  const drawWait = (rows, day, counted) => {
    const wait = counted.find(({ rule }) => guide.limits.holdsOff(rule))
    for (const row of rows) if (wait && row.date >= day && row.date < wait.date) row.whose = "theirs"
    return rows
  }

  Object.assign(guide.deadlines, {
    // The limits of an event and of those that start with it, the next date first; what has no date, last.
    count({ tool, key, event, day }, today) {
      // What cannot have started earlier is safe to count from this day too.
      const keys = [key, ...event.also_start]
      return keys.flatMap(from => guide.deadlineData[from].rules.map((rule, index) => Object.assign(
        guide.limits.count(rule, day, today, from === key),
        { marks: tool.querySelector(`[data-event="${from}"]`).querySelectorAll("[data-rule]")[index].querySelectorAll("sup") })))
        .sort(byDate)
    },

    /**
     * @returns {TimelineRow[]} the rows of a given day, with the event and today
     */
    rows({ title, day, counted }, today) {
      const sent = counted.map(one => sendBy(one, day, today)).filter(Boolean)
      const dated = [{ mark: "happened", date: day, what: title }, ...sent, ...counted.filter(({ date }) => date).map(one => rowOf(one, today))]
      const now = day === today ? [] : [{ mark: "today", date: today }]
      const rows = drawWait([...now, ...dated].sort(byDate), day, counted)
      const undated = counted.filter(({ date }) => !date).map(one => rowOf(one, today))
      if (undated.length) rows.at(-1).gap = true
      return [...rows, ...undated]
    },

    // Put the dates of a given day into a result, and return it.
    draw(given, result, today) {
      const { tool, event, day, input, counted } = given
      const find = name => result.querySelector(part(name))
      const date = guide.formatDate(day, "full")
      find("from").textContent = day === input.value ? guide.phrase("deadlines.counted_from", { event: event.rules[0].starts, date })
        : guide.phrase("deadlines.counted_from_open", { date })
      const rows = guide.deadlines.rows(given, today)
      const isOver = counted.every(one => one.date && one.date < today && one.rule.kind === "due")
      find("dates").append(...isOver ? [line("note", guide.phrase("deadlines.all_over"))] : [], guide.timeline(rows), guide.timelineKey(rows))
      result.querySelector("[data-calendar]").hidden = !counted.some(one => guide.limits.isAhead(one, today))
      find("see").hidden = !event.see.length
      find("others").append(...event.see.map(key => guide.deadlines.button(
        tool.querySelector(`[data-event="${key}"] h3`).textContent, { open: key })))
      find("months").append(...guide.deadlines.months(rows, today).map(month => guide.deadlines.button(
        guide.phrase("deadlines.month_button", { month: guide.formatDate(`${month}-01`, "month") }), { month })))
      return result
    },

    button(label, data) {
      const row = guide.copy("guide-deadlines-button").firstElementChild
      Object.assign(row.firstElementChild, { textContent: label })
      Object.assign(row.firstElementChild.dataset, data)
      return row
    },
  })
})()
