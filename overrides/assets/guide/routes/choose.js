// Which route: what the answers of a parent lead to. It knows the structure of the data in routes/, and nothing of the page.
// Limits are counted by limits.js.
//
// `routes` is what scripts/guide/blocks/routes.py writes. `answers` has, by question, {choice, choices, date}.
(() => {
  // So many days before its end a limit is close.
  const CLOSE_DAYS = 60

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
    return choicesOf(answers[key]).map(choice => ({ ...question.answers[choice], day: answers[key].date || "" }))
  })

  // A limit, counted from the first of its days that was given (limits.js); `date` is "" without such a day, and where only
  // the school's calendar tells. `left` is the days to it, `state` open, runs, close or past.
  const run = (routes, key, days, today) => {
    const { counted_from, rule } = routes.time_limits[key]
    const day = counted_from.map(name => days[name]).find(Boolean) || ""
    const counted = day ? guide.limits.count(rule, day, today) : { rule, day, date: "" }
    const left = counted.date ? guide.days.between(today, counted.date) : null
    const state = left === null ? "open" : left < 0 ? "past" : left <= CLOSE_DAYS ? "close" : "runs"
    return { key, ...counted, left, state }
  }

  // What the answers lead to, as far as they go: {result, urgent, open, routes, notes, limits, changes} or null.
  const outcome = (routes, answers, today) => {
    const { asked, open, urgent, base } = walk(routes, answers)
    let result = base || urgent
    if (!result) return null
    const said = given(routes, answers, asked)
    const days = Object.fromEntries(said.filter(({ date, day }) => date && day).map(({ date, day }) => [date, day]))
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
      notes: [...new Set(said.map(({ note }) => note).filter(Boolean))],
      limits: routes.results[result].limits.map(key => run(routes, key, days, today)),
      changes: Object.keys(days).filter(name => routes.dates[name].say)
        .map(name => ({ key: name, day: days[name], left: guide.days.between(today, days[name]) })),
    }
  }

  guide.routes = { walk, ahead, outcome }
})()
