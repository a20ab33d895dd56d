"""
The focus is never lost, and a change is read out once: with the keyboard alone, whatever opens, closes, comes or goes.
"""

import pytest
from playwright.sync_api import expect

# What a reader hears of by itself: each new text of a status, and where it stands.
LISTEN = """() => {
  window.heard = []
  const words = place => place.textContent.replace(/\\s+/g, " ").trim()
  const say = place => { if (place && words(place) && window.heard.at(-1) !== words(place)) window.heard.push(words(place)) }
  new MutationObserver(changes => {
    for (const place of new Set(changes.map(({ target }) => (target.nodeType === 1 ? target : target.parentElement)?.closest("[role=status]")))) say(place)
  }).observe(document.body, { childList: true, characterData: true, subtree: true })
}"""
# What has the focus: its own words, and whether anyone can see it.
FOCUSED = """() => {
  const { activeElement: it } = document
  return [it === document.body ? "nothing" : it.textContent.replace(/\\s+/g, " ").trim(), it.getClientRects().length > 0]
}"""


class Keyboard:
    """
    A page that is used with keys alone, and what of it was read out.
    """

    def __init__(self, page, address: str, path: str):
        self.page = page
        page.goto(address + path)
        page.evaluate(LISTEN)

    def press(self, place, key: str = "Enter") -> list[str]:
        """
        Press a key on a place; return what was read out by it.
        """
        before = len(self.heard)
        place.focus()
        place.press(key)
        return self.heard[before:]

    @property
    def heard(self) -> list[str]:
        return self.page.evaluate("window.heard")

    @property
    def focused(self) -> list:
        return self.page.evaluate(FOCUSED)


@pytest.fixture
def keyboard(page, address):
    """
    Open a page for the keyboard, as on a phone with one.
    """
    page.set_viewport_size({"width": 390, "height": 844})
    return lambda path: Keyboard(page, address, path)


def test_a_fold_keeps_the_focus(keyboard, page):
    """
    Opened and closed with Enter or the space bar, its heading has the focus; the browser says that it is open, and the page nothing more.
    """
    keys = keyboard("what-to-say/call-mpact.html")
    for key in ("Enter", " ", "Enter"):
        fold = page.get_by_text("If they say", exact=True)
        assert [] == keys.press(page.locator("summary", has=fold), key)
        assert ["If they say", True] == keys.focused

    expect(page.get_by_text("Someone else handles that.")).to_be_visible()


def test_a_link_into_a_closed_fold_opens_it(page, address):
    """
    Who comes by a link to what is closed sees it.
    """
    page.goto(address + "what-to-say/call-mpact.html#if-nobody-answers")

    expect(page.get_by_text("The best times are")).to_be_in_viewport()


def test_the_menu_gives_the_focus_back(keyboard, page):
    """
    Its button keeps the focus while it opens; the next key stop is its first link; Escape closes it, and the button has the focus again.
    """
    keys = keyboard("index.html")
    button = page.locator("summary", has_text="Menu").first
    assert [] == keys.press(button)
    assert keys.focused[1]
    page.keyboard.press("Tab")
    assert "true" == page.evaluate("String(Boolean(document.activeElement.closest('nav')))")
    page.keyboard.press("Escape")

    expect(button).to_be_focused()
    expect(page.get_by_role("navigation", name="Menu")).to_be_hidden()


def test_what_is_kept_is_said_once(keyboard, page):
    """
    The question opens below its button, which keeps the focus. Each answer closes it, gives the focus back and is read out once.
    """
    keys = keyboard("checklists/week-before.html")
    page.get_by_role("checkbox").first.press(" ")
    # The first mark loads what asks, and it asks by itself.
    expect(page.get_by_role("group", name="Keep your checkmarks?")).to_be_visible()
    opener = page.locator("guide-keep > button")
    answers = {"Keep on this device": "Your checkmarks are kept in this browser", "Don't keep": "Nothing is kept"}
    for answer, said in answers.items():
        if opener.get_attribute("aria-expanded") == "false":
            assert [] == keys.press(opener)
            expect(opener).to_be_focused()
        heard = keys.press(page.get_by_role("button", name=answer))
        assert 1 == len(heard)
        assert said in heard[0]
        expect(opener).to_be_focused()
        expect(page.get_by_role("group", name="Keep your checkmarks?")).to_be_hidden()


def test_marks_cleared_and_brought_back_keep_the_focus(keyboard, page):
    """
    "Clear all checks" and its Undo each leave the focus on something that is there, and say what happened once.
    """
    keys = keyboard("checklists/week-before.html")
    page.get_by_role("checkbox").first.press(" ")
    for name in ("Clear all checks", "Undo"):
        heard = keys.press(page.get_by_role("button", name=name))
        assert 1 == len(heard)
        assert "nothing" != keys.focused[0]
        assert keys.focused[1]

    expect(page.get_by_role("checkbox").first).to_be_checked()


def test_the_row_for_names_keeps_the_focus(keyboard, page):
    """
    While its fields come, its title has the focus, and nothing is read out; the next key stops are its fields.
    """
    keys = keyboard("what-to-say/call-mpact.html")
    assert [] == keys.press(page.locator("summary", has_text="Put my names in"))
    expect(page.get_by_label("Your name", exact=True)).to_be_visible()
    assert keys.focused[0].startswith("Put my names in")
    page.keyboard.press("Tab")

    expect(page.get_by_label("Your name", exact=True)).to_be_focused()
    assert [] == keys.heard
