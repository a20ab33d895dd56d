// Opens a paper on the device: text, a Word file or a PDF becomes text. What can't be read is named, for the page to say.
//
// Nothing is stored or sent. What is read is cut after 60 pages: a phone would work on the rest for long.
(() => {
  const reader = guide.reader = guide.reader ?? {}

  const MOST_BYTES = 20_000_000
  const MOST_PAGES = 60
  const MOST_LETTERS = MOST_PAGES * 4000
  const FEWEST_LETTERS = 20
  Object.assign(reader, { mostPages: MOST_PAGES, mostLetters: MOST_LETTERS })

  // How files of a kind begin. A Word file with a password is a file of old Word on the outside.
  const BEGINS = [
    ["pdf", [0x25, 0x50, 0x44, 0x46]],
    ["zip", [0x50, 0x4b, 3, 4]],
    ["old-word", [0xd0, 0xcf, 0x11, 0xe0]],
    ["photo", [0xff, 0xd8, 0xff]],
    ["photo", [0x89, 0x50, 0x4e, 0x47]],
    ["photo", [0x47, 0x49, 0x46, 0x38]],
    ["photo", [0x49, 0x49, 0x2a, 0]],
    ["photo", [0x4d, 0x4d, 0, 0x2a]],
    ["other-kind", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ]
  const PHOTO = /\.(?:heic|heif|jpe?g|png|webp|gif|tiff?|bmp)$/i

  const kindOf = (bytes, { name, type }) => {
    if (type.startsWith("image/") || PHOTO.test(name)) return "photo"
    // Some writers put a few bytes before a PDF.
    if (new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-")) return "pdf"
    const kind = BEGINS.find(([, start]) => start.every((byte, n) => bytes[n] === byte))?.[0] ?? "text"
    return kind === "old-word" && /\.docx$/i.test(name) ? "locked" : kind
  }

  const decode = bytes => {
    const [first, second] = bytes
    if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes)
    if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes)
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
    } catch {
      return new TextDecoder("windows-1252").decode(bytes)
    }
  }

  /**
   * @param {string} text - as it was pasted or read
   * @returns {{text: string, isCut: boolean} | {problem: string}} with line ends of one kind, and no more than can be read at once
   */
  reader.prepare = text => {
    let lines = text.slice(0, MOST_LETTERS + 1)
    const isLong = lines.length > MOST_LETTERS
    if (isLong) lines = lines.slice(0, lines.lastIndexOf("\n") > MOST_LETTERS / 2 ? lines.lastIndexOf("\n") : MOST_LETTERS)
    const pages = lines.replace(/\r\n?/g, "\n").split("\f")
    const read = pages.slice(0, MOST_PAGES).join("\f")
    if (read.includes("\0")) return { problem: "other-kind" }
    if (read.replace(/\s/g, "").length < FEWEST_LETTERS) return { problem: "empty" }
    return { text: read, isCut: isLong || pages.length > MOST_PAGES }
  }

  const readers = {
    text: bytes => ({ text: decode(bytes) }),
    zip: bytes => typeof DecompressionStream === "undefined" ? { problem: "old-browser" } : reader.readWord(bytes.buffer),
    pdf: (bytes, tell) => guide.load("reader-pdf").then(() => reader.readPdf(bytes.buffer, MOST_PAGES, tell), () => ({ problem: "not-loaded" })),
  }

  /**
   * @param {File} file - as a parent picked it
   * @param {(state: {page?: number, pages?: number}) => void} [tell] - called as a PDF is read
   * @returns {Promise<{text: string, isCut: boolean} | {problem: string}>} the problem is a key of the phrases "reader.problem_…"
   */
  reader.open = async (file, tell = () => {}) => {
    if (file.size > MOST_BYTES) return { problem: "too-big" }
    const bytes = new Uint8Array(await file.arrayBuffer())
    const kind = kindOf(bytes, file)
    if (!readers[kind]) return { problem: kind }
    try {
      const found = await readers[kind](bytes, tell)
      if (found.problem) return found
      const prepared = reader.prepare(found.text)
      return prepared.problem ? prepared : { ...prepared, isCut: prepared.isCut || Boolean(found.isCut) }
    } catch (error) {
      return { problem: error instanceof RangeError && kind === "zip" ? "too-big" : "broken" }
    }
  }
})()
