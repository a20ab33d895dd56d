"""
The tools of the made-up edition (`tests/edition/`): they lean on no page, letter or fact of this guide.
"""

import datetime
import re

import pytest
from playwright.sync_api import expect

from filled import taken_along

CLOCK = datetime.datetime(2026, 11, 28, 9, 30)


@pytest.fixture
def address(edition_address) -> str:
    """
    All that opens a page in this file opens one of the edition.
    """
    return edition_address


def test_its_letter_is_filled_in_and_taken_along(tab, complaints, tmp_path):
    """
    In one visit: names and points are typed and a choice is ticked; the Word file, the text and the paper have them all.
    """
    page = tab("letters/talk-request.html")
    page.get_by_label("Your name").fill("Pat Example")
    page.get_by_label("Child's name").fill("Sam Example")
    page.get_by_label("Points you disagree about").fill("Speech therapy\nThe bus")
    page.get_by_role("form", name="Fill it in").get_by_role("checkbox", name="I can meet online").check()

    for words in taken_along(page, tmp_path):
        for part in (
            "Pat Example",
            "my child, Sam Example",
            "Speech therapy",
            "The bus",
            "meet online",
            "Ozawa Code 12-34",
        ):
            assert part in " ".join(words.split())
    assert [] == complaints


def test_its_helper_leads_to_a_result(page, address, complaints):
    """
    Two questions and a day give the edition's own result: its route, its letter, and the last day of its limit.
    """
    page.clock.set_fixed_time(CLOCK)
    page.goto(address + "first-step.html")
    helper = page.locator("guide-route-helper")
    for answer in ("We differ on what is right", "It would", "I know the day"):
        helper.get_by_role("button", name=answer, exact=True).click()
    page.get_by_label("The day it happened").fill("2026-10-01")
    helper.get_by_role("button", name="Continue").click()

    expect(helper.get_by_role("heading", name="Ask ODE for talks.")).to_be_visible()
    expect(helper.get_by_role("listitem").filter(has_text="January 9, 2027")).to_be_visible()
    letter = helper.get_by_role("link", name="Request for talks").first
    assert letter.evaluate("link => link.href").endswith("letters/talk-request.html")
    assert [] == complaints


def test_its_search_finds_a_page(tab, complaints):
    """
    By words that stand only in `also` of the page.
    """
    page = tab("about/us.html")
    page.get_by_role("link", name="Search").click()
    page.get_by_role("searchbox").fill("too late")
    found = page.locator(".guide-search__best, .guide-search__answers").get_by_role("link")
    expect(found.first).to_have_text(re.compile("Days and law"))

    assert [] == complaints
