// <guide-paper> shows what a school's paper says, each finding with its words and its page, for the parent to confirm.
//
// What is not confirmed counts nowhere. Nothing of the paper is kept; it goes with the page. Without JavaScript the list below it
// is there. Markup: scripts/guide/blocks/reader.py, overrides/partials/paper.html. What shows findings: view.js.
(() => {
  class GuidePaper extends HTMLElement {
    connectedCallback() {
      for (const type of ["click", "input", "guide-paper-read"]) this.addEventListener(type, this)
      window.addEventListener("pageshow", this.returning)
    }

    disconnectedCallback() { window.removeEventListener("pageshow", this.returning) }

    handleEvent(event) {
      if (event.type === "guide-paper-read") this.read(event)
      else this.view?.handle(event)
    }

    async read({ target, detail: { text, note } }) {
      const trouble = this.querySelector(".guide-reader__trouble")
      trouble.textContent = ""
      try {
        await Promise.all(["paper-rules", "paper-reader", "checklist"].map(guide.load))
      } catch {
        trouble.textContent = guide.phrase("reader.not_loaded")
        return
      }
      this.view ??= new guide.PaperView(this)
      if (target.hasAttribute("data-compares")) this.view.compare(text, target)
      else this.view.begin(text, note)
    }

    // Back shows a page as it was left: the paper of a child is not to come back with it.
    returning = ({ persisted }) => { if (persisted) this.view?.end() }
  }

  guide.define("guide-paper", GuidePaper)
})()
