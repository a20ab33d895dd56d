"""
Two children are two files: what is kept of one never gets into the other, in any tab.
"""

import re

import pytest
from playwright.sync_api import expect

from filled import kept_in
from kept_work import (
    ANA,
    INVITE,
    ITEM,
    LIST,
    REQUEST,
    SAM,
    SAVED,
    START,
    WAY,
    begin,
    children,
    erase,
    field,
    go,
    keep,
    open_file,
    press,
    write,
)
from letter_form import begin as begin_letter
from tracker import PAGE as TRACKER
from tracker import add, row

SCRIPT = "what-to-say/call-district.html"


# ---------- With one child


def test_with_one_child_there_is_one_button_more(sam):
    """
    No list of files, no name and no word of a file in the tools.
    """
    expect(sam.get_by_text("'s file")).to_have_count(0)
    go(sam, SAVED)

    expect(sam.get_by_role("button", name=START)).to_be_visible()
    expect(sam.get_by_role("list", name="One file for each child")).to_be_hidden()
    expect(sam.get_by_label("Name of the open file")).to_be_hidden()
    expect(sam.get_by_role("heading", name="What is kept now")).to_be_visible()


def test_with_nothing_kept_there_is_no_button(tab):
    """
    Without work there is nothing to begin a second file beside.
    """
    expect(tab(SAVED).get_by_role("button", name=START)).to_have_count(0)


# ---------- Two files


def test_a_second_file_begins_empty_and_every_tool_says_whose_is_open(sam):
    """
    The letter of the second child is empty, the line says whose file it is, by the kept name as soon as there is one, and leads to
    where the file is changed.
    """
    go(sam, SAVED)
    press(sam, START)
    expect(sam.get_by_text("The new file is open.")).to_be_visible()
    expect(sam.get_by_text("Nothing is kept in Child 2's file yet.")).to_be_visible()
    go(sam, REQUEST)
    expect(field(sam, "Child's name")).to_have_value("")
    expect(field(sam, WAY)).to_have_value("")
    expect(sam.get_by_text("In Child 2's file.")).to_be_visible()
    write(sam, "Child's name", ANA)
    keep(sam)
    expect(sam.get_by_text("In Ana's file.")).to_be_visible()
    for path in (
        TRACKER,
        LIST,
        "plans/ten-days-after-a-notice.html",
        "checklists/evaluate-the-agreement.html",
        "make-my-kit.html",
    ):
        go(sam, path)
        expect(sam.get_by_text("In Ana's file.").first).to_be_visible()
    sam.get_by_role("link", name="Switch to another child").first.click()
    sam.wait_for_url(f"**/{SAVED}")

    assert {SAM: {"delivery-way": "by fax"}, ANA: {}} == children(sam)


def test_each_tool_shows_the_open_file_alone(two, address):
    """
    Letter, checklist, tracker, kit and phone script: of Ana while hers is open, of Sam when his is.
    """
    go(two, LIST)
    two.get_by_role("checkbox", name=ITEM).check()
    keep(two)
    go(two, TRACKER)
    add(two, "Ana's promise")
    keep(two)

    for name, has in ((ANA, True), (SAM, False)):
        two.goto(address + SAVED)
        open_file(two, name)
        expect(two.get_by_role("heading", name=f"What is kept in {name}'s file")).to_be_visible()
        go(two, LIST)
        expect(two.get_by_role("checkbox", name=ITEM)).to_be_checked(checked=has)
        go(two, TRACKER)
        expect(row(two, "Ana's promise")).to_have_count(int(has))
        go(two, INVITE)
        expect(field(two, "Child's name")).to_have_value(name)
        go(two, SCRIPT)
        expect(two.locator("[data-field='child-name']").first).to_contain_text(name)
        two.goto(address + "make-my-kit.html")
        expect(field(two, "Child's name")).to_have_value(name)
        started = two.get_by_text(re.compile("^You started these"))
        expect(started).to_contain_text("Ask the state for mediation")
        assert has == ("The week before" in started.inner_text())


def test_a_file_has_the_name_that_the_parent_gives_it(two):
    """
    It is shown in place of the kept one; emptied, that comes back.
    """
    go(two, SAVED)
    expect(two.get_by_label("Name of the open file")).to_have_value(ANA)
    two.get_by_label("Name of the open file").fill("Our <b>youngest</b>")
    two.get_by_label("Name of the open file").press("Enter")
    expect(two.get_by_role("button", name="Erase Our <b>youngest</b>'s file")).to_be_visible()
    two.reload()
    expect(two.get_by_role("heading", name="What is kept in Our <b>youngest</b>'s file")).to_be_visible()
    two.get_by_label("Name of the open file").fill(" ")
    two.get_by_label("Name of the open file").blur()

    expect(two.get_by_label("Name of the open file")).to_have_value(ANA)


def test_one_childs_file_is_erased_alone(two):
    """
    Asked first, with the keyboard at the answer that loses nothing; then only that file goes, the other opens, and Undo brings
    it back as it was.
    """
    before = kept_in(two)
    go(two, SAVED)
    press(two, "Erase Ana's file")
    sure = two.get_by_role("group", name="Erase Ana's file?")
    expect(sure.get_by_role("button", name="No, keep it")).to_be_focused()
    two.keyboard.press("Enter")
    expect(sure).to_be_hidden()
    assert before == kept_in(two)
    press(two, "Erase Ana's file")
    press(two, "Yes, erase it")
    expect(two.get_by_text("Ana's file is erased.")).to_be_visible()
    expect(two.get_by_role("button", name=START)).to_be_focused()
    assert [SAM] == list(children(two))
    press(two, "Undo")

    expect(two.get_by_role("heading", name="What is kept in Ana's file")).to_be_visible()
    assert before == kept_in(two)


def test_everything_is_every_file(two):
    """
    "Erase everything" leaves neither child's, and nothing in the tab.
    """
    go(two, SAVED)
    erase(two)

    expect(two.get_by_text("Nothing is kept in this browser.", exact=True)).to_be_visible()
    assert [[], []] == two.evaluate("[Object.keys(localStorage), Object.keys(sessionStorage)]")


@pytest.mark.parametrize("where", ["Keep on this device", "Only until this tab closes"])
def test_each_file_has_its_own_place(where, two):
    """
    What Ana's letter chooses says nothing of Sam's.
    """
    keep(two, where)
    open_file(two, SAM)
    go(two, REQUEST)
    begin_letter(two)

    expect(two.get_by_role("button", name=re.compile(r"^Kept until \w+ \d+, \d{4}\. Change"))).to_be_visible()
    write(two, WAY, "by mail")
    open_file(two, ANA)
    go(two, REQUEST)
    expect(field(two, "Child's name")).to_have_value(ANA)
    expect(
        two.get_by_role(
            "button", name=re.compile("^Kept until this tab closes" if "tab" in where else r"^Kept until \w+ \d")
        )
    ).to_be_visible()
    assert "by mail" == children(two)[SAM]["delivery-way"]


@pytest.mark.parametrize("name", ["open", "start", "rename", "erase"])
def test_a_refused_store_is_told(name, two):
    """
    A sentence says that nothing was changed, and the page can be used.
    """
    go(two, SAVED)
    before = kept_in(two)
    two.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') } }")
    if name == "open":
        open_file(two, SAM)
    elif name == "start":
        press(two, START)
    elif name == "rename":
        two.get_by_label("Name of the open file").fill("X")
        two.get_by_label("Name of the open file").blur()
    else:
        press(two, "Erase Ana's file")
        press(two, "Yes, erase it")

    expect(two.get_by_text("This browser won't let the guide keep anything. Nothing was changed.")).to_be_visible()
    assert before == kept_in(two)


# ---------- Two tabs


def test_a_tab_stays_with_its_child_while_another_opens_one(sam, tab):
    """
    Sam's letter stays Sam's after Ana's file was begun in another tab: typing, going on and a reload write into his. A new tab
    begins with the file that was opened last.
    """
    other = tab(REQUEST)
    begin(other, ANA)
    expect(sam.get_by_text("In Sam's file.")).to_be_visible()
    write(sam, WAY, "by mail")
    expect(field(other, WAY)).to_have_value("")
    sam.reload()
    expect(field(sam, "Child's name")).to_have_value(SAM)
    go(sam, INVITE)
    expect(field(sam, "Child's name")).to_have_value(SAM)
    write(sam, "Child's name", "Samuel")

    assert {"Samuel": {"delivery-way": "by mail"}, ANA: {}} == children(sam)
    expect(field(tab(REQUEST), "Child's name")).to_have_value(ANA)


def test_what_is_being_typed_stays_with_its_child(sam, tab):
    """
    Half a sentence about Sam, while Ana's file is begun, kept and Sam's erased elsewhere: it stays on the page, gets into no file of
    Ana, and once it is kept it is a file of its own.
    """
    field(sam, WAY).fill("Half")
    other = tab(REQUEST)
    begin(other, ANA)
    open_file(other, SAM)
    press(other, "Erase Sam's file")
    press(other, "Yes, erase it")
    expect(field(sam, "Child's name")).to_have_value("")
    expect(field(sam, WAY)).to_have_value("Half")
    keep(sam)
    assert {ANA: {}, "": {"delivery-way": "Half"}} == children(sam)
    go(sam, REQUEST)

    expect(field(sam, WAY)).to_have_value("Half")


def test_a_page_whose_file_is_erased_goes_on_with_the_one_that_is_left(sam, tab):
    """
    Nothing typed, Sam's file erased elsewhere: the page shows Ana's, and says so no longer, as there is one.
    """
    other = tab(REQUEST)
    begin(other, ANA)
    expect(sam.get_by_text("In Sam's file.")).to_be_visible()
    open_file(other, SAM)
    press(other, "Erase Sam's file")
    press(other, "Yes, erase it")

    expect(field(sam, "Child's name")).to_have_value(ANA)
    expect(field(sam, WAY)).to_have_value("")
    expect(sam.get_by_text("'s file.")).to_have_count(0)


def test_undo_of_erasing_everything_keeps_what_was_begun_meanwhile(two, tab):
    """
    Another child's letter, kept in another tab within the minute, is there beside those that come back.
    """
    other = tab(REQUEST)
    go(two, SAVED)
    erase(two)
    expect(field(other, "Child's name")).to_have_value("")
    write(other, "Child's name", "Max")
    keep(other)
    expect(two.get_by_text("Max", exact=True)).to_be_visible()
    press(two, "Undo")
    expect(two.get_by_role("heading", name="What is kept in Ana's file")).to_be_visible()

    assert {SAM, ANA, "Max"} == set(children(two))


def test_undo_keeps_what_another_tab_wrote_meanwhile(two, tab):
    """
    Sam's file is erased in one tab, Ana's written in another, Undo: both are there.
    """
    ana = tab(REQUEST)
    open_file(two, SAM)
    press(two, "Erase Sam's file")
    press(two, "Yes, erase it")
    write(ana, WAY, "by mail")
    press(two, "Undo")
    expect(two.get_by_text("Everything is back the way it was.")).to_be_visible()

    assert {SAM: {"delivery-way": "by fax"}, ANA: {"delivery-way": "by mail"}} == children(two)
