// The options of a result: the routes that fit, then all others with why not first, each a closed row.
//
// Used by result.js. Templates: overrides/partials/route-helper.html.
(() => {
  const { inline, make, link, pageOf, drawPart, drawSaid } = guide.routes

  const drawReasons = ({ plus, minus, does_not: doesNot }, page) => {
    const reasons = guide.copy("guide-route-reasons").firstElementChild
    for (const [purpose, all] of [["for", plus], ["against", minus]]) {
      reasons.querySelector(`.guide-route__${purpose}`).append(...all.map(({ say }) => make("li", "", inline(say, page))))
    }
    reasons.querySelector(".guide-route__does-not").append(...doesNot.flatMap(({ say }) => [" ", inline(say, page)]))
    return reasons
  }

  // A route in a row: when to take it, and why.
  const drawRoute = ({ title, href, how, say, page }, ...inside) => drawSaid(title, how, say, page, ...inside,
    make("p", "read-more", link(href, guide.phrase("route_helper.read_more", { route: title }))))

  guide.routes.drawRoutes = (helper, { routes, others, situation }) => {
    const page = helper.data.pages.routes
    const rows = [
      ...routes.map(route => drawRoute({ ...route, how: guide.phrase("route_helper.fits"), say: route.what, page }, drawReasons(route, page))),
      ...others.map(other => drawRoute({ ...other, how: helper.data.how[other.how], page: other.place === "routes" ? page : pageOf(situation) })),
    ]
    return rows.length ? [drawPart(guide.phrase("route_helper.routes_title"), "routes", ...rows)] : []
  }
})()
