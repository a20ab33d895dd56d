// A draft on its sheet, with its weak words marked in place and a note to each. Used by draft.js.
(() => {
  const WRAPPED = 45

  const { reader } = guide

  // What gives something up is looked at by a lawyer first.
  const isGiven = ({ category }) => category === "gives-up" || category === "secret"

  const named = quote => quote.replace(/\s+/g, " ").trim()

  // A line that begins anew: a label, a number or a mark of a list, a cell.
  const BEGINS = /^(?:[^\n:]{1,24}:|\(?\w{1,3}[.)]\s|[-•*–|☐☒☑]|\s)/

  // Where a line was broken only because it was full, it runs on; every letter keeps its place.
  const shown = text => text.replace(/\n/g, (end, at) => {
    const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at)
    const rest = text.slice(at + 1, at + 30)
    return line.length > WRAPPED && (/^[a-z]/.test(rest) || !/[.:;!?]$/.test(line)) && !BEGINS.test(rest) ? " " : end
  })

  // Parts of a text between empty lines, with their places.
  const partsOf = text => {
    const parts = []
    let start = 0
    for (const gap of [...text.matchAll(/\n[^\S\n]*\n\s*|\f\s*/g), { index: text.length, 0: "" }]) {
      if (text.slice(start, gap.index).trim()) parts.push({ start, end: gap.index })
      start = gap.index + gap[0].length
    }
    return parts
  }

  const drawMark = (words, number, weak) => {
    const mark = guide.copy("guide-draft-mark").firstElementChild
    mark.firstElementChild.textContent = words
    mark.lastElementChild.textContent = number
    mark.dataset.number = number
    mark.toggleAttribute("data-given", isGiven(weak))
    return mark
  }

  const drawCard = (weak, index) => {
    const card = guide.copy("guide-draft-card").firstElementChild
    const find = name => card.querySelector(`.guide-draft__${name}`)
    card.dataset.weak = index
    card.toggleAttribute("data-given", isGiven(weak))
    find("name").textContent = `${index + 1} · “${named(weak.quote)}”`
    find("why").textContent = weak.reason ?? ""
    find("lawyer").hidden = !isGiven(weak)
    find("better").hidden = !weak.better
    find("better").querySelector("q").textContent = weak.better ?? ""
    return card
  }

  const drawRow = (text, { start, end }, marks) => {
    const row = guide.copy("guide-draft-row").firstElementChild
    const [words, notes] = row.children
    const line = shown(text.slice(start, end))
    let place = start
    for (const { weak, index } of marks) {
      const from = Math.max(weak.start, place), to = Math.min(weak.end, end)
      if (from >= to) continue
      words.append(line.slice(place - start, from - start), drawMark(line.slice(from - start, to - start), index + 1, weak))
      notes.append(drawCard(weak, index))
      place = to
    }
    words.append(line.slice(place - start))
    return row
  }

  const keyOf = (text, { start, end }, marks) => JSON.stringify([text.slice(start, end), marks.map(({ weak, index }) => [index, weak.start - start, weak.end - start, weak.reason, weak.better])])

  const views = guide.draftViews = guide.draftViews ?? {}

  Object.assign(views, {
    isGiven,
    named,

    questionOf: ({ quote, better, reason }) => better
      ? guide.phrase("draft.question_better", { quote: named(quote), better }) : guide.phrase("draft.question", { quote: named(quote), reason: reason ?? "" }),

    // Rows whose words and marks are as they were stay: typing changes one.
    fillSheet(draft) {
      const { doc: { text }, found: { weak } } = draft
      const sheet = draft.part("sheet")
      const before = new Map([...sheet.children].map(row => [row.draftKey, row]))
      let next = 0
      const rows = partsOf(text).map(part => {
        const marks = []
        while (next < weak.length && weak[next].start < part.end) {
          if (weak[next].end > part.start) marks.push({ weak: weak[next], index: next })
          next++
        }
        const key = keyOf(text, part, marks)
        const row = before.get(key) ?? drawRow(text, part, marks)
        before.delete(key)
        row.draftKey = key
        return row
      })
      for (const row of before.values()) row.remove()
      for (const [n, row] of rows.entries()) if (sheet.children[n] !== row) sheet.insertBefore(row, sheet.children[n] ?? null)
      draft.part("none").hidden = weak.length > 0
      views.showAnswers(draft)
    },

    showAnswers(draft) {
      for (const card of draft.part("sheet").querySelectorAll(".guide-draft__card")) {
        const answer = draft.answerTo(draft.found.weak[Number(card.dataset.weak)])
        for (const button of card.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.dataset.draft === answer))
      }
    },

    // On a phone a note opens below the words it is about; on a wide screen it stands beside them.
    toggle(draft, mark) {
      const row = mark.closest(".guide-draft__row")
      const card = row.querySelector(`[data-weak="${Number(mark.dataset.number) - 1}"]`)
      const open = !card.hasAttribute("data-open")
      for (const one of draft.part("sheet").querySelectorAll("[data-open]")) one.removeAttribute("data-open")
      for (const one of draft.part("sheet").querySelectorAll(".guide-draft__mark")) one.setAttribute("aria-expanded", String(one === mark && open))
      card.toggleAttribute("data-open", open)
      if (open) card.scrollIntoView({ block: "nearest" })
    },

    pageOf: (draft, place) => draft.doc.pages.length > 1 ? guide.phrase("draft.page", { page: reader.pageAt(draft.doc, place.start) }) : "",
  })
})()
