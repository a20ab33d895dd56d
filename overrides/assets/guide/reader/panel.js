// Where a parent pastes a paper or picks its file, and what is said of one that can't be read. Used by start.js.
(() => {
  const { reader } = guide
  // Of pdf.js as it is sent, in MB.
  const PDF_SIZE = "0.6"

  const PROBLEMS = {
    empty: () => guide.phrase("reader.problem_empty"),
    photo: () => guide.phrase("reader.problem_photo"),
    "no-text": () => guide.phrase("reader.problem_no_text"),
    locked: () => guide.phrase("reader.problem_locked"),
    "old-word": () => guide.phrase("reader.problem_old_word"),
    "other-kind": () => guide.phrase("reader.problem_other_kind"),
    "too-big": () => guide.phrase("reader.problem_too_big"),
    broken: () => guide.phrase("reader.problem_broken"),
    folder: () => guide.phrase("reader.problem_folder"),
    "old-browser": () => guide.phrase("reader.problem_old_browser"),
    "not-loaded": () => guide.phrase("reader.problem_not_loaded"),
  }

  // A page may hold two: each has ids of its own.
  const drawPanel = number => {
    const panel = guide.copy("guide-reader-panel")
    if (number > 1) for (const name of ["id", "for", "aria-describedby"]) for (const one of panel.querySelectorAll(`[${name}]`)) one.setAttribute(name, `${one.getAttribute(name)}-${number}`)
    return panel
  }

  let count = 0

  class Panel {
    constructor(root) {
      this.root = root
      root.append(drawPanel(++count))
      this.text = root.querySelector("textarea")
      this.file = root.querySelector("input")
      this.said = root.querySelector(".guide-reader__said")
      this.problem = root.querySelector(".guide-reader__problem")
      this.file.addEventListener("change", () => this.open(this.file.files[0]))
      this.text.addEventListener("paste", event => this.paste(event))
      root.querySelector('[data-do="read"]').addEventListener("click", () => this.show(reader.prepare(this.text.value)))
    }

    // A field with millions of letters holds a phone up: what can't be read is not put in.
    paste(event) {
      const text = event.clipboardData?.getData("text/plain") ?? ""
      if (text.length <= reader.mostLetters) return
      event.preventDefault()
      this.text.value = text.slice(0, reader.mostLetters)
      this.say(guide.phrase("reader.cut", { pages: reader.mostPages }))
    }

    say(words) {
      this.said.textContent = words
      this.problem.hidden = true
    }

    async open(file) {
      if (!file) return
      this.say(guide.phrase("reader.reading"))
      // The newest file counts: one that was picked before may still be read.
      const turn = this.turn = Symbol(file.name)
      const found = await reader.open(file, ({ page, pages }) => {
        if (turn === this.turn) this.say(page ? guide.phrase("reader.reading_pdf", { page, pages }) : guide.phrase("reader.loading_pdf", { size: PDF_SIZE }))
      })
      if (turn !== this.turn) return
      // The same file can be picked again.
      this.file.value = ""
      this.show(found)
    }

    show({ problem, text, isCut }) {
      this.say("")
      if (problem) {
        this.problem.hidden = false
        this.problem.querySelector("span").textContent = PROBLEMS[problem]()
        this.problem.scrollIntoView({ block: "nearest" })
        return
      }
      this.root.dispatchEvent(new CustomEvent("guide-paper-read", { bubbles: true, detail: {
        text, note: isCut ? guide.phrase("reader.cut", { pages: reader.mostPages }) : "" } }))
    }
  }

  const panels = new WeakMap()

  /** @param {HTMLElement} root - a <guide-reader> */
  reader.showPanel = root => {
    if (!panels.has(root)) panels.set(root, new Panel(root))
    root.dataset.open = ""
    panels.get(root).text.focus()
  }

  /** @param {HTMLElement} root - a <guide-reader>, whose paper was left */
  reader.clearPanel = root => {
    const panel = panels.get(root)
    if (!panel) return
    panel.text.value = ""
    panel.say("")
    delete root.dataset.open
  }
})()
