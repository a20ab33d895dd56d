// <guide-which-letter>: finds a letter by what happened, in the parent's own words; first come those already begun.
//
// Without JavaScript the list is whole, with what few need closed. Markup: scripts/guide/blocks/which_letter.py.
(() => {
  // Whether anything is kept at all; only then is what reads it loaded (which-letter/begun.js).
  const isAnythingKept = () => {
    try { return localStorage.length + sessionStorage.length > 0 } catch { return false }
  }

  class GuideWhichLetter extends HTMLElement {
    connectedCallback() {
      if (this.entries) return
      this.entries = [...this.querySelectorAll("[data-letter]")].map(item => ({
        item, strong: item.querySelector("a").textContent, weak: `${item.querySelector("p").textContent} ${item.dataset.words}` }))
      this.folds = [...this.querySelectorAll("details")]
      const clear = guide.addFilter(this, "guide-which-letter-filter", query => this.show(query))
      this.all = this.querySelector(".guide-filter button")
      this.all.textContent = guide.phrase("which_letter.all_button", { count: this.entries.length })
      this.all.addEventListener("click", () => {
        clear()
        this.querySelector(".guide-filter input").focus()
      })
      if (isAnythingKept()) guide.load("which-letter").then(() => this.showBegun(), () => {})
    }

    show(query) {
      const places = query ? guide.findEntries(query, this.entries) : []
      const isNothing = query && !places.length
      const shown = new Set(places.map(place => this.entries[place].item))
      for (const { item } of this.entries) item.hidden = Boolean(query) && !shown.has(item)
      this.toggleFolds(query)
      if (this.all) this.all.hidden = !query
      if (!query) return ""
      return isNothing ? guide.phrase("which_letter.nothing") : guide.phrase("which_letter.found", { count: places.length, all: this.entries.length })
    }

    // While something is typed, what fits shows from every part; after that each is as it was.
    toggleFolds(query) {
      if (query && !this.opened) this.opened = this.folds.filter(({ open }) => open)
      for (const fold of this.folds) {
        fold.open = query ? true : !this.opened || this.opened.includes(fold)
        fold.hidden = Boolean(query) && !fold.querySelector("[data-letter]:not([hidden])")
      }
      if (!query) this.opened = null
      this.toggleAttribute("data-sought", Boolean(query))
    }

    showBegun() {
      const items = guide.begunLetters().map(letter => this.entries.find(({ item }) => item.dataset.letter === letter)).filter(Boolean)
      if (!items.length) return
      const begun = guide.copy("guide-which-letter-begun")
      begun.querySelector("ul").append(...items.map(({ item }) => {
        const copy = item.cloneNode(true)
        copy.hidden = false
        return copy
      }))
      this.querySelector(".guide-filter").after(begun)
    }
  }

  guide.define("guide-which-letter", GuideWhichLetter)
})()
