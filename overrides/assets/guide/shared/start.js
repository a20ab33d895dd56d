// Makes the tools of the page work: all of them, or none where a script of theirs failed, so that no tool is half there.
//
// The last script of a page. Where it does not get here, a style shows the sentence (shared/page.css).
(() => {
  const note = document.querySelector(".guide-unloaded")
  if (guide.isBroken) return note?.toggleAttribute("data-shown", true)
  for (const [tag, tool] of guide.tools) customElements.define(tag, tool)
  // A tool that comes later begins at once.
  guide.define = (tag, tool) => customElements.define(tag, tool)
  note?.remove()
})()
