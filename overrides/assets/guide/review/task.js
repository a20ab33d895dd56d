// The task of a review: one screen after the other, each a step in the browser's history, so that Back leads to the last one.
//
// A step is a card {way: "all" | "room", at: number}, maybe with {once: true} where the list asked for it, or
// {view: "found" | "questions"}. Used by review.js.
(() => {
  const { fillCard, fillFound } = guide.reviewViews
  const tasks = new WeakMap()

  // What stands above the screens that are no card.
  const PLACES = {
    found: review => guide.phrase("review.found_place", { count: review.points.length }),
    points: review => guide.phrase("review.found_place", { count: review.points.length }),
    questions: () => guide.phrase("review.questions_place"),
    draft: () => guide.phrase("review.draft_place"),
    promises: () => guide.phrase("review.promises_place"),
  }

  class Task {
    constructor(review) {
      this.review = review
      review.checklist.before(guide.copy("guide-review-task"))
      this.root = review.querySelector(".guide-review__task")
      this.root.addEventListener("click", ({ target }) => {
        const button = target.closest("button")
        if (button) this.act(button)
      })
      review.addEventListener("guide-marks", () => fillFound(review, this.root))
      fillFound(review, this.root)
    }

    part(name) { return this.root.querySelector(`.guide-review__${name}`) }

    pointsOf({ way }) { return way === "room" ? this.review.roomPoints : this.review.points }

    go(step) {
      const depth = (this.step?.depth || 0) + 1
      history.pushState({ guideReview: { ...step, depth } }, "")
      this.show({ ...step, depth })
    }

    show(step) {
      this.step = step
      guide.reviewAloud.begin(this)
      document.documentElement.dataset.task = "review"
      this.review.dataset.view = step.view || "card"
      if (!step.view) this.showCard()
      else this.part("place").textContent = PLACES[step.view](this.review)
      // The heading is heard, and nothing else announces the change.
      const screen = this.root.querySelector(`[data-screen="${step.view}"]`) ?? this.part(step.view || "card")
      screen.querySelector("h2").focus({ preventScroll: true })
      window.scrollTo(0, 0)
    }

    showCard() {
      const points = this.pointsOf(this.step)
      this.point = points[this.step.at]
      const [number, all] = [this.step.at + 1, points.length]
      this.part("place").textContent = guide.phrase("review.place", { number, all })
      Object.assign(this.part("bar"), { max: all, value: number })
      fillCard(this.part("card"), this.point, this.review.answer(this.point))
    }

    act({ dataset }) {
      if (dataset.answer) this.answer(dataset.answer)
      else if (dataset.point) this.go({ way: "all", at: Number(dataset.point), once: true })
      else if (dataset.do === "print-questions") this.printQuestions()
      else if (dataset.do === "aloud") guide.reviewAloud.turn(this)
      else if (dataset.do === "copy-questions") guide.reviewAloud.copy(this)
      else if (dataset.do === "questions") this.go({ view: "questions" })
      else if (dataset.do === "next") this.next()
      else if (dataset.do === "close") history.go(-this.step.depth)
      else if (dataset.do === "back") history.back()
    }

    // Answering a point marks it; one that does not fit is marked so.
    answer(name) {
      const { review, point } = this
      const isAnswer = name !== "not-needed"
      if (isAnswer) review.answers.set(point, name)
      else review.answers.delete(point)
      review.checklist.mark(point, isAnswer ? "done" : name)
      review.checklist.changed()
      this.next()
    }

    next() {
      const { once, way, at } = this.step
      if (once) history.back()
      else if (at + 1 < this.pointsOf(this.step).length) this.go({ way, at: at + 1 })
      else this.go({ view: "found" })
    }

    end() {
      this.step = null
      guide.reviewAloud.stop(this)
      this.review.dataset.view = "start"
      delete document.documentElement.dataset.task
      this.review.go("all").focus()
      window.scrollTo(0, 0)
    }

    printQuestions() {
      document.documentElement.dataset.print = "questions"
      window.addEventListener("afterprint", () => delete document.documentElement.dataset.print, { once: true })
      window.print()
    }
  }

  guide.reviewTask = review => {
    if (!tasks.has(review)) tasks.set(review, new Task(review))
    return tasks.get(review)
  }
})()
