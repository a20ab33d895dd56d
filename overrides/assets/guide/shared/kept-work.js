// The form of kept work, in a store and in a saved file: what it looks like, reading it, and how long it is kept.
(() => {
  /**
   * One part of the work: "ticks", "answers", "tracker" or "file".
   * @typedef {object} KeptPart
   * @property {string} kept the day on which it was kept, "2026-11-24"
   * @property {object} work in the form of that part
   */

  /**
   * The work about one child; that about another stands in another file.
   * @typedef {object} ChildFile
   * @property {string} [name] how the parent calls it
   * @property {Record<string, KeptPart>} parts by their names, in an object that inherits nothing
   */

  /**
   * All that is kept, as one object.
   * @typedef {object} KeptWork
   * @property {number} version
   * @property {string} [open] the id of the file that was opened last
   * @property {Record<string, ChildFile>} files by their ids, in an object that inherits nothing
   */

  const VERSION = 3
  const MONTHS = 12
  const CHILD = "child-name" // The field with the child's name.

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
    file: () => true,
  }))

  const isDay = text => isText(text) && /^[12]\d{3}-\d\d-\d\d$/.test(text) && new Date(text).toJSON()?.slice(0, 10) === text

  const isKnown = name => SHAPES.has(name)

  const isPart = (name, part) => !isKnown(name) || isObject(part) && isObject(part.work) && isDay(part.kept) && SHAPES.get(name)(part.work)

  // Made here by chance, and never a name. No id is a number: an object would put that before the others.
  const isId = id => /^f[0-9a-f]{8}$/.test(id)

  const newId = () => `f${[...crypto.getRandomValues(new Uint8Array(4))].map(byte => byte.toString(16).padStart(2, "0")).join("")}`

  // Older work had no id. Every page that reads it must find the same one, so it follows from the work itself (FNV-1a).
  const idOf = text => {
    let sum = 0x811c9dc5
    for (const character of text) sum = Math.imul(sum ^ character.codePointAt(0), 0x01000193)
    return `f${(sum >>> 0).toString(16).padStart(8, "0")}`
  }

  // A file of another id is left to those who know it.
  const isFile = (id, file) => !isId(id) || isObject(file) && (file.name === undefined || isText(file.name)) && isObject(file.parts)
    && Object.entries(file.parts).every(([name, part]) => isPart(name, part))

  /**
   * A saved file, or another site of the same host, may name a part "__proto__" or "constructor": here that is a name like any other.
   * @param {...Record<string, unknown>} objects
   * @returns {Record<string, unknown>} all of their own keys
   */
  const bare = (...objects) => Object.assign(Object.create(null), ...objects)

  /**
   * @param {Record<string, ChildFile>} [files]
   * @param {string} [open]
   * @returns {KeptWork}
   */
  const withFiles = (files = {}, open) => {
    const ids = Object.keys(files).filter(isId)
    const children = ids.map(id => [id, { ...files[id], parts: bare(files[id].parts) }])
    return { version: VERSION, open: ids.includes(open) ? open : ids[0], files: bare(files, Object.fromEntries(children)) }
  }

  // Version 1 had ticks only, and version 2 the parts of one file.
  const filesOf = (work, id) => {
    if (work.version === VERSION) return work.files
    const parts = work.version === 1 ? { ticks: { kept: work.kept, work: work.ticks } } : work.parts
    return isObject(parts) && !Object.keys(parts).length ? {} : { [id || idOf(JSON.stringify(parts) || "")]: { parts } }
  }

  /**
   * @param {string} text from a store or a saved file
   * @param {string} [id] the file to which work of an older edition belongs
   * @returns {{work: KeptWork} | {trouble: "unreadable" | "newer"}}
   */
  const parse = (text, id) => {
    let work
    try { work = JSON.parse(text) } catch { return { trouble: "unreadable" } }
    if (!isObject(work) || !Number.isInteger(work.version) || work.version < 1) return { trouble: "unreadable" }
    if (work.version > VERSION) return { trouble: "newer" }
    const files = filesOf(work, id)
    const isWhole = isObject(files) && Object.entries(files).every(([key, file]) => isFile(key, file))
    return isWhole ? { work: withFiles(files, work.open) } : { trouble: "unreadable" }
  }

  /**
   * @param {ChildFile} file
   * @param {number} number its place among the files
   * @returns {string} what the parent called it, or else the child's name if it is kept
   */
  const nameOf = ({ name, parts }, number) => name?.trim() || parts.answers?.work.fields[CHILD]?.trim() || guide.phrase("browser.child", { number })

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

  guide.keptWork = { withFiles, bare, isId, newId, isKnown, nameOf, parse, expiry, isMisdated }
})()
