// A letter without labels: whether we know of each of its sentences what it says. Only then may a content be missing in it.
(() => {
  const reader = guide.reader

  // Greetings, heads of messages, addresses and names say none of the seven.
  const ASIDE = /^\W*(?:from|to|cc|sent|subject|re|date|https?|dear|hello|hi|sincerely|regards|yours|thank)\b|\d{3}-\d{4}|@|\bprior written notice\b/i
  const EARLIER = /\n\W*(?:on [^\n]{8,90} wrote:|-+ ?original message)/i

  /** Whether a label of a content stands somewhere, "Why: she has one", even if not where labels stand. */
  reader.isNamed = (text, words, key) => (words.contents ?? []).some(hit => hit.means === key && hit.list === "labels" && /^ ?[:?]/.test(text.slice(hit.to, hit.to + 2)))

  /** @returns {boolean} */
  reader.knowsAll = (text, words) => {
    // Lines to fill in are a form's, whose sentences say less than they leave open.
    if (/_{2,}|\[ ?\]|☐|\t/.test(text)) return false
    const end = text.search(EARLIER)
    const letter = end < 0 ? text : text.slice(0, end)
    const days = reader.findDays(letter)
    return reader.sentences(letter, 0, letter.length).every(({ from, to }) => {
      const said = letter.slice(from, to).trim()
      return said.split(/\s+/).length < 6 || ASIDE.test(said) || reader.within(days, from, to).length > 0
        || reader.within(words.verbs, from, to).length > 0 || reader.within(words.contents, from, to).some(hit => hit.list === "words")
    })
  }
})()
