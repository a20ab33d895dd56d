// The days of a result: each with its sum and the days left; what only the other side must keep is called a wait. All of a
// parent's own last days also as a calendar file.
//
// Used by result.js and helper.js. Counted by shared/limits.js, drawn by shared/timeline.js.
(() => {
  const { inline, make, markOf, pageOf, wordsOf, drawFold, aboutOf, aboutStands, aboutInWords, workDayBy, workDaysBefore, isOpenOn } = guide.routes
  const { isMine, holdsOff } = guide.limits
  // So many work days before its last day something is sent that must arrive.
  const SENT_BEFORE = 5

  const distance = left => left < 0 ? guide.phrase("route_helper.past")
    : left === 0 ? guide.phrase("route_helper.today_sentence") : guide.phrase("route_helper.days_left", { count: left })

  // Where offices are closed on a last day, the work day before is the one to keep.
  const carefulWith = day => {
    if (isOpenOn(day)) return ""
    const before = guide.formatDate(workDayBy(day), "full"), date = guide.formatDate(day)
    return guide.days.isWeekend(day) ? guide.phrase("route_helper.weekend", { date, before, weekday: guide.formatDate(day, "weekday") })
      : guide.phrase("route_helper.holiday", { date, before })
  }

  const isOwn = ({ rule }) => isMine(rule.whose) || holdsOff(rule)
  const spaced = parts => parts.filter(Boolean).flatMap(part => [part, " "])

  // A last day of the parent's own, or the last safe day before a change.
  const ownRow = (helper, limit, one, source) => {
    const { key, rule } = limit
    const isPast = one.left < 0, careful = isPast ? "" : carefulWith(one.date)
    return {
      mark: isPast ? "over" : "last", date: one.date, day: holdsOff(rule) ? guide.limits.title(one) : "", left: distance(one.left),
      what: [helper.data.limits[key].name, ...source],
      sum: spaced([careful && make("strong", "careful", careful), isPast && guide.phrase("route_helper.past_own")]),
    }
  }

  // What the other side must keep is no day of the parent's.
  const waitRow = (helper, { key, rule }, one, source) => ({
    mark: "theirs", date: one.date, day: guide.phrase("route_helper.wait_until", { date: guide.formatDate(one.date, "full") }),
    what: [helper.data.limits[key].name, ...source],
    sum: spaced([guide.phrase("route_helper.wait", { owner: rule.owner }), one.left < 0 && one.distance]),
  })

  // Without a day there is the length alone; school days only the school's calendar tells.
  const openRow = (helper, limit, source, known) => {
    const { key, rule } = limit, isWait = rule && !isOwn({ rule }), from = aboutOf(known, limit)
    return { mark: isWait ? "theirs" : "last", day: rule?.length, what: [helper.data.limits[key].name, ...source],
      sum: spaced([isWait && guide.phrase("route_helper.wait", { owner: rule.owner }), from && !isWait && aboutStands(rule, known.about[from])]) }
  }

  // How each day comes about, and what must be done by then.
  const drawCounting = (helper, limits) => {
    const lines = limits.map(({ key, counted }) => {
      const { name, say } = helper.data.limits[key]
      const times = one => counted.length > 1 ? guide.phrase("route_helper.counted_from", { day: helper.data.dates[one.from].label }) : ""
      const sums = counted.flatMap(one => [times(one), one.date ? guide.limits.brief(one) : one.sum])
      return make("p", "", make("strong", "", `${name}.`), " ", inline(say), " ", sums.filter(Boolean).join(" "))
    })
    const isCounted = limits.some(({ counted }) => counted.length), note = isCounted ? guide.phrase("route_helper.day_given") : ""
    return drawFold(guide.phrase("route_helper.counting_title"), [note], ...isCounted ? [make("p", "", note)] : [], ...lines)
  }

  const rowsOf = (helper, limit, { situation, known }) => {
    const source = () => limit.source ? [markOf(limit.source, pageOf(situation))] : []
    const dated = limit.counted.filter(({ date }) => date)
    return dated.length ? dated.map(one => isOwn(limit) ? ownRow(helper, limit, one, source()) : waitRow(helper, limit, one, source()))
      : [openRow(helper, limit, source(), known)]
  }

  // A day that a parent gave and that is a limit itself, such as the start of a change.
  const startRow = (helper, { key, day, left }) => {
    const { label, say } = helper.data.dates[key], careful = left < 0 ? "" : carefulWith(day)
    return { mark: left < 0 ? "over" : "last", date: day, left: distance(left), what: label,
      sum: spaced([careful && make("strong", "careful", careful), left < 0 ? guide.phrase("route_helper.change_past") : say]) }
  }

  // What must arrive is sent before: the day for the next last day, where it is still to come.
  const sendRows = (limits, today) => {
    const due = limits.filter(({ rule }) => rule?.kind === "due" && isMine(rule.whose) && rule.counts === "after")
      .flatMap(({ counted }) => counted.map(({ date }) => date)).filter(date => date >= today).sort()
    const day = due.length ? workDaysBefore(due[0], SENT_BEFORE) : ""
    return day > today ? [{ mark: "send", date: day, what: guide.phrase("route_helper.send_by"), sum: guide.phrase("route_helper.send_by_why") }] : []
  }

  // What happened on the days that a parent gave, as far as something is counted from them.
  const givenRows = (helper, limits, { days, today }) => [...new Set(limits.flatMap(({ counted }) => counted.map(({ from }) => from)))]
    .filter(name => days[name] <= today).map(name => ({ mark: "happened", date: days[name], what: helper.data.dates[name].label }))

  const inOrder = (rows, today) => rows.some(({ date }) => date) ? [...rows, { mark: "today", date: today }]
    .sort((a, b) => (a.date || "9") < (b.date || "9") ? -1 : (a.date || "9") > (b.date || "9") ? 1 : 0) : rows

  // The parent's own last days that are still to come.
  const ahead = limits => limits.filter(({ rule }) => rule).flatMap(limit => isOwn(limit)
    ? limit.counted.filter(({ date, left }) => date && left >= 0).map(one => Object.assign({}, one, { key: limit.key })) : [])

  // Without a day: which one would tell, where the parent knows about when it was.
  const noDay = (helper, limits, known) => {
    const name = limits.map(limit => aboutOf(known, limit)).find(Boolean)
    return name ? guide.phrase("route_helper.about_note", { about: aboutInWords(known.about[name]), day: helper.data.dates[name].label })
      : guide.phrase("route_helper.no_day_given")
  }

  Object.assign(guide.routes, {
    carefulWith,

    // All days on a line; nothing where no limit is known.
    drawDates(helper, outcome) {
      const { limits, starts, known } = outcome
      const rows = [...givenRows(helper, limits, known), ...starts.map(start => startRow(helper, start)),
        ...limits.flatMap(limit => rowsOf(helper, limit, outcome)), ...sendRows(limits, known.today)]
      if (!rows.length) return []
      const part = guide.copy("guide-route-dates").firstElementChild
      const note = part.querySelector(".guide-route__counted")
      if (!starts.length && !limits.some(({ counted }) => counted.length)) note.textContent = noDay(helper, limits, known)
      note.after(guide.timeline(inOrder(rows, known.today)))
      if (limits.length) part.append(drawCounting(helper, limits))
      part.querySelector("[data-do=calendar]").hidden = !ahead(limits).length
      return [part]
    },

    // The parent's last days as a calendar file, with reminders. Its titles tell nothing of the child.
    datesForCalendar: (helper, { limits }, address) => ahead(limits).map(({ key, from, rule, date }) => ({
      id: `route-${key}-${from}`,
      day: isOpenOn(date) || holdsOff(rule) ? date : workDayBy(date),
      title: holdsOff(rule) ? guide.phrase("limits.safe_day_event") : guide.phrase("route_helper.event"),
      text: `${wordsOf(helper.data.limits[key].say)} ${address}`,
      warn: [30, 14, 7, 1],
    })),
  })
})()
