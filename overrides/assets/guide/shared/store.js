// The work a parent chose to keep, on this device or in this tab.
//
// Nothing is kept until the parent says so, for each part of the work by itself: "ticks", "answers" and "tracker".
// One object holds all of it, under one key that begins with the site's path: all sites of one
// "name.github.io" share a store. The same object is what a saved-work file holds (shared/kept-work.js).
(() => {
  const SITE = `guide:${guide.site.pathname}:`
  const KEY = `${SITE}work`
  const PLACES = ["device", "tab"]

  const { withParts, isKnown, parse, expiry, isMisdated } = guide.keptWork

  // A browser may refuse its store even when it is only looked at.
  const storeOf = where => {
    try { return where === "device" ? window.localStorage : window.sessionStorage } catch { return null }
  }

  // The work found in one store, or why there is none: {work} | {trouble} | {}.
  const look = where => {
    let text
    try { text = storeOf(where)?.getItem(KEY) } catch { return {} }
    return text ? parse(text) : {}
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

    /** @returns {KeptWork} all that is kept */
    all: () => withParts(...PLACES.map(where => look(where).work?.parts)),

    /**
     * Keep the parts of `work` in place of what is kept of them.
     * @param {KeptWork} work
     * @param {"device" | "tab"} where
     * @returns {boolean} whether that went well
     */
    replace(work, where) {
      const parts = Object.entries(work.parts).map(([name, part]) => [name, isKnown(name) ? { kept: guide.today(), work: part.work } : part])
      const other = where === "device" ? "tab" : "device"
      return change(where, kept => { for (const [name, part] of parts) kept[name] = part })
        && (Boolean(look(other).trouble) || change(other, kept => { for (const [name] of parts) delete kept[name] }))
    },

    /** @returns {[string, string | null][]} what both stores hold, to the letter, for `restore` */
    snapshot: () => PLACES.map(where => {
      try { return [where, storeOf(where)?.getItem(KEY)] } catch { return [where, null] }
    }),

    /** @returns {boolean} whether both stores hold again what they held at the snapshot */
    restore(snapshot) {
      try {
        for (const [where, text] of snapshot) {
          if (text) storeOf(where).setItem(KEY, text)
          else storeOf(where)?.removeItem(KEY)
        }
        return true
      } catch { return false }
    },

    /**
     * Delete all that is ours, also what cannot be read: the parent asked for it. Other tabs hear of it.
     * @returns {boolean} whether that went well
     */
    erase() {
      try {
        storeOf("device")?.setItem(`${SITE}erased`, "")
      } catch { /* A full store holds something that the other tabs see go. */ }
      try {
        for (const one of PLACES.map(storeOf).filter(Boolean)) {
          for (const key of Object.keys(one)) if (key.startsWith(SITE)) one.removeItem(key)
        }
        return true
      } catch { return false }
    },
  }

  guide.store = store
})()
