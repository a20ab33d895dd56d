// The card of a family's case: what is next, at most four lines at first.
//
// Markup: overrides/partials/case.html.
(() => {
  const MOST = 4
  const CHILD = "child-name"

  const LABEL = {
    passed: ({ day }) => guide.phrase("case.passed", { day: guide.formatDate(day, "day") }),
    late: ({ day }) => guide.phrase("case.late", { count: guide.days.between(day, guide.today()) }),
    last: ({ day }) => guide.phrase("case.last", { day: guide.formatDate(day, "day"), left: leftText(day) }),
    "to-do": ({ day }) => guide.phrase("case.to_do", { day: guide.formatDate(day, "day"), left: leftText(day) }),
    letter: () => guide.phrase("case.letter"),
    list: () => guide.phrase("case.list"),
  }

  const leftText = day => {
    const count = guide.days.between(guide.today(), day)
    return count ? guide.phrase("case.days_left", { count }) : guide.phrase("case.today")
  }

  class CaseCard {
    /** @param {HTMLElement} element the <guide-case> that holds it */
    constructor(element) {
      this.element = element
      element.prepend(guide.copy("guide-case-tools"))
      this.loadNames()
    }

    part(name) { return this.element.querySelector(`.guide-case__${name}`) }

    // What letters and lists are called; where that does not load, they go by "Letter" and "Checklist".
    loadNames() {
      const src = document.getElementById("guide-case-tools").dataset.index
      document.head.append(Object.assign(document.createElement("script"), { src, onload: () => this.show() }))
    }

    show() {
      const parts = Object.fromEntries(["file", "tracker", "answers", "ticks"].map(name => [name, guide.store.read(name)]))
      const isKept = Object.keys(parts).some(name => guide.store.keeping(name) !== "no")
      const rows = guide.caseRows(parts, guide.today())
      this.part("tools").hidden = !isKept
      this.part("without").hidden = isKept
      const name = parts.answers.fields?.[CHILD]?.trim?.()
      this.part("title").textContent = name ? guide.phrase("case.title_of", { name }) : guide.phrase("case.title")
      this.part("nothing").hidden = rows.length > 0
      this.part("nothing").textContent = guide.phrase("case.nothing_due", { day: guide.formatDate(guide.today()) })
      this.part("trouble").textContent = guide.keepWords.trouble()
      this.part("file").textContent = guide.keepWords.file()
      this.part("rows").replaceChildren(...rows.map((row, n) => this.row(row, n)))
      this.part("all").hidden = rows.length <= MOST
    }

    row(row, n) {
      const line = guide.copy("guide-case-row").firstElementChild
      const find = name => line.querySelector(`.guide-case__${name}`)
      const { kind, key, words, count } = row
      const named = guide.casePages?.[key]
      line.dataset.kind = kind
      line.hidden = n >= MOST
      line.querySelector("use").setAttribute("href", `#guide-mark-${{ passed: "late", late: "late", last: "last" }[kind] || "to-do"}`)
      find("label").textContent = LABEL[kind](row)
      find("words").textContent = named?.title || words || ""
      find("state").textContent = count ? guide.phrase("case.filled_in", { count }) : ""
      for (const link of line.querySelectorAll("a")) {
        const isMine = link.dataset.for.split(" ").includes(kind)
        if (isMine && named) link.href = new URL(named.url, guide.site).href
        if (!isMine) link.remove()
      }
      line.querySelector("a")?.classList.add(n ? "guide-case__plain" : "guide-button")
      return line
    }

    // Show every line, and go on at the first that is new.
    showAll() {
      const first = this.element.querySelector(".guide-case__row[hidden]")
      for (const row of this.element.querySelectorAll(".guide-case__row")) row.hidden = false
      this.part("all").hidden = true
      first.querySelector("a").focus()
    }
  }

  guide.CaseCard = CaseCard
})()
