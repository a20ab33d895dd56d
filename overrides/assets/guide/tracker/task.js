// The task of a tracker that has the page to itself: what a promise says, its forms, the letter; and the way back.
(() => {
  const { drawDetails, letterLine, sourceOf, weeksToLog } = guide.tracker

  // What a task is called in its head.
  const TITLES = {
    kinds: guide.phrase("tracker.add_button"),
    promise: guide.phrase("tracker.promise_task"),
    log: guide.phrase("tracker.log_task"),
    makeup: guide.phrase("tracker.makeup_task"),
    break: guide.phrase("tracker.breaks_title"),
    write: guide.phrase("tracker.write_button"),
  }

  class TrackerTask {
    /** @param {TrackerEditor} editor */
    constructor(editor) {
      Object.assign(this, { editor, tracker: editor.tracker, steps: [] })
      this.element = this.tracker.part("task")
    }

    part(name) { return this.element.querySelector(`.guide-tracker__${name}`) }

    get step() { return this.steps.at(-1) }

    /** @param {{name: string, id?: string, kind?: string, start?: string, title?: string}} step one further into the task, or its first */
    open(step) {
      // Pressed twice while it was loading.
      if (step.name === this.step?.name && step.id === this.step.id) return
      if (!this.steps.length) this.opener = document.activeElement
      this.steps.push(step)
      this.draw()
    }

    draw() {
      this.stay()
      this.form = this.letter = null
      this.part("inside").replaceChildren(this.contents())
      this.part("task-name").textContent = TITLES[this.step.name] || TITLES.promise
      this.show(true)
      this.form?.begin()
      const title = this.element.querySelector("h2")
      title.tabIndex = -1
      title.focus({ preventScroll: true })
      this.element.scrollIntoView({ block: "start" })
    }

    // The board gives its place to the task, or takes it again.
    show(isOpen) {
      document.documentElement.toggleAttribute("data-task", isOpen)
      this.element.hidden = !isOpen
      this.tracker.part("board").hidden = isOpen
    }

    contents() {
      const { name, id, source } = this.step
      const { editor, tracker, tracker: { breaks, today } } = this
      switch (name) {
        case "kinds": return guide.copy("guide-tracker-kinds")
        case "details": return drawDetails(tracker.shown.find(({ promise }) => promise.id === id), today)
        case "write": return this.lines(id, source)
        case "break":
          this.form = new guide.TrackerBreakForm(name, id ? editor.break(id) : guide.tracker.freshBreak(), today, !id)
          return this.form.element
        default: {
          const promise = id ? editor.promise(id) : editor.newPromise(this.step)
          const Form = name === "log" ? guide.TrackerLogForm : guide.TrackerForm
          this.form = new Form(name, promise, today, !id, name === "log" ? weeksToLog(promise, today, breaks) : [])
          if (this.step.title) this.form.title.textContent = this.step.title
          return this.form.element
        }
      }
    }

    // The lines for the letter: of one promise, or of all that are late of one paper; each paper has a letter of its own.
    lines(id, source = sourceOf(this.editor.promise(id))) {
      const { today, work } = this.tracker
      const shown = this.tracker.shown.filter(({ promise }) => sourceOf(promise) === source)
      const late = shown.filter(({ promise, seen }) => seen.state === "late" && (!id || promise.id === id))
      const misses = shown.reduce((all, { seen }) => all + seen.misses, 0)
      this.letter = new guide.TrackerLetter(late.map(({ promise, seen }) => letterLine(promise, seen, today)), { source, signed: work.signed, misses })
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
      if (this.steps.length < 2) return this.close()
      this.steps.pop()
      this.draw()
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
