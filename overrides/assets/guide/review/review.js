// <guide-review> lets a parent answer each point with the draft in hand: the draft says it, it doesn't, or they aren't sure.
//
// One point a screen; what is open becomes questions to take into the room. The answers are kept nowhere, only that a point
// was looked at: the checklist's mark. Without JavaScript the points stand with their questions, and can be ticked.
// The cards come once a parent begins: review/task.js. Markup: scripts/guide/blocks/checklist.py, overrides/partials/review.html.
(() => {
  const WINDOW_EVENTS = ["pageshow", "popstate"]

  class GuideReview extends HTMLElement {
    connectedCallback() {
      if (!this.querySelector(".guide-review__start")) {
        this.checklist.before(guide.copy("guide-review-start"))
        this.answers = new Map()
        this.hash = location.hash
        this.nameRows()
      }
      for (const type of ["click", "guide-marks", "guide-paper-read"]) this.addEventListener(type, this)
      for (const type of WINDOW_EVENTS) window.addEventListener(type, this)
      this.begin()
    }

    disconnectedCallback() {
      for (const type of WINDOW_EVENTS) window.removeEventListener(type, this)
    }

    get checklist() { return this.querySelector("guide-checklist") }

    get points() { return [...this.querySelectorAll(".guide-checklist__item")] }

    get roomPoints() { return this.points.filter(({ dataset }) => dataset.room) }

    go(name) { return this.querySelector(`[data-go="${name}"]`) }

    nameRows() {
      const [room, names] = this.go("room").children
      room.textContent = guide.phrase("review.room_button", { count: this.roomPoints.length })
      names.textContent = this.roomPoints.map(({ dataset }) => dataset.room).join(" · ")
      this.go("room").hidden = !this.roomPoints.length
      this.go("list").lastElementChild.textContent = guide.phrase("review.list_hint")
    }

    /** @returns {string} "yes", "no" or "ask"; "" as long as the point has no answer, or its mark was taken from it */
    answer(point) { return point.dataset.state === "done" && this.answers.get(point) || "" }

    begin() {
      this.answers.clear()
      if (history.state?.guideReview) history.replaceState(null, "")
      this.dataset.view = "start"
      delete document.documentElement.dataset.task
      this.show()
    }

    show() {
      const { points } = this
      const done = points.filter(({ dataset }) => dataset.state).length
      const next = points.findIndex(({ dataset }) => !dataset.state)
      this.toggleAttribute("data-begun", done > 0)
      this.go("all").textContent = !done ? guide.phrase("review.start_button")
        : next < 0 ? guide.phrase("review.again_button") : guide.phrase("review.resume_button", { point: next + 1 })
      this.querySelector(".guide-review__length").textContent = done
        ? guide.phrase("review.resume_length", { done, all: points.length }) : guide.phrase("review.length", { count: points.length })
      for (const point of points) this.markPaper(point)
    }

    // On paper the answer stands with the point: what a pen would mark is marked.
    markPaper(point) {
      const why = point.querySelector(".guide-checklist__why")
      this.paper ??= why.dataset.answers
      const marked = ["yes", "no", "ask"].indexOf(this.answer(point))
      let n = -1
      why.dataset.answers = this.paper.replaceAll("\u2610", box => ++n === marked ? "\u2611" : box)
    }

    handleEvent({ type, target, persisted, state, detail }) {
      switch (type) {
        case "guide-paper-read": return this.readDraft(detail)
        case "guide-marks": return this.show()
        case "pageshow": return persisted && this.begin()
        case "popstate": return this.travel(state?.guideReview)
      }
      const button = target.closest("[data-go]")
      if (button) this.open(button.dataset.go)
    }

    // Back and Forward; a link within the page is neither.
    travel(step) {
      if (step) this.withTask(task => task.show(step))
      else if (location.hash === this.hash && this.dataset.view !== "start") this.withTask(task => task.end())
    }

    open(name) {
      const first = this.points.findIndex(({ dataset }) => !dataset.state)
      const steps = { all: { way: "all", at: Math.max(first, 0) }, room: { way: "room", at: 0 }, list: { view: "found" } }
      this.withTask(task => task.go(steps[name]))
    }

    // A draft was pasted or opened: its words are marked, beside the points.
    readDraft({ text, note }) {
      this.withTask(async task => {
        this.task = task
        await Promise.all(["agreement-rules", "checklist", "draft"].map(guide.load))
        guide.beginDraft(this, text, note)
      })
    }

    // Without a connection all points show as they do without scripts.
    async withTask(act) {
      try {
        await guide.load("review")
        await act(guide.reviewTask(this))
      } catch {
        this.dataset.view = "all"
        this.querySelector(".guide-review__said").textContent = guide.phrase("review.not_loaded")
      }
    }
  }

  guide.define("guide-review", GuideReview)
})()
