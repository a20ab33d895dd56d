// What the elements of the guide share: the work a parent chose to keep.
//
// Nothing is kept until the parent says so. One object holds all of it, under one key that
// begins with the site's path: all sites of one "name.github.io" share a store.
(() => {
  const site = new URL("../../", document.currentScript.src)
  const KEY = `guide:${site.pathname}:work`
  const VERSION = 1
  const MONTHS = 12

  // A browser may refuse its store even when it is only looked at.
  const storeOf = where => {
    try { return where === "device" ? window.localStorage : window.sessionStorage } catch { return null }
  }

  const expiryOf = kept => {
    const [year, month, day] = kept.split("-").map(Number)
    return new Date(year, month - 1 + MONTHS, day)
  }

  // The work found in one store, or why there is none: {work} | {trouble}.
  const look = where => {
    let text
    try { text = storeOf(where)?.getItem(KEY) } catch { return {} }
    if (!text) return {}
    let work
    try { work = JSON.parse(text) } catch { return { trouble: "unreadable" } }
    if (!work || typeof work !== "object" || typeof work.ticks !== "object" || !work.ticks) return { trouble: "unreadable" }
    if (typeof work.kept !== "string" || !/^\d{4}-\d\d-\d\d$/.test(work.kept)) return { trouble: "unreadable" }
    if (!(work.version <= VERSION)) return { trouble: "newer" }
    if (where === "device" && expiryOf(work.kept) <= new Date()) {
      storeOf(where).removeItem(KEY)
      return {}
    }
    return { work }
  }

  const today = () => {
    const now = new Date()
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(n => String(n).padStart(2, "0")).join("-")
  }

  const store = {
    // "device", "tab" or "no": what the parent said, told by where the work stands.
    get keeping() {
      return look("device").work ? "device" : look("tab").work ? "tab" : "no"
    },

    // "", "unreadable" or "newer": kept work that this edition cannot read. It is left as it is.
    get trouble() {
      return look("device").trouble || look("tab").trouble || ""
    },

    // The day on which work kept on the device ends, as a Date.
    get until() {
      const { work } = look("device")
      return work ? expiryOf(work.kept) : null
    },

    // The marks of one checklist: {item: "done" | "not-needed"}.
    ticks(list) {
      const work = look("device").work || look("tab").work
      return work?.ticks[list] || {}
    },

    // Keep the marks of one checklist where the parent said; true if that went well or nothing is to be kept.
    keepTicks(list, marks) {
      const where = store.keeping
      if (where === "no") return true
      const { work } = look(where)
      work.ticks[list] = marks
      return write(where, work)
    },

    // Keep from now on "device" or "tab", or "no" longer; takes along what is kept already. True if it went well.
    keep(where) {
      const work = look("device").work || look("tab").work || { version: VERSION, kept: today(), ticks: {} }
      if (where === "no") return erase("device") && erase("tab")
      if (look(where).trouble) return false
      if (!write(where, { ...work, kept: today() })) return false
      return erase(where === "device" ? "tab" : "device")
    },
  }

  const write = (where, work) => {
    try {
      storeOf(where).setItem(KEY, JSON.stringify(work))
      return true
    } catch { return false }
  }

  const erase = where => {
    // What cannot be read may be worth something to a newer edition of the guide.
    if (look(where).trouble) return true
    try {
      storeOf(where)?.removeItem(KEY)
      return true
    } catch { return false }
  }

  window.guide = {
    store,
    say: day => day.toLocaleDateString("en-US", { year: "numeric", month: "long", day: "numeric" }),
    // A fresh copy of what stands in the page's <template> of that id.
    copy: id => document.getElementById(id).content.cloneNode(true),
  }
})()
