// The form for one thing that happened: what kind, which day, who, what, which paper shows it, and a day to check back.
//
// Markup: overrides/partials/our-file.html.
(() => {
  const { isDay, wordsOf } = guide.ourFile

  // What is asked of each kind: the label for who, and the label and the hint for what.
  const ASKS = {
    sent: () => [guide.phrase("our_file.sent_who"), guide.phrase("our_file.sent_what"), guide.phrase("our_file.sent_hint")],
    called: () => [guide.phrase("our_file.called_who"), guide.phrase("our_file.called_what"), guide.phrase("our_file.words_hint")],
    said: () => [guide.phrase("our_file.said_who"), guide.phrase("our_file.called_what"), guide.phrase("our_file.words_hint")],
    gave: () => [guide.phrase("our_file.gave_who"), guide.phrase("our_file.gave_what"), guide.phrase("our_file.gave_hint")],
    met: () => [guide.phrase("our_file.met_who"), guide.phrase("our_file.met_what"), guide.phrase("our_file.met_hint")],
    other: () => [guide.phrase("our_file.other_who"), guide.phrase("our_file.other_what"), guide.phrase("our_file.other_hint")],
    limit: () => [guide.phrase("our_file.limit_who"), guide.phrase("our_file.limit_what"), guide.phrase("our_file.limit_hint")],
  }
  // So many days after, one looks whether there was an answer; on a work day.
  const WEEK = 7

  const backFrom = day => guide.days.addBusinessDays(guide.days.add(day, WEEK - 1), 1)

  class EntryForm {
    /**
     * @param {FileEntry} entry
     * @param {object} given
     * @param {FilePaper[]} given.papers
     * @param {string} given.today
     * @param {boolean} given.isNew whether the entry is not in the list yet
     */
    constructor(entry, { papers, today, isNew }) {
      Object.assign(this, { entry: { ...entry }, today, isNew })
      this.element = guide.copy("guide-our-file-form").firstElementChild
      this.part("title").textContent = isNew ? guide.phrase("our_file.new_title") : guide.phrase("our_file.change_title")
      this.part("order").textContent = guide.phrase("our_file.order_hint", { order: guide.days.order })
      this.element.querySelector('[data-do="delete"]').hidden = isNew
      this.drawPapers(papers)
      for (const name of ["who", "what", "proof", "day", "back"]) this.input(name).value = entry[name]
      this.input("paper").value = entry.paper
      this.pickDay(entry.day === today ? "today" : "pick")
      this.pickBack(entry.back ? "pick" : "no")
      this.show()
      this.before = this.typed
    }

    part(name) { return this.element.querySelector(`.guide-our-file__${name}`) }

    input(name) { return this.element.elements[name] }

    // Everything that was typed, to see whether it changed.
    get typed() { return JSON.stringify(this.values) }

    get isChanged() { return this.typed !== this.before }

    drawPapers(papers) {
      this.input("paper").append(...papers.map(({ id, number, name }) =>
        Object.assign(document.createElement("option"), { value: id, textContent: guide.phrase("our_file.paper_choice", { number, name }) })))
      this.part("papers").hidden = !papers.length
    }

    // Say what is asked of the kind that is chosen.
    show() {
      const [who, what, hint] = ASKS[this.entry.kind]()
      for (const button of this.element.querySelectorAll("[data-kind]")) button.setAttribute("aria-pressed", String(button.dataset.kind === this.entry.kind))
      this.part("ask-who").textContent = who
      this.part("ask-what").textContent = what
      this.part("hint").textContent = hint
      this.part("talks").hidden = this.entry.kind !== "met"
      this.showBack()
    }

    // The choice of a day to check back names the day.
    showBack() {
      const { day } = this.values
      this.backDay = backFrom(isDay(day) && day > this.today ? day : this.today)
      this.element.querySelector('[data-back="week"]').textContent = guide.formatDate(this.backDay, "day")
    }

    press(button) {
      const { kind, day, back } = button.dataset
      if (kind) this.entry.kind = kind
      if (day) this.pickDay(day)
      if (back) this.pickBack(back)
      this.show()
    }

    mark(name, value) {
      for (const button of this.element.querySelectorAll(`[data-${name}]`)) button.setAttribute("aria-pressed", String(button.dataset[name] === value))
    }

    pickDay(which) {
      this.mark("day", which)
      this.part("pick-day").hidden = which !== "pick"
      if (which !== "pick") this.input("day").value = guide.days.add(this.today, which === "today" ? 0 : -1)
    }

    pickBack(which) {
      this.mark("back", which)
      this.part("pick-back").hidden = which !== "pick"
      if (which !== "pick") this.input("back").value = which === "week" ? this.backDay : ""
    }

    /** @returns {FileEntry} the entry as it is typed */
    get values() {
      const texts = Object.fromEntries(["who", "what", "proof", "day", "back", "paper"].map(name => [name, this.input(name).value]))
      return { ...this.entry, ...texts, done: this.entry.done && texts.back === this.entry.back }
    }

    /** @returns {boolean} whether it can be taken: what is wrong stands below its field, which has the keyboard */
    check() {
      const { values } = this
      const isEmpty = !wordsOf(values) && !values.paper
      const troubles = {
        day: guide.days.trouble(this.input("day")),
        what: isEmpty ? guide.phrase("our_file.what_missing") : "",
        back: guide.days.trouble(this.input("back")),
      }
      for (const [name, trouble] of Object.entries(troubles)) {
        this.part(`trouble-${name}`).textContent = trouble
        this.input(name).toggleAttribute("aria-invalid", Boolean(trouble))
      }
      const wrong = Object.keys(troubles).find(name => troubles[name])
      if (wrong) this.input(wrong).focus()
      return !wrong
    }
  }

  guide.EntryForm = EntryForm
})()
