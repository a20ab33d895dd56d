// A day that a parent knows only about: four choices in place of the day. Nothing is counted from them; beside each deadline
// the result says where it may stand, and which day would tell.
//
// Used by question.js, answers.js and running-limits.js.
(() => {
  const { make } = guide.routes
  // From and to so many months ago.
  const RANGES = { under: [0, 6], half: [6, 12], year: [12, 18], longer: [18, Infinity] }
  // A deadline that is so many months away, or more, is not close.
  const MONTHS_LEFT = 2
  const DAYS_A_MONTH = 30.5

  const words = about => {
    switch (about) {
      case "under": return guide.phrase("route_helper.about_under")
      case "half": return guide.phrase("route_helper.about_half")
      case "year": return guide.phrase("route_helper.about_year")
      default: return guide.phrase("route_helper.about_longer")
    }
  }

  const monthsOf = rule => {
    switch (rule?.unit) {
      case "year": return 12 * rule.amount
      case "month": return rule.amount
      case "day": return rule.amount / DAYS_A_MONTH
      default: return 0
    }
  }

  // Where months tell something: a deadline of half a year or more is counted from that day.
  const tells = ({ limits }, name) => Object.values(limits).some(({ rule, counted_from: from }) => from.includes(name) && monthsOf(rule) >= RANGES.half[0] - 1)

  Object.assign(guide.routes, {
    aboutInWords: words,

    // The choices for the days of an answer, or nothing where they would not tell.
    drawAbout(helper, form, names) {
      const part = form.querySelector(".guide-route__about")
      const isPast = names.every(name => helper.data.dates[name].may_be === "past")
      part.hidden = !isPast || !names.some(name => tells(helper.data, name))
      if (part.hidden) return
      part.querySelector(".guide-route__closest").append(...Object.keys(RANGES).map(about => {
        const button = Object.assign(make("button", "", words(about)), { type: "button", className: "guide-choice" })
        button.dataset.about = about
        return button
      }))
    },

    // Which day a deadline is counted from that the parent knows only about, or undefined.
    aboutOf: ({ data, about }, { key }) => data.limits[key].counted_from.find(name => about[name]),

    // Where a deadline may stand.
    aboutStands(rule, about) {
      const months = monthsOf(rule), [least, most] = RANGES[about]
      if (!months) return ""
      if (least >= months) return guide.phrase("route_helper.about_over")
      return most + MONTHS_LEFT <= months ? guide.phrase("route_helper.about_open") : guide.phrase("route_helper.about_close")
    },
  })
})()
