// Answers that a field offers as buttons: ways to send a letter, and days by which to answer. Another one can be typed, and
// a day can be left out.
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
    constructor(field) {
      const { input, row, asked } = field
      Object.assign(this, { field, input, isOther: false })
      this.answers = asked.offers_days ? daysOffered() : asked.offers
      const parts = guide.copy("guide-letter-offers")
      const [group, note] = parts.children
      Object.assign(this, { group, note })
      group.setAttribute("aria-labelledby", row.querySelector("label").id)
      const other = asked.offers_days ? guide.phrase("letter.other_day_offer") : guide.phrase("letter.other_offer")
      const none = asked.leave_out ? [{ label: guide.phrase("letter.leave_out_offer") }] : []
      for (const { label, small = "" } of [...this.answers, { label: other }, ...none]) {
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
      this.isOther = place === this.answers.length
      this.field.isLeftOut = place > this.answers.length
      this.input.value = picked?.answer ?? ""
      for (const type of ["input", "change"]) this.input.dispatchEvent(new Event(type, { bubbles: true }))
      this.show()
      if (this.isOther) this.input.focus()
    }

    show() {
      const { isLeftOut } = this.field
      const place = this.answers.findIndex(({ answer }) => answer === this.input.value)
      const isOther = place < 0 && !isLeftOut && (this.isOther || Boolean(this.input.value) || this.input.validity.badInput)
      const chosen = isLeftOut ? this.answers.length + 1 : isOther ? this.answers.length : place
      for (const [n, button] of [...this.group.children].entries()) button.setAttribute("aria-pressed", String(n === chosen))
      this.input.hidden = !isOther
      const note = isLeftOut ? guide.phrase("letter.left_out") : this.answers[place]?.note ?? ""
      if (this.note.textContent !== note) this.note.textContent = note
    }
  }

  guide.letter.Offers = Offers
})()
