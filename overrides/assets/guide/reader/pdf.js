// The text of a PDF file, by pdf.js (Mozilla), which loads only once a PDF is picked. Its scripts are modules, which no page
// opened from a folder may load.
(() => {
  const reader = guide.reader = guide.reader ?? {}

  const FOLDER = "assets/pdfjs-6.5.438/"
  // Letters that are no space: a page of fewer is a picture.
  const FEWEST = 20

  let loaded
  const load = () => loaded ??= import(new URL(`${FOLDER}pdf.js`, guide.site).href).catch(error => {
    loaded = undefined
    throw error
  })

  const pieceOf = (item, [a, b, c, d, e, f]) => {
    const [, , x, y, left, bottom] = item.transform
    const right = left + item.width
    const across = point => a * point + c * bottom + e
    return {
      text: item.str,
      left: Math.min(across(left), across(right)),
      right: Math.max(across(left), across(right)),
      bottom: b * left + d * bottom + f,
      height: Math.hypot(x, y) || item.height || 1,
    }
  }

  const textOf = async page => {
    const { transform } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    return reader.textOfPage(items.filter(({ str }) => str).map(item => pieceOf(item, transform)))
  }

  // One page after the other: a phone has no room for all of them at once.
  const textsFrom = async (document, number, pages, tell) => {
    if (number > pages) return []
    tell({ page: number, pages })
    const page = await document.getPage(number)
    const text = await textOf(page)
    page.cleanup()
    return [text].concat(await textsFrom(document, number + 1, pages, tell))
  }

  /**
   * @param {ArrayBuffer} buffer - the bytes of the file
   * @param {number} most - pages to read
   * @param {(state: {page?: number, pages?: number}) => void} tell - how far it is
   * @returns {Promise<{text: string, isCut: boolean} | {problem: string}>}
   */
  reader.readPdf = async (buffer, most, tell) => {
    if (location.protocol === "file:") return { problem: "folder" }
    tell({})
    let pdf
    try {
      pdf = await load()
    } catch {
      return { problem: "not-loaded" }
    }
    const port = new Worker(new URL(`${FOLDER}worker.js`, guide.site), { type: "module" })
    const worker = new pdf.PDFWorker({ port })
    try {
      const broken = new Promise((_, reject) => { port.addEventListener("error", reject) })
      const { promise } = pdf.getDocument({ data: buffer, worker, isEvalSupported: false, enableXfa: false, disableFontFace: true, useSystemFonts: false, useWasm: false, stopAtErrors: false, verbosity: 0 })
      const document = await Promise.race([promise, broken])
      const texts = await Promise.race([textsFrom(document, 1, Math.min(document.numPages, most), tell), broken])
      const letters = texts.join("").replace(/\s/g, "").length
      if (letters < FEWEST * Math.min(texts.length, 3)) return { problem: "no-text" }
      return { text: texts.join("\n\f"), isCut: document.numPages > most }
    } catch (error) {
      // An event is the worker's: it did not begin.
      if (error instanceof Event) return { problem: "not-loaded" }
      return { problem: error instanceof pdf.PasswordException ? "locked" : "broken" }
    } finally {
      port.terminate()
    }
  }
})()
