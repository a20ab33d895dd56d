// What to do, on one card: today and if nobody answers, this week, by a day. After hours what can be written comes first.
//
// Used by result.js. Templates: overrides/partials/route-helper.html. Office hours: work-days.js.
(() => {
  const { inline, make, link, pageOf, officeHours } = guide.routes

  const buttonOf = (helper, { letter, call, page, copy, button }) => {
    if (letter) {
      const [title, href] = helper.data.letters[letter]
      // The letter begins at once with its first question.
      return link(`${href}#start`, button || guide.phrase("route_helper.start_button", { letter: title.split(" (")[0] }))
    }
    if (call) return link(`tel:${call}`, button || guide.phrase("route_helper.call_button", { number: call }))
    if (page) return link(page, button)
    if (!copy) return null
    const pressed = Object.assign(document.createElement("button"),
      { type: "button", textContent: button || guide.phrase("route_helper.copy_button") })
    pressed.dataset.do = "copy"
    return pressed
  }

  // One thing to do; `lead` are words before its own.
  const drawStep = (helper, step, situation, lead) => {
    const part = guide.copy("guide-route-step").firstElementChild
    const words = part.querySelector("p")
    if (lead) words.append(make("strong", "", lead), " ")
    words.append(inline(step.say, pageOf(situation)))
    if (step.copy) part.querySelector(".guide-route__copy").append(step.copy)
    else part.querySelector(".guide-route__copy").remove()
    const button = buttonOf(helper, step)
    if (button) {
      button.classList.add("guide-route__act")
      part.querySelector(".guide-route__way").prepend(button)
    }
    return part
  }

  const drawSection = (label, ...steps) => {
    const section = guide.copy("guide-route-when").firstElementChild
    section.querySelector(".guide-route__label").textContent = label
    section.append(...steps)
    return section
  }

  const writes = step => Boolean(step?.letter || step?.copy || step?.page)

  const nowLabel = closed => {
    switch (closed) {
      case "night": return guide.phrase("route_helper.tonight")
      case "weekend": return guide.phrase("route_helper.this_weekend")
      default: return guide.phrase("route_helper.now_label")
    }
  }

  // "Monday morning", or where it is the next day "Tomorrow morning".
  const morning = (opens, today) => opens === today ? guide.phrase("route_helper.this_morning")
    : guide.days.between(today, opens) === 1 ? guide.phrase("route_helper.tomorrow_morning")
    : guide.phrase("route_helper.morning", { weekday: guide.formatDate(opens, "weekday") })

  const drawCall = (helper, step, situation, { opens }) => {
    const part = drawStep(helper, step, situation)
    const remind = guide.copy("guide-route-remind").firstElementChild
    remind.dataset.day = opens
    part.querySelector(".guide-route__way").append(remind)
    return part
  }

  // Today, in the order of the hour. A call that is answered day and night always stays first.
  const drawToday = (helper, { today, closed, situation }, now) => {
    const day = guide.dayOf(now), hours = officeHours(day, now.getHours() * 60 + now.getMinutes())
    const label = guide.phrase("route_helper.today_label", { weekday: guide.formatDate(day, "weekday") })
    if (hours.closed && today.call && !today.any_hour && writes(closed)) {
      return [drawSection(nowLabel(hours.closed), drawStep(helper, closed, situation)),
        drawSection(morning(hours.opens, day), drawCall(helper, today, situation, hours))]
    }
    const same = closed.letter && closed.letter === today.letter || closed.say === today.say
    const rest = drawStep(helper, same ? { say: closed.say } : closed, situation, guide.phrase("route_helper.closed_label"))
    return [drawSection(hours.closed && writes(today) ? nowLabel(hours.closed) : label, drawStep(helper, today, situation), rest)]
  }

  // The label of what must be done by a day: the first day that the line names and that is still to come.
  const byLabel = ({ known, by }) => {
    const days = by.days.map(name => known.days[name] || guide.routes.limitOf(known, name).date).filter(day => day >= known.today)
    return days.length ? guide.phrase("route_helper.by_label", { date: guide.formatDate(days[0], "full") }) : guide.phrase("route_helper.then_label")
  }

  // The card of an outcome at a moment. Only its first button is filled.
  guide.routes.drawCard = (helper, outcome, now) => {
    const card = guide.copy("guide-route-todo").firstElementChild
    const { situation, this_week: week, by } = outcome
    card.append(...drawToday(helper, outcome, now))
    const weekLabel = guide.days.isWeekend(guide.dayOf(now)) ? guide.phrase("route_helper.coming_week_label") : guide.phrase("route_helper.week_label")
    if (week) card.append(drawSection(weekLabel, drawStep(helper, week, situation)))
    // A letter begun today needs no second button.
    const isBegun = by?.letter && [outcome.today, week].some(step => step?.letter === by.letter)
    if (by) card.append(drawSection(byLabel(outcome), drawStep(helper, isBegun ? { say: by.say } : by, situation)))
    card.querySelector(".guide-route__act")?.classList.add("guide-button")
    return card
  }
})()
