// The work a parent chose to keep, on this device or in this tab.
//
// Nothing is kept until the parent says so, for each part of the work by itself: "ticks", "answers" and "tracker".
// One object holds all of it, under one key that begins with the site's path: all sites of one
// "name.github.io" share a store. The same object is what a saved-work file holds.
(() => {
  const KEY = `guide:${guide.site.pathname}:work`
  const VERSION = 2
  const MONTHS = 12

  // A browser may refuse its store even when it is only looked at.
  const storeOf = where => {
    try { return where === "device" ? window.localStorage : window.sessionStorage } catch { return null }
  }

  const { dayOf, isObject } = guide

  const expiryOf = kept => {
    const [year, month, day] = kept.split("-").map(Number)
    return new Date(year, month - 1 + MONTHS, day)
  }

  const holds = (value, isRight) => isObject(value) && Object.values(value).every(isRight)
  const isText = value => typeof value === "string"
  const isLetter = ({ fields, choices }) => holds(fields, isText) && holds(choices, value => typeof value === "boolean")
  // What a part of the work must look like; a part of another name is left to those who know it.
  const SHAPES = {
    ticks: work => holds(work, marks => holds(marks, isText)),
    answers: work => holds(work.fields, isText) && holds(work.letters, letter => isObject(letter) && isLetter(letter)),
  }

  // Work as text, from the store or a file: {work} | {trouble}. Version 1 had ticks only.
  const parse = text => {
    let work
    try { work = JSON.parse(text) } catch { return { trouble: "unreadable" } }
    if (!isObject(work) || typeof work.version !== "number") return { trouble: "unreadable" }
    if (work.version > VERSION) return { trouble: "newer" }
    if (work.version === 1) work = { version: VERSION, parts: { ticks: { kept: work.kept, work: work.ticks } } }
    if (!isObject(work.parts)) return { trouble: "unreadable" }
    for (const [name, part] of Object.entries(work.parts)) {
      const whole = isObject(part) && isObject(part.work) && /^\d{4}-\d\d-\d\d$/.test(part.kept)
      if (!whole || SHAPES[name]?.(part.work) === false) return { trouble: "unreadable" }
    }
    return { work }
  }

  // The work found in one store, or why there is none. What is over a year old goes.
  const look = where => {
    let text
    try { text = storeOf(where)?.getItem(KEY) } catch { return {} }
    if (!text) return {}
    const { work, trouble } = parse(text)
    if (trouble) return { trouble }
    if (where === "device") {
      const old = Object.keys(work.parts).filter(name => expiryOf(work.parts[name].kept) <= new Date())
      for (const name of old) delete work.parts[name]
      if (old.length) write(where, work)
    }
    return { work }
  }

  // Put the work into one store; work without parts is taken out of it. True if it went well.
  const write = (where, work) => {
    try {
      if (Object.keys(work.parts).length) storeOf(where).setItem(KEY, JSON.stringify(work))
      else storeOf(where)?.removeItem(KEY)
      return true
    } catch { return false }
  }

  const change = (where, alter) => {
    const { work = { version: VERSION, parts: {} }, trouble } = look(where)
    // What cannot be read may be worth something to a newer edition of the guide.
    if (trouble) return false
    alter(work.parts)
    return write(where, work)
  }

  const store = {
    // "device", "tab" or "no": what the parent said of a part, told by where it stands. What this tab keeps for itself
    // stays apart when another tab keeps the part on the device.
    keeping: part => ["tab", "device"].find(where => look(where).work?.parts[part]) || "no",

    // "", "unreadable" or "newer": kept work that this edition cannot read. It is left as it is.
    get trouble() { return look("device").trouble || look("tab").trouble || "" },

    // The day on which a part kept on the device ends, or null.
    until(part) {
      const kept = look("device").work?.parts[part]?.kept
      return kept ? dayOf(expiryOf(kept)) : null
    },

    // A part as it is kept, or an empty object.
    read: (part, where = store.keeping(part)) => look(where).work?.parts[part]?.work || {},

    // Keep a part anew where the parent said; true if that went well or nothing is to be kept.
    write(part, work) {
      const where = store.keeping(part)
      return where === "no" || change(where, parts => { parts[part].work = work })
    },

    // Keep a part from now on "device" or "tab", or "no" longer. True if it went well.
    keep(part, where, work) {
      const others = ["device", "tab"].filter(other => other !== where && !look(other).trouble)
      return (where === "no" || change(where, parts => { parts[part] = { kept: guide.today(), work } }))
        && others.every(other => change(other, parts => { delete parts[part] }))
    },

    // All that is kept, as one object; {parts: {}} if nothing is.
    all: () => ({ version: VERSION, parts: Object.assign({}, ...["device", "tab"].map(where => look(where).work?.parts)) }),

    // Take the parts of `work` in place of what is kept, on "device" or in "tab". True if it went well.
    replace(work, where) {
      const parts = Object.entries(work.parts).map(([name, part]) => [name, { kept: guide.today(), work: part.work }])
      const other = where === "device" ? "tab" : "device"
      return change(where, kept => { Object.assign(kept, Object.fromEntries(parts)) })
        && (Boolean(look(other).trouble) || change(other, kept => { for (const [name] of parts) delete kept[name] }))
    },

    // What both stores hold, to the letter; `putBack` gives them that again. True if it went well.
    snapshot: () => ["device", "tab"].map(where => {
      try { return [where, storeOf(where)?.getItem(KEY)] } catch { return [where, null] }
    }),
    putBack(snapshot) {
      try {
        for (const [where, text] of snapshot) {
          if (text) storeOf(where).setItem(KEY, text)
          else storeOf(where)?.removeItem(KEY)
        }
        return true
      } catch { return false }
    },

    // Take away all that is kept, also what cannot be read: the parent asked for it.
    erase() {
      try {
        for (const where of ["device", "tab"]) storeOf(where)?.removeItem(KEY)
        return true
      } catch { return false }
    },

    parse,
  }

  guide.store = store
})()
