// The helper's answers outlive a reload, in this tab only: a phone reloads a page by itself when it had put the tab away.
//
// Whatever else leads to the page, a link, Back or Forward, begins anew. "Erase everything" deletes them (shared/store.js).
// Used by helper.js.
(() => {
  const { walk, choicesOf } = guide.routes
  // What changes in the device's store when a parent erases everything, in whichever tab.
  const ERASED = `guide:${guide.site.pathname}:erased`

  // Another site of the same host may write into the tab's store too: only what fits the questions is taken.
  const ownValue = (object, key) => Object.hasOwn(object, key) ? object[key] : null
  const fits = ({ questions, details }, key, { choices = [], dates = {}, counted = 0, ...given }) => {
    const question = ownValue(questions, key) || ownValue(details, key)
    return question && [...choices, ...choicesOf(given)].every(name => ownValue(question.answers, name))
      && Object.values(dates).every(guide.days.is) && Number.isFinite(counted)
  }

  const read = (data, text) => {
    try {
      const { answers, views, viewIndex } = JSON.parse(text)
      const isRight = Object.entries(answers).every(([key, given]) => fits(data, key, given))
        && views.every(({ question, stage = {} }) => question === undefined || fits(data, question, stage)) && viewIndex in views
      return isRight ? { answers, views, viewIndex } : null
    } catch { return null }
  }

  // The routes of a result are for the page that compares all of them (comparison.js).
  const remember = helper => {
    const { answers, views, viewIndex } = helper
    const routes = views[viewIndex].question ? [] : helper.outcome().routes.map(({ key }) => key)
    helper.withStore(store => store.setItem(helper.storeKey, JSON.stringify({ answers, views, viewIndex, routes })))
  }

  // Go on where a reload ended, unless the parent answered anew while the situation was loading.
  const resume = async (helper, text, reached) => {
    const kept = read(helper.data, text)
    const { situation } = kept ? walk(helper.data, kept.answers) : {}
    if (situation) await guide.routes.loadSituation(situation)
    if (!kept || helper.viewIndex || Object.keys(helper.answers).length) return
    Object.assign(helper, kept, { keptIndex: Math.min(reached, kept.viewIndex) })
    history.replaceState({ guideRoute: helper.keptIndex }, "")
    helper.keepPlace()
    helper.show(false)
  }

  /**
   * @param {object} helper that has just begun anew, and whose answers a reload is to find
   * @param {number} [reached]  the view that the history had got before the reload
   */
  guide.routes.outliveReload = (helper, reached) => {
    // Without a view in the history, what is in the store was written late, by a page that was left before this one. A jump
    // to a source has no view either.
    const isOwn = reached !== undefined || location.hash
    const text = helper.isReload() && isOwn && helper.withStore(store => store.getItem(helper.storeKey))
    helper.withStore(store => store.removeItem(helper.storeKey))
    // What can't be loaded is asked anew.
    if (text) resume(helper, text, reached || 0).catch(() => {})
    addEventListener("pagehide", () => remember(helper))
    document.addEventListener("visibilitychange", () => document.hidden && remember(helper))
    addEventListener("storage", ({ key }) => key === ERASED && helper.start())
  }
})()
