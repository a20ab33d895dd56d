"""
What holds on every page: no barrier, nothing from elsewhere, whole without scripts.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from lxml import html

from barriers import LOOKS, NIGHT_AT_A_DESK, ONE_NIGHT, barriers
from chromium import SIZES
from guide.page_files import page_files
from states import (
    KINDS,
    open_card,
    open_case,
    open_children,
    open_citing,
    open_copy,
    open_day,
    open_erased,
    open_found,
    open_home,
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
    open_panel,
    open_paper,
    open_papers,
    open_problem,
    open_pulled,
    open_question,
    open_questions,
    open_room,
    open_saved,
    open_search,
    open_sending,
    open_source,
    open_sure,
    open_undo,
    open_word,
)

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [file.relative_to(ROOT / "docs").with_suffix(".html").as_posix() for file in page_files(ROOT / "docs")]
# The pages of situations are all drawn by one block: one is looked at for all, and weekly each.
OF_ONE_KIND = "situations/"
# Of these, what has colors of its own at a desk: the links of the header, the bar below a letter, the rows of the tracker,
# the head of the routes compared, the sheets of a family's file.
COLORED_AT_A_DESK = {
    "index.html",
    "letters/mediation-request.html",
    "routes/compared.html",
    "track/agreement-tracker.html",
    "track/our-file.html",
}
# The dates of a result have one too: test_route_helper.py. So has a marked draft: test_read_draft.py.
SHEETS_COLORED_AT_A_DESK = {
    "comparison.css",
    "desk.css",
    "draft.css",
    "header.css",
    "routes.css",
    "sheets.css",
    "tracker.css",
}


@contextmanager
def overheard(page, address: str) -> Iterator[list[str]]:
    """
    Yield a list that gets the faults told by the browser meanwhile: requests to other sites, files that are not there,
    errors of scripts, and what the policy stopped.
    """
    faults: list[str] = []

    def on_request(request):
        if not request.url.startswith(address):
            faults.append(f"asks {request.url}")

    def on_response(response):
        if response.status >= 400:
            faults.append(f"gets {response.status} for {response.url}")

    def on_console(message):
        if message.type == "error":
            faults.append(message.text)

    def on_error(error):
        faults.append(str(error))

    heard = {"request": on_request, "response": on_response, "console": on_console, "pageerror": on_error}
    for event, hear in heard.items():
        page.on(event, hear)
    yield faults
    for event, hear in heard.items():
        page.remove_listener(event, hear)


def each_page() -> Iterator:
    """
    Yield the pages to open; of those of one kind only the one that stands for it, unless all tests run.
    """
    for path in [*PAGES, "404.html"]:
        is_like_another = path.startswith(OF_ONE_KIND) and path not in KINDS
        yield pytest.param(path, marks=pytest.mark.exhaustive if is_like_another else ())


@pytest.mark.parametrize("path", each_page())
def test_a_page_has_no_barrier_and_asks_only_its_own_site(path, reader, address):
    """
    Opened once: no request leaves the site's address, every file is there, the policy stops nothing, axe finds nothing
    against WCAG 2.2 AA on a phone, and nobody scrolls sideways, on a phone or at a desk.

    What differs at a desk and in dark is the same on each kind of page, and is looked at there; the test below looks at
    all the others.
    """
    reader.set_viewport_size(SIZES["phone"])
    looks = LOOKS if path in COLORED_AT_A_DESK else ONE_NIGHT if path in KINDS else {"phone": ("light",), "desk": ()}
    with overheard(reader, address) as faults:
        reader.goto(address + path, wait_until="load")
        found = barriers(reader, looks=looks)

    assert [] == faults + found


@pytest.mark.exhaustive
@pytest.mark.parametrize("path", sorted({*PAGES, "404.html"} - COLORED_AT_A_DESK))
def test_no_page_has_a_barrier_in_dark_or_at_a_desk(path, page, address):
    """
    With the links of the header and columns side by side, and with the colors of the night.
    """
    page.goto(address + path)

    assert [] == barriers(page)


def test_only_these_sheets_have_colors_that_hang_on_the_size_of_the_window():
    """
    All other pages have one night, whatever the size of the window: for them axe looks at it on a phone alone.
    """
    of_a_size = re.compile(r"@media[^{]*width[^{]*\{((?:[^{}]*\{[^{}]*\})*)")
    of_text = re.compile(r"[;{\s](?:color|background|background-color|opacity)\s*:")

    assert {
        sheet.name
        for sheet in (ROOT / "overrides").rglob("*.css")
        for rules in of_a_size.findall(sheet.read_text(encoding="utf-8"))
        if of_text.search(rules)
    } == SHEETS_COLORED_AT_A_DESK


# Each state with the part of the page that it changes, and where it is looked at.
STATES = {
    # At a desk the links stand in the header, and there is no menu.
    open_menu: ("header", {"phone": LOOKS["phone"]}),
    open_search: ("main", ONE_NIGHT),
    open_nothing: ("main", ONE_NIGHT),
    open_question: ("guide-checklist", ONE_NIGHT),
    open_undo: ("guide-checklist", ONE_NIGHT),
    # At a desk a letter being filled in has other colors.
    open_letter: ("guide-letter", LOOKS),
    open_problem: ("guide-letter", ONE_NIGHT),
    open_sending: ("guide-letter", ONE_NIGHT),
    open_citing: (".guide-letter__cite:has([aria-expanded=true])", ONE_NIGHT),
    open_pulled: ("dialog.guide-letter__pulled", ONE_NIGHT),
    open_last_look: ("guide-letter", LOOKS),
    open_mail: ("guide-letter", LOOKS),
    open_copy: (".guide-letter__tools", LOOKS),
    open_leave: ("dialog.guide-letter__leave", ONE_NIGHT),
    open_saved: ("guide-saved", ONE_NIGHT),
    open_sure: ("guide-saved", ONE_NIGHT),
    open_children: ("guide-saved", ONE_NIGHT),
    open_erased: ("guide-saved", ONE_NIGHT),
    open_card: ("guide-review", ONE_NIGHT),
    open_found: ("guide-review", LOOKS),
    open_questions: ("guide-review", ONE_NIGHT),
    open_panel: ("guide-paper", ONE_NIGHT),
    open_paper: ("guide-paper", LOOKS),
    open_line: ("guide-our-file", LOOKS),
    open_papers: ("guide-our-file", ONE_NIGHT),
    open_packet: ("guide-our-file", ONE_NIGHT),
    open_case: ("guide-case", ONE_NIGHT),
    open_home: (".guide-home", ONE_NIGHT),
    open_line_of_days: ("guide-our-file", ONE_NIGHT),
    open_room: ("guide-review", ONE_NIGHT),
    open_day: ("guide-route-helper", ONE_NIGHT),
    open_source: ("main", ONE_NIGHT),
    open_letters: ("main", ONE_NIGHT),
    open_word: ("main", ONE_NIGHT),
}


@pytest.mark.parametrize("state", STATES)
def test_no_state_of_a_tool_has_a_barrier(state, page, address):
    """
    What opens on a page is as free of barriers as the page.
    """
    page.set_viewport_size(SIZES["phone"])
    state(page, address)

    assert [] == barriers(page, *STATES[state])


@pytest.mark.exhaustive
@pytest.mark.parametrize("state", [state for state, (_, looks) in STATES.items() if looks is ONE_NIGHT])
def test_no_state_of_a_tool_has_a_barrier_at_a_desk_at_night(state, page, address):
    """
    Where no color hangs on the size of the window, too.
    """
    page.set_viewport_size(SIZES["desk"])
    state(page, address)

    assert [] == barriers(page, STATES[state][0], NIGHT_AT_A_DESK)


def test_every_page_carries_the_policy(site):
    """
    Each page forbids whatever is not the site's own.
    """
    policies = {
        file.name: html.parse(str(file)).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        for file in site.rglob("*.html")
    }

    assert {} == {
        name: found for name, found in policies.items() if len(found) != 1 or "default-src 'none'" not in found[0]
    }


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_written_whole(path, site):
    """
    A title stands in the page as it is built, and no button that would do nothing without scripts; the way to leave, which
    only keeps its place there, is not shown then (below).
    """
    tree = html.parse(str(site / path))

    assert (1, []) == (
        len(tree.xpath("//h1[not(ancestor::template)]")),
        [
            html.tostring(button)[:80]
            for button in tree.xpath(
                "//button[not(ancestor::template or ancestor::guide-leave)][not(ancestor-or-self::*[@hidden])]"
            )
        ],
    )


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_a_page_is_whole_without_scripts(page, address):
    """
    In a browser without scripts each kind of page shows its title, and no button that would do nothing.
    """
    shown = {}
    for path in KINDS:
        page.goto(address + path)
        shown[path] = (
            page.get_by_role("heading", level=1).count(),
            page.get_by_role("button").filter(visible=True).count(),
        )

    assert dict.fromkeys(KINDS, (1, 0)) == shown
