"""
A parent who has a keyboard alone: Tab from stop to stop, with the focus in sight at each, then a key.
"""

from playwright.sync_api import Locator, Page, expect

MOST_STOPS = 150
# What is wrong with the focus as it stands, or nothing: it is on something, which shows it, in sight and under nothing.
FAULT = """() => {
  const { activeElement: it } = document
  if (!it || it === document.body) return "the focus is lost"
  const name = `${it.localName} "${(it.getAttribute("aria-label") || it.labels?.[0]?.textContent || it.textContent || "").trim().replace(/\\s+/g, " ").slice(0, 40)}"`
  // A box that is drawn by its label has its mark there.
  const shown = [it, it.nextElementSibling, it.closest("label")].filter(Boolean)
  const isMarked = ({ outlineStyle, outlineWidth, boxShadow }) => outlineStyle !== "none" && parseFloat(outlineWidth) > 0 || boxShadow !== "none"
  // What only a script can give the focus, as a title, is no stop.
  if (it.tabIndex >= 0 && it.matches(":focus-visible") && !shown.some(one => isMarked(getComputedStyle(one)))) return `${name} does not show the focus`
  const [box] = it.getClientRects()
  if (!box) return `${name} is not there`
  const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight)
  if (bottom - top < Math.min(box.height, 12)) return `${name} is out of sight`
  const over = document.elementFromPoint(box.left + box.width / 2, (top + bottom) / 2)
  // Only what stays in its place while the page moves can hide it.
  for (let one = over; one && !one.contains(it); one = one.parentElement)
    if (/fixed|sticky/.test(getComputedStyle(one).position)) return `${name} is below ${one.className || one.localName}`
  return ""
}"""
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Keys:
    """
    A page that is used with keys alone. Each step looks at where the focus is.
    """

    def __init__(self, page: Page):
        self.page = page

    def reach(self, place: Locator) -> Locator:
        """
        Press Tab until a place has the focus.
        """
        expect(place).to_be_visible()
        goal = place.element_handle()
        for _ in range(MOST_STOPS):
            self.page.keyboard.press("Tab")
            # After the last stop the browser's own frame has its turn.
            if self.page.evaluate("document.activeElement === document.body"):
                continue
            self.see()
            if goal.evaluate("goal => goal === document.activeElement"):
                return place
        raise AssertionError(f"no Tab leads to {place}")

    def press(self, place: Locator, key: str = "Enter") -> None:
        """
        Go to a place, and press a key there.
        """
        self.reach(place)
        self.page.keyboard.press(key)

    def write(self, place: Locator, text: str) -> None:
        """
        Go to a field, and type into it.
        """
        self.reach(place)
        self.page.keyboard.type(text)

    def at(self, place: Locator) -> None:
        """
        Wait until a place has the focus by itself, and see that it is in sight, on a page that nobody has to move sideways.
        """
        expect(place).to_be_focused()
        self.see()
        self.look()

    def see(self) -> None:
        """
        See where the focus is.
        """
        fault = self.page.evaluate(FAULT)
        assert not fault, fault

    def look(self) -> None:
        """
        See that something has the focus, and that nobody has to move the page sideways.
        """
        assert not self.page.evaluate("document.activeElement === document.body"), "the focus is lost"
        wide = self.page.evaluate(WIDE)
        assert wide <= 0, f"{wide} px too wide"
