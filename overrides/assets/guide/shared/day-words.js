// Days in words, in the language of the page.
(() => {
  const { lang } = document.documentElement

  // The forms of a day. Made once: to make a format takes longer than to use it a hundred times.
  const DAY = { year: "numeric", month: "long", day: "numeric" }
  const FORMS = Object.fromEntries(Object.entries({ long: DAY, short: { ...DAY, month: "short" }, full: { ...DAY, weekday: "long" }, weekday: { weekday: "long" }, month: { year: "numeric", month: "long" },
    yearless: { month: "long", day: "numeric" }, day: { weekday: "short", month: "short", day: "numeric" }, dated: { ...DAY, weekday: "short", month: "short" } })
    .map(([form, parts]) => [form, new Intl.DateTimeFormat(lang, { timeZone: "UTC", ...parts })]))

  /**
   * @param {string} day "2026-11-24"
   * @param {"long" | "short" | "full" | "weekday" | "yearless" | "month" | "day" | "dated"} [form] "long" is November 24, 2026, "short" Nov 24, 2026,
   *   "full" has the weekday too, "weekday" is that alone, "yearless" is November 24, "month" is November 2026,
   *   "day" is Tue, Nov 24, and "dated" has the year too
   * @returns {string} the day in words
   */
  guide.formatDate = (day, form = "long") => FORMS[form].format(new Date(`${day}T00:00:00Z`))
})()
