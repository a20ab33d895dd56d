// The task of a tracker that has the page to itself: what a promise says, its forms, the letter; and the way back.
(() => {
  const { amount, countSentences, dayText, doneText, letterLine, nameOf, stateLine, WHY } = guide.tracker

  const textElement = (tag, textContent) => Object.assign(document.createElement(tag), { textContent })

  const daysOf = ({ from, until }, today) => {
    if (from && until) return guide.phrase("tracker.span", { from: dayText(from, today), until: dayText(until, today) })
    return dayText(until || from, today)
  }

  // What a promise says, as title and text.
  const detailsOf = (promise, today) => [
    [guide.phrase("tracker.who_title"), promise.who],
    [guide.phrase("tracker.amount_title"), promise.kind === "once" ? "" : amount(promise)],
    [promise.kind === "once" || !promise.from ? guide.phrase("tracker.due_title") : guide.phrase("tracker.from_title"), daysOf(promise, today)],
    [guide.phrase("tracker.where_title"), promise.where],
    [guide.phrase("tracker.item_title"), promise.item],
    [guide.phrase("tracker.proof_title"), promise.proof],
    [guide.phrase("tracker.note_title"), promise.note],
  ].filter(([, text]) => text.trim())

  const sessionText = ({ day, minutes, excused, why, how }) => {
    const date = guide.days.is(day) ? guide.formatDate(day, "short") : day
    const entry = excused ? guide.phrase("tracker.entry_excused", { date, count: minutes }) : guide.phrase("tracker.entry", { date, count: minutes })
    return [entry, WHY[why], typeof how === "string" ? how : ""].filter(Boolean).join(". ")
  }

  // Whether a button fits the promise as it stands.
  const fits = ({ act, again }, { kind }, { state, trouble, begun }) => {
    const isOpen = kind === "once" && state !== "kept" && !trouble
    switch (act) {
      case "log": return Boolean(begun)
      case "write": return state === "late"
      case "kept": return isOpen
      // Once it is late, the same button asks what happened.
      case "missed": return again === undefined ? isOpen && state !== "late" : state === "late"
      default: return true
    }
  }

  class TrackerTask {
    /** @param {TrackerEditor} editor */
    constructor(editor) {
      Object.assign(this, { editor, tracker: editor.tracker, steps: [] })
      this.element = this.tracker.part("task")
    }

    part(name) { return this.element.querySelector(`.guide-tracker__${name}`) }

    get step() { return this.steps.at(-1) }

    /** @param {{name: string, id?: string, kind?: string, start?: string}} step one further into the task, or its first */
    open(step) {
      if (!this.steps.length) this.opener = document.activeElement
      this.steps.push(step)
      this.draw()
    }

    draw() {
      this.stay()
      this.form = this.letter = null
      this.part("inside").replaceChildren(this.contents())
      this.show(true)
      this.form?.begin()
      const title = this.element.querySelector("h2")
      title.tabIndex = -1
      title.focus({ preventScroll: true })
      this.element.scrollIntoView({ block: "start" })
    }

    // The board gives its place to the task, or takes it again.
    show(isOpen) {
      this.tracker.toggleAttribute("data-task", isOpen)
      this.element.hidden = !isOpen
      this.tracker.part("board").hidden = isOpen
    }

    contents() {
      const { name, id } = this.step
      const { editor, tracker } = this
      switch (name) {
        case "kinds": return guide.copy("guide-tracker-kinds")
        case "details": return this.details(id)
        case "write": return this.lines(id)
        default: {
          const promise = id ? editor.promise(id) : editor.newPromise(this.step)
          this.form = new guide.TrackerForm(name, promise, tracker.today, !id)
          return this.form.element
        }
      }
    }

    details(id) {
      const { today, shown } = this.tracker
      const one = shown.find(({ promise }) => promise.id === id)
      const { promise, seen } = one
      const view = guide.copy("guide-tracker-details").firstElementChild
      const set = (name, text) => { view.querySelector(`.guide-tracker__${name}`).textContent = text }
      Object.assign(view.dataset, { promise: id, state: seen.state })
      set("name", nameOf(promise))
      set("state", stateLine(one, today))
      set("words", promise.words)
      set("count", seen.trouble || (seen.counted ? countSentences(promise, seen.counted, today) : ""))
      view.querySelector("dl").replaceChildren(...detailsOf(promise, today).flatMap(([title, text]) => [textElement("dt", title), textElement("dd", text)]))
      view.querySelector('[data-act="kept"]').textContent = doneText(promise)
      for (const button of view.querySelectorAll("[data-act]")) button.hidden = !fits(button.dataset, promise, seen)
      this.drawLog(view.querySelector("details"), promise.log)
      return view
    }

    drawLog(details, log) {
      details.hidden = !log.length
      details.querySelector("summary").textContent = guide.phrase("tracker.log_title", { count: log.length })
      const latestFirst = [...log].sort((a, b) => a.day < b.day ? 1 : -1)
      details.querySelector("ul").replaceChildren(...latestFirst.map(session => {
        const line = guide.copy("guide-tracker-entry").firstElementChild
        const [text, button] = [sessionText(session), line.querySelector("button")]
        line.dataset.entry = session.id
        line.querySelector("span").textContent = text
        button.setAttribute("aria-label", guide.phrase("tracker.delete_entry_label", { button: button.textContent, entry: text }))
        return line
      }))
    }

    // The lines for the letter: of one promise, or of all that are late.
    lines(id) {
      const { shown, today, work } = this.tracker
      const late = shown.filter(({ promise, seen }) => seen.state === "late" && (!id || promise.id === id))
      const misses = shown.reduce((all, { seen }) => all + seen.misses, 0)
      this.letter = new guide.TrackerLetter(late.map(({ promise, seen }) => letterLine(promise, seen, today)), work.signed, misses)
      return this.letter.element
    }

    // Another tab changed the promises. What is being typed stays; a promise that is gone is shown no longer.
    follow() {
      if (!this.steps.length || this.form || this.step.name === "kinds") return
      if (this.step.id && !this.editor.promise(this.step.id)) this.close()
      else this.part("inside").replaceChildren(this.contents())
    }

    // ---------- Leaving

    // Back or close: what was typed is not thrown away unasked.
    leave(go) {
      if (this.editor.isUnsaved) this.ask("leave", go)
      else go()
    }

    back() {
      this.steps.pop()
      if (this.step) this.draw()
      else this.close()
    }

    /** Give the page back to the board, and the keyboard to where it came from. */
    close() {
      const wasOpen = this.steps.length > 0
      this.end()
      if (wasOpen) (this.opener?.isConnected && !this.opener.hidden ? this.opener : this.tracker.button("add")).focus()
    }

    end() {
      this.steps = []
      this.form = this.letter = null
      this.part("inside").replaceChildren()
      this.stay()
      this.show(false)
    }

    // ---------- A question first

    /** @param {"leave" | "remove"} about @param {() => void} go what to do if the parent says yes */
    ask(about, go) {
      this.go = go
      const panel = this.part("sure")
      for (const part of panel.querySelectorAll("[data-about]")) part.hidden = part.dataset.about !== about
      panel.hidden = false
      panel.focus()
    }

    confirm() { this.go() }

    stay() { this.part("sure").hidden = true }
  }

  guide.TrackerTask = TrackerTask
})()
