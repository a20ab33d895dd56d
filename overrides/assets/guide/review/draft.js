// A draft that a parent pasted or opened, in a review: its weak words on the sheet, the points beside it, its promises.
//
// It looks for words alone and judges no deal. The text stays in this page's memory, and goes with it. Used by review.js; what
// is found comes from reader/agreement.js.
(() => {
  const { reader, draftViews } = guide
  const drafts = new WeakMap()
  // Clauses that a lawyer should see, besides what gives something up.
  const LAWYER = ["release", "secrecy", "fees", "waiver-until", "stay-put-after", "enforceability"]

  class Draft {
    constructor(review) {
      this.review = review
      // A parent's word on a marked place, by its family and words: it holds while the text is changed.
      this.answers = new Map()
      this.asked = new Set()
      review.task.root.append(guide.copy("guide-draft-views"))
      this.field = this.part("edit").querySelector("textarea")
      review.task.root.addEventListener("click", event => this.press(event))
      review.task.root.addEventListener("keydown", event => this.key(event))
      this.field.addEventListener("input", () => this.typeSoon())
    }

    part(name) { return this.review.querySelector(`.guide-draft__${name}`) }

    screen(name) { return this.review.querySelector(`.guide-draft[data-screen="${name}"]`) }

    /** @param {string} text @param {string} note - what is said of a text that was cut */
    begin(text, note) {
      this.answers.clear()
      this.asked.clear()
      this.part("note").textContent = note
      this.field.value = text
      this.read(text)
      this.review.task.go({ view: "draft" })
    }

    // At most once for each picture that the browser draws.
    typeSoon() {
      this.frame ||= requestAnimationFrame(() => {
        this.frame = 0
        this.read(this.field.value)
      })
    }

    read(text) {
      this.doc = reader.read(text)
      this.found = reader.agreement(this.doc)
      draftViews.fillSheet(this)
      this.late ??= {}
      clearTimeout(this.late.points)
      this.late.points = setTimeout(() => this.fillRest())
    }

    fillRest() {
      draftViews.fillPoints(this)
      draftViews.fillPromises(this)
      this.showQuestions()
    }

    /** @returns {[string, object[]][]} what a lawyer should see: the key of the clause, and its places */
    get given() { return LAWYER.map(key => [key, this.found.clauses?.[key] ?? []]).filter(([, places]) => places.length) }

    keyOf({ family, category, quote }) { return `${family ?? category} ${quote}` }

    answerTo(weak) { return this.answers.get(this.keyOf(weak)) ?? "" }

    /** @returns {string[]} what to ask for in place of marked words */
    get questions() {
      const words = new Map()
      for (const weak of this.found?.weak ?? []) if (this.answerTo(weak) === "ask") words.set(this.keyOf(weak), draftViews.questionOf(weak))
      return [...words.values()]
    }

    showQuestions() {
      this.review.moreQuestions = this.questions
      guide.reviewViews.fillFound(this.review, this.review.task.root)
      this.screen("points").querySelector('[data-do="questions"]').textContent = this.review.task.root.querySelector('.guide-review__found [data-do="questions"]').textContent
      this.screen("points").querySelector('[data-do="questions"]').hidden = this.review.task.root.querySelector('.guide-review__found [data-do="questions"]').hidden
    }

    press({ target }) {
      const mark = target.closest(".guide-draft__mark")
      const button = target.closest("[data-draft], [data-screen-to]")
      if (mark) draftViews.toggle(this, mark)
      else if (button?.dataset.screenTo) this.review.task.go({ view: button.dataset.screenTo })
      else if (button?.dataset.draft === "track") draftViews.track(this)
      else if (button?.dataset.draft === "ask-all") this.askAll(button)
      else if (button) this.answer(button)
    }

    key(event) {
      const mark = event.target.closest(".guide-draft__mark")
      if (!mark || event.key !== "Enter" && event.key !== " ") return
      event.preventDefault()
      draftViews.toggle(this, mark)
    }

    answer(button) {
      const weak = this.found.weak[Number(button.closest("[data-weak]").dataset.weak)]
      const name = button.dataset.draft
      this.answers.set(this.keyOf(weak), this.answerTo(weak) === name ? "" : name)
      draftViews.showAnswers(this)
      this.showQuestions()
    }

    // Every point of a group becomes a question, as if each had been answered so on its card.
    askAll(button) {
      for (const id of button.dataset.points.split(" ")) {
        const point = draftViews.pointOf(this.review, id)
        this.review.answers.set(point, button.dataset.says)
        this.review.checklist.mark(point, "done")
      }
      this.review.checklist.changed()
      this.showQuestions()
      button.textContent = guide.phrase("draft.asked_all")
      button.disabled = true
    }
  }

  /** @param {GuideReview} review @param {string} text @param {string} note */
  guide.beginDraft = (review, text, note) => {
    if (!drafts.has(review)) drafts.set(review, new Draft(review))
    drafts.get(review).begin(text, note)
  }
})()
