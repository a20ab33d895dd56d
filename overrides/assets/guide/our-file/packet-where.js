// The packet's first page: where it stands.
//
// Nothing here touches the page or the clock.
(() => {
  const { inOrder, isDay, wordsOf, weighed, rowOf, checksOf, inTime } = guide.ourFile
  // More of a kind would push what is below it off the page.
  const MOST = { told: 6, last: 4, checks: 3, open: 5, promises: 6, talked: 8 }

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

  // The days that matter, on a line: what says most of all that happened, today, last days and days to check back.
  const datesOf = ({ work: { entries }, today }) => {
    const told = weighed(entries).filter(({ kind, day }) => isDay(day) && !["limit", "called"].includes(kind)).slice(0, MOST.told)
    const last = inOrder(entries).filter(({ kind, day }) => kind === "limit" && isDay(day)).slice(-MOST.last)
    const checks = checksOf(entries, today).sort((one, other) => one.date < other.date ? -1 : 1).slice(0, MOST.checks)
    return inTime([...inOrder([...told, ...last]).map(entry => rowOf(entry, today)), ...checks], today)
  }

  // Sent and not checked off: it waits for an answer.
  const openRows = ({ work: { entries }, today }) =>
    inOrder(entries).filter(({ kind, back, done }) => kind === "sent" && !done && isDay(back)).map(entry => [wordsOf(entry), dayText(entry.day),
      entry.back < today ? guide.phrase("packet.no_answer", { day: dayText(entry.back) }) : guide.phrase("packet.waiting", { day: dayText(entry.back) })])

  const listOf = value => Array.isArray(value) ? value.filter(guide.isObject) : []

  // What the log of a service says: only what the family wrote, and no sum of what was due.
  const loggedText = sessions => {
    const counted = sessions.filter(({ excused, why }) => !excused && why !== "unknown")
    const minutes = counted.map(({ minutes: text }) => Number(text) || 0)
    const given = minutes.reduce((sum, one) => sum + one, 0), none = minutes.filter(one => !one).length
    if (!counted.length) return guide.phrase("packet.nothing_logged")
    return [guide.phrase("packet.minutes_logged", { count: given }), none && guide.phrase("packet.none_logged", { count: none })].filter(Boolean).join(" ")
  }

  const promiseState = ({ kind, until, kept, missed, log }, today) => {
    if (["week", "total"].includes(kind)) return [2, loggedText(listOf(log))]
    if (isDay(kept)) return [3, guide.phrase("packet.kept", { day: dayText(kept) })]
    if (isDay(until) && until < today) return [0, guide.phrase("packet.late", { count: guide.days.between(until, today) })]
    return missed ? [0, guide.phrase("packet.missed")] : [1, guide.phrase("packet.to_come")]
  }

  // The promises of a signed agreement, those that are late first.
  const promiseRows = ({ promises, today }) => promises.map(promise => {
    const [order, state] = promiseState(promise, today)
    const due = isDay(promise.until) ? dayText(promise.until) : ""
    return { order, row: [promise.words.trim(), due, state] }
  }).sort((one, other) => one.order - other.order).map(({ row }) => row)

  const table = (title, head, rows, most, left) => rows.length ? [{ kind: "table", title, head, rows: rows.slice(0, most) },
    ...rows.length > most ? [{ kind: "line", text: left(rows.length - most) }] : []] : []

  // With whom and when last; the latest first.
  const talkedTo = entries => {
    const last = new Map(inOrder(entries).filter(({ kind, who }) => kind === "called" && who.trim()).map(({ who, day }) => [who.trim(), day]))
    const all = [...last].reverse()
    const names = all.slice(0, MOST.talked).map(([who, day]) => isDay(day) ? guide.phrase("packet.talked", { who, day: dayText(day) }) : who)
    return [...names, ...all.length > MOST.talked ? [guide.phrase("packet.more_names", { count: all.length - MOST.talked })] : []].join("; ")
  }

  // Steps of a case of which no line tells, each with the parts of words that tell of it: "mediation: mediat; …".
  const notLogged = ({ work: { entries }, promises }) => {
    const words = [...entries.map(wordsOf), ...promises.length ? [guide.phrase("packet.promises_title")] : []].join("\n").toLowerCase()
    const steps = guide.phrase("packet.steps").split(";").map(step => step.split(":").map(text => text.trim()))
    return steps.filter(([, signs = ""]) => !signs.split(",").some(sign => words.includes(sign.trim()))).map(([step]) => step).join("; ")
  }

  /**
   * @param {PacketGiven} given
   * @returns {PacketBlock[]}
   */
  const firstPage = given => {
    const { work: { packet, entries }, parts, signed } = given
    const known = knownOf(given)
    const text = (title, words) => words ? [{ kind: "text", title, text: words }] : []
    const open = openRows(given)
    const agreement = isDay(signed) ? guide.phrase("packet.promises_of", { day: dayText(signed) }) : guide.phrase("packet.promises_title")
    return [
      ...known.ask ? [{ kind: "box", title: guide.phrase("packet.ask_title"), text: known.ask }] : [],
      { kind: "pairs", title: guide.phrase("packet.who_title"), rows: Object.entries(LABELS).map(([key, label]) => [label(), known[key]]).filter(row => row[1]) },
      ...text(guide.phrase("packet.about_title"), known.about),
      ...known.want ? [{ kind: "list", title: guide.phrase("packet.want_title"), items: linesIn(known.want) }] : [],
      ...parts.live ? text(guide.phrase("packet.live_title"), packet.live?.trim()) : [],
      ...text(guide.phrase("packet.settled_title"), known.settled),
      ...parts.dates ? [{ kind: "dates", title: guide.phrase("packet.dates_title"), dates: datesOf(given) }] : [],
      ...table(agreement, [guide.phrase("packet.promise"), guide.phrase("packet.due"), guide.phrase("packet.state")], promiseRows(given),
        MOST.promises, count => guide.phrase("packet.promises_left", { count })),
      ...table(guide.phrase("packet.open_title"), [guide.phrase("packet.step"), guide.phrase("packet.since"), guide.phrase("packet.state")], open.slice(-MOST.open),
        MOST.open, () => ""),
      ...open.length > MOST.open ? [{ kind: "line", text: guide.phrase("packet.open_left", { count: open.length - MOST.open }) }] : [],
      ...text(guide.phrase("packet.talked_title"), talkedTo(entries)),
      ...parts.log && entries.length ? text(guide.phrase("packet.not_logged_title"), notLogged(given)) : [],
    ]
  }

  Object.assign(guide.ourFile, { firstPage, knownOf, linesIn })
})()
