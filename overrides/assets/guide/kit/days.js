// The first days of the plans in a kit, from which their other dates are counted. They are kept nowhere.
(() => {
  class KitDays {
    /**
     * @param {Element} holder where the fields go
     */
    constructor(holder) {
      this.holder = holder
      /** @type {Map<string, ?Field>} by the id of the piece; null where it is no plan that begins on a day */
      this.fields = new Map()
    }

    /**
     * Ask for the first day of each plan that is ticked, once it was loaded.
     * @param {Offered[]} chosen
     */
    show(chosen) {
      for (const piece of chosen) if (piece.id in guide.kitPieces && !this.fields.has(piece.id)) this.draw(piece)
      for (const [id, field] of this.fields) {
        if (!field) continue
        const { input, row, state } = field
        row.hidden = !chosen.some(piece => piece.id === id)
        const text = guide.days.trouble(input)
          || (input.value ? guide.phrase("dates.reading", { date: guide.formatDate(input.value, "full") }) : "")
        if (state.textContent !== text) state.textContent = text
      }
    }

    draw({ id, title }) {
      const label = guide.kit.open(id).querySelector("[data-start]")?.dataset.start
      const asked = { kind: "date", group: "letter", label, hint: guide.phrase("kit.day_hint", { title }), example: "", optional: true }
      this.fields.set(id, label ? guide.letter.drawField(id, asked) : null)
      if (label) this.holder.append(this.fields.get(id).row)
    }

    /**
     * @param {string} id
     * @returns {string} the first day that was given, or ""
     */
    start(id) {
      const input = this.fields.get(id)?.input
      return !input || guide.days.trouble(input) ? "" : input.value
    }

    forget() { for (const field of this.fields.values()) if (field) field.input.value = "" }
  }

  guide.kit.Days = KitDays
})()
