// <guide-letter id="…"> lets a parent fill in the letter beside its sheet, and take it along.
//
// Without JavaScript the sheet is complete: it reads, prints and can be filled in by hand.
// Markup: scripts/guide/blocks/letter.py. Tools: overrides/partials/letter.html.
(() => {
  const NAMES = {
    letter: guide.phrase("letter.kind"),
    worksheet: guide.phrase("letter.worksheet_kind"),
    sheet: guide.phrase("letter.sheet_kind"),
  }

  class GuideLetter extends HTMLElement {
    connectedCallback() {
      if (!this.form) this.draw()
      for (const type of ["input", "change", "click", "focusin", "focusout", "submit"]) this.addEventListener(type, this)
      this.leave.watch()
    }

    disconnectedCallback() { this.leave.stop() }

    draw() {
      const paper = this.querySelector(".guide-letter__sheet")
      const about = JSON.parse(this.querySelector(".guide-letter__data").textContent)
      this.sheet = new guide.letter.Sheet(paper)
      this.form = new guide.letter.Form(this.sheet.units, about)
      this.answers = new guide.letter.Answers(this.id, this.form)
      this.prepend(this.form.element, guide.copy("guide-letter-out"))
      this.part("missing").after(paper)
      this.missing = new guide.letter.Missing(this.part("missing"), this.part("bar-count"), about.fields)
      this.name(about.kind)
      paper.id = `${this.id}.sheet`
      paper.tabIndex = -1
      this.part("bar").querySelector("a").href = `#${paper.id}`
      this.out = new guide.letter.Out({
        tools: this.part("tools"), key: this.id, state: () => this.state,
        blank: `${this.querySelector(".guide-letter__files a[href$='.docx']").href}.js`,
      })
      this.leave = new guide.letter.Leave(this.keep, this.part("leave"))
      this.keep.begin({
        work: () => this.answers.work, read: where => this.answers.read(where), take: (answers, anew) => this.take(answers, anew),
      })
      // The style sheets lay out a letter with its form otherwise than a sheet alone.
      this.toggleAttribute("data-form", true)
    }

    // What is no letter is called what it is, and does not go by e-mail.
    name(kind) {
      for (const label of this.querySelectorAll(".guide-letter__kind")) label.textContent = NAMES[kind]
      if (kind === "letter") return
      this.querySelector(`[data-do="mail"]`).hidden = true
      this.querySelector(".guide-letter__to strong").textContent = guide.phrase("letter.to_own")
    }

    get keep() { return this.querySelector("guide-keep") }

    part(name) { return this.querySelector(`.guide-letter__${name}`) }

    // Put answers into the form; what else there is of the letter goes with a new beginning.
    take(answers, anew) {
      this.answers.put(answers, anew)
      if (anew) this.out.forget()
      this.show()
    }

    // ---------- What the letter says

    // The letter as units, with what was entered; `byHand` leaves all in it, for the pen.
    finish(byHand) { return this.answers.finish(this.sheet.units, this.wrong, byHand) }

    /** @returns {State} */
    get state() {
      const byHand = !this.answers.entered
      return { finished: this.finish(byHand), byHand }
    }

    show() {
      this.wrong = guide.letter.contradicted(this.form)
      const open = [...new Set([...this.sheet.show(this.finish()), ...this.wrong.map(({ field }) => field)])]
      this.toggleAttribute("data-empty", !this.answers.entered)
      this.form.show(open, this.wrong)
      this.missing.show(open)
    }

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
      this.form.choices.settle(input)
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

  guide.define("guide-letter", GuideLetter)
})()
