// Calendar files (.ics, RFC 5545): all-day events that every calendar app takes in.
(() => {
  const escape = text => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n")

  // A line is folded where it is longer than 75 bytes, never inside a letter.
  const fold = line => {
    const rows = [""]
    let bytes = 0
    for (const letter of line) {
      const size = new TextEncoder().encode(letter).length
      if (bytes + size > 74) {
        rows.push("")
        bytes = 0
      }
      rows[rows.length - 1] += letter
      bytes += size
    }
    return rows.join("\r\n ")
  }

  /**
   * @typedef {object} CalendarEvent
   * @property {string} id its lasting name
   * @property {string} day "2026-11-24"
   * @property {string} title
   * @property {string} text
   * @property {number[]} [warn] the mornings, in days before, on which the calendar reminds one
   */

  /**
   * @param {CalendarEvent[]} events
   * @returns {string} a calendar file
   */
  guide.calendar = events => {
    const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "")
    const plain = day => day.replaceAll("-", "")
    const lines = events.flatMap(({ id, day, title, text, warn = [] }) => [
      "BEGIN:VEVENT",
      `UID:${id}@guide`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${plain(day)}`,
      `DTEND;VALUE=DATE:${plain(guide.days.add(day, 1))}`,
      `SUMMARY:${escape(title)}`,
      `DESCRIPTION:${escape(text)}`,
      "TRANSP:TRANSPARENT",
      // At nine in the morning: an all-day event begins at midnight.
      ...warn.flatMap(days => ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escape(title)}`,
        `TRIGGER:${days > 0 ? `-PT${days * 24 - 9}H` : "PT9H"}`, "END:VALARM"]),
      "END:VEVENT",
    ])
    return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//guide//calendar//EN", "CALSCALE:GREGORIAN", ...lines, "END:VCALENDAR", ""]
      .map(fold).join("\r\n")
  }
})()
