// The counted limits of an event, as the tool shows them: each with its date, its sum and its marks, and the notes beside them.
//
// Used by deadlines.js. Marks and notes are copies from the table of all limits, which stands in the page without scripts.
(() => {
  const part = name => `.guide-deadlines__${name}`

  // A copy of a part of the table whose marks lead to the same sources, but are not led to.
  const withoutIds = node => {
    const copy = node.cloneNode(true)
    for (const marked of copy.querySelectorAll("[id]")) marked.removeAttribute("id")
    return copy
  }

  // The part of the table that holds the limits of an event.
  const rowsOf = (tool, key) => tool.querySelector(`tbody[data-event="${key}"]`)

  const drawLimit = counted => {
    const { rule, sum, distance, marks } = counted
    const row = guide.copy("guide-deadlines-limit").firstElementChild
    const put = (name, text) => { row.querySelector(part(name)).textContent = text }
    row.dataset.whose = rule.whose
    put("date", guide.limits.title(counted))
    put("far", distance)
    put("owner", `${rule.owner}:`)
    put("until", `${rule.until}.`)
    put("sum", sum)
    put("basis", guide.limits.source(rule))
    put("says", rule.says.join(" "))
    row.querySelector(part("marks")).append(...[...marks].map(withoutIds))
    return row
  }

  const drawOther = (key, title) => {
    const row = guide.copy("guide-deadlines-other").firstElementChild
    const button = row.querySelector("button")
    button.textContent = title
    button.dataset.event = key
    return row
  }

  guide.deadlines = {
    // The limits of an event and of those that start with it, the next date first; what has no date, last.
    count(tool, key, day, today) {
      // What cannot have started earlier is safe to count from this day too.
      const keys = [key, ...tool.events[key].also_start]
      const counted = keys.flatMap(from => tool.events[from].rules.map((rule, index) => Object.assign(
        guide.limits.count(rule, day, today, from === key),
        { marks: rowsOf(tool, from).querySelectorAll("[data-rule]")[index].querySelectorAll("sup") })))
      return counted.sort((a, b) => (a.date || "~").localeCompare(b.date || "~"))
    },

    // Put the limits of an event, counted from its day, into the tool.
    draw(tool, key, day, today) {
      const event = tool.events[key]
      const find = name => tool.querySelector(part(name))
      const date = guide.formatDate(day, "full")
      find("from").textContent = day === tool.input.value ? guide.phrase("deadlines.counted_from", { event: event.rules[0].starts, date })
        : guide.phrase("deadlines.counted_from_open", { date })
      find("limits").replaceChildren(...tool.counted.map(drawLimit))
      const notes = rowsOf(tool, key).querySelector("[data-notes] td")
      find("notes").replaceChildren(...notes ? [...notes.children].map(withoutIds) : [])
      find("notes-title").hidden = !notes
      tool.querySelector("[data-calendar]").hidden = !tool.counted.some(counted => guide.limits.isAhead(counted, today))
      find("see").hidden = !event.see.length
      find("others").replaceChildren(...event.see.map(other => drawOther(other, tool.events[other].title)))
      find("said").textContent = ""
    },
  }
})()
