// <guide-plan data-plan="…" data-start="…"> turns the days of a plan into dates, once the parent gives the first one.
//
// Without JavaScript the plan says "Day 3". Markup: scripts/guide/blocks/checklist.py. Tools: overrides/partials/plan.html.
(() => {
  class GuidePlan extends HTMLElement {
    connectedCallback() {
      this.addEventListener("guide-marks", this)
      this.openLater()
      if (!this.dataset.start) return
      if (!this.querySelector(".guide-plan__start")) {
        this.prepend(guide.copy("guide-plan-start"))
        this.querySelector(".guide-plan__label").textContent = this.dataset.start
        this.querySelector(".guide-plan__order").textContent = guide.phrase("plan.date_hint", { order: guide.days.order })
      }
      this.steps = guide.planDays.read(this)
      // A date that is none changes no value, so the browser tells of no input: keys and leaving the field do.
      for (const type of ["input", "keyup", "focusout"]) this.addEventListener(type, this)
      this.addEventListener("click", this)
      window.addEventListener("pageshow", this)
      this.show()
    }

    disconnectedCallback() { window.removeEventListener("pageshow", this) }

    get input() { return this.querySelector(".guide-plan__start input") }

    get start() { return guide.days.trouble(this.input) ? "" : this.input.value }

    // What is marked, or has its date, is seen.
    openLater() {
      const later = this.querySelector(".guide-plan__later")
      if (later && (this.input?.value || later.querySelector('[data-state="done"], [data-state="not-needed"]'))) later.open = true
    }

    show() {
      this.openLater()
      guide.planDays.show(this.steps, this.start)
      guide.planDays.strip(this, this.steps, this.start)
      this.querySelector(".guide-plan__state").textContent = guide.days.trouble(this.input)
        || (this.start ? guide.phrase("dates.reading", { date: guide.formatDate(this.start, "full") }) : "")
      this.querySelector("[data-calendar]").hidden = !this.start
    }

    handleEvent({ type, target, persisted }) {
      if (type === "guide-marks") return this.openLater()
      if (type === "pageshow") return persisted && this.clear()
      if (type !== "click" && target === this.input) this.show()
      if (type === "click" && target.closest("[data-calendar]")) this.save()
    }

    // Back shows a page again as it was; the date is kept nowhere.
    clear() {
      this.input.value = ""
      this.show()
    }

    save() {
      const title = this.querySelector(".guide-checklist__title").textContent
      const events = this.steps.map(step => ({
        id: step.when.closest("li").querySelector("input").id,
        day: guide.planDays.dayOf(step, this.start),
        title: step.when.closest("label").querySelector("strong").textContent,
        text: `${title}. ${location.href.split("#")[0]}`,
        warn: [0],
      }))
      const state = this.querySelector(".guide-plan__state")
      const name = `${this.dataset.plan}.ics`
      try {
        guide.download(name, "text/calendar", guide.calendar(events))
        state.textContent = guide.phrase("browser.calendar_downloaded", { name })
      } catch { state.textContent = guide.phrase("browser.no_file", { instead: guide.phrase("plan.no_file_instead") }) }
    }
  }

  guide.define("guide-plan", GuidePlan)
})()
