// The fields of the row "Put my names in": one for each blank of the page, filled in from what is kept.
//
// Markup: overrides/partials/names.html.
(() => {
  const TYPES = { date: "date", phone: "tel", email: "email" }

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
    return { line, input }
  }

  /**
   * @param {HTMLElement} row
   * @param {HTMLElement[]} blanks
   * @param {() => void} show fills the blanks in anew
   * @returns {() => Record<string, string>} what stands in the fields, by their keys
   */
  guide.drawNames = (row, blanks, show) => {
    const fields = blanks.filter((blank, n) => blanks.findIndex(({ dataset }) => dataset.field === blank.dataset.field) === n).map(drawField)
    const keep = row.querySelector("guide-keep")
    const typed = () => Object.fromEntries(fields.map(({ input }) => [input.name, input.value]))

    // In the form in which answers are kept (letter/answers.js).
    const work = () => ({ fields: Object.fromEntries(Object.entries(typed()).filter(([, text]) => text)), letters: {} })
    const read = where => {
      const { fields: kept = {}, letters = {} } = guide.store.read("answers", where)
      return { fields: kept, letters }
    }
    const take = ({ fields: kept }, anew) => {
      for (const { input } of fields) if (anew || input.value !== (kept[input.name] || "")) input.value = kept[input.name] || ""
      show()
    }

    row.querySelector(".guide-names__fields").append(...fields.map(({ line }) => line))
    row.addEventListener("input", show)
    row.addEventListener("change", () => keep.changed())
    keep.begin({ work, read, take })
    return typed
  }
})()
