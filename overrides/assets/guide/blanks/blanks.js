// Fills the blanks in words to say, such as a phone script, from the answers that a parent chose to keep, or types on the page.
//
// What is not known stays a marked blank. Markup: scripts/guide/blocks/blank.py.
(() => {
  // An answer as one says it: a day in words, the lines of a list in a row. "" if there is none.
  const spoken = (text, kind) => {
    if (typeof text !== "string") return ""
    if (kind === "date") return guide.days.is(text) ? guide.formatDate(text) : ""
    return text.split("\n").map(line => line.trim()).filter(Boolean).join(", ")
  }

  /**
   * Fill in blanks in words to say.
   * @param {Iterable<HTMLElement>} blanks
   * @param {Record<string, string>} fields answers by the key of the field
   */
  guide.fillSpoken = (blanks, fields) => {
    for (const blank of blanks) {
      const answer = spoken(fields[blank.dataset.field], blank.dataset.kind)
      const value = blank.querySelector(".guide-blank__value")
        || blank.appendChild(Object.assign(document.createElement("span"), { className: "guide-blank__value" }))
      value.textContent = answer
      blank.toggleAttribute("data-filled", Boolean(answer))
    }
  }
})()
