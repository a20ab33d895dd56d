// A part of the work as it stands on this page, beside what is kept of it in the store.
//
// Other pages and tabs write the same part: only what changed here is written, and what changed there is taken over.
(() => {
  const { merge, same } = guide
  const copy = value => JSON.parse(JSON.stringify(value))

  class PageWork {
    /**
     * @param {string} part its name in the store
     * @param {object} page how the page deals with it
     * @param {() => object} page.work returns what to keep as it stands on the page
     * @param {(work: object, anew: boolean) => void} page.take puts kept work onto the page, told if that is a new beginning
     * @param {(where?: string) => object} page.read returns kept work in the form of `work`, from "device", "tab" or where it is
     */
    constructor(part, { work, take, read = where => guide.store.read(part, where) }) {
      Object.assign(this, { part, work, take, read })
    }

    get keeping() { return guide.store.keeping(this.part) }

    // Put what is kept onto the page in place of all that stands there.
    begin() {
      this.where = this.keeping
      this.take(this.read(), true)
      // What the page said when it was last as it is kept.
      this.base = copy(this.work())
    }

    /** @returns {boolean} whether something changed here that is not written */
    get pending() { return !same(this.base, this.work()) }

    /** @returns {boolean} whether nothing was kept, neither when the page was last as it is kept nor now */
    get isUnkept() { return this.where === "no" && this.keeping === "no" }

    /**
     * Take over what another tab kept, changed or erased. What is pending here stays.
     * @returns {boolean} whether it is kept no longer
     */
    follow() {
      const where = this.keeping
      // What cannot be read says nothing of what stands here.
      if (this.isUnkept || where === "no" && guide.store.trouble) return false
      const [base, mine] = [this.base, copy(this.work())]
      const now = merge(base, mine, this.read())
      if (!same(mine, now)) this.take(now, false)
      this.base = merge(mine, base, copy(this.work()))
      this.where = where
      return where === "no"
    }

    /**
     * Keep the work from now on "device" or "tab", or "no" longer.
     * @param {"device" | "tab" | "no"} where
     * @returns {boolean} whether that went well
     */
    keep(where) {
      const mine = copy(this.work())
      const there = merge({}, this.read(), where === "no" ? {} : this.read(where))
      const isKept = guide.store.keep(this.part, where, merge(this.keeping === "no" ? {} : this.base, mine, there))
      if (isKept) {
        this.where = where
        if (where !== "no") this.base = mine
      }
      return isKept
    }

    /**
     * Write what changed here into what is kept.
     * @returns {boolean} whether that went well
     */
    write() {
      const mine = copy(this.work())
      const isKept = guide.store.write(this.part, merge(this.base, mine, this.read()))
      if (isKept) this.base = mine
      return isKept
    }
  }

  guide.PageWork = PageWork
})()
