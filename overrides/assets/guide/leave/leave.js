// <guide-leave> lets a parent leave the page at once: by its button, by one among the skip links, or by Shift three times.
//
// A plain page of the guide takes its place, so that Back does not bring it. What was typed and not kept goes. Which pages
// have it: overrides/main.html. Markup: there, and overrides/partials/leave.html.
(() => {
  const PRESSES = 3
  const WITHIN_MS = 3000

  class GuideLeave extends HTMLElement {
    connectedCallback() {
      document.querySelector(".guide-skip").after(guide.copy("guide-leave-skip"))
      this.skip = document.querySelector(".guide-leave__skip")
      this.presses = []
      this.ending = new AbortController()
      // Caught on the way down: a tool may stop what happens in it.
      const way = { capture: true, signal: this.ending.signal }
      for (const type of ["keydown", "keyup", "pointerdown"]) addEventListener(type, this.counting, way)
      for (const place of [this, this.skip]) place.addEventListener("click", this.clicked, way)
    }

    disconnectedCallback() {
      this.ending.abort()
      this.skip.remove()
    }

    clicked = event => { if (event.target.closest("button")) this.leave() }

    // A press of Shift ends when it goes up: with a letter, another key or the mouse meanwhile it was none.
    counting = event => {
      const { type, timeStamp } = event
      if (event.repeat) return
      const isShift = event.key === "Shift" && !event.ctrlKey && !event.altKey && !event.metaKey
      if (type === "keyup") {
        if (!isShift || !this.isDown) return
        this.isDown = false
        this.presses = [...this.presses, timeStamp].slice(-PRESSES)
        if (this.presses.length === PRESSES && timeStamp - this.presses[0] < WITHIN_MS) this.leave()
      } else if (isShift) this.isDown = true
      else {
        this.isDown = false
        this.presses = []
      }
    }

    leave() {
      // The next page may be slow, and no question may hold this one.
      document.documentElement.hidden = true
      addEventListener("beforeunload", event => event.stopImmediatePropagation(), true)
      try {
        this.drop()
      } finally {
        this.go(new URL(document.getElementById("guide-leave-skip").dataset.to, document.baseURI))
      }
    }

    // The page's own steps in the browser's history (letter/task.js, review/task.js, paper/paper.js, routes/helper.js) go too.
    go(to) {
      const steps = (history.state?.guideReview ?? history.state)?.depth ?? history.state?.guideRoute ?? 0
      const replace = () => location.replace(to)
      if (!steps) return replace()
      const instead = setTimeout(replace, 500)
      addEventListener("popstate", () => {
        clearTimeout(instead)
        try {
          history.replaceState(null, "", to)
          history.pushState(null, "", to)
        } catch { /* A page from a folder has only its own address. */ }
        replace()
      })
      history.go(-steps)
    }

    // Write what belongs to kept work, and let go of all else.
    drop() {
      for (const keep of document.querySelectorAll("guide-keep")) {
        keep.write()
        keep.beginAnew()
      }
      this.clearTab()
      // Tools may note something for a reload when the page ends.
      addEventListener("pagehide", this.clearTab)
    }

    // In the tab stays what the parent chose to keep there (shared/store.js).
    clearTab = () => {
      try {
        const mine = `guide:${guide.site.pathname}:`
        for (const key of Object.keys(sessionStorage)) {
          if (key.startsWith(mine) && key !== `${mine}work`) sessionStorage.removeItem(key)
        }
      } catch { /* A browser that refuses its store holds nothing in it. */ }
    }
  }

  // At once and not with the tools (shared/start.js): where one of them fails, this is still the way out.
  customElements.define("guide-leave", GuideLeave)
})()
