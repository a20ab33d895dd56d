"""
The agreement tracker, as a parent uses it from the signing to the letter.
"""

import csv
import io
import json
import re
from datetime import date, timedelta
from pathlib import Path

import icalendar
import pytest
from lxml import html
from playwright.sync_api import expect

from barriers import barriers
from chromium import SIZES
from guide.data import read_data
from tracker import PAGE, add, field, keep, kept, promise, row, session

ROOT = Path(__file__).resolve().parent.parent.parent
LETTER = "letters/agreement-compliance.html"
SAVED = "track/saved-work.html"
NOON = "T12:00:00"


SPEECH = promise(
    1,
    "Speech therapy, 30 minutes, twice a week",
    kind="week",
    minutes="30",
    times="2",
    item="Item 1",
    who="speech therapist",
    **{"from": "2026-11-30"},
    until="2027-02-26",
)
FULL_WEEKS = [session(day, 60) for day in ("2026-12-01", "2026-12-08", "2026-12-15")]
THREE = [session(day) for day in ("2026-12-01", "2026-12-02", "2026-12-03")]
LOGS = promise(2, "The district sends the logs home", until="2026-12-11", item="Item 4")
REVIEW = promise(3, "The team reviews the first weeks", until="2027-02-12", item="Item 6")


@pytest.fixture
def at(page, address):
    """
    Open the tracker at noon of a day.
    """

    def go(day, path=PAGE, base=address):
        page.clock.set_fixed_time(day + NOON)
        page.goto(base + path)
        return page

    return go


def tally(page):
    return page.get_by_role("list", name="How it stands today").inner_text().split()


# ---------- Without scripts


@pytest.mark.browser_context_args(java_script_enabled=False)
@pytest.mark.parametrize("size", SIZES)
def test_without_scripts_the_table_is_there_to_be_printed(size, page, address):
    """
    The example can be read on screen; on paper the tables stand alone, each with an example and empty rows.
    """
    page.set_viewport_size(SIZES[size])
    page.goto(address + PAGE)
    expect(page.get_by_text("Example: “Speech therapy")).to_be_visible()
    page.emulate_media(media="print")

    assert [8, 16] == [table.get_by_role("row").count() for table in page.get_by_role("table").all()]
    expect(page.get_by_role("row").last).to_be_visible()
    expect(page.get_by_role("heading", name="The first time a promise is missed")).to_be_hidden()
    assert 0 == page.get_by_role("button").filter(visible=True).count()


# ---------- The states


def test_an_empty_tracker_says_how_to_begin(at):
    """
    One sentence and one button; no counts of nothing.
    """
    page = at("2026-11-24")

    expect(page.get_by_text("There are no promises here yet.")).to_be_visible()
    expect(page.get_by_role("button", name="Add a promise")).to_be_visible()
    expect(page.get_by_role("list", name="How it stands today")).to_be_hidden()


def test_a_promise_comes_near_and_is_late(at):
    """
    Over ninety days: coming, near, due, late, each in words.
    """
    page = at("2026-11-24")
    keep(page, LOGS)

    for day, said, late in (
        ("2026-11-24", "Due in 17 days", False),
        ("2026-12-04", "Due soon, in 7 days", False),
        ("2026-12-10", "Due tomorrow", False),
        ("2026-12-11", "Due today", False),
        ("2026-12-12", "Late by 1 day", True),
        ("2027-02-22", "Late by 73 days", True),
    ):
        at(day)
        expect(row(page, LOGS["words"]).get_by_text(said, exact=True)).to_be_visible()
        assert ["0", "kept", str(int(not late)), "to", "come", str(int(late)), "late"] == tally(page), day


# What is agreed beside SPEECH, what was logged, and what is said of it on a day.
SERVICES = [
    ({}, [], "2026-11-29", "Begins tomorrow"),
    ({}, [], "2026-12-02", "Running"),
    ({}, [], "2026-12-07", "Nothing logged yet"),
    ({}, [session("2026-12-01"), session("2026-12-03")], "2026-12-07", "On pace"),
    ({}, [session("2026-12-01")], "2026-12-07", "Behind by 30 minutes"),
    ({}, [session("2026-12-01"), session("2026-12-03", excused=True)], "2026-12-07", "On pace"),
    ({}, [session("2026-12-01", 0), session("2026-12-08", 0)], "2026-12-14", "Behind by 120 minutes"),
    # What was not logged is not owed: of two weeks one, of five the four without a session.
    ({}, [session("2026-12-01", 0)], "2026-12-14", "Behind by 60 minutes"),
    ({}, [session("2026-12-01"), session("2026-12-03")], "2026-12-14", "1 week not logged"),
    ({}, [session("2026-12-01"), session("2026-12-03")], "2027-01-04", "4 weeks not logged"),
    (
        {},
        [session("2026-12-01"), session("2026-12-03"), session("2026-12-08", excused=True)],
        "2026-12-14",
        "1 week not logged",
    ),
    # Three weeks and five school days are four weeks of sessions; three school days are one session of two.
    ({"until": "2026-12-25"}, [session("2026-12-01", 240)], "2026-12-26", "All given"),
    ({"until": "2026-12-23"}, [*FULL_WEEKS, session("2026-12-22", 0)], "2026-12-24", "30 minutes owed"),
    ({"until": "2026-12-25"}, [*FULL_WEEKS, session("2026-12-22", 45)], "2026-12-26", "15 minutes owed"),
    ({"until": "2026-12-23"}, FULL_WEEKS, "2026-12-24", "1 week not logged"),
    # So many times in all: only the last day makes it late.
    (
        {"kind": "total", "times": "10", "until": "2026-12-19"},
        [session("2026-12-01")],
        "2026-12-14",
        "Slower than needed",
    ),
    (
        {"kind": "total", "times": "10", "until": "2026-12-19"},
        [session("2026-12-01", 300)],
        "2026-12-14",
        "All given",
    ),
    (
        {"kind": "total", "times": "10", "until": "2026-12-19"},
        [session("2026-12-01", 270)],
        "2026-12-20",
        "1 session not logged",
    ),
    (
        {"kind": "total", "times": "4", "until": "2026-12-19"},
        [*THREE, session("2026-12-04", 0)],
        "2026-12-20",
        "30 minutes owed",
    ),
    (
        {"kind": "total", "times": "6", "until": "2026-12-19"},
        [*THREE, session("2026-12-04", 0)],
        "2026-12-20",
        "30 minutes owed",
    ),
    ({"kind": "total", "times": "10", "until": ""}, [session("2026-12-01")], "2026-12-20", "Running"),
    # A session logged before the first day, or for a day to come, does not count.
    ({}, [session("2026-11-01"), session("2026-12-01")], "2026-12-07", "Behind by 30 minutes"),
]


def test_a_service_is_counted(at):
    """
    Minutes due and given, week by week, say how it stands; each of many services by itself.
    """
    page = at("2026-11-24")
    keep(
        page,
        *(
            {**SPEECH, **more, "id": f"{n:08x}", "number": n, "words": f"Service {n:02}", "log": log}
            for n, (more, log, _, _) in enumerate(SERVICES, 1)
        ),
    )

    for day in sorted({day for _, _, day, _ in SERVICES}):
        at(day)
        for n, (_, _, its_day, said) in enumerate(SERVICES, 1):
            if its_day == day:
                expect(row(page, f"Service {n:02}").get_by_text(said, exact=True)).to_be_visible()


def test_without_a_log_nothing_is_owed(at):
    """
    Three weeks without a session logged are no time owed and no miss: not in the row, the tally, the table, or on paper.
    """
    page = at("2026-11-24")
    keep(page, SPEECH)
    at("2026-12-21")
    expect(row(page, SPEECH["words"])).to_contain_text("Nothing logged yet")
    expect(row(page, SPEECH["words"])).not_to_contain_text("owed")
    expect(page.get_by_role("heading", name=re.compile("what to do now"))).to_be_hidden()
    assert ["0", "kept", "1", "to", "come", "0", "late"] == tally(page)
    data, _ = saved_file(page, "Save as a table")
    (line,) = csv.DictReader(io.StringIO(data.decode("utf-8").removeprefix("\ufeff"), newline=""))
    assert ("180", "", "", "180") == tuple(
        line[name] for name in ("Minutes due so far", "Minutes given", "Make-up minutes owed", "Minutes not logged")
    )
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")

    printed = page.get_by_role("row").filter(has_text=SPEECH["words"]).filter(visible=True)
    expect(printed).to_contain_text("Nothing logged yet.")
    expect(printed).not_to_contain_text("owed")


def test_what_is_said_of_a_service_tells_logged_from_not_logged(at):
    """
    Minutes owed are those of the logged week; the others are said to be not logged.
    """
    page = at("2026-11-24")
    keep(page, {**SPEECH, "log": [session("2026-12-01")]})
    at("2026-12-21")

    expect(row(page, SPEECH["words"])).to_contain_text(
        "30 of 60 minutes given, as far as you logged. Make-up owed: 30 minutes. 2 weeks not logged, so not counted."
    )


def test_a_logged_session_counts_at_once(at):
    """
    The day, the minutes, one press: the row says what was given, what is owed, and when it was last logged.
    """
    page = at("2026-11-24")
    keep(page, SPEECH)
    at("2026-12-08")
    page.get_by_role("button", name=re.compile("^Log a session")).click()
    page.get_by_label("Day", exact=True).fill("2026-12-01")
    page.get_by_role("button", name="Log the session").click()

    expect(row(page, SPEECH["words"])).to_contain_text("30 of 60 minutes given so far. Make-up owed: 30 minutes.")
    expect(row(page, SPEECH["words"])).to_contain_text("Last logged December 1, 2026.")


def test_late_ones_come_first_and_kept_ones_last(at):
    """
    A parent sees first what needs something done.
    """
    page = at("2026-11-24")
    keep(page, promise(1, "Done", until="2026-12-01", kept="2026-12-01"), REVIEW, LOGS)
    at("2026-12-14")

    assert [LOGS["words"], REVIEW["words"], "Done"] == page.get_by_role("list", name="Your promises").get_by_role(
        "heading"
    ).all_inner_texts()


def test_kept_and_missed_are_noted_and_can_be_taken_back(at):
    """
    "It was kept" asks for the day; a change takes it back. "It was missed" asks what happened.
    """
    page = at("2026-12-07")
    keep(page, LOGS)
    page.get_by_role("button", name=re.compile("^It was kept")).click()
    page.get_by_label("When was it kept?").fill("2026-12-06")
    page.get_by_role("button", name="Done", exact=True).click()
    expect(row(page, LOGS["words"]).get_by_text("Kept Dec 6, 2026")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Change: ")).click()
    page.get_by_label("Day it was kept").fill("")
    page.get_by_role("button", name="Change the promise").click()
    page.get_by_role("button", name=re.compile("^It was missed")).click()
    page.get_by_label("What happened?").fill("No log came.")
    page.get_by_role("button", name="Done", exact=True).click()

    expect(row(page, LOGS["words"]).get_by_text("Missed", exact=True)).to_be_visible()
    expect(row(page, LOGS["words"])).to_contain_text("What happened: No log came.")


def test_midnight_passes_while_the_page_stands_open(at):
    """
    Coming back to the page the next morning shows the new day.
    """
    page = at("2026-12-11")
    keep(page, LOGS)
    page.clock.set_fixed_time("2026-12-12" + NOON)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    expect(row(page, LOGS["words"]).get_by_text("Late by 1 day")).to_be_visible()


# ---------- Saved or not


def test_only_what_is_on_the_device_is_called_saved(at):
    """
    Nothing kept: "Not saved yet", with the choice right below. Kept in the tab or on the device: just that is said.
    """
    page = at("2026-12-07")
    add(page, LOGS["words"], **{"Day it is due": LOGS["until"]})
    said = page.get_by_text("Added. Not saved yet.")
    choice = page.get_by_role("group", name="Keep your promises?")
    expect(said).to_be_visible()
    expect(choice).to_be_visible()
    assert 0 < choice.bounding_box()["y"] - said.bounding_box()["y"] < 200
    page.get_by_role("button", name="Don't keep").click()
    expect(said).to_be_hidden()
    page.get_by_label("Date of the agreement").fill("2026-11-20")
    page.get_by_label("Date of the agreement").blur()
    expect(page.get_by_text("The date is set. Not saved yet.")).to_be_visible()
    page.get_by_role("button", name="Keep my promises on this device").click()
    page.get_by_role("button", name=re.compile("^Only until this tab closes")).click()
    expect(page.get_by_text("Not saved yet")).to_have_count(0)
    add(page, REVIEW["words"])
    expect(page.get_by_text("Added. Kept only until this tab closes.")).to_be_visible()
    page.get_by_role("button", name="Kept until this tab closes. Change").click()
    page.get_by_role("button", name=re.compile("^Keep on this device")).click()
    add(page, "A third promise")

    expect(page.get_by_text("Added. Saved on this device.")).to_be_visible()


@pytest.mark.parametrize("act", ["session", "kept", "missed", "drop", "undo"])
def test_no_change_is_called_saved_where_nothing_is_kept(act, at):
    """
    Whatever is done with a promise, what is said of it does not say that it is saved.
    """
    page = at("2026-12-08")
    add(
        page,
        SPEECH["words"],
        kind="A service, a number of times each week",
        **{"Minutes each time": "30", "Times each week": "2", "First day": "2026-11-30"},
    )
    add(page, LOGS["words"])
    page.get_by_role("button", name="Don't keep").click()
    if act == "session":
        page.get_by_role("button", name=re.compile("^Log a session")).click()
        page.get_by_role("button", name="Log the session").click()
    elif act in ("kept", "missed"):
        page.get_by_role("button", name=re.compile(f"^It was {act}")).click()
        page.get_by_role("button", name="Done", exact=True).click()
    else:
        page.get_by_role("button", name=f"Change: {LOGS['words']}").click()
        page.get_by_role("button", name="Delete this promise").click()
        if act == "undo":
            page.get_by_role("button", name="Undo").click()

    expect(page.get_by_role("status").filter(has_text="Not saved yet.")).to_be_visible()


# ---------- From two misses to the letter


def test_ninety_days_two_misses_and_the_letter(at, address):
    """
    Typed, kept, looked at over ninety days; the first miss asks for a note, the second for the letter, and the letter
    holds the late promises, their days, what happened and the date of the agreement, and nothing else.
    """
    page = at("2026-11-24")
    page.get_by_label("Date of the agreement").fill("2026-11-20")
    add(
        page,
        SPEECH["words"],
        kind="A service, a number of times each week",
        **{
            "Minutes each time": "30",
            "Times each week": "2",
            "First day": "2026-11-30",
            "Last day": "2027-02-26",
            "Where it is in the agreement": "Item 1",
        },
    )
    page.get_by_role("button", name=re.compile("^Keep on this device")).click()
    add(page, LOGS["words"], **{"Day it is due": "2026-12-11"})
    add(page, REVIEW["words"], **{"Day it is due": "2027-02-12"})

    at("2026-12-12")
    expect(page.get_by_role("heading", name="The first miss: what to do now")).to_be_visible()
    page.get_by_role("button", name=f"Say what happened: {LOGS['words']}").click()
    page.get_by_label("What happened?").fill("No log came home")
    page.get_by_role("button", name="Done", exact=True).click()

    at("2027-02-22")
    page.get_by_role("button", name=f"It was kept: {REVIEW['words']}").click()
    page.get_by_label("When was it kept?").fill("2027-02-12")
    page.get_by_role("button", name="Done", exact=True).click()
    for day, minutes in (("2026-12-01", "30"), ("2026-12-03", "30"), ("2026-12-08", "0")):
        page.get_by_role("button", name=f"Log a session: {SPEECH['words']}").click()
        page.get_by_label("Day", exact=True).fill(day)
        page.get_by_label("Minutes", exact=True).fill(minutes)
        page.get_by_role("button", name="Log the session").click()
    expect(page.get_by_role("heading", name=re.compile("misses: what to do now"))).to_be_visible()
    page.get_by_role("button", name="Write about these 2 promises").click()
    page.get_by_role("button", name=re.compile("^Only until this tab closes")).click()
    page.wait_for_url(re.compile(re.escape(LETTER)))

    assert page.get_by_label("Steps that were missed").input_value().split("\n") == [
        '"The district sends the logs home": due December 11, 2026. No log came home.',
        'Item 1, "Speech therapy, 30 minutes, twice a week": due from November 30, 2026 to February 26, 2027. '
        "By February 22, 2027, 120 minutes were due in the weeks that I logged. My log shows 60 given, so 60 are owed.",
    ]
    assert "2026-11-20" == page.get_by_label("Date of the agreement").input_value()
    assert "" == page.get_by_label("Your name").input_value()


def test_the_letter_knows_the_blanks_that_the_tracker_fills(site):
    """
    The letter and the keys of its blanks are those of the data.
    """
    data = read_data(ROOT / "docs/_data")
    built = html.parse(str(site / PAGE)).xpath("//a[@data-letter]")[0]
    letter, listed, signed = (built.get(f"data-{name}") for name in ("letter", "list", "date"))
    written = (ROOT / f"docs/letters/{letter}.md").read_text(encoding="utf-8")

    assert letter in data.letters
    assert [("list", "letter", True), ("date", "dispute", True)] == [
        (data.fields[key].kind, data.fields[key].group, f"[{data.fields[key].label}]" in written)
        for key in (listed, signed)
    ]


def test_nothing_goes_to_the_letter_before_it_is_asked_for(at):
    """
    Opening the panel shows the lines, and writes nothing.
    """
    page = at("2026-12-14")
    keep(page, LOGS)
    page.get_by_role("button", name="Write about this promise").click()

    expect(page.get_by_text("due December 11, 2026. It was not done.")).to_be_visible()
    assert kept(page, "answers") is None


@pytest.mark.parametrize(
    "choice, lines", [("Add mine below them", ["An old line.", "mine"]), ("Replace them with mine", ["mine"])]
)
def test_what_stands_in_the_letter_is_not_lost_unseen(choice, lines, at):
    """
    Other lines in the letter are shown first; the parent adds to them or replaces them. All else stays.
    """
    page = at("2026-12-14")
    keep(
        page,
        part="answers",
        work={
            "fields": {"parent-name": "Pat", "agreement-date": "2026-10-20"},
            "letters": {
                "agreement-compliance": {
                    "fields": {"missed-list": "An old line.", "copy-to": "Jo"},
                    "choices": {"in-iep": True},
                },
                "iee-request": {"fields": {}, "choices": {}},
            },
        },
    )
    keep(page, LOGS)
    page.get_by_role("button", name="Write about this promise").click()
    expect(page.get_by_text("An old line.")).to_be_visible()
    expect(page.get_by_text("different date for the agreement, October 20, 2026. It stays")).to_be_visible()
    page.get_by_role("button", name=choice).click()
    page.wait_for_url(re.compile(re.escape(LETTER)))
    answers = kept(page, "answers")
    mine = 'Item 4, "The district sends the logs home": due December 11, 2026. It was not done.'

    assert {
        "fields": {"parent-name": "Pat", "agreement-date": "2026-10-20"},
        "letters": {
            "agreement-compliance": {
                "fields": {"missed-list": "\n".join(lines).replace("mine", mine), "copy-to": "Jo"},
                "choices": {"in-iep": True},
            },
            "iee-request": {"fields": {}, "choices": {}},
        },
    } == answers


def test_the_same_line_is_not_put_in_twice(at):
    """
    Pressing again another day adds only what is new.
    """
    page = at("2026-12-14")
    keep(page, part="answers", work={"fields": {}, "letters": {}})
    keep(page, LOGS)
    for _ in range(2):
        at("2026-12-14")
        page.get_by_role("button", name="Write about this promise").click()
        page.get_by_role("button", name=re.compile("^Put it in")).click()
        page.wait_for_url(re.compile(re.escape(LETTER)))

    assert 1 == len(page.get_by_label("Steps that were missed").input_value().split("\n"))


def test_a_browser_that_keeps_nothing_says_so_at_the_letter(at):
    """
    Where nothing can be carried over the lines stay on the page, to be copied.
    """
    page = at("2026-12-14")
    keep(page, LOGS)
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') } }"
    )
    page.get_by_role("button", name="Write about this promise").click()
    page.get_by_role("button", name=re.compile("^Only until this tab closes")).click()

    expect(page.get_by_text("nothing can be carried over")).to_be_visible()
    assert PAGE in page.url


# ---------- Bad input


# What is typed into a field, and what is said of it there.
BAD_INPUT = [
    ({"Words of the agreement": " "}, "Copy the words of the agreement here."),
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
        add(page, typed.pop("Words of the agreement"), kind="A service, a number of times each week", **typed)
        wrong = field(page, next(iter(fields)))

        expect(wrong).to_be_focused()
        expect(wrong).to_have_accessible_description(re.compile(re.escape(sentence)))
        assert typed == {label: field(page, label).input_value() for label in typed}
        expect(page.get_by_text("There are no promises here yet.")).to_be_visible()


def test_a_day_that_is_none_is_told_while_typing(at):
    """
    29 February of a common year cannot be typed unnoticed; of a leap year it is a day as any other.
    """
    page = at("2026-11-24")
    page.get_by_role("button", name="Add a promise").click()
    day = page.get_by_label("Day it is due")
    day.press_sequentially("02302027")
    expect(day).to_have_accessible_description(re.compile("There is no such date."))
    day.fill("")
    day.press_sequentially("02292027")
    expect(day).to_have_accessible_description(re.compile("There is no such date."))
    day.fill("2028-02-29")

    expect(day).to_have_accessible_description(re.compile("That is Tuesday, February 29, 2028."))


@pytest.mark.parametrize(
    "day, minutes, sentence",
    [
        ("2026-12-09", "30", "This day has not come yet."),
        ("2026-11-29", "30", "The service begins later, on November 30, 2026."),
        ("", "30", "Write the day."),
        ("2026-12-01", "-5", "Write the minutes as a whole number, 0 if nothing was given."),
    ],
)
def test_a_session_that_cannot_be_is_told(day, minutes, sentence, at):
    """
    A session lies between the first day and today.
    """
    page = at("2026-12-08")
    keep(page, SPEECH)
    page.get_by_role("button", name=re.compile("^Log a session")).click()
    page.get_by_label("Day", exact=True).fill(day)
    page.get_by_label("Minutes", exact=True).fill(minutes)
    page.get_by_role("button", name="Log the session").click()

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
    page.get_by_role("button", name="Add the promise").click()

    assert ["0", "kept", "2", "to", "come", "0", "late"] == tally(page)


def test_a_second_form_does_not_throw_away_the_first(at):
    """
    While something typed is not saved, another form does not open, and a sentence says why.
    """
    page = at("2026-11-24")
    keep(page, LOGS)
    page.get_by_role("button", name="Add a promise").click()
    page.get_by_label("Words of the agreement").fill("Half a sentence")
    page.get_by_role("button", name=re.compile("^It was kept")).click()

    expect(page.get_by_text("Finish this first, or cancel it.")).to_be_visible()
    expect(page.get_by_label("Words of the agreement")).to_have_value("Half a sentence")


def test_leaving_with_something_unsaved_asks(at):
    """
    The browser asks in its own words before what was typed is lost.
    """
    page = at("2026-11-24")
    page.get_by_role("button", name="Add a promise").click()
    page.get_by_label("Words of the agreement").press_sequentially("Half")
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    with page.expect_event("dialog"):
        page.close(run_before_unload=True)

    assert ["beforeunload"] == asked


def test_what_a_parent_types_is_text(at, complaints):
    """
    Markup in the words is shown as it was typed, in the row, the letter's lines and the log.
    """
    page = at("2026-12-14")
    words = "<img src=x onerror=alert(1)><b>bold</b>"
    keep(page, {**LOGS, "words": words, "who": words, "note": words})
    page.get_by_role("button", name="Write about this promise").click()

    assert 0 == page.locator("guide-tracker img, guide-tracker b").count()
    expect(page.get_by_role("heading", name=words)).to_be_visible()
    assert [] == complaints


# ---------- Kept work


def test_the_question_to_keep_comes_with_the_first_promise(at):
    """
    Nothing is kept unasked; after "Keep on this device" it is there tomorrow.
    """
    page = at("2026-11-24")
    add(page, "First", **{"Day it is due": "2026-12-11"})
    assert kept(page) is None
    page.get_by_role("group", name="Keep your promises?").get_by_role(
        "button", name=re.compile("^Keep on this device")
    ).click()
    at("2026-11-25")

    expect(row(page, "First")).to_be_visible()


def test_delete_can_be_undone(at):
    """
    The promise goes with its log, and "Undo" brings all of it back.
    """
    page = at("2026-12-08")
    keep(page, {**SPEECH, "log": [session("2026-12-01")]}, LOGS)
    before = kept(page)
    page.get_by_role("button", name=f"Change: {SPEECH['words']}").click()
    page.get_by_role("button", name="Delete this promise").click()
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
    page.get_by_role("button", name=re.compile("^Change")).click()
    page.get_by_text("2 entries in the log").click()
    page.get_by_role("button", name="Delete: Dec 3, 2026: 300 minutes").click()
    expect(row(page, SPEECH["words"])).to_contain_text("30 of 60 minutes given")
    page.get_by_role("button", name="Undo", exact=True).click()

    assert before == kept(page)


def test_save_erase_open_gives_back_the_same(at, tmp_path):
    """
    The file holds the promises; after erasing and opening it the very same work is kept.
    """
    page = at("2026-12-08")
    keep(
        page,
        {**SPEECH, "log": [session("2026-12-01"), session("2026-12-03", excused=True)]},
        {**LOGS, "note": "Zwei\nZeilen ☂"},
        REVIEW,
    )
    before = kept(page)
    at("2026-12-08", SAVED)
    expect(page.get_by_text("3 promises from an agreement, until November 24, 2027.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my work to a file").click()
    file = tmp_path / "work.json"
    download.value.save_as(file)
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_role("button", name="Yes, erase it").click()
    assert kept(page) is None
    page.get_by_label("Choose the file").set_input_files(file)
    page.get_by_role("button", name=re.compile("^Keep on this device")).click()
    expect(page.get_by_text("The file is open.")).to_be_visible()

    assert before == kept(page)
    at("2026-12-08")
    expect(row(page, SPEECH["words"])).to_contain_text("Last logged December 3, 2026.")


def test_a_part_of_a_later_edition_is_passed_over(at, tmp_path):
    """
    A file with a part that this edition does not know opens with those it does: so the format keeps its number.
    """
    page = at("2026-12-08", SAVED)
    file = tmp_path / "work.json"
    part = {"kept": "2026-11-24", "work": {"promises": [LOGS]}}
    file.write_text(json.dumps({"version": 2, "parts": {"later": part, "tracker": part}}), encoding="utf-8")
    page.get_by_label("Choose the file").set_input_files(file)
    page.get_by_role("button", name=re.compile("^Keep on this device")).click()
    expect(page.get_by_text("The file is open.")).to_be_visible()

    assert [LOGS] == kept(page)["promises"]


@pytest.mark.parametrize("cut", [0.3, 0.9])
def test_a_file_cut_in_half_changes_nothing(cut, at, tmp_path):
    """
    It is refused with a sentence, and what was kept is as it was.
    """
    page = at("2026-12-08")
    keep(page, LOGS)
    before = kept(page)
    whole = json.dumps({"version": 2, "parts": {"tracker": {"kept": "2026-11-24", "work": {"promises": [REVIEW]}}}})
    file = tmp_path / "work.json"
    file.write_text(whole[: int(len(whole) * cut)], encoding="utf-8")
    at("2026-12-08", SAVED)
    page.get_by_label("Choose the file").set_input_files(file)

    expect(page.get_by_text("or it's damaged. Nothing was changed.")).to_be_visible()
    assert before == kept(page)


@pytest.mark.parametrize(
    "broken, sentence",
    [
        ({"minutes": "-5"}, "Write the minutes as a whole number"),
        ({"minutes": {"a": 1}}, "Write the minutes as a whole number"),
        ({"until": "2027-02-29"}, "There is no such date."),
        ({"until": "2026-01-01"}, "The last day is before the first one"),
        ({"words": "  "}, "Copy the words of the agreement here."),
        (
            {"log": [{"day": "2026-12-01", "minutes": "lots"}, {"day": 7}, None, {"day": "2026-12-03", "minutes": 30}]},
            "30 of 60 minutes given",
        ),
        ({"log": "none", "id": "<b>", "number": -1, "kind": "week"}, "60 minutes"),
    ],
)
def test_half_broken_kept_work_shows_what_it_can(broken, sentence, at, complaints):
    """
    A promise that was changed by hand is shown with a sentence; the others are as they were.
    """
    page = at("2026-11-24")
    keep(page, {**SPEECH, **broken}, LOGS)
    at("2026-12-08")

    expect(page.get_by_role("list", name="Your promises")).to_contain_text(
        re.compile(re.escape(sentence)) if sentence != "60 minutes" else "Nothing logged yet"
    )
    expect(row(page, LOGS["words"]).get_by_text("Due soon, in 3 days")).to_be_visible()
    assert [] == complaints


def test_what_is_no_promise_is_told_and_carried_along(at):
    """
    Entries that cannot be read are counted in a sentence and stay in what is kept, also after a change.
    """
    page = at("2026-12-08")
    keep(page, LOGS, 7, {"words": ["no"]}, None)
    expect(page.get_by_text("3 saved entries can't be read.")).to_be_visible()
    add(page, "New", **{"Day it is due": "2026-12-20"})

    assert ([7, {"words": ["no"]}, None], 2) == (kept(page)["unread"], len(kept(page)["promises"]))


def test_a_broken_day_is_told_in_the_form(at):
    """
    A kept day that is none does not vanish without a word.
    """
    page = at("2026-12-08")
    keep(page, {**LOGS, "until": "2026-13-45"})
    page.get_by_role("button", name=re.compile("^Change")).click()

    expect(page.get_by_label("Day it is due")).to_have_accessible_description(
        re.compile("What was kept here isn.t a date: 2026-13-45.")
    )


# ---------- Files and paper


def saved_file(page, button):
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return Path(download.value.path()).read_bytes(), download.value.suggested_filename


def test_the_table_file_holds_no_formula(at):
    """
    UTF-8 with its mark, Windows line ends, all cells in quotes, and no cell that a spreadsheet would calculate.
    """
    page = at("2026-12-14")
    evil = ["=1+1", "+1", "-1", "@sum", "\tx", "\rx"]
    keep(
        page,
        {
            **SPEECH,
            "words": '=HYPERLINK("http://x")',
            "who": evil[1],
            "where": evil[2],
            "proof": evil[3],
            "item": evil[4],
            "note": evil[0],
            "log": [session("2026-12-01")],
        },
        {**LOGS, "words": 'Zeile "eins"\nzwei, drei ☂'},
    )
    data, name = saved_file(page, "Save as a table")
    text = data.decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))

    assert ("agreement-promises.csv", True, True) == (name, text.startswith("\ufeff"), text.endswith('"\r\n'))
    assert [] == [cell for one in rows for cell in one.values() if re.match(r"[=+\-@\t\r]", cell)]
    assert ['\'=HYPERLINK("http://x")', "'+1", "'-1", "'@sum", "'\tx", "'=1+1"] == [
        rows[1][name]
        for name in (
            "Words of the agreement",
            "Who",
            "Where it is done",
            "How I will know",
            "Where it is",
            "What happened",
        )
    ]
    assert ('Zeile "eins"\nzwei, drei ☂', "Late by 3 days", "2026-12-11") == tuple(
        rows[0][name] for name in ("Words of the agreement", "State", "Last day, or day due")
    )
    assert ("Behind by 30 minutes", "120", "30", "30", "60", "2026-12-01: 30") == tuple(
        rows[1][name]
        for name in (
            "State",
            "Minutes due so far",
            "Minutes given",
            "Make-up minutes owed",
            "Minutes not logged",
            "Log",
        )
    )
    assert "\n" not in text.replace("\r\n", "").replace("\nzwei", "")


@pytest.mark.parametrize("zone", ["America/Chicago", "Pacific/Kiritimati"])
def test_the_calendar_file_has_the_right_days(zone, browser, address):
    """
    All-day events on the very day, across daylight saving, leap day and new year: one name for ever, no word of the
    agreement, two reminders, the page as the source.
    """
    context = browser.new_context(timezone_id=zone)
    page = context.new_page()
    page.clock.set_fixed_time("2026-11-24" + NOON)
    page.goto(address + PAGE)
    for day in ("2027-03-14", "2027-11-07", "2028-02-29", "2026-12-31", "2027-01-01"):
        keep(page, {**LOGS, "until": day}, {**SPEECH, "from": day, "until": day}, promise(4, "Without a day"))
        read = [icalendar.Calendar.from_ical(saved_file(page, "Add the dates to my calendar")[0]) for _ in range(2)]
        events, again = (calendar.walk("VEVENT") for calendar in read)

        expected = date.fromisoformat(day)
        assert {expected} == {event.decoded("DTSTART") for event in events}
        assert {expected + timedelta(days=1)} == {event.decoded("DTEND") for event in events}
        assert [
            "Agreement, promise 1: a service begins",
            "Agreement, promise 1: a service ends",
            "Agreement, promise 2: day due",
        ] == sorted(str(event["SUMMARY"]) for event in events)
        assert 3 == len({str(event["UID"]) for event in events})
        assert [str(event["UID"]) for event in events] == [str(event["UID"]) for event in again]
        assert [[timedelta(days=-7, hours=9), timedelta(hours=9)]] * 3 == [
            sorted(alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")) for event in events
        ]
        assert all(
            PAGE in str(event["DESCRIPTION"]) and "speech" not in event.to_ical().decode().lower() for event in events
        )
    context.close()


def test_days_that_are_past_or_kept_are_not_for_the_calendar(at):
    """
    With nothing ahead a sentence says so, and no file is made.
    """
    page = at("2026-12-14")
    keep(page, LOGS, {**REVIEW, "kept": "2026-12-13"})
    page.get_by_role("button", name="Add the dates to my calendar").click()

    expect(page.get_by_text("There are no dates ahead")).to_be_visible()


def test_the_printed_table_holds_the_promises_and_room_for_more(at):
    """
    On paper: a row for each promise with its state, six empty ones, no example, nothing else of the page.
    """
    page = at("2026-12-14")
    keep(page, SPEECH, LOGS)
    page.evaluate(
        "() => { window.print = () => { window.dispatchEvent(new Event('beforeprint')); window.printed = true } }"
    )
    page.get_by_role("button", name="Print", exact=True).click()
    page.emulate_media(media="print")
    rows = page.get_by_role("table").first.get_by_role("row")

    assert page.evaluate("window.printed")
    assert 1 + 2 + 6 == rows.count()
    expect(rows.nth(2)).to_contain_text("Late by 3 days.")
    expect(page.get_by_role("heading", name="Sources")).to_be_hidden()
    assert 0 == page.get_by_role("button").filter(visible=True).count()


# ---------- Everywhere, for everyone


def test_it_works_from_a_folder_to_the_letter(site, page, complaints):
    """
    Without a server: typed, kept until the tab closes, and carried to the letter.
    """
    page.clock.set_fixed_time("2026-12-14" + NOON)
    page.goto(f"{site.as_uri()}/{PAGE}")
    add(page, LOGS["words"], **{"Day it is due": "2026-12-11"})
    page.get_by_role("button", name="Only until this tab closes").click()
    page.get_by_role("button", name="Write about this promise").click()
    page.get_by_role("group", name="Lines for the letter").get_by_role(
        "button", name="Only until this tab closes"
    ).click()
    page.wait_for_url(re.compile(re.escape(LETTER)))

    expect(page.get_by_label("Steps that were missed")).to_have_value(re.compile("due December 11, 2026"))
    assert [] == complaints


def test_a_keyboard_does_it_all(at):
    """
    Add a promise, mark it kept, delete it, undo: without a mouse, the focus always somewhere that makes sense.
    """
    page = at("2026-12-07")
    page.get_by_role("button", name="Add a promise").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Logs come home")
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.type("12112026")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Add a promise")).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name="It was kept: Logs come home")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Change: Logs come home")).to_be_focused()
    expect(row(page, "Logs come home").get_by_text("Kept Dec 7, 2026")).to_be_visible()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Delete this promise").focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Undo", exact=True)).to_be_focused()
    page.keyboard.press("Enter")

    expect(row(page, "Logs come home")).to_be_visible()


def show_nothing(page):
    pass


def show_states(page):
    keep(
        page,
        {**SPEECH, "log": [session("2026-12-01")]},
        LOGS,
        REVIEW,
        promise(5, "Near", until="2026-12-16"),
        promise(6, "Kept", until="2026-12-01", kept="2026-12-01"),
        {**SPEECH, "id": "7", "number": 7, "words": "Broken", "minutes": "x"},
    )


def show_form(page):
    show_states(page)
    page.get_by_role("button", name="Add a promise").click()
    page.get_by_role("radio", name="A service, a number of times each week").check()
    page.get_by_role("button", name="Add the promise").click()


def show_change(page):
    show_states(page)
    page.get_by_role("button", name=f"Change: {SPEECH['words']}").click()
    page.get_by_text("1 entry in the log").click()


def show_session(page):
    show_states(page)
    page.get_by_role("button", name=f"Log a session: {SPEECH['words']}").click()


def show_carry(page):
    keep(
        page,
        part="answers",
        work={
            "fields": {},
            "letters": {"agreement-compliance": {"fields": {"missed-list": "An old line."}, "choices": {}}},
        },
    )
    show_states(page)
    page.get_by_role("button", name="Write about these 2 promises").click()


def show_question(page):
    add(page, "First", **{"Day it is due": "2026-12-20"})


@pytest.mark.parametrize(
    "state", [show_nothing, show_states, show_form, show_change, show_session, show_carry, show_question]
)
def test_no_state_has_a_barrier_or_is_too_wide(state, at, page):
    """
    axe finds nothing against WCAG 2.2 AA, nobody scrolls sideways, and one button at most is filled.
    """
    at("2026-12-14")
    state(page)
    filled = (
        page.get_by_role("button")
        .filter(visible=True)
        .evaluate_all("""buttons => buttons.map(button => getComputedStyle(button))
      .filter(({ backgroundColor, color }) => backgroundColor !== "rgba(0, 0, 0, 0)" && color === getComputedStyle(document.documentElement)
        .getPropertyValue("--guide-on-accent").replace(/^#(?:fff)$/, "rgb(255, 255, 255)").replace("#0b2526", "rgb(11, 37, 38)")).length""")
    )

    assert [] == barriers(page, "guide-tracker")
    assert filled <= 1


def test_three_hundred_promises(at):
    """
    All are there, and one more is typed, saved and found.
    """
    page = at("2026-12-14")
    keep(
        page,
        *(promise(n, f"Promise of number {n}", until=f"2027-{1 + n % 12:02}-{1 + n % 28:02}") for n in range(1, 301)),
    )
    add(page, "One more", **{"Day it is due": "2026-12-20"})

    assert ["0", "kept", "301", "to", "come", "0", "late"] == tally(page)
    expect(page.get_by_role("list", name="Your promises").get_by_role("heading").first).to_have_text("One more")
