// The two counters: their fields, the sum as it grows, and what is asked where an entry cannot be right.
//
// Used by question.js and helper.js. Sums: counting.js. Templates: overrides/partials/route-helper.html.
(() => {
  const { drawDayField, drawDays, checkDays, askAbout, daysOf, sumRemovals, weekdays, answerFor, weeksFrom, minutesOwed, MOST_DAYS } = guide.routes

  // A number of a field: null where it is none, 0 where nothing stands there.
  const numberOf = input => {
    if (input.validity.badInput) return null
    const number = Number(input.value)
    return Number.isInteger(number) && number >= 0 ? number : null
  }

  const troubleBelow = (form, sentence, input) => {
    form.querySelector(".guide-route__form-trouble").textContent = sentence
    input.focus()
    return null
  }

  let rows = 0
  const drawRow = ({ first = "", last = "", off = 0 } = {}) => {
    rows += 1
    const row = guide.copy("guide-route-removal").firstElementChild
    row.querySelector(".guide-route__days").append(
      drawDayField({ id: `removal-${rows}-first`, label: guide.phrase("route_helper.first_day"), hint: guide.phrase("route_helper.first_day_hint"), mayBe: "any", value: first }),
      drawDayField({ id: `removal-${rows}-last`, label: guide.phrase("route_helper.last_day"), hint: guide.phrase("route_helper.last_day_hint"), mayBe: "any", value: last }))
    const number = row.querySelector("[data-field=off]")
    Object.assign(number, { id: `removal-${rows}-off`, value: off || "" })
    row.querySelector(".guide-route__off label").htmlFor = number.id
    return row
  }

  const fieldsOf = row => {
    const [first, last] = row.querySelectorAll("input[type=date]")
    return { first, last, off: row.querySelector("[data-field=off]") }
  }
  const filledRows = form => [...form.querySelectorAll(".guide-route__removal")].map(fieldsOf).filter(({ first, last }) => first.value || last.value)
  // A row with one day alone counts that day, whichever field it stands in.
  const removalOf = ({ first, last, off }) => first.value ? { first: first.value, last: last.value, off: numberOf(off) || 0 }
    : { first: last.value, last: "", off: numberOf(off) || 0 }

  // What is asked about a row, with its field, or null.
  const wrongRow = fields => {
    const { first, last, off } = fields
    if (last.value && first.value > last.value) return [last, guide.phrase("route_helper.last_before_first")]
    const removal = removalOf(fields)
    if (Math.abs(guide.days.between(removal.first, guide.today())) > MOST_DAYS) return [first, guide.phrase("route_helper.this_school_year")]
    if (removal.last && guide.days.between(removal.first, removal.last) > MOST_DAYS) return [last, guide.phrase("route_helper.this_school_year")]
    if (!weekdays(removal)) return [first, guide.phrase("route_helper.only_weekend")]
    return numberOf(off) === null || numberOf(off) > weekdays(removal) ? [off, guide.phrase("route_helper.too_many_off")] : null
  }

  const removals = {
    draw(helper, form, key) {
      const list = form.querySelector(".guide-route__rows")
      list.append(...(helper.answers[key]?.rows || [{}]).map(drawRow))
      form.querySelector("[data-do=add-row]").hidden = false
    },
    sum(form) {
      const found = filledRows(form).filter(fields => !wrongRow(fields)).map(removalOf)
      return found.length ? guide.phrase("route_helper.removals_sum", { days: guide.phrase("route_helper.school_days", { count: sumRemovals(found) }) }) : ""
    },
    read(helper, form, key) {
      if (!checkDays(form)) return null
      const found = filledRows(form)
      if (!found.length) return troubleBelow(form, guide.phrase("route_helper.which_days"), form.querySelector("input"))
      for (const fields of found) {
        const [input, sentence] = wrongRow(fields) || []
        if (!input) continue
        if (input.type === "date") askAbout(input, sentence)
        else troubleBelow(form, sentence, input)
        return null
      }
      const typed = found.map(removalOf), counted = sumRemovals(typed)
      return { choice: answerFor(helper.questionOf(key).answers, counted), counted, rows: typed }
    },
  }

  // Weeks as typed, or else the whole weeks between the two days; null where neither tells.
  const weeksOf = form => {
    const typed = form.querySelector("[data-field=weeks]")
    if (typed.value || typed.validity.badInput) return numberOf(typed)
    const days = Object.values(daysOf(form))
    return days.length === 2 && days[0] <= days[1] ? weeksFrom(...days) || null : null
  }
  const missedOf = form => {
    const [weekly, given] = ["weekly", "given"].map(name => numberOf(form.querySelector(`[data-field=${name}]`)))
    return { weekly, given, weeks: weeksOf(form) }
  }

  const minutes = {
    draw(helper, form, key, choice) {
      const { fields = {} } = helper.answers[key] || {}
      const part = guide.copy("guide-route-minutes").firstElementChild
      for (const input of part.querySelectorAll("[data-field]")) input.value = fields[input.dataset.field] ?? ""
      const names = helper.questionOf(key).answers[choice].dates || []
      part.querySelector(".guide-route__days").append(...drawDays(helper.data, names, guide.routes.daysKnown(helper.answers), key))
      form.querySelector(".guide-route__rows").append(part)
    },
    sum(form) {
      const missed = missedOf(form)
      if (!missed.weekly || !missed.weeks || missed.given === null) return ""
      const { weeks, weekly, given } = missed, owed = guide.phrase("route_helper.minutes", { count: minutesOwed(missed) })
      return guide.phrase("route_helper.minutes_sum", { weeks, weekly, given, owed })
    },
    read(helper, form, key, choice) {
      if (!checkDays(form)) return null
      const missed = missedOf(form)
      const field = name => form.querySelector(`[data-field=${name}]`)
      if (!missed.weekly) return troubleBelow(form, guide.phrase("route_helper.which_weekly"), field("weekly"))
      if (!missed.weeks) return troubleBelow(form, guide.phrase("route_helper.which_weeks"), field("weeks"))
      if (missed.given === null) return troubleBelow(form, guide.phrase("route_helper.which_given"), field("given"))
      const fields = Object.fromEntries(["weekly", "weeks", "given"].map(name => [name, field(name).value]))
      return { choice, counted: minutesOwed(missed), fields, dates: daysOf(form) }
    },
  }

  const counters = { removals, minutes }

  Object.assign(guide.routes, {
    counters,

    drawRemovalRow: () => drawRow(),

    // While a parent types: the question about it goes, the day is read out, and the sum grows.
    typed(helper, input) {
      const { form } = input
      form.querySelector(".guide-route__form-trouble").textContent = ""
      if (input.type === "date") guide.routes.readDay(input)
      if (form.stage?.counts) form.querySelector(".guide-route__sum").textContent = counters[helper.questionOf(form.dataset.question).counter].sum(form)
    },
  })
})()
