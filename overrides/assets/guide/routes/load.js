// Loads the data of the helper, from the first tap on: a page that is only read does without it. What all situations share is
// one script, and each situation has its own.
//
// Script elements, for a page opened from a folder may fetch nothing. Written by the build: scripts/guide/site/route_data.py.
(() => {
  const loading = {}

  const loadScript = path => loading[path] ??= new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: new URL(`assets/guide/routes/${path}.js`, guide.site).href })
    script.addEventListener("load", () => resolve())
    script.addEventListener("error", () => {
      // The next tap tries again.
      delete loading[path]
      script.remove()
      reject(new Error(script.src))
    })
    document.head.append(script)
  })

  // Load what is there in time or else is loaded again, with the tap that needs it.
  const ahead = promise => promise.catch(() => {})

  Object.assign(guide.routes, {
    /** @returns {Promise<void>} when all but the situations is there */
    load: () => loadScript("data"),

    /**
     * @param {string} key
     * @returns {Promise<void>} when what is said in a situation is there
     */
    loadSituation: async key => {
      await loadScript("data")
      if (!guide.routeData.situations[key]) await loadScript(`situations/${key}`)
    },

    // Load, while the parent reads, what the answers of a question lead to.
    loadAhead({ answers }) {
      for (const { situation } of Object.values(answers)) if (situation) ahead(guide.routes.loadSituation(situation))
    },

    loadSoon: () => ahead(loadScript("data")),
  })
})()
