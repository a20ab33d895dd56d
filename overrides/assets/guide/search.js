// Search: a button in the header, and a dialog that answers while one types.
//
// The index and the theme's worker (lunr) load when search is first opened, not before.
// Markup: overrides/partials/search.html.
(() => {
  const template = document.getElementById("guide-search")
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3 // What the worker calls its messages.
  const MOST = 12
  // Words that say nothing of what is sought; the engine would find every word that begins like them.
  const EMPTY = new Set(("a am an and are at be but by can could did do does for from has have how i if in is it its me my of on or "
    + "our should so that the their them there they this to us was we what when where which who will with you your").split(" "))

  const terms = text => {
    const words = text.toLowerCase().replace(/[^\p{L}\p{N}' ]+/gu, " ").split(/\s+/).filter(Boolean)
    const telling = words.filter(word => !EMPTY.has(word))
    return (telling.length ? telling : words).join(" ")
  }
  const { base, index, shim, worker } = template.dataset

  document.querySelector(".guide-header__search").append(guide.copy("guide-search"))
  const open = document.querySelector(".guide-search__open")
  const dialog = document.querySelector("dialog.guide-search")
  const query = dialog.querySelector(".guide-search__query")
  const status = dialog.querySelector(".guide-search__status")
  const answers = dialog.querySelector(".guide-search__answers")

  const script = address => new Promise((resolve, reject) => {
    const element = document.createElement("script")
    Object.assign(element, { src: address, onload: resolve, onerror: () => reject(new Error(address)) })
    document.head.append(element)
  })

  // A page opened from a folder may neither fetch nor start a worker.
  const fromFolder = location.protocol === "file:"
  const load = {
    index: async () => {
      if (!fromFolder) return (await fetch(`${index}.json`)).json()
      await script(`${index}.js`)
      return window.__index
    },
    worker: async () => {
      if (!fromFolder) return new Worker(worker)
      await script(shim)
      return new window.IFrameWorker(worker)
    },
  }

  let started
  const start = () => started ??= Promise.all([load.worker(), load.index()]).then(([engine, { config, docs }]) =>
    new Promise((resolve, reject) => {
      engine.addEventListener("message", ({ data }) => {
        if (data.type === READY) resolve(engine)
        if (data.type === RESULT) show(data.data.items)
      })
      engine.addEventListener("error", reject)
      engine.postMessage({ type: SETUP, data: { config, docs, options: { suggest: false } } })
    }))

  const ask = async () => {
    const words = query.value.trim()
    answers.replaceChildren()
    status.textContent = words ? "Looking …" : ""
    if (!words) return
    try {
      (await start()).postMessage({ type: QUERY, data: terms(words) })
    } catch {
      started = null
      status.textContent = "Search cannot be loaded just now. The menu leads to every page."
    }
  }

  // The index holds marked-up text; only its words and marks go into the page.
  const fill = (element, marked) => {
    for (const node of new DOMParser().parseFromString(marked, "text/html").body.childNodes) {
      if (node.nodeName === "MARK") element.append(Object.assign(document.createElement("mark"), { textContent: node.textContent }))
      else element.append(node.textContent)
    }
  }

  const show = items => {
    const found = items.slice(0, MOST).map(([best, ...parts]) => ({ best, part: parts[0] }))
    status.textContent = found.length ? `${found.length} ${found.length === 1 ? "page" : "pages"} found`
      : "Nothing found. Try other words, or a shorter phrase."
    answers.replaceChildren(...found.map(({ best, part }) => {
      const row = document.createElement("li")
      const link = document.createElement("a")
      link.href = new URL(best.location, new URL(base, document.baseURI))
      fill(link, best.title)
      const line = document.createElement("p")
      fill(line, (best.text || part?.text || "").replace(/<\/?(?!mark)[a-z][^>]*>/g, " "))
      if (line.textContent.length > 160) line.textContent = `${line.textContent.trim().slice(0, 160)} …`
      row.append(link, line)
      return row
    }))
  }

  open.addEventListener("click", () => {
    dialog.showModal()
    query.focus()
    start().catch(() => {})
  })
  dialog.querySelector(".guide-search__close").addEventListener("click", () => dialog.close())
  dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close() })
  // A search field takes the first Escape for itself, to empty it.
  query.addEventListener("keydown", event => { if (event.key === "Escape") dialog.close() })
  query.addEventListener("input", ask)
})()
