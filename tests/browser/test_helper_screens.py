"""
How much of a screen the decision helper takes, with the guide's own words: on a phone, on a laptop, on paper.
"""

from io import BytesIO

import pikepdf
import pytest
from lxml import html
from playwright.sync_api import expect

from guide.codes import code_rows
from helper_ways import WAYS, Parent

PAGE = "which-route.html"
SCREEN = 844
PHONE = {"width": 390, "height": SCREEN}
LAPTOP = {"width": 1366, "height": 768}
NARROW = {"width": 320, "height": 640}
HEIGHT = "document.documentElement.scrollHeight"


@pytest.fixture
def parent(page, address):
    page.set_viewport_size(PHONE)
    page.clock.set_fixed_time("2026-11-24T10:00:00")
    page.goto(address + PAGE)
    return Parent(page)


def foot(locator) -> float:
    box = locator.bounding_box()
    return box["y"] + box["height"]


def test_the_first_question_is_in_the_first_screen(parent):
    """
    All its answers stand above the bar at the foot, and the page has at most three screens.
    """
    page = parent.page
    bar = page.locator(".guide-bar").bounding_box()

    assert foot(page.locator(".guide-route__row").last) <= (bar["y"] if bar else SCREEN)
    assert page.evaluate(HEIGHT) <= 3 * SCREEN


def test_who_only_looks_loads_no_more(parent, asked):
    """
    What answers do is loaded with the first touch of the page, and not before.
    """
    later = [address for address in asked if "later" in address or "/routes/data" in address]
    parent.page.mouse.move(100, 400)
    expect(parent.page.locator("script[src*='routes/data.js']")).to_be_attached()

    assert [] == later


@pytest.mark.parametrize("way", WAYS)
def test_a_result_fits_four_screens_a_laptop_and_a_sheet(way, parent):
    """
    On a laptop headline, steps and dates stand in one screen. Nobody scrolls sideways.
    """
    page = parent.page
    parent.answer(way)
    expect(page.locator(".guide-route__dates")).to_be_visible()
    assert page.evaluate(HEIGHT) <= 4 * SCREEN
    with pikepdf.open(BytesIO(page.pdf(prefer_css_page_size=True))) as paper:
        assert 1 == len(paper.pages)
    expect(page.locator(".guide-route__fold[open]")).to_have_count(0)
    page.set_viewport_size(NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    page.set_viewport_size(LAPTOP)
    page.locator(".guide-route__view").evaluate("view => view.scrollIntoView()")

    for part in (".guide-route__todo", ".guide-timeline"):
        assert foot(page.locator(part)) <= LAPTOP["height"], part


def test_the_printed_result_has_a_code_to_the_page_of_its_situation(parent, site):
    """
    On paper alone, with what it is in words; it holds the plain address, and nothing of the answers.
    """
    page = parent.page
    parent.answer("refused")
    code = page.get_by_role("img", name="QR code that opens the page of this situation")
    expect(code).to_have_count(0)
    page.emulate_media(media="print")
    expect(code).to_be_visible()
    address = html.parse(str(site / "situations/help-asked.html")).getroot().get("data-address")
    rows = code_rows(f"https://{address}")
    drawn = code.locator("path").get_attribute("d")

    expect(code).to_have_attribute("viewBox", f"0 0 {len(rows)} {len(rows)}")
    assert drawn == "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
