// What is known of a family's case: what they answered, its days and counts; which lines hold then, and with which words.
// It knows the data (scripts/guide/blocks/route_helper.py writes it), and nothing of the page.
//
// Used by choose.js and by all that draws. Time limits are counted by shared/limits.js.
(() => {
  // So many days before its end a time limit is close.
  const CLOSE_DAYS = 60
  // The two days of the data that belong together: each time something happened has its own time limits.
  const FIRST_TIME = "it-happened", NEWEST_TIME = "newest"

  /**
   * What a parent answered to one question: one choice or, where it allows several, `choices`; days by their key; what was
   * counted for it (school days or minutes); `about` how long ago it was, where the day is not known (about.js).
   * @typedef {{ choice?: string, choices?: string[], dates?: Object<string, Day>, counted?: number, about?: string }} Given
   */

  /**
   * A time limit of the case. Each day it can be counted from gives a last day; `date` is the one that counts now, or "".
   * @typedef {{ key: string, state: "open"|"runs"|"close"|"past", date: Day|"", left: number|null, counted: Counted[] }} Running
   */

  /**
   * @typedef {object} Case
   * @property {Day} today
   * @property {string} situation
   * @property {Object<string, string[]>} chosen  by question, of those that were asked
   * @property {Object<string, Day>} days
   * @property {Object<string, number>} counts
   * @property {Object<string, string>} about  by day
   */

  const list = value => value === undefined ? [] : [value].flat()
  const choicesOf = given => given?.choices || list(given?.choice)
  const questionOf = (data, key) => data.questions[key] || data.details[key]

  // Its days and counts come from the questions in `asked`; what was answered on another path counts for nothing.
  const readCase = (data, answers, today, { situation = "", asked }) => {
    const chosen = {}, days = {}, counts = {}, about = {}
    for (const key of asked) {
      const given = answers[key]
      if (!given) continue
      chosen[key] = choicesOf(given)
      if (given.counted !== undefined) counts[key] = given.counted
      for (const choice of chosen[key]) {
        for (const name of questionOf(data, key).answers[choice]?.dates || []) {
          if (given.dates?.[name]) days[name] = given.dates[name]
          else if (given.about) about[name] = given.about
        }
      }
    }
    return { data, today, situation, chosen, days, counts, about, limits: {} }
  }

  // The days from which a time limit is counted here: the best one, and where it happened more than once the newest too.
  const startsOf = ({ days }, countedFrom) => {
    if (countedFrom.includes(FIRST_TIME)) {
      const times = [FIRST_TIME, NEWEST_TIME].filter(name => days[name])
      if (times.length) return days[FIRST_TIME] === days[NEWEST_TIME] ? times.slice(0, 1) : times
    }
    return countedFrom.filter(name => days[name]).slice(0, 1)
  }

  // Where one time is past and a newer one is not, the newer one's last day counts.
  const runningLimit = (known, key) => {
    const { data, days, today } = known
    const { rule, counted_from: countedFrom } = data.limits[key]
    const counted = (rule ? startsOf(known, countedFrom) : [])
      .map(from => {
        const one = guide.limits.count(rule, days[from], today)
        return Object.assign(one, { from, left: one.date ? guide.days.between(today, one.date) : null })
      })
    const dated = counted.filter(({ date }) => date).sort((a, b) => a.left - b.left)
    const { date = "", left = null } = dated.find(one => one.left >= 0) || dated.at(-1) || {}
    const state = left === null ? "open" : left < 0 ? "past" : left <= CLOSE_DAYS ? "close" : "runs"
    return { key, rule, state, date, left, counted }
  }
  const limitOf = (known, key) => known.limits[key] ??= runningLimit(known, key)

  // An answer "unsure" holds as long as nobody answered.
  const chosenOf = ({ data, chosen }, key) => chosen[key] || (questionOf(data, key)?.answers.unsure ? ["unsure"] : [])

  const holdsFor = (known, key, value) => {
    switch (key) {
      case "situation": return value === known.situation
      case "known": return Boolean(known.days[value])
      case "unknown": return !known.days[value]
      case "past":
      case "close": return limitOf(known, value).state === key
      case "runs": return ["close", "runs"].includes(limitOf(known, value).state)
      default: return chosenOf(known, key).includes(value)
    }
  }

  /**
   * Whether a condition holds: all its keys, and of each any value.
   * @param {Object<string, string|string[]>|undefined} when
   * @param {Case} known
   * @returns {boolean}
   */
  const holds = (when, known) => Object.entries(when || {}).every(([key, values]) => list(values).some(value => holdsFor(known, key, value)))

  // The day of a name: one that a parent gave, or the last one of a time limit.
  const dayOf = (known, name) => known.days[name] || (known.data.limits[name] ? limitOf(known, name).date : "")

  const leftInWords = (left, before) => {
    if (left > 0) return guide.phrase("route_helper.days_left", { count: left })
    return /(^|[.!?]\s*)$/.test(before) ? guide.phrase("route_helper.today_sentence") : guide.phrase("route_helper.today_words")
  }

  // A name of a line in words, or "" where the case does not tell.
  const valueOf = (known, name, before) => {
    const [kind, of] = name.includes(":") ? name.split(":") : ["day", name]
    if (kind === "count" || kind === "owed") {
      const count = known.counts[of]
      if (!count) return ""
      return kind === "count" ? guide.phrase("route_helper.school_days", { count }) : guide.phrase("route_helper.minutes", { count })
    }
    const day = dayOf(known, of)
    if (!day) return ""
    const left = guide.days.between(known.today, day)
    switch (kind) {
      case "left": return left >= 0 ? leftInWords(left, before) : ""
      case "since": return left < 0 ? guide.phrase("route_helper.days", { count: -left }) : ""
      default: return guide.formatDate(day)
    }
  }

  /**
   * The words of a line, each <var> with its value; null where one is not known, and the line then does not hold.
   * @param {string} say
   * @param {Case} known
   * @returns {string|null}
   */
  const fill = (say, known) => {
    const [start, ...rest] = say.split("<var>")
    let words = start
    for (const part of rest) {
      const [name, after] = part.split("</var>")
      const value = valueOf(known, name, words)
      if (!value) return null
      words += value + after
    }
    return words
  }

  // The days that a line names in words.
  const daysIn = (say, known) => say.split("<var>").slice(1).map(part => part.split("</var>")[0].split(":").at(-1)).filter(name => dayOf(known, name))

  guide.routes = { list, choicesOf, questionOf, readCase, limitOf, holds, fill, daysIn }
})()
