// The form beside a letter: a field for each blank, a box for each choice, in groups that open and close.
//
// What is asked for once for all letters (fields.yml, group "you" and "child") comes first, then the letter's
// own sections in their order. Markup: overrides/partials/letter.html.
(() => {
  /**
   * What the page says of a letter, as data (scripts/guide/blocks/letter.py).
   *
   * @typedef {object} About
   * @property {string} kind - letter, worksheet or sheet
   * @property {string} to - who gets it
   * @property {Object<string, Asked>} fields - by key
   * @property {Object<string, string>} [sections] - the headings that are not drawn, by section
   * @property {Statement[]} [statements]
   */

  // What says the same already is left alone: a new text is drawn anew, and read out anew.
  const put = (element, text) => { if (element.textContent !== text) element.textContent = text }

  class Form {
    /**
     * @param {Unit[]} units - those of the sheet
     * @param {About} about
     */
    constructor(units, about) {
      this.about = about
      /** @type {Map<string, Field>} */
      this.fields = new Map()
      this.choices = new guide.letter.Choices()
      this.element = guide.copy("guide-letter-form").firstElementChild
      this.element.querySelector(".guide-letter__to span").textContent = about.to
      this.groups = []
      this.addUnits(units)
      this.addInner(units)
      for (const details of this.groups) {
        if (details.querySelector("input, textarea")) this.element.querySelector(".guide-letter__groups").append(details)
      }
    }

    // The choices, and the fields of all that is no choice, in the groups of their sections.
    addUnits(units) {
      const shared = { you: this.addGroup(guide.phrase("letter.you_group")), child: this.addGroup(guide.phrase("letter.child_group")) }
      const inSentences = new Set(units.filter(({ box }) => !box).flatMap(({ parts }) => parts.map(({ field }) => field)))
      // What all letters share is asked in one order everywhere, the name first.
      for (const [field, { group: name }] of Object.entries(this.about.fields)) if (shared[name] && inSentences.has(field)) this.addField(shared[name], field)
      let group = this.addGroup(guide.phrase("letter.head_group"))
      let section = ""
      for (const unit of units) {
        // A section whose heading is not drawn in the letter has its group in the form all the same.
        if (unit.section && unit.section !== section && this.about.sections) group = this.addGroup(this.about.sections[unit.section])
        section = unit.section
        if (unit.kind === "heading") group = this.addGroup(unit.parts.join(""))
        else if (unit.box) this.choices.add(group, unit)
        else for (const { field, kind } of unit.parts) if (field && kind !== "signature") this.addField(shared[this.about.fields[field].group] || group, field)
      }
    }

    // What only choices need is asked for below the first of them that is made.
    addInner(units) {
      this.homes = new Map()
      for (const unit of units.filter(({ box }) => box)) {
        const choice = this.choices.get(unit.box.dataset.item)
        for (const { field } of unit.parts.filter(({ field: key }) => key)) {
          if (!this.fields.has(field)) this.homes.set(field, [])
          this.homes.get(field)?.push(choice)
          this.addField(choice.inner, field)
        }
      }
    }

    addGroup(title) {
      const details = guide.copy("guide-letter-group").firstElementChild
      details.querySelector(".guide-letter__group-title").textContent = title
      this.groups.push(details)
      return details
    }

    addField(parent, key) {
      if (this.fields.has(key)) return
      const field = guide.letter.drawField(key, this.about.fields[key])
      parent.append(field.row)
      this.fields.set(key, field)
    }

    // A field's text as the letter holds it: "" where it is open, or where a date is none.
    value(field) {
      const found = this.fields.get(field)
      if (!found) return ""
      const { input, asked } = found
      if (asked.kind === "date" && input.value) return this.trouble(field) ? "" : guide.formatDate(input.value)
      const text = guide.letter.clean(input.value)
      return input.matches("textarea") ? text : text.replace(/\n/g, " ")
    }

    // What is wrong with a date, in a sentence, or "".
    trouble(field) {
      const { input, asked } = this.fields.get(field)
      if (asked.kind !== "date") return ""
      const isToCome = asked.when === "past" && input.value > guide.letter.sentOn(this)
      return guide.days.trouble(input) || (isToCome ? guide.phrase("letter.day_to_come") : "")
    }

    taken(item) { return this.choices.get(item).input.checked }

    /**
     * Show what is open.
     *
     * @param {string[]} open - the fields that the letter still needs
     * @param {Contradiction[]} wrong - the statements that a day contradicts
     */
    show(open, wrong) {
      for (const [key, choices] of this.homes) {
        const { row } = this.fields.get(key)
        const home = choices.find(({ input }) => input.checked)
        if (home && choices.find(({ inner }) => inner.contains(row)) !== home) home.inner.append(row)
      }
      for (const [key, { input, row, state, asked }] of this.fields) {
        row.toggleAttribute("data-open", open.includes(key))
        const trouble = this.trouble(key) || wrong.filter(({ field }) => field === key).map(({ message }) => message).join(" ")
        put(state, trouble || (asked.kind === "date" && input.value ? guide.phrase("dates.reading", { date: guide.formatDate(input.value, "full") })
          : open.includes(key) && input.dataset.left ? guide.phrase("letter.field_open") : ""))
        if (trouble) input.setAttribute("aria-invalid", "true")
        else input.removeAttribute("aria-invalid")
      }
      for (const { input, inner } of this.choices.values()) inner.hidden = !input.checked || !inner.firstElementChild
      for (const details of this.groups) this.showGroup(details, open)
    }

    showGroup(details, open) {
      const inside = [...this.fields].filter(([key, { row }]) => details.contains(row) && (open.includes(key) || this.value(key)))
      const left = inside.filter(([key]) => open.includes(key)).length
      put(details.querySelector(".guide-letter__group-count"), !inside.length ? ""
        : left ? guide.phrase("letter.group_open", { left, all: inside.length }) : guide.phrase("letter.group_complete"))
    }

    // Go to a field, wherever it hides.
    reach(field) {
      const { input } = this.fields.get(field)
      input.closest("details").open = true
      input.focus()
    }
  }

  guide.letter.Form = Form
})()
