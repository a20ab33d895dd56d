// The work a parent chose to keep, on this device or in this tab: a file for each child, each with its parts.
//
// Nothing is kept until the parent says so, for each part of the work by itself: "ticks", "answers", "tracker" and "file".
// One object holds all of it, under one key that begins with the site's path: all sites of one
// "name.github.io" share a store. The same object is what a saved file holds (shared/kept-work.js).
//
// A page reads and writes one file alone, from its beginning to its end, and a tab stays with its file until the parent
// opens another in this tab: two tabs may work on two children, and no word about one gets into the file of the other.
// A tab that is new begins with the file that was opened last. A page that must change its file loads anew, so that nothing
// of the other is left in it; while something is typed there that is not kept, it stays with its file (shared/which-file.js).
(() => {
  const SITE = `guide:${guide.site.pathname}:`
  const KEY = `${SITE}work`
  const PLACES = ["device", "tab"]

  const { withFiles, bare, isId, newId, nameOf, parse, expiry, isMisdated } = guide.keptWork

  // The file of this page; none until something is kept.
  let mine

  // A browser may refuse its store even when it is only looked at.
  const storeOf = where => {
    try { return where === "device" ? window.localStorage : window.sessionStorage } catch { return null }
  }

  // What each store held when it was last looked at: its text, and what that says.
  const looked = new Map()

  // The work found in one store, or why there is none: {work} | {trouble} | {}.
  const look = where => {
    let text
    try { text = storeOf(where)?.getItem(KEY) } catch { return {} }
    // Nearly all who look find what the last one found: to read it anew each time made a large store slow.
    const last = looked.get(where)
    if (last && last.text === text && last.mine === mine) return last.said
    const said = text ? parse(text, mine) : {}
    looked.set(where, { text, mine, said })
    return said
  }

  // What one store holds of a file.
  const fileIn = (where, id = mine) => look(where).work?.files[id]

  // Every file, in the order in which they were begun.
  const ids = () => [...new Set(PLACES.flatMap(where => Object.keys(look(where).work?.files || {}).filter(isId)))]

  // A file with all that both stores hold of it.
  const whole = id => {
    const found = PLACES.map(where => fileIn(where, id)).filter(Boolean)
    return bare(...found, { parts: bare(...found.map(({ parts }) => parts)) })
  }

  // Put the work into one store; work without parts is deleted there. True if it went well.
  const write = (where, { files, open }) => {
    const isEmpty = Object.entries(files).every(([id, file]) => isId(id) && !Object.keys(file.parts).length)
    try {
      if (isEmpty) storeOf(where)?.removeItem(KEY)
      else storeOf(where).setItem(KEY, JSON.stringify(withFiles(files, open)))
      return true
    } catch { return false }
  }

  const change = (where, alter) => {
    const { work = withFiles(), trouble } = look(where)
    // What cannot be read may be worth something to a newer edition of the guide.
    if (trouble) return false
    // It is changed here, and may be refused: the next one reads what the store holds then.
    looked.delete(where)
    alter(work)
    return write(where, work)
  }

  const onDevice = part => fileIn("device")?.parts[part]

  const store = {
    /**
     * What this tab keeps for itself stays apart when another tab keeps the part on the device.
     * @param {string} part
     * @returns {"device" | "tab" | "no"} what the parent said of it, seen by where it stands
     */
    keeping: part => ["tab", "device"].find(where => fileIn(where)?.parts[part]) || "no",

    /** @returns {"" | "unreadable" | "newer"} whether this edition cannot read what is kept; it is left as it is */
    get trouble() { return look("device").trouble || look("tab").trouble || "" },

    /** @returns {{id: string, name: string, isOpen: boolean}[]} the files, with the one of this page */
    get files() { return ids().map((id, n) => ({ id, name: nameOf(whole(id), n + 1), isOpen: id === mine })) },

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
    read: (part, where = store.keeping(part)) => fileIn(where)?.parts[part]?.work || {},

    /**
     * Keep a part anew where the parent said.
     * @param {string} part
     * @param {object} work
     * @returns {boolean} whether that went well, or nothing is to be kept
     */
    write(part, work) {
      const where = store.keeping(part)
      return where === "no" || change(where, ({ files }) => { files[mine].parts[part].work = work })
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
      // What was erased meanwhile may be brought back: these words are not to get into it.
      if (where !== "no" && !ids().includes(mine)) guide.storeParts.take(newId())
      return (where === "no" || change(where, ({ files }) => { (files[mine] ??= { parts: bare() }).parts[part] = { kept: guide.today(), work } }))
        && others.every(other => change(other, ({ files }) => {
          delete files[mine]?.parts[part]
          if (where !== "no" && files[mine] && !Object.keys(files[mine].parts).length) delete files[mine]
        }))
    },
  }

  guide.store = store
  // For what deals with files as such (shared/which-file.js), and with all parts at once (saved/whole-store.js).
  guide.storeParts = {
    SITE, KEY, PLACES, storeOf, look, change, write, ids, whole,
    get mine() { return mine },
    set mine(id) { mine = id },
  }
})()
