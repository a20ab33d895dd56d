// The form of kept work, in a store and in a saved-work file: what it looks like, reading it, and how long it is kept.
(() => {
  /**
   * One part of the work: "ticks", "answers" or "tracker".
   * @typedef {object} KeptPart
   * @property {string} kept the day on which it was kept, "2026-11-24"
   * @property {object} work in the form of that part
   */

  /**
   * All that is kept, as one object.
   * @typedef {object} KeptWork
   * @property {number} version
   * @property {Record<string, KeptPart>} parts by their names, in an object that inherits nothing
   */

  const VERSION = 2
  const MONTHS = 12

  const { isObject } = guide

  const holds = (value, isRight) => isObject(value) && Object.values(value).every(isRight)
  const isText = value => typeof value === "string"
  const isLetter = letter =>
    isObject(letter) && holds(letter.fields, isText) && holds(letter.choices, value => typeof value === "boolean")

  // What a part of the work must look like; a part of another name is left to those who know it.
  const SHAPES = new Map(Object.entries({
    ticks: work => holds(work, marks => holds(marks, isText)),
    answers: work => holds(work.fields, isText) && holds(work.letters, isLetter),
    tracker: () => true,
  }))

  const isDay = text => isText(text) && /^[12]\d{3}-\d\d-\d\d$/.test(text) && new Date(text).toJSON()?.slice(0, 10) === text

  const isKnown = name => SHAPES.has(name)

  const isPart = (name, part) => !isKnown(name) || isObject(part) && isObject(part.work) && isDay(part.kept) && SHAPES.get(name)(part.work)

  /**
   * A file, or another site of the same host, may name a part "__proto__" or "constructor": here that is a name like any other.
   * @param {...Record<string, KeptPart>} parts
   * @returns {KeptWork}
   */
  const withParts = (...parts) => ({ version: VERSION, parts: Object.assign(Object.create(null), ...parts) })

  /**
   * @param {string} text from a store or a file
   * @returns {{work: KeptWork} | {trouble: "unreadable" | "newer"}}
   */
  const parse = text => {
    let work
    try { work = JSON.parse(text) } catch { return { trouble: "unreadable" } }
    if (!isObject(work) || !Number.isInteger(work.version) || work.version < 1) return { trouble: "unreadable" }
    if (work.version > VERSION) return { trouble: "newer" }
    // Version 1 had ticks only.
    const parts = work.version === 1 ? { ticks: { kept: work.kept, work: work.ticks } } : work.parts
    const isWhole = isObject(parts) && Object.entries(parts).every(([name, part]) => isPart(name, part))
    return isWhole ? { work: withParts(parts) } : { trouble: "unreadable" }
  }

  /**
   * @param {KeptPart} part
   * @returns {Date} when it is kept no longer
   */
  const expiry = ({ kept }) => {
    const [year, month, day] = kept.split("-").map(Number)
    return new Date(year, month - 1 + MONTHS, day)
  }

  /**
   * @param {KeptPart} part
   * @param {Date} now
   * @returns {boolean} whether it should be kept no longer, or was kept later than tomorrow: else where it may be tomorrow already
   */
  const isMisdated = (part, now) => {
    const tomorrow = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1)
    return expiry(part) <= now || part.kept > guide.dayOf(tomorrow)
  }

  guide.keptWork = { withParts, isKnown, parse, expiry, isMisdated }
})()
