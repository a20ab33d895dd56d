// Asks a parent who leaves a letter if what they typed may be kept, and keeps it if they said so before.
//
// Asked once: who answered is not asked again. Dialog: overrides/partials/letter-fields.html.
(() => {
  class Leave {
    /**
     * @param {GuideKeep} keep - the letter's
     * @param {HTMLDialogElement} dialog - what asks
     * @param {() => void} refused - shows what was said where nothing can be kept
     */
    constructor(keep, dialog, refused = () => keep.scrollIntoView({ block: "center" })) { Object.assign(this, { keep, dialog, refused }) }

    watch() {
      document.addEventListener("click", this.leaving, true)
      document.addEventListener("visibilitychange", this.hiding)
      window.addEventListener("pagehide", this.hiding)
    }

    stop() {
      document.removeEventListener("click", this.leaving, true)
      document.removeEventListener("visibilitychange", this.hiding)
      window.removeEventListener("pagehide", this.hiding)
    }

    // A link that leads away from what was typed waits for an answer.
    leaving = event => {
      const link = event.target.closest?.("a[href]")
      const { keep, dialog } = this
      // A browser too old for the question asks in its own words.
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !dialog.showModal || !keep.unsaved) return
      const target = new URL(link.href)
      const stays = !/^(https?|file):$/.test(target.protocol) || link.hasAttribute("download") || link.closest(".guide-letter__files")
        || (target.hash && target.pathname === location.pathname)
      if (stays) return
      event.preventDefault()
      this.ask(() => { location.href = link.href })
    }

    /**
     * Ask, if something would be lost of which the parent did not say where to keep it, and go on.
     *
     * @param {() => void} go
     */
    ask(go) {
      const { keep, dialog } = this
      if (!keep.unsaved || !dialog.showModal) return go()
      dialog.returnValue = ""
      dialog.addEventListener("close", () => {
        if (!dialog.returnValue) return
        if (keep.keep(dialog.returnValue)) go()
        else this.refused()
      }, { once: true })
      dialog.showModal()
    }

    // A phone may end the page without a word, while a field is being typed in.
    hiding = () => { if (this.keep.pending) this.keep.write() }
  }

  guide.letter.Leave = Leave
})()
