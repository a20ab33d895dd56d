"""
Each tool that holds a parent's work, in each situation that can lose it or bring it back: two tabs, Back and Forward in a
browser that brings pages back whole, a reload, an opened file, erasing. Nothing is lost, and nothing comes back from the dead.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest
from playwright.sync_api import expect

from event_days import count
from family import OUR_FILE, note
from filled import LETTERS
from helper_ways import history_has
from kept_work import CHILD, INVITE, NAME, REQUEST, SAVED, back, erase, field, go, keep, press
from letter_form import unshown
from tracker import PAGE as TRACKER
from tracker import add, begin, row

# Two pieces of work, in words that stand nowhere else.
PIECES = (CHILD, NAME)
DEVICE, TAB, NOWHERE = "Keep on this device", "Only until this tab closes", "Don't keep"
# All that the page and the browser's stores hold of what was typed, also where it does not show.
HELD = """() => JSON.stringify([document.body.textContent, [...document.querySelectorAll("input, textarea, a")].map(one => one.value ?? one.href),
  { ...localStorage }, { ...sessionStorage }])"""


class Kept(NamedTuple):
    """
    A tool whose work can be kept: put one of two pieces in; expect it to be there or not.
    """

    path: str
    put: Callable
    shows: Callable


def fill_in(page, piece: int):
    # Not left: the field is still being typed in.
    field(page, ("Child's name", "Your name")[piece]).fill(PIECES[piece])


def filled_in(page, piece: int, there: bool):
    label = ("Child's name", "Your name")[piece]
    found = unshown(page, label) if page.locator("guide-letter").count() else page.get_by_label(label, exact=True)
    expect(found).to_have_value(PIECES[piece] if there else "")


def fill_in_kit(page, piece: int):
    names = page.locator(".guide-kit__names")
    if names.get_attribute("open") is None:
        names.locator("summary").click()
    fill_in(page, piece)


def tick(page, piece: int):
    page.locator("guide-checklist").get_by_role("checkbox").nth(piece).check()


def ticked(page, piece: int, there: bool):
    expect(page.locator("guide-checklist").get_by_role("checkbox").nth(piece)).to_be_checked(checked=there)


def answer_point(page, piece: int):
    # What is answered counts as ticked; only the tick is kept.
    press(page, "See all the points")
    title = page.locator("guide-checklist label").nth(piece).text_content()
    rows = page.get_by_role("group").filter(has=page.get_by_role("button", name=title, include_hidden=True))
    if rows.get_attribute("open") is None:
        rows.locator("summary").click()
    press(page, re.escape(title))
    press(page, "Doesn't")
    press(page, "Close")
    expect(page.get_by_role("button", name=re.compile("^Go on with point"))).to_be_visible()


def looked_at(page, piece: int, there: bool):
    expect(page.locator("guide-checklist [type=checkbox]").nth(piece)).to_be_checked(checked=there)


def promise(page, piece: int):
    add(page, PIECES[piece])


def promised(page, piece: int, there: bool):
    expect(row(page, PIECES[piece])).to_have_count(int(there))


def write_down(page, piece: int):
    # A line of the log, and words for a helper that are still being typed.
    if piece:
        page.get_by_role("tab", name="Packet").click()
        page.get_by_role("textbox", name="What do you want from them?").fill(PIECES[1])
    else:
        page.get_by_role("tab", name="Log").click()
        note(page, "I called", PIECES[0], "")


def written_down(page, piece: int, there: bool):
    if piece:
        page.get_by_role("tab", name="Packet").click()
        expect(page.get_by_role("textbox", name="What do you want from them?")).to_have_value(
            PIECES[1] if there else ""
        )
    else:
        expect(page.locator(".guide-our-file__entry", has_text=PIECES[0])).to_have_count(int(there))


KEPT = {
    "letter": Kept(REQUEST, fill_in, filled_in),
    "worksheet": Kept(LETTERS["make-up-worksheet"], fill_in, filled_in),
    "kit": Kept("make-my-kit.html", fill_in_kit, filled_in),
    "checklist": Kept("checklists/week-before.html", tick, ticked),
    "plan": Kept("plans/ten-days-after-a-notice.html", tick, ticked),
    "review": Kept("checklists/evaluate-the-agreement.html", answer_point, looked_at),
    "tracker": Kept(TRACKER, promise, promised),
    "file": Kept(OUR_FILE, write_down, written_down),
}


@pytest.fixture(scope="module")
def browser(whole_browser):
    """
    The whole browser, with its back-forward cache.
    """
    return whole_browser


@pytest.fixture(params=KEPT)
def tool(request) -> Kept:
    return KEPT[request.param]


def both(tool: Kept, page, first: bool, second: bool):
    """
    Expect each of the two pieces to be there or not.
    """
    tool.shows(page, 0, first)
    tool.shows(page, 1, second)


def holds_nothing(page):
    """
    Nothing is kept, and no typed word is left anywhere on the page.
    """
    assert [] == page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert not re.search("Quixote", page.evaluate(HELD))


def test_two_tabs_take_nothing_from_each_other(tool, tab):
    """
    One piece kept in A, the other put in in B: both show in both, and are there after both were left.
    """
    a, b = tab(tool.path), tab(tool.path)
    tool.put(a, 0)
    keep(a, DEVICE)
    tool.shows(b, 0, True)
    tool.put(b, 1)
    go(b, SAVED)
    both(tool, a, True, True)
    go(a, SAVED)
    go(a, tool.path)

    both(tool, a, True, True)


def test_back_and_forward_lose_nothing(tool, tab):
    """
    What was put in on the way forth is there on the way back, and the other way around, and after a reload.
    """
    page = tab(tool.path)
    tool.put(page, 0)
    keep(page, DEVICE)
    go(page, SAVED)
    go(page, tool.path)
    tool.put(page, 1)
    back(page, SAVED)
    back(page, tool.path)
    both(tool, page, True, True)
    back(page, SAVED, forward=True)
    back(page, tool.path, forward=True)
    both(tool, page, True, True)
    page.reload()

    both(tool, page, True, True)


def test_what_is_kept_in_the_tab_stays_in_it(tool, tab):
    """
    A reload loses nothing, not what was put in last either; another tab knows nothing of it; erased, it does not come back.
    """
    page = tab(tool.path)
    tool.put(page, 0)
    keep(page, TAB)
    tool.put(page, 1)
    page.reload()
    both(tool, page, True, True)
    both(tool, tab(tool.path), False, False)
    go(page, SAVED)
    erase(page)
    back(page, tool.path)
    both(tool, page, False, False)

    holds_nothing(page)


def test_an_opened_file_is_there_and_what_it_replaced_is_not(tool, tab, tmp_path):
    """
    Where the tool shows it already, and after Back; the tab and the page that showed what was there before do not bring it
    back, and what is put in then comes to what the file brought.
    """
    page = tab(tool.path)
    tool.put(page, 1)
    keep(page, DEVICE)
    go(page, SAVED)
    with page.expect_download() as download:
        press(page, "Save my work to a file")
    download.value.save_as(tmp_path / "work.json")
    go(page, tool.path)
    tool.put(page, 0)
    go(page, SAVED)
    other = tab(tool.path)
    both(tool, other, True, True)
    page.get_by_label("Choose the file").set_input_files(tmp_path / "work.json")
    press(page, DEVICE)
    both(tool, other, False, True)
    go(other, SAVED)
    back(page, tool.path)
    both(tool, page, False, True)
    tool.put(page, 0)
    page.reload()

    both(tool, page, True, True)


def test_what_was_erased_does_not_come_back(tool, tab):
    """
    Not by Back or Forward, nor by a tab that showed it, and what is put in there afterwards is kept no longer.
    """
    page = tab(tool.path)
    tool.put(page, 0)
    keep(page, DEVICE)
    other = tab(tool.path)
    both(tool, other, True, False)
    go(page, SAVED)
    erase(page)
    both(tool, other, False, False)
    back(page, tool.path)
    both(tool, page, False, False)
    back(page, SAVED, forward=True)
    tool.put(other, 1)
    other.reload()
    both(tool, other, False, False)
    go(other, SAVED)

    holds_nothing(page)
    holds_nothing(other)


def test_what_is_not_to_be_kept_does_not_come_back(tool, tab):
    """
    Not by Back, and not by a reload.
    """
    page = tab(tool.path)
    for piece, leave in ((0, lambda: (go(page, SAVED), back(page, tool.path))), (1, page.reload)):
        tool.put(page, piece)
        keep(page, NOWHERE)
        leave()
        both(tool, page, False, False)

    holds_nothing(page)


# ---------- What only shows kept work


def named_in_the_saved_work(page, there: bool):
    expect(page.get_by_role("main").get_by_text(CHILD)).to_have_count(int(there))


def said_in_the_script(page, there: bool):
    expect(page.locator(".guide-blank--spoken[data-field=parent-name]").first).to_contain_text(
        NAME if there else "Your name"
    )


SHOWING = {
    "saved work": (SAVED, 0, named_in_the_saved_work),
    "call script": ("what-to-say/call-mpact.html", 1, said_in_the_script),
}


@pytest.mark.parametrize("name", SHOWING)
def test_a_page_that_shows_kept_work_follows_it(name, tab):
    """
    In a tab that is open, after a reload and after Back it shows what is kept, and nothing that was erased.
    """
    path, piece, shows = SHOWING[name]
    page, other = tab(path), tab(INVITE)
    fill_in(other, piece)
    keep(other, DEVICE)
    shows(page, True)
    page.reload()
    shows(page, True)
    go(page, INVITE)
    keep(page, NOWHERE)
    back(page, path)
    shows(page, False)
    fill_in(other, piece)
    keep(other, DEVICE)
    shows(page, True)
    go(other, SAVED)
    erase(other)
    shows(page, False)

    holds_nothing(page)


# ---------- What is kept nowhere


class Passing(NamedTuple):
    """
    What a tool holds only while its page is open: put it in; expect it to be there or not; if it outlives a reload.
    """

    path: str
    put: Callable
    shows: Callable
    outlives_reload: bool = False


def give_first_day(page):
    page.locator("guide-plan").get_by_label("Meeting, printed date").fill("2026-11-20")


def first_day(page, there: bool):
    expect(page.locator("guide-plan").get_by_text("Sat, Nov 21, 2026").first).to_be_visible(visible=there)


def ask_about_a_point(page):
    answer_point(page, 0)


def questions(page, there: bool):
    expect(page.locator(".guide-review__list li")).to_have_count(int(there))
    expect(page.get_by_role("button", name="Start, point by point")).to_be_visible(visible=not there)


def count_days(page):
    count(page, "I got a Notice of Action", "2026-11-20")


def counted(page, there: bool):
    expect(page.get_by_text("Counted from").first).to_be_visible(visible=there)
    if not there:
        expect(page.get_by_label("Find an event")).to_have_value("")


def begin_a_promise(page):
    begin(page)
    page.get_by_label("Words of the agreement").fill(CHILD)


def begun(page, there: bool):
    expect(page.get_by_label("Words of the agreement")).to_have_count(int(there))


def answer_two(page):
    helper = page.locator("guide-route-helper")
    helper.get_by_role("button", name="None of these").click()
    helper.get_by_role("button", name="A 504 plan").click()
    history_has(page, 2)


def answered(page, there: bool):
    expect(page.locator("guide-route-helper").get_by_text("Your answers so far")).to_be_visible(visible=there)


PASSING = {
    "day of a plan": Passing("plans/ten-days-after-a-notice.html", give_first_day, first_day),
    "answers of a review": Passing("checklists/evaluate-the-agreement.html", ask_about_a_point, questions),
    "day of a time limit": Passing("reference/time-limits.html", count_days, counted),
    "form of a promise": Passing(TRACKER, begin_a_promise, begun),
    "answers of the helper": Passing("which-route.html", answer_two, answered, outlives_reload=True),
}


@pytest.mark.parametrize("name", PASSING)
def test_what_is_kept_nowhere_begins_anew(name, tab):
    """
    Another tab knows nothing of it, a reload forgets it but for the helper's answers, and after Back and Forward it is gone.
    """
    path, put, shows, outlives_reload = PASSING[name]
    page = tab(path)
    put(page)
    shows(page, True)
    shows(tab(path), False)
    page.reload()
    shows(page, outlives_reload)
    if not outlives_reload:
        put(page)
    go(page, SAVED)
    back(page, path)
    shows(page, False)
    back(page, SAVED, forward=True)

    assert [] == page.evaluate("Object.keys(localStorage)")
