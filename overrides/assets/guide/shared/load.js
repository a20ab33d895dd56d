// Loads what an element needs only once a parent uses it: the scripts and styles of its `later` (scripts/elements.yml), which
// the page names in a template and the build joins into one script and one style sheet (scripts/guide/site/join.py).
//
// Script elements, for a page opened from a folder may fetch nothing.
(() => {
  const loading = {}

  const elementOf = ({ localName, src, href }) => localName === "script"
    // They run in the order of the list, like those of the page.
    ? Object.assign(document.createElement("script"), { src, async: false })
    : Object.assign(document.createElement("link"), { rel: "stylesheet", href })

  const loadFile = named => {
    const address = named.src || named.href
    return loading[address] ??= new Promise((resolve, reject) => {
      const element = elementOf(named)
      element.addEventListener("load", () => resolve())
      element.addEventListener("error", () => {
        // The next call tries again.
        delete loading[address]
        element.remove()
        reject(new Error(address))
      })
      document.head.append(element)
    })
  }

  /**
   * @param {string} name - an element of the page that has `later`
   * @returns {Promise<void>} when its scripts have run, its tools begun, and its styles are there
   * @throws if one failed, or could not be loaded, as without a connection; the next call tries that one again
   */
  guide.load = async name => {
    // What stands in a template has no address of this page's until it is this page's own.
    const named = document.importNode(document.querySelector(`template[data-later="${name}"]`).content, true)
    await Promise.all([...named.querySelectorAll("script, link")].map(loadFile))
    if (guide.isBroken) throw new Error(name)
    for (const [tag, tool] of guide.tools) if (!customElements.get(tag)) customElements.define(tag, tool)
  }
})()
