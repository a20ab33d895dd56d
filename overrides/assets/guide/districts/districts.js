// The list below a field for a school district, by the pattern "combobox" of WAI-ARIA: arrows go through it, Enter takes one,
// Escape closes it, and what is typed stays what it is. "A and B" are two districts: the list is for the last one.
(() => {
  // So many rows are drawn; who types on sees the rest.
  const MOST = 50

  const set = (element, attributes) => { for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value) }

  const draw = (tag, attributes, ...words) => {
    const element = document.createElement(tag)
    set(element, attributes)
    element.append(...words)
    return element
  }

  class Choice {
    /** @param {HTMLInputElement} input */
    constructor(input) {
      this.input = input
      const id = `${input.id}.districts`
      this.list = draw("ul", { class: "guide-districts__list", id, role: "listbox", "aria-label": guide.phrase("districts.list_label") })
      this.said = draw("p", { class: "guide-districts__said", role: "status" })
      this.add = draw("button", { class: "guide-link", type: "button" })
      this.holder = draw("div", { class: "guide-districts" }, this.said, this.add, this.list)
      input.after(this.holder)
      set(input, { role: "combobox", "aria-autocomplete": "list", "aria-controls": id })
      this.close()
      for (const type of ["input", "keydown", "blur"]) input.addEventListener(type, this)
      this.holder.addEventListener("click", this)
      // The field keeps the focus.
      this.list.addEventListener("pointerdown", event => event.preventDefault())
      this.show()
    }

    handleEvent(event) {
      if (event.type === "input") this.show()
      else if (event.type === "keydown") this.press(event)
      else if (event.type === "blur") this.close()
      else if (event.target === this.add) this.write(`${this.input.value.trim()}${this.between}${this.other.name}`)
      else this.take(event.target.closest("[role=option]"))
    }

    // What stands between two names.
    get between() { return guide.phrase("districts.both", { first: "", second: "" }) }

    // The names that are typed; the last one may be typed in part.
    get names() { return this.input.value.split(this.between) }

    // Draw what fits what is typed.
    show() {
      const [last, ...before] = this.names.reverse()
      const known = guide.districts.named(last)
      this.found = known ? [] : guide.districts.find(last)
      this.other = known && !before.length && this.besides(known)
      this.add.hidden = !this.other
      if (this.other) this.add.textContent = guide.phrase("districts.add_button", { name: this.other.name })
      this.say(known || last.trim().length < 2 ? this.other ? guide.phrase("districts.two") : ""
        : this.found.length ? guide.phrase("districts.found", { count: this.found.length }) : guide.phrase("districts.none", { year: String(guide.districts.year) }))
      this.list.replaceChildren(...this.found.slice(0, MOST).map((district, n) => this.option(district, n)))
      if (this.found.length) this.open()
      else this.close()
    }

    // What is said already stays, or it would be read out again.
    say(text) { if (this.said.textContent !== text) this.said.textContent = text }

    // The district that serves the children of a whole county, where a letter has no field of its own for it.
    besides(district) {
      return !document.querySelector("[name=second-district]") && !district.serves_county
        && guide.districts.districts.find(one => one.serves_county && one.county === district.county)
    }

    option({ name, city, county }, n) {
      return draw("li", { id: `${this.list.id}.${n}`, role: "option" },
        draw("strong", {}, name), " ", draw("small", {}, [city, county].filter(Boolean).join(", ")))
    }

    open() {
      this.list.hidden = false
      set(this.input, { "aria-expanded": "true" })
      this.mark(null)
      this.list.scrollTop = 0
      this.comeIntoView()
    }

    // The keyboard of a phone covers the lower half: the field goes up, so that the list stands above it.
    comeIntoView() {
      const { height, offsetTop } = window.visualViewport
      if (this.list.getBoundingClientRect().bottom > offsetTop + height) this.input.scrollIntoView({ block: "start" })
    }

    close() {
      this.list.hidden = true
      set(this.input, { "aria-expanded": "false" })
      this.mark(null)
    }

    /** @param {HTMLElement|null} option the one that Enter takes */
    mark(option) {
      for (const each of this.list.children) set(each, { "aria-selected": each === option })
      this.marked = option
      if (option) set(this.input, { "aria-activedescendant": option.id })
      else this.input.removeAttribute("aria-activedescendant")
      option?.scrollIntoView({ block: "nearest" })
    }

    press(event) {
      const { key } = event
      if (key === "ArrowDown" || key === "ArrowUp") this.move(key === "ArrowDown")
      else if (key === "Enter" && this.marked) this.take(this.marked)
      else if (key === "Escape" && !this.list.hidden) this.close()
      else return
      event.preventDefault()
      // An open dialog around the field stays open.
      event.stopPropagation()
    }

    // Past either end no row is marked, and the arrow goes on from the other end.
    move(down) {
      if (this.list.hidden && this.found.length) this.open()
      const all = [...this.list.children]
      const at = all.indexOf(this.marked)
      this.mark((down ? all[at + 1] : at < 0 ? all.at(-1) : all[at - 1]) || null)
    }

    take(option) {
      if (!option) return
      const { name } = this.found[[...this.list.children].indexOf(option)]
      this.write([...this.names.slice(0, -1), name].join(this.between))
    }

    // Whoever listens to the field hears of it as if it were typed.
    write(text) {
      this.input.value = text
      this.input.focus()
      for (const type of ["input", "change"]) this.input.dispatchEvent(new Event(type, { bubbles: true }))
    }
  }

  /** @type {WeakMap<HTMLInputElement, Choice>} */
  const served = new WeakMap()

  /** Put the list below a field, once. @param {HTMLInputElement} input */
  guide.districts.serve = input => { if (!served.has(input)) served.set(input, new Choice(input)) }
})()
