// <guide-letter id="…"> lets a parent fill in the letter beside its sheet, and take it along.
//
// Without JavaScript the sheet is complete: it reads, prints and can be filled in by hand.
// Markup: scripts/guide/blocks/letter.py. Tools: overrides/partials/letter.html.
(() => {
  const FEW = 4 // As many open blanks are listed without being asked.

  class GuideLetter extends HTMLElement {
    connectedCallback() {
      if (!this.form) this.draw()
      this.addEventListener("input", this)
      this.addEventListener("change", this)
      this.addEventListener("click", this)
      this.addEventListener("focusout", this)
      document.addEventListener("click", this.leaving, true)
      window.addEventListener("beforeunload", this.unloading)
      window.addEventListener("beforeprint", this.printing)
      this.show()
    }

    disconnectedCallback() {
      document.removeEventListener("click", this.leaving, true)
      window.removeEventListener("beforeunload", this.unloading)
      window.removeEventListener("beforeprint", this.printing)
    }

    draw() {
      this.sheet = this.querySelector(".guide-letter__sheet")
      this.units = guide.letter.read(this.sheet)
      this.about = JSON.parse(this.querySelector(".guide-letter__data").textContent)
      this.form = new guide.LetterForm(this.units, this.about)
      const out = guide.copy("guide-letter-out").firstElementChild
      this.prepend(this.form.element, out)
      out.querySelector(".guide-letter__missing").after(this.sheet)
      out.append(this.querySelector(".guide-letter__files"))
      this.querySelector(`[data-do="mail"]`).hidden = this.about.kind !== "letter"
      this.sheet.id = `${this.id}.sheet`
      this.sheet.tabIndex = -1
      this.querySelector(".guide-letter__bar a").href = `#${this.sheet.id}`
      for (const { element, box, parts } of this.units) {
        if (box) {
          // The form has the boxes; those of the sheet are for the pen.
          box.tabIndex = -1
          element.querySelector("label").removeAttribute("for")
          element.after(" ")
        }
        for (const part of parts) if (part.field && part.kind !== "signature") this.drawBlank(part)
      }
      this.out = new guide.LetterOut(this)
      this.restore()
      this.keep.work = () => this.work
    }

    // On screen an open blank leads to its field, and a filled one shows what was typed.
    drawBlank({ element, field }) {
      const link = Object.assign(document.createElement("a"), { href: `#field.${field}`, className: "guide-blank__open" })
      const label = element.querySelector(".guide-blank__label")
      label.before(link)
      link.append(label)
      const value = Object.assign(document.createElement("span"), { className: "guide-blank__value", hidden: true })
      element.append(value)
    }

    get keep() { return this.querySelector("guide-keep") }

    part(name) { return this.querySelector(`.guide-letter__${name}`) }

    // ---------- What was typed

    get work() {
      const { fields = {}, letters = {} } = guide.store.read("answers")
      const own = {}
      const shared = { ...fields }
      for (const [field, { input, asked }] of this.form.fields) {
        const into = asked.group === "letter" ? own : shared
        if (input.value) into[field] = input.value
        else delete into[field]
      }
      const choices = Object.fromEntries([...this.form.choices].map(([item, { input }]) => [item, input.checked]))
      return { fields: shared, letters: { ...letters, [this.id]: { fields: own, choices } } }
    }

    restore() {
      const { fields, letters } = guide.store.read("answers")
      const mine = letters?.[this.id]
      for (const [field, { input, asked }] of this.form.fields) {
        const kept = (asked.group === "letter" ? mine?.fields : fields)?.[field]
        if (typeof kept === "string") input.value = kept
      }
      for (const [item, { input }] of this.form.choices) {
        if (typeof mine?.choices?.[item] === "boolean") input.checked = mine.choices[item]
      }
    }

    // Whether anything was entered: without it the letter prints with boxes and lines for the pen.
    get entered() {
      return [...this.form.fields.values()].some(({ input }) => input.value)
        || [...this.form.choices.values()].some(({ input }) => input.checked !== input.defaultChecked)
    }

    // ---------- What the letter says

    get finished() {
      return guide.letter.finish(this.units, { value: field => this.form.value(field), taken: item => this.form.taken(item) }, !this.entered)
    }

    show() {
      const live = guide.letter.finish(this.units, { value: field => this.form.value(field), taken: item => this.form.taken(item) })
      const open = []
      const kept = new Set()
      for (const { unit, kept: stays, values } of live) {
        unit.element.toggleAttribute("data-out", !stays)
        if (stays) kept.add(unit.block)
        if (unit.box) unit.box.checked = this.form.taken(unit.box.dataset.item)
        const blanks = unit.parts.filter(part => part.field)
        for (const [n, part] of blanks.entries()) {
          if (part.kind === "signature") continue
          this.showBlank(part, values[n], unit)
          if (stays && !values[n] && !part.optional && !open.includes(part.field)) open.push(part.field)
        }
      }
      for (const { block } of this.units) block.toggleAttribute("data-out", !kept.has(block))
      this.toggleAttribute("data-empty", !this.entered)
      this.form.show(open)
      this.showMissing(open)
    }

    showBlank({ element, kind }, value, { element: item }) {
      const [first, ...others] = kind === "list" ? guide.letter.linesOf(value) : [value]
      element.toggleAttribute("data-filled", Boolean(value))
      element.querySelector(".guide-blank__open").hidden = Boolean(value)
      const shown = element.querySelector(".guide-blank__value")
      shown.hidden = !value
      shown.textContent = first || ""
      if (kind !== "list") return
      while (item.nextElementSibling?.matches(".guide-letter__more")) item.nextElementSibling.remove()
      item.after(...others.map(line => Object.assign(document.createElement("li"), { className: "guide-letter__more", textContent: line })))
    }

    // Beside the form, bring what was just entered into view, and mark it.
    follow(name) {
      for (const { element } of this.units) element.removeAttribute("data-now")
      for (const { element, parts, box } of this.units) {
        const here = box?.dataset.item === name ? element : parts.find(({ field }) => field === name)?.element
        if (!here || element.hasAttribute("data-out")) continue
        element.toggleAttribute("data-now", true)
        const out = this.part("out")
        const [top, { y, height }] = [out.getBoundingClientRect().y, here.getBoundingClientRect()]
        if (out.scrollHeight > out.clientHeight && (y < top || y + height > top + out.clientHeight)) out.scrollTop += y - top - out.clientHeight / 3
        return
      }
    }

    showMissing(open) {
      const count = open.length
      const blanks = `${count} ${count === 1 ? "blank" : "blanks"}`
      const few = count <= FEW
      const missing = this.part("missing")
      missing.hidden = !count
      // Folded and unfolded only when few become many: else the parent's own choice stands.
      if (this.few !== few) missing.open = few
      this.few = few
      this.part("missing-count").textContent = count ? `${blanks} still open.` : ""
      this.part("bar-count").textContent = count ? `${blanks} open` : "Nothing is open"
      this.part("missing-list").replaceChildren(...open.map(field => {
        const row = document.createElement("li")
        row.append(Object.assign(document.createElement("a"), { href: `#field.${field}`, textContent: this.about.fields[field].label }))
        return row
      }))
    }

    // The plain text of the letter as it stands.
    get text() { return guide.letter.text(this.finished, !this.entered) }

    // ---------- What happens

    handleEvent(event) {
      const { target, type } = event
      if (type === "focusout") {
        if (target.name && !target.value) target.dataset.left = "true"
        if (target.name) this.show()
      } else if (type === "click") this.clicked(event)
      else if (this.form.element.contains(target) && target.matches("input, textarea")) {
        this.form.settle(target)
        this.typed = true
        this.show()
        this.follow(target.name || target.closest(".guide-letter__choice").querySelector("input").id.slice("take.".length))
        if (type === "change") this.keep.changed()
      }
    }

    clicked(event) {
      const link = event.target.closest("a[href^='#field.']")
      const button = event.target.closest("[data-do]")
      const leave = event.target.closest("[data-leave]")
      if (link) {
        event.preventDefault()
        this.form.reach(link.hash.slice("#field.".length))
      } else if (leave) this.part("leave").close(leave.dataset.leave)
      else if (button) this.out[button.dataset.do](button)
    }

    printing = () => this.show()

    // ---------- Leaving the page

    get unsaved() {
      return this.typed && !this.keep.asked && guide.store.keeping("answers") === "no"
    }

    // Asked once, when a link leads away from what was typed.
    leaving = event => {
      const link = event.target.closest?.("a[href]")
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !this.unsaved) return
      const away = new URL(link.href)
      if (away.protocol === "mailto:" || away.protocol === "tel:" || link.hasAttribute("download") || link.closest(".guide-letter__files")
        || (away.hash && away.pathname === location.pathname)) return
      event.preventDefault()
      const dialog = this.part("leave")
      dialog.returnValue = ""
      dialog.onclose = () => {
        if (!dialog.returnValue) return
        if (this.keep.keep(dialog.returnValue)) location.href = link.href
      }
      dialog.showModal()
    }

    // Closing the tab, or going back: the browser asks in its own words.
    unloading = event => { if (this.unsaved) event.preventDefault() }
  }

  customElements.define("guide-letter", GuideLetter)
})()
