// What a parent takes a letter along as: paper, Word file, copy, text file, e-mail.
//
// Files have neutral names, and the parent is told where each went and what to do if nothing happened.
// Buttons: overrides/partials/letter.html; `act` has a line for each.
(() => {
  const FILLER = new URL("assets/guide/letter/word-file.js", guide.site).href
  const MAIL_LIMIT = 1_800 // Longer links are cut, or do nothing, in some mail apps.
  const NOTHING = "Nothing there? Some apps open pages in a window of their own that cannot save files. Open this page in your browser, or copy the text."

  class LetterOut {
    // `letter` is the <guide-letter> it belongs to.
    constructor(letter) { this.letter = letter }

    part(name) { return this.letter.part(name) }

    say(text) { this.part("said").textContent = text }

    // What a button or link's data-do asks for.
    act(action, button) {
      switch (action) {
        case "print": return this.print()
        case "word": return this.word()
        case "copy": return this.copy()
        case "text": return this.text()
        case "mail": return this.mail(button)
        case "send-mail": return this.sendMail(button)
      }
    }

    print() {
      this.say("If no print window opens, this app has none. Open this page in your browser, or copy the text.")
      window.print()
    }

    async word() {
      try {
        await this.prepare()
        const file = guide.wordFile(this.letter.id, this.letter.entered ? this.letter.finished : null)
        this.handOut(`${this.letter.id}.docx`, file.type, file)
      } catch {
        this.say("The Word file cannot be made in this browser. Copy the text, or print the letter.")
      }
    }

    // Fetch what makes the Word file as soon as a parent touches the form: later there may be no connection.
    prepare() {
      const blank = `${this.letter.querySelector(".guide-letter__files a[href$='.docx']").href}.js`
      this.ready ||= Promise.all([FILLER, blank].map(src => new Promise((onload, onerror) => {
        document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror }))
      })))
      // Next time it may be there.
      this.ready.catch(() => { this.ready = null })
      return this.ready
    }

    text() {
      // Notepad on Windows takes a text without this mark for another alphabet.
      this.handOut(`${this.letter.id}.txt`, "text/plain", `\ufeff${this.letter.text}`)
    }

    handOut(name, type, contents) {
      try {
        guide.download(name, type, contents)
        this.say(`"${name}" goes to your downloads. On a phone, look in Files. ${NOTHING}`)
      } catch {
        this.say("This browser does not let the guide save a file. Copy the text, or print the letter.")
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
      if (await this.toClipboard()) this.say("The letter is copied. Paste it where you need it.")
    }

    // Put the letter into the clipboard; true if that went well. Else it is shown, to be copied by hand.
    async toClipboard() {
      const plain = this.letter.text
      try {
        const rich = new Blob([guide.letter.html(this.letter.finished, !this.letter.entered)], { type: "text/html" })
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
        this.say("This browser does not let the guide copy. The text is marked above: copy it by hand.")
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
      const whole = `mailto:?subject=${encodeURIComponent(link.dataset.subject)}&body=${encodeURIComponent(this.letter.text.replace(/\n/g, "\r\n"))}`
      if (whole.length < MAIL_LIMIT) {
        link.href = whole
        return
      }
      link.href = `mailto:?subject=${encodeURIComponent(link.dataset.subject)}&body=${encodeURIComponent(link.dataset.paste)}`
      if (await this.toClipboard()) this.say("The letter is too long for a mail link, so it is copied. Paste it into the mail.")
    }
  }

  guide.LetterOut = LetterOut
})()
