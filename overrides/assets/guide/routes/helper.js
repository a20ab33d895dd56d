// <guide-route-helper> asks one question at a time and shows where the answers lead.
//
// Without JavaScript all questions and results stand in the page; here they are the source of the words. Answers live in
// this element only: they are not kept, not sent, and not put into the address. The browser's history gets only the number
// of a view. Markup: scripts/guide/blocks/routes.py. Choosing: choose.js. Results: result.js.
// Templates: overrides/partials/route-helper.html.
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

    start() {
      this.answers = {}
      this.views = [{ question: Object.keys(this.routes.questions)[0] }]
      this.at = 0
      history.replaceState({ guideRoute: 0 }, "")
      this.show(false)
    }

    get today() { return guide.today() }

    // A part of the page's own words, without its ids, which may stand only once.
    words(selector, inside = this.all) {
      const found = inside.querySelector(selector)
      if (!found) return document.createDocumentFragment()
      const copy = found.cloneNode(true)
      for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id")
      const words = document.createDocumentFragment()
      words.append(...copy.childNodes)
      return words
    }

    say = (question, choice) =>
      this.all.querySelector(`[data-question="${question}"] [data-answer="${choice}"] .guide-route__say`).textContent

    questionOf = key => this.routes.questions[key] || this.routes.details[key]

    // Go to a view, a question or the result; what came after the present one in the history goes.
    go(view) {
      this.views = [...this.views.slice(0, this.at + 1), view]
      this.at += 1
      history.pushState({ guideRoute: this.at }, "")
      this.show()
    }

    show(move = true) {
      const view = this.views[this.at]
      this.dataset.view = view.question ? "question" : "result"
      this.view.replaceChildren(...(view.question ? [this.drawQuestion(view.question)] : [guide.drawRoute(this, view)]))
      const given = this.drawGiven(view)
      if (given) this.view.append(given)
      if (!move) return
      this.view.querySelector(".guide-route__heading").focus({ preventScroll: true })
      this.view.scrollIntoView({ block: "start" })
    }

    drawQuestion(key) {
      const form = guide.copy("guide-route-question")
      const { asked } = guide.routes.walk(this.routes, this.answers)
      const number = (asked.includes(key) ? asked.indexOf(key) : asked.length - 1) + 1
      const left = guide.routes.ahead(this.routes, this.answers)
      const total = left ? asked.length - 1 + left : asked.length
      form.querySelector(".guide-route__place").textContent = `Which route? Question ${number} of ${left > 1 ? "up to " : ""}${total}`
      const heading = form.querySelector(".guide-route__heading")
      heading.id = "guide-route-heading"
      heading.append(this.words(`[data-question="${key}"] .guide-route__ask`))
      const why = form.querySelector(".guide-route__reason")
      why.id = "guide-route-reason"
      why.append(this.words(`[data-question="${key}"] .guide-route__why`))
      const trouble = form.querySelector(".guide-route__trouble")
      trouble.id = "guide-route-trouble"
      const question = this.questionOf(key)
      const choices = form.querySelector(".guide-route__choices")
      choices.setAttribute("role", question.many ? "group" : "radiogroup")
      choices.setAttribute("aria-labelledby", heading.id)
      choices.setAttribute("aria-describedby", `${why.id} ${trouble.id}`)
      const chosen = this.answers[key]
      for (const [name, answer] of Object.entries(question.answers)) {
        const row = guide.copy("guide-route-choice")
        const input = row.querySelector("input")
        Object.assign(input, { type: question.many ? "checkbox" : "radio", name: "route-choice", value: name,
          checked: question.many ? Boolean(chosen?.choices?.includes(name)) : chosen?.choice === name })
        row.querySelector("span").textContent = this.say(key, name)
        if (answer.date) row.firstElementChild.append(this.drawDate(answer.date, input.checked, chosen?.date))
        choices.append(row)
      }
      if (question.many) form.querySelector(".guide-button").textContent = "Show my result"
      form.querySelector("[data-do=back]").hidden = this.at === 0
      return form
    }

    drawDate(name, open, day = "") {
      const part = guide.copy("guide-route-date")
      const { label, hint } = this.routes.dates[name]
      const input = part.querySelector("input")
      const ids = [`route-day-${name}`, `route-hint-${name}`, `route-trouble-${name}`]
      input.id = ids[0]
      input.value = day
      input.dataset.date = name
      input.setAttribute("aria-describedby", `${ids[1]} ${ids[2]}`)
      Object.assign(part.querySelector("label"), { htmlFor: ids[0], textContent: label })
      Object.assign(part.querySelector(".guide-route__hint"), { id: ids[1], textContent: `${guide.days.order}. ${hint}` })
      part.querySelector(".guide-route__trouble").id = ids[2]
      part.firstElementChild.hidden = !open
      return part
    }

    // The answers of this path, each with a way to change it.
    drawGiven(view) {
      const { asked } = guide.routes.walk(this.routes, this.answers)
      const done = asked.filter(key => this.answers[key] && key !== view.question)
      if (!done.length) return null
      const part = guide.copy("guide-route-answers")
      if (!view.question) part.querySelector("h4").textContent = "Your answers"
      for (const key of done) {
        const { choice, choices = [choice], date } = this.answers[key]
        const said = choices.map(name => this.say(key, name)).join(". ") || "None of these fits"
        const change = Object.assign(document.createElement("button"), { type: "button", className: "guide-link", textContent: "Change" })
        change.dataset.change = key
        const asks = this.all.querySelector(`[data-question="${key}"] .guide-route__ask`).textContent
        change.setAttribute("aria-label", `Change: ${asks}`)
        const row = document.createElement("li")
        row.append(Object.assign(document.createElement("span"), { className: "guide-route__asked", textContent: asks }),
          ` ${said}${date ? `: ${guide.formatDate(date)}` : ""}. `, change)
        part.querySelector("ul").append(row)
      }
      // The result has that button among its own.
      if (!view.question) part.querySelector(".guide-route__ways").remove()
      return part
    }

    handleEvent(event) {
      const { type, target } = event
      if (type === "popstate") return this.turn(event.state)
      // Back brings a page back whole; the answers are kept nowhere.
      if (type === "pageshow") return event.persisted && this.start()
      if (type === "submit") {
        event.preventDefault()
        return this.answer()
      }
      if (type === "change" && target.name === "route-choice") this.openDates()
      if (type === "change" || type === "input") this.tell("", target.closest(".guide-route__date") || this.view)
      if (type !== "click") return
      const button = target.closest("button")
      const dos = {
        back: () => history.back(),
        on: () => this.go({ question: guide.routes.walk(this.routes, this.answers).open }),
        change: () => this.querySelector("#your-answers").focus(),
        print: () => print(),
        again: () => this.again(),
        calendar: () => this.saveDays(),
      }
      if (button?.dataset.change) this.go({ question: button.dataset.change })
      else dos[button?.dataset.do]?.()
    }

    // Back and forward in the browser. A jump to a source has no number and moves nothing here.
    turn(state) {
      const at = state?.guideRoute
      if (!Number.isInteger(at) || at === this.at) return
      this.at = this.views[at] ? at : 0
      this.show()
    }

    again() {
      this.answers = {}
      this.go({ question: Object.keys(this.routes.questions)[0] })
    }

    openDates() {
      for (const row of this.view.querySelectorAll(".guide-route__choice")) {
        const part = row.querySelector(".guide-route__date")
        if (part) part.hidden = !row.querySelector("[name=route-choice]").checked
      }
    }

    tell(sentence, place) {
      const line = place.matches(".guide-route__date") ? place.querySelector(".guide-route__trouble") : place.querySelector("form > .guide-route__trouble")
      if (line) line.textContent = sentence
    }

    // Take the answer in the form, or say what is missing.
    answer() {
      const key = this.views[this.at].question
      const question = this.questionOf(key)
      const boxes = [...this.view.querySelectorAll("[name=route-choice]")]
      const checked = boxes.filter(box => box.checked).map(box => box.value)
      if (question.many) this.answers[key] = { choices: checked }
      else if (!checked.length) {
        this.tell("Choose the answer that comes nearest.", this.view)
        return boxes[0].focus()
      } else {
        const input = this.view.querySelector(`.guide-route__date:not([hidden]) input`)
        const sentence = input && this.trouble(input)
        if (sentence) {
          this.tell(sentence, input.closest(".guide-route__date"))
          return input.focus()
        }
        this.answers[key] = { choice: checked[0], ...(input && { date: input.value }) }
      }
      const { open } = guide.routes.walk(this.routes, this.answers)
      const answer = question.answers[checked[0]]
      // What cannot wait is shown before anything else is asked.
      const atOnce = !question.many && answer?.result && answer.next
      this.go(open && !atOnce ? { question: open } : { atOnce: Boolean(atOnce) && Boolean(open) })
    }

    // What is wrong with a day, in a sentence, or "".
    trouble(input) {
      const found = guide.days.trouble(input)
      if (found) return found
      const { may_be, optional } = this.routes.dates[input.dataset.date]
      if (!input.value) return optional ? "" : "Give the day, or choose another answer. Nothing is guessed."
      if (Number(input.value.slice(0, 4)) < FIRST_YEAR) return `The year ${input.value.slice(0, 4)} cannot be right.`
      if (may_be === "past" && input.value > this.today) {
        return `${guide.formatDate(input.value)} is still to come. Give the day on which it happened.`
      }
      return ""
    }

    // The last days as a calendar file, with reminders. Its titles tell nothing of the child.
    saveDays() {
      const found = guide.routes.outcome(this.routes, this.answers, this.today)
      const events = found.limits.filter(({ date, state }) => date && state !== "past").map(({ key, rule, date }) => ({
        id: `route-${key}`,
        day: date,
        title: guide.limits.holdsOff(rule) ? guide.limits.SAFE_DAY : "Last day of a time limit",
        text: `${this.words(`[data-limit="${key}"] .guide-route__say`).textContent.replace(/\s*\d+$/, "")} ${location.href.split("#")[0]}`,
        warn: [30, 14, 7, 1],
      }))
      const said = this.querySelector(".guide-route__said")
      try {
        guide.download("time-limits.ics", "text/calendar", guide.calendar(events))
        said.textContent = '"time-limits.ics" goes to your downloads. Open it, and your calendar asks where to put the days.'
      } catch { said.textContent = "This browser does not let the guide save a file. Print the result instead." }
    }
  }

  customElements.define("guide-route-helper", GuideRouteHelper)
})()
