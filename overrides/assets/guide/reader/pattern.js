// Patterns of plain words, as volunteers write them in docs/_data/reader/, and what finds them in a text.
//
//   as [needed|required]     one of these words
//   (very) soon              with or without it
//   will … consider          up to four words between
//   consider*, *ed           with any ending, or ending so
//   # [minute*|hour*]        a number, in figures or in words
//
// A text is cut into its words once; a pattern is a way through them, tried only where a word begins as it does. So
// letter case, line ends and a comma between two words mean nothing, and "make-up" also finds "makeup" and "make up".
(() => {
  const reader = guide.reader = guide.reader ?? {}

  const WORD = /'ll\b|[a-z]+(?:'(?!ll\b)[a-z]+)?|\d[\d,]*(?:\.\d+)?|[$%]|_+/g
  const NUMBERS = new Set("one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety".split("|"))
  // What may stand between two words of a pattern; and what ends a gap: it does not reach into the next sentence or cell.
  const BETWEEN = /^(?:[\s,:&'"()/-]*|\.)$/
  const STOP = /[;!?|\t]|[.](?=\s)/
  const WIDEST_GAP = 4, KEY_LENGTH = 3

  // "the board's vote" has the board in it.
  const bare = word => word.endsWith("'s") ? word.slice(0, -2) : word

  const isNumber = word => word[0] <= "9" && word[0] >= "0" || NUMBERS.has(word)
  // How a word is looked up: as it is, by how it begins, or as a number.
  const known = new Map()
  const keysOf = word => {
    if (!known.has(word)) known.set(word, [word, `${word.slice(0, KEY_LENGTH)}*`, `*${word.slice(-2)}`, ...isNumber(word) ? ["#"] : []])
    return known.get(word)
  }

  // A text's words: what each is, where it stands, and how it hangs together with the one before.
  const cut = text => {
    const words = [], keys = [], starts = [], ends = [], joined = [], stopped = []
    const add = (word, start, isJoined, isStopped) => {
      words.push(bare(word))
      keys.push(keysOf(bare(word)))
      starts.push(start)
      joined.push(isJoined)
      stopped.push(isStopped)
      ends.push(start + word.length)
    }
    let before = 0
    for (const { 0: word, index } of text.matchAll(WORD)) {
      const between = text.slice(before, index), last = words[words.length - 1]
      if (between.includes("&")) add("and", before + between.indexOf("&"), true, false)
      // After a short word a full stop is that of "R." or "dist.".
      add(word, index, between === " " || BETWEEN.test(between), between !== " " && STOP.test(between) && !(last?.length < 5 && /^\.\s+$/.test(between)))
      before = index + word.length
    }
    return { words, keys, starts, ends, joined, stopped }
  }

  const fits = (piece, word) => piece === word || piece === "#" && isNumber(word) || piece.endsWith("*") && word.startsWith(piece.slice(0, -1)) || piece[0] === "*" && word.endsWith(piece.slice(1))

  // One way of a choice: its words; a hyphened one is also one word.
  const wayOf = words => words.replace(/…/g, " … ").trim().split(/\s+/).flatMap(word => word === "…" || word === "#" ? [word] : word.match(/'ll\b|\*[a-z]{2}|[a-z]+(?:'[a-z]+)?\*?|\d+|[$%#]|_+/g)?.map(bare) ?? [])
  const waysOf = words => {
    const ways = words.split("|").map(wayOf)
    const hyphened = words.split("|").filter(way => /[a-z]-[a-z]/.test(way)).map(way => wayOf(way.replace(/-/g, "")))
    return [...ways, ...hyphened].filter(way => way.length)
  }
  const hash = word => word.length > 1 && word.endsWith("*") ? `${word.slice(0, KEY_LENGTH)}*` : word
  // The ways of a choice by how their first words begin.
  const choices = new Map()
  const choiceOf = words => {
    if (!choices.has(words)) {
      const ways = new Map()
      for (const way of waysOf(words)) ways.set(hash(way[0]), [...ways.get(hash(way[0])) ?? [], way])
      choices.set(words, ways)
    }
    return choices.get(words)
  }

  // "as [staff|time] (so) allow*" in its steps.
  const stepsOf = pattern => [...pattern.matchAll(/\[([^\]]*)\]|\(([^)]*)\)|…|([^[\]()…\s]+)/g)].map(([whole, choice, maybe, word]) =>
    whole === "…" ? { gap: true } : { ways: choiceOf(choice ?? maybe ?? word), maybe: maybe !== undefined })

  const follows = (text, at, first) => at < text.words.length && (at === first || text.joined[at])

  // The word behind what a way takes from `at` on, or -1.
  const along = (text, way, at, first, step = 0) => {
    if (step === way.length) return at
    if (way[step] === "…") {
      for (let skip = 0; skip <= WIDEST_GAP && at + skip < text.words.length && !text.stopped[at + skip]; skip += 1) {
        const end = along(text, way, at + skip, at + skip, step + 1)
        if (end >= 0) return end
      }
      return -1
    }
    return follows(text, at, first) && fits(way[step], text.words[at]) ? along(text, way, at + 1, first, step + 1) : -1
  }
  const through = (text, steps, at, first, step = 0) => {
    if (step === steps.length) return at
    const { gap, ways, maybe } = steps[step]
    if (gap) {
      for (let skip = 0; skip <= WIDEST_GAP && at + skip < text.words.length && !text.stopped[at + skip]; skip += 1) {
        const end = through(text, steps, at + skip, at + skip, step + 1)
        if (end >= 0) return end
      }
      return -1
    }
    if (follows(text, at, first)) for (const key of text.keys[at]) {
      const here = ways.get(key)
      if (here) for (const way of here) {
        const next = along(text, way, at, first), end = next < 0 ? -1 : through(text, steps, next, first, step + 1)
        if (end >= 0) return end
      }
    }
    return maybe ? through(text, steps, at, first, step + 1) : -1
  }

  // The lines of a block of patterns, with its {sets} written out.
  reader.patternLines = (words, sets) => words.split("\n").map(line => line.trim()).filter(Boolean).map(line =>
    line.replace(/\[[^\]]*\]|\{(\w+)\}/g, (whole, name) => name ? `[${sets[name]}]` : whole.replace(/\{(\w+)\}/g, (_, inner) => sets[inner])))

  // Each entry has `words`, a list of patterns. What comes back finds { entry, start, end } in a text of small letters.
  reader.matcher = entries => {
    const index = new Map()
    for (const entry of entries) for (const pattern of entry.words) {
      const steps = stepsOf(pattern.toLowerCase())
      for (let step = 0; step < steps.length; step += 1) {
        for (const [key, ways] of steps[step].ways) {
          if (!index.has(key)) index.set(key, [])
          for (const way of ways) index.get(key).push({ way, steps, next: step + 1, entry })
        }
        if (!steps[step].maybe) break
      }
    }
    return words => {
      const hits = [], text = cut(words)
      text.words.forEach((_, at) => {
        for (const key of text.keys[at]) {
          const here = index.get(key)
          if (here) for (const { way, steps, next, entry } of here) {
            const behind = along(text, way, at, at), end = behind < 0 ? -1 : through(text, steps, behind, at, next)
            if (end > at) hits.push({ entry, start: text.starts[at], end: text.ends[end - 1] })
          }
        }
      })
      return hits
    }
  }

  // Small letters, each in its place.
  reader.lower = text => {
    const small = text.toLowerCase()
    return small.length === text.length ? small : text.replace(/[A-Z]/g, letter => letter.toLowerCase())
  }
})()
