// <guide-saved> shows what is kept of a parent's work, and saves, opens and erases it.
//
// Without JavaScript nothing is kept, and the page says so.
// Markup: scripts/guide/blocks/saved.py. Tools: overrides/partials/saved.html.
(() => {
  const TROUBLE = {
    unreadable: "Work kept in this browser cannot be read. It is left as it is until you erase it.",
    newer: "Work kept in this browser comes from a newer edition of the guide. Reload the page to get that edition.",
  }
  const REFUSED = {
    unreadable: "This file is not one of the guide's, or it is not whole. Nothing was changed.",
    newer: "This file comes from a newer edition of the guide. Reload the page to get that edition, then open the file again. Nothing was changed.",
  }
  const FULL = "This browser does not let the guide keep anything. Nothing was changed."

  const count = (number, one, many) => `${number} ${number === 1 ? one : many}`

  class GuideSaved extends HTMLElement {
    connectedCallback() {
      if (!this.labels) {
        this.labels = JSON.parse(this.querySelector(".guide-saved__data").textContent)
        this.replaceChildren(guide.copy("guide-saved-tools"))
      }
      this.addEventListener("click", this)
      this.addEventListener("change", this)
      this.show()
    }

    part(name) { return this.querySelector(`.guide-saved__${name}`) }

    say(text) { this.part("said").textContent = text }

    show() {
      const { ticks, answers, tracker } = guide.store.all().parts
      const until = part => {
        const where = guide.store.keeping(part)
        return where === "tab" ? "until this tab closes" : `until ${guide.say(guide.store.until(part))}`
      }
      const letters = Object.keys(answers?.work.letters || {})
      this.part("trouble").textContent = TROUBLE[guide.store.trouble] || ""
      this.part("nothing").hidden = Boolean(ticks || answers || tracker || guide.store.trouble)
      this.part("ticks").textContent = ticks
        ? `Ticks of ${count(Object.keys(ticks.work).length, "checklist", "checklists")}, ${until("ticks")}.` : ""
      this.part("answers").textContent = answers
        ? `Answers of ${count(letters.length, "letter", "letters")}, ${until("answers")}: ${letters.map(key => this.labels.letters[key] || key).join("; ")}.` : ""
      // Files of others' making may have anything here.
      const promises = Array.isArray(tracker?.work.promises) ? tracker.work.promises.length : 0
      this.part("tracker").textContent = tracker ? `${count(promises, "promise", "promises")} of an agreement, ${until("tracker")}.` : ""
      this.part("details").replaceChildren(...Object.entries(answers?.work.fields || {}).map(([field, text]) => {
        const row = document.createElement("div")
        row.append(Object.assign(document.createElement("dt"), { textContent: this.labels.fields[field] || field }))
        row.append(Object.assign(document.createElement("dd"), { textContent: text }))
        return row
      }))
      this.querySelector('[data-do="save"]').hidden = this.part("kept").hidden = !ticks && !answers && !tracker
    }

    handleEvent({ target, type }) {
      if (type === "change" && target.files?.length) this.read(target.files[0])
      const button = type === "click" && target.closest("button")
      if (button?.dataset.open !== undefined) this.open(button.dataset.open)
      else if (button) this[button.dataset.do]()
    }

    save() {
      try {
        guide.download(`saved-work-${guide.today()}.json`, "application/json", JSON.stringify(guide.store.all(), null, 1))
        this.say(`"saved-work-${guide.today()}.json" goes to your downloads. On a phone, look in Files.`)
      } catch { this.say("This browser does not let the guide save a file.") }
    }

    async read(file) {
      const { work, trouble } = guide.store.parse(await file.text())
      this.work = work
      this.part("ask").hidden = !work
      this.say(work ? "" : REFUSED[trouble])
      if (work) this.part("ask").querySelector("button").focus()
    }

    open(where) {
      const before = guide.store.all()
      this.part("ask").hidden = true
      this.querySelector("input").value = ""
      if (!where) return this.say("The file was not opened. Nothing was changed.")
      const places = Object.keys(before.parts).map(part => [part, guide.store.keeping(part)])
      if (!guide.store.replace(this.work, where)) return this.say(guide.store.trouble ? TROUBLE[guide.store.trouble] : FULL)
      this.undone = { before, places }
      this.told("The file is open. Your ticks, letters and promises are as they were when you saved it.")
    }

    erase() {
      const before = guide.store.all()
      const places = Object.keys(before.parts).map(part => [part, guide.store.keeping(part)])
      if (!guide.store.erase()) return this.say(FULL)
      this.undone = { before, places }
      this.told("Everything is erased. Nothing is kept in this browser.")
    }

    told(text) {
      this.show()
      this.say(text)
      this.querySelector('[data-do="undo"]').hidden = false
    }

    undo() {
      guide.store.erase()
      const { before, places } = this.undone
      const back = places.every(([part, where]) => guide.store.keep(part, where, before.parts[part].work))
      this.show()
      this.querySelector('[data-do="undo"]').hidden = true
      this.say(back ? "All is as it was before." : FULL)
    }
  }

  customElements.define("guide-saved", GuideSaved)
})()
