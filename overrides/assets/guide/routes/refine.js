// A question of the result, answered in its row: the result changes around it, and the parent stays where they are.
//
// Used by helper.js. Drawing: result.js.
(() => {
  const { wordsOf, drawQuestion, put, fillResult, showAsked } = guide.routes

  // Do what changes the page above an element, and let that stay where it is on the screen.
  const keepInPlace = (element, work) => {
    const before = element.getBoundingClientRect().top
    work()
    scrollBy(0, element.getBoundingClientRect().top - before)
  }

  Object.assign(guide.routes, {
    // A question is drawn when its row opens.
    turnAsk(helper, row) {
      const place = row.querySelector(".guide-route__ask-place")
      if (row.open) place.replaceChildren(drawQuestion(helper, row.dataset.ask, { inPlace: true }))
      else place.replaceChildren()
    },

    // The row closes with its answer and keeps the focus. What stands further down is more work: it comes when that is painted.
    refine(helper, form) {
      const row = form.closest("[data-ask]"), root = helper.view.querySelector(".guide-route__outcome")
      const { outcome, root: drawn } = guide.routes.drawView(helper, {}), now = ".guide-route__now"
      keepInPlace(row, () => {
        row.open = false
        showAsked(helper, row)
        put(root.querySelector(now), [...drawn.querySelector(now).childNodes])
        row.querySelector("summary").focus({ preventScroll: true })
      })
      // Who scrolled down in a long row sees where it closed.
      if (row.getBoundingClientRect().top < 0) row.scrollIntoView({ block: "start" })
      guide.routes.afterPaint(() => {
        keepInPlace(row, () => fillResult(helper, outcome, root))
        root.querySelector(".guide-route__refined").textContent = guide.phrase("route_helper.refined", { headline: wordsOf(outcome.headline.say) })
      })
    },
  })
})()
