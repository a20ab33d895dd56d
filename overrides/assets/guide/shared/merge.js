// One piece of work that was changed in two places, as one again.
(() => {
  const { isObject } = guide
  const isList = value => Array.isArray(value) && value.every(isObject) && new Set(value.map(({ id }) => id)).size === value.length
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other)

  // `theirs` with what changed from `base` to `mine`, in three ways of the same work. Objects go by their keys, lists of
  // objects by their ids, all else as a whole; what is gone from `mine` goes.
  const merge = (base, mine, theirs) => {
    if (same(base, mine)) return theirs
    const alike = [isObject, isList].find(is => is(mine) && is(theirs))
    if (!alike) return mine
    const [before, here, there] = [alike(base) ? base : [], mine, theirs].map(value =>
      new Map(Array.isArray(value) ? value.map(one => [one.id, one]) : Object.entries(value)))
    const merged = [...new Set([...here.keys(), ...there.keys()])]
      .map(key => [key, merge(before.get(key), here.get(key), there.get(key))]).filter(([, value]) => value !== undefined)
    return alike === isObject ? Object.fromEntries(merged) : merged.map(([, value]) => value)
  }

  Object.assign(guide, { merge, same })
})()
