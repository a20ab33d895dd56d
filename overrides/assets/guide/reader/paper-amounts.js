// Finds how much of a service there is: "30 min 2x/week", "1500 mpw", "two 30-minute sessions weekly". A day is not turned into a
// week, for some schools have four.
(() => {
  const reader = guide.reader

  const WORDS = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, fifteen: 15,
    twenty: 20, "twenty-five": 25, thirty: 30, forty: 40, "forty-five": 45, fifty: 50, sixty: 60, ninety: 90, once: 1, twice: 2, thrice: 3, a: 1, an: 1 }
  const FIGURE = "\\d{1,2},\\d{3}|\\d{1,4}(?:\\.\\d+)?"
  const NUMBER = `${FIGURE}|${Object.keys(WORDS).filter(word => word.length > 2 && !word.endsWith("ce")).sort((a, b) => b.length - a.length).join("|")}`
  const UNIT = "(?:minutes?|mins?\\b\\.?|hours?|hrs?\\b\\.?)"
  const minutes = n => `(?:(?<n${n}>${NUMBER}|an?(?=\\s+hour)|half an(?=\\s+hour))(?:\\s*\\(\\d+\\))?[\\s-]*(?<u${n}>${UNIT})(?:\\s+(?:and\\s+)?(?<more${n}>\\d{1,2})\\s*min(?:ute)?s?\\.?)?)`
  const per = n => `(?:(?:\\/|per\\b|an?\\b|each\\b|every\\b|in (?:a|one)\\b)\\s*(?:school\\s*)?(?<p${n}>day|week|wk|month|mo(?:nth)?)\\b\\.?|(?<q${n}>daily|weekly|monthly|mpw|mpd|mpm)\\b)`
  const bare = n => `(?:${per(n)}|(?<r${n}>day|week|wk|month|mo)\\b\\.?)`
  const times = n => `(?:(?<t${n}>${NUMBER})(?:\\s*\\(\\d+\\))?\\s*(?:x(?:'s)?\\b|×|times?|sessions?|days?|periods?|visits?|meetings?|lessons?|(?=\\/))|\\b(?<o${n}>once|twice|thrice))`
  const SOME = "[\\s,;:()–—-]*"
  const EACH = `${SOME}(?:(?:(?:frequency|how often|duration|length|minutes|time|sessions?)\\s*:|sessions?|each|apiece|at a time|per session|\\/\\s*session|each time|each session|long|in length|for|of|x|×|@|lessons?|classes|periods?|,)${SOME}){0,3}`
  const OF = `(?:\\s+of (?<i1>[a-z][a-z -]{2,40}?)(?= (?:${NUMBER}|once|twice)\\b))?`
  const LENGTH = "(?:min(?:ute)?s?\\.?|length|duration|session length)"
  const AMOUNT = new RegExp([
    `${minutes(1)}${OF}(?:\\s*(?:\\/|per|a|each)\\s*day)?${EACH}${times(1)}${SOME}(?:sessions?${SOME})?${bare(1)}`,
    `${minutes(2)}${SOME}(?:of (?<i2>[a-z][a-z -]{2,40}?) (?=per|each|every|a |week|dai|month))?(?:of service${SOME})?${per(2)}`,
    `${times(3)}${EACH}${minutes(3)}${EACH}${bare(3)}`,
    `(?<t6>${NUMBER})\\s+${minutes(6)}${SOME}(?:sessions?|periods?|lessons?|visits?|blocks?|times?)${SOME}${bare(6)}`,
    `${times(4)}${SOME}${bare(4)}${EACH}(?:for|of|at)?${SOME}${minutes(4)}`,
    `(?<t14>${NUMBER})\\s+(?<q14>daily|weekly|monthly)\\s+(?:sessions?|visits?|lessons?|meetings?|periods?)${EACH}${minutes(14)}`,
    `\\b(?<q9>daily|weekly|monthly)${SOME}(?:for${SOME})?${minutes(9)}`,
    `\\b(?<n5>${FIGURE})\\s*(?<q5>mpw|mpd|mpm)\\b`,
    `\\b(?<t10>${FIGURE})\\s*[x×]\\s*(?<n10>${FIGURE})\\s*${per(10)}`,
    `\\b${LENGTH}(?:\\s+(?:per|each|a|of each)\\s+(?:session|time|visit|lesson))?\\s*[:\\t]\\s*(?<n12>\\d{1,3})(?![\\d/]|\\s*[x×])(?:\\s*${UNIT})?${EACH}${times(12)}${SOME}${bare(12)}`,
    `\\bmin(?:ute)?s?\\.?\\s*(?:per|a|each|\\/)\\s*(?<r13>day|week|month)\\s*[:\\t]\\s*(?<n13>\\d{1,4})\\b`,
    `${minutes(15)}\\t(?<r15>day|week|wk|month|mo)\\b`,
    "\\b(?<n11>\\d{1,4})\\t(?<t11>\\d{1,2})\\t(?:per )?(?<r11>day|week|wk|month|mo)\\b",
    `\\b(?<n7>${FIGURE})(?:\\s*min(?:ute)?s?\\.?|\\s)\\s*${times(7)}${SOME}${bare(7)}`,
    `\\b(?<n8>\\d{2,4})(?:\\s*${per(8)}|\\t(?<r8>week|day|month|wk|mo)\\b)`,
  ].join("|"), "gi")

  const number = words => words === undefined ? null : WORDS[words.toLowerCase()] ?? (/^half an$/i.test(words) ? 0.5 : Number(words.replace(",", "")))
  const PER = { d: "day", w: "week", m: "month" }

  const readOne = (found, text) => {
    const of = name => {
      for (let n = 1; n < 16; n++) if (found.groups[`${name}${n}`] !== undefined) return found.groups[`${name}${n}`]
      return undefined
    }
    const form = [1, 2, 3, 4, 5, 6, 14, 9, 10, 11, 12, 13, 15, 7, 8].find(n => found.groups[`n${n}`] !== undefined)
    const unit = of("u") ?? "min"
    const long = (of("p") ?? of("q") ?? of("r") ?? "").toLowerCase()
    const letter = long.startsWith("mp") ? long[2] : long[0]
    const minute = number(of("n")) * (/^h/i.test(unit) ? 60 : 1) + Number(of("more") ?? 0)
    const before = text.slice(Math.max(0, found.index - 14), found.index)
    if (/\d\s*(?:-|–|to)\s*$|up to\s*$|[\d.,/$]$/i.test(before) || !Number.isInteger(minute) || minute < 1 || minute > 3000) return null
    return { minutes: minute, times: number(of("t") ?? of("o")), per: PER[letter], from: found.index, to: found.index + found[0].trimEnd().length, bare: form === 7 || form === 8 || form === 10 || form === 11, inner: of("i") }
  }

  /** @returns {object[]} amounts in their order: minutes, times, per, from, to; `bare` where the paper names no minutes */
  reader.findAmounts = text => [...text.matchAll(AMOUNT)].map(found => readOne(found, text)).filter(Boolean)
})()
