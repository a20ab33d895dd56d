// Finds pages by what a parent types.
//
// The engine (MiniSearch) and the words of the pages (search/pages.js, guide/site/search.py) load when search is opened;
// both are scripts, so that they load from a folder too. It finds words by their beginnings and with a slip or two in
// them, and prefers the page whose title or "other words" say what was typed.
(() => {
  const BOOST = { title: 4, also: 5, headings: 2, text: 1 }
  // Words that say nothing of what is sought, and endings that make no other word: both are the language's own.
  const EMPTY = new Set(guide.phrase("search.empty_words").split(" "))
  const ENDINGS = guide.phrase("search.same_without").split(" ")

  // Accents don't count, so that "evaluacion" finds "evaluación".
  const wordsOf = text => text.toLowerCase().normalize("NFD").replace(/[\p{M}'’]/gu, "").match(/[\p{L}\p{N}]+/gu) || []
  // "records" finds "record", "refused" finds "refuse". A doubled letter is no ending ("process") and counts once ("expelled").
  const stem = word => {
    if (word.length <= 3) return word
    const ending = ENDINGS.find(one => word.endsWith(one) && word.length - one.length > 2 && !word.endsWith(one[0] + one))
    const left = ending ? word.slice(0, -ending.length) : word
    return left.length > 3 && left.at(-1) === left.at(-2) ? left.slice(0, -1) : left
  }
  const telling = text => wordsOf(text).filter(word => !EMPTY.has(word)).map(stem)

  const load = src => new Promise((resolve, reject) => document.head.append(
    Object.assign(document.createElement("script"), { src, onload: resolve, onerror: () => reject(new Error(src)) })))

  const start = () => {
    const engine = new window.MiniSearch({
      fields: Object.keys(BOOST),
      extractField: (page, field) => Array.isArray(page[field]) ? page[field].join(" ") : page[field],
      tokenize: wordsOf,
      processTerm: word => EMPTY.has(word) ? null : stem(word),
      // What is sought comes here as stems.
      searchOptions: { processTerm: word => word },
      idField: "address",
    })
    const pages = new Map(guide.pages.map(page => [page.address, page]))
    const times = new Map()
    for (const page of pages.values()) {
      // What a parent may call it, as sets of words to compare with what is typed.
      page.names = [page.title, ...page.also].map(name => new Set(telling(name)))
      for (const word of new Set(page.names.flatMap(name => [...name]))) times.set(word, (times.get(word) || 0) + 1)
      engine.add(page)
    }
    // A word that many pages go by, such as "school", says less than one that few do.
    const weigh = words => [...words].reduce((sum, word) => sum + Math.log(1 + pages.size / (times.get(word) || 1)), 0)
    return { engine, pages, weigh, meant: new Map() }
  }

  // How well what was typed is one of a page's names: 1 if it is the very words, 0 if none of them. The title counts more.
  const TITLE = 1.25
  const likeness = (terms, names, weigh) => Math.max(...names.map((name, n) => {
    const shared = terms.filter(term => name.has(term))
    return shared.length && (n ? 1 : TITLE) * 2 * weigh(shared) / (weigh(terms) + (name.weight ??= weigh(name)))
  }))

  // A word that no page has, as the word it is most likely a slip of; else the word itself.
  const withoutSlip = (engine, word, meant) => {
    if (meant.has(word)) return meant.get(word)
    const times = new Map()
    const near = word.length < 4 || engine.search(word, { prefix: true }).length ? [] : engine.search(word, { fuzzy: .25 })
    for (const { terms } of near) for (const term of terms) times.set(term, (times.get(term) || 0) + 1)
    meant.set(word, [...times].sort(([, a], [, b]) => b - a)[0]?.[0] || word)
    return meant.get(word)
  }

  // A question of little words alone, such as "who can go with me", finds the pages that go by these very words.
  const FEWEST = 4
  const named = (pages, words) => words.length < FEWEST ? [] : [...pages.values()]
    .filter(page => [page.title, ...page.also].some(name => wordsOf(name).join(" ").startsWith(words.join(" "))))
    .map(page => ({ page, terms: [] }))

  const find = ({ engine, pages, weigh, meant }, typed) => {
    const terms = telling(typed).map(word => withoutSlip(engine, word, meant))
    if (!terms.length) return named(pages, wordsOf(typed))
    // The word that is still being typed, and one that is cut short, such as "eval", stand for those they begin.
    const begins = (term, n, all) => term.length > 2 && (n === all.length - 1 || !engine.search(term).length)
    return engine.search(terms.join(" "), { boost: BOOST, prefix: begins, weights: { prefix: .5 } })
      .map(({ id, score, terms: found, queryTerms }) => {
        const page = pages.get(id)
        // A page that answers one word of three is not what was sought.
        const share = queryTerms.length / Math.max(terms.length, 1)
        return { page, terms: found, score: score * share * (1 + 16 * likeness(terms, page.names, weigh) ** 3) }
      }).sort((a, b) => b.score - a.score)
  }

  // The part of a page's text where most of the found words stand near each other.
  const excerpt = (page, terms) => {
    // Taken apart once: to do it at each key was nearly all of the work.
    page.pieces ??= (page.text.match(/.{1,80}(?:\s|$)/gs) || [""]).map(text => ({ text, words: new Set(telling(text)) }))
    const hits = ({ words }) => terms.filter(term => words.has(term)).length
    return page.pieces.reduce((best, piece) => hits(piece) > hits(best) ? piece : best).text.trim()
  }

  let started
  guide.search = {
    /**
     * @param {string[]} addresses of the engine and of the words of the pages
     * @returns {Promise<(typed: string) => {page: object, terms: string[]}[]>} the pages for what was typed, best first;
     *   `terms` are the words of a page that were found
     */
    load: addresses => started ??= Promise.all(addresses.map(load)).then(
      () => { const known = start(); return typed => find(known, typed) },
      error => { started = null; throw error }),
    telling,
    excerpt,
  }
})()
