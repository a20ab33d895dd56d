// The promises of an agreement or an IEP as they are kept: what one is, a new one, and kept work made fit to be shown.
//
// Nothing here touches the page or the clock.
(() => {
  /**
   * A session in the log of a service, as typed.
   * @typedef {object} Session
   * @property {string} id
   * @property {string} day "2026-11-24"
   * @property {string} minutes 0 if nothing was given
   * @property {boolean} excused whether its minutes were not due: no school, or the child was away
   * @property {boolean} [makeup] whether it made up for what had been missed
   */

  /**
   * A promise of an agreement or a service of the IEP, its texts as typed.
   * @typedef {object} AgreementPromise
   * @property {string} id
   * @property {number} number what a parent knows it by
   * @property {"once" | "week" | "total"} kind done by a day, so many times a week, or so many times in all
   * @property {string} words
   * @property {"agreement" | "iep"} [source] the paper that has it; the agreement where nothing is said
   * @property {string} item where it stands there
   * @property {string} who
   * @property {string} where
   * @property {string} proof
   * @property {string} minutes of each session
   * @property {string} times
   * @property {string} from
   * @property {string} until
   * @property {string} kept the day on which it was kept
   * @property {string} note what happened
   * @property {boolean} missed
   * @property {Session[]} log
   */

  /**
   * @typedef {object} TrackerWork
   * @property {string} signed the day of the agreement, or ""
   * @property {AgreementPromise[]} promises
   * @property {SchoolBreak[]} [breaks]
   * @property {unknown[]} unread what cannot be shown, carried along untouched
   */

  const KINDS = new Set(["once", "week", "total"])
  const TEXTS = ["words", "item", "who", "where", "proof", "minutes", "times", "from", "until", "kept", "note"]

  const { isObject } = guide

  const textOf = value => typeof value === "number" || typeof value === "string" ? String(value) : ""

  /** @param {string} text @returns {number} the whole number that was typed, NaN for anything else */
  const whole = text => /^\d{1,6}$/.test(text.trim()) ? Number(text) : NaN

  /** @returns {string} a name that no other promise or session has, and that says nothing */
  const freshId = () => [...crypto.getRandomValues(new Uint8Array(8))].map(byte => byte.toString(16).padStart(2, "0")).join("")

  /** @returns {"agreement" | "iep"} the paper that has a promise */
  const sourceOf = ({ source }) => source === "iep" ? "iep" : "agreement"

  const nextNumber = promises => 1 + Math.max(0, ...promises.map(({ number }) => number))

  /**
   * @param {AgreementPromise[]} promises those that are there
   * @returns {AgreementPromise} one more
   */
  const fresh = promises => ({
    id: freshId(),
    number: nextNumber(promises),
    kind: "once",
    missed: false,
    log: [],
    ...Object.fromEntries(TEXTS.map(name => [name, ""])),
  })

  // ---------- Kept work

  // A name for what has none, the same at each reading: kept work is read again before it is changed. `names` are those in use.
  const nameIn = names => {
    let n = 1
    while (names.has(String(n))) n += 1
    names.add(String(n))
    return String(n)
  }

  const readSession = (raw, names) => ({
    ...raw,
    id: textOf(raw.id) || nameIn(names),
    day: textOf(raw.day),
    minutes: textOf(raw.minutes),
    excused: raw.excused === true,
  })

  const readLog = log => {
    const names = new Set(log.map(session => textOf(session?.id)))
    return log.filter(isObject).map(session => readSession(session, names))
  }

  // `others` are the promises read so far, `names` the ids in use.
  const readPromise = (raw, log, others, names) => {
    const id = textOf(raw.id)
    const hasId = /^[0-9a-z]{1,32}$/.test(id) && !others.some(other => other.id === id)
    const hasNumber = Number.isInteger(raw.number) && raw.number > 0
    return {
      ...raw,
      ...Object.fromEntries(TEXTS.map(name => [name, textOf(raw[name])])),
      id: hasId ? id : nameIn(names),
      number: hasNumber ? raw.number : nextNumber(others),
      kind: KINDS.has(raw.kind) ? raw.kind : "once",
      missed: raw.missed === true,
      log: readLog(log),
    }
  }

  const readBreaks = (raw, unread) => {
    const list = Array.isArray(raw) ? raw : []
    unread.push(...raw !== list ? [raw] : [], ...list.filter(one => !isObject(one)))
    const ids = list.map(one => textOf(one?.id)), names = new Set(ids)
    const idAt = n => /^[0-9a-z]{1,32}$/.test(ids[n]) && ids.indexOf(ids[n]) === n ? ids[n] : nameIn(names)
    return list.flatMap((one, n) => isObject(one)
      ? [Object.assign({}, one, { id: idAt(n), from: textOf(one.from), until: textOf(one.until), name: textOf(one.name) })] : [])
  }

  /**
   * @param {object} work as it is kept, perhaps by hand or by another edition
   * @returns {TrackerWork} fit to be shown; what is no promise at all is in `unread`
   */
  const read = work => {
    const promises = []
    const unread = Array.isArray(work.unread) ? [...work.unread] : []
    const list = Array.isArray(work.promises) ? work.promises : []
    const names = new Set(list.map(raw => textOf(raw?.id)))
    if (work.promises !== undefined && !Array.isArray(work.promises)) unread.push(work.promises)
    for (const raw of list) {
      if (!isObject(raw) || typeof raw.words !== "string") {
        unread.push(raw)
        continue
      }
      const log = Array.isArray(raw.log) ? raw.log : []
      promises.push(readPromise(raw, log, promises, names))
      unread.push(...log.filter(session => !isObject(session)))
    }
    const breaks = work.breaks === undefined ? {} : { breaks: readBreaks(work.breaks, unread) }
    return { ...work, ...breaks, signed: textOf(work.signed), promises, unread }
  }

  guide.tracker = { read, fresh, freshId, sourceOf, whole }
})()
