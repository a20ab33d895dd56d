"""
What a parent keeps, with two tabs open: neither takes anything from the other, and what would be lost is asked about.
"""

import json
import re

import pytest
from playwright.sync_api import expect

from kept_work import (
    CHILD,
    INVITE,
    ITEM,
    LIST,
    NAME,
    OTHER,
    REQUEST,
    SAVED,
    STORY,
    answers,
    assert_empty,
    erase,
    field,
    go,
    keep,
    press,
    write,
)
from letter_form import choice, leave
from tracker import PAGE as TRACKER
from tracker import act, add, begin, log, promise, remove, row
from tracker import keep as put
from tracker import kept as kept_of


@pytest.mark.parametrize("then", ["type", "leave"])
def test_two_letters_in_two_tabs_keep_what_both_wrote(then, tab):
    """
    The child's name, kept in B, stays when something is typed in the older A, or A is only left.
    """
    a = tab(REQUEST)
    write(a, "Your name", NAME)
    keep(a)
    b = tab(INVITE)
    write(b, "Child's name", CHILD)
    expect(field(a, "Child's name")).to_have_value(CHILD)
    if then == "type":
        write(a, "School", "Sample Elementary")
    go(a, SAVED)

    assert {"parent-name": NAME, "child-name": CHILD} == {
        key: answers(b)["fields"].get(key) for key in ("parent-name", "child-name")
    }
    assert (then == "type") == ("Sample Elementary" in json.dumps(answers(b)))


def test_the_same_letter_in_two_tabs_keeps_the_story_of_the_closed_one(tab):
    """
    B writes the story and is closed; A, where a name was typed before, shows it and does not overwrite it when it is left.
    """
    a = tab(REQUEST)
    write(a, "Your name", NAME)
    keep(a)
    b = tab(REQUEST)
    write(b, "How you're sending it", STORY)
    choice(b, "online or by phone").check()
    b.close()
    expect(field(a, "How you're sending it")).to_have_value(STORY)
    expect(choice(a, "online or by phone")).to_be_checked()
    go(a, SAVED)

    mine = answers(a)["letters"]["mediation-request"]
    assert STORY in mine["fields"].values() and NAME == answers(a)["fields"]["parent-name"]
    assert True in mine["choices"].values()


def test_what_is_being_typed_stays_when_another_tab_writes(tab):
    """
    Half a sentence in A is not taken away, while the other fields follow B; both are kept in the end, and so is what B emptied.
    """
    a = tab(REQUEST)
    write(a, "Your name", NAME)
    write(a, "Grade", "grade 3")
    keep(a)
    field(a, "How you're sending it").fill("Half")
    b = tab(REQUEST)
    write(b, "How you're sending it", "by fax")
    write(b, "Child's name", CHILD)
    write(b, "Grade", "")
    expect(field(a, "Child's name")).to_have_value(CHILD)
    expect(field(a, "Grade")).to_have_value("")
    expect(field(a, "How you're sending it")).to_have_value("Half")
    field(a, "How you're sending it").blur()

    expect(field(b, "How you're sending it")).to_have_value("Half")
    assert {"parent-name": NAME, "child-name": CHILD} == answers(a)["fields"]


def test_what_this_tab_keeps_for_itself_stays_apart(tab):
    """
    "Only until this tab closes" holds, also when another tab keeps its answers on the device.
    """
    a = tab(REQUEST)
    write(a, "Your name", NAME)
    keep(a, "Only until this tab closes")
    b = tab(INVITE)
    write(b, "Child's name", CHILD)
    keep(b)
    write(a, "Grade", "grade 3")
    a.reload()

    expect(field(a, "Your name")).to_have_value(NAME)
    assert {"child-name": CHILD} == answers(b)["fields"]


def test_a_tracker_in_two_tabs_keeps_the_promises_of_both(tab):
    """
    The first kept, the second added in B, the third in A: all three are kept, each with a number of its own.
    """
    a = tab(TRACKER)
    add(a, "First")
    keep(a)
    b = tab(TRACKER)
    begin(a)
    a.get_by_label("Words of the agreement").fill("Third")
    add(b, "Second")
    expect(row(b, "Second")).to_be_visible()
    press(a, "Add this promise")

    expect(row(a, "Second")).to_be_visible()
    expect(row(b, "Third")).to_be_visible()
    assert [("First", 1), ("Second", 2), ("Third", 3)] == [
        (one["words"], one["number"]) for one in kept_of(a)["promises"]
    ]


def test_promises_without_a_name_of_their_own_do_not_double(tab):
    """
    Promises of a file made by hand have no id; changed twice, each is there once.
    """
    page = tab(TRACKER)
    nameless = [
        {key: value for key, value in promise(n, words).items() if key != "id"}
        for n, words in ((1, "Logs"), (2, "Review"))
    ]
    put(page, *nameless)
    for text in ("Twice", "Thrice"):
        act(page, "Logs", "Change")
        page.get_by_text("Where, and how you'll know").click()
        page.get_by_role("textbox", name="Where it is in the agreement").fill(text)
        press(page, "Change it")

    assert [("Logs", "Thrice"), ("Review", "")] == sorted(
        (one["words"], one["item"]) for one in kept_of(page)["promises"]
    )


def test_undo_of_a_deletion_keeps_what_another_tab_did_meanwhile(tab):
    """
    A deletes a promise, B logs a session and adds one; Undo in A brings back the deleted one, and nothing is lost.
    """
    a = tab(TRACKER)
    put(a, promise(1, "Speech", kind="week", minutes="30", times="2", **{"from": "2026-11-02"}), promise(2, "Logs"))
    b = tab(TRACKER)
    remove(a, "Logs")
    expect(row(b, "Logs")).to_have_count(0)
    log(b, "Speech", "60")
    add(b, "Added")
    expect(row(a, "Added")).to_be_visible()
    press(a, "Undo")

    assert {"Speech": 1, "Logs": 0, "Added": 0} == {one["words"]: len(one["log"]) for one in kept_of(a)["promises"]}


def test_a_form_of_a_promise_that_another_tab_deleted_keeps_what_was_typed(tab):
    """
    The form stays open, and saving it brings the promise back with it.
    """
    a = tab(TRACKER)
    put(a, promise(1, "Logs"), promise(2, "Review"))
    b = tab(TRACKER)
    act(a, "Logs", "It was missed")
    a.get_by_label("What happened?").fill("No log came home")
    remove(b, "Logs")
    expect(row(b, "Logs")).to_have_count(0)
    expect(a.get_by_label("What happened?")).to_have_value("No log came home")
    a.get_by_role("button", name="Done", exact=True).click()

    expect(row(a, "Logs")).to_contain_text("Missed")
    assert "No log came home" in {one["note"] for one in kept_of(a)["promises"]}
    assert {"Logs", "Review"} == {one["words"] for one in kept_of(a)["promises"]}


def test_a_checklist_in_two_tabs_keeps_the_ticks_of_both(tab):
    """
    A tick in each tab: both are kept and both show; one taken away is gone in both; Undo of clearing keeps the other's tick.
    """
    a = tab(LIST)
    a.get_by_role("checkbox", name=ITEM).check()
    keep(a)
    b = tab(LIST)
    b.get_by_role("checkbox", name=OTHER).check()
    expect(a.get_by_role("checkbox", name=OTHER)).to_be_checked()
    third = a.get_by_role("checkbox").nth(3)
    third.check()
    assert 3 == len(kept_of(a, "ticks")["week-before"])
    b.get_by_role("checkbox", name=ITEM).uncheck()
    expect(a.get_by_role("checkbox", name=ITEM)).not_to_be_checked()
    press(a, "Clear all checks")
    expect(b.get_by_role("checkbox", name=OTHER)).not_to_be_checked()
    b.get_by_role("checkbox", name=ITEM).check()
    expect(a.get_by_role("checkbox", name=ITEM)).to_be_checked()
    press(a, "Undo")

    expect(b.get_by_role("checkbox", name=OTHER)).to_be_checked()
    assert 3 == len(kept_of(a, "ticks")["week-before"])


# ---------- Erased in another tab


def test_undo_ends_after_a_minute(page, address):
    """
    For a minute what was erased can be brought back, and then no longer; the keyboard goes on at the button before it.
    """
    page.clock.install()
    page.goto(address + REQUEST)
    write(page, "Child's name", CHILD)
    keep(page)
    page.goto(address + SAVED)
    erase(page)
    page.clock.fast_forward(59_000)
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    page.get_by_role("button", name="Undo").focus()
    page.clock.fast_forward(2_000)

    expect(page.get_by_role("button", name="Undo")).to_have_count(0)
    expect(page.get_by_role("button", name="Erase everything")).to_be_focused()


def test_erasing_in_another_tab_empties_the_open_page(tab):
    """
    The letter is empty but for what is being typed, the tracker and the checklist are empty; Undo there brings all back here.
    """
    letter, tracker, ticks = tab(REQUEST), tab(TRACKER), tab(LIST)
    write(letter, "Your name", NAME)
    write(letter, "Child's name", CHILD)
    keep(letter)
    add(tracker, "First")
    keep(tracker)
    ticks.get_by_role("checkbox", name=ITEM).check()
    keep(ticks)
    field(letter, "How you're sending it").fill("Half")
    other = tab(SAVED)
    erase(other)

    assert_empty(letter)
    expect(field(letter, "How you're sending it")).to_have_value("Half")
    expect(letter.get_by_role("button", name="Keep my answers on this device")).to_be_visible()
    expect(tracker.get_by_text("Put in each promise you both signed")).to_be_visible()
    expect(ticks.get_by_role("checkbox", name=ITEM)).not_to_be_checked()
    press(other, "Undo")
    expect(field(letter, "Child's name")).to_have_value(CHILD)
    expect(row(tracker, "First")).to_be_visible()
    expect(ticks.get_by_role("checkbox", name=ITEM)).to_be_checked()


def test_what_was_typed_after_an_erase_is_asked_for_again(tab):
    """
    Who had answered before the erase is asked anew, for what they type now.
    """
    page = tab(REQUEST)
    write(page, "Your name", NAME)
    keep(page)
    erase(tab(SAVED))
    assert_empty(page)
    field(page, "Child's name").fill(CHILD)
    leave(page)
    page.get_by_role("link", name="Invite the district to mediate").click()

    expect(page.get_by_role("dialog", name="Keep what you typed?")).to_be_visible()


# ---------- Asked before it is lost


@pytest.mark.parametrize("path", [REQUEST, TRACKER, LIST])
def test_a_question_folded_away_unanswered_warns(path, page, address):
    """
    In every tool: who opened the question and folded it away is warned by the browser, who answered "Don't keep" is not.
    """
    asked = []
    page.on("dialog", lambda question: (asked.append(question.type), question.accept()))

    def enter():
        if path == REQUEST:
            field(page, "Child's name").fill(CHILD)
            press(page, "Keep my")
        elif path == TRACKER:
            add(page, "First")
            page.get_by_role("button", name="Keep it").first.click()
        else:
            page.get_by_role("checkbox", name=ITEM).check()
        expect(page.get_by_role("group", name=re.compile("^Keep your"))).to_be_visible()

    page.goto(address + path)
    enter()
    page.get_by_role("button", name=re.compile("^Keep (my|it)")).first.click()
    expect(page.get_by_role("group", name=re.compile("^Keep your"))).to_be_hidden()
    page.reload()
    assert ["beforeunload"] == asked
    enter()
    keep(page, "Don't keep")
    page.reload()

    assert ["beforeunload"] == asked
