// Whether a parent keeps any work in this browser. What reads and writes it (shared/store.js) is loaded only then, or when they begin.
(() => {
  const WORK = `guide:${guide.site.pathname}:work`

  /** @returns {boolean} whether there is any; a browser may refuse its store even when it is only looked at */
  guide.isAnythingKept = () => {
    try { return Boolean(window.localStorage.getItem(WORK) || window.sessionStorage.getItem(WORK)) } catch { return false }
  }
})()
