// Tabs: one panel of several is shown. The address says which, so that a link leads to it.
(() => {
  class Tabs {
    /**
     * @param {HTMLElement} list the role=tablist; each tab names its panel by aria-controls
     * @param {(name: string) => void} chosen is told the id of each panel that is shown
     */
    constructor(list, chosen) {
      this.tell = chosen
      this.all = [...list.querySelectorAll("[role=tab]")]
      list.addEventListener("click", ({ target }) => this.turn(target.closest("[role=tab]")))
      list.addEventListener("keydown", event => {
        const at = this.all.indexOf(event.target)
        const next = { ArrowRight: (at + 1) % this.all.length, ArrowLeft: (at + this.all.length - 1) % this.all.length, Home: 0, End: this.all.length - 1 }[event.key]
        if (at < 0 || next === undefined) return
        event.preventDefault()
        this.all[next].focus()
        this.turn(this.all[next])
      })
      window.addEventListener("hashchange", () => this.follow())
      this.follow()
    }

    // What the address names; a name of something else on the page changes nothing.
    follow() {
      const named = this.all.find(tab => tab.getAttribute("aria-controls") === location.hash.slice(1))
      if (named || !this.chosen) this.choose(named || this.all[0])
    }

    turn(tab) {
      if (!tab) return
      this.choose(tab)
      history.replaceState(history.state, "", `#${tab.getAttribute("aria-controls")}`)
    }

    choose(tab) {
      this.chosen = tab
      for (const one of this.all) {
        one.setAttribute("aria-selected", String(one === tab))
        one.tabIndex = one === tab ? 0 : -1
        document.getElementById(one.getAttribute("aria-controls")).hidden = one !== tab
      }
      this.tell(this.name)
    }

    /** @returns {string} the id of the panel that is shown */
    get name() { return this.chosen.getAttribute("aria-controls") }

    // Put the keyboard on the tab that is chosen.
    focus() { this.chosen.focus() }
  }

  guide.Tabs = Tabs
})()
