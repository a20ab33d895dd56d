// The letters that the open file has answers of, as the parent kept them.
(() => {
  /** @returns {string[]} their ids */
  guide.begunLetters = () => Object.keys(guide.store.read("answers").letters || {})
})()
