// The time limits of a result: each with its last day and sum, and all of them as a calendar file.
//
// Used by result.js and helper.js. Counted by shared/limits.js.
(() => {
  const { copyOf, make } = guide.routes

  const nameOf = (helper, key) => make("strong", "limit-name", copyOf(helper.all, `[data-limit="${key}"] .guide-route__title`))
  const advice = (helper, key) => copyOf(helper.all, `[data-limit="${key}"] .guide-route__say`)

  const distance = left => left < 0 ? guide.phrase("route_helper.past")
    : left === 0 ? guide.phrase("route_helper.on_that_day") : guide.phrase("limits.in_days", { count: left })

  // A limit with its sum: "October 14, 2026 + 180 calendar days = April 12, 2027, a Monday."
  const drawLimit = (helper, limit) => {
    const { key, rule, date, left, state } = limit
    const row = make("li", "", nameOf(helper, key), make("span", "limit-day", date ? guide.formatDate(date) : rule.length))
    Object.assign(row.dataset, { state, limit: key })
    if (date) {
      const sentences = [guide.limits.brief(limit), distance(left)]
      if (guide.days.isWeekend(date) && left >= 0) sentences.push(guide.phrase("route_helper.weekend"))
      row.append(make("p", "", sentences.join(" ")))
    }
    row.append(make("p", "", `${rule.owner}. `, advice(helper, key)))
    return row
  }

  // A day that a parent gave and that is a limit itself, such as the start of a change.
  const drawChange = (helper, { key, day, left }) => {
    const row = make("li", "", nameOf(helper, key), make("span", "limit-day", guide.formatDate(day)))
    row.dataset.limit = key
    const then = left < 0 ? [guide.phrase("route_helper.change_past")] : [`${distance(left)} `, advice(helper, key)]
    row.append(make("p", "", `${guide.formatDate(day, "full")}. `, ...then))
    return row
  }

  // Limits with a last day that is still to come.
  const ahead = limits => limits.filter(({ date, state }) => date && state !== "past")

  Object.assign(guide.routes, {
    // Put the limits of an outcome into the drawn result, the next one first.
    drawLimits(helper, { limits, changes }, root) {
      const part = root.querySelector(".guide-route__limits-card")
      const inOrder = limits.slice().sort((a, b) => (a.date || "9") < (b.date || "9") ? -1 : 1)
      const rows = [...changes.map(change => drawChange(helper, change)), ...inOrder.map(limit => drawLimit(helper, limit))]
      part.hidden = !rows.length
      part.querySelector("ul").append(...rows)
      const isCounted = limits.some(({ date }) => date)
      part.querySelector("h4").textContent = isCounted || changes.length
        ? guide.phrase("route_helper.running_title") : guide.phrase("route_helper.limits_title")
      part.querySelector(".guide-route__counted").textContent = isCounted ? guide.phrase("route_helper.day_given")
        : changes.length ? "" : guide.phrase("route_helper.no_day_given")
      part.querySelector("[data-do=calendar]").hidden = !ahead(limits).length
    },

    // The last days as a calendar file, with reminders. Its titles tell nothing of the child.
    saveCalendar(helper, { limits }) {
      const name = "time-limits.ics", [address] = location.href.split("#")
      const events = ahead(limits).map(({ key, rule, date }) => {
        const words = advice(helper, key)
        for (const mark of words.querySelectorAll("sup")) mark.remove()
        return {
          id: `route-${key}`,
          day: date,
          title: guide.limits.holdsOff(rule) ? guide.phrase("limits.safe_day_event") : guide.phrase("route_helper.event"),
          text: `${words.textContent} ${address}`,
          warn: [30, 14, 7, 1],
        }
      })
      const status = helper.querySelector(".guide-route__said")
      try {
        guide.download(name, "text/calendar", guide.calendar(events))
        status.textContent = guide.phrase("browser.calendar_downloaded", { name })
      } catch { status.textContent = guide.phrase("browser.no_file", { instead: guide.phrase("route_helper.no_file_instead") }) }
    },
  })
})()
