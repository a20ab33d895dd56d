// What a letter states of a day ("no more than one year before"), held against the day that a parent entered.
//
// What the day contradicts is told at its field and stays out of the letter: nobody signs it.
(() => {
  const { add, addMonths, addYears, is } = guide.days
  const MOVES = { day: add, month: addMonths, year: addYears }
  const SENT = "date" // The field for the day on which a letter is sent.

  /**
   * A statement, as the page's data has it (scripts/guide/blocks/letter.py).
   *
   * @typedef {object} Statement
   * @property {string} field - the day
   * @property {string} holds - within: until the limit ends; after: once it has ended
   * @property {?string} choice - the choice that states it; without one each line with the field's blank does
   * @property {number} amount
   * @property {string} unit - day, month or year
   * @property {string} otherwise - what the field says then
   */

  /**
   * A statement that is not true on the day entered.
   *
   * @typedef {{ field: string, choice: ?string, message: string }} Contradiction
   */

  const dayOf = (form, field) => {
    const text = form.fields.get(field)?.input.value || ""
    return is(text) ? text : ""
  }

  /**
   * The day on which the letter of a form goes out: today, or later if it bears a later date.
   *
   * @param {Form} form
   * @returns {string}
   */
  const sentOn = form => [guide.today(), dayOf(form, SENT)].sort().pop()

  /**
   * The statements of a form's letter that are not true on that day.
   *
   * @param {Form} form
   * @returns {Contradiction[]}
   */
  const contradicted = form => (form.about.statements || []).flatMap(({ field, holds, choice, amount, unit, otherwise }) => {
    const day = dayOf(form, field)
    if (!day || form.trouble(field) || (choice && !form.taken(choice))) return []
    const last = MOVES[unit](day, amount)
    return (holds === "within") === (sentOn(form) <= last) ? [] : [{ field, choice, message: otherwise.replace("{last}", guide.formatDate(last)) }]
  })

  /**
   * Whether a unit of the letter makes such a statement.
   *
   * @param {Unit} unit
   * @param {Contradiction} contradiction
   * @returns {boolean}
   */
  const states = (unit, { field, choice }) => choice ? unit.box?.dataset.item === choice
    : !unit.box && unit.parts.some(part => part.field === field)

  Object.assign(guide.letter, { sentOn, contradicted, states })
})()
