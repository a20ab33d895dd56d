// The packet's first page: where it stands.
//
// Nothing here touches the page or the clock.
(() => {
  const { inOrder, newestFirst, isDay, wordsOf, weighed, fitting, rowOf, checksOf, inTime, promiseRows, promisesTitle } = guide.ourFile
  const MOST = { told: 6, last: 4, checks: 3, open: 5, promises: 6, talked: 6 }

  const dayText = day => isDay(day) ? guide.formatDate(day, "short") : day
  const linesIn = text => text.split("\n").map(line => line.trim()).filter(Boolean)

  const ageOn = (born, today) => {
    const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (today.slice(5) < born.slice(5) ? 1 : 0)
    return years >= 0 ? guide.phrase("packet.age", { count: years }) : ""
  }

  /**
   * @param {PacketGiven} given
   * @returns {Record<string, string>} what is known of the family, by the names that a host's questions have for it
   */
  const knownOf = ({ work: { packet }, fields, today, parts: { names } }) => {
    const field = key => typeof fields[key] === "string" ? fields[key].trim() : ""
    const born = field("child-birth-date")
    const bornText = isDay(born) ? [names ? dayText(born) : "", ageOn(born, today)].filter(Boolean).join(", ") : ""
    const texts = Object.fromEntries(["ask", "about", "want", "plan", "disability", "now", "language", "settled", "missing"].map(key => [key, (packet[key] || "").trim()]))
    return {
      ...texts,
      child: names ? field("child-name") : guide.phrase("packet.unnamed_child"),
      born: bornText,
      grade: field("child-grade"),
      parent: names ? ["parent-name", "parent-phone", "parent-email"].map(field).filter(Boolean).join(", ") : guide.phrase("packet.unnamed_parent"),
      school: names ? field("school-name") : "",
      district: field("district-name"),
    }
  }

  const LABELS = {
    child: () => guide.phrase("packet.child"),
    born: () => guide.phrase("packet.born"),
    grade: () => guide.phrase("packet.grade"),
    parent: () => guide.phrase("packet.parent"),
    school: () => guide.phrase("packet.school"),
    district: () => guide.phrase("packet.district"),
    disability: () => guide.phrase("packet.disability"),
    plan: () => guide.phrase("packet.plan"),
    now: () => guide.phrase("packet.now"),
    language: () => guide.phrase("packet.language"),
  }

  // The days that matter, on a line: last days, days to check back, and what says most of all that happened, as far as there is room.
  const datesOf = ({ work: { entries }, today }, fit) => {
    const last = inOrder(entries).filter(({ kind, day }) => kind === "limit" && isDay(day)).reverse()
    // What was sent stands below, with its day to check back.
    const checks = inTime(checksOf(entries.filter(({ kind }) => kind !== "sent"), today), today)
    const told = weighed(entries).filter(({ kind, day }) => isDay(day) && !["limit", "called"].includes(kind))
    return inTime([...fit(last.map(entry => rowOf(entry, today)), MOST.last), ...fit(checks.filter(({ mark }) => mark !== "today"), MOST.checks),
      ...fit(told.map(entry => rowOf(entry, today)), MOST.told)], today)
  }

  // Sent and not checked off: it waits for an answer.
  const openRows = ({ work: { entries }, today }) =>
    inOrder(entries).reverse().filter(({ kind, back, done }) => kind === "sent" && !done && isDay(back)).map(entry => [wordsOf(entry), dayText(entry.day),
      entry.back < today ? guide.phrase("packet.no_answer", { day: dayText(entry.back) }) : guide.phrase("packet.waiting", { day: dayText(entry.back) })])

  // As many rows as there is room for, and how many more there are.
  const table = (title, head, rows, { fit, most, left }) => {
    if (!rows.length) return []
    const shown = fit(rows, most), more = rows.length - shown.length
    return [...shown.length ? [{ kind: "table", title, head, rows: shown }] : [], ...more ? [{ kind: "line", text: left(more) }] : []]
  }

  // With whom and when last; the latest first.
  const talkedTo = entries => {
    const last = new Map()
    for (const { who, day } of newestFirst(entries.filter(({ kind }) => kind === "called"))) {
      const name = who.trim()
      if (name && !last.has(name)) last.set(name, day)
    }
    return [...last].slice(0, MOST.talked).map(([who, day]) => isDay(day) ? guide.phrase("packet.talked", { who, day: dayText(day) }) : who).join("; ")
  }

  // Steps of a case of which no line tells, each with the parts of words that tell of it: "mediation: mediat; …". A last day
  // for a step, and what was said of it, are not the step.
  const notLogged = ({ work: { entries }, promises }) => {
    const done = entries.filter(({ kind }) => ["sent", "gave", "met"].includes(kind))
    const words = [...done.map(wordsOf), ...promises.some(({ isIep }) => !isIep) ? [guide.phrase("packet.promises_title")] : []].join("\n").toLowerCase()
    const steps = guide.phrase("packet.steps").split(";").map(step => step.split(":").map(text => text.trim()))
    return steps.filter(([, signs = ""]) => !signs.split(",").some(sign => words.includes(sign.trim()))).map(([step]) => step).join("; ")
  }

  /**
   * @param {PacketGiven} given
   * @returns {PacketBlock[]}
   */
  const firstPage = given => {
    const { work: { packet, entries }, parts } = given
    const known = knownOf(given)
    const text = (title, words) => words ? [{ kind: "text", title, text: words }] : []
    const said = [
      ...known.ask ? [{ kind: "box", title: guide.phrase("packet.ask_title"), text: known.ask }] : [],
      { kind: "pairs", title: guide.phrase("packet.who_title"), rows: Object.entries(LABELS).map(([key, label]) => [label(), known[key]]).filter(row => row[1]) },
      ...text(guide.phrase("packet.about_title"), known.about),
      ...known.want ? [{ kind: "list", title: guide.phrase("packet.want_title"), items: linesIn(known.want) }] : [],
      ...parts.live ? text(guide.phrase("packet.live_title"), packet.live?.trim()) : [],
      ...text(guide.phrase("packet.settled_title"), known.settled),
      ...text(guide.phrase("packet.talked_title"), talkedTo(entries)),
      ...parts.log && entries.length ? text(guide.phrase("packet.not_logged_title"), notLogged(given)) : [],
    ]
    const fit = fitting(said)
    const state = guide.phrase("packet.state")
    const below = [
      ...table(promisesTitle(given), [guide.phrase("packet.promise"), guide.phrase("packet.due"), state], promiseRows(given),
        { fit, most: MOST.promises, left: count => guide.phrase("packet.promises_left", { count }) }),
      ...table(guide.phrase("packet.open_title"), [guide.phrase("packet.step"), guide.phrase("packet.since"), state], openRows(given),
        { fit, most: MOST.open, left: count => guide.phrase("packet.open_left", { count }) }),
    ]
    return [...said, ...parts.dates ? [{ kind: "dates", title: guide.phrase("packet.dates_title"), dates: datesOf(given, fit) }] : [], ...below]
  }

  Object.assign(guide.ourFile, { firstPage, knownOf, linesIn })
})()
