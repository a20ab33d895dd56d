// <guide-route-helper>: the decision helper. Its first question stands in the page; what it does then comes once a hand is
// at the page (helper.js), so that one who only looks in loads little.
//
// Without JavaScript, and where the rest can't be loaded, the page lists links to each situation's own page. Markup:
// scripts/guide/blocks/route_helper.py.
(() => {
  const SIGNS_OF_A_HAND = ["pointermove", "pointerdown", "touchstart", "scroll", "keydown"]

  // A link to a result as it was before leads to the situation's own page.
  const followOldLink = helper => {
    const id = location.hash.slice(1), old = id && document.getElementById(decodeURIComponent(id))
    if (!old || !helper.contains(old)) return false
    const link = old.closest("a") || old.querySelector("a")
    if (link) location.replace(link.href)
    return Boolean(link)
  }

  class GuideRouteHelper extends HTMLElement {
    connectedCallback() {
      this.list = this.querySelector(".guide-route__list")
      this.view = this.querySelector(".guide-route__view")
      if (!this.view || followOldLink(this)) return
      this.firstQuestion = this.view.firstElementChild.dataset.question
      this.dataset.view = "question"
      this.list.hidden = true
      this.view.hidden = false
      this.addEventListener("click", this)
      const prepare = () => { this.ready().catch(() => {}) }
      for (const type of SIGNS_OF_A_HAND) addEventListener(type, prepare, { once: true, passive: true })
      // Only a reload finds the answers of before (resume.js).
      if (this.isReload()) prepare()
      else this.beginAnew()
    }

    get storeKey() { return `guide:${guide.site.pathname}:helper` }

    // The same address opened again keeps the state of the page before.
    beginAnew() {
      this.withStore(store => store.removeItem(this.storeKey))
      history.replaceState(null, "")
    }

    // A browser may refuse its store.
    withStore(use) {
      try { return use(window.sessionStorage) } catch { return null }
    }

    isReload() { return document.wasDiscarded || performance.getEntriesByType("navigation")[0]?.type === "reload" }

    /** @returns {Promise<void>} when the helper is there whole; the next call tries again what could not be loaded */
    ready() {
      this.coming ??= guide.load("routes").then(() => guide.routes.load())
        .then(() => Object.assign(this, guide.routes.helper).begin())
        .catch(error => {
          this.coming = null
          throw error
        })
      return this.coming
    }

    // A tap before the helper is there.
    async handleEvent({ target }) {
      const button = target.closest("[data-choice]")
      if (button && await this.waitFor(button.form, () => this.ready())) this.press(button)
    }

    /**
     * Wait for what the next view needs, and say so; where it can't be loaded, the list of all situations is the way on.
     * @param {HTMLFormElement} form  in which the parent waits
     * @param {() => Promise<void>} load
     * @returns {Promise<boolean>} whether the parent still waits, and all is there
     */
    async waitFor(form, load) {
      const status = form.querySelector(".guide-route__form-status"), trouble = form.querySelector(".guide-route__form-trouble")
      trouble.textContent = ""
      status.textContent = guide.phrase("route_helper.loading")
      try {
        await load()
        return form.isConnected
      } catch {
        trouble.textContent = guide.phrase("route_helper.no_data")
        this.list.hidden = false
        return false
      } finally {
        status.textContent = ""
      }
    }
  }

  guide.define("guide-route-helper", GuideRouteHelper)
})()
