// The form beside a letter: a field for each blank, a box for each choice, in groups that open and close.
//
// What is asked for once for all letters (fields.yml, group "you" and "child") comes first, then the letter's
// own sections in their order. Markup: overrides/partials/letter.html.
(() => {
  // What is typed in a letter's groups of its own is named so in the page: field.child-name, take.email.
  const idOf = field => `field.${field}`

  // What says the same already is left alone: a new text is drawn anew, and read out anew.
  const put = (element, text) => { if (element.textContent !== text) element.textContent = text }

  const inputOf = ({ kind, autocomplete }) => {
    const several = kind === "long" || kind === "list"
    const input = document.createElement(several ? "textarea" : "input")
    if (several) input.rows = 4
    else input.type = { date: "date", phone: "tel", email: "email" }[kind] || "text"
    input.autocomplete = autocomplete || "off"
    return input
  }

  class Form {
    // `units` are those of the sheet, `about` is what the page says of the blanks.
    constructor(units, about) {
      this.about = about
      this.fields = new Map()
      this.choices = new Map()
      this.element = guide.copy("guide-letter-form").firstElementChild
      this.element.querySelector(".guide-letter__to span").textContent = about.to
      this.groups = []
      this.told = new Set()
      const groupFor = { you: this.group("you"), child: this.group("child") }
      let own = this.group("head")
      let section = ""
      for (const unit of units) {
        // A section whose heading is not drawn in the letter has its group in the form all the same.
        if (unit.section && unit.section !== section && about.sections) own = this.group("", about.sections[unit.section])
        section = unit.section
        if (unit.kind === "heading") own = this.group("", unit.parts.join(""))
        else if (unit.box) this.addChoice(own, unit)
        else for (const { field, kind } of unit.parts) if (field && kind !== "signature") this.addField(groupFor[about.fields[field].group] || own, field)
      }
      // What only choices need is asked for below the first of them that is made.
      this.homes = new Map()
      for (const unit of units.filter(({ box }) => box)) {
        const choice = this.choices.get(unit.box.dataset.item)
        for (const { field } of unit.parts.filter(({ field }) => field)) {
          if (!this.fields.has(field)) this.homes.set(field, [])
          this.homes.get(field)?.push(choice)
          this.addField(choice.inner, field)
        }
      }
      for (const { details } of this.groups) {
        if (details.querySelector("input, textarea")) this.element.querySelector(".guide-letter__groups").append(details)
      }
    }

    group(name, title) {
      const details = guide.copy("guide-letter-group").firstElementChild
      details.querySelector(".guide-letter__group-title").textContent = title || this.element.dataset[name]
      this.groups.push({ details })
      return details
    }

    addField(parent, field) {
      if (this.fields.has(field)) return
      const asked = this.about.fields[field]
      const row = guide.copy("guide-letter-field").firstElementChild
      const input = Object.assign(inputOf(asked), { id: idOf(field), name: field })
      const [label, hint, state] = ["label", ".guide-letter__hint", ".guide-letter__state"].map(part => row.querySelector(part))
      label.textContent = asked.label
      label.htmlFor = input.id
      hint.id = `${input.id}.hint`
      const example = asked.kind === "date" ? `${guide.days.order}.`
        : asked.hint && asked.kind !== "list" && asked.kind !== "long" ? "" : `For example: ${asked.example.split("\n")[0]}`
      hint.textContent = [asked.hint, example, asked.optional ? "You may leave this empty." : ""].filter(Boolean).join(" ")
      state.id = `${input.id}.state`
      input.setAttribute("aria-describedby", `${hint.id} ${state.id}`)
      hint.after(input)
      parent.append(row)
      this.fields.set(field, { input, row, state, asked })
    }

    addChoice(parent, unit) {
      const { item, oneOf } = unit.box.dataset
      const row = guide.copy("guide-letter-choice").firstElementChild
      const [input, label] = [row.querySelector("input"), row.querySelector("label")]
      input.id = label.htmlFor = `take.${item}`
      input.defaultChecked = unit.box.defaultChecked
      label.textContent = unit.parts.map(part => typeof part === "string" ? part : "…").join("").replace("….", "…")
      const same = this.last?.block === unit.block && this.last.oneOf === oneOf
      const set = same ? this.last.set : this.choicesFor(unit, oneOf)
      if (!same) parent.append(set)
      set.append(row)
      this.last = { block: unit.block, oneOf, set }
      this.choices.set(item, { input, inner: row.querySelector(".guide-letter__inner"), set, exclusive: Boolean(oneOf) })
    }

    // An empty set of choices, with its question. What a tick does is said once.
    choicesFor({ block }, oneOf) {
      const preset = [...block.querySelectorAll("input:not([data-one-of])")].every(box => box.defaultChecked)
      const kind = oneOf ? "one-of" : preset ? "preset" : "any-of"
      const set = guide.copy(`guide-letter-${kind}`).firstElementChild
      if (this.told.has(kind)) set.querySelector("small").remove()
      this.told.add(kind)
      return set
    }

    // A field's text as the letter holds it: "" where it is open, or where a date is none.
    value(field) {
      const found = this.fields.get(field)
      if (!found) return ""
      const { input, asked } = found
      if (asked.kind === "date" && input.value) return this.trouble(field) ? "" : guide.formatDate(input.value)
      const text = guide.letter.clean(input.value)
      return input.matches("textarea") ? text : text.replace(/\n/g, " ")
    }

    // What is wrong with a date, in a sentence, or "".
    trouble(field) {
      const { input, asked } = this.fields.get(field)
      if (asked.kind !== "date") return ""
      const isToCome = asked.when === "past" && input.value > guide.letter.sentOn(this)
      return guide.days.trouble(input) || (isToCome ? "This day has not come yet. Look at the year." : "")
    }

    taken(item) { return this.choices.get(item).input.checked }

    // Of alternatives one at most is true.
    settle(input) {
      const choice = [...this.choices.values()].find(one => one.input === input)
      if (!choice?.exclusive || !input.checked) return
      for (const other of this.choices.values()) if (other.set === choice.set && other !== choice) other.input.checked = false
    }

    // Show what is open: `open` are the fields that the letter still needs, `wrong` the statements that a day contradicts.
    show(open, wrong) {
      for (const [field, choices] of this.homes) {
        const { row } = this.fields.get(field)
        const home = choices.find(({ input }) => input.checked)
        if (home && choices.find(({ inner }) => inner.contains(row)) !== home) home.inner.append(row)
      }
      for (const [field, { input, row, state, asked }] of this.fields) {
        row.toggleAttribute("data-open", open.includes(field))
        const trouble = this.trouble(field) || wrong.filter(statement => statement.field === field).map(({ says }) => says).join(" ")
        put(state, trouble || (asked.kind === "date" && input.value
          ? `That is ${guide.formatDate(input.value, "full")}.`
          : open.includes(field) && input.dataset.left ? "Still open" : ""))
        if (trouble) input.setAttribute("aria-invalid", "true")
        else input.removeAttribute("aria-invalid")
      }
      for (const { input, inner } of this.choices.values()) inner.hidden = !input.checked || !inner.firstElementChild
      for (const { details } of this.groups) {
        const inside = [...this.fields].filter(([field, { row }]) => details.contains(row) && (open.includes(field) || this.value(field)))
        const left = inside.filter(([field]) => open.includes(field)).length
        put(details.querySelector(".guide-letter__group-count"), !inside.length ? ""
          : left ? `${left} of ${inside.length} open` : "complete")
      }
    }

    // Go to a field, wherever it hides.
    reach(field) {
      const { input } = this.fields.get(field)
      input.closest("details").open = true
      input.focus()
    }
  }

  guide.LetterForm = Form
})()
