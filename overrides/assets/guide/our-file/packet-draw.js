// The pages of a packet as elements, on the screen and on paper.
(() => {
  const element = (tag, className, ...children) => {
    const made = Object.assign(document.createElement(tag), { className })
    made.append(...children)
    return made
  }

  const row = (tag, cells) => element("tr", "", ...cells.map(cell => element(tag, "", cell)))

  // Each kind of block as elements below its heading.
  const BODY = {
    line: ({ text }) => [element("p", "guide-packet__line", text)],
    box: ({ text }) => [element("p", "", text)],
    text: ({ text }) => [element("p", "", text)],
    list: ({ items }) => [element("ul", "", ...items.map(item => element("li", "", item)))],
    pairs: ({ rows }) => [element("dl", "", ...rows.map(([label, text]) => element("div", "", element("dt", "", label), element("dd", "", text))))],
    table: ({ head, rows }) => [element("table", "", element("thead", "", row("th", head)), element("tbody", "", ...rows.map(cells => row("td", cells))))],
    dates: ({ dates }) => [guide.timeline(dates)],
    lines: () => [element("div", "guide-packet__ruled")],
  }

  const drawBlock = block => {
    const section = element("section", "guide-packet__block", ...block.title ? [element("h3", "", block.title)] : [], ...BODY[block.kind](block))
    section.dataset.block = block.kind
    return section
  }

  /**
   * @param {object} packet
   * @returns {HTMLElement[]} its pages
   */
  guide.ourFile.packetPages = ({ title, lead, made, pages }) => {
    const day = guide.phrase("packet.made", { day: guide.formatDate(made) })
    const name = Object.assign(element("h2", "", title), { tabIndex: -1 })
    return pages.map((blocks, n) => element("section", "guide-packet__page",
      element("p", "guide-packet__head", element("span", "", guide.phrase("packet.page", { number: n + 1, all: pages.length })), element("span", "", day)),
      ...n ? [] : [name, ...lead ? [element("p", "guide-packet__lead", lead)] : []],
      element("div", "guide-packet__blocks", ...blocks.map(drawBlock)),
      element("p", "guide-packet__foot", guide.phrase("packet.foot"))))
  }
})()
