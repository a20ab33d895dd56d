// The page's own words on questions, results and routes, which all stand there without scripts: copies of them, and elements around.
//
// Markup: scripts/guide/blocks/route_helper.py and routes.py. Used by all that the helper draws.
(() => {
  Object.assign(guide.routes, {
    // A copy of what stands in the element of a selector, without its ids, which may stand only once; empty where there is none.
    copyOf(root, selector) {
      const copied = document.createDocumentFragment()
      const found = root.querySelector(selector)
      if (!found) return copied
      const copy = found.cloneNode(true)
      for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id")
      copied.append(...copy.childNodes)
      return copied
    },

    // A new element; `purpose` ends its class.
    make(tag, purpose, ...parts) {
      const made = document.createElement(tag)
      if (purpose) made.className = `guide-route__${purpose}`
      made.append(...parts)
      return made
    },

    // What a question asks, and what one of its answers says.
    ask: (all, question) => all.querySelector(`[data-question="${question}"] .guide-route__ask`).textContent,
    answerText: (all, question, choice) =>
      all.querySelector(`[data-question="${question}"] [data-answer="${choice}"] .guide-route__say`).textContent,
  })
})()
