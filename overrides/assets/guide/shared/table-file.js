// Table files (.csv), which every spreadsheet takes in.
(() => {
  // A spreadsheet takes some first letters for a formula; an apostrophe makes it words.
  const cell = value => {
    const text = String(value ?? "")
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return `"${safe.replaceAll('"', '""')}"`
  }

  /**
   * @param {(string | number | undefined)[][]} rows the titles of the columns first
   * @returns {string} the file: a mark for UTF-8, lines ended as Windows does, all cells in quotes
   */
  guide.tableFile = rows => `\ufeff${rows.map(row => `${row.map(cell).join(",")}\r\n`).join("")}`
})()
