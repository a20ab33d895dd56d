// What all scripts of the guide share, on every page; it hangs on one small global, `guide`. It also marks the sources
// whose check is overdue, for the build reads no clock and a reader's device has one.
(() => {
  const PLACE = "assets/guide/"
  const { src } = document.currentScript
  // The site's own address. A script stands in PLACE or in a folder there, alone or joined with others (scripts/guide/join.py).
  const site = new URL(src.slice(0, src.lastIndexOf(PLACE)))

  const today = () => {
    const now = new Date()
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(n => String(n).padStart(2, "0")).join("-")
  }

  window.guide = {
    site,
    today,
    isObject: value => value !== null && typeof value === "object" && !Array.isArray(value),
    // Blank Word files by letter; downloads/<letter>.docx.js puts them here.
    wordFiles: {},
    say: day => day.toLocaleDateString("en-US", { year: "numeric", month: "long", day: "numeric" }),
    // A fresh copy of what stands in the page's <template> of that id.
    copy: id => document.getElementById(id).content.cloneNode(true),
    // Hand a file to the browser's downloads. `contents` is text or bytes.
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

  // Sources that nobody has looked at for over twelve months, and the line below them, which goes by the oldest.
  // Markup: scripts/guide/blocks/facts.py and law.py.
  for (const source of document.querySelectorAll(".guide-source[data-checked], .guide-sources__current[data-checked], .guide-law__source[data-checked]")) {
    const [year, month, day] = source.dataset.checked.split("-").map(Number)
    // The page says "after" that day.
    if (new Date(year + 1, month - 1, day + 1) > new Date()) continue
    const note = document.createElement("span")
    note.className = "guide-source__overdue"
    note.textContent = "Check is overdue. Ask before you rely on it."
    source.append(note)
  }
})()
