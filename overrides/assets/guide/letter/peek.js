// The letter at the foot of a phone: two lines around the word being typed, and the whole of it over the page at a tap.
//
// Markup: overrides/partials/letter.html.
(() => {
  const AROUND = 60 // characters

  // The end of a text, from the beginning of a word.
  const endOf = text => text.length <= AROUND ? text : `… ${text.slice(-AROUND).replace(/^\S*\s/, "")}`

  class Peek {
    /**
     * @param {GuideLetter} element
     * @param {Sheet} sheet
     */
    constructor(element, sheet) {
      Object.assign(this, { element, sheet })
      this.dialog.addEventListener("close", () => {
        this.part("frame").append(this.sheet.element)
        this.from?.focus({ preventScroll: true })
        this.from = null
      })
    }

    part(name) { return this.element.querySelector(`.guide-letter__${name}`) }

    get dialog() { return this.part("pulled") }

    open() {
      this.from = document.activeElement
      this.part("holder").append(this.sheet.element)
      this.dialog.showModal()
    }

    // Nothing of the letter stays in what was shown of it.
    forget() { this.part("excerpt").replaceChildren() }

    // What leads elsewhere takes the focus along.
    leave() {
      this.from = null
      this.close()
    }

    close() { if (this.dialog.open) this.dialog.close() }

    /** @param {number} open how many blanks are open */
    count(open) {
      const text = open ? guide.phrase("letter.bar_open", { count: open }) : guide.phrase("letter.bar_complete")
      for (const name of ["peek-count", "pulled-count"]) if (this.part(name).textContent !== text) this.part(name).textContent = text
    }

    /**
     * Show the words around a blank or a choice.
     *
     * @param {Finished[]} finished
     * @param {string} name - the key of a field, or the id of a choice
     */
    follow(finished, name) {
      const isHere = ({ box, parts }) => box?.dataset.item === name || parts.some(({ field }) => field === name)
      const one = finished.find(({ unit, kept }) => kept && isHere(unit)) || finished.find(({ unit }) => isHere(unit))
      if (!one) return
      const texts = this.textsOf(one)
      const found = texts.findIndex(({ field }) => field === name)
      // A day that is left out has no words of its own.
      if (found < 0 && !one.unit.box) return this.part("excerpt").replaceChildren(texts.map(({ text }) => text).join("").slice(0, 2 * AROUND))
      const place = Math.max(0, found)
      const mark = Object.assign(document.createElement("mark"), { textContent: endOf(texts[place].text) })
      mark.toggleAttribute("data-open", Boolean(texts[place].isOpen))
      const [before, after] = [texts.slice(0, place), texts.slice(place + 1)].map(some => some.map(({ text }) => text).join(""))
      this.part("excerpt").replaceChildren(endOf(before), mark, after.slice(0, 2 * AROUND))
    }

    textsOf(one) {
      return guide.letter.piecesOf(one).map(({ text, blank }, _, { length }) => blank
        ? { text: (length === 1 && guide.letter.linesOf(text).at(-1)) || text || blank.label, field: blank.field, isOpen: !text } : { text })
    }
  }

  guide.letter.Peek = Peek
})()
