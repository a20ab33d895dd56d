// "Mail this to a caller": the page as a clean sheet, with the host's phone and the day, for a helper who answers the phone.
//
// Markup: overrides/partials/talk.html.
(() => {
  const print = aside => {
    const { name, phone } = aside.dataset
    const day = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" })
    const line = Object.assign(document.createElement("p"), { className: "guide-caller", textContent: guide.phrase("host.mailed", { name, phone, day }) })
    const { dataset } = document.documentElement
    document.querySelector(".guide-frame__main, main").prepend(line)
    dataset.prints = "caller"
    window.addEventListener("afterprint", () => {
      delete dataset.prints
      line.remove()
    }, { once: true })
    window.print()
  }

  document.addEventListener("click", ({ target }) => {
    if (target.closest('[data-do="mail-to-caller"]')) print(target.closest(".guide-talk"))
  })
})()
