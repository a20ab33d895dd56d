// What the answers of a parent lead to: the questions on the way, and what the result says. It knows nothing of the page.
//
// `data` is what the build writes (data.js), and `answers` the given answer by question. What is known: case.js.
(() => {
  const { list, questionOf, readCase, limitOf, holds, fill, daysIn } = guide.routes

  // Of these parts the first line that holds is said, of the others all.
  const FIRST_LINE = ["headline", "today", "closed", "this_week", "by"]
  const ALL_LINES = ["because", "warn", "find_out"]
  const MOST_ROUTES = 2

  // What a situation asks before its result.
  const firstOf = (data, situation) => data.first?.[situation] || data.situations?.[situation]?.first || []

  /**
   * From the first question along the answers, then what the situation asks before its result. `open` is the question still
   * to answer, or null where the result is reached; `asked` are all questions on the way, the open one too.
   * @returns {{ asked: string[], open: string|null, situation: string|null }}
   */
  const walk = (data, answers) => {
    const asked = []
    let key = Object.keys(data.questions)[0], situation = null
    while (key) {
      asked.push(key)
      const answer = data.questions[key].answers[answers[key]?.choice]
      if (!answer) return { asked, open: key, situation: null }
      situation = answer.situation || null
      key = answer.next
    }
    for (const first of firstOf(data, situation)) {
      if (asked.includes(first)) continue
      asked.push(first)
      if (!answers[first]) return { asked, open: first, situation }
    }
    return { asked, open: null, situation }
  }

  // The most questions that follow from `key` on, it included.
  const most = (data, key) => 1 + Math.max(...Object.values(data.questions[key].answers).map(answer =>
    answer.next ? most(data, answer.next) : firstOf(data, answer.situation).length))

  /** How many questions there may be in all, before the result. */
  const total = (data, answers) => {
    const { asked, open, situation } = walk(data, answers)
    if (!open) return asked.length
    if (!situation) return asked.length - 1 + most(data, open)
    const first = firstOf(data, situation)
    return asked.length + first.slice(first.indexOf(open) + 1).filter(key => !asked.includes(key)).length
  }

  const asLine = line => typeof line === "string" ? { say: line } : line

  // A line with its words filled in, or null where it does not hold.
  const said = (line, known) => {
    const whole = asLine(line)
    const words = holds(whole.when, known) ? fill(whole.say, known) : null
    return words === null ? null : { ...whole, say: words }
  }
  const firstSaid = (lines = [], known) => {
    for (const line of lines) {
      const found = said(line, known)
      if (found) return { ...found, days: daysIn(asLine(line).say, known) }
    }
    return null
  }
  const allSaid = (lines = [], known) => lines.map(line => said(line, known)).filter(Boolean)

  // Names under a condition: a key, {name, when}, or [key, number of its source, when].
  const named = (names = [], known) => names.map(one => Array.isArray(one) ? { name: one[0], source: one[1], when: one[2] }
    : typeof one === "string" ? { name: one } : one).filter(({ when }) => holds(when, known))

  // A route with what speaks for and against it in this case.
  const withReasons = (data, key, known) => {
    const { title, href, what, plus, minus, does_not: doesNot } = data.routes[key]
    return { key, title, href, what, plus: allSaid(plus, known), minus: allSaid(minus, known), does_not: allSaid(doesNot, known) }
  }

  // The other routes, each in one line: what the situation says of it, else what is said of it otherwise.
  const others = (data, situation, fitting, known) => Object.keys(data.routes).filter(key => !fitting.includes(key)).flatMap(key => {
    const own = firstSaid(situation.others?.[key], known)
    const { title, href, special, otherwise } = data.routes[key]
    const line = own || (special ? null : firstSaid(otherwise, known))
    // The marks of a line lead to the page on which it stands.
    return line ? [{ ...line, key, title, href, place: own ? "situation" : "routes" }] : []
  })

  /**
   * What the answers lead to, or null where no situation is reached. Lines have their words filled in.
   * @param {object} data
   * @param {Object<string, Given>} answers
   * @param {Day} today
   */
  const outcome = (data, answers, today) => {
    const { asked, open, situation: key } = walk(data, answers)
    if (!key) return null
    const situation = data.situations[key]
    const asks = (situation.asks || []).filter(name => !asked.includes(name) && questionOf(data, name))
    const known = readCase(data, answers, today, { situation: key, asked: [...asked, ...asks] })
    const notes = Object.entries(data.notes || {}).filter(([, { when }]) => holds(when, known))
      .map(([name, note]) => Object.assign({}, note, { key: name, say: fill(note.say, known) })).filter(({ say }) => say !== null)
    const fitting = named(situation.routes, known).slice(0, MOST_ROUTES).map(({ name }) => name)
    const limits = named(situation.limits, known)
    for (const one of notes.flatMap(note => named(note.limits, known))) if (!limits.some(({ name }) => name === one.name)) limits.push(one)
    const letters = [...named(situation.letters, known).map(({ name }) => name), ...notes.flatMap(note => list(note.letters))]
    return {
      situation: key,
      title: situation.title,
      open,
      asks,
      known,
      ...Object.fromEntries(FIRST_LINE.map(part => [part, firstSaid(situation[part], known)])),
      ...Object.fromEntries(ALL_LINES.map(part => [part, allSaid(situation[part], known)])),
      limits: limits.map(({ name, source }) => Object.assign({}, limitOf(known, name), { source })),
      // Days that a parent gave and that are limits themselves, such as the start of a change.
      starts: Object.keys(known.days).filter(name => data.dates[name].say)
        .map(name => ({ key: name, day: known.days[name], left: guide.days.between(today, known.days[name]) })),
      routes: fitting.map(name => withReasons(data, name, known)),
      others: others(data, situation, fitting, known),
      letters: [...new Set(letters)],
      notes,
      help: named(situation.help, known),
      checklist: situation.checklist,
      plan: situation.plan,
    }
  }

  Object.assign(guide.routes, { walk, total, outcome })
})()
