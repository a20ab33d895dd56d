// Which route: what the answers of a parent lead to. It knows the structure of the data in routes/, and nothing of the page.
// Limits are counted by limits.js.
//
// `routes` is what scripts/guide/blocks/route_helper.py writes, and `answers` the given answer by question.
(() => {
  // So many days before its end a limit is close.
  const CLOSE_DAYS = 60

  /**
   * A question; a detail, which only a result asks, leads nowhere and may let one choose several answers.
   * @typedef {{ answers: Object<string, Answer>, many?: boolean }} Question
   */

  /**
   * Where an answer leads: to the next question, to a result, or to both, and then the result is shown at once.
   * @typedef {object} Answer
   * @property {string} [next]  a question
   * @property {string} [result]
   * @property {string} [date]  the day that it asks for
   * @property {string} [note]  what is said besides the result
   */

  /**
   * A result. Where a limit is past or close, another one takes its place: they have that one by the limit.
   * @typedef {object} Result
   * @property {string[]} asks  the details that it asks
   * @property {string[]} routes  the right one, or two at once
   * @property {string[]} limits
   * @property {Object<string, string>} [past]
   * @property {Object<string, string>} [close]
   * @property {boolean} [act_today]
   */

  /**
   * What a parent answered.
   * @typedef {{ choice?: string, choices?: string[], date?: Day }} Given
   */

  /**
   * What the answers lead to. Urgent is a result that was shown at once and stays in sight.
   * @typedef {object} Outcome
   * @property {string} result
   * @property {string|null} open  the question still to answer
   * @property {string|null} urgent
   * @property {string[]} routes
   * @property {string[]} notes
   * @property {Array<Counted & { key: string, left: number|null, state: string }>} limits
   * @property {Array<{ key: string, day: Day, left: number }>} changes  days that a parent gave and that are limits themselves
   */

  const choicesOf = given => given?.choices || (given?.choice ? [given.choice] : [])

  // From the first question along the answers: {asked, open, urgent, base}. `open` is the question still to answer,
  // or null at the end; `urgent` the last result to be shown at once, `base` the result at the end.
  const walk = (routes, answers) => {
    const asked = []
    let urgent = null, key = Object.keys(routes.questions)[0]
    for (;;) {
      asked.push(key)
      const answer = routes.questions[key].answers[answers[key]?.choice]
      if (!answer) return { asked, open: key, urgent, base: null }
      if (!answer.next) {
        const base = answer.result
        for (const detail of routes.results[base].asks) {
          asked.push(detail)
          if (!answers[detail]) return { asked, open: detail, urgent, base }
        }
        return { asked, open: null, urgent, base }
      }
      urgent = answer.result || urgent
      key = answer.next
    }
  }

  // The most questions that may follow after `key`, those of the results included.
  const most = (routes, key) => 1 + Math.max(...Object.values(routes.questions[key].answers).map(answer =>
    answer.next ? most(routes, answer.next) : routes.results[answer.result].asks.length))

  const ahead = (routes, answers) => {
    const { asked, open, base } = walk(routes, answers)
    if (!open) return 0
    if (base) return routes.results[base].asks.length - routes.results[base].asks.indexOf(open)
    return asked.length && most(routes, open)
  }

  // The answers given on the path, with what each of them adds.
  const given = (routes, answers, asked) => asked.flatMap(key => {
    const question = routes.questions[key] || routes.details[key]
    return choicesOf(answers[key]).map(choice => Object.assign({ day: answers[key].date || "" }, question.answers[choice]))
  })

  // A limit, counted from the first of its days that was given (limits.js); `date` is "" without such a day, and where only
  // the school's calendar tells. `left` is the days to it, `state` open, runs, close or past.
  const run = (routes, key, days, today) => {
    const { counted_from: countedFrom, rule } = routes.time_limits[key]
    const day = countedFrom.map(name => days[name]).find(Boolean) || ""
    const counted = day ? guide.limits.count(rule, day, today) : { rule, day, date: "" }
    const left = counted.date ? guide.days.between(today, counted.date) : null
    const state = left === null ? "open" : left < 0 ? "past" : left <= CLOSE_DAYS ? "close" : "runs"
    return { key, ...counted, left, state }
  }

  /**
   * What the answers lead to, as far as they go, or null where nothing is known yet.
   * @param {object} routes
   * @param {Object<string, Given>} answers
   * @param {Day} today
   * @returns {Outcome|null}
   */
  const outcome = (routes, answers, today) => {
    const { asked, open, urgent, base } = walk(routes, answers)
    let result = base || urgent
    if (!result) return null
    const chosen = given(routes, answers, asked)
    const days = Object.fromEntries(chosen.filter(({ date, day }) => date && day).map(({ date, day }) => [date, day]))
    const state = key => run(routes, key, days, today).state
    for (let next = result; next;) {
      result = next
      const { past = {}, close = {} } = routes.results[result]
      next = Object.entries(past).find(([key]) => state(key) === "past")?.[1]
        || Object.entries(close).find(([key]) => state(key) === "close")?.[1]
    }
    return {
      result,
      open,
      // What was shown at once stays in sight, unless the result itself says what to do today.
      urgent: urgent && urgent !== result && !routes.results[result].act_today ? urgent : null,
      routes: routes.results[result].routes,
      notes: [...new Set(chosen.map(({ note }) => note).filter(Boolean))],
      limits: routes.results[result].limits.map(key => run(routes, key, days, today)),
      changes: Object.keys(days).filter(name => routes.dates[name].say)
        .map(name => ({ key: name, day: days[name], left: guide.days.between(today, days[name]) })),
    }
  }

  guide.routes = { walk, ahead, outcome }
})()
