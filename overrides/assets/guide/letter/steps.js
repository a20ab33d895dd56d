// How far one is in a letter's form: its groups as dots on a phone, as a list to choose from at a desk, and in words.
(() => {
  const NAMES = {
    you: guide.phrase("letter.you_step"),
    child: guide.phrase("letter.child_step"),
    problem: guide.phrase("letter.problem_step"),
    ask: guide.phrase("letter.ask_step"),
    send: guide.phrase("letter.send_step"),
  }

  class Steps {
    /**
     * @param {Work} work
     * @param {Screen[]} screens
     */
    constructor(work, screens) {
      Object.assign(this, { work, screens })
      this.names = [...new Set(screens.flatMap(({ step }) => step || []))]
      const nav = work.part("steps").querySelector("ol")
      this.rows = this.names.map(step => {
        const row = guide.copy("guide-letter-step").firstElementChild
        const button = row.querySelector("button")
        button.textContent = NAMES[step]
        button.dataset.do = `step.${screens.findIndex(screen => screen.step === step)}`
        nav.append(row)
        return row
      })
      this.dots = this.names.map(() => work.part("dots").appendChild(document.createElement("li")))
    }

    /**
     * @param {number} place - the screen that is shown
     * @param {string[]} open - the fields that the letter still needs
     */
    show(place, open) {
      const screen = this.screens[place]
      const here = screen.step ? this.names.indexOf(screen.step) : this.names.length
      for (const [n, step] of this.names.entries()) {
        const state = n < here ? "done" : n === here ? "here" : "next"
        this.dots[n].dataset.state = this.rows[n].dataset.state = state
        const button = this.rows[n].querySelector("button")
        if (n === here) button.setAttribute("aria-current", "step")
        else button.removeAttribute("aria-current")
        const left = open.filter(field => this.screens.some(other => other.step === step && other.holds(field))).length
        const text = left ? guide.phrase("letter.step_open", { count: left }) : ""
        const count = this.rows[n].querySelector("small")
        if (count.textContent !== text) count.textContent = text
      }
      const words = screen.step ? guide.phrase("letter.place", { number: here + 1, all: this.names.length, step: NAMES[screen.step] })
        : screen.isReview ? guide.phrase("letter.review_place", { kind: this.work.element.kindName })
        : document.querySelector("article h1").textContent
      const line = this.work.part("place")
      if (line.textContent !== words) line.textContent = words
    }
  }

  Object.assign(guide.letter, { Steps, stepName: step => NAMES[step] })
})()
