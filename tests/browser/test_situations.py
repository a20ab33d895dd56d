"""
The list of situations and their pages for a parent without scripts: short, whole, and right on a phone.
"""

import pytest
from playwright.sync_api import expect

from chromium import SIZES

pytestmark = pytest.mark.browser_context_args(java_script_enabled=False)
# As the drawings count the screens of a phone.
SCREEN = 844
NARROW = {"width": 320, "height": 640}


def test_the_list_is_short_and_urgent_first(page, address):
    """
    What cannot wait stands in the first screen; the whole page has at most eight; each line leads to a page of the same
    name, with a way back.
    """
    page.set_viewport_size({"width": 390, "height": SCREEN})
    page.goto(address + "which-route.html")
    links = page.locator("guide-route-helper").get_by_role("link")

    assert links.count() > 40
    expect(links.first).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollHeight") <= 8 * SCREEN
    assert 0 == page.get_by_role("button").count()
    name = links.first.inner_text()
    links.first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    page.get_by_role("link", name="What should I do now?").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What should I do now?")


@pytest.mark.parametrize("key", ["change-coming", "services-not-given", "help-asked", "evaluation-asked", "suspended"])
def test_the_first_step_is_in_the_first_screen(key, page, address):
    """
    The five commonest ways: headline and first step are seen at once, and the days that only scripts know are no gaps.
    """
    page.set_viewport_size({"width": 390, "height": SCREEN})
    page.goto(f"{address}situations/{key}.html")
    today = page.get_by_role("heading", name="Today", exact=True)

    expect(today).to_be_in_viewport()
    expect(page.get_by_role("heading", name="What changes it")).to_be_attached()
    assert "{" not in page.locator("article").inner_text()


@pytest.mark.parametrize(
    "path", ["which-route", "situations/change-coming", "situations/index", "routes/for-and-against"]
)
@pytest.mark.parametrize("size", [NARROW, SIZES["phone"]], ids=lambda size: str(size["width"]))
def test_nobody_scrolls_sideways(path, size, page, address):
    """
    Nothing is wider than a narrow phone.
    """
    page.set_viewport_size(size)
    page.goto(f"{address}{path}.html")

    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_an_old_link_to_a_result_leads_to_its_line(page, address):
    """
    A result that was linked by its former name is still found.
    """
    page.goto(address + "which-route.html")
    former = page.locator("guide-route-helper li > span[id]").first.get_attribute("id")
    page.goto(f"{address}which-route.html#{former}")

    expect(page.locator(f"li:has(> #{former})").get_by_role("link")).to_be_in_viewport()


def test_paper_has_every_case(page, address):
    """
    A parent with paper finds what holds for them: nothing is closed, and nothing is lost at the edge.
    """
    page.goto(address + "situations/change-coming.html")
    cases = page.get_by_role("heading", level=3).all_inner_texts()
    page.emulate_media(media="print")

    assert len(cases) > 5
    assert cases == [case.inner_text() for case in page.get_by_role("heading", level=3).all() if case.is_visible()]
