// A piece of a kit filled in with what a family typed and ticked, as far as it is known here.
//
// A letter is read, finished and drawn by the same parts as on its own page, without its tools.
(() => {
  const fillLetter = (letter, key, fields) => {
    const paper = letter.querySelector(".guide-letter__sheet")
    const data = letter.querySelector(".guide-letter__data")
    const sheet = new guide.letter.Sheet(paper)
    const form = new guide.letter.Form(sheet.units, JSON.parse(data.textContent))
    const answers = new guide.letter.Answers(key, form)
    answers.put({ ...answers.read(), fields }, true)
    // What is printed for later bears no day of today.
    for (const { input } of form.fields.values()) if (input.value === input.defaultValue) input.value = ""
    sheet.show(answers.finish(sheet.units, guide.letter.contradicted(form)))
    // The style sheets go by these; a letter that only has its names is finished with a pen.
    letter.toggleAttribute("data-form", true)
    letter.toggleAttribute("data-empty", !answers.begun)
    const out = Object.assign(document.createElement("div"), { className: "guide-letter__out" })
    paper.replaceWith(out)
    out.append(paper)
    data.remove()
    // There is no form to lead to.
    for (const link of letter.querySelectorAll(".guide-blank__open")) link.removeAttribute("href")
  }

  const showTicks = (piece, marks) => {
    for (const item of piece.querySelectorAll(".guide-checklist__item")) {
      const box = item.querySelector(".guide-checklist__box")
      item.dataset.state = marks[box.dataset.item] || ""
      box.checked = item.dataset.state === "done"
    }
  }

  /**
   * @param {HTMLElement} piece as it was opened
   * @param {string} id
   * @param {Record<string, string>} fields what all letters share, by the key of the field
   * @param {string} start the first day of a plan, or ""
   */
  guide.kit.fill = (piece, id, fields, start) => {
    const letter = piece.querySelector("guide-letter")
    if (letter) fillLetter(letter, id, fields)
    showTicks(piece, guide.store.read("ticks")[id] || {})
    guide.planDays.show(guide.planDays.read(piece), start)
    piece.querySelector("guide-plan")?.toggleAttribute("data-dated", Boolean(start))
    guide.fillSpoken(piece.querySelectorAll(".guide-blank--spoken"), fields)
  }
})()
