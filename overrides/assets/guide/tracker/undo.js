// Deleting a promise, an entry of its log or a school break, and undoing that.
(() => {
  class TrackerUndo {
    /** @param {TrackerEditor} editor */
    constructor(editor) { Object.assign(this, { editor, tracker: editor.tracker }) }

    get button() { return this.tracker.button("undo") }

    deletePromise(id) {
      const { promises } = this.tracker.work
      const { number } = this.editor.promise(id) || this.editor.form.promise
      this.replace({ promises: promises.filter(one => one.id !== id) }, guide.phrase("tracker.promise_deleted", { number }))
    }

    // `button` stands in the entry of the log that it deletes.
    deleteSession(button) {
      const { promises } = this.tracker.work
      const promise = this.editor.promise(this.editor.task.step.id)
      const { entry } = button.closest("[data-entry]").dataset
      const next = { ...promise, log: promise.log.filter(({ id }) => id !== entry) }
      this.replace({ promises: promises.map(one => one === promise ? next : one) }, guide.phrase("tracker.session_deleted"))
    }

    deleteBreak(id) {
      const { breaks } = this.tracker
      this.replace({ breaks: breaks.filter(one => one.id !== id) }, guide.phrase("tracker.break_deleted"))
    }

    // Go on with other promises or breaks; "Undo" restores those before.
    replace(after, sentence) {
      const { work } = this.tracker
      const before = Object.fromEntries(Object.keys(after).map(key => [key, work[key]]))
      Object.assign(work, after)
      this.editor.task.end()
      this.editor.changed(sentence)
      this.replaced = { before, after }
      this.button.hidden = false
      this.button.focus()
    }

    undo() {
      const { work } = this.tracker, { before, after } = this.replaced
      // What another tab added meanwhile stays.
      for (const key of Object.keys(before)) work[key] = guide.merge(after[key], before[key], work[key])
      this.editor.changed(guide.phrase("tracker.undone"))
      this.tracker.button("add").focus()
    }

    end() {
      this.replaced = null
      this.button.hidden = true
      this.tracker.report("")
    }
  }

  guide.TrackerUndo = TrackerUndo
})()
