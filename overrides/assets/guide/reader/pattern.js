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
  const SPACE = "[,:]?\\s+"
  const SIGNS = {
    "[": "(?:",
    "]": ")",
    "|": "|",
    " ": SPACE,
    "-": "[-\\s]*",
    "*": "[a-z']*",
    "…": "(?:(?:[^\\s.;:!?|]+|[a-z]{1,3}\\.)\\s+){0,4}?",
    "#": `(?:\\d[\\d,.]*|${NUMBER_WORDS})`,
  }
  const KEY_LENGTH = 3

  const escaped = letter => /[.$+?^{}\\]/.test(letter) ? `\\${letter}` : letter

  const withAmpersand = source => source.replace(/\band\b/g, "(?:and|&)")

  // Round brackets, with the space before them, or at the beginning of a pattern with the one behind.
  const expression = pattern => {
    let source = ""
    for (let at = 0; at < pattern.length; at += 1) {
      const spaced = pattern[at] === " " && pattern[at + 1] === "("
      if (pattern[at] === "(" || spaced) {
        const end = pattern.indexOf(")", at), inner = expression(pattern.slice(at + (spaced ? 2 : 1), end))
        source += spaced ? `(?:${SPACE}(?:${inner}))?` : `(?:(?:${inner})${SPACE})?`
        at = end + (spaced ? 0 : 1)
      } else {
        source += SIGNS[pattern[at]] ?? escaped(pattern[at])
        if (pattern[at] === "…" && pattern[at + 1] === " ") at += 1
      }
    }
    return source
  }

  const compiled = source => new RegExp(`(?:${source})(?![a-z0-9])`, "y")
  const endOf = (form, text, start) => {
    form.lastIndex = start
    return form.test(text) && form.lastIndex
  }

  // The words with which a pattern can begin: "as", or "try*" for all that begin so.
  const firstWords = pattern => {
    const group = /^[[(]([^\])]*)[\])] ?/.exec(pattern)
    if (!group) return [/^[^\s-]*/.exec(pattern)[0]]
    const more = pattern.startsWith("(") ? firstWords(pattern.slice(group[0].length)) : []
    return [...group[1].split("|").map(word => /^[^\s-]*/.exec(word)[0]), ...more]
  }
  const keysOf = pattern => new Set(firstWords(pattern).flatMap(word => {
    if (word.startsWith("#")) return [...NUMBER_WORDS.split("|"), "#"]
    return [/^'?[a-z]*/.exec(word)[0].slice(0, word.endsWith("*") ? KEY_LENGTH : undefined) + (word.endsWith("*") ? "*" : "") || word[0]]
  }))

  // The lines of a block of patterns, with its {sets} written out.
  reader.patternLines = (words, sets) => words.split("\n").map(line => line.trim()).filter(Boolean).map(line => line.replace(/\{(\w+)\}/g, (_, name) => `[${sets[name]}]`))

  // Each entry has `words`, a list of patterns. What comes back finds { entry, start, end } in a text of small letters.
  reader.matcher = entries => {
    const index = new Map()
    for (const entry of entries) for (const pattern of entry.words) {
      const source = withAmpersand(expression(pattern))
      for (const key of keysOf(pattern)) index.set(key, [...index.get(key) ?? [], { source, entry }])
    }
    // Of all patterns that begin alike, one expression tells whether any is there; only then each is asked.
    const ready = key => {
      const here = index.get(key)
      if (!here) return undefined
      if (!here.any) {
        here.any = true
        for (const one of here) one.form = compiled(one.source)
      }
      return here
    }
    const known = new Map()
    const tried = word => {
      if (!known.has(word)) known.set(word, (word <= "9" ? [ready("#")] : [ready(word), ready(`${word.slice(0, KEY_LENGTH)}*`)]).filter(Boolean))
      return known.get(word)
    }
    return text => {
      const hits = []
      for (const { 0: word, index: start } of text.matchAll(/'?[a-z]+|\d+/g)) for (const here of tried(word)) {
        for (const { form, entry } of here) {
          const end = endOf(form, text, start)
          if (end) hits.push({ entry, start, end })
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
