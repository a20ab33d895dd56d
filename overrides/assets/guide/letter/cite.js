// Names a paper of the family's own file in a field for facts: "(paper 4, page 2)", where the caret stands.
//
// Only a family with papers on its list sees it (our-file/). Markup: overrides/partials/letter.html.
(() => {
  const END = /[.!?]$/

  // The papers of this child's file that have a number, as the family wrote it on them.
  const papers = () => {
    const { papers: list } = guide.store.read("file")
    return (Array.isArray(list) ? list : []).filter(paper => guide.isObject(paper) && Number.isInteger(paper.number) && paper.number > 0)
  }

  class Cite {
    /**
     * @param {Field} field
     */
    constructor({ input, row }) {
      Object.assign(this, { input, row })
      row.addEventListener("focusin", () => this.show())
      this.show()
    }

    part(name) { return this.element.querySelector(name) }

    // A paper may have come on the list in another tab.
    show() {
      const list = papers()
      if (!list.length || this.element) return
      this.element = guide.copy("guide-letter-cite").firstElementChild
      this.input.after(this.element)
      const [open, put] = this.element.querySelectorAll("button")
      // There is one at each field.
      open.setAttribute("aria-describedby", `${this.input.id}.label`)
      open.addEventListener("click", () => this.toggle(this.part("[role=group]").hidden))
      put.addEventListener("click", () => this.put())
      // What is chosen here is no answer of the letter.
      for (const type of ["input", "change"]) this.element.addEventListener(type, event => event.stopPropagation())
      this.element.addEventListener("keydown", event => { if (event.key === "Enter" && event.target.matches("input")) this.put() })
    }

    toggle(isOpen) {
      this.part("[role=group]").hidden = !isOpen
      this.part("button").setAttribute("aria-expanded", String(isOpen))
      if (!isOpen) return
      this.part("select").replaceChildren(...papers().map(({ number, name }) =>
        Object.assign(document.createElement("option"), { value: number, textContent: guide.phrase("letter.cite_option", { number, name: String(name ?? "") }) })))
      this.part("select").focus({ preventScroll: true })
      // All of it, above the letter at the foot of a phone.
      this.element.scrollIntoView({ block: "center" })
    }

    // A citation ends the sentence before its full stop.
    put() {
      const { input } = this
      const [number, page] = [this.part("select").value, this.part("input").value.trim()]
      const text = page ? guide.phrase("letter.cite_page_text", { number, page }) : guide.phrase("letter.cite_text", { number })
      const before = input.value.slice(0, input.selectionEnd)
      const place = before.length - Number(END.test(before))
      const isBeside = place > 0 && !/\s/.test(input.value[place - 1])
      const goesOn = /\w/.test(input.value[place] ?? "")
      input.setRangeText(`${isBeside ? " " : ""}${text}${goesOn ? " " : ""}`, place, place, "end")
      this.part("input").value = ""
      this.toggle(false)
      input.focus()
      for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }))
    }
  }

  guide.letter.Cite = Cite
})()
