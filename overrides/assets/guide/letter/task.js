// The task of filling in a letter: one screen after the other, then what is still open, then the letter ready to go.
//
// Each screen is an entry of the browser's history, so that Back goes one screen back, and what was typed stays.
(() => {
  const { documentElement: root } = document

  class Task {
    /**
     * @param {Work} work
     */
    constructor(work) {
      this.work = work
      this.id = work.element.id
      this.screens = guide.letter.drawScreens(work.form, work.part("screens"))
      this.review = new guide.letter.Review(work, this.screens)
      this.screens.push({ element: work.part("review"), isReview: true }, { element: work.part("end"), isEnd: true })
      this.steps = new guide.letter.Steps(work, this.screens)
      this.after = document.querySelectorAll(".guide-fold[data-after], .guide-fold[data-after] + .guide-next")
    }

    watch() { window.addEventListener("popstate", this.returned) }

    stop() { window.removeEventListener("popstate", this.returned) }

    get isOn() { return root.dataset.task === "letter" }

    // Where a parent goes on: at the first screen that has a blank, or at its end.
    get next() {
      if (!this.work.answers.entered) return 0
      const place = this.screens.findIndex(screen => screen.holds && this.open.some(screen.holds))
      return place < 0 ? this.screens.length - 2 : place
    }

    /** Begin it, or go on with it. @param {"button"|"link"|"again"} by a link that leads here, or the page loaded anew, stands in the history already */
    begin(by) {
      if (by === "again") this.enter(history.state.screen)
      else if (!this.isOn) this.go(this.next, by === "link")
    }

    go(place, isThere = false) {
      const depth = isThere ? 0 : (history.state?.depth ?? 0) + 1
      history[isThere ? "replaceState" : "pushState"]({ letter: this.id, screen: place, depth }, "")
      this.enter(place)
    }

    returned = ({ state }) => {
      if (state?.letter === this.id) this.enter(state.screen)
      else if (this.isOn) this.exit()
    }

    enter(place) {
      this.place = Math.min(place, this.screens.length - 1)
      root.dataset.task = "letter"
      const screen = this.screens[this.place]
      for (const { element } of this.screens) element.hidden = element !== screen.element
      this.work.element.dataset.screen = screen.isEnd ? "end" : screen.isReview ? "review" : "fields"
      const on = this.work.part("on")
      on.hidden = Boolean(screen.isEnd)
      on.textContent = screen.isReview ? guide.phrase("letter.done_button", { kind: this.kind })
        : this.screens[this.place + 1]?.isReview ? guide.phrase("letter.check_button", { kind: this.kind }) : guide.phrase("letter.on_button")
      this.steps.show(this.place, this.open)
      if (screen.isEnd) this.showEnd()
      if (screen.first) this.work.peek.follow(this.work.finished, screen.first)
      scrollTo(0, 0)
      this.work.part("form").scrollTop = 0
      screen.element.querySelector("h1").focus({ preventScroll: true })
    }

    get kind() { return this.work.element.kindName }

    exit() {
      delete root.dataset.task
      this.work.element.after(...this.after)
      this.work.peek.leave()
      const { button } = this.work.element
      button.focus({ preventScroll: true })
      button.scrollIntoView({ block: "center" })
    }

    // Away from all of its screens, to the page that it began on.
    close() {
      const depth = history.state?.depth
      if (depth) return history.go(-depth)
      history.replaceState(null, "", location.pathname + location.search)
      this.exit()
    }

    forget() { this.work.part("picture").replaceChildren() }

    // The end has what comes next, which stands below the letter on its page.
    showEnd() {
      const pages = this.drawPicture()
      const line = this.work.part("pages")
      line.hidden = !this.work.answers.entered
      line.textContent = guide.phrase("letter.pages", { count: pages })
      this.work.part("after").append(...this.after)
    }

    // A small picture of the letter as it prints, set into columns as high as a page. Returns how many these are.
    drawPicture() {
      const copy = this.work.sheet.element.cloneNode(true)
      for (const part of [copy, ...copy.querySelectorAll("[id], input, [data-now]")]) {
        part.removeAttribute("id")
        part.removeAttribute("data-now")
      }
      const picture = this.work.part("picture")
      picture.inert = true
      picture.replaceChildren(copy)
      const { columnGap, width } = getComputedStyle(copy)
      return Math.round((copy.scrollWidth + parseFloat(columnGap)) / (parseFloat(width) + parseFloat(columnGap)))
    }

    /** What a button's data-do asks for. @param {string} action @returns {boolean} whether that is of the task */
    act(action) {
      const [step, at] = action.split(".")
      switch (step) {
        case "on": this.go(this.place + 1); break
        case "back": if (history.state?.depth) history.back(); else this.act("close"); break
        case "close": this.work.leave.ask(() => this.close()); break
        case "review": this.go(this.screens.length - 2); break
        case "change": this.go(0); break
        case "step": this.go(Number(at)); break
        default: return false
      }
      return true
    }

    /** Go to a field or a choice, wherever it is asked for. @param {string} id of its input */
    reach(id) {
      const input = document.getElementById(id)
      const place = this.screens.findIndex(({ element }) => element.contains(input))
      if (!this.isOn || place !== this.place) this.go(place)
      const field = this.work.form.fields.get(input.name)
      const target = input.hidden && field ? field.row.querySelector("button") : input
      target.focus()
    }

    /** @param {string[]} open the fields that the letter still needs */
    show(open) {
      this.open = open
      this.review.show(open)
      if (this.place !== undefined) this.steps.show(this.place, open)
      this.work.peek.count(open.length)
    }
  }

  guide.letter.Task = Task
})()
