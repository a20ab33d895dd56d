// <guide-review> lets a parent answer each point with the draft in hand: yes, no, or ask about it.
//
// The answers "no" and "ask" become a list of questions to take into the session. Nothing of it is kept.
// Without JavaScript the points stand with their questions, and can be ticked.
// Markup: scripts/guide/blocks/checklist.py. Tools: overrides/partials/review.html.
(() => {
  class GuideReview extends HTMLElement {
    connectedCallback() {
      if (!this.querySelector(".guide-review__questions")) {
        this.append(guide.copy("guide-review-questions"))
        for (const [n, item] of this.items.entries()) {
          const answers = guide.copy("guide-review-answers").firstElementChild
          answers.querySelector("legend").textContent = guide.phrase("review.question", { point: item.querySelector("label").textContent })
          for (const input of answers.querySelectorAll("input")) {
            input.name = `answer.${n}`
            input.id = `${input.name}.${input.value}`
            input.nextElementSibling.htmlFor = input.id
          }
          item.append(answers)
        }
      }
      this.addEventListener("change", this)
      this.addEventListener("click", this)
      for (const type of ["pageshow", "beforeprint", "afterprint"]) window.addEventListener(type, this)
      this.show()
    }

    disconnectedCallback() {
      for (const type of ["pageshow", "beforeprint", "afterprint"]) window.removeEventListener(type, this)
    }

    get items() { return [...this.querySelectorAll(".guide-checklist__item")] }

    answer(item) { return item.querySelector("fieldset input:checked")?.value || "" }

    show() {
      const open = this.items.filter(item => ["no", "ask"].includes(this.answer(item)))
      const list = this.querySelector(".guide-review__list")
      list.replaceChildren(...open.map(item => {
        const row = document.createElement("li")
        const ask = item.querySelector("[data-say='ask']").cloneNode(true)
        ask.querySelector("[data-say='label']").remove()
        row.textContent = ask.textContent.trim()
        return row
      }))
      this.querySelector(".guide-review__none").hidden = open.length > 0
      this.querySelector("[data-questions]").hidden = !open.length
    }

    handleEvent({ type, target, persisted }) {
      if (type === "pageshow") return persisted && this.clear()
      if (type === "beforeprint") return this.unfold()
      if (type === "afterprint") return this.fold()
      if (type === "change" && target.name?.startsWith("answer.")) {
        // A point that was answered was looked at.
        const box = target.closest("li").querySelector(".guide-checklist__box")
        if (!box.checked) box.click()
        this.show()
      }
      if (type === "click" && target.closest("[data-questions]")) this.print()
    }

    // Paper prints all, also in a browser whose style sheet cannot open what is folded.
    unfold() {
      this.folded = [...this.querySelectorAll("details:not([open])")]
      for (const details of this.folded) details.open = true
    }

    fold() {
      for (const details of this.folded || []) details.open = false
      this.folded = []
    }

    // Back shows a page again as it was; the answers are kept nowhere.
    clear() {
      for (const input of this.querySelectorAll("fieldset input")) input.checked = false
      this.show()
    }

    // Print the questions alone.
    print() {
      document.documentElement.dataset.print = "questions"
      window.addEventListener("afterprint", () => delete document.documentElement.dataset.print, { once: true })
      window.print()
    }
  }

  guide.define("guide-review", GuideReview)
})()
