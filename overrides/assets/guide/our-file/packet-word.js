// The packet as a Word file: the same blocks in the same order as on its page.
(() => {
  const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  const PACKAGE = "http://schemas.openxmlformats.org/package/2006"
  const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
  const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
  const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }
  // No XML may hold the signs below the space, but for these.
  const isRight = sign => sign >= " " && sign < "\ufffe" || sign.codePointAt(0) > 0xffff || "\n\t".includes(sign)

  const safe = text => [...String(text ?? "")].filter(isRight).join("").replace(/[&<>"]/g, sign => SIGNS[sign])

  const run = (text, { bold, size = 20 } = {}) => {
    const words = safe(text).split("\n").map(line => `<w:t xml:space="preserve">${line}</w:t>`).join("<w:br/>")
    return `<w:r><w:rPr>${bold ? "<w:b/>" : ""}<w:sz w:val="${size}"/></w:rPr>${words}</w:r>`
  }

  const paragraph = (content, { after = 80, keep, breaks, bullet } = {}) =>
    `<w:p><w:pPr>${keep ? "<w:keepNext/>" : ""}${breaks ? "<w:pageBreakBefore/>" : ""}<w:spacing w:after="${after}"/>${bullet ? '<w:ind w:left="360" w:hanging="200"/>' : ""}</w:pPr>${content}</w:p>`

  const cell = (text, isHead) => `<w:tc>${paragraph(run(text, { bold: isHead, size: 19 }), { after: 20 })}</w:tc>`
  const row = (cells, isHead) => `<w:tr><w:trPr><w:cantSplit/>${isHead ? "<w:tblHeader/>" : ""}</w:trPr>${cells.map(text => cell(text, isHead)).join("")}</w:tr>`
  const lines = ["top", "left", "bottom", "right", "insideH", "insideV"].map(side => `<w:${side} w:val="single" w:sz="4" w:color="999999"/>`).join("")
  const table = rows => `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${lines}</w:tblBorders></w:tblPr>${rows.join("")}</w:tbl>${paragraph("", { after: 60 })}`

  const dateText = ({ date, mark, what, sum }) => {
    const day = guide.formatDate(date, "dated")
    const when = mark === "today" ? guide.phrase("timeline.today", { day }) : day
    return [when, what, sum].filter(Boolean).join(". ")
  }

  // Each kind of block as paragraphs below its heading.
  const BODY = {
    line: ({ text }) => paragraph(run(text)),
    box: ({ text }) => paragraph(run(text, { bold: true })),
    text: ({ text }) => paragraph(run(text)),
    list: ({ items }) => items.map(item => paragraph(run(`• ${item}`), { after: 20, bullet: true })).join(""),
    pairs: ({ rows }) => table(rows.map(cells => row(cells))),
    table: ({ head, rows }) => table([row(head, true), ...rows.map(cells => row(cells))]),
    dates: ({ dates }) => dates.map(one => paragraph(run(dateText(one)), { after: 20 })).join(""),
    lines: () => Array.from({ length: 3 }, () => paragraph(run("_".repeat(80)))).join(""),
  }

  const draw = block => `${block.title ? paragraph(run(block.title, { bold: true, size: 22 }), { keep: true, after: 40 }) : ""}${BODY[block.kind](block)}`

  const bodyOf = ({ title, lead, made, pages }) => [
    paragraph(run(title, { bold: true, size: 34 }), { after: 20 }),
    ...lead ? [paragraph(run(lead, { bold: true }))] : [],
    paragraph(run(guide.phrase("packet.made", { day: guide.formatDate(made) }))),
    ...pages.flatMap((blocks, n) => [...n ? [paragraph("", { breaks: true, after: 0 })] : [], ...blocks.map(draw), paragraph(run(guide.phrase("packet.foot"), { size: 18 }))]),
  ].join("")

  /**
   * @param {object} packet what `guide.ourFile.packet` gives
   * @returns {Blob} a Word file
   */
  guide.ourFile.packetWord = packet => {
    const sides = 'w:top="900" w:right="1000" w:bottom="900" w:left="1000" w:header="500" w:footer="500" w:gutter="0"'
    const page = `<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar ${sides}/></w:sectPr>`
    const parts = {
      "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.main+xml"/></Types>`,
      "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`,
      "word/document.xml": `<w:document xmlns:w="${W}"><w:body>${bodyOf(packet)}${page}</w:body></w:document>`,
    }
    return guide.zip(Object.entries(parts).map(([name, text]) => guide.zipEntry(name, new TextEncoder().encode(HEAD + text))), TYPE)
  }
})()
