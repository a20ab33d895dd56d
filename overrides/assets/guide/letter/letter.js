// <guide-letter id="…"> lets a parent write the letter on its sheet: it begins with one button, and one group is asked for
// at a time.
//
// Without JavaScript the sheet is complete: it reads, prints and can be filled in by hand. The form, and all that goes
// with it, is loaded at the first touch (letter/work.js), or at once where answers are kept.
// Markup: scripts/guide/blocks/letter.py. Tools: overrides/partials/letter.html.
(() => {
  const START = "#start"
  const NAMES = {
    letter: guide.phrase("letter.kind"),
    worksheet: guide.phrase("letter.worksheet_kind"),
    sheet: guide.phrase("letter.sheet_kind"),
  }

  class GuideLetter extends HTMLElement {
    connectedCallback() {
      if (!this.card) this.draw()
      this.addEventListener("click", this.pulling)
      this.button.addEventListener("click", this.starting)
      window.addEventListener("hashchange", this.called)
      this.work?.watch()
      if (guide.store.keeping("answers") !== "no") this.ready()
      // Loaded anew in the middle of its form it is there again.
      if (history.state?.letter === this.id) this.start("again")
      else this.called()
    }

    disconnectedCallback() {
      window.removeEventListener("hashchange", this.called)
      this.work?.stop()
    }

    draw() {
      this.card = document.querySelector(".guide-letter__start")
      this.card.append(guide.copy("guide-letter-start"))
      this.append(guide.copy("guide-letter-whole"))
      this.toggleAttribute("data-ready", true)
      this.name(this)
      this.show({ entered: false })
    }


    /** @returns {string} what it is called: letter, worksheet or sheet */
    get kindName() { return NAMES[this.dataset.kind] }

    get button() { return this.card.querySelector("button") }

    /** Call what is no letter by its name. @param {ParentNode} part */
    name(part) { for (const label of part.querySelectorAll(".guide-letter__kind")) label.textContent = this.kindName }

    /** Say how far it is. @param {{ entered: boolean, filled?: number, all?: number }} state */
    show({ entered, filled, all }) {
      const kind = this.kindName
      this.button.textContent = entered ? guide.phrase("letter.go_on_button", { kind }) : guide.phrase("letter.start_button", { kind })
      const line = this.card.querySelector(".guide-letter__filled")
      line.hidden = !entered
      if (entered) line.textContent = guide.phrase("letter.filled_in", { filled, all })
    }

    /** @returns {Promise<void>} when the form is there; it is loaded once, and asked for again where that failed */
    ready() {
      this.loading ||= this.load()
      this.loading.catch(() => { this.loading = null })
      return this.loading
    }

    async load() {
      await guide.load("letter")
      this.work ||= new guide.letter.Work(this)
    }

    /** Say something at the button. @param {string} text */
    report(text) { this.card.querySelector(".guide-letter__unready").textContent = text }

    async act(what) {
      this.report("")
      try {
        await this.ready()
        what(this.work)
      } catch (error) {
        if (this.work) throw error
        this.report(guide.phrase("letter.not_loaded"))
      }
    }

    /** Begin the form. @param {"button"|"link"|"again"} by what */
    start(by) { return this.act(({ task }) => task.begin(by)) }

    starting = () => this.start("button")

    // Another page sends here to begin at once.
    called = () => { if (location.hash === START) this.start("link") }

    pulling = ({ target }) => { if (target.closest("[data-do='whole']")) this.act(({ peek }) => peek.open()) }
  }

  guide.define("guide-letter", GuideLetter)
})()
