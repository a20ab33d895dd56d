"""
From home to the first field of a letter, as a parent goes who knows nothing of the guide: how many taps it takes, and how
many words stand in the way.
"""

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import expect

CLOCK = "2026-11-24T10:00:00"
PHONE = {"width": 390, "height": 844}
HELPER = "What should I do now?"
# What is on the screen before a tap: all words down to the foot of the first screen, or of what is tapped.
WORDS = """tapped => {
  const end = Math.max(innerHeight, tapped.getBoundingClientRect().bottom)
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange()
  let count = 0
  while (texts.nextNode()) {
    const { parentElement, data } = texts.currentNode
    range.selectNodeContents(texts.currentNode)
    const { top, bottom, right, width } = range.getBoundingClientRect()
    const isSeen = width && bottom > 0 && right > 0 && top < end && parentElement.clientWidth !== 1 && parentElement.checkVisibility({ visibilityProperty: true })
    if (!isSeen) continue
    count += data.split(/\\s+/).filter(Boolean).length
  }
  return count
}"""

# By what the parent taps, one after the other; a name is the row's, and what begins with "a:" is about when it was.
WAYS = {
    "services": ["None of these", "The IEP isn", "An IEP", "A service", "I haven"],
    "refused": ["None of these", "They said no", "More help", "An IEP", "No, in writing", "a:under"],
    "testing": ["None of these", "Testing for", "I asked for a first", "No, but only", "a:under"],
    "suspended": ["My child is out", "Suspended", "An IEP", "More than 10", "a:under"],
    "mediation": ["None of these", "They said no", "Mediation", "Nobody answered", "a:under"],
}


@dataclass
class Way:
    """
    A parent on the way: what was tapped, and the words that stood there.
    """

    page: object
    taps: list[str] = field(default_factory=list)
    words: int = 0

    def tap(self, locator) -> None:
        self.words += locator.evaluate(WORDS)
        self.taps.append(locator.inner_text())
        locator.click()


@pytest.fixture
def way(page, address):
    page.set_viewport_size(PHONE)
    page.clock.set_fixed_time(CLOCK)
    page.goto(address + "index.html")
    return Way(page)


def first_field(page):
    return page.locator("guide-letter").locator("input, textarea, select").locator("visible=true").first


@pytest.mark.parametrize("name", WAYS)
def test_by_the_helper_a_letter_begins_after_eight_taps(name, way):
    """
    On each of the five commonest ways at most eight taps, and at most five hundred words on the screens between.
    """
    page = way.page
    way.tap(page.locator("main").get_by_role("link", name=HELPER).first)
    for step in WAYS[name]:
        heading = page.locator(".guide-route__heading")
        asked = heading.inner_text()
        rows = page.locator("guide-route-helper").get_by_role("button")
        row = page.locator(f"[data-about={step[2:]}]") if step.startswith("a:") else rows.filter(has_text=step).first
        if step.startswith("a:") and not row.count():
            row = page.locator("[data-do=skip]")
        way.tap(row)
        expect(heading.filter(has_text=asked).or_(page.locator(".guide-route__day, .guide-route__todo")).first).to_be_visible()
    way.tap(page.locator(".guide-route__todo a[href*='letters/']").first)
    expect(first_field(page)).to_be_in_viewport()

    assert len(way.taps) <= 8, way.taps
    assert way.words <= 500, way.taps


def test_by_write_a_letter_begins_after_three_taps(way):
    """
    From home by the letters to the first field.
    """
    page = way.page
    way.tap(page.locator("main").get_by_role("link", name="Write my letter"))
    way.tap(page.locator("main").get_by_role("link", name="Request for an IEP team meeting"))
    way.tap(page.locator("guide-letter, main").get_by_role("button", name="Start").first)
    expect(first_field(page)).to_be_in_viewport()

    assert len(way.taps) <= 3
