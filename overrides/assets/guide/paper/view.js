// What was found in a school's paper, beside the paper: held here with what the parent said of each finding. Used by paper.js.
(() => {
  const { reader } = guide

  const KINDS = {
    notice: () => guide.phrase("paper.notice"),
    iep: () => guide.phrase("paper.iep"),
    suspension: () => guide.phrase("paper.suspension"),
    "meeting-notice": () => guide.phrase("paper.meeting_notice"),
    evaluation: () => guide.phrase("paper.evaluation"),
  }
  const PARTS = ["actions", "dates", "services", "values"]

  class PaperView {
    constructor(root) {
      this.root = root
      root.append(guide.copy("guide-paper-views"))
      this.part("compare").querySelector("guide-reader").setAttribute("aria-label", guide.phrase("paper.compare_title"))
      // Where the result is in view, the line that leads to it isn't needed.
      new IntersectionObserver(([{ isIntersecting }]) => this.part("peek").toggleAttribute("data-there", isIntersecting)).observe(this.part("result"))
    }

    part(name) { return this.root.querySelector(`.guide-paper__${name}`) }

    cards(name) { return this.root.querySelector(`.guide-paper__cards[data-of="${name}"]`) }

    begin(text, note) {
      this.doc = reader.read(text)
      this.found = reader.paper(this.doc)
      // Each finding with the parent's word on it: "" as long as there is none, "yes" or "no"; a changed one is a yes.
      this.items = PARTS.flatMap(part => (this.found[part] ?? []).map(finding => ({ part, finding, said: "", value: finding.date ?? finding.value ?? "" })))
      // A notice that doesn't say when it was given: the parent knows.
      if (this.found.kind === "notice" && !this.items.some(({ finding }) => finding.meaning === "notice" || finding.meaning === "given")) {
        this.items.unshift({ part: "dates", finding: { meaning: "given" }, said: "", value: "", changing: true, isAsked: true })
      }
      this.states = new Map(Object.entries(this.found.contents ?? {}).map(([key, content]) => [key, { ...typeof content === "string" ? { state: content } : content, said: "" }]))
      this.changed = null
      this.part("kind").textContent = (KINDS[this.found.kind] ?? (() => guide.phrase("paper.other")))()
      this.part("about").textContent = this.found.kind in KINDS ? guide.phrase("paper.about") : guide.phrase("paper.other_text")
      this.part("note").textContent = note
      this.show()
      this.open()
    }

    // The page becomes the task: what stands around it goes.
    open() {
      this.root.dataset.read = this.found.kind in KINDS ? this.found.kind : "other"
      document.documentElement.dataset.task = "paper"
      this.part("kind").focus({ preventScroll: true })
      window.scrollTo(0, 0)
    }

    // Back leads to where the paper was pasted, with its words still in the field; Forward to what was found in it.
    travel(isRead) {
      if (isRead && this.doc) return this.open()
      if (!this.root.dataset.read) return
      this.close()
      if (this.isAnother) this.end()
      this.isAnother = false
      const panel = this.root.querySelector("guide-reader:not([data-compares])")
      const field = panel.querySelector("textarea")
      if (field?.value) field.focus()
      else panel.querySelector('[data-do="begin"]').click()
    }

    close() {
      delete this.root.dataset.read
      delete document.documentElement.dataset.task
    }

    // The paper and all that was found in it are gone.
    end() {
      this.close()
      Object.assign(this, { doc: null, found: null, items: [], states: new Map(), changed: null })
      for (const list of this.root.querySelectorAll(".guide-paper__views ul, .guide-paper__sheet div, .guide-paper__do, .guide-paper__time")) list.replaceChildren()
      for (const panel of this.root.querySelectorAll("guide-reader")) reader.clearPanel(panel)
    }

    show() {
      guide.paperCards.fillSheet(this)
      guide.paperParts.fill(this)
      for (const name of PARTS) guide.paperCards.fill(this, name)
      this.cards("changed").hidden = true
      this.part("compare").hidden = this.found.kind !== "iep"
      this.result()
    }

    // In plain words, before all else: what looks missing, or how much there is to look at.
    showSum() {
      const services = this.found.services?.length
      this.part("sum").textContent = this.states.size ? guide.paperParts.sum(this)
        : [this.found.dates?.length && guide.phrase("paper.sum_dates", { count: this.found.dates.length }), services && guide.phrase("paper.sum_services", { count: services })].filter(Boolean).join(" ")
    }

    result() { guide.paperResult.show(this) }

    /** @returns {object[]} what the parent confirmed of a part, with the value they gave it */
    confirmed(part) { return this.items.filter(item => item.part === part && item.said === "yes") }

    /** @returns {string} the day that the parent confirmed for one of these meanings, the earliest of them, or "" */
    day(...meanings) {
      return this.confirmed("dates").filter(({ finding, value }) => meanings.includes(finding.meaning) && guide.days.is(value)).map(({ value }) => value).sort()[0] ?? ""
    }

    /** @returns {string[]} the keys of the seven parts that the parent confirmed to be missing or empty */
    get lacking() { return [...this.states].filter(([, { state, said }]) => said && (state === "missing" || state === "empty")).map(([key]) => key) }

    handle({ type, target }) {
      const card = target.closest(".guide-paper__card")
      if (type === "input" && card && target.matches(".guide-paper__change input")) guide.paperCards.change(this, card, target.value)
      else if (type === "click") this.press(target.closest("button"), card)
    }

    press(button, card) {
      const { say, state, paper } = button?.dataset ?? {}
      if (say) guide.paperCards.say(this, card, say)
      else if (state) guide.paperParts.setState(this, button.closest(".guide-paper__part"), state)
      else if (paper === "all-right") guide.paperParts.allRight(this, button)
      else if (paper === "all-yes") guide.paperCards.allYes(this, button.closest("section"))
      else if (paper === "back") history.back()
      else if (paper === "means") this.goToResult()
      else if (paper === "another") this.another()
      else if (paper === "track") guide.paperResult.track(this)
    }

    another() {
      this.isAnother = true
      history.back()
    }

    goToResult() {
      const heading = this.part("result").querySelector("h3")
      heading.focus({ preventScroll: true })
      this.part("result").scrollIntoView()
    }

    // The other version: which of the two is newer, their own days say.
    compare(text, panel) {
      const other = reader.read(text)
      const dayOf = doc => reader.paper(doc).dates.find(({ meaning }) => meaning === "meeting" || meaning === "starts")?.date ?? ""
      const [before, after] = dayOf(other) > dayOf(this.doc) ? [this.doc, other] : [other, this.doc]
      this.changed = reader.paper(other).kind === "iep" ? reader.compare(before, after) : null
      reader.clearPanel(panel)
      guide.paperCards.fillChanged(this)
      this.cards("changed").querySelector("h3").focus()
    }
  }

  guide.PaperView = PaperView
})()
