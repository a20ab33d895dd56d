// <guide-letter id="…"> adds a button that prints the sheet alone.
//
// Without JavaScript the sheet is complete: it reads, prints and can be filled in by hand.
// Markup: scripts/guide/blocks/letter.py. Tools: overrides/partials/letter.html.
(() => {
  class GuideLetter extends HTMLElement {
    connectedCallback() {
      if (!this.querySelector(".guide-letter__tools")) this.append(guide.copy("guide-letter-tools"))
      this.addEventListener("click", this)
    }

    handleEvent(event) {
      if (event.target.closest('[data-do="print"]')) window.print()
    }
  }

  customElements.define("guide-letter", GuideLetter)
})()
