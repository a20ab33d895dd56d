"""
The agreement tracker: what a parent sees of promises as the days pass, and the sums of services.
"""

import csv
import io
import re

import pytest
from playwright.sync_api import expect

from chromium import SIZES
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
    log,
    plot,
    promise,
    row,
    saved_file,
    session,
)

PHONE = {"width": 390, "height": 844}
FULL_WEEKS = [session(day, 60) for day in ("2026-12-01", "2026-12-08", "2026-12-15")]
THREE = [session(day) for day in ("2026-12-01", "2026-12-02", "2026-12-03")]


def late_card(page, words):
    """
    The card of a promise that is late.
    """
    return (
        page.get_by_role("list", name="Late")
        .get_by_role("listitem")
        .filter(has=page.get_by_role("heading", name=words))
    )


def bars(page, words):
    """
    What is drawn of each week that shows: how, and the marks in it and below it.
    """
    return (
        plot(page, words)
        .locator(".guide-tracker__week:visible")
        .evaluate_all(
            "bars => bars.map(bar => [bar.dataset.look, bar.querySelector('rect').getAttribute('height'), bar.innerText.replace(/\\s+/g, ' ').trim()])"
        )
    )


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


@pytest.mark.browser_context_args(viewport=PHONE)
def test_an_empty_tracker_says_how_to_begin(at):
    """
    Two ways in, the first of them in the first screen of a phone; no counts of nothing, nothing to keep yet.
    """
    page = at("2026-11-24")

    expect(page.get_by_role("heading", level=1)).to_have_text("Is it being kept?")
    expect(page.get_by_text("Put in each promise you both signed")).to_be_visible()
    expect(page.get_by_role("button", name="Print an empty sheet")).to_be_visible()
    expect(page.get_by_role("list", name="Your promises")).to_be_hidden()
    expect(page.get_by_text("Not kept on this phone yet")).to_be_hidden()
    button = page.get_by_role("button", name="Add a promise").bounding_box()
    assert button["y"] + button["height"] < PHONE["height"]


@pytest.mark.parametrize("promises", [(), (SPEECH, LOGS, REVIEW)])
@pytest.mark.browser_context_args(viewport=PHONE)
def test_the_tool_is_short(promises, at):
    """
    At most three screens of a phone to the end of the tool, and a line more for each promise.
    """
    page = at("2026-12-14")
    if promises:
        keep(page, *promises)
    tool = page.locator("guide-tracker").bounding_box()

    assert tool["y"] + tool["height"] <= (3 if promises else 1) * PHONE["height"]


def test_a_promise_comes_near_and_is_late(at):
    """
    Over ninety days: coming, near, due, late, each in words.
    """
    page = at("2026-11-24")
    keep(page, LOGS)

    for day, said, late in (
        ("2026-11-24", "Due in 17 days · Fri, Dec 11", False),
        ("2026-12-04", "Due in 7 days · Fri, Dec 11", False),
        ("2026-12-10", "Due tomorrow · Fri, Dec 11", False),
        ("2026-12-11", "Due today · Fri, Dec 11", False),
        ("2026-12-12", "1 day late · Fri, Dec 11", True),
        ("2027-02-22", "73 days late · Fri, Dec 11, 2026", True),
    ):
        at(day)
        expect(row(page, LOGS["words"]).get_by_text(said, exact=True)).to_be_visible()
        expect(late_card(page, LOGS["words"])).to_have_count(int(late))


@pytest.mark.browser_context_args(viewport=PHONE)
def test_late_ones_come_first_with_what_to_do(at):
    """
    Above the plots: how late, what, who and when, and the three things to do; kept ones stand last in the list.
    """
    page = at("2026-11-24")
    done = promise(1, "Done", until="2026-12-01", kept="2026-12-01")
    keep(page, done, REVIEW, {**LOGS, "short": "Logs", "who": "Kim Sample, by e-mail", "start": "paper"}, SPEECH)
    at("2026-12-14")
    card = late_card(page, "Logs")

    expect(card).to_contain_text("3 days late")
    expect(card).to_contain_text("Kim Sample, by e-mail. Due Fri, Dec 11.")
    expect(card.get_by_role("button", name="It came: Logs")).to_be_visible()
    assert ["Write about this: Logs", "It came: Logs", "The words we signed: Logs"] == [
        button.get_attribute("aria-label") for button in card.get_by_role("button").all()
    ]
    assert card.bounding_box()["y"] < plot(page, SPEECH["words"]).bounding_box()["y"]
    assert ["Logs", SPEECH["words"], REVIEW["words"], "Done"] == page.get_by_role("list", name="Your promises").locator(
        "strong"
    ).all_inner_texts()
    card.get_by_role("button", name="The words we signed").click()
    expect(page.get_by_text(LOGS["words"], exact=True)).to_be_visible()


def test_kept_and_missed_are_noted_and_can_be_taken_back(at):
    """
    "It's done" asks for the day; a change takes it back. "It was missed" asks what happened.
    """
    page = at("2026-12-07")
    keep(page, LOGS)
    act(page, LOGS["words"], "It's done")
    page.get_by_label("When was it kept?").fill("2026-12-06")
    page.get_by_role("button", name="Done", exact=True).click()
    expect(row(page, LOGS["words"]).get_by_text("Kept Dec 6, 2026")).to_be_visible()
    act(page, LOGS["words"], "Change")
    page.get_by_label("Day it was kept").fill("")
    page.get_by_role("button", name="Change it").click()
    act(page, LOGS["words"], "It was missed")
    page.get_by_label("What happened?").fill("No log came.")
    page.get_by_role("button", name="Done", exact=True).click()

    expect(row(page, LOGS["words"]).get_by_text("Missed · Fri, Dec 11", exact=True)).to_be_visible()
    page.get_by_role("button", name="The words we signed: " + LOGS["words"]).click()
    expect(page.get_by_text("No log came.")).to_be_visible()


def test_midnight_passes_while_the_page_stands_open(at):
    """
    Coming back to the page the next morning shows the new day.
    """
    page = at("2026-12-11")
    keep(page, LOGS)
    page.clock.set_fixed_time("2026-12-12" + NOON)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    expect(row(page, LOGS["words"]).get_by_text("1 day late · Fri, Dec 11")).to_be_visible()


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

    expect(page.get_by_role("heading", name="All 301 promises")).to_be_visible()
    expect(page.get_by_role("list", name="Your promises").locator("strong").first).to_have_text("One more")


# ---------- The sums of services


SERVICES = [
    ({}, [], "2026-11-29", "Begins tomorrow"),
    ({}, [], "2026-12-02", "Running"),
    ({}, [], "2026-12-07", "Nothing logged yet"),
    ({}, [session("2026-12-01"), session("2026-12-03")], "2026-12-07", "On pace"),
    ({}, [session("2026-12-01")], "2026-12-07", "30 minutes missing"),
    ({}, [session("2026-12-01"), session("2026-12-03", excused=True)], "2026-12-07", "On pace"),
    ({}, [session("2026-12-01", 0), session("2026-12-08", 0)], "2026-12-14", "120 minutes missing"),
    # What was not logged is not owed: of two weeks one, of five the four without a session.
    ({}, [session("2026-12-01", 0)], "2026-12-14", "60 minutes missing"),
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
    ({"until": "2026-12-23"}, [*FULL_WEEKS, session("2026-12-22", 0)], "2026-12-24", "30 minutes still missing"),
    ({"until": "2026-12-25"}, [*FULL_WEEKS, session("2026-12-22", 45)], "2026-12-26", "15 minutes still missing"),
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
        "30 minutes still missing",
    ),
    (
        {"kind": "total", "times": "6", "until": "2026-12-19"},
        [*THREE, session("2026-12-04", 0)],
        "2026-12-20",
        "30 minutes still missing",
    ),
    ({"kind": "total", "times": "10", "until": ""}, [session("2026-12-01")], "2026-12-20", "Running"),
    # A session logged before the first day, or for a day to come, does not count.
    ({}, [session("2026-11-01"), session("2026-12-01")], "2026-12-07", "30 minutes missing"),
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
    Three weeks without a session logged are no time owed and no miss: not in the row, the plot, the table, or on paper.
    """
    page = at("2026-11-24")
    keep(page, SPEECH)
    at("2026-12-21")
    expect(row(page, SPEECH["words"])).to_contain_text("Nothing logged yet")
    expect(plot(page, SPEECH["words"])).to_contain_text("Nothing logged yet. Log each week or session")
    expect(page.locator("guide-tracker")).not_to_contain_text(re.compile("missing|owed"))
    expect(page.get_by_role("button", name=re.compile("^Write about"))).to_have_count(0)
    data, _ = saved_file(page, "Save as a table")
    (line,) = csv.DictReader(io.StringIO(data.decode("utf-8").removeprefix("\ufeff"), newline=""))
    assert ("180", "", "", "180") == tuple(
        line[name] for name in ("Minutes due so far", "Minutes given", "Make-up minutes owed", "Minutes not logged")
    )
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")

    printed = page.get_by_role("row").filter(has_text=SPEECH["words"]).filter(visible=True)
    expect(printed).to_contain_text("Nothing logged yet.")
    expect(printed).not_to_contain_text("missing")


def test_what_is_said_of_a_service_tells_logged_from_not_logged(at):
    """
    Minutes missing are those of the logged week; the others are said to be not logged.
    """
    page = at("2026-11-24")
    keep(page, {**SPEECH, "log": [session("2026-12-01")]})
    at("2026-12-21")

    expect(plot(page, SPEECH["words"])).to_contain_text(
        "30 minutes missing in the 1 week you logged. 30 of 60 given. 2 weeks aren't logged, so they don't count yet."
    )


# ---------- The weeks


YEAR = {**SPEECH, "from": "2027-01-11", "until": "2027-05-21"}
# The drawn example: six weeks logged, two not.
LOGGED = [
    session("2027-01-11", 60),
    session("2027-01-18", 60),
    session("2027-01-25", 30),
    session("2027-02-08", 60),
    session("2027-02-15", 0),
    session("2027-02-22", 60),
]


def test_each_week_is_drawn_and_only_logged_ones_are_counted(at):
    """
    Full, half, "0" in words, "?" where nothing was logged; the sum in words, and the same numbers as a table.
    """
    page = at("2026-11-24")
    keep(page, {**YEAR, "log": LOGGED})
    at("2027-03-08")

    assert [
        ["given", "100%", "1/11"],
        ["given", "100%", "1/18"],
        ["given", "50%", "1/25"],
        ["unlogged", "100%", "? 2/1"],
        ["given", "100%", "2/8"],
        ["none", "100%", "0 2/15"],
        ["given", "100%", "2/22"],
        ["unlogged", "100%", "? 3/1"],
    ] == bars(page, SPEECH["words"])
    expect(plot(page, SPEECH["words"])).to_contain_text(
        "90 minutes missing in the 6 weeks you logged. 270 of 360 given. 2 weeks aren't logged, so they don't count yet."
    )
    rows = page.get_by_role("table", name=SPEECH["words"]).get_by_role("row")
    expect(rows.nth(3).get_by_role("cell")).to_have_text(["Mon, Jan 25 to Sun, Jan 31", "60", "30", ""])
    expect(rows.nth(4).get_by_role("cell")).to_have_text(["Mon, Feb 1 to Sun, Feb 7", "60", "", "Not logged"])


def test_a_week_without_school_is_a_base_line(at):
    """
    "off", or "out" where the child was; neither is due, missing or called not logged.
    """
    page = at("2026-11-24")
    log = [
        session("2027-01-11", 60),
        session("2027-01-18", 60, excused=True),
        {**session("2027-01-25", 60, excused=True), "why": "out"},
    ]
    keep(page, {**YEAR, "log": log})
    at("2027-02-01")

    assert [["given", "1/11"], ["off", "off 1/18"], ["off", "out 1/25"]] == [
        [look, text] for look, _, text in bars(page, SPEECH["words"])
    ]
    expect(plot(page, SPEECH["words"])).to_contain_text("Nothing missing in the 1 week you logged. 60 of 60 given.")
    expect(plot(page, SPEECH["words"])).not_to_contain_text("logged, so")


def test_eight_weeks_show_and_older_ones_by_a_button(at):
    """
    Of nineteen weeks the last eight; the button shows all, and the keyboard goes on at the next one.
    """
    page = at("2026-11-24")
    keep(page, {**YEAR, "log": LOGGED})
    at("2027-06-08")
    assert 8 == len(bars(page, SPEECH["words"]))
    page.get_by_role("button", name="Show 11 older weeks").click()

    expect(page.get_by_role("button", name="Log a week: " + SPEECH["words"])).to_be_focused()
    assert 19 == len(bars(page, SPEECH["words"]))


def test_a_service_that_has_ended_says_what_is_still_missing(at):
    """
    The day it ended, and the minutes of the logged weeks alone.
    """
    page = at("2026-11-24")
    keep(page, {**YEAR, "log": LOGGED})
    at("2027-06-08")

    expect(plot(page, SPEECH["words"])).to_contain_text(
        "Ended May 21. 90 minutes still missing in the 6 weeks you logged. 270 of 360 given. 13 weeks aren't logged"
    )
    expect(row(page, SPEECH["words"]).get_by_text("90 minutes still missing", exact=True)).to_be_visible()


# ---------- Logging


# What is chosen for the week of March 1, and what is then said of all weeks.
CHOSEN = [
    ("60", None, "90 minutes missing in the 7 weeks you logged. 330 of 420 given. 1 week isn't logged"),
    ("0", "Nobody came", "150 minutes missing in the 7 weeks you logged. 270 of 420 given. 1 week isn't logged"),
    ("30", "Nobody came", "120 minutes missing in the 7 weeks you logged. 300 of 420 given. 1 week isn't logged"),
    ("30", "My child was out", "90 minutes missing in the 7 weeks you logged. 300 of 390 given. 1 week isn't logged"),
    ("0", "No school", "90 minutes missing in the 6 weeks you logged. 270 of 360 given. 1 week isn't logged"),
    ("0", "I don't know", "90 minutes missing in the 6 weeks you logged. 270 of 360 given. 2 weeks aren't logged"),
]


@pytest.mark.parametrize("minutes, why, said", CHOSEN)
def test_a_week_is_logged(minutes, why, said, at):
    """
    The latest week that is not logged, its minutes, and what became of the rest; what that does to the sum stands at once.
    """
    page = at("2026-11-24")
    keep(page, {**YEAR, "log": LOGGED})
    at("2027-03-08")
    log(page, SPEECH["words"], minutes, why=why)

    expect(plot(page, SPEECH["words"])).to_contain_text(said)
    expect(plot(page, SPEECH["words"]).get_by_role("status")).to_have_text(
        "The week is logged. Kept only on this device."
    )
    expect(page.get_by_role("button", name="Log a week: " + SPEECH["words"])).to_be_focused()


def test_what_a_parent_does_not_know_is_not_counted(at):
    """
    Half a week given and the rest unknown: the week is not logged, and its minutes count nowhere; the parent's note stays.
    """
    page = at("2026-11-24")
    keep(page, {**YEAR, "log": LOGGED})
    at("2027-03-08")
    log(page, SPEECH["words"], "30", why="I don't know")

    assert ["unlogged", "100%", "? 3/1"] == bars(page, SPEECH["words"])[-1]
    expect(plot(page, SPEECH["words"])).to_contain_text(
        "90 minutes missing in the 6 weeks you logged. 270 of 360 given. 2 weeks aren't logged, so they don't count yet."
    )
    assert ("30", "unknown") == (
        kept(page)["promises"][0]["log"][-1]["minutes"],
        kept(page)["promises"][0]["log"][-1]["why"],
    )


def test_a_week_logged_again_counts_once(at):
    """
    Two sessions logged by the day, and the week logged anew: the new minutes stand for both; other minutes can be typed.
    """
    page = at("2026-11-24")
    keep(page, {**SPEECH, "log": [session("2026-12-01"), session("2026-12-03")]})
    at("2026-12-08")
    plot(page, SPEECH["words"]).get_by_role("button", name="Log a week").click()
    page.get_by_label("Week", exact=True).select_option("2026-11-30")
    expect(page.get_by_label("60", exact=True)).to_be_checked()
    page.get_by_label("Other", exact=True).check()
    page.get_by_label("Minutes", exact=True).fill("45")
    page.get_by_label("Nobody came").check()
    page.get_by_label("How do you know?").fill("Asked by e-mail")
    page.get_by_role("button", name="Save it").click()

    expect(plot(page, SPEECH["words"])).to_contain_text("15 minutes missing in the 1 week you logged. 45 of 60 given.")
    assert [("2026-11-30", "45", "nobody", "Asked by e-mail")] == [
        (one["day"], one["minutes"], one["why"], one["how"]) for one in kept(page)["promises"][0]["log"]
    ]


def test_a_session_of_so_many_in_all_is_logged(at):
    """
    By its day; the bar and the words say how much of all was given.
    """
    page = at("2026-12-08")
    keep(page, {**SPEECH, "kind": "total", "times": "10", "until": "2026-12-19"})
    page.get_by_role("button", name="Log a session").click()
    page.get_by_label("Day", exact=True).fill("2026-12-01")
    page.get_by_label("30", exact=True).check()
    page.get_by_role("button", name="Save it").click()

    expect(plot(page, SPEECH["words"])).to_contain_text("30 of 300 given.")
    assert "10%" == plot(page, SPEECH["words"]).locator("rect").get_attribute("width")
