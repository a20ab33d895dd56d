// A field of a letter's form: its label, its hints and its input, and the line for what is to be said of it.
//
// Markup: overrides/partials/letter-fields.html.
(() => {
  /**
   * What the page says of a blank: an entry of fields.yml.
   *
   * @typedef {object} Asked
   * @property {string} kind - as of a Blank
   * @property {string} group - letter, you or child
   * @property {string} label
   * @property {string} hint - or empty
   * @property {string} example
   * @property {boolean} optional
   * @property {string} [autocomplete]
   * @property {string} [step] - the group of the form in which it is asked for
   * @property {string} [question] - what a screen asks that begins with it
   * @property {string} [preset] - today: the day on which the letter is written
   * @property {{ label: string, answer: string, note: string }[]} [offers] - answers to pick
   * @property {boolean} [offers_days] - whether it offers days to come
   * @property {boolean} [leave_out] - whether it may be left out, and the letter then says so in other words
   * @property {boolean} [cites] - whether a paper of the family's file can be named in it
   * @property {string} [when] - past: the day cannot be to come
   */

  /**
   * @typedef {{ input: HTMLInputElement|HTMLTextAreaElement, row: HTMLElement, state: HTMLElement, asked: Asked, offers: Offers|undefined, cite: Cite|undefined, isLeftOut: boolean|undefined }} Field
   */

  const inputOf = ({ kind, autocomplete, preset }) => {
    const several = kind === "long" || kind === "list"
    const input = document.createElement(several ? "textarea" : "input")
    if (several) input.rows = 4
    else input.type = { date: "date", phone: "tel", email: "email" }[kind] || "text"
    // What a parent may let the browser remember of themselves: only where they keep their answers on the device.
    input.autocomplete = "off"
    // What the form fills in by itself is none of the parent's answers until they change it.
    if (preset) input.defaultValue = guide.today()
    if (autocomplete) input.dataset.fills = autocomplete
    return input
  }

  // Where one line is to be typed, its own hint is enough.
  const exampleOf = ({ kind, hint, example, offers_days }) => {
    if (kind === "date") return offers_days ? "" : guide.phrase("letter.date_hint", { order: guide.days.order })
    if (hint && kind !== "list" && kind !== "long") return ""
    return guide.phrase("letter.example", { example: example.split("\n")[0] })
  }

  /**
   * Draw a field, to be put into the form.
   *
   * @param {string} key
   * @param {Asked} asked
   * @returns {Field}
   */
  const drawField = (key, asked) => {
    const row = guide.copy("guide-letter-field").firstElementChild
    // What is typed in a letter's groups of its own is named so in the page: field.child-name, take.email.
    const input = Object.assign(inputOf(asked), { id: `field.${key}`, name: key })
    const [label, hint, state] = ["label", ".guide-letter__hint", ".guide-letter__state"].map(part => row.querySelector(part))
    label.textContent = asked.label
    label.htmlFor = input.id
    label.id = `${input.id}.label`
    hint.id = `${input.id}.hint`
    const optional = asked.optional ? guide.phrase("letter.may_be_empty") : ""
    hint.textContent = [asked.hint, exampleOf(asked), optional].filter(Boolean).join(" ")
    state.id = `${input.id}.state`
    input.setAttribute("aria-describedby", `${hint.id} ${state.id}`)
    hint.after(input)
    return { input, row, state, asked }
  }

  Object.assign(guide.letter, { drawField })
})()
