// The promises of a draft, as rows that a parent confirms one by one; what was confirmed goes into the tracker. Used by draft.js.
//
// What was not found stays empty. A row without a name or a first day is off until that is added.
(() => {
  const views = guide.draftViews = guide.draftViews ?? {}
  const WEEKLY = /^(\d+)\/week$/

  const minutesOf = ({ amount, unit }) => amount && unit === "hours" ? amount * 60 : amount
  const isService = ({ kind, frequency }) => kind === "service" || WEEKLY.test(frequency ?? "") || frequency === "total"
  const isWhole = text => /^\d{4}-\d\d-\d\d$/.test(text ?? "")

  // The fields that a row must have: a service its first day, all else its last.
  const neededOf = promise => ["who", isService(promise) && promise.frequency !== "total" ? "from" : "until"]

  const lackingOf = promise => neededOf(promise).filter(name => name === "who" ? !promise.who : !isWhole(promise[name]))

  const LACKS = { who: () => guide.phrase("draft.lacks_who"), from: () => guide.phrase("draft.lacks_from"), until: () => guide.phrase("draft.lacks_until") }

  const detailsOf = promise => {
    const times = WEEKLY.exec(promise.frequency ?? "")?.[1]
    const minutes = minutesOf(promise)
    return [
      promise.who,
      minutes && times ? guide.phrase("draft.times", { minutes, times }) : promise.amount && [promise.amount, promise.unit].filter(Boolean).join(" "),
      isWhole(promise.from) && guide.phrase("draft.from", { date: guide.formatDate(promise.from) }),
      isWhole(promise.until) && guide.phrase("draft.until", { date: guide.formatDate(promise.until) }),
    ].filter(Boolean).join(" · ")
  }

  // Nothing is filled in that the paper does not say.
  const trackedOf = (promise, others) => {
    const times = WEEKLY.exec(promise.frequency ?? "")?.[1]
    const minutes = minutesOf(promise)
    const hours = promise.frequency === "total" && minutes && minutes % 60 === 0 ? minutes / 60 : 0
    return {
      ...guide.tracker.fresh(others),
      kind: times ? "week" : hours ? "total" : "once",
      words: views.named(promise.quote),
      who: promise.who ?? "",
      minutes: hours ? "60" : times && minutes ? String(minutes) : "",
      times: hours ? String(hours) : times ?? "",
      from: isWhole(promise.from) ? promise.from : "",
      until: isWhole(promise.until) ? promise.until : "",
    }
  }

  const showRow = (row, promise) => {
    const lacks = lackingOf(promise)
    const box = row.querySelector("[type=checkbox]")
    row.querySelector("small").textContent = detailsOf(promise)
    row.querySelector(".guide-draft__lacks").textContent = lacks.map(name => LACKS[name]()).join(" ")
    if (lacks.length) box.checked = false
    box.disabled = lacks.length > 0
  }

  const drawRow = (draft, promise) => {
    const row = guide.copy("guide-draft-promise").firstElementChild
    row.querySelector("strong").textContent = promise.what || views.named(promise.quote).slice(0, 60)
    row.querySelector("blockquote").textContent = `“${views.named(promise.quote)}”`
    for (const part of row.querySelectorAll("[data-adds]")) {
      part.hidden = !lackingOf(promise).includes(part.dataset.adds)
      part.querySelector("input").addEventListener("input", ({ target }) => {
        promise[part.dataset.adds] = target.value.trim()
        showRow(row, promise)
        showButton(draft)
      })
    }
    row.querySelector("[type=checkbox]").addEventListener("change", () => showButton(draft))
    showRow(row, promise)
    return row
  }

  const confirmed = draft => [...draft.screen("promises").querySelectorAll("[type=checkbox]")].flatMap((box, n) => box.checked ? [draft.promises[n]] : [])

  const showButton = draft => {
    const button = draft.screen("promises").querySelector('[data-draft="track"]')
    const count = confirmed(draft).length
    button.textContent = guide.phrase("draft.track_button", { count })
    button.disabled = !count
  }

  Object.assign(views, {
    fillPromises(draft) {
      draft.promises = draft.found.promises.map(promise => ({ ...promise }))
      draft.part("promises").replaceChildren(...draft.promises.map(promise => drawRow(draft, promise)))
      const link = draft.screen("points").querySelector('[data-screen-to="promises"]')
      link.textContent = guide.phrase("draft.promises_button", { count: draft.promises.length })
      link.parentNode.hidden = !draft.promises.length
      draft.part("after").hidden = true
      draft.part("said").textContent = ""
      showButton(draft)
    },

    // Into the tracker of this tab, or where the parent keeps it already; what stands there stays.
    track(draft) {
      const work = guide.tracker.read(guide.store.read("tracker"))
      const chosen = confirmed(draft)
      for (const promise of chosen) work.promises.push(trackedOf(promise, work.promises))
      const isKept = guide.store.keeping("tracker") === "no" ? guide.store.keep("tracker", "tab", work) : guide.store.write("tracker", work)
      draft.part("said").textContent = isKept ? guide.phrase("draft.tracked", { count: chosen.length }) : guide.phrase("draft.not_tracked")
      draft.part("after").hidden = !isKept
      if (!isKept) return
      for (const box of draft.screen("promises").querySelectorAll(":checked")) Object.assign(box, { checked: false, disabled: true })
      showButton(draft)
      draft.part("after").querySelector("a").focus()
    },
  })
})()
