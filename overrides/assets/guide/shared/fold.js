// Opens the folds that a link leads into, and all of them on paper, for browsers that do neither by themselves.
//
// Markup: scripts/guide/blocks/boxes.py and checklist.py.
(() => {
  const CLOSED = "details:is(.guide-fold,.guide-checklist__more,.guide-review__more):not([open])"

  const openTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (!target?.closest(CLOSED)) return
    for (let fold; (fold = target.closest(CLOSED));) fold.open = true
    target.scrollIntoView()
  }

  let closed = []
  window.addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll(CLOSED)]
    for (const fold of closed) fold.open = true
  })
  window.addEventListener("afterprint", () => {
    for (const fold of closed) fold.open = false
    closed = []
  })
  window.addEventListener("hashchange", openTarget)
  openTarget()
})()
