// The search page: it answers while one types. Until then, and where nothing is found, the page's own words stand there.
//
// What was typed stays with this page in the tab's history, so that Back from an answer leads to the answers.
// Markup: overrides/partials/search.html, scripts/guide/blocks/search.py.
(() => {
  const FIRST = 5
  const MOST = 12
  const KINDS = {
    letter: () => guide.phrase("search.letter"),
    checklist: ({ count }) => guide.phrase("search.checklist", { count }),
    plan: () => guide.phrase("search.plan"),
    call: () => guide.phrase("search.call_words"),
    guide: () => guide.phrase("search.guide"),
  }

  const make = (tag, className, ...content) => {
    const element = Object.assign(document.createElement(tag), { className })
    element.append(...content)
    return element
  }
  const linkTo = (address, ...content) => Object.assign(make("a", "", ...content), { href: new URL(address, guide.site) })
  // A text with the found words marked.
  const marked = (text, terms) => text.split(/([\p{L}\p{N}\p{M}'’]+)/u).map(piece =>
    guide.search.telling(piece).some(word => terms.includes(word)) ? make("mark", "", piece) : piece)

  const rowOf = ({ page, terms }) => {
    const title = marked(page.title, terms)
    const row = make("li", "", make("p", "guide-search__kind", KINDS[page.kind](page)), linkTo(page.address, ...title))
    // Where the title does not say why the page is here, a line of it does.
    if (!title.some(piece => piece.nodeType)) row.append(make("p", "guide-search__line", ...marked(guide.search.excerpt(page, terms), terms), " …"))
    return row
  }

  const bestOf = ({ page, terms }) => {
    const sources = page.answer.sources.map(number => {
      const link = linkTo(`${page.address}#source-${number}`, number)
      link.setAttribute("aria-label", guide.phrase("sources.mark", { number }))
      return make("sup", "guide-fact", link)
    })
    return [make("h2", "", guide.phrase("search.best")), make("p", "", ...marked(page.answer.text, terms), ...sources),
      make("p", "", linkTo(page.address, page.title))]
  }

  guide.define("guide-search", class extends HTMLElement {
    connectedCallback() {
      const { engine, index } = document.getElementById("guide-search").dataset
      this.files = [engine, index].map(address => new URL(address, document.baseURI).href)
      this.prepend(guide.copy("guide-search"))
      for (const name of ["start", "query", "status", "hint", "host", "best", "answers", "more"]) this[name] = this.querySelector(`.guide-search__${name}`)
      this.query.value = history.state?.sought || ""
      this.query.addEventListener("input", () => this.ask())
      this.querySelector("form").addEventListener("submit", event => event.preventDefault())
      this.more.addEventListener("click", () => this.showRest())
      this.query.focus()
      this.ask()
    }

    async ask() {
      const sought = this.query.value.trim()
      history.replaceState({ sought }, "")
      // Also while nothing is typed: then the first key finds them there.
      const loading = guide.search.load(this.files)
      if (sought && !this.isLoaded) this.status.textContent = guide.phrase("search.loading")
      try {
        const find = await loading
        this.isLoaded = true
        // A later key has asked anew meanwhile.
        if (sought === this.query.value.trim()) this.show(find(sought).slice(0, MOST), sought)
      } catch {
        this.show([], "")
        if (sought) this.status.textContent = guide.phrase("search.not_loaded")
      }
    }

    show(found, sought) {
      const isNothing = Boolean(guide.search.telling(sought).length && !found.length)
      const best = found[0]?.page.answer && found[0]
      const rest = best ? found.slice(1) : found
      this.dataset.view = found.length ? "found" : isNothing ? "nothing" : "start"
      this.start.hidden = Boolean(sought)
      this.status.textContent = this.sayOf(found.length, isNothing, sought)
      this.hint.hidden = !isNothing
      if (this.host) this.host.hidden = !isNothing
      this.best.hidden = !best
      this.best.replaceChildren(...best ? bestOf(best) : [])
      this.answers.replaceChildren(...rest.map(rowOf))
      for (const row of [...this.answers.children].slice(FIRST)) row.hidden = true
      this.more.hidden = rest.length <= FIRST
      this.more.textContent = guide.phrase("search.more", { count: rest.length - FIRST })
    }

    sayOf(count, isNothing, sought) {
      if (count) return guide.phrase("search.found", { count })
      if (isNothing) return guide.phrase("search.nothing", { sought })
      return sought && guide.phrase("search.says_nothing")
    }

    showRest() {
      const rows = [...this.answers.children]
      for (const row of rows) row.hidden = false
      this.more.hidden = true
      rows[FIRST].querySelector("a").focus()
    }
  })
})()
