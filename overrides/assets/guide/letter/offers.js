// Answers that a field offers as buttons: ways to send a letter, and days by which to answer. Another one can be typed.
(() => {
  const SOON = 10, LATER = 14 // days

  // A day on which offices are open, that many days from today or a little later.
  const openDay = days => {
    let day = guide.days.add(guide.today(), days)
    while (!guide.days.isOpen(day)) day = guide.days.add(day, 1)
    return day
  }

  const daysOffered = () => [[guide.phrase("letter.soon_offer"), SOON], [guide.phrase("letter.later_offer"), LATER]].map(([label, days]) => {
    const answer = openDay(days)
    return { label, answer, small: guide.formatDate(answer, "day") }
  })

  class Offers {
    /**
     * Draw the buttons above a field's input, which shows only for another answer.
     *
     * @param {Field} field
     */
    constructor({ input, row, asked }) {
      Object.assign(this, { input, isOther: false })
      this.answers = asked.offers_days ? daysOffered() : asked.offers
      const parts = guide.copy("guide-letter-offers")
      const [group, note] = parts.children
      Object.assign(this, { group, note })
      group.setAttribute("aria-labelledby", row.querySelector("label").id)
      const other = asked.offers_days ? guide.phrase("letter.other_day_offer") : guide.phrase("letter.other_offer")
      for (const { label, small = "" } of [...this.answers, { label: other }]) {
        const button = guide.copy("guide-letter-offer").firstElementChild
        button.querySelector("span").textContent = label
        button.querySelector("small").textContent = small
        group.append(button)
      }
      input.before(parts)
      group.addEventListener("click", event => this.choose(event))
    }

    choose({ target }) {
      const place = [...this.group.children].indexOf(target.closest("button"))
      if (place < 0) return
      const picked = this.answers[place]
      this.isOther = !picked
      this.input.value = picked?.answer ?? ""
      for (const type of ["input", "change"]) this.input.dispatchEvent(new Event(type, { bubbles: true }))
      this.show()
      if (!picked) this.input.focus()
    }

    show() {
      const place = this.answers.findIndex(({ answer }) => answer === this.input.value)
      const isOther = place < 0 && (this.isOther || Boolean(this.input.value) || this.input.validity.badInput)
      for (const [n, button] of [...this.group.children].entries()) {
        button.setAttribute("aria-pressed", String(n === (isOther ? this.answers.length : place)))
      }
      this.input.hidden = !isOther
      const note = this.answers[place]?.note ?? ""
      if (this.note.textContent !== note) this.note.textContent = note
    }
  }

  guide.letter.Offers = Offers
})()
