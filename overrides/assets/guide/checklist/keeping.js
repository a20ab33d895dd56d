// Wakes what keeps a checklist's marks: it comes once something is kept already, or a parent marks an item, for most only read.
//
// Used by checklist.js.
(() => {
  const WORK = `guide:${guide.site.pathname}:work`

  // A browser may refuse its store even when it is only looked at.
  const isAnythingKept = () => {
    try { return Boolean(window.localStorage.getItem(WORK) || window.sessionStorage.getItem(WORK)) } catch { return false }
  }

  guide.checklistKeeping = {
    /** @returns {boolean} whether it is needed before anything is marked; where it is there, it is used at once */
    isNeeded: () => Boolean(customElements.get("guide-keep")) || isAnythingKept(),

    /**
     * What was marked until then stays.
     * @param {HTMLElement} list a checklist
     * @returns {Promise<boolean>} whether what keeps the marks is there
     */
    async wake(list) {
      try {
        if (!customElements.get("guide-keep")) await guide.load("checklist")
      } catch {
        list.report(guide.phrase("checklist.not_loaded"))
        return false
      }
      if (list.isAwake) return true
      list.isAwake = true
      const { marks } = list
      list.keep.begin({ work: () => ({ [list.id]: list.marks }), take: ticks => list.showMarks(ticks[list.id] || {}) })
      for (const item of list.items) list.mark(item, marks[list.box(item).dataset.item] || item.dataset.state)
      list.show()
      return true
    },
  }
})()
