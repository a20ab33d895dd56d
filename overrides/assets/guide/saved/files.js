// The files of several children, for the page of saved work: to open, begin, name and erase one.
(() => {
  const { SITE, KEY, PLACES, storeOf, look, change, ids, whole, PIN, pin } = guide.storeParts
  const { bare, newId } = guide.keptWork

  // The helper's answers, which a reload would find (routes/resume.js), are about the child whose file was open.
  const forgetTab = () => {
    try {
      const tab = storeOf("tab")
      for (const key of Object.keys(tab)) if (key.startsWith(SITE) && ![KEY, PIN].includes(key)) tab.removeItem(key)
    } catch { /* A browser that refuses its store holds nothing in it. */ }
  }

  const isIn = (where, id) => Boolean(look(where).work?.files[id])

  const openHere = id => {
    forgetTab()
    guide.storeParts.mine = id
    pin(ids().length > 1 ? id : null)
  }

  // In each place that holds the open file.
  const changeOpen = alter => {
    const { mine } = guide.storeParts
    return PLACES.filter(where => isIn(where, mine)).every(where => change(where, work => alter(work, mine)))
  }

  Object.assign(guide.store, {
    /** @returns {string | undefined} the id of the file, where there is one alone */
    only: () => ids().length === 1 ? ids()[0] : undefined,

    /** @returns {ChildFile} what is kept in the open file */
    openFile: () => whole(guide.storeParts.mine),

    /**
     * Open a file in this tab, and in each new one.
     * @param {string} id
     * @returns {boolean} whether that went well
     */
    open(id) {
      const before = guide.storeParts.mine
      openHere(id)
      const isOpen = changeOpen(work => { work.open = id })
      if (!isOpen) openHere(before)
      return isOpen
    },

    /**
     * Begin a file for another child and open it; it stands where the open one does.
     * @returns {boolean} whether that went well
     */
    start() {
      const id = newId()
      const isBegun = change(PLACES.find(place => isIn(place, guide.storeParts.mine)), work => {
        work.files[id] = { parts: bare() }
        work.open = id
      })
      if (isBegun) openHere(id)
      return isBegun
    },

    /**
     * @param {string} name of the open file; "" leaves it to the kept name of the child
     * @returns {boolean} whether that went well
     */
    rename: name => changeOpen(({ files }, id) => {
      if (name) files[id].name = name
      else delete files[id].name
    }),

    /**
     * Erase the open file, and open another.
     * @returns {boolean} whether that went well
     */
    eraseFile() {
      const isErased = changeOpen(({ files }, id) => { delete files[id] })
      if (isErased) openHere(ids()[0])
      return isErased
    },
  })

  guide.storeParts.openHere = openHere
})()
