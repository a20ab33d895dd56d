// A parent's answers as they are kept: those that all letters share, and those of one letter.
(() => {
  // What is kept of a day that a parent leaves out.
  const LEFT_OUT = "none"

  /**
   * @typedef {object} Work
   * @property {Object<string, string>} fields - what all letters share, by the key of the field
   * @property {Object<string, { fields: Object<string, string>, choices: Object<string, boolean> }>} letters - by the letter's id
   */

  class Answers {
    /**
     * @param {string} key - the letter's id
     * @param {Form} form
     */
    constructor(key, form) { Object.assign(this, { key, form }) }

    // Whether anything was entered, which a date taken out is not: without it the letter prints with boxes and lines for the pen.
    get entered() {
      return [...this.form.fields.values()].some(({ input, isLeftOut }) => isLeftOut || (input.value && input.value !== input.defaultValue))
        || [...this.form.choices.values()].some(({ input }) => input.checked !== input.defaultChecked)
    }

    // Whether anything was entered that belongs to this letter alone.
    get begun() {
      const { fields, choices } = this.work.letters[this.key]
      return Object.keys(fields).length > 0 || [...this.form.choices].some(([item, { input }]) => choices[item] !== input.defaultChecked)
    }

    /**
     * The letter with what was entered.
     *
     * @param {Unit[]} units - those of its sheet
     * @param {Contradiction[]} wrong - what the days entered contradict
     * @param {boolean} [byHand] - leaves all in it, for the pen
     * @returns {Finished[]}
     */
    finish(units, wrong, byHand) {
      // What the form fills in by itself stands in a letter that is begun.
      const { entered } = this
      const texts = new Map([...this.form.fields.keys()].map(field => [field, entered ? this.form.value(field) : ""]))
      const isFalse = unit => wrong.some(statement => guide.letter.states(unit, statement))
      return guide.letter.finish(units, { value: field => texts.get(field), taken: item => this.form.taken(item), isFalse, swaps: this.form.swaps }, byHand)
    }

    /**
     * What stands in the form.
     *
     * @returns {Work}
     */
    get work() {
      const [ofLetter, shared] = [{}, {}]
      for (const [field, { input, asked, isLeftOut }] of this.form.fields) {
        if (isLeftOut) ofLetter[field] = LEFT_OUT
        else if (input.value && input.value !== input.defaultValue) (asked.group === "letter" ? ofLetter : shared)[field] = input.value
      }
      const choices = Object.fromEntries([...this.form.choices].map(([item, { input }]) => [item, input.checked]))
      return { fields: shared, letters: { [this.key]: { fields: ofLetter, choices } } }
    }

    /**
     * What is kept, with an entry for this letter.
     *
     * @param {string} [where] - device or tab; else where it is
     * @returns {Work}
     */
    read(where) {
      const { fields = {}, letters = {} } = guide.store.read("answers", where)
      return { fields, letters: { [this.key]: { fields: {}, choices: {} }, ...letters } }
    }

    /**
     * Put answers into the form.
     *
     * @param {Work} work
     * @param {boolean} anew - in place of all that stands there
     */
    put({ fields, letters }, anew) {
      const mine = letters[this.key]
      for (const [name, field] of this.form.fields) {
        const { input, asked } = field
        const kept = (asked.group === "letter" ? mine.fields : fields)[name]
        field.isLeftOut = Boolean(asked.leave_out) && kept === LEFT_OUT
        // A date may be half typed: then it has no value yet.
        const text = field.isLeftOut ? "" : kept || input.defaultValue
        if (anew || input.value !== text) input.value = text
      }
      for (const [item, { input }] of this.form.choices) input.checked = mine.choices[item] ?? input.defaultChecked
    }
  }

  guide.letter.Answers = Answers
})()
