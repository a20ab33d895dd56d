// The menu of a phone closes with Escape, and when the focus leaves it: nothing that has the focus is behind it.
//
// Markup: overrides/partials/header.html.
(() => {
  const menu = document.querySelector(".guide-menu")
  menu.addEventListener("keydown", event => {
    if (event.key !== "Escape") return
    menu.open = false
    menu.querySelector("summary").focus()
  })
  menu.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false })
})()
