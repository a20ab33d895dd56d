"""
Large text on a small phone: 320 px wide, text at 200 %, letters and lines set wide. Nothing is cut, pushed out or overlapped.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from cut_off import FAULTS, SPACING, cut_off
from letter_keys import WAY, Keys
from states import (
    KINDS,
    open_card,
    open_case,
    open_children,
    open_citing,
    open_copy,
    open_dates,
    open_day,
    open_erased,
    open_first_promise,
    open_found,
    open_helper,
    open_home,
    open_kit,
    open_last_look,
    open_leave,
    open_letter,
    open_letters,
    open_line,
    open_line_of_days,
    open_mail,
    open_menu,
    open_nothing,
    open_packet,
    open_papers,
    open_problem,
    open_promises,
    open_pulled,
    open_question,
    open_questions,
    open_result,
    open_room,
    open_saved,
    open_search,
    open_sending,
    open_source,
    open_undo,
    open_word,
)

PHONE = {"width": 320, "height": 640}
STATES = [
    open_menu,
    open_search,
    open_nothing,
    open_question,
    open_undo,
    open_letter,
    open_problem,
    open_sending,
    open_citing,
    open_pulled,
    open_last_look,
    open_mail,
    open_copy,
    open_leave,
    open_saved,
    open_children,
    open_erased,
    open_first_promise,
    open_promises,
    open_dates,
    open_helper,
    open_result,
    open_kit,
    open_card,
    open_found,
    open_questions,
    open_line,
    open_papers,
    open_packet,
    open_case,
    open_home,
    open_line_of_days,
    open_room,
    open_day,
    open_source,
    open_letters,
    open_word,
]


@pytest.fixture(scope="module")
def large_reader(large) -> Iterator:
    """
    A tab of it that stays open for pages that are only read.
    """
    page = large.new_page(viewport=PHONE)
    page.set_default_timeout(5_000)
    yield page
    page.close()


@pytest.fixture
def large_page(large) -> Iterator:
    """
    A tab of it that keeps nothing of the tests before.
    """
    page = large.new_page(viewport=PHONE)
    page.set_default_timeout(5_000)
    yield page
    page.close()


@pytest.mark.parametrize("path", [*KINDS, "404.html"])
def test_a_page_holds_large_text(path, large_reader, address):
    """
    With text at 200 %, as set and with wide lines and letters.
    """
    large_reader.goto(address + path)

    assert [] == cut_off(large_reader)


@pytest.mark.parametrize("path", ["letters/mediation-request.html", "track/our-file.html", "which-route.html"])
def test_no_word_of_the_way_back_is_broken(path, large_reader, address):
    """
    Beside the button that leaves the page the crumbs keep their words whole, or stand below it.
    """
    large_reader.goto(address + path)
    expect(large_reader.get_by_role("main").get_by_role("button", name="Leave this page")).to_be_visible()

    assert [] == large_reader.evaluate("""() => [...document.querySelectorAll(".guide-crumbs a")].filter(crumb => {
      const text = document.createRange()
      text.selectNodeContents(crumb)
      const button = document.querySelector(".guide-leave__button").getBoundingClientRect(), box = crumb.getBoundingClientRect()
      const isBelow = box.top >= button.bottom - 1 || box.right <= button.left
      return !isBelow || text.getClientRects().length > crumb.textContent.trim().split(/\\s+/).length
    }).map(crumb => crumb.textContent)""")


@pytest.mark.parametrize("path", [*KINDS, "404.html"])
def test_a_page_holds_wide_spacing(path, reader, address):
    """
    With text as the browser comes, and wide lines and letters.
    """
    reader.set_viewport_size(PHONE)
    reader.goto(address + path)
    reader.evaluate(SPACING)

    assert [] == reader.evaluate(FAULTS)


@pytest.mark.parametrize("state", STATES)
def test_a_state_of_a_tool_holds_large_text(state, large_page, address):
    """
    What opens on a page holds it too.
    """
    state(large_page, address)

    assert [] == cut_off(large_page)


def test_a_whole_letter_is_written_with_large_text(large_page, address):
    """
    On a phone of 390 px with text at 200 % each screen of a letter holds its text, and all of it can be reached and seen.
    """
    large_page.set_viewport_size({"width": 390, "height": 844})
    large_page.goto(f"{address}letters/mediation-request.html")
    keys, cut = Keys(large_page), []
    keys.write_letter(lambda: cut.extend(cut_off(large_page)))
    cut.extend(cut_off(large_page))
    for name in ("Print, or save as PDF", "Word file", "Copy text", "E-mail", "Change it", "When it\u2019s on its way"):
        keys.go_to(name)

    assert [] == cut
    assert [] == keys.faults
    assert {"Back", "Close", *WAY.values()} <= keys.reached


def test_a_page_with_cut_text_is_told(page):
    """
    What is off the screen, cut by its box, wider than its box or below other text is found.
    """
    page.set_viewport_size(PHONE)
    page.set_content("""<!doctype html><body>
      <p style="width: 600px">Far out, for a line of words that no phone could ever show in one piece</p>
      <p style="height: 1em; overflow: hidden; width: 5em">Cut after a line</p>
      <p>First</p><p style="margin-top: -2.2em">Second</p>
      <div style="width: 3em"><button style="width: 3em; white-space: nowrap">A long button</button></div>""")

    assert {"the page is", "off the screen", "cut", "on each other", "out of its box"} <= {
        fault.split(":")[0].rsplit(" 6", 1)[0] for fault in page.evaluate(FAULTS)
    }
