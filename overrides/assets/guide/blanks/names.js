// The row "Put my names in" above words to say, and what a parent keeps in their blanks. What fills them in is loaded once
// the row is opened, or where anything is kept.
//
// Markup: overrides/partials/names.html.
(() => {
  // Where a script before this one failed, the row could do nothing.
  if (guide.isBroken) return
  const row = guide.copy("guide-names").firstElementChild

  const draw = async () => {
    if (!row.open) return
    const said = row.querySelector("[role=status]")
    try {
      await guide.load("spoken")
      said.textContent = ""
      guide.names.draw(row)
    } catch {
      // The next tap tries again.
      said.textContent = guide.phrase("names.not_loaded")
    }
  }

  // Another tab, or the page of saved work, may have kept, changed or erased them. Without a connection they stay blanks.
  const show = () => {
    if (guide.names || guide.isAnythingKept()) guide.load("spoken").then(() => guide.names.show(), () => {})
  }

  const hasBlank = part => part.querySelector(".guide-blank--spoken")
  ;[...document.querySelector(".guide-text").children].find(hasBlank).before(row)
  row.addEventListener("toggle", draw)
  window.addEventListener("storage", show)
  window.addEventListener("pageshow", show)
})()
