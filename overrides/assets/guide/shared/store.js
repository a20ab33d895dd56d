// The work a parent chose to keep, on this device or in this tab.
//
// Nothing is kept until the parent says so, for each part of the work by itself: "ticks", "answers" and "tracker".
// One object holds all of it, under one key that begins with the site's path: all sites of one
// "name.github.io" share a store. The same object is what a saved-work file holds (shared/kept-work.js).
(() => {
  const SITE = `guide:${guide.site.pathname}:`
  const KEY = `${SITE}work`
  const PLACES = ["device", "tab"]

  const { withParts, parse, expiry, isMisdated } = guide.keptWork

  // A browser may refuse its store even when it is only looked at.
  const storeOf = where => {
    try { return where === "device" ? window.localStorage : window.sessionStorage } catch { return null }
  }

  // What each store held when it was last looked at: its text, and what that says.
  const found = new Map()

  // The work found in one store, or why there is none: {work} | {trouble} | {}.
  const look = where => {
    let text
    try { text = storeOf(where)?.getItem(KEY) } catch { return {} }
    // Nearly all who look find what the last one found: to read it anew each time made a large store slow.
    if (!found.has(where) || found.get(where).text !== text) found.set(where, { text, said: text ? parse(text) : {} })
    return found.get(where).said
  }

  // Put the work into one store; work without parts is deleted there. True if it went well.
  const write = (where, work) => {
    try {
      if (Object.keys(work.parts).length) storeOf(where).setItem(KEY, JSON.stringify(work))
      else storeOf(where)?.removeItem(KEY)
      return true
    } catch { return false }
  }

  const change = (where, alter) => {
    const { work = withParts(), trouble } = look(where)
    // What cannot be read may be worth something to a newer edition of the guide.
    if (trouble) return false
    // It is changed here, and may be refused: the next one reads what the store holds then.
    found.delete(where)
    alter(work.parts)
    return write(where, work)
  }

  const onDevice = part => look("device").work?.parts[part]

  const store = {
    /**
     * What this tab keeps for itself stays apart when another tab keeps the part on the device.
     * @param {string} part
     * @returns {"device" | "tab" | "no"} what the parent said of it, seen by where it stands
     */
    keeping: part => ["tab", "device"].find(where => look(where).work?.parts[part]) || "no",

    /** @returns {"" | "unreadable" | "newer"} whether this edition cannot read what is kept; it is left as it is */
    get trouble() { return look("device").trouble || look("tab").trouble || "" },

    /**
     * @param {string} part
     * @returns {string | null} the day on which it ends, if it is kept on the device
     */
    until: part => onDevice(part) ? guide.dayOf(expiry(onDevice(part))) : null,

    /**
     * @param {string} part
     * @returns {boolean} whether it is kept on the device, and by the device's date should be gone or is still to come
     */
    isMisdated: part => store.keeping(part) === "device" && isMisdated(onDevice(part), new Date()),

    /**
     * @param {string} part
     * @param {"device" | "tab" | "no"} [where]
     * @returns {object} its work, or an empty object
     */
    read: (part, where = store.keeping(part)) => look(where).work?.parts[part]?.work || {},

    /**
     * Keep a part anew where the parent said.
     * @param {string} part
     * @param {object} work
     * @returns {boolean} whether that went well, or nothing is to be kept
     */
    write(part, work) {
      const where = store.keeping(part)
      return where === "no" || change(where, parts => { parts[part].work = work })
    },

    /**
     * Keep a part from now on "device" or "tab", or "no" longer.
     * @param {string} part
     * @param {"device" | "tab" | "no"} where
     * @param {object} work
     * @returns {boolean} whether that went well
     */
    keep(part, where, work) {
      const others = PLACES.filter(other => other !== where && !look(other).trouble)
      return (where === "no" || change(where, parts => { parts[part] = { kept: guide.today(), work } }))
        && others.every(other => change(other, parts => { delete parts[part] }))
    },
  }

  guide.store = store
  // For what deals with all parts at once (saved/whole-store.js).
  guide.storeParts = { SITE, KEY, PLACES, storeOf, look, change }
})()
