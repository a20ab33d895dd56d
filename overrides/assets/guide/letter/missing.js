// The list of blanks that are still open, above the sheet of a letter, and their number at the foot of the form.
//
// Markup: overrides/partials/letter.html.
(() => {
  const FEW = 4 // As many are listed without being asked.

  class Missing {
    /**
     * @param {HTMLDetailsElement} element - the list, which opens and closes
     * @param {Element} barCount - where their number stands at the foot of the form
     * @param {Object<string, Asked>} fields - what the page says of each field
     */
    constructor(element, barCount, fields) { Object.assign(this, { element, barCount, fields }) }

    /**
     * @param {string[]} open - the fields that the letter still needs, in its order
     */
    show(open) {
      if (this.open?.join() === open.join()) return
      this.open = open
      const count = open.length
      const few = count <= FEW
      this.element.hidden = !count
      // Folded and unfolded only when few become many: else the parent's own choice stands.
      if (this.few !== few) this.element.open = few
      this.few = few
      this.element.querySelector(".guide-letter__missing-count").textContent = count ? guide.phrase("letter.blanks_open", { count }) : ""
      this.barCount.textContent = count ? guide.phrase("letter.bar_open", { count }) : guide.phrase("letter.bar_complete")
      this.element.querySelector(".guide-letter__missing-list").replaceChildren(...open.map(field => {
        const row = document.createElement("li")
        row.append(Object.assign(document.createElement("a"), { href: `#field.${field}`, textContent: this.fields[field].label }))
        return row
      }))
    }
  }

  guide.letter.Missing = Missing
})()
