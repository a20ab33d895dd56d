// The list of what happened, newest first, by months. A file may have thousands of entries: it shows some, and more at a press.
(() => {
  const { newestFirst, isDay, kindText, isTheirs, dayText, proofOf } = guide.ourFile
  const MOST = 40

  const monthOf = day => isDay(day) ? guide.formatDate(`${day.slice(0, 7)}-01`, "month") : guide.phrase("our_file.without_day")

  const iconOf = kind => document.getElementById("guide-our-file-icons").content.querySelector(`[data-kind="${kind}"]`).cloneNode(true)

  class FileLog {
    /** @param {HTMLElement} element the section it fills */
    constructor(element) {
      this.element = element
      this.most = MOST
    }

    part(name) { return this.element.querySelector(`.guide-our-file__${name}`) }

    /**
     * @param {FileWork} work
     * @param {string} today
     */
    show({ entries, papers }, today) {
      const all = newestFirst(entries), shown = all.slice(0, this.most)
      this.part("example").hidden = all.length > 0
      const months = new Map()
      for (const entry of shown) {
        const month = monthOf(entry.day)
        months.set(month, [...months.get(month) || [], this.row(entry, papers, today)])
      }
      this.part("months").replaceChildren(...[...months].flatMap(([month, rows]) => {
        const list = Object.assign(document.createElement("ul"), { className: "guide-our-file__entries" })
        list.setAttribute("role", "list")
        list.append(...rows)
        return [Object.assign(document.createElement("h3"), { textContent: month }), list]
      }))
      const left = all.length - shown.length
      const more = this.part("more")
      more.hidden = !left
      more.textContent = guide.phrase("our_file.older_button", { count: left })
    }

    // Show more, and go on at the first that is new.
    showMore(work, today) {
      const first = newestFirst(work.entries)[this.most]
      this.most += 5 * MOST
      this.show(work, today)
      this.focus(first.id)
    }

    /** Put the keyboard on the way to change an entry. @param {string} id */
    focus(id) { this.element.querySelector(`[data-entry="${id}"] button`)?.focus() }

    row(entry, papers, today) {
      const { id, kind, day, who, what, back, done } = entry
      const row = guide.copy("guide-our-file-entry").firstElementChild
      const find = name => row.querySelector(`.guide-our-file__${name}`)
      row.dataset.entry = id
      row.toggleAttribute("data-theirs", isTheirs(kind))
      find("icon").append(iconOf(kind))
      find("when").textContent = guide.phrase("our_file.when", { day: dayText(day, "day"), kind: kindText(kind) })
      find("who").textContent = who
      find("what").textContent = what
      const proof = proofOf(entry, papers)
      find("proof").textContent = proof ? guide.phrase("our_file.proof", { proof }) : ""
      const write = find("write")
      write.hidden = Boolean(proof) || !["called", "said", "met"].includes(kind)
      // The note begins at once.
      write.setAttribute("href", `${write.getAttribute("href")}#start`)
      write.dataset.note = JSON.stringify({ letter: write.dataset.letter, kind, day, who, what })
      const isOpen = isDay(back) && !done
      find("back").textContent = isOpen ? this.backText(back, today) : ""
      find("back").toggleAttribute("data-late", isOpen && back < today)
      row.querySelector('[data-do="checked"]').hidden = !isOpen || back > today
      const label = guide.phrase("our_file.change_label", { entry: guide.ourFile.wordsOf(entry) || kindText(kind) })
      row.querySelector('[data-do="change"]').setAttribute("aria-label", label)
      for (const name of ["who", "what", "proof", "back"]) if (!find(name).textContent) find(name).remove()
      return row
    }

    backText(back, today) {
      const day = guide.formatDate(back, "day")
      return back < today ? guide.phrase("our_file.back_was", { day }) : guide.phrase("our_file.back_is", { day })
    }
  }

  guide.FileLog = FileLog
})()
