// What <guide-keep> says of a part of the work: where it is kept, what became of it, and why nothing can be.
//
// `what` is how a parent calls the part ("ticks").
(() => {
  const TROUBLE = {
    unreadable: guide.phrase("keep.unreadable"),
    newer: guide.phrase("browser.newer_edition"),
  }

  const untilDate = part => guide.formatDate(guide.store.until(part))

  guide.keepWords = {
    /** @returns {string} why what is kept can't be read, or "" */
    trouble: () => TROUBLE[guide.store.trouble] || "",

    /** @returns {string} why nothing can be kept */
    refusal: what => guide.keepWords.trouble()
      || guide.phrase("browser.no_store", { instead: guide.phrase("keep.refused_instead", { what }) }),

    /** @returns {string} whose file is open, or "" where there is only one */
    file() {
      const { files } = guide.store
      const open = files.length > 1 && files.find(({ isOpen }) => isOpen)
      return open ? guide.phrase("keep.in_file", { name: open.name }) : ""
    },

    /** @returns {string} where the part is kept, for the button that changes it */
    state(part, what) {
      switch (guide.store.keeping(part)) {
        case "device": return guide.phrase("keep.device_state", { date: untilDate(part) })
        case "tab": return guide.phrase("keep.tab_state")
        default: return guide.phrase("keep.open_button", { what })
      }
    },

    /** @returns {string} that the part is kept from now on, or no longer */
    kept(part, what) {
      switch (guide.store.keeping(part)) {
        case "device": return guide.phrase("keep.kept_on_device", { what, date: untilDate(part) })
        case "tab": return guide.phrase("keep.kept_in_tab", { what })
        default: return guide.phrase("keep.not_kept", { what })
      }
    },

    /** @returns {string} that the dates of the part and of this device do not go together, or "" */
    misdated: (part, what) => guide.store.isMisdated(part)
      ? guide.phrase("keep.misdated", { what, date: untilDate(part), today: guide.formatDate(guide.today()) }) : "",
  }
})()
