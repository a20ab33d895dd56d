// The seven parts of a notice: what looks missing or unclear is open, what looks there is one closed row. Used by view.js.
(() => {
  const { SEVEN, STATES, SAID } = guide.paperNames
  const { quoteInto } = guide.paperQuotes

  const LACKS = ["missing", "empty"]
  const countOf = (view, ...states) => [...view.states.values()].filter(({ state }) => states.includes(state)).length

  const drawPart = (view, key) => {
    const known = view.states.get(key)
    const part = guide.copy(known.isThere ? "guide-paper-there" : "guide-paper-part").firstElementChild
    part.dataset.part = key
    part.querySelector("strong").textContent = SEVEN[key]()
    part.querySelector(".guide-paper__acts").setAttribute("aria-label", SEVEN[key]())
    quoteInto(part.querySelector("blockquote"), view.doc, known)
    return part
  }

  const showParts = view => {
    const section = view.part("parts")
    const there = countOf(view, "present")
    section.querySelector(".guide-paper__there strong").textContent = guide.phrase("paper.there_title", { count: there })
    for (const part of section.querySelectorAll(".guide-paper__part")) {
      const { state, said } = view.states.get(part.dataset.part)
      Object.assign(part.dataset, { is: state, said })
      part.querySelector(".guide-paper__state").textContent = [STATES[state](), said ? SAID.yes() : state !== "look" && SAID[""]()].filter(Boolean).join(" · ")
      for (const button of part.querySelectorAll("button")) button.setAttribute("aria-pressed", String(Boolean(said) && button.dataset.state === state))
    }
    for (const button of section.querySelectorAll('[data-paper="all-right"]')) {
      const group = [...view.states.values()].filter(({ isThere, state }) => isThere === (button.dataset.of === "there") && state !== "look")
      button.setAttribute("aria-pressed", String(group.every(({ said }) => said)))
    }
    view.showSum()
  }

  guide.paperParts = {
    // What nobody could tell stays with the parent: it is said, and counted apart.
    sum(view) {
      const [lacks, unsure] = [countOf(view, ...LACKS), countOf(view, "look")]
      const parts = [lacks && guide.phrase("paper.sum_missing", { count: lacks }), unsure && (lacks ? guide.phrase("paper.sum_unsure", { count: unsure }) : guide.phrase("paper.sum_only_unsure", { count: unsure }))].filter(Boolean)
      return parts.join(" ") || guide.phrase("paper.sum_all")
    },

    // A part stays in its place while the parent corrects it: groups are those of the reading.
    fill(view) {
      const section = view.part("parts")
      section.hidden = !view.states.size
      for (const known of view.states.values()) known.isThere = known.state === "present"
      const keys = Object.keys(SEVEN).filter(key => view.states.has(key))
      const [open, there] = [keys.filter(key => !view.states.get(key).isThere), keys.filter(key => view.states.get(key).isThere)]
      const [openList, thereList] = section.querySelectorAll("ul")
      openList.replaceChildren(...open.map(key => drawPart(view, key)))
      thereList.replaceChildren(...there.map(key => drawPart(view, key)))
      thereList.parentNode.hidden = !there.length
      thereList.parentNode.open = false
      section.querySelector('[data-of="open"]').hidden = countOf(view, ...LACKS) < 2
      showParts(view)
    },

    setState(view, part, state) {
      const known = view.states.get(part.dataset.part)
      const isUndone = known.said && known.state === state
      view.states.set(part.dataset.part, { ...known, state, said: isUndone ? "" : "yes" })
      showParts(view)
      view.result()
    },

    // What nobody could tell stays open.
    allRight(view, { dataset }) {
      for (const known of view.states.values()) if (known.state !== "look" && known.isThere === (dataset.of === "there")) known.said = "yes"
      showParts(view)
      view.result()
    },
  }
})()
