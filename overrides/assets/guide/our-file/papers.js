// The list of the papers a family has, by the numbers written on them.
(() => {
  const { isDay } = guide.ourFile

  const dayText = day => isDay(day) ? guide.formatDate(day) : day

  class FilePapers {
    /**
     * @param {HTMLElement} element the section it fills
     * @param {(files: File[]) => void} take is given files that were picked, or dropped there
     */
    constructor(element, take) {
      this.element = element
      element.addEventListener("change", ({ target }) => {
        if (target.type !== "file") return
        take([...target.files])
        target.value = ""
      })
      for (const type of ["dragover", "drop"]) {
        element.addEventListener(type, event => {
          const { files, items } = event.dataTransfer
          if (![...items].some(({ kind }) => kind === "file")) return
          event.preventDefault()
          if (files.length) take([...files])
        })
      }
    }

    part(name) { return this.element.querySelector(`.guide-our-file__${name}`) }

    /** @param {FilePaper[]} papers */
    show(papers) {
      this.part("no-papers").hidden = papers.length > 0
      const inOrder = [...papers].sort((one, other) => one.number - other.number)
      this.part("paper-list").replaceChildren(...inOrder.map(paper => {
        const row = guide.copy("guide-our-file-paper").firstElementChild
        const find = name => row.querySelector(`.guide-our-file__${name}`)
        row.dataset.paper = paper.id
        find("number").textContent = paper.number
        find("name").textContent = paper.name
        find("about").textContent = [dayText(paper.day), paper.pages && guide.phrase("our_file.pages", { count: paper.pages }), paper.place].filter(Boolean).join(" · ")
        row.querySelector("button").setAttribute("aria-label", guide.phrase("our_file.change_label", { entry: paper.name }))
        return row
      }))
    }

    focus(id) { this.element.querySelector(`[data-paper="${id}"] button`)?.focus() }
  }

  guide.FilePapers = FilePapers
})()
