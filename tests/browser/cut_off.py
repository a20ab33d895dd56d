"""
What is cut, pushed out or overlapped on an open page: text off the screen or out of its box, text under other text.
"""

# WCAG 1.4.12: a reader sets lines, letters, words and paragraphs wide. Put so, for the policy allows no style from elsewhere.
SPACING = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }")
  document.adoptedStyleSheets = [sheet]
}"""
# The faults of the page as it stands. Where a dialog or the menu lies over the page, only that is looked at.
FAULTS = """() => {
  const faults = new Set(), wide = document.documentElement.clientWidth
  const within = document.querySelector("dialog[open]") || document.querySelector(".guide-menu[open]")?.closest("header") || document.body
  const name = element => `${element.localName} "${(element.textContent || element.value || "").trim().replace(/\\s+/g, " ").slice(0, 40)}"`
  const styles = new Map(), styleOf = element => styles.get(element) || styles.set(element, getComputedStyle(element)).get(element)
  const upTo = function* (element) { for (let one = element; one && one !== document.body; one = one.parentElement) yield one }
  const shows = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true })
    && element.getClientRects().length && styleOf(element).color !== "rgba(0, 0, 0, 0)" && ![...upTo(element)].some(one => styleOf(one).clipPath !== "none")
  // A wide table is moved under the finger.
  const slides = element => [...upTo(element)].some(one => /auto|scroll/.test(styleOf(one).overflowX) && one.scrollWidth > one.clientWidth)
  // What fades out or ends in dots is a beginning: a button or a row beside it shows the rest.
  const isBeginning = element => [...upTo(element)].some(one => styleOf(one).maskImage !== "none" || styleOf(one).textOverflow === "ellipsis")
  const sticks = element => [...upTo(element)].some(one => /sticky|fixed/.test(styleOf(one).position))
  if (document.documentElement.scrollWidth > wide) faults.add(`the page is ${document.documentElement.scrollWidth} px wide`)
  // The room for a finger around a source's mark reaches out of its line, and has no words.
  const marks = new CSSStyleSheet()
  marks.replaceSync(".guide-fact a::before { content: none !important }")
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, marks]

  const lines = []
  const texts = document.createTreeWalker(within, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement
    if (!texts.currentNode.data.trim() || parent.closest("script, option, .guide-skip") || !shows(parent) || isBeginning(parent)) continue
    const range = document.createRange(), isFree = !slides(parent)
    range.selectNodeContents(texts.currentNode)
    for (const box of range.getClientRects()) {
      if (box.width < 1) continue
      if (isFree && (box.left < -1 || box.right > wide + 1)) faults.add(`off the screen: ${name(parent)}`)
      for (const one of upTo(parent)) {
        const edge = /hidden|clip/.test(styleOf(one).overflow) && one.getBoundingClientRect()
        if (edge && (box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 3 || box.bottom > edge.bottom + 3)) faults.add(`cut: ${name(parent)}`)
      }
      if (!sticks(parent)) lines.push({ box, parent })
    }
  }
  const shared = (a, b) => [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)]
  lines.sort((a, b) => a.box.top - b.box.top)
  lines.forEach(({ box, parent }, n) => {
    for (let m = n + 1; m < lines.length && lines[m].box.top < box.bottom; m += 1) {
      const [width, height] = shared(box, lines[m].box)
      if (width > 2 && height > .35 * Math.min(box.height, lines[m].box.height)) faults.add(`on each other: ${name(parent)} and ${name(lines[m].parent)}`)
    }
  })
  for (const element of within.querySelectorAll("button, a, summary, label, select, textarea, p, li, h1, h2, h3, h4, dt, dd, div, section")) {
    const style = styleOf(element)
    if (style.display === "inline" || /auto|scroll/.test(style.overflowX) || !shows(element) || slides(element) || isBeginning(element)) continue
    if (element.scrollWidth > element.clientWidth + .35 * parseFloat(style.fontSize)) faults.add(`out of its box: ${name(element)}`)
    if (/sticky|fixed/.test(style.position) && element.offsetHeight > innerHeight / 3) faults.add(`covers the page: ${name(element)}`)
  }
  return [...faults]
}"""


def cut_off(page) -> list[str]:
    """
    Return the faults of the open page as it stands, and then with the spacing of WCAG 1.4.12.
    """
    faults = page.evaluate(FAULTS)
    page.evaluate(SPACING)
    return faults + [f"spaced, {fault}" for fault in page.evaluate(FAULTS)]
