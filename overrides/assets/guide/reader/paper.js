// What stands in a school's paper, by rules that one can see: its kind, its days with what they mean, what a notice proposes or
// refuses and which of the seven contents it has, the services of an IEP. Nothing is guessed: what is unsure is left out.
(() => {
  const reader = guide.reader

  const RUNS_WITH_IEP = /\b(?:services|all|these|they)\b[^.\n]{0,60}\b(?:dates?|duration|length|term|life|same days?|as long as|with)\b[^.\n]{0,30}\biep\b|\b(?:dates?|duration) of (?:the |this )?iep\b[^.\n]{0,40}\b(?:appl|all services)/i

  const ALL_RUN = /\b(?:all|these|both|each) (?:of (?:the|these) )?services?\b[^.\n\d]{0,40}\b(?:from|run|begin|start|between)\b|\b(?:duration|dates|period) of (?:all |the )?services\b/i

  // Days that all services have whose rows have none, if the paper says so.
  const daysOfIep = (text, dates, days) => {
    const run = ALL_RUN.exec(text)
    const [from, until] = run ? reader.within(days, run.index, run.index + run[0].length + 70) : []
    if (until?.date && from.date) return { from: from.date, until: until.date }
    if (!RUNS_WITH_IEP.test(text)) return null
    const of = meaning => dates.find(date => date.meaning === meaning)?.date ?? null
    return { from: of("starts"), until: of("ends") ?? of("annual-review") }
  }

  const readIep = (flow, words) => {
    const days = reader.findDays(flow.text)
    const first = reader.iepServices(flow, words, days, null)
    const dates = reader.paperDates(flow, words, "iep", first.isTaken)
    const iep = daysOfIep(flow.text, dates, days)
    return { dates, services: iep ? reader.iepServices(flow, words, days, iep).services : first.services }
  }

  /**
   * @param {{text: string, pages: object[]}} doc
   * @returns {{kind: string, dates: object[], actions: object[], contents: object, services: object[], values: object[]}}
   */
  reader.paper = doc => {
    const flow = reader.flow(doc)
    const words = reader.findWords(flow.text)
    const kind = reader.paperKind(flow.text, words)
    const nothing = { kind, dates: [], actions: [], contents: {}, services: [], values: [] }
    if (kind === "other" || kind === "safeguards") return nothing
    const { flat, ...notice } = kind === "notice" ? reader.notice(flow, words) : {}
    const read = kind === "iep" ? readIep(flow, words) : { dates: reader.paperDates(flow, words, kind, undefined, flat) }
    return { ...nothing, ...read, ...notice, values: reader.paperValues(flow, words, kind, read.dates) }
  }
})()
