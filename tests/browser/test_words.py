"""
The words explained: closed by their first letter, and found by typing.
"""

import pytest
from playwright.sync_api import expect

from barriers import ONE_NIGHT, barriers
from chromium import SIZES

PAGE = "reference/words.html"


def test_the_best_match_is_open(page, address):
    """
    What is typed may be the word, a part of it, or another name for it; how many fit is said.
    """
    page.goto(address + PAGE)
    field = page.get_by_role("searchbox", name="Find a word")
    for typed, word, means in (
        ("stay", "Stay put", "current placement"),
        ("pendency", "Stay put", "current placement"),
        ("facilitated", "Facilitated IEP meeting", "neutral"),
    ):
        field.fill(typed)
        expect(page.get_by_role("term").filter(visible=True)).to_have_text([word])
        expect(page.get_by_role("definition").filter(visible=True).first).to_contain_text(means)
    expect(page.get_by_role("status").filter(visible=True)).to_contain_text("of 117 words")


def test_another_match_leads_to_its_place(page, address):
    """
    The list is back, open at the word.
    """
    page.goto(address + PAGE)
    page.get_by_role("searchbox", name="Find a word").fill("placement")
    other = page.locator(".guide-words__others a").first
    word = other.inner_text()
    other.click()

    expect(page.get_by_role("term").filter(has_text=word).first).to_be_in_viewport()
    expect(page.get_by_role("searchbox", name="Find a word")).to_have_value("")


def test_nothing_found_is_said(page, address):
    """
    In words, with the next thing to try.
    """
    page.goto(address + PAGE)
    page.get_by_role("searchbox", name="Find a word").fill("zebra")

    expect(page.get_by_text("No word fits.")).to_be_visible()
    expect(page.get_by_role("term").filter(visible=True)).to_have_count(0)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_letters_lead_to_their_words_without_scripts(page, address):
    """
    A letter opens its words; one without words leads nowhere; a link from another page opens the word.
    """
    page.goto(address + PAGE)
    letters = page.get_by_role("navigation", name="Words by their first letter")
    expect(letters.get_by_text("X", exact=True)).to_be_visible()
    expect(letters.get_by_role("link", name="X", exact=True)).to_have_count(0)
    letters.get_by_role("link", name="S", exact=True).click()
    expect(page.get_by_role("term").filter(has_text="Safe at Home")).to_be_in_viewport()

    page.goto(address + PAGE + "#mediation")
    expect(page.locator("#mediation")).to_be_in_viewport()


def test_what_is_found_has_no_barrier(page, address):
    """
    The best match and the rows below it.
    """
    page.set_viewport_size(SIZES["phone"])
    page.goto(address + PAGE)
    page.get_by_role("searchbox", name="Find a word").fill("placement")

    assert [] == barriers(page, "guide-words", ONE_NIGHT)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_paper_has_every_word_in_two_columns(page, address):
    """
    Nothing is closed there.
    """
    page.goto(address + PAGE)
    page.emulate_media(media="print")
    terms = page.get_by_role("term").filter(visible=True)

    assert terms.count() == page.locator("dt").count()
    assert "2" == page.locator("guide-words").evaluate("list => getComputedStyle(list).columnCount")
