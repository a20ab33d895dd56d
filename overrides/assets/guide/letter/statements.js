// What a letter states of a day ("no more than one year before"), held against the day that a parent entered.
//
// What the day contradicts is told at its field and stays out of the letter: nobody signs it. A statement is one of the
// page's data: {field, holds: "within" | "after", choice, amount, unit, otherwise} (scripts/guide/blocks/letter.py).
(() => {
  const { add, addMonths, addYears, is } = guide.days
  const MOVES = { day: add, month: addMonths, year: addYears }
  const SENT = "date" // The field for the day on which a letter is sent.

  const dayOf = (form, field) => {
    const text = form.fields.get(field)?.input.value || ""
    return is(text) ? text : ""
  }

  // The day on which the letter goes out: today, or later if it bears a later date.
  const sentOn = form => [guide.today(), dayOf(form, SENT)].sort().pop()

  // The statements of a form's letter that are not true on that day: [{field, choice, says}].
  const contradicted = form => (form.about.statements || []).flatMap(({ field, holds, choice, amount, unit, otherwise }) => {
    const day = dayOf(form, field)
    if (!day || form.trouble(field) || (choice && !form.taken(choice))) return []
    const last = MOVES[unit](day, amount)
    return (holds === "within") === (sentOn(form) <= last) ? [] : [{ field, choice, says: otherwise.replace("{last}", guide.formatDate(last)) }]
  })

  // Whether a unit of the letter is such a statement: the choice, or without one each line with the field's blank.
  const states = (unit, { field, choice }) => choice ? unit.box?.dataset.item === choice
    : !unit.box && unit.parts.some(part => part.field === field)

  Object.assign(guide.letter, { sentOn, contradicted, states })
})()
