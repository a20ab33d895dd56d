// The numbers and letters that Word writes before paragraphs by itself: they stand nowhere in the text of the file.
(() => {
  const reader = guide.reader = guide.reader ?? {}

  const ROMAN = [[1000, "m"], [900, "cm"], [500, "d"], [400, "cd"], [100, "c"], [90, "xc"], [50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"]]

  const romanOf = number => {
    let rest = number
    return ROMAN.map(([value, sign]) => {
      const times = Math.floor(rest / value)
      rest -= times * value
      return sign.repeat(Math.min(times, 9))
    }).join("")
  }

  const letterOf = number => String.fromCharCode(97 + (number - 1) % 26).repeat(Math.min(Math.ceil(number / 26), 9))

  const WRITTEN = {
    lowerLetter: letterOf,
    upperLetter: number => letterOf(number).toUpperCase(),
    lowerRoman: romanOf,
    upperRoman: number => romanOf(number).toUpperCase(),
    decimalZero: number => String(number).padStart(2, "0"),
    none: () => "",
  }

  const child = (element, ...names) => names.reduce((found, name) => found && [...found.children].find(one => one.localName === name), element)
  const valueOf = (element, ...names) => child(element, ...names)?.getAttribute("w:val")
  const named = (tree, name) => tree ? [...tree.getElementsByTagName(`w:${name}`)] : []

  const placeIn = properties => ({ list: valueOf(properties, "numPr", "numId"), level: valueOf(properties, "numPr", "ilvl") })

  /**
   * @param {Document | null} numbering - word/numbering.xml
   * @param {Document | null} styles - word/styles.xml
   * @returns {(properties: Element | undefined) => string} what stands before a paragraph with these properties (w:pPr); the
   *   paragraphs are asked for in their order
   */
  reader.wordNumbers = (numbering, styles) => {
    const kinds = new Map(named(numbering, "abstractNum").map(one => [one.getAttribute("w:abstractNumId"), named(one, "lvl")]))
    const lists = new Map(named(numbering, "num").map(one => [one.getAttribute("w:numId"), kinds.get(valueOf(one, "abstractNumId"))]))
    const byStyle = new Map(named(styles, "style").map(one => [one.getAttribute("w:styleId"), one]))
    const counts = new Map()

    const styled = (id, depth = 0) => {
      const style = byStyle.get(id)
      if (!style || depth > 9) return {}
      const place = placeIn(child(style, "pPr"))
      return place.list ? place : styled(valueOf(style, "basedOn"), depth + 1)
    }

    const count = (list, level, levels) => {
      if (!counts.has(list)) counts.set(list, [])
      const counted = counts.get(list)
      counted.length = level + 1
      for (let n = 0; n <= level; n++) counted[n] ??= Number(valueOf(levels[n], "start") ?? 1) - (n === level ? 1 : 0)
      counted[level]++
      return counted
    }

    return properties => {
      const own = placeIn(properties)
      const { list, level = "0" } = own.list ? own : { ...styled(valueOf(properties, "pStyle")) }
      const levels = lists.get(list)
      const at = Number(level ?? 0)
      if (!levels?.[at]) return ""
      if (valueOf(levels[at], "numFmt") === "bullet") return "• "
      const counted = count(list, at, levels)
      const text = (valueOf(levels[at], "lvlText") ?? "").replace(/%(\d)/g, (_, digit) => {
        const n = Number(digit) - 1
        return levels[n] ? (WRITTEN[valueOf(levels[n], "numFmt")] ?? String)(counted[n] ?? 1) : ""
      })
      return text && `${text} `
    }
  }
})()
