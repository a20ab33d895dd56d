// Opens the source of a mark in place, under its paragraph: what it is, how sure we are, a link to it. One is open at a time.
//
// Loaded at the first tap on a mark (shared/sources.js).
(() => {
  // What stands between the lines of a list or a table would not be part of it: there it is put inside.
  const HOLDERS = ["p", "li", "dd", "td", "th", "h2", "h3", "blockquote"].join()
  const INSIDE = ["LI", "DD", "TD", "TH"]
  let mark = null, box = null

  const make = (name, className, ...parts) => {
    const made = Object.assign(document.createElement(name), { className })
    made.append(...parts)
    return made
  }

  const close = () => {
    mark?.setAttribute("aria-expanded", false)
    box?.remove()
    mark = box = null
  }

  const draw = source => {
    const words = make("div", "guide-here__words", make("b", "", mark.textContent), " ")
    for (const part of [...source.cloneNode(true).childNodes]) words.append(part.localName === "a" ? part.textContent : part)
    words.id = "source-here"
    words.dataset.status = source.dataset.status
    const button = make("button", "guide-link", guide.phrase("sources.close"))
    button.type = "button"
    const open = make("a", "guide-here__open", guide.phrase("sources.open"))
    open.href = source.querySelector("a").href
    const drawn = make("div", "guide-here", words, make("div", "guide-here__do", open, button))
    drawn.tabIndex = -1
    drawn.setAttribute("role", "group")
    // It gets the focus, so that all it says is read out, once.
    drawn.setAttribute("aria-labelledby", words.id)
    const shut = () => {
      const from = mark
      close()
      from.focus()
    }
    button.addEventListener("click", shut)
    drawn.addEventListener("keydown", event => { if (event.key === "Escape") shut() })
    return drawn
  }

  /**
   * Open the source of a mark, or close it where it is open.
   * @param {HTMLAnchorElement} pressed
   */
  guide.toggleSource = pressed => {
    const isOpen = pressed === mark
    close()
    if (isOpen) return
    mark = pressed
    mark.setAttribute("aria-expanded", true)
    box = draw(document.getElementById(mark.hash.slice(1)))
    const holder = mark.closest(HOLDERS) || mark.parentElement
    if (INSIDE.includes(holder.tagName)) holder.append(box)
    else holder.after(box)
    box.focus({ preventScroll: true })
    box.scrollIntoView({ block: "nearest" })
  }
})()
