// Fills a blank Word file of the guide with a finished letter.
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

  const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
    for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1
    return n
  })
  const crcOf = bytes => ~bytes.reduce((crc, byte) => CRC[(crc ^ byte) & 255] ^ (crc >>> 8), -1) >>> 0

  // The entries of a zip file: name, the bytes as they are packed, and the head that the list at its end has of it.
  const entriesOf = bytes => {
    const view = new DataView(bytes.buffer)
    let end = bytes.length - 22
    while (view.getUint32(end, true) !== 0x06054b50) end--
    let offset = view.getUint32(end + 16, true)
    return Array.from({ length: view.getUint16(end + 10, true) }, () => {
      const [packed, name, extra, comment] = [20, 28, 30, 32].map(n => n === 20 ? view.getUint32(offset + n, true) : view.getUint16(offset + n, true))
      const start = view.getUint32(offset + 42, true)
      const data = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
      const entry = {
        name: new TextDecoder().decode(bytes.subarray(offset + 46, offset + 46 + name)),
        head: bytes.slice(offset, offset + 46),
        data: bytes.slice(data, data + packed),
      }
      offset += 46 + name + extra + comment
      return entry
    })
  }

  // A zip file of these entries.
  const pack = entries => {
    const parts = []
    const list = []
    let offset = 0
    for (const { name, head, data } of entries) {
      const label = new TextEncoder().encode(name)
      const local = new Uint8Array(30)
      local.set([0x50, 0x4b, 3, 4])
      local.set(head.subarray(6, 28), 4)
      new DataView(local.buffer).setUint16(26, label.length, true)
      new DataView(head.buffer).setUint16(30, 0, true)
      new DataView(head.buffer).setUint16(32, 0, true)
      new DataView(head.buffer).setUint32(42, offset, true)
      parts.push(local, label, data)
      list.push(head, label)
      offset += local.length + label.length + data.length
    }
    const end = new DataView(new ArrayBuffer(22))
    end.setUint32(0, 0x06054b50, true)
    end.setUint16(8, entries.length, true)
    end.setUint16(10, entries.length, true)
    end.setUint32(12, list.reduce((sum, { length }) => sum + length, 0), true)
    end.setUint32(16, offset, true)
    return new Blob([...parts, ...list, end], { type: TYPE })
  }

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
        const words = make("t")
        words.setAttributeNS(XML, "xml:space", "preserve")
        words.textContent = piece
      }
    }
  }

  const styleOf = paragraph => paragraph.getElementsByTagNameNS(W, "pStyle")[0]

  // What the controls in a unit's paragraph are for.
  const tagsOf = ({ box, parts }) => [...(box ? [`choice.${box.dataset.item}`] : []), ...parts.flatMap(({ field }) => field || [])]

  // Fill the paragraphs with the finished units; the two stand in the same order.
  const fill = (paragraphs, finished) => {
    let last = null // The last chosen sentence, or the last line, that is kept.
    for (const [n, { unit, kept, values }] of finished.entries()) {
      const paragraph = paragraphs[n]
      const controls = controlsOf(paragraph)
      if (!kept) {
        paragraph.remove()
        continue
      }
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
        if (!unit.things && together) {
          const words = [...paragraph.children].filter(child => child.localName !== "pPr")
          const space = words[0].ownerDocument.createElementNS(W, "w:r")
          space.appendChild(words[0].ownerDocument.createElementNS(W, "w:t")).textContent = " "
          space.firstChild.setAttributeNS(XML, "xml:space", "preserve")
          last.paragraph.append(space, ...words)
          paragraph.remove()
          continue
        }
        styleOf(paragraph).setAttributeNS(W, "w:val", unit.things ? "ListBullet" : "LetterFirst")
      }
      last = { unit, paragraph }
    }
  }

  // A Word file of the letter `key`, filled with its finished units, or blank without them, as a Blob.
  // Throws if there is no blank for it, or one that does not fit: of an older page, in the browser's cache.
  guide.wordFile = (key, finished) => {
    const blank = bytesOf(guide.wordFiles[key])
    if (!finished) return new Blob([blank], { type: TYPE })
    const entries = entriesOf(blank)
    const part = entries.find(({ name }) => name === PART)
    const page = new DOMParser().parseFromString(new TextDecoder().decode(part.data), "application/xml")
    const paragraphs = [...page.getElementsByTagNameNS(W, "body")[0].children].filter(child => child.localName === "p")
    const fits = paragraphs.length === finished.length
      && finished.every(({ unit }, n) => controlsOf(paragraphs[n]).map(({ tag }) => tag).join() === tagsOf(unit).join())
    if (!fits) throw new Error("The Word file does not fit the page.")
    fill(paragraphs, finished)
    part.data = new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${new XMLSerializer().serializeToString(page.documentElement)}`)
    const head = new DataView(part.head.buffer)
    for (const [n, value] of [crcOf(part.data), part.data.length, part.data.length].entries()) head.setUint32(16 + 4 * n, value, true)
    return pack(entries)
  }
})()
