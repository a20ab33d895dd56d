// Changing the promises of a tracker: one form at a time, what it saves, what it deletes, and that undone.
(() => {
  const { fresh, freshId } = guide.tracker

  // What is said of a saved form.
  const savedSentence = ({ name, isNew }) => {
    switch (name) {
      case "session": return guide.phrase("tracker.session_saved")
      case "kept": return guide.phrase("tracker.kept_saved")
      case "missed": return guide.phrase("tracker.missed_saved")
      default: return isNew ? guide.phrase("tracker.added") : guide.phrase("tracker.changed")
    }
  }

  // A promise with what its form says of it.
  const withValues = (promise, { name, values }) => {
    const { counts, ...rest } = values
    if (name === "session") return { ...promise, log: [...promise.log, { ...rest, id: freshId(), excused: counts === "excused" }] }
    return { ...promise, ...rest, missed: name === "missed" || name !== "kept" && promise.missed }
  }

  // By what two promises are called alike.
  const likeness = ({ words, who, item, from, until }) =>
    [words, who, item, from, until].map(text => text.trim().toLowerCase()).join("\n")

  class TrackerEditor {
    /** @param {HTMLElement} tracker the <guide-tracker> whose promises it changes */
    constructor(tracker) { this.tracker = tracker }

    get promises() { return this.tracker.work.promises }

    set promises(promises) { this.tracker.work.promises = promises }

    promise(id) { return this.promises.find(promise => promise.id === id) }

    // Whether something typed is not saved.
    get isUnsaved() { return Boolean(this.form?.changed) }

    // ---------- The form

    /**
     * @param {"promise" | "kept" | "missed" | "session"} name
     * @param {string} [id] of the promise; without it, for a new one
     */
    open(name, id) {
      const { tracker } = this
      if (this.isUnsaved) {
        tracker.report(guide.phrase("tracker.finish_first"))
        this.form.begin()
        return
      }
      this.close()
      const promise = id ? this.promise(id) : fresh(this.promises)
      this.form = new guide.TrackerForm(name, promise, tracker.today, !id)
      const place = id ? tracker.list.row(id).querySelector(".guide-tracker__inside") : tracker.part("new")
      place.append(this.form.element)
      tracker.report("")
      this.form.begin()
    }

    close() {
      this.form?.element.remove()
      this.form = null
    }

    cancel() {
      const { isNew, promise, name } = this.form
      this.close()
      this.tracker.report(guide.phrase("tracker.cancelled"))
      this.focusOn(isNew ? null : promise.id, name)
    }

    // The form of a promise that another tab deleted stays, in the place of a new one.
    rescueForm() {
      if (this.form && !this.form.isNew && !this.promise(this.form.promise.id)) this.tracker.part("new").append(this.form.element)
    }

    // Where the keyboard goes on: the button of a promise's row that was pressed, or the one to add.
    focusOn(id, act = "promise") {
      const row = id && this.tracker.list.row(id)
      const button = row && [...row.querySelectorAll(`[data-act="${act}"], [data-act="promise"]`)].find(({ hidden }) => !hidden)
      ;(button || this.tracker.button("add")).focus()
    }

    submit() {
      const { form } = this
      if (!form.check()) return this.tracker.report(guide.phrase("tracker.look_at_marked"))
      if (form.name === "promise" && this.isAlike(form)) return
      // Another tab may have changed this promise, deleted it, or used its number.
      const now = this.promise(form.promise.id) || (form.isNew ? { ...form.promise, number: fresh(this.promises).number } : form.promise)
      const next = withValues(now, form)
      this.promises = this.promise(next.id) ? this.promises.map(one => one.id === next.id ? next : one) : [...this.promises, next]
      this.close()
      this.tracker.changed(savedSentence(form))
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

    // ---------- Deleting, and undoing that

    deletePromise() {
      const { id, number } = this.form.promise
      this.replacePromises(this.promises.filter(one => one.id !== id), guide.phrase("tracker.promise_deleted", { number }))
    }

    // `button` stands in the entry of the log that it deletes.
    deleteSession(button) {
      const promise = this.promise(this.form.promise.id) || this.form.promise
      const { entry } = button.closest("[data-entry]").dataset
      const next = { ...promise, log: promise.log.filter(({ id }) => id !== entry) }
      this.replacePromises(this.promises.map(one => one === promise ? next : one), guide.phrase("tracker.session_deleted"))
    }

    // Go on with other promises; "Undo" restores those before.
    replacePromises(after, sentence) {
      const before = this.promises
      this.promises = after
      this.close()
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
  }

  guide.TrackerEditor = TrackerEditor
})()
