// What a draft says of each point: given up first, then not found, then to look at, then found. Used by draft.js.
(() => {
  const views = guide.draftViews = guide.draftViews ?? {}

  // What each clause is, for a parent.
  const CLAUSES = {
    release: () => guide.phrase("draft.release"),
    secrecy: () => guide.phrase("draft.secrecy"),
    fees: () => guide.phrase("draft.fees"),
    "waiver-until": () => guide.phrase("draft.waiver_until"),
    "stay-put-after": () => guide.phrase("draft.stay_put_after"),
    enforceability: () => guide.phrase("draft.enforceability"),
  }
  const GROUPS = [
    ["absent", true, "no", count => guide.phrase("draft.absent", { count })],
    ["unclear", true, "ask", count => guide.phrase("draft.unclear", { count })],
    ["present", false, "", count => guide.phrase("draft.present", { count })],
  ]

  const idOf = point => point.querySelector("[data-item]").dataset.item
  const pointOf = (review, id) => review.points.find(point => idOf(point) === id)

  const rowOf = (title, quotes, button) => {
    const row = guide.copy("guide-draft-point").firstElementChild
    row.querySelector("strong").textContent = title
    const quote = row.querySelector("blockquote")
    quote.textContent = quotes.map(one => `“${views.named(one)}”`).join(" … ")
    quote.hidden = !quotes.length
    if (button) Object.assign(row.querySelector("button").dataset, button)
    else row.querySelector("button").remove()
    return row
  }

  const groupOf = (name, open, rows) => {
    const group = guide.copy("guide-draft-group").firstElementChild
    const [words] = group.querySelectorAll(":scope > p")
    group.open = open
    group.querySelector("strong").textContent = name
    group.querySelector("ul").append(...rows)
    group.hidden = !rows.length
    words.hidden = true
    return { group, words }
  }

  const quotesOf = said => (typeof said === "object" ? said.quotes ?? [] : []).map(one => typeof one === "string" ? one : one.quote).slice(0, 2)
  const statusOf = said => typeof said === "object" ? said.status : said

  const lawyerGroup = draft => {
    const rows = draft.given.map(([key, places]) => rowOf(CLAUSES[key](), places.slice(0, 2).map(({ quote }) => quote)))
    const { group, words } = groupOf(guide.phrase("draft.given", { count: rows.length }), true, rows)
    group.dataset.given = ""
    words.hidden = false
    words.textContent = guide.phrase("draft.lawyer_text")
    group.querySelector('[data-draft="ask-all"]').parentNode.remove()
    return group
  }

  const pointsGroup = (draft, [status, open, answer, name]) => {
    const { review, found } = draft
    const of = Object.entries(found.points ?? {}).filter(([id, said]) => statusOf(said) === status && pointOf(review, id))
    const rows = of.map(([id, said]) => {
      const point = pointOf(review, id)
      const row = rowOf(guide.reviewViews.titleOf(point), quotesOf(said), { point: review.points.indexOf(point) })
      row.querySelector("button").textContent = guide.phrase("draft.open_point")
      row.querySelector("button").setAttribute("aria-label", `${guide.phrase("draft.open_point")}: ${guide.reviewViews.titleOf(point)}`)
      return row
    })
    const { group } = groupOf(name(rows.length), open, rows)
    const button = group.querySelector('[data-draft="ask-all"]')
    button.textContent = guide.phrase("draft.ask_all")
    Object.assign(button.dataset, { says: answer, points: of.map(([id]) => id).join(" ") })
    button.parentNode.hidden = !answer || !rows.length
    return group
  }

  const countOf = (count, words) => {
    const item = document.createElement("li")
    item.append(Object.assign(document.createElement("b"), { textContent: count }), ` ${words}`)
    return item
  }

  Object.assign(views, {
    pointOf,

    fillPoints(draft) {
      const { found, review } = draft
      const points = Object.values(found.points ?? {}).map(statusOf)
      const missing = points.filter(status => status === "absent").length
      const given = found.weak.filter(views.isGiven).length
      draft.screen("points").querySelector(".guide-draft__groups").replaceChildren(lawyerGroup(draft), ...GROUPS.map(group => pointsGroup(draft, group)))
      draft.part("counts").replaceChildren(
        countOf(found.weak.length - given, guide.phrase("draft.weak_count", { count: found.weak.length - given })),
        countOf(given, guide.phrase("draft.given_count")),
        countOf(guide.phrase("review.place", { number: points.filter(status => status === "present").length, all: review.points.length }), guide.phrase("draft.found_count")))
      draft.screen("draft").querySelector("[data-screen-to]").textContent = guide.phrase("draft.points_button", { count: missing })
    },
  })
})()
