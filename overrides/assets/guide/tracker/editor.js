// Changing the promises of a tracker: one task at a time on the page, and what it changes. What is deleted: undo.js.
(() => {
  const { breakSentence, changedBy, dayTrouble, fresh, keptSentence, likeness, noteLink, noteOf, noteOfLog, noteOfMakeup, savedSentence, showAllWeeks, sourceOf } = guide.tracker

  class TrackerEditor {
    /** @param {HTMLElement} tracker the <guide-tracker> whose promises it changes */
    constructor(tracker) {
      this.tracker = tracker
      this.task = new guide.TrackerTask(this)
      this.undone = new guide.TrackerUndo(this)
      this.exports = new guide.TrackerExport(tracker)
    }

    get promises() { return this.tracker.work.promises }

    set promises(promises) { this.tracker.work.promises = promises }

    promise(id) { return this.promises.find(promise => promise.id === id) }

    break(id) { return this.tracker.breaks.find(one => one.id === id) }

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
        case "drop": return this.task.ask("remove", () => this.undone.deletePromise(this.task.step.id))
        case "drop-break": return this.undone.deleteBreak(this.task.step.id)
        case "forget": return this.undone.deleteSession(button)
        case "undo": return this.undone.undo()
        case "break": return this.task.open({ name: "break", id: button.dataset.id })
        case "write-all": return this.task.open({ name: "write", ...button.dataset })
        case "calendar": return this.exports.calendar()
        case "table": return this.exports.table()
      }
    }

    open(step) { this.task.open(step) }

    // Another tab may have changed or deleted what is shown.
    show() { this.task.follow() }
    close() { this.task.close() }

    // One more is mostly of the same paper as the last.
    newPromise({ kind, start }) {
      const last = this.promises.at(-1)
      return { ...fresh(this.promises), kind, ...(start ? { start } : {}), ...(last ? { source: sourceOf(last) } : {}) }
    }

    submit() {
      const { form } = this
      if (!form.check()) return
      if (form.name === "break") return this.saveBreak(form)
      if (form.name === "promise" && this.isAlike(form)) return
      // Another tab may have changed this promise, deleted it, or used its number.
      const now = this.promise(form.promise.id) || (form.isNew ? { ...form.promise, number: fresh(this.promises).number } : form.promise)
      const all = changedBy(now, form)
      const [next] = all
      this.promises = this.promise(next.id) ? this.promises.map(one => one.id === next.id ? next : one) : [...this.promises, ...all]
      this.task.end()
      this.changed(savedSentence(form, all.length), /log|makeup/.test(form.name) && next.id, this.noteFrom(form, next))
      this.focusOn(form.isNew ? null : next.id, form.name)
    }

    // What a saved form has for the log of the family's file.
    noteFrom({ name, values }, promise) {
      const { breaks, shown, today } = this.tracker
      if (name === "log") return noteOfLog(promise, values, today, breaks)
      if (name === "makeup") return noteOfMakeup(promise, values)
      return name === "promise" ? null : noteOf(shown.find(one => one.promise.id === promise.id), today)
    }

    // Keep what changed and show it; `sentence` says what that was, with `id` in the plot of that service; `note` may go into the log.
    changed(sentence, id, note) {
      this.endUndo()
      const kept = keptSentence(this.tracker.keep)
      this.tracker.show()
      const place = id ? this.tracker.board.plots.row(id)?.querySelector("[data-said]") : undefined
      this.tracker.report(`${sentence} ${kept}`, place, noteLink(note))
    }

    saveBreak({ promise, values }) {
      const { breaks, work, today } = this.tracker
      const next = { ...promise, ...values }
      work.breaks = this.break(next.id) ? breaks.map(one => one.id === next.id ? next : one) : [...breaks, next]
      this.task.end()
      this.changed(breakSentence(next, work, today))
      this.tracker.report(this.tracker.part("said").textContent, this.tracker.part("taken"))
      this.tracker.querySelector(`[data-do="break"][data-id="${next.id}"]`).focus()
    }

    endUndo() { this.undone.end() }

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
