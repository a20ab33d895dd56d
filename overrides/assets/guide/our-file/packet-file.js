// The packet as a data file, and one read again: as a packet, and for the file of the family that made it.
//
// What a file holds may be of anyone's making. Schema: overrides/packet.schema.json. Nothing here touches the page or the clock.
(() => {
  const { isDay, read } = guide.ourFile
  const { isObject } = guide
  const SCHEMA = "packet.schema.json"
  const VERSION = 1
  const MOST = 4e6 // Signs; a file of 3,000 lines has less than a million.

  const isText = value => typeof value === "string"
  const isList = (value, isRight) => Array.isArray(value) && value.every(isRight)
  const isTexts = value => isList(value, isText)
  const isOptional = (value, isRight) => value === undefined || isRight(value)

  const MARKS = new Set(["happened", "today", "theirs", "last", "over", "to-do"])
  const isDate = row => isObject(row) && MARKS.has(row.mark) && isDay(row.date) && isText(row.what) && isOptional(row.sum, isText)

  // What each kind of block must have.
  const BLOCKS = {
    line: ({ text }) => isText(text),
    box: ({ text }) => isText(text),
    text: ({ text }) => isText(text),
    list: ({ items }) => isTexts(items),
    pairs: ({ rows }) => isList(rows, isTexts) && rows.every(({ length }) => length === 2),
    table: ({ head, rows }) => isTexts(head) && isList(rows, isTexts),
    dates: ({ dates }) => isList(dates, isDate),
    lines: () => true,
  }

  const isBlock = block => isObject(block) && isOptional(block.title, isText) && Object.hasOwn(BLOCKS, block.kind) && BLOCKS[block.kind](block)

  const isPacket = ({ title, lead, made, pages }) => isText(title) && isText(lead) && isDay(made) && isList(pages, page => isList(page, isBlock)) && pages.length > 1

  const isFile = file => isObject(file) && isList(file.entries, isObject) && isList(file.papers, isObject) && isObject(file.packet) && isTexts(Object.values(file.packet))

  /**
   * What of the family's file stands in a packet's data, so that it can be opened again: all lines and papers, also those
   * that two pages have no room for, and nothing that the parent left out.
   * @param {FileWork} work
   * @param {Record<string, boolean>} parts
   * @returns {{entries: FileEntry[], papers: FilePaper[], packet: Record<string, string>}}
   */
  const fileOf = ({ entries, papers, packet }, parts) => {
    const { live: _, ...texts } = packet
    return { entries: parts.log ? entries : [], papers: parts.papers ? papers : [], packet: parts.live ? packet : texts }
  }

  /**
   * @param {object} packet
   * @returns {string} the data file
   */
  const packetData = packet => JSON.stringify({ schema: new URL(SCHEMA, guide.site).href, version: VERSION, ...packet }, null, 2)

  /**
   * @param {string} text of a file that someone chose
   * @returns {{packet: object} | {trouble: "newer" | "unreadable"}}
   */
  const readPacket = text => {
    let data
    try { data = text.length > MOST ? null : JSON.parse(text) } catch { /* It is no data at all. */ }
    const isOurs = isObject(data) && String(data.schema).endsWith(SCHEMA)
    if (isOurs && data.version > VERSION) return { trouble: "newer" }
    if (!isOurs || data.version !== VERSION || !isPacket(data) || !isOptional(data.file, isFile)) return { trouble: "unreadable" }
    const { schema: _, version: __, ...packet } = data
    return { packet }
  }

  /**
   * One file with what is in another: of what both have, what stands here stays.
   * @param {FileWork} work
   * @param {{entries: object[], papers: object[], packet: Record<string, string>}} file
   * @returns {{entries: FileEntry[], papers: FilePaper[], packet: Record<string, string>}}
   */
  const joined = (work, file) => {
    const { entries, papers, packet } = read(file)
    const more = (theirs, mine) => theirs.filter(one => !mine.some(({ id }) => id === one.id))
    const all = read({ entries: [...work.entries, ...more(entries, work.entries)], papers: [...work.papers, ...more(papers, work.papers)] })
    const typed = Object.fromEntries(Object.entries(work.packet).filter(([key, text]) => text.trim() || !packet[key]))
    return { entries: all.entries, papers: all.papers, packet: { ...packet, ...typed } }
  }

  Object.assign(guide.ourFile, { fileOf, packetData, readPacket, joined })
})()
