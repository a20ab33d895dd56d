// Asks a parent who leaves a letter if what they typed may be kept, and keeps it if they said so before.
//
// Asked once: who answered is not asked again. Dialog: overrides/partials/letter.html.
(() => {
  class LetterLeave {
    // `letter` is the <guide-letter> it belongs to.
    constructor(letter) { this.letter = letter }

    watch() {
      document.addEventListener("click", this.leaving, true)
      document.addEventListener("visibilitychange", this.hiding)
      window.addEventListener("pagehide", this.hiding)
      window.addEventListener("beforeunload", this.unloading)
    }

    stop() {
      document.removeEventListener("click", this.leaving, true)
      document.removeEventListener("visibilitychange", this.hiding)
      window.removeEventListener("pagehide", this.hiding)
      window.removeEventListener("beforeunload", this.unloading)
    }

    get unsaved() {
      const { keep } = this.letter
      return keep.pending && !keep.answered && guide.store.keeping("answers") === "no"
    }

    // A link that leads away from what was typed waits for an answer.
    leaving = event => {
      const link = event.target.closest?.("a[href]")
      const dialog = this.letter.part("leave")
      // A browser too old for the question asks in its own words.
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !dialog.showModal || !this.unsaved) return
      const away = new URL(link.href)
      const stays = !/^(https?|file):$/.test(away.protocol) || link.hasAttribute("download") || link.closest(".guide-letter__files")
        || (away.hash && away.pathname === location.pathname)
      if (stays) return
      event.preventDefault()
      dialog.returnValue = ""
      dialog.onclose = () => {
        const { keep } = this.letter
        if (!dialog.returnValue) return
        if (keep.keep(dialog.returnValue)) location.href = link.href
        // What is said of it stands there.
        else keep.scrollIntoView({ block: "center" })
      }
      dialog.showModal()
    }

    // Closing the tab, or going back: the browser asks in its own words.
    unloading = event => {
      if (!this.unsaved) return
      this.letter.keep.asked = true
      event.preventDefault()
      event.returnValue = "" // Older browsers look here.
    }

    // A phone may end the page without a word, while a field is being typed in.
    hiding = () => { if (this.letter.keep.pending) this.letter.keep.write() }
  }

  guide.LetterLeave = LetterLeave
})()
