// A kit on paper: a page that says what is inside, the pieces with their numbers, and the sources of all of them.
//
// Template: overrides/partials/kit.html.
(() => {
  const make = (name, className, text) => Object.assign(document.createElement(name), { className, textContent: text })

  // What goes to someone is sent as it is: nothing of ours stands on its sheet.
  const isSent = piece => piece.querySelector("guide-letter")?.dataset.kind === "letter"

  const addNumber = (piece, number, count) => {
    const place = piece.querySelector("guide-letter") || piece.querySelector(".guide-text")
    place.prepend(make("p", "guide-kit__number", guide.phrase("kit.place", { number, count })))
  }

  // A letter bears no number, so that its subject tells which one it is.
  const drawEntry = (title, piece) => {
    const entry = make("li", "", title)
    if (isSent(piece)) entry.append(make("small", "guide-kit__subject", piece.querySelector(".guide-letter__subject").textContent))
    return entry
  }

  // One list of the sources for all pieces: each once, numbered in the order in which they are cited.
  const gatherSources = (pieces, section) => {
    const listing = section.querySelector("ol")
    const numbers = new Map()
    for (const piece of pieces) {
      for (const mark of piece.querySelectorAll(".guide-fact")) {
        const { fact } = mark.dataset
        if (!numbers.has(fact)) {
          numbers.set(fact, numbers.size + 1)
          listing.append(piece.querySelector(`.guide-source[data-fact="${fact}"]`))
        }
        mark.replaceChildren(make("a", "", numbers.get(fact)))
      }
      piece.querySelector(".guide-sources__list").remove()
    }
    sayChecked(section)
    guide.markOverdue(section)
  }

  // When the sources were checked, as below those of a page.
  const sayChecked = section => {
    const days = [...section.querySelectorAll("[data-checked]")].map(({ dataset }) => dataset.checked).sort()
    if (!days.length) return
    const [first, last, again] = [days[0], days[days.length - 1], guide.days.addYears(days[0], 1)].map(day => guide.formatDate(day))
    const current = section.querySelector(".guide-sources__current")
    current.dataset.checked = days[0]
    current.textContent = first === last ? guide.phrase("sources.checked", { date: first, again })
      : guide.phrase("sources.checked_between", { first, last, again })
  }

  const drawCover = (paper, names) => {
    const part = name => paper.querySelector(`.guide-kit__${name}`)
    const name = names[0]?.value
    part("title").textContent = name ? guide.phrase("kit.title_with_name", { name }) : guide.phrase("kit.title")
    part("made").textContent = guide.phrase("kit.made", { date: guide.formatDate(guide.today()) })
    for (const { label, value } of names.slice(1).filter(one => one.value)) {
      const row = document.createElement("div")
      row.append(make("dt", "", label), make("dd", "", value))
      part("family").append(row)
    }
  }

  /**
   * @param {{ title: string, element: HTMLElement }[]} pieces filled in, in their order
   * @param {{ label: string, value: string }[]} names what the family typed, for the cover; the first one says whose it is
   * @returns {HTMLElement} to be put into the page; only paper shows it
   */
  guide.kit.drawPaper = (pieces, names) => {
    const paper = guide.copy("guide-kit-paper").firstElementChild
    const part = name => paper.querySelector(`.guide-kit__${name}`)
    drawCover(paper, names)
    for (const [n, { title, element }] of pieces.entries()) {
      part("contents").append(drawEntry(title, element))
      if (!isSent(element)) addNumber(element, n + 1, pieces.length)
      const holder = make("div", "guide-kit__piece", "")
      holder.append(element)
      part("pieces").append(holder)
    }
    part("unnumbered").hidden = !pieces.some(({ element }) => isSent(element))
    gatherSources(pieces.map(({ element }) => element), part("sources"))
    part("cited").hidden = part("sources").hidden = !part("sources").querySelector("li")
    return paper
  }
})()
