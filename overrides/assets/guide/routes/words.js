// Words and elements: lines of the data as they stand in the page, with the marks of their sources, and elements around.
//
// Used by all that the helper draws.
(() => {
  const spoken = (number, status) => {
    switch (status) {
      case "known": return guide.phrase("sources.mark_known", { number })
      case "unconfirmed": return guide.phrase("sources.mark_unconfirmed", { number })
      default: return guide.phrase("sources.mark", { number })
    }
  }

  // Make a mark lead to its source. Another page opens in a tab of its own: the answers here are kept nowhere.
  const drawMark = (mark, page) => {
    const number = mark.textContent, status = mark.dataset.status || "confirmed"
    const link = Object.assign(document.createElement("a"), { href: `${page}#source-${number}`, textContent: number })
    link.setAttribute("aria-label", page ? guide.phrase("route_helper.new_tab", { what: spoken(number, status) }) : spoken(number, status))
    if (page) link.target = "_blank"
    mark.className = "guide-fact"
    mark.dataset.status = status
    mark.replaceChildren(link)
  }

  Object.assign(guide.routes, {
    // A new element; `purpose` ends its class.
    make(tag, purpose, ...parts) {
      const made = document.createElement(tag)
      if (purpose) made.className = `guide-route__${purpose}`
      made.append(...parts)
      return made
    },

    // A line of the data, which the build wrote as HTML; `page` has the sources that its marks name, "" is this page.
    inline(html, page = "") {
      if (!html.includes("<") && !html.includes("&")) return document.createTextNode(html)
      const template = document.createElement("template")
      template.innerHTML = html
      for (const mark of template.content.querySelectorAll("sup")) drawMark(mark, page)
      return template.content
    },

    // The mark of one source alone, as limits and helpers have it.
    markOf(number, page) {
      const mark = Object.assign(document.createElement("sup"), { textContent: number })
      drawMark(mark, page)
      return mark
    },

    // Do what can wait until the next frame is on the screen: when the one after it begins, it is.
    afterPaint: work => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(work))),

    link: (href, text) => Object.assign(document.createElement("a"), { href, textContent: text }),

    pageOf: situation => `situations/${situation}.html`,
  })
})()
