"""
A letter written with keys alone: Tab, Enter, Space and what is typed.
"""

from collections.abc import Callable

from playwright.sync_api import Page, expect

# What has the focus: its name, its kind, and where a parent would not see it.
FOCUSED = """() => {
  const { activeElement: it } = document
  if (it === document.body) return { name: "", kind: "nothing", fault: "" }
  const name = (it.labels?.[0] || it).textContent.replace(/\\s+/g, " ").trim()
  const [box] = it.getClientRects()
  const top = box && document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, 40) / 2)
  const isSeen = top && (it.contains(top) || top.contains(it) || [...it.labels || []].some(label => label.contains(top)))
  const kind = it.matches("input, textarea") ? it.type : it.localName
  return { name, kind, fault: !box ? `gone: ${name}` : isSeen ? "" : `covered: ${name}` }
}"""
TYPED = {"text": "Sampleton", "tel": "573-555-0100", "email": "pat@example.org", "textarea": "Speech therapy"}

# The screens of the request for mediation, and what leads on from each. A date is the one thing that is not typed here.
WAY = {
    "Who are you?": "Continue",
    "Who is your child?": "Continue",
    "What is the problem?": "Continue",
    "What do you ask for?": "Continue",
    "Dates, people and access needs": "Continue",
    "How will you send it?": "Check my letter",
    "1 blank is still open": "My letter is done",
}


class Keys:
    """
    The keys of a page; `faults` is where the focus was lost or hidden.
    """

    def __init__(self, page: Page):
        self.page, self.faults, self.reached = page, [], set()

    def press(self, key: str) -> dict:
        """
        Press a key, and return what then has the focus.
        """
        self.page.keyboard.press(key)
        focused = self.page.evaluate(FOCUSED)
        if focused["fault"]:
            self.faults.append(focused["fault"])
        self.reached.add(focused["name"])
        return focused

    def go_to(self, name: str, key: str = "Tab") -> None:
        """
        Press Tab until what is called so has the focus.
        """
        for _ in range(80):
            if self.press(key)["name"].startswith(name):
                return
        raise AssertionError(f'Tab never comes to "{name}"')

    def fill_screen(self, way_on: str) -> None:
        """
        Go through a screen to its last button: type into what can be typed into, and tick what can be ticked.
        """
        for _ in range(80):
            focused = self.press("Tab")
            if focused["name"] == way_on:
                return
            if focused["kind"] == "checkbox":
                self.page.keyboard.press("Space")
            elif focused["kind"] in TYPED:
                self.page.keyboard.type(TYPED[focused["kind"]])
            elif focused["name"] in ("By hand", "Leave it out"):
                self.page.keyboard.press("Enter")
        raise AssertionError(f'Tab never comes to "{way_on}"')

    def write_letter(self, look: Callable[[], object] = lambda: None) -> None:
        """
        Begin the request for mediation that is open, fill in all of its screens, and go on to its end; `look` at each.
        """
        self.go_to("Start my letter")
        self.page.keyboard.press("Enter")
        title = self.page.locator("guide-letter h1:visible")
        for words, way_on in WAY.items():
            expect(title).to_have_text(words)
            expect(title).to_be_focused()
            self.fill_screen(way_on)
            look()
            self.page.keyboard.press("Enter")
        expect(title).to_have_text("Your letter is ready")
        expect(title).to_be_focused()
