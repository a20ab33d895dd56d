// Makes the marks of facts buttons that open their source in place, and tells which sources nobody has looked at for over
// twelve months, and in the line below them how old the oldest is.
//
// Without scripts a mark leads to the list at the end of the page. The build reads no clock; a reader's device has one.
// Markup: scripts/guide/blocks/facts.py and law.py.
(() => {
  const MARKS = '.guide-fact a[href^="#source-"]'

  for (const mark of document.querySelectorAll(MARKS)) {
    mark.setAttribute("role", "button")
    mark.setAttribute("aria-expanded", false)
  }

  // Where it cannot be loaded, the mark leads to the list as any link does.
  const press = (event, mark) => {
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    guide.load("marks").then(() => guide.toggleSource(mark), () => { location.hash = mark.hash })
  }
  document.addEventListener("click", event => press(event, event.target.closest(MARKS)))
  // A button is pressed with the space bar too.
  document.addEventListener("keydown", event => { if (event.key === " ") press(event, event.target.closest(MARKS)) })

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
      // What is closed says so too.
      if (source.matches(".guide-sources > p")) source.parentElement.querySelector("summary").append(note.cloneNode(true))
    }
  }

  guide.markOverdue(document)
})()
