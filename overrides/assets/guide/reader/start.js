// <guide-reader data-reads="draft"> is where a paper is pasted or opened: a button first, and what it needs with the touch.
//
// What was read goes up as the event "guide-paper-read", with its text; who holds the element shows it. Without JavaScript
// nothing stands here. Markup: scripts/guide/blocks/reader.py, overrides/partials/reader.html.
(() => {
  class GuideReader extends HTMLElement {
    connectedCallback() {
      if (!this.firstElementChild) this.append(guide.copy("guide-reader-start"))
      this.addEventListener("click", this)
    }

    async handleEvent({ target }) {
      if (!target.closest('[data-do="begin"]')) return
      const said = this.querySelector(".guide-reader__trouble")
      said.textContent = ""
      try {
        await guide.load("reader")
        guide.reader.showPanel(this)
      } catch {
        said.textContent = guide.phrase("reader.not_loaded")
      }
    }
  }

  guide.define("guide-reader", GuideReader)
})()
