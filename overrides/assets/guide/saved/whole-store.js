// All that is kept at once, of all children, for the page of saved work: to put into a file, replace, bring back and erase.
(() => {
  const { SITE, KEY, PLACES, storeOf, look, change, write, ids, whole, openHere } = guide.storeParts
  const { withFiles, bare, isId, isKnown, parse } = guide.keptWork

  const textIn = where => {
    try { return storeOf(where)?.getItem(KEY) || "" } catch { return "" }
  }

  const put = (where, text) => text ? storeOf(where).setItem(KEY, text) : storeOf(where)?.removeItem(KEY)

  const keptToday = (name, part) => isKnown(name) ? { kept: guide.today(), work: part.work } : part

  // Put a file of the saved work in place of what is kept of its parts.
  const putFile = (files, id, file) => {
    if (!isId(id)) return void (files[id] = file)
    const parts = Object.entries(file.parts).map(([name, part]) => [name, keptToday(name, part)])
    files[id] = { ...files[id], ...file, parts: bare(files[id]?.parts, Object.fromEntries(parts)) }
  }

  const dropParts = (files, id, file) => {
    if (!isId(id) || !files[id]) return void delete files[id]
    for (const name of Object.keys(file.parts)) delete files[id].parts[name]
    if (!Object.keys(files[id].parts).length) delete files[id]
  }

  // Into what another tab kept meanwhile; what can't be read can't be mixed with it.
  const bringBack = (where, id, texts) => {
    const [after, before, now] = texts.map(text => text ? parse(text, id).work?.files : {})
    return Boolean(after && before && now) && write(where, withFiles(guide.merge(after, before, now), id))
  }

  Object.assign(guide.store, {
    /** @returns {KeptWork} all that is kept */
    all() {
      const others = PLACES.map(where => look(where).work?.files)
      return withFiles(bare(...others, Object.fromEntries(ids().map(id => [id, whole(id)]))), guide.storeParts.mine)
    },

    /**
     * Put the files of `work` in place of what is kept of them, or beside it.
     * @param {KeptWork} work
     * @param {"device" | "tab"} where
     * @returns {boolean} whether that went well
     */
    replace(work, where) {
      const files = Object.entries(work.files)
      const other = where === "device" ? "tab" : "device"
      const isKept = change(where, kept => {
        for (const [id, file] of files) putFile(kept.files, id, file)
        kept.open = work.open
      }) && (Boolean(look(other).trouble) || change(other, kept => { for (const [id, file] of files) dropParts(kept.files, id, file) }))
      if (isKept && work.open) openHere(work.open)
      return isKept
    },

    /** @returns {{mine: string, texts: Record<string, string>}} the open file, and what both stores hold, for `restore` */
    snapshot: () => ({ mine: guide.storeParts.mine, texts: Object.fromEntries(PLACES.map(where => [where, textIn(where)])) }),

    /**
     * Bring back what changed between two snapshots. What other tabs kept since then stays.
     * @returns {boolean} whether that went well
     */
    restore(before, after) {
      try {
        for (const where of PLACES) {
          const texts = [after, before].map(({ texts: of }) => of[where]).concat(textIn(where))
          if (texts[0] === texts[2]) put(where, texts[1])
          else if (!bringBack(where, before.mine, texts)) return false
        }
      } catch { return false }
      openHere(before.mine)
      return true
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
