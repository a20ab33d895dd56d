"""
The five commonest ways through the decision helper, by what a parent taps, and a parent on one of them.
"""

from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

# A row by the beginning of its words. The last is about when it was, for who does not know the day.
WAYS = {
    "services": ["None of these", "The IEP isn", "An IEP", "A service", "I haven"],
    "refused": ["None of these", "They said no", "More help", "An IEP", "No, in writing", "Under 6 months"],
    "testing": ["None of these", "Testing for", "I asked for a first", "No, but only", "Under 6 months"],
    "suspended": ["My child is out", "Suspended", "An IEP", "More than 10", "I don"],
    "mediation": ["None of these", "They said no", "Mediation", "Nobody answered", "I don"],
}
# Words that stand between the top of a screen and the foot of what is tapped.
WORDS = """tapped => {
  const { bottom: end } = tapped.getBoundingClientRect()
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange()
  let count = 0
  while (texts.nextNode()) {
    const { parentElement, data } = texts.currentNode
    range.selectNodeContents(texts.currentNode)
    const { top, bottom, right, width } = range.getBoundingClientRect()
    const isSeen = width && bottom > 0 && right > 0 && top < end && parentElement.clientWidth !== 1
    if (isSeen && parentElement.checkVisibility({ visibilityProperty: true })) count += data.split(/\\s+/).filter(Boolean).length
  }
  return count
}"""


def history_has(page: Page, view: int) -> None:
    """
    Wait until the history has got this view of the helper: it does so after the paint, when no hand reloads or goes back.
    """
    # Not wait_for_function: it asks again by a text made code, which the page's policy refuses.
    for _ in range(200):
        if page.evaluate("history.state?.guideRoute") == view:
            return
        page.wait_for_timeout(25)
    raise AssertionError(f"the history has {page.evaluate('JSON.stringify(history.state)')}, not view {view}")


@dataclass
class Parent:
    """
    A parent on the way: what was tapped, and how many words stood in the way.
    """

    page: Page
    taps: list[str] = field(default_factory=list)
    words: int = 0

    def tap(self, target: Locator) -> None:
        self.words += target.evaluate(WORDS)
        self.taps.append(target.inner_text())
        target.click()

    def answer(self, way: str) -> None:
        """
        Answer the helper's questions up to the result.
        """
        helper = self.page.locator("guide-route-helper")
        for words in WAYS[way]:
            self.tap(helper.get_by_role("button").filter(has_text=words).first)
        expect(self.page.get_by_text("Your answers so far")).to_be_visible()
        expect(self.page.locator(".guide-route__todo")).to_be_visible()
