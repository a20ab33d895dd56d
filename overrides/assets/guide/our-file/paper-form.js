// The form for one paper of the list, and what the name of a file says of a paper.
//
// Markup: overrides/partials/our-file.html.
(() => {
  const { isDay } = guide.ourFile
  const NAMES = ["name", "day", "pages", "place"]

  /**
   * What a file's name says of a paper, to be looked at by the parent: "2026-10-14_Notice-of-Action.pdf".
   * @param {string} fileName
   * @returns {{name: string, day: string}}
   */
  const guess = fileName => {
    const text = fileName.replace(/\.\w{1,5}$/, "")
    const iso = /(\d{4})[-_. ](\d{1,2})[-_. ](\d{1,2})/.exec(text)
    const american = /(\d{1,2})[-_. ](\d{1,2})[-_. ](\d{4})/.exec(text)
    const [found, year, month, day] = iso || (american ? [american[0], american[3], american[1], american[2]] : ["", "", "", ""])
    const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
    const date = isDay(written) ? written : ""
    const name = (date ? text.replace(found, " ") : text).replace(/[-_.\s]+/g, " ").trim()
    return { name, day: date }
  }

  class PaperForm {
    /**
     * @param {FilePaper} paper
     * @param {boolean} isNew
     */
    constructor(paper, isNew) {
      Object.assign(this, { paper, isNew })
      this.element = guide.copy("guide-our-file-paper-form").firstElementChild
      this.element.querySelector(".guide-our-file__title").textContent = guide.phrase("our_file.paper_number", { number: paper.number })
      this.element.querySelector('[data-do="delete-paper"]').hidden = isNew
      for (const name of NAMES) this.element.elements[name].value = paper[name]
      this.before = JSON.stringify(this.values)
    }

    get isChanged() { return JSON.stringify(this.values) !== this.before }

    /** @returns {FilePaper} the paper as it is typed */
    get values() { return { ...this.paper, ...Object.fromEntries(NAMES.map(name => [name, this.element.elements[name].value])) } }

    /** @returns {boolean} whether it can be taken */
    check() {
      const { name } = this.element.elements
      const isRight = Boolean(name.value.trim())
      this.element.querySelector(".guide-our-file__trouble-name").textContent = isRight ? "" : guide.phrase("our_file.name_missing")
      name.toggleAttribute("aria-invalid", !isRight)
      if (!isRight) name.focus()
      return isRight
    }
  }

  guide.ourFile.guess = guess
  guide.PaperForm = PaperForm
})()
