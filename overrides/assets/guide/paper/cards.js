// The findings of a school's paper as cards, each with its words, its page and three answers; and the paper itself. Used by view.js.
(() => {
  const { MEANINGS, VALUES, CODES, CHANGES, SAID } = guide.paperNames
  const { oneLine, quoteInto } = guide.paperQuotes

  // "15:15" as a parent says it; what is no time stays.
  const clockText = time => /^\d\d?:\d\d$/.test(time) ? new Date(`2000-01-01T${time.padStart(5, "0")}`).toLocaleTimeString(document.documentElement.lang, { hour: "numeric", minute: "2-digit" }) : time
  const dayText = day => guide.days.is(day) ? guide.formatDate(day, "full") : day
  const codeText = (name, value) => (CODES[name]?.[value] ?? (() => name === "time" ? clockText(value) : value))()
  // A value that has a few known answers is right or not; no other is typed.
  const canChange = ({ part, finding }) => part === "dates" || part === "values" && !CODES[finding.name]
  const perOf = ({ minutes, times, per }) => !minutes ? "" : times ? guide.phrase("paper.amount_times", { minutes, count: Number(times), per }) : guide.phrase("paper.amount", { minutes, per: per ?? "" })

  const nameOf = ({ part, finding }) => part === "dates" ? (MEANINGS[finding.meaning] ?? (() => finding.meaning))()
    : part === "values" ? (VALUES[finding.name] ?? (() => finding.name))()
      : part === "actions" ? finding.verb === "refused" ? guide.phrase("paper.refused") : guide.phrase("paper.proposed")
        : finding.what

  const valueOf = ({ part, finding, value }) => part === "dates" ? dayText(value) : part === "values" ? codeText(finding.name, value)
    : part === "services" ? [perOf(finding), finding.provider, finding.from && guide.phrase("draft.from", { date: guide.formatDate(finding.from) }), finding.until && guide.phrase("draft.until", { date: guide.formatDate(finding.until) })].filter(Boolean).join(" · ") : ""

  const showCard = (card, item) => {
    const find = name => card.querySelector(`.guide-paper__${name}`)
    card.dataset.said = item.said
    find("what").firstElementChild.textContent = nameOf(item)
    find("value").textContent = valueOf(item)
    find("state").textContent = SAID[item.said]()
    for (const button of card.querySelectorAll("[data-say]")) button.setAttribute("aria-pressed", String(button.dataset.say === item.said || button.dataset.say === "change" && Boolean(item.changing)))
    find("change").hidden = !item.changing
  }

  // Of these there are many, or nothing hangs on them: their words are a tap away.
  const ASIDE = new Set(["evaluated", "reevaluation", "previous-meeting", "paper", "request", "consent", "incident"])
  const isShort = ({ part, finding }) => part === "services" || part === "values" || ASIDE.has(finding.meaning)

  const drawCard = (view, item) => {
    const card = guide.copy(isShort(item) ? "guide-paper-row" : "guide-paper-card").firstElementChild
    const [label, input] = card.querySelector("label").children
    card.dataset.item = view.items.indexOf(item)
    card.querySelector(".guide-paper__acts").setAttribute("aria-label", nameOf(item))
    quoteInto(card.querySelector("blockquote"), view.doc, item.finding)
    label.textContent = item.isAsked ? guide.phrase("paper.given_question") : item.part === "dates" ? guide.phrase("paper.right_day") : guide.phrase("paper.right_words")
    input.type = item.part === "dates" ? "date" : "text"
    // What a paper says of a service is corrected in the tracker, where each of its fields stands.
    card.querySelector('[data-say="change"]').hidden = !canChange(item)
    card.querySelector(".guide-paper__acts").hidden = Boolean(item.isAsked)
    input.value = item.value
    showCard(card, item)
    return card
  }

  const drawChange = ({ what, change, before, after, was, is }, doc) => {
    const card = guide.copy("guide-paper-card").firstElementChild
    card.querySelector(".guide-paper__what").firstElementChild.textContent = `${what}: ${(CHANGES[change] ?? (() => change))()}`
    card.querySelector(".guide-paper__value").textContent = [before, after].filter(Boolean).map(value => dayText(codeText("placement", String(value)))).join(" → ")
    const words = [was, is].flatMap(place => place?.quote ? [oneLine(place.quote)] : [])
    card.querySelector("blockquote").textContent = words.map(one => `“${one}”`).join(" → ")
    card.querySelector("blockquote").hidden = !words.length
    for (const part of [".guide-paper__acts", ".guide-paper__change", ".guide-paper__state"]) card.querySelector(part).remove()
    card.dataset.said = "yes"
    return doc && card
  }

  guide.paperCards = {
    oneLine,

    fillSheet({ doc, root }) {
      root.querySelector(".guide-paper__sheet").open = matchMedia("(min-width: 60em)").matches
      const sheet = root.querySelector(".guide-paper__sheet > div")
      sheet.replaceChildren(...doc.pages.map(({ start, end }, n) => {
        const page = Object.assign(document.createElement("p"), { textContent: doc.text.slice(start, end).trim() })
        if (doc.pages.length > 1) page.dataset.page = guide.phrase("draft.page", { page: n + 1 })
        return page
      }))
    },

    fill(view, name) {
      const section = view.cards(name)
      const items = view.items.filter(({ part }) => part === name).sort((a, b) => Number(isShort(a)) - Number(isShort(b)))
      section.hidden = !items.length
      section.querySelector("ul").replaceChildren(...items.map(item => drawCard(view, item)))
      const count = items.filter(({ isAsked }) => !isAsked).length
      if (name === "dates") section.querySelector("h3").textContent = count ? guide.phrase("paper.dates_title", { count }) : guide.phrase("paper.no_dates")
      const all = section.querySelector('[data-paper="all-yes"]')
      if (all) all.hidden = items.length < 2
    },

    // Each that the parent said nothing of yet.
    allYes(view, section) {
      for (const card of section.querySelectorAll(".guide-paper__card")) {
        const item = view.items[Number(card.dataset.item)]
        item.said ||= "yes"
        showCard(card, item)
      }
      view.result()
    },

    say(view, card, answer) {
      const item = view.items[Number(card.dataset.item)]
      if (answer === "change") item.changing = !item.changing
      else Object.assign(item, { said: item.said === answer ? "" : answer, changing: false })
      showCard(card, item)
      if (item.changing) card.querySelector("input").focus()
      view.result()
    },

    change(view, card, value) {
      const item = view.items[Number(card.dataset.item)]
      const isWhole = item.part !== "dates" || guide.days.is(value)
      Object.assign(item, { value, said: value && isWhole ? "yes" : "" })
      showCard(card, item)
      view.result()
    },

    fillChanged(view) {
      const section = view.cards("changed")
      const { changed } = view
      section.hidden = false
      section.querySelector("h3").textContent = !changed ? guide.phrase("paper.no_second_iep") : changed.length ? guide.phrase("paper.changed_title", { count: changed.length }) : guide.phrase("paper.nothing_changed")
      section.querySelector("ul").replaceChildren(...(changed ?? []).map(one => drawChange(one, view.doc)))
    },
  }
})()
