// <guide-tracker> keeps the promises of a signed agreement, and says how each stands today.
//
// Without JavaScript its table prints and is filled in by hand.
// Markup: scripts/guide/blocks/tracker.py. Tools: overrides/partials/tracker.html.
(() => {
  const { read, fresh, freshId, dayTrouble, inOrder, many, lineOf } = guide.tracker

  class GuideTracker extends HTMLElement {
    connectedCallback() {
      if (!this.list) this.draw()
      // A date that is none changes no value, so the browser tells of no input: keys and leaving the field do.
      for (const type of ["input", "change", "click", "submit", "keyup", "focusout"]) this.addEventListener(type, this)
      window.addEventListener("beforeunload", this.unloading)
      window.addEventListener("beforeprint", this.printing)
      document.addEventListener("visibilitychange", this.returning)
    }

    disconnectedCallback() {
      window.removeEventListener("beforeunload", this.unloading)
      window.removeEventListener("beforeprint", this.printing)
      document.removeEventListener("visibilitychange", this.returning)
    }

    draw() {
      this.append(guide.copy("guide-tracker-tools"))
      this.list = new guide.TrackerList(this.part("list"))
      this.exports = new guide.TrackerExport(this.part("paper"))
      this.part("order").textContent = `${guide.days.order}.`
      this.keep.begin({
        work: () => this.work,
        read: where => read(guide.store.read("tracker", where)),
        take: (work, anew) => this.takeOver(work, anew),
      })
    }

    // Show kept work. Forms stay open with what is typed in them, unless it is a new beginning.
    takeOver(work, anew) {
      const { activeElement } = document
      const typing = this.work && this.signed.value !== this.work.signed
      this.work = work
      if (anew || guide.store.keeping("tracker") === "no") this.endUndo()
      if (anew || !typing) this.signed.value = work.signed
      if (anew) {
        this.close()
        this.closeLetter()
        this.part("signed").open = !this.signed.value
      } else if (this.form && !this.form.isNew && !this.promise(this.form.promise.id)) this.part("new").append(this.form.element)
      const unread = work.unread.length
      this.part("unread").textContent = unread
        ? `${many(unread, "entry", "entries")} of what was kept cannot be read. They are left as they are, and the rest is here.` : ""
      this.show()
      // A row that moved took the keyboard away from the form in it.
      if (this.form?.element.contains(activeElement)) activeElement.focus()
    }

    endUndo() {
      this.undone = null
      this.button("undo").hidden = true
      this.say("")
    }

    part(name) { return this.querySelector(`.guide-tracker__${name}`) }

    button(name) { return this.querySelector(`[data-do="${name}"]`) }

    get keep() { return this.querySelector("guide-keep") }

    get signed() { return this.querySelector("[name=signed]") }

    get shown() { return inOrder(this.work.promises, this.today) }

    get late() { return this.shown.filter(({ seen }) => seen.state === "late") }

    say(text) { this.part("said").textContent = text }

    promise(id) { return this.work.promises.find(promise => promise.id === id) }

    // ---------- What is shown

    show() {
      this.today = guide.today()
      const shown = this.shown
      this.list.show(shown)
      this.part("signed").firstElementChild.textContent = this.signed.value ? `The agreement of ${guide.formatDate(this.signed.value)}` : "When was it signed?"
      const count = state => shown.filter(({ seen }) => seen.state === state).length
      const numbers = { kept: count("kept"), late: count("late"), open: shown.length - count("kept") - count("late") }
      for (const [name, number] of Object.entries(numbers)) this.querySelector(`[data-count="${name}"]`).textContent = number
      this.toggleAttribute("data-late", numbers.late > 0)
      this.toggleAttribute("data-none", !shown.length)
      this.part("none").hidden = shown.length > 0
      this.part("tally").hidden = this.part("ways").hidden = !shown.length
      this.showAdvice(numbers.late, shown.reduce((all, { seen }) => all + seen.misses, 0))
    }

    showAdvice(late, misses) {
      this.part("advice").hidden = !late
      if (!late) return
      const step = misses > 1 ? "second" : "first"
      this.part("advice").firstElementChild.textContent = step === "first" ? "The first miss: what to do now" : `${many(misses, "miss", "misses")}: what to do now`
      for (const advice of this.querySelectorAll("[data-advice]")) advice.hidden = advice.dataset.advice !== step
      this.button("carry").textContent = late === 1 ? "Write about this promise" : `Write about these ${late} promises`
      if (this.letter) this.openLetter()
    }

    // ---------- What happens

    handleEvent(event) {
      const { target, type } = event
      const inForm = this.form?.element.contains(target)
      const atDate = target.type === "date" && (type === "keyup" && event.key !== "Tab" || type === "focusout" && target.validity.badInput)
      if (type === "submit") {
        event.preventDefault()
        this.submit()
      } else if (inForm && (type === "input" || atDate)) this.form.typed(target)
      else if (target === this.signed && (type === "change" || type === "focusout")) this.changeSigned()
      else if (type === "click") {
        const button = target.closest("button")
        const row = target.closest("[data-promise]")
        // What was said of keeping is so no longer: the choice itself says it now.
        if (button?.dataset.keep) this.say("")
        else if (button?.dataset.carry) this.carry(button.dataset.carry)
        else if (button?.dataset.act) this.open(button.dataset.act, row.dataset.promise)
        else if (button) this.act(button.dataset.do, button)
      }
    }

    // What a button's data-do asks for.
    act(action, button) {
      switch (action) {
        case "add": return this.open("promise")
        case "cancel": return this.cancel()
        case "drop": return this.drop()
        case "forget": return this.forget(button)
        case "undo": return this.undo()
        case "carry": return this.letter ? this.closeLetter() : this.openLetter()
        case "calendar": return this.say(this.exports.calendar(this.shown, this.today))
        case "table": return this.say(this.exports.table(this.shown))
        case "print": return window.print()
      }
    }

    // Keep what changed, and show it.
    changed(said) {
      this.endUndo()
      this.show()
      // "Saved" is said only of what is there tomorrow.
      const kept = this.keepChange() && guide.store.keeping("tracker")
      this.say(`${said} ${{ device: "Saved on this device.", tab: "Kept only until this tab closes." }[kept] || "Not saved yet."}`)
    }

    // Keep a change where the parent said, or ask where; true if that went well or nothing is to be kept.
    keepChange() {
      // Asked once: at the first promise that would be lost.
      const isAsked = guide.store.keeping("tracker") === "no" && !this.keep.asked && !guide.store.trouble
      if (isAsked) this.keep.open(true)
      return !isAsked && this.keep.changed()
    }

    changeSigned() {
      const wrong = guide.days.trouble(this.signed) || dayTrouble(this.signed.value)
      const state = this.querySelector("#agreement-signed-state")
      state.textContent = wrong
      state.toggleAttribute("data-wrong", Boolean(wrong))
      this.signed.setAttribute("aria-invalid", String(Boolean(wrong)))
      if (wrong || this.signed.value === this.work.signed) return
      this.work.signed = this.signed.value
      this.show()
      if (this.work.promises.length || guide.store.keeping("tracker") !== "no") this.changed("The date is set.")
    }

    // ---------- Forms: one at a time

    // Open a form, "promise", "kept", "missed" or "session", for a promise; without one, for a new promise.
    open(name, id) {
      if (this.form?.changed) {
        this.say("Finish this first, or cancel it.")
        this.form.begin()
        return
      }
      this.close()
      const promise = id ? this.promise(id) : fresh(this.work.promises)
      this.form = guide.TrackerForm.of(name, promise, this.today, !id)
      const place = id ? this.list.row(id).querySelector(".guide-tracker__inside") : this.part("new")
      place.append(this.form.element)
      this.say("")
      this.form.begin()
    }

    close() {
      this.form?.element.remove()
      this.form = null
    }

    cancel() {
      const { isNew, promise, name } = this.form
      this.close()
      this.say("Nothing was changed.")
      this.focusOn(isNew ? null : promise.id, name)
    }

    // Where the keyboard goes on: the button of a promise's row that was pressed, or the one to add.
    focusOn(id, act = "promise") {
      const row = id && this.list.row(id)
      const button = row && [...row.querySelectorAll(`[data-act="${act}"], [data-act="promise"]`)].find(({ hidden }) => !hidden)
      ;(button || this.button("add")).focus()
    }

    submit() {
      if (!this.form.check()) return this.say("Look at the marked fields first.")
      const { name, promise, isNew, values } = this.form
      if (name === "promise" && this.isAlike(values)) return
      const { promises } = this.work
      const { counts, ...rest } = values
      // Another tab may have changed this promise, deleted it, or used its number.
      const now = this.promise(promise.id) || (isNew ? { ...promise, number: fresh(promises).number } : promise)
      const next = name === "session"
        ? { ...now, log: [...now.log, { ...rest, id: freshId(), excused: counts === "excused" }] }
        : { ...now, ...rest, missed: name === "missed" || name !== "kept" && now.missed }
      this.work.promises = this.promise(next.id) ? promises.map(one => one.id === next.id ? next : one) : [...promises, next]
      this.close()
      this.changed({ promise: isNew ? "Added." : "Changed.", session: "The session is in the log.", kept: "It is noted as kept.", missed: "It is noted." }[name])
      this.focusOn(isNew ? null : next.id, name)
    }

    // Two promises alike are told once; a second press keeps both.
    isAlike({ words, from, until, who, item }) {
      const same = one => [one.words, one.who, one.item, one.from, one.until].map(text => text.trim().toLowerCase()).join("\n")
      const twin = this.work.promises.find(({ id, ...one }) => id !== this.form.promise.id && same(one) === same({ words, who, item, from, until }))
      if (!twin || this.form.warned) return false
      this.form.warned = true
      this.form.element.querySelector(".guide-tracker__alike").textContent = `Promise ${twin.number} says the same. Change this one, or press the button again to have both.`
      return true
    }

    drop() { this.without(this.work.promises.filter(({ id }) => id !== this.form.promise.id), `Promise ${this.form.promise.number} is deleted.`) }

    forget(button) {
      const promise = this.promise(this.form.promise.id) || this.form.promise
      const next = { ...promise, log: promise.log.filter(({ id }) => id !== button.closest("[data-entry]").dataset.entry) }
      this.without(this.work.promises.map(one => one === promise ? next : one), "The entry is deleted.")
    }

    // Go on with other promises; "Undo" brings back those before.
    without(promises, said) {
      const before = this.work.promises
      this.work.promises = promises
      this.close()
      this.changed(said)
      this.undone = { before, after: promises }
      this.button("undo").hidden = false
      this.button("undo").focus()
    }

    undo() {
      // What another tab added meanwhile stays.
      this.work.promises = guide.merge(this.undone.after, this.undone.before, this.work.promises)
      this.changed("It is back.")
      this.button("add").focus()
    }

    // ---------- The letter

    carry(how) { if (this.letter.carry(how)) location.href = this.letter.link.href }

    openLetter() {
      this.letter = new guide.TrackerLetter(this.late.map(({ promise, seen }) => lineOf(promise, seen, this.today)), this.work.signed)
      this.part("carry").replaceChildren(this.letter.element)
      this.button("carry").setAttribute("aria-expanded", "true")
    }

    closeLetter() {
      this.letter = null
      this.part("carry").replaceChildren()
      this.button("carry").setAttribute("aria-expanded", "false")
    }

    // ---------- What one takes along

    printing = () => this.exports.fillPaper(this.shown)

    // ---------- Coming and going

    // The day may have changed while the page stood open.
    returning = () => { if (!document.hidden && guide.today() !== this.today && !this.form) this.show() }

    // What would be lost is told by the browser in its own words.
    unloading = event => {
      const open = guide.store.keeping("tracker") === "no" && this.work.promises.length && !this.keep.answered
      if (this.form?.changed || open) event.preventDefault()
    }
  }

  customElements.define("guide-tracker", GuideTracker)
})()
