// Parts of a result: a title with what stands below it, and closed rows: a title, and what is inside in one line; a tap opens it.
//
// Used by answers.js, options.js and result.js. Template: overrides/partials/route-helper.html.
(() => {
  const { inline, make } = guide.routes

  // A sentence ends before a capital; "St. Louis" holds no end.
  const SENTENCE = /^((?:St\. |(?!St\. )[^])+?[.?!]["”’]?(?:<sup[^>]*>\d+<\/sup>)*)\s+(?=["“‘<A-Z])([^]+)$/
  const isOpen = html => html.split("<a").length > html.split("</a").length

  // The first sentence of a line, with its marks, and the rest, which may be "".
  const parted = html => {
    const [, first, rest] = SENTENCE.exec(html) || [null, html, ""]
    return isOpen(first) ? [html, ""] : [first, rest]
  }

  // The rows that stand open for paper alone.
  let opened = []

  Object.assign(guide.routes, {
    parted,

    openForPaper(view) {
      opened = [...view.querySelectorAll(".guide-route__fold:not([open], [data-ask], [data-said])")]
      for (const row of opened) row.open = true
    },

    closeAgain() {
      for (const row of opened.splice(0)) row.open = false
    },

    // A line without its marks: what opens on a tap holds no links.
    wordsOf(html) {
      const words = make("span", "", inline(html))
      for (const mark of words.querySelectorAll("sup")) mark.remove()
      return words.textContent
    },

    drawPart(title, purpose, ...inside) {
      const part = guide.copy("guide-route-part").firstElementChild
      part.querySelector("h3").textContent = title
      part.classList.add(`guide-route__part--${purpose}`)
      part.append(...inside)
      return part
    },

    /**
     * @param {string} title
     * @param {(string|Node)[]} line  what is inside, in one line: its beginning, which goes when the row is open, or how much it is
     * @param {...(string|Node)} inside
     * @returns {HTMLDetailsElement}
     */
    drawFold(title, line, ...inside) {
      const row = guide.copy("guide-route-fold").firstElementChild
      row.querySelector(".guide-route__title").textContent = title
      row.querySelector(".guide-route__line").append(...line)
      row.append(make("div", "inside", ...inside))
      return row
    },

    // A line as a closed row; on paper its words stand beside the title.
    drawSaid(title, lead, html, page, ...inside) {
      const words = () => lead ? [make("span", "how", `${lead}.`), " "] : []
      const row = guide.routes.drawFold(title, [...words(), guide.routes.wordsOf(html)], make("p", "", ...words(), inline(html, page)), ...inside)
      row.dataset.said = ""
      return row
    },
  })
})()
