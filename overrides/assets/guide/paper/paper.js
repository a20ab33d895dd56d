// <guide-paper> shows what a school's paper says, each finding with its words and its page, for the parent to confirm.
//
// What is not confirmed counts nowhere. Nothing of the paper is kept; it goes with the page. Without JavaScript the list below it
// is there. Markup: scripts/guide/blocks/reader.py, overrides/partials/paper.html. What shows findings: view.js.
(() => {
  const WINDOW_EVENTS = ["pageshow", "popstate"]

  class GuidePaper extends HTMLElement {
    connectedCallback() {
      for (const type of ["click", "input", "guide-paper-read"]) this.addEventListener(type, this)
      for (const type of WINDOW_EVENTS) window.addEventListener(type, this)
      this.hash = location.hash
      this.forget()
    }

    disconnectedCallback() { for (const type of WINDOW_EVENTS) window.removeEventListener(type, this) }

    // What was read is a step in the browser's history, which holds nothing of it: a page that comes anew has no paper.
    forget() { if (history.state?.guidePaper) history.replaceState(null, "") }

    handleEvent(event) {
      if (event.type === "guide-paper-read") this.read(event)
      else if (event.type === "pageshow") this.returning(event)
      else if (event.type === "popstate") this.travel(event.state)
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
      else {
        this.view.begin(text, note)
        history.pushState({ guidePaper: true, depth: 1 }, "")
      }
    }

    // Back shows a page as it was left: the paper of a child is not to come back with it.
    returning({ persisted }) {
      if (!persisted) return
      this.forget()
      this.view?.end()
    }

    // A link within the page is no step.
    travel(state) { if (state?.guidePaper || location.hash === this.hash) this.view?.travel(Boolean(state?.guidePaper)) }
  }

  guide.define("guide-paper", GuidePaper)
})()
