// What a parent takes along of an agreement's promises: a table for a spreadsheet, days for a calendar, rows for the
// printed table, and lines for the letter about what was not kept; and what the parent is told of each file.
(() => {
  const { many, whole } = guide.tracker
  const { is } = guide.days
  const say = guide.formatDate
  const FILE = "agreement-promises"
  const NO_FILE = "This browser does not let the guide save a file. Print the list instead."
  const WARN = [7, 0] // Reminders: a week before, and on the morning.

  const number = value => value.toLocaleString(document.documentElement.lang)
  const said = day => is(day) ? say(day) : day

  // How much and how often, in words.
  const amount = ({ kind, minutes, times }) => kind === "once" ? "once"
    : `${many(whole(minutes) || 0, "minute")}, ${many(whole(times) || 0, "time")} ${kind === "week" ? "a week" : "in all"}`

  // What was counted of a service, in a sentence. What was not logged is no time owed.
  const countOf = ({ due, dueLogged, given, owed, all, last, logged, gaps }) => [
    !logged ? due ? "Log each session, with 0 minutes for one that was not given." : ""
      : gaps ? `${number(given)} of ${number(dueLogged)} minutes given, as far as you logged.` : due || given ? `${number(given)} of ${number(due)} minutes given so far.` : "",
    owed ? `Make-up owed: ${number(owed)} minutes.` : "",
    logged && gaps ? `${gaps} not logged, so not counted.` : "",
    all ? `${number(all)} minutes in all.` : "",
    last ? `Last logged ${say(last)}.` : ""].filter(Boolean).join(" ")

  const sentence = text => text && (/[.!?]["'”’)]*$/.test(text) ? text : `${text}.`)
  const oneLine = text => text.replace(/\s+/g, " ").trim()
  // The agreement's words in one pair of quotes, whoever typed some already; the line goes on behind them.
  const quoted = words => `"${oneLine(words).replace(/^["“”]+|[.,;:"“”]+$/g, "").replace(/["“”]/g, "'")}"`

  // A promise as one line of the letter: the words, the day, what happened.
  const lineOf = ({ kind, words, item, from, until, note, missed }, { counted }, today) => {
    const head = `${item.trim() ? `${oneLine(item)}, ` : ""}${quoted(words)}`
    const what = sentence(oneLine(note))
    if (kind === "once") {
      return `${head}: ${until ? `due ${say(until)}` : "no day is named"}. ${what || (missed && until >= today ? "It will not be done in time." : "It was not done.")}`
    }
    const span = until ? `due from ${say(from)} to ${say(until)}` : `due since ${say(from)}`
    const where = counted.gaps ? ` in the ${kind === "week" ? "weeks" : "sessions"} that I logged` : ""
    const sum = `By ${say(today)}, ${number(counted.dueLogged)} minutes were due${where}. My log shows ${number(counted.given)} given, so ${number(counted.owed)} are owed.`
    return `${head}: ${span}. ${sum}${what && ` ${what}`}`
  }

  // ---------- The table

  const COLUMNS = [
    ["Number", ({ promise }) => promise.number],
    ["State", ({ seen }) => seen.said],
    ["Words of the agreement", ({ promise }) => promise.words],
    ["Where it stands", ({ promise }) => promise.item],
    ["Who", ({ promise }) => promise.who],
    ["How much and how often", ({ promise }) => amount(promise)],
    ["Minutes each time", ({ promise }) => promise.minutes],
    ["Times", ({ promise }) => promise.times],
    ["Where it is done", ({ promise }) => promise.where],
    ["First day", ({ promise }) => promise.from],
    ["Last day, or day due", ({ promise }) => promise.until],
    ["How I will know", ({ promise }) => promise.proof],
    ["Minutes due so far", ({ seen }) => seen.counted?.due],
    ["Minutes given", ({ seen }) => seen.counted?.logged ? seen.counted.given : ""],
    ["Make-up minutes owed", ({ seen }) => seen.counted?.logged ? seen.counted.owed : ""],
    ["Minutes not logged", ({ seen }) => seen.counted?.unlogged],
    ["Day kept", ({ promise }) => promise.kept],
    ["What happened", ({ promise }) => promise.note],
    ["Log", ({ promise }) => promise.log.map(({ day, minutes, excused }) => `${day}: ${minutes}${excused ? " (does not count)" : ""}`).join("; ")],
  ]

  // A cell of a table file. A spreadsheet takes some first letters for a formula; an apostrophe makes it words.
  const cell = value => {
    const text = String(value ?? "")
    return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  }

  // The promises as a table file (.csv): a mark for UTF-8, lines ended as Windows does, all cells in quotes.
  const csv = shown => "\ufeff" + [COLUMNS.map(([name]) => cell(name)), ...shown.map(one => COLUMNS.map(([, of]) => cell(of(one))))]
    .map(row => row.join(",") + "\r\n").join("")

  // ---------- The calendar

  // The days to come as events. Their titles name nobody and nothing: a calendar is often shared.
  const eventsOf = (shown, today, address) => shown.filter(({ seen }) => seen.state !== "kept" && !seen.trouble)
    .flatMap(({ promise: { id, number: n, kind, from, until } }) => [
      ["from", kind === "once" ? "" : from, "a service begins"],
      ["until", until, kind === "once" ? "day due" : "a service ends"],
    ].filter(([, day]) => day && day >= today).map(([name, day, what]) => ({
      id: `promise.${id}.${name}`, day, warn: WARN,
      title: `Agreement, promise ${n}: ${what}`,
      text: `Look at promise ${n} in your list of promises, and note what was done. The day is from your agreement. ${address}`,
    })))

  // ---------- Paper

  // The cells of a promise in the printed table, in the order of its columns.
  const paperRow = ({ promise, seen }) => [
    `${promise.number}. ${promise.item ? `${promise.item}: ` : ""}${promise.words}`, promise.who, amount(promise), promise.where,
    said(promise.from), said(promise.until), promise.proof,
    [seen.said + ".", seen.counted ? countOf(seen.counted) : "", promise.note].filter(Boolean).join(" "),
  ]

  class TrackerExport {
    // `paper` is what holds the printed table.
    constructor(paper) { this.paper = paper }

    handOut(name, type, contents, said) {
      try {
        guide.download(name, type, contents)
        return `"${name}" goes to your downloads. ${said}`
      } catch { return NO_FILE }
    }

    calendar(shown, today) {
      const events = eventsOf(shown, today, location.href.split(/[?#]/)[0])
      return events.length
        ? this.handOut(`${FILE}.ics`, "text/calendar", guide.calendar(events),
          `It holds ${many(events.length, "day")}. Open it, and your calendar asks where to put them.`)
        : "No day lies ahead, so there is nothing for the calendar."
    }

    table(shown) {
      return this.handOut(`${FILE}.csv`, "text/csv", csv(shown), "It opens in any app for tables. Who opens it can read it.")
    }

    // On paper the promises stand in the table, above its empty rows.
    fillPaper(shown) {
      for (const row of this.paper.querySelectorAll(".guide-tracker__filled")) row.remove()
      for (const row of this.paper.querySelectorAll(".guide-tracker__example")) row.hidden = shown.length > 0
      this.paper.querySelector("tbody").prepend(...[...shown].sort((a, b) => a.promise.number - b.promise.number).map(one => {
        const row = Object.assign(document.createElement("tr"), { className: "guide-tracker__filled" })
        row.append(...paperRow(one).map(textContent => Object.assign(document.createElement("td"), { textContent })))
        return row
      }))
    }
  }

  Object.assign(guide.tracker, { amount, countOf, lineOf })
  guide.TrackerExport = TrackerExport
})()
