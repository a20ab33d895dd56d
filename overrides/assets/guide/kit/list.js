// What a parent may tick for a kit: the list of the page, with a box before each piece, and its ready choices.
//
// Rows and groups: overrides/partials/kit.html.
(() => {
  /**
   * A piece that the page offers.
   *
   * @typedef {{ id: string, title: string, input: HTMLInputElement }} Offered
   */

  class KitList {
    /**
     * @param {Element} page the list as the page has it
     */
    constructor(page) {
      /** @type {Map<string, Offered>} */
      this.pieces = new Map()
      /** @type {{ title: string, choices: { name: string, ids: string[] }[] }} */
      this.ready = { title: "", choices: [] }
      this.groups = []
      for (const listing of page.querySelectorAll("ul")) this.read(listing.previousElementSibling.textContent, [...listing.children])
    }

    read(title, items) {
      const linksOf = item => [...item.querySelectorAll(":scope > a")]
      const idOf = link => link.hash.slice(1)
      if (linksOf(items[0]).length > 1) {
        const choices = items.map(item => ({ name: item.firstChild.textContent.trim().replace(/:$/, ""), ids: linksOf(item).map(idOf) }))
        this.ready = { title, choices }
        return
      }
      const details = guide.copy("guide-kit-group").firstElementChild
      details.querySelector(".guide-kit__group-title").textContent = title
      for (const item of items) details.append(this.drawRow(idOf(linksOf(item)[0]), item))
      this.groups.push(details)
    }

    drawRow(id, item) {
      const link = item.querySelector("a")
      const title = link.textContent
      const row = guide.copy("guide-kit-row").firstElementChild
      const [input, label, what] = ["input", "label", ".guide-kit__what"].map(part => row.querySelector(part))
      input.id = label.htmlFor = `piece.${id}`
      label.textContent = title
      link.setAttribute("aria-label", guide.phrase("kit.open_label", { title }))
      link.textContent = guide.phrase("kit.open_link")
      // What is said of the piece, with its sources, and then the way to its page.
      what.append(...[...item.childNodes].filter(node => node !== link), " ", link)
      this.pieces.set(id, { id, title, input })
      return row
    }

    /**
     * Draw a button for each ready choice; its number is in data-ready.
     * @param {HTMLElement} holder with the heading
     */
    drawReady(holder) {
      holder.hidden = !this.ready.choices.length
      holder.querySelector("h2").textContent = this.ready.title
      for (const [n, { name, ids }] of this.ready.choices.entries()) {
        const button = guide.copy("guide-kit-ready").firstElementChild
        button.dataset.ready = n
        button.prepend(name)
        button.querySelector("small").textContent = guide.phrase("kit.ready_count", { count: ids.length })
        holder.append(button)
      }
    }

    /** @returns {Offered[]} what is ticked, in the order of the page */
    get chosen() { return [...this.pieces.values()].filter(({ input }) => input.checked) }

    /** @param {string[]} ids what to tick besides */
    tick(ids) { for (const id of ids) this.pieces.get(id).input.checked = true }

    clear() { for (const { input } of this.pieces.values()) input.checked = false }

    /**
     * Tick what the parent filled in or ticked on its own page, as far as it is kept.
     * @returns {Offered[]} these
     */
    tickStarted() {
      const { letters = {} } = guide.store.read("answers")
      const lists = Object.entries(guide.store.read("ticks")).filter(([, marks]) => Object.keys(marks).length)
      const ids = new Set([...Object.keys(letters), ...lists.map(([id]) => id)])
      const started = [...this.pieces.values()].filter(({ id }) => ids.has(id))
      for (const { input } of started) input.checked = true
      return started
    }

    /** Show how many are ticked. */
    show() {
      for (const details of this.groups) {
        const boxes = [...details.querySelectorAll("input")]
        details.querySelector(".guide-kit__group-count").textContent =
          guide.phrase("kit.group_count", { ticked: boxes.filter(box => box.checked).length, count: boxes.length })
      }
    }
  }

  guide.kit.List = KitList
})()
