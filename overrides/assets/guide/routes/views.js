// The views of the helper: a question with the answers so far, or a result; and the next view, drawn while a tap still lasts.
//
// Used by helper.js. Drawing: question.js, answers.js, result.js.
(() => {
  const { walk, stageAfter, given, drawBar, drawQuestion, drawAnswers, drawResult, fillResult, loadSituation, loadAhead, afterPaint } = guide.routes

  const draw = (helper, view) => {
    // The first question has the page around it.
    const bar = view.question === helper.firstQuestion ? [] : [drawBar(helper, view)]
    if (!view.question) {
      const outcome = helper.outcome(), root = drawResult(helper, outcome)
      return { parts: [...bar, root], outcome, root, fill: () => fillResult(helper, outcome, root) }
    }
    const answers = drawAnswers(helper, view)
    return {
      parts: [...bar, drawQuestion(helper, view.question, { stage: view.stage }), ...answers ? [answers] : []],
      fill: () => loadAhead(helper.questionOf(view.question)),
    }
  }

  // The view to which a choice leads, and the helper as it is then; null where a row of the result only asks on.
  const nextOf = async (helper, form, choices) => {
    const inPlace = Boolean(form.closest("[data-ask]")), key = form.dataset.question, { data } = helper
    const later = answers => Object.assign(Object.create(helper), { answers, viewIndex: helper.viewIndex + (inPlace ? 0 : 1) })
    const question = guide.routes.questionOf(data, key), stage = stageAfter(question, choices)
    if (stage) return inPlace ? null : { helper: later(helper.answers), view: { question: key, stage } }
    const answers = { ...helper.answers, [key]: given(question, choices) }
    const { open, situation } = walk(data, answers)
    if (situation) await loadSituation(situation)
    return { helper: later(answers), view: open && !inPlace ? { question: open } : {} }
  }

  // A view is the same with the same answers at the same place; a result goes by the hour, so it is drawn anew in another minute.
  const nameOf = ({ answers, viewIndex }, view) => JSON.stringify([answers, viewIndex, view, Math.floor(Date.now() / 60_000)])
  let ahead = {}

  Object.assign(guide.routes, {
    /**
     * @param {object} helper
     * @param {{ question?: string, stage?: Stage }} view  a question, or without one the result
     * @returns {{ parts: Element[], fill: () => void, outcome?: object, root?: Element }}  `fill` does what can wait until they
     *   are painted; a result comes with its outcome and its element
     */
    drawView(helper, view) {
      const { name, drawn } = ahead
      ahead = {}
      return name === nameOf(helper, view) ? drawn : draw(helper, view)
    },

    /**
     * A tap on a choice begins: load what it needs, and draw the view that it leads to. If it does not load, the tap says so.
     * @param {object} helper
     * @param {HTMLButtonElement|null} button
     */
    async drawAhead(helper, button) {
      const { form, dataset } = button || {}
      try {
        const next = dataset?.choice && await nextOf(helper, form, [dataset.choice])
        if (next) afterPaint(() => {
          if (form.isConnected) ahead = { name: nameOf(next.helper, next.view), drawn: draw(next.helper, next.view) }
        })
      } catch { /* loadScript forgot the script. */ }
    },
  })
})()
