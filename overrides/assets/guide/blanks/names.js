// The row "Put my names in" above words to say: its fields come once it is opened, and fill the blanks on the page.
//
// Markup: overrides/partials/names.html.
(() => {
  // Where a script before this one failed, the row could do nothing.
  if (guide.isBroken) return
  const blanks = [...document.querySelectorAll(".guide-blank--spoken")]
  const row = guide.copy("guide-names").firstElementChild
  // What is typed on this page, kept or not (names-fields.js).
  let typed = () => ({})

  const show = () => guide.fillSpoken(blanks, { ...guide.store.read("answers").fields, ...typed() })

  const draw = async () => {
    if (!row.open || row.dataset.drawn === "") return
    row.dataset.drawn = ""
    const said = row.querySelector("[role=status]")
    try {
      await guide.load("spoken")
      said.textContent = ""
      typed = guide.drawNames(row, blanks, show)
    } catch {
      // The next tap tries again.
      delete row.dataset.drawn
      said.textContent = guide.phrase("names.not_loaded")
    }
  }

  const hasBlank = part => part.querySelector(".guide-blank--spoken")
  ;[...document.querySelector(".guide-text").children].find(hasBlank).before(row)
  row.addEventListener("toggle", draw)
  // Another tab, or the page of saved work, may have kept, changed or erased them.
  window.addEventListener("storage", show)
  window.addEventListener("pageshow", show)
  show()
})()
