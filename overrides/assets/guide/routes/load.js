// Loads the data of the helper. What all situations share is one script, and each situation has its own.
//
// Script elements, for a page opened from a folder may fetch nothing. Written by the build: scripts/guide/site/route_data.py.
(() => {
  const loading = {}
  // What is loaded ahead for the question that is shown.
  let wanted

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

  // Where the browser can't tell when it has nothing to do, it does it soon.
  const whenIdle = window.requestIdleCallback || setTimeout

  Object.assign(guide.routes, {
    /** @returns {Promise<void>} when all but the situations is there */
    load: () => loadScript("data"),

    /**
     * @param {string} key
     * @returns {Promise<void>} when what is said in a situation is there
     */
    loadSituation: async key => {
      if (!guide.routeData.situations[key]) await loadScript(`situations/${key}`)
    },

    // Load, while the parent reads, what the answers of a question lead to: one after the other, for each load halts a tap.
    loadAhead({ answers }) {
      const left = Object.values(answers).map(({ situation }) => situation).filter(Boolean)
      wanted = left
      const loadNext = async () => {
        if (wanted !== left || !left.length) return
        // What can't be loaded is loaded again with the tap that needs it.
        await guide.routes.loadSituation(left.shift()).catch(() => {})
        whenIdle(loadNext)
      }
      whenIdle(loadNext)
    },
  })
})()
