// The choices of a letter's form: a box for each, and a question for those that stand side by side in the letter.
//
// Markup: overrides/partials/letter-fields.html.
(() => {
  const SHORT = 30 // letters

  /**
   * `inner` is for the fields that only this choice needs, `set` is what it stands in with others; of an exclusive one
   * no other of its set can be true.
   *
   * @typedef {{ input: HTMLInputElement, inner: HTMLElement, set: HTMLElement, exclusive: boolean }} Choice
   */

  // The choices by their ids, in the order of the letter: a Map of Choice.
  class Choices extends Map {
    /**
     * Draw the choice that a unit of the sheet is, in the set of the one before it or in a new one.
     *
     * @param {Unit} unit
     * @returns {?HTMLElement} a set that is new
     */
    add(unit) {
      const { item, oneOf } = unit.box.dataset
      const row = guide.copy("guide-letter-choice").firstElementChild
      const [input, label] = [row.querySelector("input"), row.querySelector("label")]
      input.id = label.htmlFor = `take.${item}`
      input.defaultChecked = unit.box.defaultChecked
      label.textContent = unit.parts.map(part => typeof part === "string" ? part : "…").join("").replace("….", "…")
      const same = this.last?.block === unit.block && this.last.oneOf === oneOf && this.last.step === unit.step
      const set = same ? this.last.set : this.drawSet(unit, oneOf)
      set.append(row)
      // Short ones stand two in a row.
      if (label.textContent.length > SHORT) set.toggleAttribute("data-long", true)
      this.last = { block: unit.block, oneOf, step: unit.step, set }
      this.set(item, { input, inner: row.querySelector(".guide-letter__inner"), set, exclusive: Boolean(oneOf) })
      return same ? null : set
    }

    // An empty set, with its question. What a tick does is explained once.
    drawSet({ block }, oneOf) {
      const preset = [...block.querySelectorAll("input:not([data-one-of])")].every(box => box.defaultChecked)
      const kind = oneOf ? "one-of" : preset ? "preset" : "any-of"
      const set = guide.copy(`guide-letter-${kind}`).firstElementChild
      this.explained ||= new Set()
      if (this.explained.has(kind)) set.querySelector("small").remove()
      this.explained.add(kind)
      return set
    }

    /**
     * Of alternatives one at most is true: untick the others of the one whose box was ticked.
     *
     * @param {Element} input - any input of the form
     */
    settle(input) {
      const choice = [...this.values()].find(one => one.input === input)
      if (!choice?.exclusive || !input.checked) return
      for (const other of this.values()) if (other.set === choice.set && other !== choice) other.input.checked = false
    }
  }

  guide.letter.Choices = Choices
})()
