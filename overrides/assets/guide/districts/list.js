// The school districts of the state. In the site the build writes them here, from docs/_data/districts.yml
// (scripts/guide/site/districts.py); a preview has none, and its fields are plain.
(() => {
  /**
   * @typedef {object} District
   * @property {string} name
   * @property {string} city
   * @property {string} county - or empty
   * @property {boolean} [serves_county] - besides the districts of its county
   */

  /** @type {{ year: number, districts: District[] }} */
  guide.districts = { year: 0, districts: [] }
})()
