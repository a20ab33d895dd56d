// What the buttons of the helper do, and the bar above a view.
//
// Used by helper.js. Templates: overrides/partials/route-helper.html.
(() => {
  const { make, given, datesForCalendar } = guide.routes

  const say = (element, sentence) => { element.textContent = sentence }

  // Hand over a calendar file, or say that this browser can't.
  const saveCalendar = (name, events, status) => {
    try {
      guide.download(name, "text/calendar", guide.calendar(events))
      say(status, guide.phrase("browser.calendar_downloaded", { name }))
    } catch { say(status, guide.phrase("browser.no_file", { instead: guide.phrase("route_helper.no_file_instead") })) }
  }

  // In a calendar, which others may see: nothing of the child or the case.
  const remind = (day, status) => saveCalendar("reminder.ics", [{ id: `route-call-${day}`, day,
    title: guide.phrase("route_helper.remind_event"), text: guide.phrase("route_helper.remind_event"), warn: [0] }], status)

  // Copy the words of a step; where the browser can't, they are marked for the parent's own hand.
  const copy = async (button, status) => {
    const words = button.closest(".guide-route__step").querySelector(".guide-route__copy")
    try {
      await navigator.clipboard.writeText(words.textContent)
      say(status, guide.phrase("route_helper.copied"))
    } catch {
      getSelection().selectAllChildren(words)
      say(status, guide.phrase("route_helper.no_copy"))
    }
  }

  const statusOf = button => button.closest(".guide-route__step, section").querySelector(".guide-route__said")

  const openAnswers = helper => {
    const part = helper.view.querySelector(".guide-route__given")
    part.open = true
    part.querySelector("summary").focus()
  }

  const drawSteps = (helper, bar, key) => {
    const { asked } = guide.routes.walk(helper.data, helper.answers), total = guide.routes.total(helper.data, helper.answers)
    const number = (asked.includes(key) ? asked.indexOf(key) : asked.length - 1) + 1
    say(bar.querySelector(".guide-route__place"), guide.phrase("route_helper.place", { number, total: Math.max(total, number) }))
    const steps = bar.querySelector(".guide-route__steps")
    for (let step = 1; step <= Math.max(total, number); step += 1) {
      const dot = make("span", "dot")
      dot.dataset.state = step < number ? "done" : step === number ? "now" : "ahead"
      steps.append(dot)
    }
  }

  Object.assign(guide.routes, {
    drawBar(helper, { question }) {
      const bar = guide.copy("guide-route-bar").firstElementChild
      bar.querySelector("[data-do=change]").hidden = Boolean(question)
      if (question) drawSteps(helper, bar, question)
      return bar
    },

    act(helper, button) {
      switch (button.dataset.do) {
        case "back":
          helper.keepPlace()
          return history.back()
        case "change": return openAnswers(helper)
        case "print": return print()
        case "again":
          helper.answers = {}
          return helper.go({ question: helper.firstQuestion })
        case "count": return helper.stage(button.form, { counts: true })
        case "skip": return helper.take(button.form, given(helper.questionOf(button.form.dataset.question), button.form.stage.choices))
        case "add-row": {
          const row = guide.routes.drawRemovalRow()
          button.form.querySelector(".guide-route__rows").append(row)
          return row.querySelector("input").focus()
        }
        case "copy": return copy(button, statusOf(button))
        case "remind": return remind(button.dataset.day, statusOf(button))
        case "calendar": return saveCalendar("time-limits.ics", datesForCalendar(helper, helper.outcome(), location.href.split("#")[0]), statusOf(button))
      }
    },
  })
})()
