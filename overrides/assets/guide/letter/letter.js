// <guide-letter id="…"> lets a parent fill in the letter beside its sheet, and take it along.
//
// Without JavaScript the sheet is complete: it reads, prints and can be filled in by hand.
// Markup: scripts/guide/blocks/letter.py. Tools: overrides/partials/letter.html.
(() => {
  const FEW = 4 // As many open blanks are listed without being asked.

  class GuideLetter extends HTMLElement {
    connectedCallback() {
      if (!this.form) this.draw()
      for (const type of ["input", "change", "click", "focusin", "focusout", "submit"]) this.addEventListener(type, this)
      this.leave.watch()
    }

    disconnectedCallback() { this.leave.stop() }

    draw() {
      const paper = this.querySelector(".guide-letter__sheet")
      this.about = JSON.parse(this.querySelector(".guide-letter__data").textContent)
      this.sheet = new guide.LetterSheet(paper)
      this.form = new guide.LetterForm(this.sheet.units, this.about)
      this.prepend(this.form.element, guide.copy("guide-letter-out"))
      this.part("missing").after(paper)
      this.name(this.about.kind)
      paper.id = `${this.id}.sheet`
      paper.tabIndex = -1
      this.part("bar").querySelector("a").href = `#${paper.id}`
      this.out = new guide.LetterOut(this)
      this.leave = new guide.LetterLeave(this.keep, this.part("leave"))
      this.keep.begin({ work: () => this.work, take: (answers, anew) => this.take(answers, anew), read: where => this.read(where) })
      // The style sheets lay out a letter with its form otherwise than a sheet alone.
      this.toggleAttribute("data-form", true)
    }

    // What is no letter is called what it is, and does not go by e-mail.
    name(kind) {
      for (const word of this.querySelectorAll(".guide-letter__kind")) word.textContent = kind
      if (kind === "letter") return
      this.querySelector(`[data-do="mail"]`).hidden = true
      const to = this.querySelector(".guide-letter__to strong")
      to.textContent = to.dataset.own
    }

    get keep() { return this.querySelector("guide-keep") }

    part(name) { return this.querySelector(`.guide-letter__${name}`) }

    // ---------- What was typed

    get work() {
      const [own, shared] = [{}, {}]
      for (const [field, { input, asked }] of this.form.fields) {
        if (input.value) (asked.group === "letter" ? own : shared)[field] = input.value
      }
      const choices = Object.fromEntries([...this.form.choices].map(([item, { input }]) => [item, input.checked]))
      return { fields: shared, letters: { [this.id]: { fields: own, choices } } }
    }

    read(where) {
      const { fields = {}, letters = {} } = guide.store.read("answers", where)
      return { fields, letters: { [this.id]: { fields: {}, choices: {} }, ...letters } }
    }

    // Put answers into the form; what else there is of the letter goes with a new beginning.
    take({ fields, letters }, anew) {
      const mine = letters[this.id]
      for (const [field, { input, asked }] of this.form.fields) {
        const kept = (asked.group === "letter" ? mine.fields : fields)[field]
        // A date may be half typed: then it has no value yet.
        if (anew || input.value !== (kept || "")) input.value = kept || ""
      }
      for (const [item, { input }] of this.form.choices) {
        input.checked = mine.choices[item] ?? input.defaultChecked
      }
      if (anew) this.out.forget()
      this.show()
    }

    // Whether anything was entered: without it the letter prints with boxes and lines for the pen.
    get entered() {
      return [...this.form.fields.values()].some(({ input }) => input.value)
        || [...this.form.choices.values()].some(({ input }) => input.checked !== input.defaultChecked)
    }

    // ---------- What the letter says

    // The letter as units, with what was entered; `byHand` leaves all in it, for the pen.
    finish(byHand) {
      const texts = new Map([...this.form.fields.keys()].map(field => [field, this.form.value(field)]))
      const isFalse = unit => this.wrong.some(statement => guide.letter.states(unit, statement))
      return guide.letter.finish(this.sheet.units, { value: field => texts.get(field), taken: item => this.form.taken(item), isFalse }, byHand)
    }

    get finished() { return this.finish(!this.entered) }

    show() {
      this.wrong = guide.letter.contradicted(this.form)
      const open = [...new Set([...this.sheet.show(this.finish()), ...this.wrong.map(({ field }) => field)])]
      this.toggleAttribute("data-empty", !this.entered)
      this.form.show(open, this.wrong)
      this.showMissing(open)
    }

    showMissing(open) {
      if (this.open?.join() === open.join()) return
      this.open = open
      const count = open.length
      const blanks = `${count} ${count === 1 ? "blank" : "blanks"}`
      const few = count <= FEW
      const missing = this.part("missing")
      missing.hidden = !count
      // Folded and unfolded only when few become many: else the parent's own choice stands.
      if (this.few !== few) missing.open = few
      this.few = few
      this.part("missing-count").textContent = count ? `${blanks} still open.` : ""
      this.part("bar-count").textContent = count ? `${blanks} open` : "Nothing is open"
      this.part("missing-list").replaceChildren(...open.map(field => {
        const row = document.createElement("li")
        row.append(Object.assign(document.createElement("a"), { href: `#field.${field}`, textContent: this.about.fields[field].label }))
        return row
      }))
    }

    // The plain text of the letter as it stands.
    get text() { return guide.letter.text(this.finished, !this.entered) }

    // ---------- What happens

    handleEvent(event) {
      const { target, type } = event
      if (type === "focusin" && this.form.element.contains(target)) this.out.prepare()
      else if (type === "focusout" && target.name) {
        if (!target.value) target.dataset.left = "true"
        this.show()
      } else if (type === "click") this.clicked(event)
      // The letter is sent nowhere, and no word of it may get into an address.
      else if (type === "submit") event.preventDefault()
      else if (/input|change/.test(type) && this.form.element.contains(target) && target.matches("input, textarea")) this.changed(target, type)
    }

    changed(input, type) {
      this.form.settle(input)
      this.out.prepare()
      this.show()
      if (type === "input") {
        this.sheet.follow(input.name || input.id.slice("take.".length), this.part("out"))
        this.out.isStale()
      } else this.keep.changed()
    }

    clicked(event) {
      const link = event.target.closest("a[href^='#field.']")
      const button = event.target.closest("[data-do]")
      const leave = event.target.closest("[data-leave]")
      if (link) {
        event.preventDefault()
        this.form.reach(link.hash.slice("#field.".length))
      } else if (leave) this.part("leave").close(leave.dataset.leave)
      else if (button) this.out.act(button.dataset.do, button)
    }
  }

  customElements.define("guide-letter", GuideLetter)
})()
