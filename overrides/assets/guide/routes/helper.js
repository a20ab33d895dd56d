// <guide-route-helper> asks one question at a time and shows where the answers lead.
//
// Without JavaScript all questions and results stand in the page; here they are the source of the words. Answers live in
// this element only: they are not kept, not sent, and not put into the address. The browser's history gets only the number
// of a view. Markup: scripts/guide/blocks/route_helper.py. Choosing: choose.js. What is shown: question.js, answers.js, result.js.
(() => {
  const FIRST_YEAR = 1990

  class GuideRouteHelper extends HTMLElement {
    connectedCallback() {
      const script = this.querySelector(".guide-route__data")
      if (!script) return
      this.routes = JSON.parse(script.textContent)
      // Out of the page, for it is long: each answer would make the browser look at all of it.
      this.all = this.all || this.querySelector(".guide-route__all")
      this.all.remove()
      this.view = this.view || this.appendChild(Object.assign(document.createElement("div"), { className: "guide-route__view" }))
      this.start()
      for (const type of ["submit", "click", "change", "input"]) this.addEventListener(type, this)
      addEventListener("popstate", this)
      addEventListener("pageshow", this)
    }

    disconnectedCallback() {
      removeEventListener("popstate", this)
      removeEventListener("pageshow", this)
    }

    // `views` are the questions and results shown so far, by which Back and Forward find their way; `viewIndex` is the present one.
    start() {
      this.answers = {}
      this.views = [{ question: this.firstQuestion }]
      this.viewIndex = 0
      history.replaceState({ guideRoute: 0 }, "")
      this.show(false)
    }

    get firstQuestion() { return Object.keys(this.routes.questions)[0] }
    get openQuestion() { return guide.routes.walk(this.routes, this.answers).open }

    questionOf(key) { return this.routes.questions[key] || this.routes.details[key] }

    // Go to a view, a question or the result; what came after the present one in the history goes.
    go(view) {
      this.views = [...this.views.slice(0, this.viewIndex + 1), view]
      this.viewIndex += 1
      history.pushState({ guideRoute: this.viewIndex }, "")
      this.show()
    }

    show(move = true) {
      const view = this.views[this.viewIndex]
      this.dataset.view = view.question ? "question" : "result"
      this.view.replaceChildren(view.question ? guide.routes.drawQuestion(this, view.question) : guide.routes.drawResult(this, view))
      const answers = guide.routes.drawAnswers(this, view)
      if (answers) this.view.append(answers)
      if (!move) return
      this.view.querySelector(".guide-route__heading").focus({ preventScroll: true })
      this.view.scrollIntoView({ block: "start" })
    }

    handleEvent(event) {
      const { type, target } = event
      switch (type) {
        case "popstate": return this.turn(event.state)
        // Back brings a page back whole; the answers are kept nowhere.
        case "pageshow": return event.persisted && this.start()
        case "submit":
          event.preventDefault()
          return this.answer()
        case "click": {
          const button = target.closest("button")
          return button && this.act(button.dataset)
        }
      }
      if (type === "change" && target.name === "route-choice") this.openDates()
      this.showTrouble("", target.closest(".guide-route__date"))
    }

    // What a button is for; `change` names the question whose answer it changes.
    act({ do: action, change }) {
      if (change) return this.go({ question: change })
      switch (action) {
        case "back": return history.back()
        case "on": return this.go({ question: this.openQuestion })
        case "change": return this.querySelector("#your-answers").focus()
        case "print": return print()
        case "again":
          this.answers = {}
          return this.go({ question: this.firstQuestion })
        case "calendar": return guide.routes.saveCalendar(this, guide.routes.outcome(this.routes, this.answers, guide.today()))
      }
    }

    // Back and forward in the browser. A jump to a source has no number and moves nothing here.
    turn(state) {
      const index = state?.guideRoute
      if (!Number.isInteger(index) || index === this.viewIndex) return
      this.viewIndex = this.views[index] ? index : 0
      this.show()
    }

    openDates() {
      for (const row of this.view.querySelectorAll(".guide-route__choice")) {
        const part = row.querySelector(".guide-route__date")
        if (part) part.hidden = !row.querySelector("[name=route-choice]").checked
      }
    }

    // Say what is wrong beside a day, or below all choices; with "" that nothing is.
    showTrouble(sentence, date = null) {
      const line = date ? date.querySelector(".guide-route__trouble") : this.view.querySelector("form > .guide-route__trouble")
      if (line) line.textContent = sentence
    }

    // Take the answer in the form, or say what is missing.
    answer() {
      const key = this.views[this.viewIndex].question
      const question = this.questionOf(key)
      const boxes = [...this.view.querySelectorAll("[name=route-choice]")]
      const checked = boxes.filter(box => box.checked).map(box => box.value)
      if (question.many) this.answers[key] = { choices: checked }
      else if (!checked.length) {
        this.showTrouble(guide.phrase("route_helper.no_choice"))
        return boxes[0].focus()
      } else {
        const input = this.view.querySelector(".guide-route__date:not([hidden]) input")
        const sentence = input && this.trouble(input)
        if (sentence) {
          this.showTrouble(sentence, input.closest(".guide-route__date"))
          return input.focus()
        }
        this.answers[key] = { choice: checked[0], ...(input && { date: input.value }) }
      }
      const open = this.openQuestion, answer = question.answers[checked[0]]
      // What cannot wait is shown before anything else is asked.
      const atOnce = !question.many && answer?.result && answer.next
      this.go(open && !atOnce ? { question: open } : { atOnce: Boolean(atOnce) && Boolean(open) })
    }

    // What is wrong with a day, in a sentence, or "".
    trouble(input) {
      const { may_be: mayBe, optional } = this.routes.dates[input.dataset.date]
      const sentence = guide.days.trouble(input, FIRST_YEAR, mayBe === "past" ? guide.today() : "")
      return sentence || (input.value || optional ? "" : guide.phrase("route_helper.day_missing"))
    }
  }

  customElements.define("guide-route-helper", GuideRouteHelper)
})()
