// The text of a Word file (.docx): paragraphs, tables, lists and headers as they show once every change is accepted.
(() => {
  const reader = guide.reader = guide.reader ?? {}

  // Unpacked. A plan of 60 pages has a tenth of it; a bomb has more.
  const MOST = 12_000_000
  // What was struck out or hidden, what is told twice, and what is no text.
  const SKIPPED = new Set(["del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "tblPr", "tcPr", "trPr", "sectPr", "sdtPr"])
  const SIGNS = { tab: "\t", br: "\n", cr: "\n", noBreakHyphen: "-" }
  // Boxes of the font Wingdings: empty and ticked.
  const BOXES = { F06F: "☐", F0A8: "☐", F0FE: "☒", F0FD: "☒", F052: "☑", F078: "☒" }

  const child = (element, name) => [...element?.children ?? []].find(one => one.localName === name)
  const isOn = element => Boolean(element) && !["0", "false", "off", "none"].includes(element.getAttribute("w:val"))
  const isUnread = properties => ["strike", "dstrike", "vanish"].some(name => isOn(child(properties, name)))

  const signOf = element => {
    if (element.localName === "br" && element.getAttribute("w:type") === "page") return "\f"
    if (element.localName === "sym") return BOXES[element.getAttribute("w:char")?.toUpperCase()] ?? ""
    if (element.localName === "checkBox") return isOn(child(element, "checked") ?? child(element, "default")) ? "☒" : "☐"
    return SIGNS[element.localName] ?? ""
  }

  const isNewPage = element => element.localName === "lastRenderedPageBreak"

  // A page that ended within a paragraph ends before it: no sentence is torn.
  const textOfParagraph = (paragraph, numberOf) => {
    const parts = []
    let isNext = false
    const walk = element => {
      for (const one of element.children) {
        if (one.localName === "t") parts.push(one.textContent)
        else if (isNewPage(one)) isNext = true
        else if (one.localName === "r" && isUnread(child(one, "rPr"))) isNext ||= [...one.children].some(isNewPage)
        else if (!SKIPPED.has(one.localName)) {
          parts.push(signOf(one))
          walk(one)
        }
      }
    }
    walk(paragraph)
    const properties = child(paragraph, "pPr")
    const text = parts.join("")
    const before = isNext || isOn(child(properties, "pageBreakBefore")) ? "\f" : ""
    // Word counts a paragraph even where nothing of it is left.
    return before + (text.trim() ? numberOf(properties) + text : text)
  }

  const textOfCell = (cell, numberOf) => [...cell.getElementsByTagName("w:p")]
    .map(paragraph => textOfParagraph(paragraph, numberOf).trim()).filter(Boolean).join(" ")

  const textOfTable = (table, numberOf) => [...table.getElementsByTagName("w:tr")]
    .filter(row => row.closest("tbl") === table && !child(child(row, "trPr"), "del"))
    .map(row => [...row.getElementsByTagName("w:tc")].filter(cell => cell.closest("tr") === row)
      .map(cell => textOfCell(cell, numberOf)).join("\t"))
    .join("\n")

  const blocksOf = (body, numberOf) => [...body?.children ?? []].flatMap(one => {
    if (one.localName === "p") return [textOfParagraph(one, numberOf)]
    if (one.localName === "tbl") return [textOfTable(one, numberOf)]
    return SKIPPED.has(one.localName) ? [] : blocksOf(one, numberOf)
  })

  const parse = text => {
    // A file of Word declares no words of its own; one that does is made to swell.
    if (!text || text.includes("<!DOCTYPE")) return null
    const tree = new DOMParser().parseFromString(text, "text/xml")
    return tree.getElementsByTagName("parsererror").length ? null : tree
  }

  /**
   * @param {ArrayBuffer} buffer - the bytes of the file
   * @returns {Promise<{text: string} | {problem: string}>}
   */
  reader.readWord = async buffer => {
    const entries = reader.zipEntries(buffer)
    const part = async name => entries.has(name) ? parse(await reader.unzip(buffer, entries.get(name), MOST)) : null
    if (!entries.has("word/document.xml")) return { problem: "other-kind" }
    if (entries.get("word/document.xml").isLocked) return { problem: "locked" }
    const heads = [...entries.keys()].filter(name => /^word\/header\d*\.xml$/.test(name)).slice(0, 3)
    const [tree, numbering, styles, ...headers] = await Promise.all(["word/document.xml", "word/numbering.xml", "word/styles.xml", ...heads].map(part))
    if (!tree) return { problem: "broken" }
    const numberOf = reader.wordNumbers(numbering, styles)
    const head = headers.flatMap(one => one ? blocksOf(one.documentElement, () => "") : [])
    const blocks = blocksOf(tree.documentElement.children[0], numberOf)
    const text = [...new Set(head), ...blocks].filter(block => block.trim() || block.includes("\f"))
      .join("\n\n").replace(/[^\S\n\f]+$/gm, "").replace(/\s*\f\s*/g, "\n\f").replace(/^\n\f/, "")
    return { text }
  }
})()
