// Lets a parent choose a school district while typing, in any field for one. What that needs is loaded with the first touch.
(() => {
  // Keys of docs/_data/fields.yml.
  const FIELDS = new Set(["district-name", "second-district", "former-district"])

  document.addEventListener("focusin", ({ target }) => {
    if (!FIELDS.has(target.name)) return
    // Without a connection it stays a field to type in.
    guide.load("districts").then(() => guide.districts.serve(target), () => {})
  })
})()
