// <guide-compared> shows two routes facing each other where the window is narrow, and marks the one that the decision helper's
// last result in this tab named first (routes/resume.js).
//
// Without JavaScript each route is a list of its own there. Markup: scripts/guide/blocks/routes.py, overrides/partials/compared.html.
(() => {
  const HELPER = `guide:${guide.site.pathname}:helper`

  // A browser may refuse its store, and another site of the same host may write into it.
  const yours = () => {
    try { return JSON.parse(window.sessionStorage.getItem(HELPER)).route } catch { return "" }
  }

  class GuideCompared extends HTMLElement {
    connectedCallback() {
      if (!this.querySelector(".guide-compared__pick")) {
        this.prepend(guide.copy("guide-compared-tools"))
        this.append(guide.copy("guide-compared-foot"))
        this.markYours()
        this.fill()
      }
      this.addEventListener("change", this)
      this.addEventListener("click", this)
    }

    get rows() { return [...this.querySelectorAll("[data-route]")] }

    get selects() { return [...this.querySelectorAll("select")] }

    nameOf(row) { return row.querySelector("a").textContent }

    markYours() {
      const own = this.rows.find(({ dataset }) => dataset.route === yours())
      if (!own) return
      own.dataset.yours = ""
      own.querySelector("th").prepend(Object.assign(document.createElement("span"), { className: "guide-compared__yours", textContent: guide.phrase("compared.yours") }), " ")
      if (own.dataset.facing === undefined) this.rows.find(({ dataset }) => dataset.facing !== undefined).removeAttribute("data-facing")
      own.dataset.facing = ""
    }

    fill() {
      const facing = this.rows.filter(({ dataset }) => dataset.facing !== undefined)
      for (const [n, select] of this.selects.entries()) {
        select.append(...this.rows.map(row => new Option(this.nameOf(row), row.dataset.route)))
        select.value = facing[n].dataset.route
      }
      this.face()
    }

    face() {
      const [first, second] = this.selects.map(({ value }) => value)
      for (const row of this.rows) row.dataset.facing = row.dataset.route === first ? "1" : row.dataset.route === second ? "2" : ""
      for (const { value, previousElementSibling: mark } of this.selects) {
        mark.hidden = !this.querySelector(`[data-yours][data-route="${value}"]`)
      }
      this.toggle(true)
    }

    toggle(isFacing) {
      this.toggleAttribute("data-picked", isFacing)
      this.querySelector('[data-do="list"]').textContent = isFacing ? guide.phrase("compared.list_button") : guide.phrase("compared.facing_button")
    }

    handleEvent({ type, target }) {
      if (type === "change") {
        // A route does not face itself: the other one takes its place.
        const other = this.selects.find(select => select !== target)
        if (other.value === target.value) other.value = this.rows.find(({ dataset }) => dataset.facing && dataset.route !== target.value).dataset.route
        this.face()
      } else if (target.dataset.do === "list") this.toggle(!this.hasAttribute("data-picked"))
      else if (target.dataset.do === "print") window.print()
    }
  }

  guide.define("guide-compared", GuideCompared)
})()
