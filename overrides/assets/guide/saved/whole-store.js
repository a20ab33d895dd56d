// All that is kept at once, for the page of saved work: to look at, put into a file, replace and erase.
(() => {
  const { SITE, KEY, PLACES, storeOf, look, change } = guide.storeParts
  const { withParts, isKnown } = guide.keptWork

  Object.assign(guide.store, {
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
  })
})()
