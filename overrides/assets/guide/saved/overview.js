// What is kept now, in words: the head of <guide-saved>.
(() => {
  const TROUBLE = {
    unreadable: guide.phrase("saved.unreadable"),
    newer: guide.phrase("browser.newer_edition"),
  }

  const untilText = part => guide.store.keeping(part) === "tab" ? guide.phrase("saved.until_tab")
    : guide.phrase("saved.until_date", { date: guide.formatDate(guide.store.until(part)) })

  const misdatedSentence = parts => parts.some(guide.store.isMisdated)
    ? guide.phrase("saved.misdated", { today: guide.formatDate(guide.today()) }) : ""

  // Files of others' making may have anything here.
  const countOf = list => Array.isArray(list) ? list.length : 0

  // Work may name what this edition does not know.
  const labelIn = (labels, key) => Object.hasOwn(labels, key) ? labels[key] : key

  class SavedOverview {
    /**
     * @param {HTMLElement} saved the <guide-saved> whose head it is
     * @param {{fields: Record<string, string>, letters: Record<string, string>}} labels names of what may be kept
     */
    constructor(saved, labels) { Object.assign(this, { saved, labels }) }

    part(name) { return this.saved.part(name) }

    show() {
      const { parts } = guide.store.openFile()
      const name = this.saved.childFiles.name
      const { ticks, answers, tracker, file } = parts
      const names = Object.keys(parts), known = names.filter(guide.keptWork.isKnown)
      const isKept = names.length > 0
      const { files } = guide.store.all()
      const isAnyUnknown = Object.keys(files).some(id => !guide.keptWork.isId(id)) || names.length > known.length
      this.part("title").textContent = name ? guide.phrase("saved.title_of", { name }) : guide.phrase("saved.title")
      this.part("nothing").textContent = name ? guide.phrase("saved.nothing_of", { name }) : guide.phrase("saved.nothing")
      this.part("trouble").textContent = TROUBLE[guide.store.trouble] || misdatedSentence(known)
      this.part("nothing").hidden = isKept || isAnyUnknown || Boolean(guide.store.trouble)
      this.part("kept").hidden = !isKept && !isAnyUnknown
      this.part("save").hidden = !Object.keys(files).length
      this.part("ticks").textContent = ticks
        ? guide.phrase("saved.ticks", { count: Object.keys(ticks.work).length, until: untilText("ticks") }) : ""
      this.part("answers").textContent = answers ? this.answersSentence(Object.keys(answers.work.letters || {})) : ""
      this.part("tracker").textContent = tracker
        ? guide.phrase("saved.promises", { count: countOf(tracker.work.promises), until: untilText("tracker") }) : ""
      this.part("our-file").textContent = file
        ? guide.phrase("saved.file", { lines: countOf(file.work.entries), papers: countOf(file.work.papers), until: untilText("file") }) : ""
      this.part("unknown").textContent = isAnyUnknown ? guide.phrase("saved.unknown") : ""
      this.showDetails(answers?.work.fields || {})
    }

    answersSentence(letters) {
      const names = letters.map(key => labelIn(this.labels.letters, key)).join("; ")
      return guide.phrase("saved.answers", { count: letters.length, until: untilText("answers"), letters: names })
    }

    // What was typed, each with its name.
    showDetails(fields) {
      this.part("details").replaceChildren(...Object.entries(fields).map(([field, text]) => {
        const row = document.createElement("div")
        row.append(Object.assign(document.createElement("dt"), { textContent: labelIn(this.labels.fields, field) }))
        row.append(Object.assign(document.createElement("dd"), { textContent: text }))
        return row
      }))
    }
  }

  guide.SavedOverview = SavedOverview
})()
