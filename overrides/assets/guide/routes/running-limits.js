// The days of a result: each with its sum and the days left; what only the other side must keep is called a wait. All of a
// parent's own last days also as a calendar file.
//
// Used by result.js and helper.js. Counted by shared/limits.js.
(() => {
  const { inline, make, markOf, pageOf, workDayBy, isOpenOn } = guide.routes
  const { isMine, holdsOff } = guide.limits

  const distance = left => left < 0 ? guide.phrase("route_helper.past")
    : left === 0 ? guide.phrase("route_helper.today_sentence") : guide.phrase("route_helper.days_left", { count: left })

  // Where offices are closed on a last day, the work day before is the one to keep.
  const carefulWith = day => {
    if (isOpenOn(day)) return ""
    const before = guide.formatDate(workDayBy(day), "full"), date = guide.formatDate(day)
    return guide.days.isWeekend(day) ? guide.phrase("route_helper.weekend", { date, before, weekday: guide.formatDate(day, "weekday") })
      : guide.phrase("route_helper.holiday", { date, before })
  }

  const drawRow = ({ day, far, name, state, mark, careful }, ...lines) => {
    const row = guide.copy("guide-route-date").firstElementChild
    row.dataset.state = state
    row.querySelector(".guide-route__day-words").textContent = day
    const distanceLine = row.querySelector(".guide-route__far")
    if (far) distanceLine.textContent = far
    else distanceLine.remove()
    row.querySelector(".guide-route__name").append(name, ...mark ? [mark] : [])
    if (careful) row.append(make("p", "careful", careful))
    const small = lines.filter(Boolean).flatMap(line => [line, " "])
    if (small.length) row.append(make("p", "small", ...small))
    return row
  }

  const isOwn = ({ rule }) => isMine(rule.whose) || holdsOff(rule)

  // A last day of the parent's own, or the last safe day before a change.
  const drawOwn = (helper, limit, one, mark) => {
    const { key, rule } = limit
    const { name, say } = helper.data.limits[key]
    const isPast = one.left < 0
    const isSecond = one !== limit.counted[0]
    const times = limit.counted.length > 1 ? guide.phrase("route_helper.counted_from", { day: helper.data.dates[one.from].label }) : ""
    return drawRow({
      day: holdsOff(rule) ? guide.limits.title(one) : guide.formatDate(one.date, "full"), far: distance(one.left), name,
      state: isPast ? "past" : "runs", mark, careful: isPast ? "" : carefulWith(one.date),
    }, isPast ? guide.phrase("route_helper.past_own") : isSecond ? "" : inline(say), times, guide.limits.brief(one))
  }

  // What the other side must keep is no day of the parent's.
  const drawWait = (helper, { key, rule }, one, mark) => drawRow({
    day: guide.phrase("route_helper.wait_until", { date: guide.formatDate(one.date, "full") }), far: "",
    name: helper.data.limits[key].name, state: "wait", mark,
  }, guide.phrase("route_helper.wait", { owner: rule.owner }), one.left < 0 ? one.distance : "", guide.limits.brief(one))

  // Without a day there is the length alone; school days only the school's calendar tells.
  const drawOpen = (helper, { key, rule, counted }, mark) => {
    const { name, say } = helper.data.limits[key]
    return drawRow({ day: rule?.length || "", far: "", name, state: "open", mark }, counted[0] ? counted[0].sum : "",
      rule && !isOwn({ rule }) ? guide.phrase("route_helper.wait", { owner: rule.owner }) : "", inline(say))
  }

  const drawLimit = (helper, limit, situation) => {
    const mark = () => limit.source && markOf(limit.source, pageOf(situation))
    const dated = limit.counted.filter(({ date }) => date)
    if (!dated.length) return [["9", drawOpen(helper, limit, mark())]]
    return dated.map(one => [one.left < 0 ? `8${one.date}` : one.date,
      isOwn(limit) ? drawOwn(helper, limit, one, mark()) : drawWait(helper, limit, one, mark())])
  }

  // A day that a parent gave and that is a limit itself, such as the start of a change.
  const drawStart = (helper, { key, day, left }) => [day, drawRow({
    day: guide.formatDate(day, "full"), far: distance(left), name: helper.data.dates[key].label, state: left < 0 ? "past" : "runs",
    careful: left < 0 ? "" : carefulWith(day),
  }, left < 0 ? guide.phrase("route_helper.change_past") : helper.data.dates[key].say)]

  // The parent's own last days that are still to come.
  const ahead = limits => limits.filter(({ rule }) => rule).flatMap(limit => isOwn(limit)
    ? limit.counted.filter(({ date, left }) => date && left >= 0).map(one => Object.assign({}, one, { key: limit.key })) : [])

  const wordsOf = html => make("span", "", inline(html)).textContent

  Object.assign(guide.routes, {
    carefulWith,

    // The rows of all days, the next one first; nothing where no limit is known.
    drawDates(helper, { limits, starts, situation }) {
      const rows = [...starts.map(start => drawStart(helper, start)), ...limits.flatMap(limit => drawLimit(helper, limit, situation))]
      if (!rows.length) return []
      const part = guide.copy("guide-route-dates").firstElementChild
      part.querySelector(".guide-route__counted").after(make("ol", "", ...rows.sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0).map(([, row]) => row)))
      const isCounted = limits.some(({ counted }) => counted.length)
      part.querySelector(".guide-route__counted").textContent = isCounted ? guide.phrase("route_helper.day_given")
        : starts.length ? "" : guide.phrase("route_helper.no_day_given")
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
