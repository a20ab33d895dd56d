"""
Changing promises in the tracker: one task at a time, what is asked and told, and what is kept.
"""

import re

import pytest
from playwright.sync_api import expect

from kept_work import keep as keep_work
from tracker import LOGS, REVIEW, SPEECH, act, add, begin, field, keep, kept, log, plot, remove, row, session

BAD_INPUT = [
    ({"Words of the agreement": " "}, "Copy the words here."),
    ({"Minutes each time": "-5"}, "Write the minutes as a whole number, such as 30."),
    ({"Minutes each time": "half an hour"}, "Write the minutes as a whole number, such as 30."),
    ({"Minutes each time": "0"}, "Write the minutes as a whole number, such as 30."),
    ({"Minutes each time": "1441"}, "A day has only 1,440 minutes."),
    ({"Times each week": "1.5"}, "Write how many times as a whole number, such as 2."),
    ({"Times each week": "500"}, "500 times a week cannot be right."),
    ({"First day": ""}, "Write the first day. If the agreement doesn't give one, write the day it was signed."),
    ({"Last day": "2026-11-01"}, "The last day is before the first one, November 30, 2026."),
    ({"Last day": "0026-12-01"}, "The year 0026 cannot be right."),
]


# ---------- Kept or not


def test_only_what_is_on_the_device_is_called_kept(at):
    """
    Nothing kept: a chip below the title and "Not kept yet", each with "Keep it". Kept in the tab or on the device: just that.
    """
    page = at("2026-12-07")
    add(page, LOGS["words"], **{"Day it is due": LOGS["until"]})
    said, chip = page.get_by_text("Added. Not kept yet."), page.get_by_text("Not kept on this computer yet")
    choice = page.get_by_role("group", name="Keep your promises?")
    expect(said).to_be_visible()
    expect(chip).to_be_visible()
    assert kept(page) is None
    page.get_by_role("button", name="Keep it").last.click()
    expect(choice.get_by_role("button").first).to_be_focused()
    page.get_by_role("button", name="Don't keep").click()
    expect(chip).to_be_visible()
    page.get_by_text("When was it signed?").click()
    page.get_by_label("Date of the agreement").fill("2026-11-20")
    page.get_by_label("Date of the agreement").blur()
    expect(page.get_by_text("The date is set. Not kept yet.")).to_be_visible()
    page.get_by_role("button", name="Keep it").first.click()
    page.get_by_role("button", name=re.compile("^Only until this tab closes")).click()
    expect(page.get_by_text("Not kept")).to_have_count(2)
    expect(chip).to_be_hidden()
    add(page, REVIEW["words"])
    expect(page.get_by_text("Added. Kept only until this tab closes.")).to_be_visible()
    page.get_by_role("button", name="Kept until this tab closes. Change").click()
    page.get_by_role("button", name=re.compile("^Keep on this device")).click()
    add(page, "A third promise")
    expect(page.get_by_text("Added. Kept only on this device.")).to_be_visible()
    at("2026-12-08")

    expect(row(page, "A third promise")).to_be_visible()


@pytest.mark.parametrize("what", ["log", "kept", "missed", "remove", "undo"])
def test_no_change_is_called_kept_where_nothing_is(what, at):
    """
    Whatever is done with a promise, what is said of it does not say that it is kept.
    """
    page = at("2026-12-08")
    add(
        page,
        SPEECH["words"],
        kind="Minutes each week",
        **{"Minutes each time": "30", "Times each week": "2", "First day": "2026-11-30"},
    )
    add(page, LOGS["words"])
    if what == "log":
        log(page, SPEECH["words"], "60")
    elif what in ("kept", "missed"):
        act(page, LOGS["words"], {"kept": "It's done", "missed": "It was missed"}[what])
        page.get_by_role("button", name="Done", exact=True).click()
    else:
        remove(page, LOGS["words"])
        if what == "undo":
            page.get_by_role("button", name="Undo").click()

    expect(page.get_by_role("status").filter(has_text="Not kept yet.")).to_be_visible()


# ---------- One task at a time


def test_a_task_has_the_page_to_itself(at):
    """
    While one is open neither the title of the page nor its other parts show; closed, all is there again.
    """
    page = at("2026-11-24")
    page.get_by_role("button", name="Add a promise").click()
    others = (
        page.get_by_role("heading", level=1),
        page.get_by_text("How to fill it out"),
        page.get_by_text("Only the signed words"),
    )
    for other in others:
        expect(other).to_be_hidden()
    page.get_by_role("button", name="Close", exact=True).click()

    for other in others:
        expect(other).to_be_visible()


@pytest.mark.parametrize("way", ["Back", "Close"])
def test_what_was_typed_is_not_thrown_away_unasked(way, at):
    """
    Back and Close ask first; "Keep typing" loses nothing, "Leave" goes. Nothing typed: no question.
    """
    page = at("2026-11-24")
    begin(page)
    page.get_by_label("Words of the agreement").fill("Half a sentence")
    page.get_by_role("button", name=way, exact=True).click()
    expect(page.get_by_role("group", name="Leave without saving?")).to_be_focused()
    page.get_by_role("button", name="Keep typing").click()
    expect(page.get_by_label("Words of the agreement")).to_have_value("Half a sentence")
    page.get_by_role("button", name=way, exact=True).click()
    page.get_by_role("button", name="Leave", exact=True).click()
    if way == "Back":
        expect(page.get_by_role("heading", name="What did they promise?")).to_be_focused()
        page.get_by_role("button", name=way, exact=True).click()

    expect(page.get_by_role("button", name="Add a promise")).to_be_focused()


def test_leaving_with_something_unsaved_asks(at):
    """
    The browser asks in its own words before what was typed is lost.
    """
    page = at("2026-11-24")
    begin(page)
    page.get_by_label("Words of the agreement").press_sequentially("Half")
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    with page.expect_event("dialog"):
        page.close(run_before_unload=True)

    assert ["beforeunload"] == asked


def test_without_a_connection_it_says_so_and_works_after(at, context):
    """
    The part that changes promises can't be loaded: a sentence says it; with the connection back, it opens.
    """
    page = at("2026-11-24")
    context.set_offline(True)
    page.get_by_role("button", name="Add a promise").click()
    expect(page.get_by_text("This needs a connection the first time.")).to_be_visible()
    context.set_offline(False)
    page.get_by_role("button", name="Add a promise").click()

    expect(page.get_by_role("heading", name="What did they promise?")).to_be_focused()


def test_a_keyboard_does_it_all(at):
    """
    Add a promise, mark it done, remove it, undo: without a mouse, the focus always somewhere that makes sense.
    """
    page = at("2026-12-07")
    words = "Logs come home"

    def press(*keys):
        for key in keys:
            page.keyboard.press(key)

    page.get_by_role("button", name="Add a promise").focus()
    press("Enter")
    expect(page.get_by_role("heading", name="What did they promise?")).to_be_focused()
    press("Tab", "Tab", "Enter")
    expect(page.get_by_role("heading", name="Something by a day")).to_be_focused()
    press("Tab", "Tab")
    page.keyboard.type(words)
    press("Tab", "Tab")
    page.keyboard.type("12112026")
    press("Enter")
    expect(page.get_by_role("button", name="Add a promise")).to_be_focused()
    press("Shift+Tab")
    expect(page.get_by_role("button", name=words)).to_be_focused()
    press("Enter")
    expect(page.get_by_role("heading", name=words)).to_be_focused()
    press("Tab")
    expect(page.get_by_role("button", name="It's done")).to_be_focused()
    press("Enter", "Tab", "Enter")
    expect(page.get_by_role("button", name=words)).to_be_focused()
    expect(row(page, words).get_by_text("Kept Dec 7, 2026")).to_be_visible()
    press("Enter")
    page.get_by_role("button", name="Remove this promise").focus()
    press("Space", "Tab", "Enter")
    expect(page.get_by_role("button", name="Undo", exact=True)).to_be_focused()
    press("Enter")

    expect(row(page, words)).to_be_visible()


# ---------- What is typed


def test_a_paper_promised_again_and_again_is_one_promise_a_month(at):
    """
    From the first day to the last, each with its own day and number; too many, or no last day, is told.
    """
    page = at("2026-12-07")
    typed = {"Day it is due": "2027-01-31"}
    add(page, "The reading log is sent home.", kind="A paper sent to me", **typed)
    expect(page.get_by_label("Last day it comes")).to_have_accessible_description(re.compile("Write the last day"))
    page.get_by_label("Last day it comes").fill("2036-01-01")
    page.get_by_role("button", name="Add this promise").click()
    expect(page.get_by_label("Last day it comes")).to_have_accessible_description(re.compile("more than 60 days"))
    page.get_by_label("Last day it comes").fill("2027-04-30")
    page.get_by_role("button", name="Add this promise").click()
    expect(page.get_by_text("4 promises added. Not kept yet.")).to_be_visible()
    keep_work(page)

    assert [("2027-01-31", 1), ("2027-02-28", 2), ("2027-03-31", 3), ("2027-04-30", 4)] == [
        (one["until"], one["number"]) for one in kept(page)["promises"]
    ]


def test_bad_input_gets_a_sentence_by_its_field_and_loses_nothing(at):
    """
    Nothing is saved, the sentence belongs to the field, the keyboard stands in it, and all that was typed is there.
    """
    for fields, sentence in BAD_INPUT:
        page = at("2026-11-24")
        typed = {
            "Words of the agreement": "Speech",
            "Minutes each time": "30",
            "Times each week": "2",
            "First day": "2026-11-30",
            "Last day": "2027-02-26",
            **fields,
        }
        add(page, typed.pop("Words of the agreement"), kind="Minutes each week", **typed)
        wrong = field(page, next(iter(fields)))

        expect(wrong).to_be_focused()
        expect(wrong).to_have_accessible_description(re.compile(re.escape(sentence)))
        assert typed == {label: field(page, label).input_value() for label in typed}


def test_a_day_that_is_none_is_told_while_typing(at):
    """
    29 February of a common year cannot be typed unnoticed; of a leap year it is a day as any other.
    """
    page = at("2026-11-24")
    begin(page)
    day = page.get_by_label("Day it is due")
    day.press_sequentially("02302027")
    expect(day).to_have_accessible_description(re.compile("There is no such date."))
    day.fill("")
    day.press_sequentially("02292027")
    expect(day).to_have_accessible_description(re.compile("There is no such date."))
    day.fill("2028-02-29")

    expect(day).to_have_accessible_description(re.compile("That is Tuesday, February 29, 2028."))


def test_a_log_that_cannot_be_is_told(at):
    """
    No minutes chosen, none typed, nothing said of the rest: each is asked for, and nothing is logged.
    """
    page = at("2026-12-08")
    keep(page, SPEECH)
    save = page.get_by_role("button", name="Save it")
    plot(page, SPEECH["words"]).get_by_role("button", name="Log a week").click()
    save.click()
    expect(page.get_by_text("Choose how many minutes.")).to_be_visible()
    page.get_by_label("Other", exact=True).check()
    page.get_by_label("Minutes", exact=True).fill("-5")
    save.click()
    expect(page.get_by_text("Write the minutes as a whole number, 0 if nothing was given.")).to_be_visible()
    page.get_by_label("0", exact=True).check()
    save.click()
    expect(page.get_by_text('Choose one. "I don\'t know" is fine.')).to_be_visible()

    assert [] == kept(page)["promises"][0]["log"]


@pytest.mark.parametrize(
    "day, sentence",
    [
        ("2026-12-09", "This day has not come yet."),
        ("2026-11-29", "The service begins later, on November 30, 2026."),
        ("", "Write the day."),
    ],
)
def test_a_session_that_cannot_be_is_told(day, sentence, at):
    """
    A session lies between the first day and today.
    """
    page = at("2026-12-08")
    keep(page, {**SPEECH, "kind": "total"})
    page.get_by_role("button", name="Log a session").click()
    page.get_by_label("Day", exact=True).fill(day)
    page.get_by_label("30", exact=True).check()
    page.get_by_role("button", name="Save it").click()

    expect(page.get_by_text(sentence)).to_be_visible()
    assert [] == kept(page)["promises"][0]["log"]


def test_two_promises_alike_are_told_and_can_both_stay(at):
    """
    The second one is told once; pressing again keeps both.
    """
    page = at("2026-11-24")
    keep(page, LOGS)
    add(
        page,
        LOGS["words"].upper(),
        **{"Day it is due": LOGS["until"], "Where it is in the agreement": LOGS["item"]},
    )
    expect(page.get_by_text("Promise 2 says the same.")).to_be_visible()
    assert 1 == len(kept(page)["promises"])
    page.get_by_role("button", name="Add this promise").click()

    expect(page.get_by_role("heading", name="All 2 promises")).to_be_visible()


def test_what_a_parent_types_is_text(at, complaints):
    """
    Markup in the words is shown as it was typed, in the row, the letter's lines and the log.
    """
    page = at("2026-12-14")
    words = "<img src=x onerror=alert(1)><b>bold</b>"
    keep(page, {**LOGS, "words": words, "who": words, "note": words})
    expect(page.get_by_role("heading", name=words)).to_be_visible()
    act(page, words, "Write about this")

    assert (
        0 == page.locator("guide-tracker img, guide-tracker b:not(.guide-tracker__bar > b, .guide-timeline b)").count()
    )
    assert [] == complaints


# ---------- Removing


def test_a_promise_is_removed_only_after_a_question(at):
    """
    "No, keep it" changes nothing; after "Yes" the promise goes with its log, and "Undo" brings all of it back.
    """
    page = at("2026-12-08")
    keep(page, {**SPEECH, "log": [session("2026-12-01")]}, LOGS)
    before = kept(page)
    act(page, SPEECH["words"], "Remove this promise")
    expect(page.get_by_role("group", name="Remove this promise?")).to_be_focused()
    page.get_by_role("button", name="No, keep it").click()
    assert before == kept(page)
    page.get_by_role("button", name="Close", exact=True).click()
    remove(page, SPEECH["words"])
    expect(row(page, SPEECH["words"])).to_have_count(0)
    expect(page.get_by_role("button", name="Undo", exact=True)).to_be_focused()
    page.get_by_role("button", name="Undo", exact=True).click()

    assert before == kept(page)


def test_an_entry_of_the_log_can_be_deleted_and_brought_back(at):
    """
    A slip in the log is mended by deleting it; "Undo" brings it back.
    """
    page = at("2026-12-08")
    keep(page, {**SPEECH, "log": [session("2026-12-01"), session("2026-12-03", 300)]})
    before = kept(page)
    row(page, SPEECH["words"]).get_by_role("button").click()
    page.get_by_text("2 entries in the log").click()
    page.get_by_role("button", name="Delete: Dec 3, 2026: 300 minutes").click()
    expect(plot(page, SPEECH["words"])).to_contain_text("30 of 60 given.")
    page.get_by_role("button", name="Undo", exact=True).click()

    assert before == kept(page)
