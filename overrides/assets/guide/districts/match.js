// Finds school districts by what a parent types: words of the name, the city or the county, in any order, each as far as it
// is typed. "Saint" is "St.", "R-2" is "R-II", "SSD" the first letters of a name.
(() => {
  // What nearly every name could have is not looked for.
  const COMMON = new Set(["school", "schools", "district", "districts", "public", "dist"])
  const ALSO = { st: "saint", ste: "sainte", co: "county", county: "co", ft: "fort", mt: "mount" }
  const DIGITS = { i: 1, v: 5, x: 10 }

  const numberOf = roman => [...roman].reduce((sum, digit, at) =>
    sum + (DIGITS[digit] < DIGITS[roman[at + 1]] ? -DIGITS[digit] : DIGITS[digit]), 0)

  // Small letters and digits; "R-II" and "R II" are one word.
  const wordsOf = text => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'’.]/g, "")
    .replace(/\b([a-z])[- ](?=\d|[ivx]+\b)/g, "$1").split(/[^a-z0-9]+/).filter(Boolean)

  const otherWords = word => {
    const roman = /^r([ivx]+)$/.exec(word)
    return roman ? [`r${numberOf(roman[1])}`] : ALSO[word] ? [ALSO[word]] : []
  }

  const indexed = district => {
    const name = wordsOf(district.name)
    const known = [...name, ...name.flatMap(otherWords)]
    const place = wordsOf(`${district.city} ${district.county}`)
    const initials = name.map(word => word[0]).join("")
    return { district, start: name.join(" "), name: known, all: [...known, ...place, ...place.flatMap(otherWords), initials] }
  }

  const index = guide.districts.districts.map(indexed)
  const holds = (words, part) => words.some(word => word.startsWith(part))

  /**
   * @param {string} text
   * @returns {District[]} those that fit, the nearest first: by the beginning of the name, by the name, by the place
   */
  guide.districts.find = text => {
    const parts = wordsOf(text).filter(word => !COMMON.has(word))
    if (parts.join("").length < 2) return []
    const rank = ({ start, name }) => start.startsWith(parts.join(" ")) ? 0 : parts.every(part => holds(name, part)) ? 1 : 2
    return index.filter(({ all }) => parts.every(part => holds(all, part)))
      .map(entry => ({ district: entry.district, rank: rank(entry) }))
      .sort((a, b) => a.rank - b.rank).map(({ district }) => district)
  }

  /** @returns {District | undefined} the district of that name, small letters or large */
  guide.districts.named = name => {
    const sought = name.trim().toLowerCase()
    return guide.districts.districts.find(district => district.name.toLowerCase() === sought)
  }
})()
