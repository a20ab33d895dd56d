// Finds what fits a few words in a short list that stands on the page.
(() => {
  const wordsOf = text => text.toLowerCase().replaceAll(/['’]/g, "").match(/[\p{L}\p{N}]+/gu) || []

  const STRONG = 3

  /**
   * @typedef {object} Entry
   * @property {string} strong what it is called
   * @property {string} weak what else is said of it
   */

  /**
   * @param {string} query
   * @param {Entry[]} entries
   * @returns {number[]} the places of those that have the most words of the query, the best first; a word may be its beginning
   */
  guide.findEntries = (query, entries) => {
    const sought = wordsOf(query)
    const found = entries.map(({ strong, weak }, place) => {
      const names = wordsOf(strong), others = wordsOf(weak)
      const has = (words, word) => words.some(other => other.startsWith(word))
      const points = sought.map(word => names.includes(word) ? STRONG + 1 : has(names, word) ? STRONG : has(others, word) ? 1 : 0)
      return { place, count: points.filter(Boolean).length, points: points.reduce((sum, one) => sum + one, 0), length: names.length }
    })
    const most = Math.max(1, ...found.map(({ count }) => count))
    return found.filter(({ count }) => count === most)
      .sort((one, other) => other.points - one.points || one.length - other.length || one.place - other.place).map(({ place }) => place)
  }

  /**
   * Put the field before a list.
   * @param {HTMLElement} holder
   * @param {string} template the id of its template
   * @param {(query: string) => string} show what to do when something is typed; returns what to say of it
   * @returns {() => void} empties it
   */
  guide.addFilter = (holder, template, show) => {
    holder.prepend(guide.copy(template))
    const filter = holder.firstElementChild
    const field = filter.querySelector("input"), status = filter.querySelector("[role=status]")
    const update = () => { status.textContent = show(field.value.trim()) }
    field.addEventListener("input", update)
    // Back brings the words again.
    if (field.value) update()
    return () => {
      field.value = ""
      update()
    }
  }
})()
