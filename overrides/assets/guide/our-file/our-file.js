// <guide-our-file> keeps what happened and which papers there are, and makes of it what a helper needs.
//
// Without JavaScript its tables print and are filled in by hand.
// Markup: scripts/guide/blocks/our_file.py. Tools: overrides/partials/our-file.html.
(() => {
  const { read, fillPaper } = guide.ourFile
  const EVENTS = ["click", "submit", "change"]
  const KEPT = {
    device: () => guide.phrase("our_file.kept_on_device"),
    tab: () => guide.phrase("our_file.kept_in_tab"),
    no: () => guide.phrase("our_file.not_kept"),
  }

  class GuideOurFile extends HTMLElement {
    connectedCallback() {
      if (!this.log) this.draw()
      this.addEventListener("pointerdown", () => this.prepare(), { once: true })
      for (const type of EVENTS) this.addEventListener(type, this)
      for (const [type, listener] of this.listeners) window.addEventListener(type, listener)
    }

    disconnectedCallback() {
      for (const [type, listener] of this.listeners) window.removeEventListener(type, listener)
    }

    get listeners() { return [["beforeunload", this.unloading], ["guide-other-file", this.unloading], ["beforeprint", this.printing],
      ["pagehide", this.hiding], ["visibilitychange", this.hiding]] }

    draw() {
      this.today = guide.today()
      this.append(guide.copy("guide-our-file-tools"))
      this.log = new guide.FileLog(this.panel("log"))
      this.papers = new guide.FilePapers(this.panel("papers"), files => this.takeFiles(files))
      this.keep.begin({
        work: () => this.work,
        read: where => read(guide.store.read("file", where)),
        take: (work, anew) => this.showWork(work, anew),
      })
      this.tabs = new guide.Tabs(this.querySelector("[role=tablist]"), name => this.turned(name))
      // What a link of another page carries for the log.
      const note = guide.takeNote() || guide.noteOfAddress()
      if (note) this.prepare().then(isThere => isThere && this.editor.addNote(note))
    }

    part(name) { return this.querySelector(`.guide-our-file__${name}`) }
    panel(name) { return this.querySelector(`[role=tabpanel]#${name}`) }
    button(name) { return this.querySelector(`[data-do="${name}"]`) }

    get keep() { return this.querySelector("guide-keep") }

    report(text) { this.part("said").textContent = text }

    // Show kept work. A form stays open with what is typed in it, unless it is a new beginning.
    showWork(work, anew) {
      this.work = work
      if (anew || guide.store.keeping("file") === "no") this.editor?.changes.end()
      if (anew) this.editor?.close()
      this.editor?.follow()
      this.forgetDrawn()
      const count = work.unread.length
      this.part("unread").textContent = count ? guide.phrase("our_file.unread", { count }) : ""
      this.show()
    }

    // What was drawn for paper, on the line or for a helper is drawn anew once it is asked for.
    forgetDrawn() {
      fillPaper(this.part("paper"), { entries: [], papers: [] })
      this.part("line").replaceChildren()
      this.packet?.forget()
    }

    show() {
      this.today = guide.today()
      this.log.show(this.work, this.today)
      this.papers.show(this.work.papers)
      if (this.tabs) this.turned(this.tabs.name)
    }

    // Line and packet come once they are asked for.
    async turned(name) {
      if (!["timeline", "packet"].includes(name) || !await this.prepare()) return
      if (name === "packet") return this.packet.show()
      guide.ourFile.drawLine(this.panel(name), this.work, this.today)
    }

    handleEvent(event) {
      const { type, target } = event
      if (type === "submit") {
        event.preventDefault()
        this.editor.submit()
      } else if (type === "click") this.press(target.closest("button"))
      else if (type === "change" && this.editor?.form?.element.contains(target) && target.name === "day") this.editor.form.showBack()
    }

    // What changes the file comes once it is asked for. Resolves to whether it is there.
    async prepare() {
      try { await guide.load("our-file") } catch {
        this.report(guide.phrase("our_file.not_loaded"))
        return false
      }
      this.editor ??= new guide.FileEditor(this)
      this.packet ??= new guide.PacketView(this, this.panel("packet"))
      return true
    }

    async takeFiles(files) { if (await this.prepare()) this.editor.takeNames(files) }

    // A button was pressed, if any; its data tells what for.
    async press(button) {
      if (!button || button.getAttribute("role") === "tab") return
      if (button.dataset.keep) return this.report("")
      const { add, do: action } = button.dataset
      if (!add && !action) return this.editor?.form?.press?.(button)
      if (!await this.prepare()) return
      if (add) this.editor.add(add)
      else guide.ourFile.act(this, action, button)
    }

    // Keep what changed and show it; `sentence` says what that was.
    changed(sentence) {
      this.editor.changes.end()
      this.show()
      this.report(`${sentence} ${this.keepChange()}`)
    }

    // Ask where to keep it: once, at the first that would be lost. Returns whether that is now.
    ask() {
      const isAsked = guide.store.keeping("file") === "no" && !this.keep.asked && !guide.store.trouble
      if (isAsked) this.keep.open(true)
      return isAsked
    }

    // Keep a change where the parent said, or ask where. Returns what became of it.
    keepChange() {
      const isAsked = this.ask()
      return KEPT[!isAsked && this.keep.changed() ? guide.store.keeping("file") : "no"]()
    }

    printing = () => fillPaper(this.part("paper"), this.work)

    // A phone may end the page without a word, while something for a helper is being typed.
    hiding = () => { if (this.keep.pending) this.keep.write() }

    // What stands in an open form is no entry yet.
    unloading = event => { if (this.editor?.isUnsaved) event.preventDefault() }
  }

  guide.define("guide-our-file", GuideOurFile)
})()
