// <guide-kit> puts a family's own kit together: what they tick, with their names filled in, printed in one go.
//
// Nothing is sent, and what is typed is kept only if the parent said so (shared/keep.js). Without JavaScript the list stands
// there with its links. Markup: scripts/guide/blocks/kit.py. Tools: overrides/partials/kit.html.
(() => {
  class GuideKit extends HTMLElement {
    connectedCallback() {
      if (!this.list) this.draw()
      for (const type of ["input", "keyup", "change", "click", "focusin", "focusout"]) this.addEventListener(type, this)
      window.addEventListener("beforeprint", this.printing)
      window.addEventListener("pagehide", this.leaving)
      this.leave.watch()
    }

    disconnectedCallback() {
      window.removeEventListener("beforeprint", this.printing)
      window.removeEventListener("pagehide", this.leaving)
      this.leave.stop()
      this.dropPaper()
    }

    draw() {
      const asked = JSON.parse(this.querySelector(".guide-kit__data").textContent)
      this.list = new guide.kit.List(this)
      this.replaceChildren(guide.copy("guide-kit-tools"), guide.copy("guide-letter-leave"))
      this.part("groups").append(...this.list.groups)
      this.list.drawReady(this.part("ready"))
      this.names = new guide.kit.Names(asked)
      this.part("fields").append(...this.names.rows)
      this.days = new guide.kit.Days(this.part("fields"))
      const started = this.list.tickStarted()
      this.part("started").textContent = started.length ? guide.phrase("kit.started", { pieces: this.titles(started) }) : ""
      this.leave = new guide.letter.Leave(this.keep, this.querySelector("dialog"))
      this.keep.begin({ work: () => this.names.work, read: where => this.names.read(where), take: (work, anew) => this.take(work, anew) })
    }

    get keep() { return this.querySelector("guide-keep") }

    part(name) { return this.querySelector(`.guide-kit__${name}`) }

    report(text) { this.part("said").textContent = text }

    take(work, anew) {
      this.names.put(work, anew)
      if (anew) this.days.forget()
      this.changed()
    }

    // ---------- What is ticked

    // What was printed is not so any more. Once something is ticked, the names are asked for.
    changed() {
      const names = this.part("names")
      names.open ||= this.list.chosen.length && !names.dataset.asked
      if (names.open) names.dataset.asked = ""
      this.dropPaper()
      this.report("")
      this.list.show()
      this.days.show(this.list.chosen)
      this.part("count").textContent = guide.phrase("kit.count", { count: this.list.chosen.length })
    }

    // Load what is ticked; later there may be no connection. Resolves to what could not be loaded.
    async load() {
      const { chosen } = this.list
      const ended = await Promise.allSettled(chosen.map(({ id }) => guide.kit.load(id)))
      this.days.show(this.list.chosen)
      return chosen.filter((_, n) => ended[n].status === "rejected")
    }

    handleEvent({ target, type }) {
      const button = target.closest("button")
      if (type === "click") {
        const { ready, leave } = button?.dataset ?? {}
        if (ready) this.tick(this.list.ready.choices[ready])
        else if (leave !== undefined) this.querySelector("dialog").close(leave)
        else if (button) this.act(button.dataset.do)
      // A date that is none changes no value, so the browser tells of no input.
      } else if (type === "focusout" || type === "keyup") {
        this.days.show(this.list.chosen)
      } else if (/input|change/.test(type) && target.matches("input")) {
        this.changed()
        if (type === "change" && target.name) this.keep.changed()
      }
      // Nothing is asked for before the parent does something here.
      if (type === "change" || type === "focusin" || type === "click") this.load()
    }

    // What a button's data-do asks for.
    act(action) {
      switch (action) {
        case "print": return this.print()
        case "clear": {
          this.list.clear()
          return this.changed()
        }
      }
    }

    tick({ ids }) {
      this.list.tick(ids)
      this.changed()
      this.report(guide.phrase("kit.ready_ticked", { pieces: this.titles(ids.map(id => this.list.pieces.get(id))) }))
    }

    titles(pieces) { return pieces.map(({ title }) => title).join("; ") }

    // ---------- On paper

    async print() {
      const { chosen } = this.list
      if (!chosen.length) return this.report(guide.phrase("kit.nothing"))
      const missing = await this.load()
      if (missing.length) return this.report(guide.phrase("kit.not_loaded", { pieces: this.titles(missing) }))
      this.drawPaper(chosen)
      this.report(guide.phrase("kit.done", { count: chosen.length, pieces: this.titles(chosen) }))
      window.print()
    }

    drawPaper(chosen) {
      this.dropPaper()
      const { known, filled } = this.names
      const pieces = chosen.map(({ id, title }) => ({ id, title, element: guide.kit.open(id) }))
      for (const { id, element } of pieces) guide.kit.fill(element, id, known, this.days.start(id))
      this.paper = guide.kit.drawPaper(pieces, filled)
      document.body.append(this.paper)
      document.documentElement.dataset.print = "kit"
    }

    // The browser's own way to print prints the kit too, if all of it is there.
    printing = () => {
      const { chosen } = this.list
      if (!this.paper && chosen.length && chosen.every(({ id }) => id in guide.kitPieces)) this.drawPaper(chosen)
    }

    dropPaper() {
      if (!this.paper) return
      this.paper.remove()
      this.paper = null
      delete document.documentElement.dataset.print
    }

    // A page that is left keeps nothing of the print.
    leaving = () => this.dropPaper()
  }

  guide.define("guide-kit", GuideKit)
})()
