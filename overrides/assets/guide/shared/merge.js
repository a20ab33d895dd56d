// One piece of work that was changed in two places, as one again.
(() => {
  const { isObject } = guide
  const isList = value => Array.isArray(value) && value.every(isObject) && new Set(value.map(({ id }) => id)).size === value.length
  const toMap = value => new Map(Array.isArray(value) ? value.map(one => [one.id, one]) : Object.entries(value))

  /** @returns {boolean} whether two pieces of work are alike to the letter */
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other)

  /**
   * Three ways of the same work become one. Objects go by their keys, lists of objects by their ids, all else as a whole;
   * what is gone from `mine` goes.
   * @template T
   * @param {T} base
   * @param {T} mine
   * @param {T} theirs
   * @returns {T} `theirs` with what changed from `base` to `mine`
   */
  const merge = (base, mine, theirs) => {
    if (same(base, mine)) return theirs
    const alike = [isObject, isList].find(is => is(mine) && is(theirs))
    if (!alike) return mine
    const [before, here, there] = [alike(base) ? base : [], mine, theirs].map(toMap)
    const keys = [...new Set([...here.keys(), ...there.keys()])]
    const merged = keys.map(key => [key, merge(before.get(key), here.get(key), there.get(key))]).filter(([, value]) => value !== undefined)
    return alike === isObject ? Object.fromEntries(merged) : merged.map(([, value]) => value)
  }

  Object.assign(guide, { merge, same })
})()
