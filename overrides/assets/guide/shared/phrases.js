// What the guide says, in the language of the page: phrases of docs/_data/phrases.yml, and days.
//
// The page holds the phrases that its scripts need, as data (overrides/main.html); a script that comes later brings its own
// (scripts/guide/site/phrases.py).
(() => {
  const { lang } = document.documentElement
  const catalog = JSON.parse(document.getElementById("guide-phrases").textContent)
  const plurals = new Intl.PluralRules(lang)
  const numbers = new Intl.NumberFormat(lang)

  // The forms of a day. Made once: to make a format takes longer than to use it a hundred times.
  const DAY = { year: "numeric", month: "long", day: "numeric" }
  const FORMS = Object.fromEntries(Object.entries({ long: DAY, short: { ...DAY, month: "short" }, full: { ...DAY, weekday: "long" }, weekday: { weekday: "long" }, month: { year: "numeric", month: "long" },
    yearless: { month: "long", day: "numeric" }, day: { weekday: "short", month: "short", day: "numeric" }, dated: { ...DAY, weekday: "short", month: "short" } })
    .map(([form, parts]) => [form, new Intl.DateTimeFormat(lang, { timeZone: "UTC", ...parts })]))

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

  /**
   * @param {string} day "2026-11-24"
   * @param {"long" | "short" | "full" | "weekday" | "yearless" | "month" | "day" | "dated"} [form] "long" is November 24, 2026, "short" Nov 24, 2026,
   *   "full" has the weekday too, "weekday" is that alone, "yearless" is November 24, "month" is November 2026,
   *   "day" is Tue, Nov 24, and "dated" has the year too
   * @returns {string} the day in words
   */
  guide.formatDate = (day, form = "long") => FORMS[form].format(new Date(`${day}T00:00:00Z`))
})()
