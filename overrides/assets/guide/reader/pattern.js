// Patterns of plain words, as volunteers write them in docs/_data/reader/, made into what finds them in a text.
//
//   as [needed|required]     one of these words
//   (very) soon              with or without it
//   will … consider          up to four words between
//   consider*                with any ending
//   # [minute*|hour*]        a number, in figures or in words
//
// Words match in small letters, over line ends, with a comma between or not; a hyphen may be missing or be a space.
// A pattern is tried only where a word begins as its first word does, so that many patterns cost little.
(() => {
  const reader = guide.reader = guide.reader ?? {}

  const NUMBER_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety"
  const SPACE = ",?\\s+"
  const SIGNS = {
    "[": "(?:",
    "]": ")",
    "|": "|",
    " ": SPACE,
    "-": "[-\\s]*",
    "*": "[a-z']*",
    "…": "(?:[^\\s.;:!?|]+\\s+){0,4}?",
    "#": `(?:\\d[\\d,.]*|${NUMBER_WORDS})`,
  }
  const KEY_LENGTH = 3

  const escaped = letter => /[.$+?^{}\\]/.test(letter) ? `\\${letter}` : letter

  // Round brackets, with the space on their one side, or at the end of a pattern on their other.
  const expression = pattern => {
    let source = ""
    for (let at = 0; at < pattern.length; at += 1) {
      const last = pattern[at] === " " && pattern[at + 1] === "(" && pattern.indexOf(")", at) === pattern.length - 1
      if (pattern[at] === "(" || last) {
        const start = at + (last ? 2 : 1), end = pattern.indexOf(")", at), inner = `(?:${expression(pattern.slice(start, end))})`
        source += last ? `(?:${SPACE}${inner})?` : `(?:${inner}${SPACE})?`
        at = end + (last ? 0 : 1)
      } else {
        source += SIGNS[pattern[at]] ?? escaped(pattern[at])
        if (pattern[at] === "…" && pattern[at + 1] === " ") at += 1
      }
    }
    return source
  }

  const compile = pattern => new RegExp(`(?:${expression(pattern)})(?![a-z0-9])`, "y")

  // The beginnings of the words with which a pattern can begin.
  const firstWords = pattern => {
    const group = /^[[(]([^\])]*)[\])] ?/.exec(pattern)
    if (!group) return [/^[^\s*-]*/.exec(pattern)[0]]
    const more = pattern.startsWith("(") ? firstWords(pattern.slice(group[0].length)) : []
    return [...group[1].split("|").map(word => /^[^\s*-]*/.exec(word)[0]), ...more]
  }
  const keysOf = pattern => {
    const words = firstWords(pattern).flatMap(word => word.startsWith("#") ? [...NUMBER_WORDS.split("|"), ..."0123456789"] : [word])
    return new Set(words.map(word => word.slice(0, KEY_LENGTH)))
  }

  // Each entry has `words`, a list of patterns. What comes back finds { entry, start, end } in a text of small letters.
  reader.matcher = entries => {
    const index = new Map()
    for (const entry of entries) for (const pattern of entry.words) {
      const found = compile(pattern)
      for (const key of keysOf(pattern)) index.set(key, [...index.get(key) ?? [], [found, entry]])
    }
    return text => {
      const hits = []
      for (const { 0: word, index: start } of text.matchAll(/[a-z$]['a-z]*|\d+/g)) {
        const here = index.get(/\d/.test(word) ? word[0] : word.slice(0, KEY_LENGTH))
        if (!here) continue
        for (const [found, entry] of here) {
          found.lastIndex = start
          if (found.test(text)) hits.push({ entry, start, end: found.lastIndex })
        }
      }
      return hits
    }
  }

  // Small letters, each in its place.
  reader.lower = text => {
    const small = text.toLowerCase()
    return small.length === text.length ? small : text.replace(/[A-Z]/g, letter => letter.toLowerCase())
  }
})()
