// Takes one file out of a zip file, by the browser's own unpacker, and stops where it grows too large.
//
// shared/zip.js reads the guide's own Word files; this reads what others wrote, and trusts no number in it.
(() => {
  const reader = guide.reader = guide.reader ?? {}

  const END = 0x06054b50
  const ENTRY = 0x02014b50
  const STORED = 0
  const DEFLATED = 8
  const MOST_ENTRIES = 2000

  const endOf = view => {
    const last = Math.max(0, view.byteLength - 22 - 65_535)
    for (let place = view.byteLength - 22; place >= last; place--) if (view.getUint32(place, true) === END) return place
    throw new Error("zip-end")
  }

  /**
   * @param {ArrayBuffer} buffer
   * @returns {Map<string, {method: number, start: number, size: number, isLocked: boolean}>} its files by name
   * @throws where it is no zip file, or one that is broken off
   */
  reader.zipEntries = buffer => {
    const view = new DataView(buffer)
    const end = endOf(view)
    const entries = new Map()
    let place = view.getUint32(end + 16, true)
    for (let n = Math.min(view.getUint16(end + 10, true), MOST_ENTRIES); n > 0; n--) {
      if (view.getUint32(place, true) !== ENTRY) throw new Error("zip-entry")
      const [name, extra, comment] = [28, 30, 32].map(at => view.getUint16(place + at, true))
      const local = view.getUint32(place + 42, true)
      entries.set(new TextDecoder().decode(new Uint8Array(buffer, place + 46, name)), {
        method: view.getUint16(place + 10, true),
        start: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
        size: view.getUint32(place + 20, true),
        isLocked: (view.getUint16(place + 8, true) & 1) === 1,
      })
      place += 46 + name + extra + comment
    }
    return entries
  }

  /**
   * @param {ArrayBuffer} buffer
   * @param {{method: number, start: number, size: number}} entry
   * @param {number} most - bytes
   * @returns {Promise<string>} its text
   * @throws {RangeError} where it unpacks to more than `most`
   */
  reader.unzip = async (buffer, { method, start, size }, most) => {
    const packed = new Uint8Array(buffer, start, size)
    if (method === STORED && size <= most) return new TextDecoder().decode(packed)
    if (method !== DEFLATED) throw method === STORED ? new RangeError("too-large") : new Error("zip-method")
    let length = 0
    const limit = new TransformStream({
      transform(bytes, stream) {
        length += bytes.length
        if (length > most) stream.error(new RangeError("too-large"))
        else stream.enqueue(bytes)
      },
    })
    try {
      return await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).pipeThrough(limit)).text()
    } catch (error) {
      // A browser may tell of an error of its own.
      throw length > most ? new RangeError("too-large") : error
    }
  }
})()
