// What all scripts of the guide share, on every page; it hangs on one small global, `guide`.
(() => {
  const PLACE = "assets/guide/"
  const { src } = document.currentScript

  const dayOf = date => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(n => String(n).padStart(2, "0")).join("-")

  window.guide = {
    /**
     * The site's own address. A script stands in PLACE or in a folder there, alone or joined with others (scripts/guide/site/join.py).
     * @type {URL}
     */
    site: new URL(src.slice(0, src.lastIndexOf(PLACE))),

    /**
     * @param {Date} date
     * @returns {string} the day it is here, "2026-11-24"
     */
    dayOf,

    /** @returns {string} "2026-11-24" */
    today: () => dayOf(new Date()),

    /** @returns {boolean} whether a value has keys of its own: no list, and not null */
    isObject: value => value !== null && typeof value === "object" && !Array.isArray(value),

    /**
     * The tools of the page by their tags; they begin once all scripts of the page have run (shared/start.js).
     * @type {Map<string, CustomElementConstructor>}
     */
    tools: new Map(),

    /**
     * @param {string} tag
     * @param {CustomElementConstructor} tool
     */
    define(tag, tool) { guide.tools.set(tag, tool) },

    /**
     * Blank Word files by letter; downloads/<letter>.docx.js puts them here.
     * @type {Record<string, string>}
     */
    wordFiles: {},

    /**
     * @param {string} id
     * @returns {DocumentFragment} a fresh copy of what stands in the page's <template> of that id
     */
    copy: id => document.getElementById(id).content.cloneNode(true),

    /**
     * Hand a file to the browser's downloads.
     * @param {string} name
     * @param {string} type like "text/csv"
     * @param {BlobPart} contents text or bytes
     */
    download(name, type, contents) {
      const link = Object.assign(document.createElement("a"), {
        href: URL.createObjectURL(new Blob([contents], { type })), download: name })
      document.body.append(link)
      link.click()
      link.remove()
      // Some browsers read the file only after the click has ended.
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    },
  }
})()
