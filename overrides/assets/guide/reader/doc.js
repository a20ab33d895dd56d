// A paper as the rules see it: its text, character for character as it was pasted or read from the file, and its pages.
// `smooth` is the view in which words are looked for, with a way back to the place in the text. No rule asks the page
// for anything: all of reader/ but its screens runs without a document.
(() => {
  const reader = guide.reader = guide.reader ?? {}

  // What reads the same for a person, letter for letter: quotation marks, hyphens and spaces of all kinds.
  const SAME = [["'", /[\u2018\u2019\u201a\u2032\u02bc]/g], ["\"", /[\u201c-\u201e\u2033]/g], ["-", /[\u2010-\u2012\u2212]/g], [" ", /[\u00a0\u2002-\u2009\u202f\u3000]/g]]
  // What takes more or fewer letters: a word broken at the end of a line, a ligature, a letter that nobody sees.
  const OTHER_FORM = /-[ ]*\n[ ]*(?=[a-z])|[\ufb00-\ufb04]|[\u00ad\u200b-\u200f\u2060\ufeff]/g
  const LIGATURES = { "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl" }
  const BROKEN_WORD = /[A-Za-z]+(?:-[A-Za-z]+)*$/
  // Words that are written with their hyphen, so that it stays when they stand at the end of a line.
  const HYPHENED = /^(?:one|two|three|four|five|six|ten|half|full|part|make|follow|check|stay|drop|pick|self|well|long|short|co|e|non|out|in|so|up|extra|mid|third|all|class|school|home|parent|speech|therapist|teacher|student|first|second)$/i
  // A figure that a scanner read inside a word: "wi11", "p1ace", "sch0ol".
  const SLIP = /[a-z][01]{1,2}(?=[a-z])|\b[a-z]*(?:wi|ha|a|oo|ti|fu)[l1]?1\b/g
  const unslipped = word => word.replaceAll("1", "l").replaceAll("0", "o")

  const readPages = (text) => {
    const pages = []
    for (let start = 0; start <= text.length; ) {
      const mark = text.indexOf("\f", start)
      const end = mark < 0 ? text.length : mark
      if (mark >= 0 || end > start || !pages.length) pages.push({ start, end })
      start = end + 1
    }
    return pages
  }

  reader.read = (text) => ({ text, pages: readPages(text) })

  // The page, from 1, on which a place stands.
  reader.pageAt = (doc, offset) => {
    let low = 0
    let high = doc.pages.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (doc.pages[middle].start <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }

  const replacement = (found, text, at) => {
    if (found[0] !== "-") return LIGATURES[found] ?? ""
    const broken = BROKEN_WORD.exec(text.slice(Math.max(0, at - 30), at))?.[0]
    return !broken || broken.includes("-") || HYPHENED.test(broken) ? "-" : ""
  }

  // The smoothed text and `at`, which gives the place in the text for a place in it. Line ends stay as they are.
  reader.smoothText = (text) => {
    const pieces = []
    const places = [0]
    const shifts = [0]
    let from = 0
    let length = 0
    for (const found of text.matchAll(OTHER_FORM)) {
      const instead = replacement(found[0], text, found.index)
      const end = found.index + found[0].length
      pieces.push(text.slice(from, found.index), instead)
      length += found.index - from + instead.length
      from = end
      places.push(length)
      shifts.push(end - length)
    }
    pieces.push(text.slice(from))
    const at = (index) => {
      let low = 0
      let high = places.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (places[middle] <= index) low = middle
        else high = middle - 1
      }
      return index + shifts[low]
    }
    let smoothed = SAME.reduce((words, [letter, form]) => words.replace(form, letter), pieces.join(""))
    if (/[a-z][01]/.test(smoothed)) smoothed = smoothed.replace(SLIP, unslipped)
    return { text: smoothed, at }
  }

  reader.smooth = (doc) => reader.smoothText(doc.text)

  // A finding's place and words, from a place in a smoothed view that begins at `base` in the text.
  reader.place = (doc, view, start, end, base = 0) => {
    const first = base + view.at(start)
    const last = base + view.at(end - 1) + 1
    return { start: first, end: last, quote: doc.text.slice(first, last) }
  }
})()
