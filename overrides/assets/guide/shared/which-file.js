// Which child's file a page works on: chosen when it begins, and then held.
//
// The tab notes its file as soon as there are several, so that it stays with it on the next page too.
(() => {
  const { SITE, storeOf, look, ids } = guide.storeParts
  const PIN = `${SITE}file`

  const pinned = () => {
    try { return storeOf("tab")?.getItem(PIN) } catch { return null }
  }

  // A tab that can't note it begins each page with the file that was opened last.
  const pin = id => {
    try {
      if (id) storeOf("tab")?.setItem(PIN, id)
      else storeOf("tab")?.removeItem(PIN)
    } catch { /* Then that one is this one. */ }
  }

  // That of this tab, else that of this page, else what was opened last.
  const choose = known => [pinned(), guide.storeParts.mine, look("tab").work?.open, look("device").work?.open].find(id => known.includes(id))

  const begin = () => {
    const known = ids()
    guide.storeParts.mine = choose(known)
    if (known.length > 1) pin(guide.storeParts.mine)
  }

  // A new file of this page, which is still to be written.
  const take = id => {
    guide.storeParts.mine = id
    if (ids().length) pin(id)
  }

  // Files came or went in another tab, or this page was brought back whole after another file was opened in this tab.
  const follow = () => {
    const known = ids(), { mine } = guide.storeParts
    // A page that began without a file takes the only one. Of several it can't know whose its words are: they begin one.
    if (!mine) {
      if (known.length === 1) [guide.storeParts.mine] = known
      return
    }
    if (known.length > 1 && known.includes(mine) && !known.includes(pinned())) pin(mine)
    const next = choose(known)
    // Who has something typed that is not kept says no, and so does who can do it in place.
    if (!next || next === mine || !window.dispatchEvent(new Event("guide-other-file", { cancelable: true }))) return
    document.documentElement.hidden = true
    location.reload()
  }

  window.addEventListener("storage", follow)
  window.addEventListener("pageshow", ({ persisted }) => { if (persisted) follow() })
  begin()

  Object.assign(guide.storeParts, { PIN, pin, begin, take })
})()
