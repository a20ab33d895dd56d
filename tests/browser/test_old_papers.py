"""
The papers that Our file or the tracker do too: their pages lead there first, and their blank sheet prints whole.
"""

import pytest
from playwright.sync_api import expect

PHONE = {"width": 390, "height": 844}
OUR_FILE = "track/our-file.html"
TOOLS = {
    "file-index": OUR_FILE,
    "timeline": OUR_FILE,
    "communication-log": OUR_FILE,
    "advocate-brief": OUR_FILE,
    "make-up-worksheet": "track/agreement-tracker.html",
}


@pytest.mark.browser_context_args(viewport=PHONE)
@pytest.mark.parametrize("paper", TOOLS)
def test_the_page_of_a_paper_leads_to_its_tool_first(paper, page, address):
    """
    In the first screen of a phone, before all other links of the page's own words but those that explain a word.
    """
    page.goto(f"{address}checklists/{paper}.html")
    door = page.locator("article .guide-doors").get_by_role("link").first
    box = door.bounding_box()

    assert box["y"] + box["height"] < PHONE["height"]
    links = page.locator("article > :not(.guide-crumbs, nav)").get_by_role("link")
    others = [link.get_attribute("href") for link in links.all()]
    assert next(href for href in others if "words.html" not in href) == door.get_attribute("href")
    door.click()
    expect(page).to_have_url(address + TOOLS[paper])


@pytest.mark.parametrize("paper", [paper for paper in TOOLS if paper != "communication-log"])
def test_its_blank_sheet_prints_whole_and_alone(paper, page, address):
    """
    On paper the sheet is there, and the way to the tool is not.
    """
    page.goto(f"{address}checklists/{paper}.html")
    page.emulate_media(media="print")

    expect(page.locator(".guide-letter__sheet")).to_be_visible()
    expect(page.locator("article .guide-doors")).to_be_hidden()
