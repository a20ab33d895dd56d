"""
From home to the first field of a letter, as a parent goes who knows nothing of the guide: how many taps it takes, and how
many words stand in the way.
"""

import pytest
from playwright.sync_api import expect

from helper_ways import WAYS, Parent

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def parent(page, address):
    page.set_viewport_size(PHONE)
    page.clock.set_fixed_time("2026-11-24T10:00:00")
    page.goto(address + "index.html")
    return Parent(page)


def first_field(page):
    return page.locator("guide-letter").locator("input, textarea, select").locator("visible=true").first


@pytest.mark.parametrize("way", WAYS)
def test_by_the_helper_a_letter_begins_after_eight_taps(way, parent):
    """
    On each of the five commonest ways at most eight taps and five hundred words. One more tap is the field itself.
    """
    page = parent.page
    parent.tap(page.locator("main").get_by_role("link", name="What should I do now?").first)
    parent.answer(way)
    parent.tap(page.locator(".guide-route__act[href*='letters/']").first)
    expect(first_field(page)).to_be_in_viewport()

    assert len(parent.taps) <= 8, parent.taps
    assert parent.words <= 500, (parent.words, parent.taps)


def test_a_long_suspension_leads_to_the_appeal(parent):
    """
    Its letter is the first button.
    """
    page = parent.page
    page.goto(page.url.replace("index.html", "which-route.html"))
    parent.answer("suspended")

    expect(page.locator(".guide-route__act").first).to_have_attribute("href", "letters/suspension-appeal.html#start")


def test_by_write_a_letter_begins_after_three_taps(parent):
    """
    From home by the letters to the first field.
    """
    page = parent.page
    parent.tap(page.locator("main").get_by_role("link", name="Write my letter"))
    parent.tap(page.locator("main").get_by_role("link", name="My child isn’t getting what the IEP says"))
    parent.tap(page.locator(".guide-letter__start").get_by_role("button", name="Start my letter"))
    expect(first_field(page)).to_be_in_viewport()

    assert len(parent.taps) <= 3
