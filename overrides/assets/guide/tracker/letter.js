// From the tracker to the letter about what was not kept: only the late promises go along, and only when asked.
//
// The lines are written where that letter looks for its answers: the part "answers" of the store.
(() => {
  const { isObject } = guide
  const part = value => isObject(value) ? value : {}
  const linesOf = text => typeof text === "string" ? text.split("\n").map(line => line.trim()).filter(Boolean) : []

  const REFUSED = "This browser does not let the guide keep anything, so nothing can be carried along. Copy the lines above, open the letter, and paste them."

  class TrackerLetter {
    // `lines` are those of the late promises, `signed` is the day of the agreement or "".
    constructor(lines, signed) {
      Object.assign(this, { lines, signed })
      this.element = guide.copy("guide-tracker-carry").firstElementChild
      this.link = this.element.querySelector(".guide-tracker__letter")
      this.show()
    }

    // What stands in the letter now.
    get there() {
      const { fields, letters } = guide.store.read("answers")
      const { letter, list, date } = this.link.dataset
      return { lines: linesOf(part(part(part(letters)[letter]).fields)[list]), signed: part(fields)[date] || "" }
    }

    show() {
      const { lines, signed } = this.there
      const others = lines.filter(line => !this.lines.includes(line))
      const fill = (name, texts) => this.element.querySelector(`.guide-tracker__${name}`).replaceChildren(
        ...texts.map(textContent => Object.assign(document.createElement("li"), { textContent })))
      fill("lines", this.lines)
      fill("there", others)
      const now = guide.store.keeping("answers") === "no" ? "ask" : others.length ? "other" : "ready"
      for (const block of this.element.querySelectorAll("[data-case]")) block.hidden = block.dataset.case !== now
      const say = day => guide.days.is(day) ? guide.formatDate(day) : day
      this.element.querySelector(".guide-tracker__date").textContent = signed && this.signed && signed !== this.signed
        ? `The letter has another date of the agreement, ${say(signed)}. It stays as it is there.`
        : this.signed ? `The date of the agreement: ${say(this.signed)}.` : ""
    }

    // Write the lines into the letter, "add" below what stands there or "instead" of it; "device" or "tab" keeps the
    // answers from now on. True if that went well.
    carry(how) {
      const answers = guide.store.read("answers")
      const { letter, list, date } = this.link.dataset
      const { lines, signed } = this.there
      const others = how === "instead" ? [] : lines.filter(line => !this.lines.includes(line))
      const mine = part(part(answers.letters)[letter])
      const work = {
        ...answers,
        fields: { ...part(answers.fields), ...(this.signed && !signed ? { [date]: this.signed } : {}) },
        letters: { ...part(answers.letters), [letter]: {
          choices: {}, ...mine, fields: { ...part(mine.fields), [list]: [...others, ...this.lines].join("\n") } } },
      }
      const kept = how === "device" || how === "tab" ? guide.store.keep("answers", how, work) : guide.store.write("answers", work)
      if (!kept) this.element.querySelector(".guide-tracker__refused").textContent = REFUSED
      return kept
    }
  }

  guide.TrackerLetter = TrackerLetter
})()
