// What the guide says, in the language of the page: phrases of docs/_data/phrases.yml.
//
// The page holds the phrases that its scripts need, as data (overrides/main.html); a script that comes later brings its own
// (scripts/guide/site/phrases.py).
(() => {
  const { lang } = document.documentElement
  const catalog = JSON.parse(document.getElementById("guide-phrases").textContent)
  const plurals = new Intl.PluralRules(lang)
  const numbers = new Intl.NumberFormat(lang)

  /** @param {Record<string, Record<string, string | Record<string, string>>>} groups - phrases that only later scripts say */
  guide.addPhrases = groups => {
    for (const [group, entries] of Object.entries(groups)) Object.assign(catalog[group] ??= {}, entries)
  }

  /**
   * Write the name whole and the values by name: the build compares them with the catalog (scripts/guide/rules/phrases.py).
   * @param {string} name like "checklist.skipped"
   * @param {Record<string, string | number>} [values] for the {placeholders}; a number is written as the language does.
   *   Where a phrase has forms for numbers, `count` decides.
   * @returns {string} the phrase, filled in
   */
  guide.phrase = (name, values = {}) => {
    const [group, key] = name.split(".")
    const entry = catalog[group][key]
    const text = typeof entry === "string" ? entry : entry[plurals.select(values.count)] ?? entry.other
    return text.replace(/\{(\w+)\}/g, (_, place) => typeof values[place] === "number" ? numbers.format(values[place]) : values[place])
  }
})()
