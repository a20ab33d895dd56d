// The names that a kit asks for: fields that all letters share, filled in from what is kept.
(() => {
  class KitNames {
    /**
     * @param {Record<string, Asked>} asked what the page says of the fields, by key
     */
    constructor(asked) {
      /** @type {Map<string, Field>} */
      this.fields = new Map(Object.entries(asked).map(([key, field]) => [key, guide.letter.drawField(key, field)]))
    }

    get rows() { return [...this.fields.values()].map(({ row }) => row) }

    /** @returns {Work} what stands in the fields, in the form in which answers are kept (letter/answers.js) */
    get work() {
      const typed = [...this.fields].map(([key, { input }]) => [key, input.value]).filter(([, text]) => text)
      return { fields: Object.fromEntries(typed), letters: {} }
    }

    /**
     * @param {string} [where] device or tab; else where it is
     * @returns {Work} what is kept
     */
    read(where) {
      const { fields = {}, letters = {} } = guide.store.read("answers", where)
      return { fields, letters }
    }

    /**
     * @param {Work} work what to put into the fields
     * @param {boolean} anew in place of all that stands there
     */
    put({ fields }, anew) {
      for (const [key, { input }] of this.fields) if (anew || input.value !== (fields[key] || "")) input.value = fields[key] || ""
    }

    /** @returns {Record<string, string>} all that is known here: what stands in the fields, and what only letters ask for */
    get known() { return { ...this.read().fields, ...Object.fromEntries(this.filled.map(({ key, value }) => [key, value])) } }

    /** @returns {{ key: string, label: string, value: string }[]} each field with its clean text, "" where it is empty */
    get filled() {
      return [...this.fields].map(([key, { input, asked }]) => ({ key, label: asked.label, value: guide.letter.clean(input.value) }))
    }
  }

  guide.kit.Names = KitNames
})()
