// <guide-case> shows a parent who comes back what is next, of what this device keeps; the home page has one too.
//
// Without JavaScript, and where nothing is kept, it says where to begin, or nothing. What draws it comes only where something is kept.
// Markup: scripts/guide/blocks/case.py. Tools: overrides/partials/case.html.
(() => {
  class GuideCase extends HTMLElement {
    connectedCallback() {
      this.addEventListener("click", ({ target }) => { if (target.closest(".guide-case__all")) this.card.showAll() })
      for (const type of ["storage", "pageshow"]) window.addEventListener(type, this.looking)
      this.looking()
    }

    disconnectedCallback() { for (const type of ["storage", "pageshow"]) window.removeEventListener(type, this.looking) }

    // Where it can't be loaded, the page is as for one who kept nothing: the way to each tool stands there.
    looking = async () => {
      if (!this.card && !guide.isAnythingKept()) return
      try { await guide.load("case") } catch { return }
      this.card ??= new guide.CaseCard(this)
      this.card.show()
    }
  }

  guide.define("guide-case", GuideCase)
})()
