// <guide-checklist id="…"> counts a parent's ticks, and keeps them if they say so.
//
// What keeps them comes later: keeping.js.
// Without JavaScript the list is complete: it reads, prints and can be ticked.
// Markup: scripts/guide/blocks/checklist.py. Tools: overrides/partials/checklist.html.
(() => {
  const { isNeeded, wake } = guide.checklistKeeping
  const WINDOW_EVENTS = ["storage", "pageshow"]

  class GuideChecklist extends HTMLElement {
    connectedCallback() {
      if (!this.querySelector(".guide-checklist__tools")) {
        this.querySelector(".guide-checklist__title").after(guide.copy("guide-checklist-progress"))
        this.append(guide.copy("guide-checklist-tools"))
        for (const item of this.items) item.append(guide.copy("guide-checklist-item"))
        for (const item of this.items) this.mark(item, "")
        this.show()
      }
      this.addEventListener("change", this)
      this.addEventListener("click", this)
      for (const type of WINDOW_EVENTS) window.addEventListener(type, this)
      if (isNeeded()) wake(this)
    }

    disconnectedCallback() {
      for (const type of WINDOW_EVENTS) window.removeEventListener(type, this)
    }

    get items() { return [...this.querySelectorAll(".guide-checklist__item")] }

    box(item) { return item.querySelector(".guide-checklist__box") }

    part(name) { return this.querySelector(`.guide-checklist__${name}`) }

    get keep() { return this.querySelector("guide-keep") }

    button(name) { return this.querySelector(`[data-do="${name}"]`) }

    report(text) { this.part("said").textContent = text }

    // A mark is "done", "not-needed" or "".
    get marks() {
      const marked = this.items.filter(item => item.dataset.state)
      return Object.fromEntries(marked.map(item => [this.box(item).dataset.item, item.dataset.state]))
    }

    mark(item, state) {
      item.dataset.state = ["done", "not-needed"].includes(state) ? state : ""
      this.box(item).checked = state === "done"
      const isSkipped = state === "not-needed"
      const button = item.querySelector('[data-do="skip"]')
      item.querySelector(".guide-checklist__skip span").hidden = !isSkipped
      button.textContent = isSkipped ? guide.phrase("checklist.unskip_button") : guide.phrase("checklist.skip_button")
      const order = item.querySelector("label").textContent
      button.setAttribute("aria-label", guide.phrase("checklist.skip_label", { button: button.textContent, item: order }))
    }

    showMarks(marks) {
      for (const item of this.items) this.mark(item, marks[this.box(item).dataset.item] || "")
      if (guide.store.keeping("ticks") === "no") this.endUndo()
      this.show()
    }

    endUndo() {
      this.cleared = null
      this.button("undo").hidden = true
      this.report("")
    }

    handleEvent(event) {
      if (WINDOW_EVENTS.includes(event.type)) {
        // Another tab may have kept something.
        return !this.isAwake && isNeeded() && wake(this)
      }
      const item = event.target.closest(".guide-checklist__item")
      if (event.type === "change" && item) {
        this.mark(item, event.target.checked ? "done" : "")
        this.changed()
      } else if (event.type === "click") {
        const button = event.target.closest("button")
        if (button) this.act(button.dataset.do, item)
      }
    }

    // What a button's data-do asks for; `item` is the one it stands in.
    act(action, item) {
      switch (action) {
        case "print": return window.print()
        case "skip": return this.skip(item)
        case "clear": return this.clear()
        case "undo": return this.undo()
        case "keep": return this.ask()
      }
    }

    async ask() {
      if (!await wake(this)) return
      this.keep.open(true)
      this.keep.opener.focus()
    }

    async changed() {
      this.endUndo()
      this.show()
      if (!await wake(this)) return
      // Asked once: at the first tick that would be lost.
      if (guide.store.keeping("ticks") === "no" && !this.keep.asked && !guide.store.trouble) this.keep.open(true)
      else this.keep.changed()
    }

    show() {
      const states = this.items.map(item => item.dataset.state)
      const looked = states.filter(Boolean).length
      const skipped = states.filter(state => state === "not-needed").length
      const [strong, rest] = this.part("count").children
      strong.textContent = guide.phrase("checklist.count", { done: looked, all: states.length })
      rest.textContent = guide.phrase("checklist.count_what")
      Object.assign(this.part("bar"), { value: looked, max: states.length })
      this.part("skipped").textContent = skipped ? guide.phrase("checklist.skipped", { count: skipped }) : ""
      // A review counts and lists by them.
      this.dispatchEvent(new Event("guide-marks", { bubbles: true }))
    }

    skip(item) {
      this.mark(item, item.dataset.state === "not-needed" ? "" : "not-needed")
      this.changed()
    }

    clear() {
      const marks = this.marks
      for (const item of this.items) this.mark(item, "")
      this.changed()
      this.cleared = marks
      this.report(guide.phrase("checklist.cleared"))
      this.button("undo").hidden = false
      this.button("undo").focus()
    }

    undo() {
      // What another tab ticked meanwhile stays.
      const marks = guide.merge({}, this.cleared, this.marks)
      for (const item of this.items) this.mark(item, marks[this.box(item).dataset.item] || "")
      this.changed()
      this.report(guide.phrase("checklist.undone"))
      this.button("clear").focus()
    }
  }

  guide.define("guide-checklist", GuideChecklist)
})()
