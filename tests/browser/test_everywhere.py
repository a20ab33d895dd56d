"""
What holds on every page: no barrier, nothing from elsewhere, whole without scripts.
"""

from pathlib import Path

import pytest
from lxml import html

from barriers import LOOKS, barriers
from chromium import SIZES
from guide.page_files import page_files

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [file.relative_to(ROOT / "docs").with_suffix(".html").as_posix() for file in page_files(ROOT / "docs")]
# One page of each kind, for what only a browser can tell.
KINDS = [
    "index.html",
    "mediation/what-it-is.html",
    "letters/index.html",
    "letters/mediation-request.html",
    "checklists/week-before.html",
    "checklists/evaluate-the-agreement.html",
    "plans/first-48-hours.html",
    "what-to-say/phone-scripts.html",
    "which-route.html",
    "reference/time-limits.html",
    "reference/words.html",
    "track/agreement-tracker.html",
    "track/saved-work.html",
    "kit.html",
    "make-my-kit.html",
]


@pytest.mark.parametrize("path", [*PAGES, "404.html"])
def test_a_page_has_no_barrier_and_asks_only_its_own_site(path, page, address, asked, complaints):
    """
    Opened once: no request leaves the site's address, every file is there, the policy stops nothing, axe finds nothing
    against WCAG 2.2 AA on a phone, and nobody scrolls sideways, on a phone or at a desk.

    What differs at a desk and in dark is the same on each kind of page, and is looked at there; the test below looks at
    all the others.
    """
    answers = []
    page.on("response", lambda response: answers.append((response.status, response.url)))
    page.set_viewport_size(SIZES["phone"])
    page.goto(address + path, wait_until="load")
    faults = [f"asks {url}" for url in asked if not url.startswith(address)]
    faults += [f"gets {status} for {url}" for status, url in answers if status >= 400]
    faults += complaints

    assert [] == faults + barriers(page, looks=LOOKS if path in KINDS else {"phone": ("light",), "desk": ()})


@pytest.mark.exhaustive
@pytest.mark.parametrize("path", sorted({*PAGES, "404.html"} - set(KINDS)))
def test_no_page_has_a_barrier_in_dark_or_at_a_desk(path, page, address):
    """
    With the links of the header and columns side by side, and with the colors of the night.
    """
    page.goto(address + path)

    assert [] == barriers(page)


def open_menu(page, address):
    page.goto(address + "index.html")
    page.get_by_text("Menu", exact=True).click()


def open_search(page, address):
    page.goto(address + "index.html")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("stay put")
    page.get_by_role("dialog").get_by_role("listitem").first.wait_for()


def open_question(page, address):
    page.goto(address + "checklists/week-before.html")
    page.get_by_role("button", name="Does not apply").first.click()
    page.get_by_role("group", name="Keep your ticks?").wait_for()


def open_undo(page, address):
    page.goto(address + "checklists/week-before.html")
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Clear all ticks").click()


def open_letter(page, address):
    """
    A letter in work: words, choices with their fields, a year that cannot be, what is open, the question if to keep it.
    """
    page.goto(address + "letters/mediation-request.html")
    for box in page.get_by_role("form", name="Fill it in").get_by_role("checkbox").all():
        box.check()
    page.get_by_label("Your name", exact=True).fill("Pat Example")
    page.get_by_label("Points you disagree about").fill("Speech therapy\nThe bus")
    page.get_by_label("Date", exact=True).fill("0206-11-24")
    page.get_by_label("Grade", exact=True).focus()
    page.get_by_label("School", exact=True).focus()
    page.get_by_text("still open.").click()
    page.get_by_role("button", name="Keep my answers on this device").click()


def open_mail(page, address):
    page.goto(address + "letters/mediation-request.html")
    page.get_by_role("button", name="E-mail").click()


def open_copy(page, address):
    page.goto(address + "letters/mediation-request.html")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name="Copy the text").click()
    page.get_by_label("The text of your letter").wait_for()


def open_leave(page, address):
    page.goto(address + "letters/mediation-request.html")
    page.get_by_label("Your name", exact=True).fill("Pat Example")
    page.get_by_role("link", name="Invite the district to mediate").click()


def open_saved(page, address):
    """
    The saved work with something kept, and a file waiting to be opened.
    """
    open_leave(page, address)
    page.get_by_role("dialog").get_by_role("button", name="Keep on this device").click()
    page.wait_for_url("**/mediation-invite-district.html")
    page.goto(address + "track/saved-work.html")
    page.get_by_label("Choose the file").set_input_files(Path(__file__).parent / "saved/version-1.json")
    page.get_by_role("group", name="Where should it be kept?").wait_for()


def open_erased(page, address):
    open_saved(page, address)
    page.get_by_role("button", name="Erase everything").click()


# Each state with the part of the page that it changes.
STATES = {
    open_menu: "header",
    open_search: "dialog.guide-search",
    open_question: "guide-checklist",
    open_undo: "guide-checklist",
    open_letter: "guide-letter",
    open_mail: ".guide-letter__tools",
    open_copy: ".guide-letter__tools",
    open_leave: "dialog.guide-letter__leave",
    open_saved: "guide-saved",
    open_erased: "guide-saved",
}


@pytest.mark.parametrize("state", STATES)
def test_no_state_of_a_tool_has_a_barrier(state, page, address):
    """
    What opens on a page is as free of barriers as the page.
    """
    page.set_viewport_size(SIZES["phone"])
    state(page, address)

    # At a desk the links stand in the header, and there is no menu.
    assert [] == barriers(page, STATES[state], {"phone": LOOKS["phone"]} if state is open_menu else LOOKS)


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
    A title stands in the page as it is built, and no button that would do nothing without scripts.
    """
    tree = html.parse(str(site / path))

    assert (1, []) == (
        len(tree.xpath("//h1[not(ancestor::template)]")),
        [
            html.tostring(button)[:80]
            for button in tree.xpath("//button[not(ancestor::template)][not(ancestor-or-self::*[@hidden])]")
        ],
    )


@pytest.mark.browser_context_args(java_script_enabled=False)
@pytest.mark.parametrize("path", KINDS)
def test_a_page_is_whole_without_scripts(path, page, address):
    """
    In a browser without scripts each kind of page shows its title, and no button that would do nothing.
    """
    page.goto(address + path)

    assert (1, 0) == (
        page.get_by_role("heading", level=1).count(),
        page.get_by_role("button").filter(visible=True).count(),
    )
