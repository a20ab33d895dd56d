// Zip files: read, changed and written, with no unpacker. Loaded with what makes Word files.
(() => {
  /**
   * An entry of a zip file.
   *
   * @typedef {object} ZipEntry
   * @property {string} name
   * @property {Uint8Array} data - the bytes as they are packed
   * @property {Uint8Array} head - what the list at the end of the file has of it
   */

  const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
    for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1
    return n
  })
  const crcOf = bytes => ~bytes.reduce((crc, byte) => CRC[(crc ^ byte) & 255] ^ (crc >>> 8), -1) >>> 0

  /**
   * The entries of a zip file, in its order.
   *
   * @param {Uint8Array} bytes
   * @returns {ZipEntry[]}
   */
  const readZip = bytes => {
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

  /**
   * A new entry, stored without compression.
   *
   * @param {string} name
   * @param {Uint8Array} bytes
   * @returns {ZipEntry}
   */
  const zipEntry = (name, bytes) => {
    const head = new Uint8Array(46)
    // The signature, the versions that wrote and can read it, names in UTF-8, and January 1, 1980: no file says when it was made.
    for (const [place, value] of [[4, 20], [6, 20], [8, 0x800], [14, 0x21], [28, new TextEncoder().encode(name).length]]) new DataView(head.buffer).setUint16(place, value, true)
    head.set([0x50, 0x4b, 1, 2])
    const entry = { name, head, data: bytes }
    refill(entry, bytes)
    return entry
  }

  /**
   * Put other bytes into an entry that is stored without compression.
   *
   * @param {ZipEntry} entry
   * @param {Uint8Array} bytes
   */
  const refill = (entry, bytes) => {
    entry.data = bytes
    const head = new DataView(entry.head.buffer)
    for (const [n, value] of [crcOf(bytes), bytes.length, bytes.length].entries()) head.setUint32(16 + 4 * n, value, true)
  }

  /**
   * A zip file of these entries.
   *
   * @param {ZipEntry[]} entries
   * @param {string} type - the kind of file that it is, for the browser
   * @returns {Blob}
   */
  const zip = (entries, type) => {
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
    return new Blob([...parts, ...list, end], { type })
  }

  Object.assign(guide, { readZip, refill, zip, zipEntry })
})()
