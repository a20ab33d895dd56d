// From the tracker to the letter about what was not kept: only the late promises go along, and only when asked.
//
// The lines are written where that letter looks for its answers: the part "answers" of the store.
(() => {
  const { isObject } = guide
  const objectOf = value => isObject(value) ? value : {}
  const linesOf = text => typeof text === "string" ? text.split("\n").map(line => line.trim()).filter(Boolean) : []
  const dayText = day => guide.days.is(day) ? guide.formatDate(day) : day

  class TrackerLetter {
    /**
     * @param {string[]} lines those of the late promises
     * @param {object} about
     * @param {"agreement" | "iep"} about.source the paper that has them: each has its letter
     * @param {string} about.signed the day of the agreement, or ""
     * @param {number} about.misses all that there were so far
     */
    constructor(lines, { source, signed, misses }) {
      Object.assign(this, { lines, signed: source === "iep" ? "" : signed })
      this.element = guide.copy("guide-tracker-carry").firstElementChild
      for (const part of this.element.querySelectorAll("[data-source]")) if (part.dataset.source !== source) part.remove()
      this.link = this.part("letter")
      for (const advice of this.element.querySelectorAll("[data-advice]")) advice.hidden = advice.dataset.advice !== (misses > 1 ? "second" : "first")
      this.show()
    }

    part(name) { return this.element.querySelector(`.guide-tracker__${name}`) }

    // What stands in the letter now.
    get there() {
      const { fields, letters } = guide.store.read("answers")
      const { letter, list, date } = this.link.dataset
      const own = objectOf(objectOf(objectOf(letters)[letter]).fields)
      return { lines: linesOf(own[list]), signed: objectOf(fields)[date] || "" }
    }

    // The lines in the letter that are not among these.
    get others() { return this.there.lines.filter(line => !this.lines.includes(line)) }

    show() {
      const { others } = this
      this.fill("lines", this.lines)
      this.fill("there", others)
      const kept = others.length ? "other" : "ready"
      const shown = guide.store.keeping("answers") === "no" ? "ask" : kept
      for (const block of this.element.querySelectorAll("[data-case]")) block.hidden = block.dataset.case !== shown
      this.part("date").textContent = this.dateSentence(this.there.signed)
    }

    fill(name, texts) {
      this.part(name).replaceChildren(...texts.map(textContent => Object.assign(document.createElement("li"), { textContent })))
    }

    // `there` is the date of the agreement in the letter.
    dateSentence(there) {
      if (!this.signed) return ""
      return there && there !== this.signed ? guide.phrase("tracker.carry_other_date", { date: dayText(there) })
        : guide.phrase("tracker.carry_date", { date: dayText(this.signed) })
    }

    // The answers with the lines in them, in place of `others` or below them.
    answersWith(others) {
      const answers = guide.store.read("answers")
      const { letter, list, date } = this.link.dataset
      const own = objectOf(objectOf(answers.letters)[letter])
      const fields = { ...objectOf(own.fields), [list]: [...others, ...this.lines].join("\n") }
      return {
        ...answers,
        fields: { ...objectOf(answers.fields), ...(this.signed && !this.there.signed ? { [date]: this.signed } : {}) },
        letters: { ...objectOf(answers.letters), [letter]: { choices: {}, ...own, fields } },
      }
    }

    /**
     * Write the lines into the letter.
     * @param {"add" | "instead" | "device" | "tab"} how below what stands there or instead of it; "device" and "tab" keep
     *   the answers from now on
     * @returns {boolean} whether that went well
     */
    carry(how) {
      const answers = this.answersWith(how === "instead" ? [] : this.others)
      const isKept = how === "device" || how === "tab" ? guide.store.keep("answers", how, answers) : guide.store.write("answers", answers)
      if (!isKept) {
        this.part("refused").textContent = guide.phrase("browser.no_store", { instead: guide.phrase("tracker.carry_refused_instead") })
      }
      return isKept
    }
  }

  guide.TrackerLetter = TrackerLetter
})()
