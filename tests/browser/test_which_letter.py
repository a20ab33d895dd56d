"""
The list of letters: found by what happened, and first those already begun.
"""

import pytest
from playwright.sync_api import expect

from barriers import ONE_NIGHT, barriers
from chromium import SIZES
from kept_work import REQUEST

PAGE = "letters/index.html"


def letters(page):
    return page.locator("guide-which-letter li > a").filter(visible=True)


@pytest.mark.parametrize(
    "typed, letter",
    [
        ("cut speech", "They cut or refused something"),
        ("hallway", "They promised me something"),
        ("suspended", "They’re punishing my child"),
        ("held down", "Staff held my child down"),
        ("interpreter", "I need an interpreter, or documents"),
        ("they said no to mediation", "They said no to mediation"),
        ("pwn", "They cut or refused something"),
    ],
)
def test_a_letter_is_found_by_what_happened(typed, letter, page, address):
    """
    In the parent's own words, also where it is folded away; how many fit is said, and all are one tap away.
    """
    page.goto(address + PAGE)
    page.get_by_role("searchbox").fill(typed)

    expect(letters(page).filter(has_text=letter)).to_have_count(1)
    count = letters(page).count()
    assert count < 12
    expect(page.get_by_role("status").filter(visible=True)).to_contain_text(f"{count} of 41 letters fit")
    page.get_by_role("button", name="Show all 41").click()
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_role("searchbox")).to_have_value("")
    expect(letters(page)).to_have_count(12)


def test_nothing_found_is_said(page, address):
    """
    In words, with what to do.
    """
    page.goto(address + PAGE)
    page.get_by_role("searchbox").fill("zebra")

    expect(page.get_by_text("No letter fits these words.")).to_be_visible()
    expect(letters(page)).to_have_count(0)


def test_a_letter_that_was_begun_comes_first(sam, address):
    """
    Whoever kept a letter finds it on top.
    """
    sam.goto(address + PAGE)

    expect(sam.get_by_role("heading", name="You started")).to_be_visible()
    expect(sam.locator("guide-which-letter li").first).to_contain_text("Ask the state for mediation")
    expect(letters(sam).first).to_have_attribute("href", REQUEST.removeprefix("letters/"))


def test_nothing_is_loaded_for_who_kept_nothing(page, asked, address):
    """
    What reads the store comes only where there is something.
    """
    page.goto(address + PAGE)
    letters(page).first.wait_for()

    assert [] == [request for request in asked if "later" in request]


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_all_letters_are_there_without_scripts(page, address):
    """
    What few need opens by its heading.
    """
    page.goto(address + PAGE)
    page.get_by_role("heading", name="Worksheets for the big steps").click()
    page.get_by_role("link", name="I want all special education to stop").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Worksheet: before you take back consent")


def test_what_is_found_has_no_barrier(page, address):
    """
    With words typed.
    """
    page.set_viewport_size(SIZES["phone"])
    page.goto(address + PAGE)
    page.get_by_role("searchbox").fill("testing")

    assert [] == barriers(page, "guide-which-letter", ONE_NIGHT)


def test_the_two_columns_of_a_laptop_begin_side_by_side(page, address):
    """
    A wide screen is used.
    """
    page.set_viewport_size(SIZES["desk"])
    page.goto(address + PAGE)
    first, second = (letters(page).nth(n).bounding_box() for n in (0, 1))

    assert first["y"] == second["y"]
    assert first["x"] < second["x"]
