// Fills a blank Word file of the guide with a finished letter. Loaded with zip.js once a parent touches the form.
//
// The blank (downloads/<letter>.docx.js) has one paragraph for each unit of the sheet, and a content control
// for each blank and choice (scripts/guide/printing/word.py). Its text, word/document.xml, is stored in the file
// without compression, so it can be read and replaced here with no unpacker; all other parts stay as they are.
(() => {
  const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  const XML = "http://www.w3.org/XML/1998/namespace"
  const PART = "word/document.xml"
  const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

  const bytesOf = base64 => Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))

  // The content controls of a paragraph by what they are for.
  const controlsOf = paragraph => [...paragraph.getElementsByTagNameNS(W, "sdt")].map(control => ({
    control, tag: control.getElementsByTagNameNS(W, "tag")[0].getAttributeNS(W, "val"),
  }))

  // Put a text into a control in place of its label; a line end and a tab become Word's own.
  const set = (control, text) => {
    control.getElementsByTagNameNS(W, "showingPlcHdr")[0]?.remove()
    const run = control.getElementsByTagNameNS(W, "r")[0]
    run.replaceChildren()
    const make = name => run.appendChild(control.ownerDocument.createElementNS(W, `w:${name}`))
    for (const piece of text.split(/([\n\t])/)) {
      if (piece === "\n") make("br")
      else if (piece === "\t") make("tab")
      else if (piece) {
        const inner = make("t")
        inner.setAttributeNS(XML, "xml:space", "preserve")
        inner.textContent = piece
      }
    }
  }

  // Words to put into a paragraph, beside its controls.
  const run = (paragraph, words) => {
    const element = paragraph.ownerDocument.createElementNS(W, "w:r")
    const text = element.appendChild(paragraph.ownerDocument.createElementNS(W, "w:t"))
    text.setAttributeNS(XML, "xml:space", "preserve")
    text.textContent = words
    return element
  }

  const styleOf = paragraph => paragraph.getElementsByTagNameNS(W, "pStyle")[0]

  // What the controls in a unit's paragraph are for.
  const tagsOf = ({ box, parts }) => [...(box ? [`choice.${box.dataset.item}`] : []), ...parts.flatMap(({ field }) => field || [])]

  // Put the words and blanks that a unit says in place of all that its paragraph holds behind the box.
  const reword = (paragraph, controls, { unit, parts }) => {
    const blanks = unit.parts.filter(part => typeof part !== "string")
    const before = [...paragraph.children].find(child => child.localName !== "pPr") // The box of a choice, or words.
    const stays = unit.box ? [before, before.nextElementSibling] : []
    for (const child of paragraph.querySelectorAll(":scope > *")) if (child.localName !== "pPr" && !stays.includes(child)) child.remove()
    paragraph.append(...parts.map(part => typeof part === "string" ? run(paragraph, part) : controls[blanks.indexOf(part)].control))
  }

  // Fill the paragraphs with the finished units; the two stand in the same order.
  const fill = (paragraphs, finished) => {
    let last = null // The last paragraph that is kept, and its unit.
    for (const [n, one] of finished.entries()) {
      const { unit, kept, values, joins } = one
      const paragraph = paragraphs[n]
      const controls = controlsOf(paragraph)
      if (!kept) {
        paragraph.remove()
        continue
      }
      if (one.parts !== unit.parts) reword(paragraph, controls.slice(unit.box ? 1 : 0), one)
      const things = guide.letter.thingsOf(unit, values)
      for (const [i, { control }] of controls.slice(unit.box ? 1 : 0).entries()) if (values[i]) set(control, things[0] || values[i])
      for (const thing of things.slice(1).reverse()) {
        const copy = paragraph.cloneNode(true)
        set(controlsOf(copy)[0].control, thing)
        paragraph.after(copy)
      }
      const together = last?.unit.block === unit.block
      if (unit.kind === "line" && !together) styleOf(paragraph).setAttributeNS(W, "w:val", "LetterFirst")
      if (unit.kind === "choice") {
        // The box goes, and with it the space behind it.
        controls[0].control.nextElementSibling.remove()
        controls[0].control.remove()
      }
      if (joins) {
        const stop = guide.letter.stopOf(one)
        last.paragraph.append(run(paragraph, " "), ...[...paragraph.children].filter(child => child.localName !== "pPr"))
        if (stop) last.paragraph.append(run(paragraph, stop))
        paragraph.remove()
        continue
      }
      if (unit.kind === "choice") {
        styleOf(paragraph).setAttributeNS(W, "w:val", unit.things ? "ListBullet" : "LetterFirst")
      }
      last = { unit, paragraph }
    }
  }

  /**
   * A Word file of a letter.
   *
   * @param {string} key - the letter's id
   * @param {?Finished[]} finished - what it is filled with; without them it is blank
   * @returns {Blob}
   * @throws if there is no blank for it, or one that does not fit: of an older page, in the browser's cache
   */
  guide.letter.wordFile = (key, finished) => {
    const blank = bytesOf(guide.wordFiles[key])
    if (!finished) return new Blob([blank], { type: TYPE })
    const entries = guide.readZip(blank)
    const part = entries.find(({ name }) => name === PART)
    const page = new DOMParser().parseFromString(new TextDecoder().decode(part.data), "application/xml")
    const paragraphs = [...page.getElementsByTagNameNS(W, "body")[0].children].filter(child => child.localName === "p")
    const fits = paragraphs.length === finished.length
      && finished.every(({ unit }, n) => controlsOf(paragraphs[n]).map(({ tag }) => tag).join() === tagsOf(unit).join())
    if (!fits) throw new Error(`${key}.docx.js`)
    fill(paragraphs, finished)
    const text = new XMLSerializer().serializeToString(page.documentElement)
    guide.refill(part, new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`))
    return guide.zip(entries, TYPE)
  }
})()
