// Changing the promises of a tracker: one task at a time on the page, what it changes, what it deletes, and that undone.
(() => {
  const { changedBy, dayTrouble, fresh, keptSentence, likeness, noteLink, noteOf, noteOfLog, savedSentence, showAllWeeks } = guide.tracker

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
        case "start": return this.task.open({ name: "promise", title: button.querySelector("strong").textContent, ...button.dataset })
        case "keep": return this.askToKeep(this.tracker.keep)
        case "older": return showAllWeeks(button.closest("[data-promise]"))
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
      const all = changedBy(now, form, today)
      const [next] = all
      this.promises = this.promise(next.id) ? this.promises.map(one => one.id === next.id ? next : one) : [...this.promises, ...all]
      this.task.end()
      this.changed(savedSentence(form, all.length), form.name === "log" ? next.id : null, this.noteFrom(form, next))
      this.focusOn(form.isNew ? null : next.id, form.name)
    }

    // What a saved form has for the log of the family's file.
    noteFrom({ name, values }, promise) {
      const { shown, today } = this.tracker
      if (name === "log") return noteOfLog(promise, values, today)
      return name === "promise" ? null : noteOf(shown.find(one => one.promise.id === promise.id), today)
    }

    // Keep what changed and show it; `sentence` says what that was, with `id` in the plot of that service; `note` may go into the log.
    changed(sentence, id, note) {
      this.endUndo()
      const kept = keptSentence(this.tracker.keep)
      this.tracker.show()
      this.tracker.report(`${sentence} ${kept} `, this.tracker.board.plots.row(id)?.querySelector("[data-said]"), noteLink(note))
    }

    askToKeep(keep) {
      keep.open(true)
      keep.group.querySelector("button").focus()
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
      this.changed(sentence)
      this.replaced = { before, after }
      this.tracker.button("undo").hidden = false
      this.tracker.button("undo").focus()
    }

    undo() {
      // What another tab added meanwhile stays.
      this.promises = guide.merge(this.replaced.after, this.replaced.before, this.promises)
      this.changed(guide.phrase("tracker.undone"))
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
      this.changed(guide.phrase("tracker.signed_saved"))
    }

    // Write the lines into the letter, and go there if that went well.
    carry(how) { if (this.task.letter.carry(how)) location.href = this.task.letter.link.href }
  }

  guide.TrackerEditor = TrackerEditor
})()
