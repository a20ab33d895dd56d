// What <guide-route-helper> does once it is touched: it asks one question at a time and shows where the answers lead; more
// questions refine the result in place.
//
// Answers live in the element, and for a reload in the tab (resume.js): they are not kept, not sent, and not put into the
// address. The browser's history gets only the number of a view. The element, and its first question: begin.js. Choosing:
// choose.js. What is shown: views.js, refine.js. What buttons do: actions.js.
(() => {
  const { walk, drawQuestion, readQuestion, stageAfter, given, drawView, drawAhead } = guide.routes

  guide.routes.helper = {
    begin() {
      this.data = guide.routeData
      for (const type of ["submit", "click", "input", "pointerdown"]) this.addEventListener(type, this)
      // A row that opens tells only those who catch it on its way down.
      this.addEventListener("toggle", this, true)
      for (const type of ["popstate", "pageshow", "beforeprint", "afterprint"]) addEventListener(type, this)
      const reached = history.state?.guideRoute
      this.forget()
      guide.routes.outliveReload(this, reached)
    },

    // Nothing is answered. `views` are the questions and results shown so far, by which Back and Forward find their way;
    // `viewIndex` is the present one.
    forget() {
      this.answers = {}
      this.views = [{ question: this.firstQuestion }]
      this.viewIndex = this.keptIndex = 0
      history.replaceState({ guideRoute: 0 }, "")
    },

    start() {
      this.forget()
      this.show(false)
    },

    questionOf(key) { return guide.routes.questionOf(this.data, key) },
    outcome() { return guide.routes.outcome(this.data, this.answers, guide.today()) },
    // Go to a view, a question or the result; what came after the present one in the history goes.
    go(view) {
      this.views = [...this.views.slice(0, this.viewIndex + 1), view]
      this.viewIndex += 1
      this.show()
      guide.routes.afterPaint(() => this.keepPlace())
    },

    // The history is slow: it gets the new views when they are painted, or when Back is pressed before.
    keepPlace() {
      while (this.keptIndex < this.viewIndex) history.pushState({ guideRoute: this.keptIndex += 1 }, "")
    },

    show(move = true) {
      const view = this.views[this.viewIndex], { parts, fill } = drawView(this, view)
      this.list.hidden = true
      this.dataset.view = view.question ? "question" : "result"
      // With the first answer the page becomes the task: what stands around it goes.
      const { dataset } = document.documentElement
      if (view.question === this.firstQuestion) delete dataset.task
      else dataset.task = "helper"
      this.view.replaceChildren(...parts)
      // What stands below the first screen comes when that is painted.
      guide.routes.afterPaint(fill)
      if (!move) return
      this.view.querySelector(".guide-route__heading").focus({ preventScroll: true })
      this.view.scrollIntoView({ block: "start" })
    },

    handleEvent(event) {
      const { type, target } = event
      switch (type) {
        case "popstate": return this.turn(event.state)
        // Back brings a page back whole; the answers do not come back with it.
        case "pageshow": return event.persisted && this.start()
        case "beforeprint": return guide.routes.openForPaper(this.view)
        case "afterprint": return guide.routes.closeAgain()
        case "toggle": return target.matches("[data-ask]") && guide.routes.turnAsk(this, target)
        case "submit":
          event.preventDefault()
          return this.submit(target)
        case "input": return guide.routes.typed(this, target)
        // A tap begins: its end finds the data there, and the next view drawn.
        case "pointerdown": return drawAhead(this, target.closest("button"))
        case "click": {
          const button = target.closest("button")
          return button && this.press(button)
        }
      }
    },

    press(button) {
      const { choice, change, about } = button.dataset
      if (change) return this.go({ question: change })
      if (about) return this.take(button.form, { ...given(this.questionOf(button.form.dataset.question), button.form.stage.choices), about })
      if (choice) return this.choose(button.form, [choice])
      return guide.routes.act(this, button)
    },

    // Take the choices of a form, or go on to the days or the counter that they ask for.
    choose(form, choices) {
      const key = form.dataset.question, question = this.questionOf(key)
      const stage = stageAfter(question, choices)
      if (stage) this.stage(form, stage)
      else this.take(form, given(question, choices))
    },

    stage(form, stage) {
      const key = form.dataset.question
      if (!form.closest("[data-ask]")) return this.go({ question: key, stage })
      const next = drawQuestion(this, key, { stage, inPlace: true })
      form.replaceWith(next)
      next.querySelector("input").focus()
    },

    submit(form) {
      const answer = readQuestion(this, form)
      if (!answer) return
      if (answer.choices && !form.stage) this.choose(form, answer.choices)
      else this.take(form, answer)
    },

    // Keep an answer and go on: to the next question or the result, or on the result by drawing it anew.
    async take(form, answer) {
      const answers = { ...this.answers, [form.dataset.question]: answer }
      const { open, situation } = walk(this.data, answers)
      if (situation && !this.data.situations[situation] && !await this.waitFor(form, () => guide.routes.loadSituation(situation))) return
      this.answers = answers
      if (form.closest("[data-ask]")) guide.routes.refine(this, form)
      else this.go(open ? { question: open } : {})
    },

    // Back and Forward in the browser. A jump to a source has no number and moves nothing here.
    turn(state) {
      const index = state?.guideRoute
      if (!Number.isInteger(index) || index === this.viewIndex) return
      this.viewIndex = this.keptIndex = this.views[index] ? index : 0
      this.show()
    },
  }
})()
