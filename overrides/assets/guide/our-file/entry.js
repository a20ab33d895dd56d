// What a family's file is made of: what happened, and which papers there are. A new one, and kept work made fit to be shown.
//
// Nothing here touches the page or the clock.
(() => {
  /**
   * One thing that happened, its texts as typed.
   * @typedef {object} FileEntry
   * @property {string} id
   * @property {"sent" | "called" | "said" | "gave" | "met" | "other" | "limit"} kind what it is; "limit" is the last day of a deadline
   * @property {string} day "2027-01-11", or "" where it is not known
   * @property {string} who
   * @property {string} what
   * @property {string} proof how it can be shown, where no paper of the list shows it
   * @property {string} paper the id of a paper, or ""
   * @property {string} back the day to check back, or ""
   * @property {boolean} done whether that was done
   */

  /**
   * A paper the family has; not the paper itself.
   * @typedef {object} FilePaper
   * @property {string} id
   * @property {number} number what the family writes on it
   * @property {string} name
   * @property {string} day as typed, a date or words like "fall 2026"
   * @property {string} pages
   * @property {string} place where it lies
   */

  /**
   * @typedef {object} FileWork
   * @property {FileEntry[]} entries
   * @property {FilePaper[]} papers
   * @property {Record<string, string>} packet what was typed for the packet
   * @property {unknown[]} unread what cannot be shown, carried along untouched
   */

  const KINDS = ["sent", "called", "said", "gave", "met", "other", "limit"]
  const ENTRY_TEXTS = ["day", "who", "what", "proof", "paper", "back"]
  const PAPER_TEXTS = ["name", "day", "pages", "place"]
  const ID = /^[0-9a-z]{1,32}$/

  const { isObject } = guide

  const textOf = value => {
    if (typeof value === "number") return String(value)
    return typeof value === "string" ? value : ""
  }

  const textsOf = (raw, names) => Object.fromEntries(names.map(name => [name, textOf(raw[name])]))

  /** @returns {string} a name that nothing else has, and that says nothing */
  const freshId = () => [...crypto.getRandomValues(new Uint8Array(8))].map(byte => byte.toString(16).padStart(2, "0")).join("")

  const nextNumber = papers => 1 + Math.max(0, ...papers.map(({ number }) => number))

  /**
   * @param {string} kind
   * @param {string} day
   * @returns {FileEntry}
   */
  const freshEntry = (kind, day) => ({ id: freshId(), kind, ...textsOf({ day }, ENTRY_TEXTS), done: false })

  /**
   * @param {FilePaper[]} papers those that are there
   * @returns {FilePaper} one more
   */
  const freshPaper = papers => ({ id: freshId(), number: nextNumber(papers), ...textsOf({}, PAPER_TEXTS) })

  // A list with a name for what has none, the same at each reading: kept work is read again before it is changed.
  const withIds = list => {
    const taken = new Set(list.map(({ id }) => textOf(id)))
    const used = new Set()
    let n = 0
    return list.map(raw => {
      let id = textOf(raw.id)
      if (!ID.test(id) || used.has(id)) {
        do { n += 1 } while (taken.has(String(n)))
        id = String(n)
      }
      used.add(id)
      return { ...raw, id }
    })
  }

  const readEntry = raw => ({ ...raw, ...textsOf(raw, ENTRY_TEXTS), kind: KINDS.includes(raw.kind) ? raw.kind : "other", done: raw.done === true })

  const readPapers = list => {
    const papers = []
    for (const raw of withIds(list)) {
      const isNumber = Number.isInteger(raw.number) && raw.number > 0 && !papers.some(({ number }) => number === raw.number)
      papers.push({ ...raw, ...textsOf(raw, PAPER_TEXTS), number: isNumber ? raw.number : nextNumber(papers) })
    }
    return papers
  }

  /**
   * @param {object} work as it is kept, perhaps by hand or by another edition
   * @returns {FileWork} fit to be shown; what is none of it at all is in `unread`
   */
  const read = work => {
    const unread = Array.isArray(work.unread) ? [...work.unread] : []
    const listOf = key => {
      if (work[key] !== undefined && !Array.isArray(work[key])) unread.push(work[key])
      const all = Array.isArray(work[key]) ? work[key] : []
      unread.push(...all.filter(one => !isObject(one)))
      return all.filter(isObject)
    }
    const entries = withIds(listOf("entries")).map(readEntry)
    const papers = readPapers(listOf("papers"))
    const packet = isObject(work.packet) ? Object.fromEntries(Object.entries(work.packet).map(([key, text]) => [key, textOf(text)])) : {}
    return { ...work, entries, papers, packet, unread }
  }

  // Whether a day is one of the calendar: others are shown as typed, and sorted last.
  const isDay = text => guide.days.is(text)

  const compare = (one, other) => {
    if (isDay(one.day) !== isDay(other.day)) return isDay(one.day) ? -1 : 1
    return one.day < other.day ? -1 : Number(one.day > other.day)
  }

  /**
   * @param {FileEntry[]} entries
   * @returns {FileEntry[]} from the first day on, those of one day as they were written, without a day last
   */
  const inOrder = entries => [...entries].sort(compare)

  /**
   * @param {FileEntry[]} entries
   * @returns {FileEntry[]} from the newest on, without a day last
   */
  const newestFirst = entries => {
    const dated = inOrder(entries.filter(({ day }) => isDay(day))).reverse()
    return [...dated, ...entries.filter(({ day }) => !isDay(day))]
  }

  guide.ourFile = { KINDS, read, freshEntry, freshPaper, inOrder, newestFirst, isDay }
})()
