// <guide-words>: finds a word of the list by what a parent types. The best match is open, the others lead to theirs.
//
// Without JavaScript the words are closed by their first letter. Markup: scripts/guide/blocks/listings.py.
(() => {
  const FEW = 8

  class GuideWords extends HTMLElement {
    connectedCallback() {
      if (this.found) return
      this.entries = [...this.querySelectorAll(".guide-words__entry")].map(entry => {
        const term = entry.querySelector("dt"), also = entry.querySelector(".guide-words__also")
        return { entry, term, strong: `${term.textContent} ${also ? also.textContent : ""}`, weak: entry.querySelector("dd").textContent }
      })
      this.list = [...this.children]
      this.clear = guide.addFilter(this, "guide-words-filter", query => this.show(query))
      this.found = guide.copy("guide-words-found").firstElementChild
      this.firstElementChild.after(this.found)
      // The list must be there before the browser goes to a word of it.
      this.found.addEventListener("click", event => { if (event.target.closest(".guide-words__others a")) this.clear() })
    }

    show(query) {
      const places = query ? guide.findEntries(query, this.entries) : []
      for (const part of this.list) part.hidden = Boolean(query)
      this.found.hidden = !query
      const [best, ...others] = places.map(place => this.entries[place])
      this.found.querySelector("dl").replaceChildren(...best ? [this.copyOf(best.entry)] : [])
      this.found.querySelector("ul").replaceChildren(...others.slice(0, FEW).map(({ term, weak }) => this.rowOf(term, weak)))
      if (!query) return ""
      return best ? guide.phrase("glossary.found", { count: places.length, all: this.entries.length }) : guide.phrase("glossary.nothing")
    }

    copyOf(entry) {
      const copy = entry.cloneNode(true)
      copy.querySelector("dt").removeAttribute("id")
      return copy
    }

    rowOf(term, weak) {
      const row = document.createElement("li")
      const link = Object.assign(document.createElement("a"), { href: `#${term.id}`, textContent: term.textContent })
      row.append(link, Object.assign(document.createElement("p"), { textContent: weak }))
      return row
    }
  }

  guide.define("guide-words", GuideWords)
})()
