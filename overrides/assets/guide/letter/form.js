// The form of a letter: a field for each blank, a box for each choice, and in which group each is asked for.
//
// They are put onto screens by screens.js; a kit reads a letter with them and shows none. Markup: overrides/partials/letter.html.
(() => {
  // How much of a screen it takes beside a field of one line.
  const SEVERAL_LINES = 1.5, CHOICE = .45
  const OWN_GROUPS = new Set(["you", "child"])

  /**
   * What the page says of a letter, as data (scripts/guide/blocks/letter.py).
   *
   * @typedef {object} About
   * @property {string} kind - letter, worksheet or sheet
   * @property {string} to - who gets it
   * @property {Object<string, Asked>} fields - by key
   * @property {Object<string, string>} sections - the headings, by section
   * @property {Statement[]} [statements]
   * @property {{ words: string, write: string }[]} [without_day] - what changes where a day is left out
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
      /** @type {Item[]} */
      this.items = []
      this.addUnits(units)
      this.addInner(units)
    }

    // The group of a field where it has its own in every letter.
    groupOf(field) {
      const { step, group } = this.about.fields[field]
      return step || (OWN_GROUPS.has(group) ? group : "")
    }

    // The choices, and the fields of all that is no choice.
    addUnits(units) {
      const inSentences = new Set(units.filter(({ box }) => !box).flatMap(({ parts }) => parts.map(({ field, kind }) => kind !== "signature" && field)))
      // What all letters share is asked in one order everywhere, the name first.
      for (const field of Object.keys(this.about.fields)) {
        const step = inSentences.has(field) && this.groupOf(field)
        if (step) this.addItem(field, step)
      }
      for (const unit of units) {
        if (unit.box) {
          const row = this.choices.add(unit)
          const section = OWN_GROUPS.has(unit.step) ? "" : unit.section
          if (row) this.items.push({ row, step: unit.step, section, fields: [], size: CHOICE })
          const item = this.items.findLast(({ row: set }) => set === this.choices.last.set)
          item.size += CHOICE / (unit.things ? 2 : 1)
          item.fields.push(...unit.parts.flatMap(({ field }) => field || []))
        } else for (const { field, kind } of unit.parts) if (field && kind !== "signature") this.addItem(field, unit.step, unit.section)
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
          if (!this.fields.has(field)) choice.inner.append(this.draw(field).row)
        }
      }
    }

    addItem(key, step, section = "") {
      if (this.fields.has(key)) return
      const { row, input, asked } = this.draw(key)
      const size = input.matches("textarea") || asked.offers || asked.offers_days ? SEVERAL_LINES : 1
      this.items.push({ row, step, section, question: asked.question, fields: [key], size })
    }

    draw(key) {
      const field = guide.letter.drawField(key, this.about.fields[key])
      this.fields.set(key, field)
      return field
    }

    // A field's text as the letter holds it: "" where it is open, or where a date is none.
    value(field) {
      const found = this.fields.get(field)
      if (!found) return ""
      const { input, asked } = found
      if (asked.kind === "date" && input.value) return this.trouble(field) ? "" : guide.formatDate(input.value)
      // A long text is read once for each change.
      if (found.typed !== input.value) {
        const text = guide.letter.clean(input.value)
        Object.assign(found, { typed: input.value, text: input.matches("textarea") ? text : text.replace(/\n/g, " ") })
      }
      return found.text
    }

    // What stands in place of some words of the letter: where a day is left out, none does for it.
    get swaps() { return [...this.fields.values()].some(({ isLeftOut }) => isLeftOut) ? this.about.without_day || [] : [] }

    // The fields with an answer.
    get filled() { return [...this.fields.keys()].filter(field => this.value(field)) }

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
      for (const [key, { input, row, state, asked, offers }] of this.fields) {
        row.toggleAttribute("data-open", open.includes(key))
        const trouble = this.trouble(key) || wrong.filter(({ field }) => field === key).map(({ message }) => message).join(" ")
        put(state, trouble || (asked.kind === "date" && input.value ? guide.phrase("dates.reading", { date: guide.formatDate(input.value, "full") })
          : open.includes(key) && input.dataset.left ? guide.phrase("letter.field_open") : ""))
        if (trouble) input.setAttribute("aria-invalid", "true")
        else input.removeAttribute("aria-invalid")
        offers?.show()
      }
      for (const { input, inner } of this.choices.values()) inner.hidden = !input.checked || !inner.firstElementChild
    }
  }

  guide.letter.Form = Form
})()
