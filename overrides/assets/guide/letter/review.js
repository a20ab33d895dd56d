// The last look at a letter: which blanks are open, what is left out of it, and what to read out loud.
//
// Markup: overrides/partials/letter.html.
(() => {
  class Review {
    /**
     * @param {Work} work
     * @param {Screen[]} screens
     */
    constructor(work, screens) { Object.assign(this, { work, screens, shown: "" }) }

    get part() { return this.work.part("review") }

    // A row that leads to where something is asked for.
    row(id, title, step) {
      const row = document.createElement("li")
      const link = Object.assign(document.createElement("a"), { href: `#${encodeURIComponent(id)}`, textContent: title })
      link.append(" ", Object.assign(document.createElement("small"), { textContent: guide.letter.stepName(step) }))
      row.append(link)
      return row
    }

    // What could be in the letter and is not: choices that are not made, and lines that may be left out.
    get unused() {
      const { form } = this.work
      return this.screens.flatMap(({ element, step }) => {
        const fields = [...form.fields].filter(([, { row, asked, input }]) => asked.optional && element.contains(row) && !input.value)
          .map(([, { input, asked }]) => this.row(input.id, asked.label, step))
        const choices = [...form.choices.values()].filter(({ input }) => element.contains(input) && !input.checked)
          .map(({ input }) => this.row(input.id, input.labels[0].textContent, step))
        return [...fields, ...choices]
      })
    }

    /**
     * @param {string[]} open - the fields that the letter still needs, in its order
     */
    show(open) {
      const { form } = this.work
      const count = open.length
      const state = JSON.stringify([open, form.filled, [...form.choices.values()].map(({ input }) => input.checked)])
      if (state === this.shown) return
      this.shown = state
      this.part.querySelector("h1").textContent = count ? guide.phrase("letter.blanks_open", { count }) : guide.phrase("letter.nothing_open")
      this.work.part("advice").hidden = !count
      this.work.part("missing").replaceChildren(...this.screens.flatMap(({ holds, step }) => open.filter(field => holds?.(field))
        .map(field => this.row(`field.${field}`, form.fields.get(field).asked.label, step))))
      const { unused } = this
      const details = this.work.part("unused")
      details.hidden = !unused.length
      details.querySelector("strong").textContent = guide.phrase("letter.unused_title", { count: unused.length, kind: this.work.element.kindName })
      details.querySelector("ul").replaceChildren(...unused)
      this.work.part("lines").textContent = count ? guide.phrase("letter.lines_left", { count }) : ""
      const bar = count ? guide.phrase("letter.bar_open", { count }) : guide.phrase("letter.bar_complete")
      this.work.part("bar-count").textContent = bar
    }
  }

  guide.letter.Review = Review
})()
