// The sheet of a letter on the screen: it shows the letter as it will be, while a parent types.
//
// An open blank leads to its field, and a filled one shows what was typed. On paper open blanks are lines (letter.css).
(() => {
  // Where the text of an element changes, and no more of it: of a long text the browser then lays out that place alone.
  const write = (element, text) => {
    const node = element.firstChild || element.appendChild(document.createTextNode(""))
    const { data } = node
    if (data === text) return
    const most = Math.min(data.length, text.length)
    let [start, end] = [0, 0]
    while (start < most && data[start] === text[start]) start += 1
    while (end < most - start && data.at(-1 - end) === text.at(-1 - end)) end += 1
    node.replaceData(start, data.length - start - end, text.slice(start, text.length - end))
  }

  class Sheet {
    /**
     * @param {Element} element - the sheet of paper of a letter, as the page has it
     */
    constructor(element) {
      Object.assign(this, { element, shown: new Map(), said: new Map() })
      /** @type {Unit[]} */
      this.units = guide.letter.read(element)
      this.blocks = new Set(this.units.map(({ block }) => block))
      for (const { element: holder, box, parts } of this.units) {
        if (box) {
          // The form has the boxes; those of the sheet are for the pen.
          box.tabIndex = -1
          holder.querySelector("label").removeAttribute("for")
          holder.after(" ")
        }
        for (const part of parts) if (part.field && part.kind !== "signature") this.drawBlank(part)
      }
    }

    drawBlank({ element, field }) {
      const link = Object.assign(document.createElement("a"), { href: `#field.${field}`, className: "guide-blank__open" })
      const label = element.querySelector(".guide-blank__label")
      label.before(link)
      link.append(label)
      element.append(Object.assign(document.createElement("span"), { className: "guide-blank__value", hidden: true }))
    }

    /**
     * Show the letter as it will be.
     *
     * @param {Finished[]} finished
     * @returns {string[]} the fields that it still needs, in its order
     */
    show(finished) {
      const open = new Set()
      const stays = new Set()
      for (const { unit, parts, kept, values } of finished) {
        this.showParts(unit, parts)
        unit.element.toggleAttribute("data-out", !kept)
        if (kept) stays.add(unit.block)
        if (unit.box) unit.box.checked = kept
        for (const [n, part] of unit.parts.filter(({ field }) => field).entries()) {
          if (part.kind === "signature") continue
          this.showBlank(part, values[n], unit)
          // What a parent may leave empty on a line of its own is needed in a choice that they made.
          if (kept && parts.includes(part) && !values[n] && !(part.optional && unit.kind !== "choice")) open.add(part.field)
        }
      }
      for (const block of this.blocks) block.toggleAttribute("data-out", !stays.has(block))
      this.showJoined(finished)
      return [...open]
    }

    // Other words stand where a day is left out.
    showParts(unit, parts) {
      if ((this.said.get(unit) || unit.parts) === parts) return
      this.said.set(unit, parts)
      const holder = unit.box ? unit.element.querySelector("label") : unit.element
      holder.replaceChildren(...parts.map(part => part.element || part))
    }

    // What runs on in the paragraph before it is marked, and so is that paragraph; a thing gets its full stop.
    showJoined(finished) {
      const kept = finished.filter(one => one.kept)
      const [joins, opens] = [new Set(), new Set()]
      for (const [n, { unit, joins: runsOn }] of kept.entries()) {
        if (!runsOn || kept[n - 1].unit.block === unit.block) continue
        joins.add(unit.block)
        opens.add(kept[n - 1].unit.block)
      }
      for (const block of this.blocks) {
        block.toggleAttribute("data-joins", joins.has(block))
        block.toggleAttribute("data-opens", opens.has(block))
      }
      for (const one of finished) {
        const stop = guide.letter.stopOf(one)
        const there = one.unit.element.querySelector(":scope > .guide-letter__stop")
        if ((there?.textContent ?? "") === stop) continue
        there?.remove()
        if (stop) one.unit.element.append(Object.assign(document.createElement("span"), { className: "guide-letter__stop", textContent: stop }))
      }
    }

    showBlank({ element, kind }, value, { element: item }) {
      if ((this.shown.get(element) || "") === value) return
      this.shown.set(element, value)
      const [first, ...others] = kind === "list" ? guide.letter.linesOf(value) : [value]
      element.toggleAttribute("data-filled", Boolean(value))
      element.querySelector(".guide-blank__open").hidden = Boolean(value)
      const text = element.querySelector(".guide-blank__value")
      text.hidden = !value
      write(text, first || "")
      if (kind === "list") this.showMore(item, others)
    }

    // The other things of a list, each in an item of its own.
    showMore(item, lines) {
      let last = item
      for (const line of lines) {
        const next = last.nextElementSibling
        const more = next?.matches(".guide-letter__more") ? next : Object.assign(document.createElement("li"), { className: "guide-letter__more" })
        if (more !== next) last.after(more)
        last = more
        write(last, line)
      }
      while (last.nextElementSibling?.matches(".guide-letter__more")) last.nextElementSibling.remove()
    }

    /**
     * Mark what was just entered, and bring it into view where the frame scrolls.
     *
     * @param {string} name - the key of a field, or the id of a choice
     * @param {Element} frame
     */
    follow(name, frame) {
      for (const { element, parts, box } of this.units) {
        const blank = parts.find(({ field }) => field === name)?.element
        const here = box?.dataset.item === name || blank?.isConnected === false ? element : blank
        if (!here || element.hasAttribute("data-out")) continue
        if (this.now !== element) this.now?.removeAttribute("data-now")
        this.now = element
        element.toggleAttribute("data-now", true)
        const [top, { y, height }] = [frame.getBoundingClientRect().y, here.getBoundingClientRect()]
        if (frame.scrollHeight > frame.clientHeight && (y < top || y + height > top + frame.clientHeight)) {
          frame.scrollTop += y - top - frame.clientHeight / 3
        }
        return
      }
    }
  }

  guide.letter.Sheet = Sheet
})()
