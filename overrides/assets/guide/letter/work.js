// A letter in work: its form, its sheet and what a parent takes it along as, held together.
//
// Markup: overrides/partials/letter.html.
(() => {
  const EVENTS = ["input", "change", "click", "focusin", "focusout", "submit"]

  class Work {
    /**
     * @param {GuideLetter} element - the letter as the page has it
     */
    constructor(element) {
      this.element = element
      const paper = element.querySelector(".guide-letter__sheet")
      this.about = JSON.parse(element.querySelector(".guide-letter__data").textContent)
      this.sheet = new guide.letter.Sheet(paper)
      this.form = new guide.letter.Form(this.sheet.units, this.about)
      this.answers = new guide.letter.Answers(element.id, this.form)
      element.prepend(guide.copy("guide-letter-task"))
      element.append(guide.copy("guide-letter-leave"))
      this.part("frame").append(paper)
      element.name(element)
      for (const one of element.querySelectorAll(".guide-letter__sent, .guide-letter__sign, .guide-letter__log, [data-do='mail']")) one.hidden = this.about.kind !== "letter"
      this.out = new guide.letter.Out({
        tools: this.part("tools"), key: element.id, state: () => this.state, value: field => this.form.value(field),
        blank: `${element.querySelector(".guide-letter__files a[href$='.docx']").href}.js`,
      })
      this.leave = new guide.letter.Leave(this.keep, this.part("leave"), () => this.report().scrollIntoView({ block: "center" }))
      this.peek = new guide.letter.Peek(element, this.sheet)
      this.task = new guide.letter.Task(this)
      this.keep.begin({
        work: () => this.answers.work, read: where => this.answers.read(where), take: (answers, anew) => this.take(answers, anew),
      })
      // The style sheets lay out a letter with its form otherwise than a sheet alone.
      element.toggleAttribute("data-form", true)
      this.report()
      this.watch()
      guide.letter.takeNote(this)
    }

    watch() {
      for (const type of EVENTS) this.element.addEventListener(type, this)
      this.leave.watch()
      this.task.watch()
    }

    stop() {
      this.leave.stop()
      this.task.stop()
    }

    get keep() { return this.element.querySelector("guide-keep") }

    // What is said of what is kept stands in the form; before that shows, at the button that begins it. Returns where.
    report() {
      if (this.task.isOn) return this.keep
      this.element.report(this.keep.querySelector("[role=status]").textContent)
      return this.element.card
    }

    part(name) { return this.element.querySelector(`.guide-letter__${name}`) }

    // Put answers into the form; what else there is of the letter goes with a new beginning.
    take(answers, anew) {
      this.answers.put(answers, anew)
      if (anew) for (const part of [this.out, this.peek, this.task]) part.forget()
      this.show()
    }

    // ---------- What the letter says

    /** @returns {State} */
    get state() {
      const byHand = !this.answers.entered
      return { finished: this.answers.finish(this.sheet.units, guide.letter.contradicted(this.form), byHand), byHand }
    }

    show() {
      const wrong = guide.letter.contradicted(this.form)
      this.finished = this.answers.finish(this.sheet.units, wrong)
      const asked = this.sheet.show(this.finished).filter(field => !this.form.value(field))
      const open = [...new Set([...asked, ...wrong.map(({ field }) => field)])]
      const { entered } = this.answers
      this.element.toggleAttribute("data-empty", !entered)
      this.form.show(open, wrong)
      this.task.show(open)
      const all = new Set([...open, ...this.form.filled]).size
      this.element.show({ entered, filled: all - open.length, all })
    }

    // At most once for each picture that the browser draws.
    showSoon(then) {
      this.after = then
      this.frame ||= requestAnimationFrame(() => {
        this.frame = 0
        this.show()
        this.after?.()
      })
    }

    // ---------- What happens

    handleEvent(event) {
      const { target, type } = event
      const inForm = this.part("form").contains(target)
      if (type === "focusin" && inForm) {
        this.out.prepare()
        if (target.name) this.peek.follow(this.finished, target.name)
      } else if (type === "focusout" && target.name) {
        if (!target.value) target.dataset.left = "true"
        this.show()
      } else if (type === "click") this.clicked(event)
      // The letter is sent nowhere, and no word of it may get into an address.
      else if (type === "submit") event.preventDefault()
      else if (/input|change/.test(type) && inForm && target.matches("input, textarea")) this.changed(target, type)
    }

    changed(input, type) {
      this.form.choices.settle(input)
      this.out.prepare()
      if (type === "input") {
        this.out.isStale()
        const name = input.name || input.id.slice("take.".length)
        this.showSoon(() => {
          this.sheet.follow(name, this.part("frame"))
          this.peek.follow(this.finished, name)
        })
      } else {
        this.show()
        this.keep.changed()
      }
    }

    clicked(event) {
      const link = event.target.closest("a[href^='#field.'], a[href^='#take.']")
      const button = event.target.closest("[data-do]")
      const leave = event.target.closest("[data-leave]")
      if (link) {
        event.preventDefault()
        this.peek.leave()
        this.task.reach(decodeURIComponent(link.hash.slice(1)))
      } else if (leave) this.part("leave").close(leave.dataset.leave)
      else if (button?.dataset.do === "unwhole") this.peek.close()
      else if (button && !this.task.act(button.dataset.do)) this.out.act(button.dataset.do, button)
    }
  }

  guide.letter.Work = Work
})()
