// Changing the promises of a tracker: one task at a time on the page, what it changes, what it deletes, and that undone.
(() => {
  const { dayTrouble, fresh, freshId, repeatDays, withLog } = guide.tracker

  // What is said of a saved form.
  const savedSentence = ({ name, isNew, promise }, added) => {
    switch (name) {
      case "log": return promise.kind === "week" ? guide.phrase("tracker.week_saved") : guide.phrase("tracker.session_saved")
      case "kept": return guide.phrase("tracker.kept_saved")
      case "missed": return guide.phrase("tracker.missed_saved")
      default: return isNew ? guide.phrase("tracker.added", { count: added }) : guide.phrase("tracker.changed")
    }
  }

  // A promise with what its form says of it.
  const withValues = (promise, { name, values }, today) => {
    if (name === "log") return withLog(promise, values, today)
    const { every, end, ...rest } = values
    if (name === "promise" && !rest.short && promise.short === undefined) delete rest.short
    return { ...promise, ...rest, missed: name === "missed" || name !== "kept" && promise.missed }
  }

  // By what two promises are called alike.
  const likeness = ({ words, who, item, from, until }) => [words, who, item, from, until].map(text => text.trim().toLowerCase()).join("\n")

  class TrackerEditor {
    /** @param {HTMLElement} tracker the <guide-tracker> whose promises it changes */
    constructor(tracker) {
      this.tracker = tracker
      this.task = new guide.TrackerTask(this)
      this.exports = new guide.TrackerExport(tracker)
    }

    get promises() { return this.tracker.work.promises }

    set promises(promises) { this.tracker.work.promises = promises }

    promise(id) { return this.promises.find(promise => promise.id === id) }

    // Whether something typed is not saved.
    get isUnsaved() { return Boolean(this.form?.changed) }

    get form() { return this.task.form }

    // What a button's data-do asks for.
    act(action, button) {
      switch (action) {
        case "start": return this.task.open({ name: "promise", kind: button.dataset.kind, start: button.dataset.start })
        case "back": return this.task.leave(() => this.task.back())
        case "close": return this.task.leave(() => this.task.close())
        case "sure": return this.task.confirm()
        case "stay": return this.task.stay()
        case "drop": return this.task.ask("remove", () => this.deletePromise(this.task.step.id))
        case "forget": return this.deleteSession(button)
        case "undo": return this.undo()
        case "write-all": return this.task.open({ name: "write" })
        case "calendar": return this.exports.calendar()
        case "table": return this.exports.table()
      }
    }

    open(step) { this.task.open(step) }

    // Another tab may have changed or deleted what is shown.
    show() { this.task.follow() }

    close() { this.task.close() }

    newPromise({ kind, start }) { return { ...fresh(this.promises), kind, ...(start ? { start } : {}) } }

    submit() {
      const { form } = this
      if (!form.check()) return
      if (form.name === "promise" && this.isAlike(form)) return
      const { today } = this.tracker
      // Another tab may have changed this promise, deleted it, or used its number.
      const now = this.promise(form.promise.id) || (form.isNew ? { ...form.promise, number: fresh(this.promises).number } : form.promise)
      const next = withValues(now, form, today)
      const days = form.isNew && next.start === "paper" ? repeatDays(form.values) : [next.until]
      const all = days.map((until, n) => n ? { ...next, id: freshId(), number: next.number + n, until } : { ...next, until })
      this.promises = this.promise(next.id) ? this.promises.map(one => one.id === next.id ? next : one) : [...this.promises, ...all]
      this.task.end()
      const card = form.name === "log" && this.tracker.board.plots.row(next.id)
      this.tracker.changed(savedSentence(form, all.length), card ? card.querySelector("[data-said]") : undefined)
      this.focusOn(form.isNew ? null : next.id, form.name)
    }

    // Two promises alike are told once; a second press keeps both.
    isAlike(form) {
      const twin = this.promises.find(one => one.id !== form.promise.id && likeness(one) === likeness(form.values))
      if (!twin || form.warned) return false
      form.warned = true
      form.part(".guide-tracker__alike").textContent = guide.phrase("tracker.alike", { number: twin.number })
      return true
    }

    // Where the keyboard goes on: the button of a promise that was pressed, or the one to add.
    focusOn(id, act) { (id && this.tracker.board.button(id, act) || this.tracker.button("add")).focus() }

    // ---------- Deleting, and undoing that

    deletePromise(id) {
      const { number } = this.promise(id) || this.form.promise
      this.replacePromises(this.promises.filter(one => one.id !== id), guide.phrase("tracker.promise_deleted", { number }))
    }

    // `button` stands in the entry of the log that it deletes.
    deleteSession(button) {
      const promise = this.promise(this.task.step.id)
      const { entry } = button.closest("[data-entry]").dataset
      const next = { ...promise, log: promise.log.filter(({ id }) => id !== entry) }
      this.replacePromises(this.promises.map(one => one === promise ? next : one), guide.phrase("tracker.session_deleted"))
    }

    // Go on with other promises; "Undo" restores those before.
    replacePromises(after, sentence) {
      const before = this.promises
      this.promises = after
      this.task.end()
      this.tracker.changed(sentence)
      this.replaced = { before, after }
      this.tracker.button("undo").hidden = false
      this.tracker.button("undo").focus()
    }

    undo() {
      // What another tab added meanwhile stays.
      this.promises = guide.merge(this.replaced.after, this.replaced.before, this.promises)
      this.tracker.changed(guide.phrase("tracker.undone"))
      this.tracker.button("add").focus()
    }

    endUndo() {
      this.replaced = null
      this.tracker.button("undo").hidden = true
      this.tracker.report("")
    }

    // ---------- The agreement

    // The day of the agreement was typed: keep it, or say what is wrong with it.
    changeSigned() {
      const { tracker, tracker: { signed, work } } = this
      const trouble = guide.days.trouble(signed) || dayTrouble(signed.value)
      const state = tracker.querySelector("#agreement-signed-state")
      state.textContent = trouble
      state.toggleAttribute("data-wrong", Boolean(trouble))
      signed.setAttribute("aria-invalid", String(Boolean(trouble)))
      if (trouble || signed.value === work.signed) return
      work.signed = signed.value
      tracker.changed(guide.phrase("tracker.signed_saved"))
    }

    // Write the lines into the letter, and go there if that went well.
    carry(how) { if (this.task.letter.carry(how)) location.href = this.task.letter.link.href }
  }

  guide.TrackerEditor = TrackerEditor
})()
