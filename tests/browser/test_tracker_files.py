"""
What the tracker keeps, hands out and prints.
"""

import csv
import io
import json
import re
from datetime import date, timedelta

import icalendar
import pytest
from playwright.sync_api import expect

from tracker import (
    LOGS,
    NOON,
    PAGE,
    REVIEW,
    SPEECH,
    act,
    add,
    keep,
    kept,
    plot,
    promise,
    row,
    saved_file,
    session,
)

SAVED = "track/saved-work.html"


# ---------- Kept work


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
    expect(plot(page, SPEECH["words"])).to_contain_text("30 of 30 given.")


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
        ({"words": "  "}, "Copy the words here."),
        (
            {"log": [{"day": "2026-12-01", "minutes": "lots"}, {"day": 7}, None, {"day": "2026-12-03", "minutes": 30}]},
            "30 minutes missing",
        ),
        ({"log": "none", "id": "<b>", "number": -1, "kind": "week"}, "Nothing logged yet"),
    ],
)
def test_half_broken_kept_work_shows_what_it_can(broken, sentence, at, complaints):
    """
    A promise that was changed by hand is shown with a sentence; the others are as they were.
    """
    page = at("2026-11-24")
    keep(page, {**SPEECH, **broken}, LOGS)
    at("2026-12-08")

    expect(row(page, LOGS["words"]).get_by_text("Due in 3 days · Fri, Dec 11")).to_be_visible()
    page.get_by_role("list", name="Your promises").get_by_role("listitem").filter(
        has_not_text=LOGS["words"]
    ).get_by_role("button").click()
    expect(page.get_by_role("region", name="One thing at a time")).to_contain_text(sentence)
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
    act(page, LOGS["words"], "Change")

    expect(page.get_by_label("Day it is due")).to_have_accessible_description(
        re.compile("What was kept here isn.t a date: 2026-13-45.")
    )


# ---------- Files


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
    assert ('Zeile "eins"\nzwei, drei ☂', "3 days late", "2026-12-11") == tuple(
        rows[0][name] for name in ("Words of the agreement", "State", "Last day, or day due")
    )
    assert ("30 minutes missing", "120", "30", "30", "60", "2026-12-01: 30") == tuple(
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


# ---------- Paper


def test_the_printed_table_holds_the_promises_and_room_for_more(at):
    """
    On paper: a row for each promise with its state, six empty ones, no example, the weeks of a service, nothing else of the page.
    """
    page = at("2026-12-14")
    keep(page, {**SPEECH, "log": [session("2026-12-01")]}, LOGS)
    page.evaluate(
        "() => { window.print = () => { window.dispatchEvent(new Event('beforeprint')); window.printed = true } }"
    )
    page.get_by_role("button", name="Print", exact=True).click()
    page.emulate_media(media="print")
    rows = page.get_by_role("table").filter(visible=True).first.get_by_role("row")
    weeks = page.get_by_role("table", name="Promise 1, week by week").get_by_role("row")

    assert page.evaluate("window.printed")
    assert 1 + 2 + 6 == rows.count()
    expect(rows.nth(1)).to_contain_text(
        "30 minutes missing in the 1 week you logged. 30 of 60 given. 1 week isn't logged"
    )
    expect(rows.nth(2)).to_contain_text("3 days late.")
    expect(weeks.nth(1).get_by_role("cell")).to_have_text(["Mon, Nov 30 to Sun, Dec 6", "60", "30", ""])
    expect(weeks.nth(2).get_by_role("cell")).to_have_text(["Mon, Dec 7 to Sun, Dec 13", "60", "", "Not logged"])
    expect(page.get_by_role("heading", name="Sources")).to_be_hidden()
    assert 0 == page.get_by_role("button").filter(visible=True).count()
