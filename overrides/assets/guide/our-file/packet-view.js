// The packet on the page: what goes in, what is asked of the helper, and its pages, drawn as they are printed.
// A packet that someone saved is read here too.
//
// Markup: overrides/partials/our-file.html. What it holds: packet.js.
(() => {
  const PARTS = ["names", "dates", "log", "papers", "live"]
  const FILE = "packet"
  const TROUBLE = {
    unreadable: () => guide.phrase("packet.unreadable"),
    newer: () => guide.phrase("packet.newer"),
  }

  class PacketView {
    /** @param {HTMLElement} tool the <guide-our-file> @param {HTMLElement} panel */
    constructor(tool, panel) {
      Object.assign(this, { tool, panel })
      panel.addEventListener("input", ({ target }) => { if (target.name) this.typed(target) })
      panel.addEventListener("change", ({ target }) => {
        if (target.type === "file") return this.open(target)
        const became = tool.keepChange()
        // While it is asked where to keep it, a line more would move the answers away from under a finger.
        if (tool.keep.group.hidden) tool.report(became)
      })
    }

    get sheet() { return this.panel.querySelector(".guide-packet") }

    // What was typed for it belongs to the file; what goes in is asked each time. What was drawn before says it no longer.
    typed({ name, type, value }) {
      this.sheet.replaceChildren()
      if (type === "checkbox") return
      this.tool.work.packet = { ...this.tool.work.packet, [name]: value }
      // Asked with the first letter: at the end of the field a press of the same button would fold the question away.
      this.tool.ask()
    }

    // The form shows once it can take what is typed.
    show() {
      const { packet } = this.tool.work
      this.panel.querySelector("form").hidden = false
      this.panel.querySelector(".guide-our-file__open-packet").hidden = false
      for (const field of this.panel.querySelectorAll("textarea, input[type=text]")) field.value = packet[field.name] || ""
    }

    // Other work is shown: nothing of what was drawn of it before stays.
    forget() {
      if (!this.opened) this.sheet.replaceChildren()
      this.show()
    }

    get parts() { return Object.fromEntries(PARTS.map(name => [name, this.panel.querySelector(`[name="${name}"]`).checked])) }

    // What is shown, printed and handed out: the packet that was opened, or else that of this file.
    get packet() { return this.opened || this.own }

    // Kept work of other parts may have anything in it.
    get own() {
      const { fields } = guide.store.read("answers"), tracker = guide.store.read("tracker")
      const { parts, tool: { work } } = this
      const { content, dataset: { host } } = document.getElementById("guide-our-file-intake")
      const packet = guide.ourFile.packet({
        work, parts, signed: tracker.signed, host,
        fields: guide.isObject(fields) ? fields : {},
        promises: guide.ourFile.trackedPromises(tracker, guide.today()),
        today: guide.today(),
        questions: [...content.children].map(({ textContent: question, dataset: { known } }) => ({ question, known })),
      })
      return { ...packet, file: guide.ourFile.fileOf(work, parts) }
    }

    draw() { this.sheet.replaceChildren(...guide.ourFile.packetPages(this.packet)) }

    // Read it here, before anyone else does.
    see() {
      this.draw()
      this.sheet.querySelector("h2").focus()
    }

    print() {
      this.draw()
      guide.ourFile.printOnly("packet")
    }

    // Hand it out as a file; returns what to tell the parent.
    hand(ending, type, contents) {
      const name = `${FILE}.${ending}`
      return guide.ourFile.hand(name, type, contents, guide.phrase("browser.downloaded", { name, instead: guide.phrase("our_file.print_instead") }))
    }

    word() {
      const file = guide.ourFile.packetWord(this.packet)
      return this.hand("docx", file.type, file)
    }

    data() { return this.hand("json", "application/json", guide.ourFile.packetData(this.packet)) }

    // A packet of this or another family: it is read, and nothing of it is kept.
    async open(input) {
      const text = await input.files[0]?.text().catch(() => "")
      input.value = ""
      if (text === undefined) return
      const { packet, trouble } = guide.ourFile.readPacket(text)
      if (trouble) return this.tool.report(TROUBLE[trouble]())
      this.turn(packet)
      this.tool.report("")
      this.see()
    }

    turn(packet) {
      this.opened = packet
      this.panel.toggleAttribute("data-opened", Boolean(packet))
      this.tool.button("packet-join").hidden = !packet?.file
    }

    close() {
      this.turn(null)
      this.sheet.replaceChildren()
      this.panel.querySelector("[type=file]").focus()
      this.tool.report(guide.phrase("packet.closed"))
    }

    join() {
      const { tool, opened } = this
      this.turn(null)
      tool.editor.join(opened.file)
    }
  }

  guide.PacketView = PacketView
})()
