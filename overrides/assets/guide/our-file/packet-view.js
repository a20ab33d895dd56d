// The packet on the page: what goes in, what is asked of the helper, and its two pages, drawn as they are printed.
//
// Markup: overrides/partials/our-file.html. What it holds: packet.js.
(() => {
  const PARTS = ["names", "dates", "log", "papers", "live"]
  const FILE = "packet"

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

  class PacketView {
    /** @param {HTMLElement} tool the <guide-our-file> @param {HTMLElement} panel */
    constructor(tool, panel) {
      Object.assign(this, { tool, panel })
      panel.addEventListener("input", ({ target }) => { if (target.name) this.typed(target) })
      panel.addEventListener("change", () => tool.report(tool.keepChange()))
    }

    // What was typed for it belongs to the file; what goes in is asked each time.
    typed({ name, type, value }) {
      if (type === "checkbox") return
      this.tool.work.packet = { ...this.tool.work.packet, [name]: value }
    }

    show() {
      const { packet } = this.tool.work
      for (const field of this.panel.querySelectorAll("textarea, input[type=text]")) if (field !== document.activeElement) field.value = packet[field.name] || ""
    }

    get parts() { return Object.fromEntries(PARTS.map(name => [name, this.panel.querySelector(`[name="${name}"]`).checked])) }

    // Kept work of other parts may have anything in it.
    get packet() {
      const { fields } = guide.store.read("answers"), { promises } = guide.store.read("tracker")
      return guide.ourFile.packet({
        work: this.tool.work,
        fields: guide.isObject(fields) ? fields : {},
        promises: Array.isArray(promises) ? promises.filter(one => guide.isObject(one) && typeof one.words === "string") : [],
        today: guide.today(),
        parts: this.parts,
      })
    }

    draw() {
      const packet = this.packet
      const made = guide.phrase("packet.made", { day: guide.formatDate(packet.made) })
      const pages = packet.pages.map((blocks, n) => element("section", "guide-packet__page",
        element("p", "guide-packet__head", element("span", "", guide.phrase("packet.page", { number: n + 1 })), element("span", "", made)),
        ...n ? [] : [element("h2", "", packet.title), ...packet.lead ? [element("p", "guide-packet__lead", packet.lead)] : []],
        element("div", "guide-packet__blocks", ...blocks.map(drawBlock)),
        element("p", "guide-packet__foot", guide.phrase("packet.foot"))))
      this.panel.querySelector(".guide-packet").replaceChildren(...pages)
      return packet
    }

    print() {
      this.draw()
      guide.ourFile.printOnly("packet")
    }

    // Returns what to tell the parent.
    word() {
      const name = `${FILE}.docx`
      const file = guide.ourFile.packetWord(this.packet)
      return guide.ourFile.hand(name, file.type, file, guide.phrase("browser.downloaded", { name, instead: guide.phrase("our_file.print_instead") }))
    }

    // Returns what to tell the parent.
    data() {
      const name = `${FILE}.json`
      const text = JSON.stringify({ schema: new URL("packet.schema.json", guide.site).href, version: 1, ...this.packet }, null, 2)
      return guide.ourFile.hand(name, "application/json", text, guide.phrase("browser.downloaded", { name, instead: guide.phrase("our_file.print_instead") }))
    }
  }

  guide.PacketView = PacketView
})()
