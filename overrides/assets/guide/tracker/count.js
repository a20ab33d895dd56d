// What the promises of an agreement say on a given day: what is wrong with one, what was counted, its state.
//
// A promise is an object of texts, as typed: {id, number, kind, words, item, who, where, proof, minutes, times,
// from, until, kept, note, missed, log}. `kind` is "once" (done by a day), "week" (so many times a week) or "total"
// (so many times in all). `log` has the sessions: {id, day, minutes, excused}. Nothing here touches the page or the clock.
(() => {
  const KINDS = ["once", "week", "total"]
  const TEXTS = ["words", "item", "who", "where", "proof", "minutes", "times", "from", "until", "kept", "note"]
  const SOON = 7 // From so many days before it, a day is near.
  const SCHOOL_DAYS = 5 // In a week.
  const FIRST_YEAR = 1900, LAST_YEAR = 2100
  const MOST_MINUTES = 24 * 60, MOST_TIMES = { week: 50, total: 2_000 }

  const { add, between, is } = guide.days
  const { isObject } = guide
  const textOf = value => typeof value === "string" ? value : typeof value === "number" ? String(value) : ""
  const whole = text => /^\d{1,6}$/.test(text.trim()) ? Number(text) : NaN
  const many = (number, one, more = `${one}s`) => `${number.toLocaleString(document.documentElement.lang)} ${number === 1 ? one : more}`

  // A name that no other promise has, and that says nothing.
  const freshId = () => [...crypto.getRandomValues(new Uint8Array(8))].map(byte => byte.toString(16).padStart(2, "0")).join("")

  const fresh = promises => ({
    id: freshId(), number: 1 + Math.max(0, ...promises.map(({ number }) => number)), kind: "once", missed: false, log: [],
    ...Object.fromEntries(TEXTS.map(name => [name, ""])) })

  // ---------- Kept work

  // A name for what has none, the same at each reading: kept work is read again before it is changed. `names` are those in use.
  const nameIn = names => {
    let n = 1
    while (names.has(String(n))) n += 1
    names.add(String(n))
    return String(n)
  }

  const readEntry = (raw, names) => ({ ...raw, id: textOf(raw.id) || nameIn(names), day: textOf(raw.day), minutes: textOf(raw.minutes), excused: raw.excused === true })

  // Kept work made fit to be shown. What is no promise at all is carried along untouched, as `unread`.
  const read = work => {
    const [promises, unread] = [[], Array.isArray(work.unread) ? [...work.unread] : []]
    const list = Array.isArray(work.promises) ? work.promises : []
    const names = new Set(list.map(raw => raw?.id))
    if (work.promises !== undefined && !Array.isArray(work.promises)) unread.push(work.promises)
    for (const raw of list) {
      if (!isObject(raw) || typeof raw.words !== "string") {
        unread.push(raw)
        continue
      }
      const log = Array.isArray(raw.log) ? raw.log : []
      const entryNames = new Set(log.map(entry => textOf(entry?.id)))
      const taken = promises.some(({ id }) => id === raw.id)
      promises.push({
        ...raw,
        ...Object.fromEntries(TEXTS.map(name => [name, textOf(raw[name])])),
        id: /^[0-9a-z]{1,32}$/.test(raw.id ?? "") && !taken ? raw.id : nameIn(names),
        number: Number.isInteger(raw.number) && raw.number > 0 ? raw.number : 1 + Math.max(0, ...promises.map(({ number }) => number)),
        kind: KINDS.includes(raw.kind) ? raw.kind : "once",
        missed: raw.missed === true,
        log: log.filter(isObject).map(entry => readEntry(entry, entryNames)),
      })
      unread.push(...log.filter(entry => !isObject(entry)))
    }
    return { ...work, signed: textOf(work.signed), promises, unread }
  }

  // ---------- What is wrong

  const dayTrouble = text => !text ? "" : !is(text) ? "There is no such day. Look at the month, the day and the year."
    : Number(text.slice(0, 4)) < FIRST_YEAR || Number(text.slice(0, 4)) > LAST_YEAR ? `The year ${text.slice(0, 4)} cannot be right.` : ""

  const minutesTrouble = (text, least) => {
    const minutes = whole(text)
    return !(minutes >= least) ? `Write the minutes as a whole number, ${least === 0 ? "0 if nothing was given" : "such as 30"}.`
      : minutes > MOST_MINUTES ? `A day has only ${MOST_MINUTES.toLocaleString(document.documentElement.lang)} minutes.` : ""
  }

  // Keep only what is wrong, by field.
  const wrong = found => Object.fromEntries(Object.entries(found).filter(([, trouble]) => trouble))

  const troubles = promise => {
    const { kind, words, minutes, times, from, until, kept } = promise
    const found = { words: words.trim() ? "" : "Copy the words of the agreement here.", until: dayTrouble(until) }
    if (kind === "once") return wrong({ ...found, kept: dayTrouble(kept) })
    found.minutes = minutesTrouble(minutes, 1)
    found.times = !(whole(times) >= 1) ? "Write how many times as a whole number, such as 2."
      : whole(times) > MOST_TIMES[kind] ? `${many(whole(times), "time")} ${kind === "week" ? "a week" : "in all"} cannot be right.` : ""
    found.from = from ? dayTrouble(from) : "Write the first day. If the agreement names none, write the day it was signed."
    found.until ||= until && !found.from && until < from ? `The last day is before the first one, ${guide.formatDate(from)}.` : ""
    return wrong(found)
  }

  const entryTroubles = ({ day, minutes }, { from }, today) => wrong({
    day: !day ? "Write the day." : dayTrouble(day) || (day > today ? "This day has not come yet."
      : day < from ? `The service begins later, on ${guide.formatDate(from)}.` : ""),
    minutes: minutesTrouble(minutes, 0),
  })

  // ---------- What was counted

  const schoolDays = (first, days) => Array.from({ length: days }, (_, n) => new Date(`${add(first, n)}T00:00:00Z`).getUTCDay())
    .filter(day => day > 0 && day < 6).length

  // The weeks of a service that have ended before `today`: [{first, last, sessions}]. Weeks count from the first day; of a
  // week cut short by the last day, as many sessions as its school days make whole.
  const weeksDue = ({ times, from, until }, today) => {
    const ended = until && until < today
    const days = between(from, ended ? until : add(today, -1)) + 1
    const weeks = Array.from({ length: Math.max(0, Math.floor(days / 7)) }, (_, n) => ({
      first: add(from, 7 * n), last: add(from, 7 * n + 6), sessions: whole(times) }))
    const rest = days > 0 && ended ? days % 7 : 0
    const first = add(from, days - rest)
    return rest ? [...weeks, { first, last: until, sessions: Math.floor(whole(times) * schoolDays(first, rest) / SCHOOL_DAYS) }] : weeks
  }

  // Sessions that were due before `today`.
  const sessionsDue = (promise, today) => {
    const { kind, times, from, until } = promise
    if (kind === "week") return weeksDue(promise, today).reduce((all, { sessions }) => all + sessions, 0)
    if (until && until < today) return whole(times)
    const days = between(from, today)
    return until && days > 0 ? Math.floor(whole(times) * days / (between(from, until) + 1)) : 0
  }

  // Minutes of a service: given so far, the whole (0 if it has no end), how far behind an even pace; of what was logged the
  // minutes due and owed; of the rest the minutes not logged, and the weeks or sessions that is (`gaps`: "3 weeks", or "").
  // What was excused (no school, child away) is not due. Owed is only what the agreement let pass, a week or the last day,
  // and only where the log says so: a week with a session in it, or a session, with 0 for one that was not given.
  const count = (promise, today) => {
    const each = whole(promise.minutes)
    const log = promise.log.filter(entry => !Object.keys(entryTroubles(entry, promise, today)).length)
    const sum = entries => entries.reduce((all, entry) => all + whole(entry.minutes), 0)
    const sessions = log.filter(entry => !entry.excused)
    const excused = sum(log.filter(entry => entry.excused))
    const due = Math.max(0, sessionsDue(promise, today) * each - excused)
    const given = sum(sessions)
    const { kind, until } = promise
    const all = kind === "total" ? whole(promise.times) * each : until ? sessionsDue(promise, add(until, 1)) * each : 0
    const behind = Math.max(0, due - given)
    const weeks = kind !== "week" ? [] : weeksDue(promise, today).map(({ first, last, sessions: number }) => {
      const inWeek = ({ day }) => day >= first && day <= last
      return { logged: sessions.some(inWeek), due: Math.max(0, number * each - sum(log.filter(entry => entry.excused && inWeek(entry)))) }
    })
    const byLog = kind === "total" ? sessions.length * each : weeks.filter(({ logged }) => logged).reduce((minutes, week) => minutes + week.due, 0)
    const dueLogged = Math.min(due, byLog)
    const closed = kind === "week" || Boolean(until && until < today)
    const owed = closed ? Math.max(0, dueLogged - given) : 0
    const unlogged = closed ? behind - owed : 0
    return {
      each, due, given, all: Math.max(0, all - excused), behind, dueLogged, owed, unlogged,
      gaps: !unlogged ? "" : kind === "total" ? many(Math.ceil(unlogged / each), "session")
        : many(weeks.filter(week => !week.logged && week.due).length, "week"),
      logged: sessions.length > 0,
      last: log.reduce((last, { day }) => day > last ? day : last, ""),
    }
  }

  // ---------- The state

  const inDays = days => days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${many(days, "day")}`
  const nearness = days => days <= SOON ? "soon" : "due"

  const lookOnce = ({ until, kept, missed }, today) => {
    if (kept) {
      const late = until && kept > until ? between(until, kept) : 0
      return { state: "kept", said: `Kept ${guide.formatDate(kept, "short")}${late ? `, ${many(late, "day")} late` : ""}`, misses: Number(late > 0) }
    }
    if (until && until < today) return { state: "late", said: `Late by ${many(between(until, today), "day")}`, misses: 1 }
    if (missed) return { state: "late", said: "Missed", misses: 1 }
    if (!until) return { state: "due", said: "No day is set", misses: 0 }
    const left = between(today, until)
    const state = nearness(left)
    return { state, said: `Due ${state === "soon" && left > 1 ? "soon, " : ""}${inDays(left)}`, misses: 0 }
  }

  const lookService = (promise, today) => {
    const { from, until } = promise
    const counted = count(promise, today)
    const seen = (state, said) => ({ state, said, counted, begun: from <= today, misses: Math.floor(counted.owed / counted.each) })
    if (from > today) return seen(nearness(between(today, from)), `Begins ${inDays(between(today, from))}`)
    const ended = until && until < today
    if (counted.due && !counted.logged) return seen("check", "Nothing logged yet")
    if (ended && counted.owed) return { ...seen("late", `${many(counted.owed, "minute")} owed`), misses: Math.max(1, Math.floor(counted.owed / counted.each)) }
    if (!ended && counted.owed >= counted.each) return seen("late", `Behind by ${many(counted.owed, "minute")}`)
    if (counted.unlogged) return seen("check", `${counted.gaps} not logged`)
    if (ended || promise.kind === "total" && counted.given >= counted.all) return seen("kept", "All given")
    if (counted.behind >= counted.each) return seen("check", "Slower than needed")
    return seen(until ? nearness(between(today, until)) : "due", counted.due ? "On pace" : "Running")
  }

  // The state of a promise on a day: {state, said, misses}, of a service also {counted, begun}; {trouble} if it cannot be told. States: late, check, soon, due, kept.
  const look = (promise, today) => {
    const [trouble] = Object.values(troubles(promise))
    if (trouble) return { state: "check", said: "Look at this one", misses: 0, trouble }
    return promise.kind === "once" ? lookOnce(promise, today) : lookService(promise, today)
  }

  // The day a promise is sorted by.
  const dayOf = ({ kind, from, until, kept }, today) => kind === "once" ? kept || until || "9999" : from > today ? from : until || "9999"

  const ORDER = { late: 0, check: 1, soon: 2, due: 2, kept: 3 }

  // The promises with their state, in the order in which a parent should look at them.
  const inOrder = (promises, today) => promises.map(promise => ({ promise, seen: look(promise, today), day: dayOf(promise, today) }))
    .sort((a, b) => ORDER[a.seen.state] - ORDER[b.seen.state] || (a.day < b.day ? -1 : a.day > b.day ? 1 : a.promise.number - b.promise.number))

  guide.tracker = { read, fresh, freshId, troubles, entryTroubles, dayTrouble, look, inOrder, many, whole }
})()
