// The words of docs/_data/reader/papers*.yml, found in a paper in one pass, by the part and the meaning that they have.
(() => {
  const reader = guide.reader

  // Words of a part stand in lists by kind ("title", "body", "labels", "words"): each becomes an entry of its own.
  const entries = Object.entries(guide.readerData.papers ?? {}).flatMap(([part, all]) => all.flatMap(({ means, ...lists }) =>
    Object.entries(lists).filter(([, words]) => Array.isArray(words)).map(([list, words]) => ({ part, means, list, words }))))
  const match = reader.matcher(entries)

  // "By 4:00 p.m. on": hours and phone numbers stand between words that belong together.
  const TIMES = /\b\d{1,2}(?::\d\d)?\s*[ap]\.?\s?m\b\.?|\b\d{3}-\d{3}-\d{4}\b|\b\d{1,2}:\d\d\b/g

  /** @returns {Object<string, object[]>} hits by part, in the order of the text: means, list, from, to */
  reader.findWords = text => {
    const parts = {}
    for (const { entry, start, end } of match(reader.lower(text).replace(/\b(mrs?|ms|dr|st|gen|spec|sp|reg)\./g, "$1 ").replace(/\bi\.e\.p\b\.?/g, name => "iep".padEnd(name.length)).replace(TIMES, time => " ".repeat(time.length)))) {
      (parts[entry.part] ??= []).push({ means: entry.means, list: entry.list, from: start, to: end })
    }
    return parts
  }

  // Those of a list, in the order of the text, that lie in a part of it: hits, or days.
  reader.within = (list = [], from, to) => {
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (list[middle].from < from) low = middle + 1
      else high = middle
    }
    const found = []
    for (let at = low; at < list.length && list[at].from < to; at++) if (list[at].to <= to) found.push(list[at])
    return found
  }

  // Where the line around a place begins and ends. In a paper without lines nobody looks further than this.
  const FAR = 1500
  const isBreak = sign => sign === "\n" || sign === "\f"
  reader.lineStart = (text, at) => {
    let start = at
    while (start > 0 && at - start < FAR && !isBreak(text[start - 1])) start--
    return start
  }
  reader.lineEnd = (text, at) => {
    let end = at
    while (end < text.length && end - at < FAR && !isBreak(text[end])) end++
    return end
  }

  const SHORT = /(?:^|[\s(])(?:mr|mrs|ms|dr|st|no|jr|sr|vs|jan|feb|mar|apr|aug|sept?|oct|nov|dec|min|mins|hr|hrs|wk|mo|rev|tel|ext|e\.g|i\.e|[A-Z])\.$/i

  /** @returns {{from: number, to: number}[]} the sentences, items and cells of a part of the text */
  reader.sentences = (text, from, to) => {
    const found = []
    let start = from
    const close = end => {
      if (text.slice(start, end).trim()) found.push({ from: start, to: end })
      start = end
    }
    const part = text.slice(from, to)
    for (const mark of part.matchAll(/[.!?;]["')]?\s+(?=["'(]?[A-Z0-9•☐☒-])|\t|\n(?=(?:To|From|Date|Sent|Cc|Subject|Re|RE)\s*:)|\n\s*(?=\n|[•*▪☐☒☑]|-\s|\(?(?:\d{1,2}|[A-Ha-h])[).]\s)|\f/g)) {
      const end = from + mark.index + 1
      if (mark[0][0] !== "." || !SHORT.test(text.slice(Math.max(start, end - 8), end))) close(end)
    }
    close(to)
    return found
  }
})()
