// Opens a fold that a link leads into, and all of them on paper, for browsers that do neither by themselves.
//
// Markup: scripts/guide/blocks/boxes.py.
(() => {
  const folds = () => document.querySelectorAll(".guide-fold")

  const openTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    const fold = target?.closest(".guide-fold:not([open])")
    if (!fold) return
    fold.open = true
    target.scrollIntoView()
  }

  let closed = []
  window.addEventListener("beforeprint", () => {
    closed = [...folds()].filter(fold => !fold.open)
    for (const fold of closed) fold.open = true
  })
  window.addEventListener("afterprint", () => {
    for (const fold of closed) fold.open = false
    closed = []
  })
  window.addEventListener("hashchange", openTarget)
  openTarget()
})()
