// Fills the blanks of this page with what is kept, and over it with what is typed in the fields of the row "Put my names in".
//
// Markup: overrides/partials/names.html.
(() => {
  const TYPES = { date: "date", phone: "tel", email: "email" }
  const blanks = [...document.querySelectorAll(".guide-blank--spoken")]
  /** @type {(HTMLInputElement|HTMLTextAreaElement)[]} one for each field that the page names */
  let inputs = []

  const typed = () => Object.fromEntries(inputs.map(({ name, value }) => [name, value]))
  const show = () => guide.fillSpoken(blanks, { ...guide.store.read("answers").fields, ...typed() })

  const drawField = blank => {
    const { field: key, kind } = blank.dataset
    const line = guide.copy("guide-names-field").firstElementChild
    const input = document.createElement(kind === "list" || kind === "long" ? "textarea" : "input")
    if (input.localName === "input") input.type = TYPES[kind] || "text"
    Object.assign(input, { id: `names.${key}`, name: key, autocomplete: "off" })
    const label = line.querySelector("label")
    label.htmlFor = input.id
    label.textContent = blank.querySelector(".guide-blank__label").textContent
    line.append(input)
    return line
  }

  // Answers in the form in which they are kept (letter/answers.js).
  const work = () => ({ fields: Object.fromEntries(Object.entries(typed()).filter(([, text]) => text)), letters: {} })

  const read = where => {
    const { fields = {}, letters = {} } = guide.store.read("answers", where)
    return { fields, letters }
  }

  const take = ({ fields }, anew) => {
    for (const input of inputs) if (anew || input.value !== (fields[input.name] || "")) input.value = fields[input.name] || ""
    show()
  }

  guide.names = {
    show,

    /** Draw the fields, once. @param {HTMLElement} row */
    draw(row) {
      if (inputs.length) return
      const firsts = new Map([...blanks].reverse().map(blank => [blank.dataset.field, blank]))
      row.querySelector(".guide-names__fields").append(...blanks.filter(blank => firsts.get(blank.dataset.field) === blank).map(drawField))
      inputs = [...row.querySelectorAll("input, textarea")]
      const keep = row.querySelector("guide-keep")
      row.addEventListener("input", show)
      row.addEventListener("change", () => keep.changed())
      keep.begin({ work, read, take })
    },
  }
})()
