// The helper's answers outlive a reload, in this tab only: a phone reloads a page by itself when it had put the tab away.
//
// Whatever else leads to the page, a link, Back or Forward, begins anew. "Erase everything" deletes them (shared/store.js).
// Used by helper.js.
(() => {
  const { walk, choicesOf } = guide.routes
  const KEY = `guide:${guide.site.pathname}:helper`
  // What changes in the device's store when a parent erases everything, in whichever tab.
  const ERASED = `guide:${guide.site.pathname}:erased`

  const isReload = () => document.wasDiscarded || performance.getEntriesByType("navigation")[0]?.type === "reload"

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

  // A browser may refuse its store.
  const withStore = use => {
    try { return use(window.sessionStorage) } catch { return null }
  }

  const remember = ({ answers, views, viewIndex }) => withStore(store => store.setItem(KEY, JSON.stringify({ answers, views, viewIndex })))

  // Go on where a reload ended, unless the parent answered anew while the data was loading.
  const resume = async (helper, text) => {
    await guide.routes.load()
    const kept = read(guide.routeData, text)
    const { situation } = kept ? walk(guide.routeData, kept.answers) : {}
    if (situation) await guide.routes.loadSituation(situation)
    if (!kept || helper.viewIndex || Object.keys(helper.answers).length) return
    Object.assign(helper, kept, { data: guide.routeData, keptIndex: kept.viewIndex })
    history.replaceState({ guideRoute: kept.viewIndex }, "")
    helper.show(false)
  }

  /** @param {object} helper that has just begun anew, and whose answers a reload is to find */
  guide.routes.outliveReload = helper => {
    const text = isReload() && withStore(store => store.getItem(KEY))
    withStore(store => store.removeItem(KEY))
    // What can't be loaded is asked anew.
    if (text) resume(helper, text).catch(() => {})
    addEventListener("pagehide", () => remember(helper), helper.ending)
    document.addEventListener("visibilitychange", () => document.hidden && remember(helper), helper.ending)
    addEventListener("storage", ({ key }) => key === ERASED && helper.start(), helper.ending)
  }
})()
