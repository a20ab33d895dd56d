// Marks the sources that nobody has looked at for over twelve months, and the line below them, which goes by the oldest.
//
// The build reads no clock; a reader's device has one.
// Markup: scripts/guide/blocks/facts.py and law.py.
(() => {
  /** Mark what is overdue in a part of the page. @param {ParentNode} part */
  guide.markOverdue = part => {
    for (const source of part.querySelectorAll(".guide-source[data-checked], .guide-sources__current[data-checked], .guide-law__source[data-checked]")) {
      const [year, month, day] = source.dataset.checked.split("-").map(Number)
      // The page says "after" that day.
      if (new Date(year + 1, month - 1, day + 1) > new Date()) continue
      const note = document.createElement("span")
      note.className = "guide-source__overdue"
      note.textContent = guide.phrase("sources.overdue")
      source.append(note)
    }
  }

  guide.markOverdue(document)
})()
