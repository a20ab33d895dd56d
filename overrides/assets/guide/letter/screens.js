// The screens of a letter's form: the blanks and choices of each group in its order, as many on one screen as a phone shows.
//
// What is asked for in which group is said by the data (scripts/guide/blocks/letter_page.py). Markup: overrides/partials/letter.html.
(() => {
  const FITS = 6 // as high as so many fields of one line
  const MOST = 5 // fields and questions
  const STEPS = ["you", "child", "problem", "ask", "send"]

  const QUESTIONS = {
    you: guide.phrase("letter.you_question"),
    child: guide.phrase("letter.child_question"),
    problem: guide.phrase("letter.problem_question"),
    ask: guide.phrase("letter.ask_question"),
    send: guide.phrase("letter.send_question"),
  }

  /**
   * What is asked for at once: a field, or choices that stand side by side.
   *
   * @typedef {object} Item
   * @property {HTMLElement} row
   * @property {string} step - its group
   * @property {string} section - of the letter, or empty
   * @property {string} [question] - that it begins a screen with
   * @property {string[]} fields - those that it holds, by key
   * @property {number} size - how much of a screen it takes
   */

  /**
   * `holds` says of a field whether it is asked for there: one that several choices need moves with them.
   *
   * @typedef {{ element: HTMLElement, step: string, first: string, holds: (field: string) => boolean }} Screen
   */

  // The items of one group, parted where they do not fit one screen: best before a new section or a new question.
  const part = items => {
    const total = items.reduce((sum, { size }) => sum + size, 0)
    if (total <= FITS && items.length <= MOST) return [items]
    const parts = [[]]
    let room = FITS
    for (const [n, item] of items.entries()) {
      const isNew = item.section !== items[n - 1]?.section
      const rest = items.slice(n).findIndex(({ section }) => section !== item.section)
      const whole = items.slice(n, rest < 0 ? undefined : n + rest).reduce((sum, { size }) => sum + size, 0)
      const isFull = item.size > room || parts.at(-1).length === MOST || item.question || (isNew && item.section && whole > room)
      if (isFull && parts.at(-1).length) {
        parts.push([])
        room = FITS
      }
      parts.at(-1).push(item)
      room -= item.size
    }
    return parts
  }

  const draw = (items, isFirst, form) => {
    const { sections } = form.about
    const element = guide.copy("guide-letter-screen").firstElementChild
    const [{ step, question, section }] = items
    const title = element.querySelector("h1")
    title.textContent = question || (!isFirst && sections[section]) || QUESTIONS[step]
    // Where a screen holds several sections each has its name, as the letter has it.
    const several = new Set(items.map(item => item.section)).size > 1
    let last
    for (const item of items) {
      const name = sections[item.section]
      if (several && item.section !== last && name && name !== title.textContent) {
        element.append(Object.assign(document.createElement("h2"), { textContent: name }))
      }
      last = item.section
      element.append(item.row)
    }
    return { element, step, first: items.flatMap(({ fields }) => fields)[0], holds: field => element.contains(form.fields.get(field).row) }
  }

  /**
   * Draw the screens of a form.
   *
   * @param {Form} form
   * @param {Element} holder
   * @returns {Screen[]}
   */
  const drawScreens = (form, holder) => {
    for (const field of form.fields.values()) {
      if (field.asked.offers || field.asked.offers_days) field.offers = new guide.letter.Offers(field)
      if (field.asked.cites) field.cite = new guide.letter.Cite(field)
    }
    const screens = STEPS.flatMap(step => {
      const items = form.items.filter(item => item.step === step)
      return items.length ? part(items).map((some, n) => draw(some, n === 0, form)) : []
    })
    holder.append(...screens.map(({ element }) => element))
    return screens
  }

  Object.assign(guide.letter, { drawScreens })
})()
