// What a parent takes a letter along as: paper, Word file, copy, text file, e-mail.
//
// Files have neutral names, and the parent is told where each went and what to do if nothing happened.
// Buttons: overrides/partials/letter.html; `act` has a line for each.
(() => {
  const MAIL_LIMIT = 1_800 // Longer links are cut, or do nothing, in some mail apps.

  /**
   * A letter as it stands: its finished units, and whether nothing was entered, so that it is filled in with a pen.
   *
   * @typedef {{ finished: Finished[], byHand: boolean }} State
   */

  class Out {
    /**
     * @param {object} given
     * @param {Element} given.tools - the buttons, with what they show and say
     * @param {string} given.key - the letter's id, by which its files are named
     * @param {string} given.blank - the address of its blank Word file, as a script
     * @param {() => State} given.state
     * @param {(field: string) => string} given.value - what is entered for a field
     */
    constructor({ tools, key, blank, state, value }) { Object.assign(this, { tools, key, blank, state, value }) }

    part(name) { return this.tools.querySelector(`.guide-letter__${name}`) }

    say(text) { this.part("said").textContent = text }

    // What a button or link's data-do asks for.
    act(action, button) {
      switch (action) {
        case "print": return this.print()
        case "word": return this.word()
        case "copy": return this.copy()
        case "text": return this.handOut("txt", "text/plain", `\ufeff${this.text}`) // Notepad takes a text without this mark for another alphabet.
        case "mail": return this.mail(button)
        case "send-mail": return this.sendMail(button)
        case "log": return this.note(button)
      }
    }

    get text() {
      const { finished, byHand } = this.state()
      return guide.letter.text(finished, byHand)
    }

    // The log's form has it then, until the parent saves it there (shared/note.js).
    note(link) {
      const who = this.value("recipient-name") || this.value("district-name")
      link.dataset.note = JSON.stringify({ kind: "sent", who, what: link.dataset.letter, proof: this.value("delivery-way") })
    }

    print() {
      this.say(guide.phrase("letter.print_hint"))
      window.print()
    }

    async word() {
      const instead = guide.phrase("letter.no_file_instead")
      try { await this.prepare() } catch { return this.say(guide.phrase("letter.word_not_loaded", { instead })) }
      try {
        const { finished, byHand } = this.state()
        const file = guide.letter.wordFile(this.key, byHand ? null : finished)
        this.handOut("docx", file.type, file)
      } catch {
        this.say(guide.phrase("letter.no_word_file", { instead }))
      }
    }

    // Fetch what makes the Word file as soon as a parent touches the form: later there may be no connection.
    prepare() {
      this.ready ||= Promise.all([guide.load("letter"), new Promise((onload, onerror) => {
        document.head.append(Object.assign(document.createElement("script"), { src: this.blank, onload, onerror }))
      })])
      // Next time it may be there.
      this.ready.catch(() => { this.ready = null })
      return this.ready
    }

    handOut(ending, type, contents) {
      const name = `${this.key}.${ending}`
      try {
        guide.download(name, type, contents)
        this.say(guide.phrase("browser.downloaded", { name, instead: guide.phrase("letter.downloaded_instead") }))
      } catch {
        this.say(guide.phrase("browser.no_file", { instead: guide.phrase("letter.no_file_instead") }))
      }
    }

    // What was said or shown of the letter is no longer so: it was changed.
    isStale() {
      this.part("by-hand").hidden = true
      if (this.part("said").textContent) this.say("")
    }

    // Nothing of the letter stays in what was shown of it.
    forget() {
      this.isStale()
      this.part("by-hand").value = ""
      this.part("mail").querySelector("a").href = "mailto:"
    }

    async copy() {
      if (await this.toClipboard()) this.say(guide.phrase("letter.copied"))
    }

    // Put the letter into the clipboard; true if that went well. Else it is shown, to be copied by hand.
    async toClipboard() {
      const { finished, byHand } = this.state()
      const plain = guide.letter.text(finished, byHand)
      try {
        const rich = new Blob([guide.letter.html(finished, byHand)], { type: "text/html" })
        await navigator.clipboard.write([new ClipboardItem({ "text/html": rich, "text/plain": new Blob([plain], { type: "text/plain" }) })])
        return true
      } catch { /* An older browser takes plain text, or nothing. */ }
      try {
        await navigator.clipboard.writeText(plain)
        return true
      } catch {
        const box = this.part("by-hand")
        box.hidden = false
        box.value = plain
        box.focus()
        box.select()
        this.say(guide.phrase("letter.no_copy"))
        return false
      }
    }

    mail(button) {
      const panel = this.part("mail")
      panel.hidden = !panel.hidden
      button.setAttribute("aria-expanded", String(!panel.hidden))
    }

    // Give the link its letter at the last moment; one too long for a link is copied instead.
    async sendMail(link) {
      const linkTo = body => `mailto:?subject=${encodeURIComponent(guide.phrase("letter.mail_subject"))}&body=${encodeURIComponent(body)}`
      const whole = linkTo(this.text.replace(/\n/g, "\r\n"))
      const fits = whole.length < MAIL_LIMIT
      link.href = fits ? whole : linkTo(guide.phrase("letter.mail_paste"))
      if (!fits && await this.toClipboard()) this.say(guide.phrase("letter.mail_too_long"))
    }
  }

  guide.letter.Out = Out
})()
