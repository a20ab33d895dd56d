"""
The sources of a page: closed at its end, and each opened in place by its mark.
"""

import re

import pytest
from playwright.sync_api import expect

from barriers import ONE_NIGHT, barriers
from chromium import SIZES

PAGE = "mediation/is-it-right-for-us.html"
# From the middle of a mark to the edge of what a finger may touch.
REACH = 21
HIT = """([x, y]) => {
  const found = document.elementFromPoint(x, y)
  return (found.closest("a") || found).textContent
}"""


def mark(page, number: int):
    return page.get_by_role("button", name=re.compile(f"^Source {number}\\b")).first


def test_a_mark_opens_its_source_in_place(page, address):
    """
    Under the paragraph stands what it is and how sure we are, with a link to it. It is read out once, for it has the focus;
    "Close" gives that back.
    """
    page.goto(address + PAGE)
    mark(page, 1).click()
    box = page.get_by_role("group", name=re.compile("^1 "))

    expect(box).to_be_focused()
    expect(box).to_be_in_viewport(ratio=1)
    expect(mark(page, 1)).to_have_attribute("aria-expanded", "true")
    source = page.locator("#source-1")
    address_of_source = source.get_by_role("link", include_hidden=True).get_attribute("href")
    expect(box.get_by_role("link", name="Open the source")).to_have_attribute("href", address_of_source)
    assert source.text_content().split() == box.text_content().removesuffix("Open the sourceClose").split()[1:]

    box.get_by_role("button", name="Close").click()
    expect(box).to_have_count(0)
    expect(mark(page, 1)).to_be_focused()
    expect(mark(page, 1)).to_have_attribute("aria-expanded", "false")


def test_one_source_is_open_at_a_time(page, address):
    """
    The next mark closes the last one, and a second tap closes its own.
    """
    page.goto(address + PAGE)
    mark(page, 1).click()
    mark(page, 2).click()

    expect(page.get_by_role("group", name=re.compile(r"^\d+ "))).to_have_count(1)
    expect(page.get_by_role("group", name=re.compile("^2 "))).to_be_focused()
    expect(mark(page, 1)).to_have_attribute("aria-expanded", "false")
    mark(page, 2).click()
    expect(page.get_by_role("group", name=re.compile(r"^\d+ "))).to_have_count(0)


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_keyboard_opens_and_closes_a_source(key, page, address):
    """
    Either key of a button opens it, the next stop is its link, and Escape leads back.
    """
    page.goto(address + PAGE)
    mark(page, 1).focus()
    page.keyboard.press(key)
    box = page.get_by_role("group", name=re.compile("^1 "))
    expect(box).to_be_focused()
    page.keyboard.press("Tab")
    expect(box.get_by_role("link", name="Open the source")).to_be_focused()
    page.keyboard.press("Escape")

    expect(box).to_have_count(0)
    expect(mark(page, 1)).to_be_focused()


def test_an_open_source_has_no_barrier(page, address):
    """
    On a phone and at a desk, by day and by night.
    """
    page.set_viewport_size(SIZES["phone"])
    page.goto(address + PAGE)
    mark(page, 1).click()
    page.get_by_role("group", name=re.compile("^1 ")).wait_for()

    assert [] == barriers(page, "", ONE_NIGHT)


def test_without_a_connection_a_mark_leads_to_the_list(page, address):
    """
    What cannot be loaded is no dead end.
    """
    page.route("**/marks.later.js", lambda route: route.abort())
    page.goto(address + PAGE)
    mark(page, 2).click()

    expect(page.locator("#source-2")).to_be_in_viewport()


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_a_mark_leads_to_the_list(page, address):
    """
    The list is closed, and the browser opens it at the source.
    """
    page.goto(address + PAGE)
    expect(page.locator("#source-1")).to_be_hidden()
    page.get_by_role("link", name=re.compile("^Source 1")).first.click()

    expect(page.locator("#source-1")).to_be_in_viewport()


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_paper_has_all_sources(page, address):
    """
    Nobody can open them there.
    """
    page.goto(address + PAGE)
    page.emulate_media(media="print")
    said = int(re.match(r"\d+", page.locator(".guide-sources summary").inner_text())[0])

    assert said == page.locator(".guide-source").filter(visible=True).count()


def test_a_finger_finds_a_mark_and_the_link_beside_it(page, address):
    """
    On a phone a mark reaches as far as a finger needs, but never over a link.
    """
    page.set_viewport_size(SIZES["phone"])
    page.goto(address + "topics/testing-again.html")

    def hit(x: float, y: float) -> str:
        return page.evaluate(HIT, [x, y])

    # It is not pressed, but would be.
    page.get_by_role("link", name="Find both dates").click(trial=True)
    first = mark(page, 1)
    first.evaluate("mark => mark.scrollIntoView({ block: 'center' })")
    box = first.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    assert ["1"] * 4 == [hit(x - REACH, y), hit(x + REACH, y), hit(x, y - REACH), hit(x, y + REACH)]
