// A letter that is reached from a line of the family's log has that line in it: whom, which day, what was said.
(() => {
  const FIELDS = { "recipient-name": "who", "event-date": "day", "said-list": "what" }
  const CHOICES = { called: "phone", met: "in-person" }

  const textOf = value => typeof value === "string" ? value : ""

  /**
   * Nothing that stands in the letter is written over; where it already has words of another talk, that is said.
   * @param {Work} work
   */
  guide.letter.takeNote = work => {
    const note = guide.takeNote(work.element.id)
    if (!note) return
    const { fields, choices } = work.form
    const asked = Object.entries(FIELDS).filter(([key]) => fields.has(key)).map(([key, name]) => [fields.get(key).input, textOf(note[name])])
    if (asked.some(([{ value }, text]) => value && text && value !== text)) return work.keep.report(guide.phrase("letter.note_not_put"))
    for (const [input, text] of asked) if (text && (input.type !== "date" || guide.days.is(text))) input.value = text
    const way = choices.get(CHOICES[note.kind])?.input
    if (way) way.checked = true
    // What was carried here was typed by the parent, as if it had been here.
    work.keep.touched = true
    work.show()
    work.keep.changed()
  }
})()
