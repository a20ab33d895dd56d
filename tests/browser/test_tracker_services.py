"""
Services of the IEP, make-up time and school breaks: what a parent enters of them, and what that does to the sums.
"""

import csv
import io
import json
import random
import re

import icalendar
import pytest
from playwright.sync_api import expect

from barriers import barriers
from family import press
from tracker import (
    LOGS,
    SPEECH,
    act,
    begin,
    keep,
    kept,
    log,
    plot,
    promise,
    row,
    saved_file,
    session,
    type_promise,
)

SAVED = "track/saved-work.html"
IEP = {**SPEECH, "source": "iep", "item": "page 9", "short": "Speech"}
MISSED = [session("2026-12-01", 0), session("2026-12-08", 60)]
WINTER = {"id": "b1", "from": "2026-12-21", "until": "2027-01-01", "name": "Winter break"}


def with_breaks(page, *promises, breaks):
    keep(page, *promises, work={"signed": "", "promises": list(promises), "breaks": breaks, "unread": []})


def type_break(page, first, last, name=""):
    """
    Type a school break, and save it.
    """
    if not page.get_by_role("button", name="Add a school break").is_visible():
        page.locator("summary").filter(has_text=re.compile("school breaks?$", re.I)).click()
    press(page, "Add a school break")
    page.get_by_label("First day off").fill(first)
    page.get_by_label("Last day off").fill(last)
    page.get_by_label("What is it?").fill(name)
    press(page, "Save it")


# ---------- A service of the IEP


def test_a_service_of_the_iep_is_counted_and_written_about_in_its_own_letter(at):
    """
    One choice says that it is in the IEP; what is missing goes into the letter about the IEP, not the one about the agreement.
    """
    page = at("2026-12-08")
    keep(page, LOGS)
    begin(page, "Minutes each week")
    page.get_by_role("radio", name="The IEP").check()
    expect(page.get_by_text("Copy the line for this service exactly")).to_be_visible()
    type_promise(
        page, "Speech, 2 x 30 minutes", **{"Minutes each time": "30", "Times each week": "2", "First day": "2026-11-30"}
    )
    press(page, "Add this promise")
    expect(plot(page, "Speech, 2 x 30")).to_contain_text("in the IEP")
    log(page, "Speech, 2 x 30", "0", why="Nobody came")
    plot(page, "Speech, 2 x 30").get_by_role("button", name="Write about this").click()
    expect(page.get_by_role("link", name="What to do about missed services")).to_be_visible()
    page.get_by_role("group", name="Lines for the letter").get_by_role(
        "button", name="Only until this tab closes"
    ).click()
    page.wait_for_url(re.compile("iep-not-followed"))
    letters = kept(page, "answers")["letters"]

    assert ["iep-not-followed"] == list(letters)
    assert "60 minutes were due" in letters["iep-not-followed"]["fields"]["minutes-missed-list"]


def test_what_is_late_of_each_paper_has_its_own_letter(at):
    """
    Two late promises and two missed services are two letters.
    """
    page = at("2027-01-04")
    other = promise(9, "A report", until="2026-12-18")
    aide = {**IEP, "id": "8", "number": 8, "short": "Aide", "log": MISSED}
    keep(page, LOGS, other, {**IEP, "log": MISSED}, aide)
    press(page, "Write about these 2 services")
    lines = page.get_by_role("group", name="Lines for the letter").get_by_role("listitem")

    expect(lines).to_have_count(2)
    assert all("page 9" in line for line in lines.all_inner_texts())
    press(page, "Close")
    expect(page.get_by_role("button", name="Write about these 2 promises")).to_be_visible()


def test_a_promise_of_an_older_file_is_of_the_agreement(at):
    """
    Nothing is said of its paper: the choice has the agreement, and the next one is asked for like it.
    """
    page = at("2026-12-08")
    keep(page, LOGS)
    act(page, LOGS["words"], "Change")

    expect(page.get_by_role("radio", name="The agreement")).to_be_checked()


# ---------- Make-up time


def test_make_up_time_counts_toward_what_was_missed(at):
    """
    It is typed with its day, makes what is missing less, shows as such in the sum, the log and the bar, and leaves its week unlogged.
    """
    page = at("2026-12-22")
    keep(page, {**SPEECH, "log": MISSED})
    card = plot(page, SPEECH["words"])
    expect(card).to_contain_text("60 minutes missing in the 2 weeks you logged.")
    card.get_by_role("button", name="Log make-up time").click()
    press(page, "Save it")
    expect(page.get_by_text("Write the minutes as a whole number, such as 30.")).to_be_visible()
    page.get_by_label("Minutes", exact=True).fill("45")
    page.get_by_label("Day", exact=True).fill("2026-12-15")
    press(page, "Save it")

    expect(card).to_contain_text(
        "15 minutes missing in the 2 weeks you logged. 60 of 120 given. 45 minutes of make-up time."
    )
    expect(card).to_contain_text("1 week isn't logged")
    assert 1 == card.locator("[data-made-up]").count()
    expect(card.get_by_role("row").filter(has_text="45 minutes made up later")).to_have_count(1)
    row(page, SPEECH["words"]).get_by_role("button").click()
    page.get_by_text("3 entries in the log").click()
    expect(page.get_by_text("Dec 15, 2026: 45 minutes of make-up time")).to_be_visible()


def test_logging_a_week_anew_leaves_its_make_up_time(at):
    """
    Make-up time that came in a week is not part of that week.
    """
    page = at("2026-12-15")
    makeup = {**session("2026-12-09", 30), "id": "m", "makeup": True}
    keep(page, {**SPEECH, "log": [*MISSED, makeup]})
    log(page, SPEECH["words"], "60", week="2026-12-07")

    expect(plot(page, SPEECH["words"])).to_contain_text(
        "30 minutes missing in the 2 weeks you logged. 60 of 120 given."
    )
    assert makeup in kept(page)["promises"][0]["log"]


def test_the_letter_tells_make_up_time_and_breaks(at):
    """
    The line of the letter says what was made up, and that breaks are left out.
    """
    page = at("2027-01-12")
    with_breaks(
        page, {**SPEECH, "log": [*MISSED, {**session("2026-12-15", 30), "id": "m", "makeup": True}]}, breaks=[WINTER]
    )
    press(page, f"Write about this: {SPEECH['words']}")

    expect(page.get_by_role("group", name="Lines for the letter").get_by_role("listitem")).to_contain_text(
        "My log shows 60 given and 30 made up later, so 30 are owed. School breaks are left out."
    )


# ---------- School breaks


def test_a_school_break_is_left_out(at):
    """
    Two weeks of winter break are owed by nobody, say so in the bars and the table, and are not asked for; it is kept.
    """
    page = at("2027-01-04")
    keep(page, {**SPEECH, "log": MISSED})
    card = plot(page, SPEECH["words"])
    expect(card).to_contain_text("3 weeks aren't logged")
    type_break(page, "2026-12-21", "2027-01-01", "Winter break")

    expect(page.get_by_text("The break is left out now. Kept only on this device.")).to_be_visible()
    expect(card).to_contain_text("1 week isn't logged, so it doesn't count yet. School breaks are left out.")
    assert ["off 12/21", "off 12/28"] == [
        text.replace("\n", " ") for text in card.locator(".guide-tracker__week").all_inner_texts()[-2:]
    ]
    expect(card.get_by_role("row").filter(has_text="No school: Winter break")).to_have_count(2)
    card.get_by_role("button", name="Log a week").click()
    assert "2026-12-21" not in page.get_by_label("Week", exact=True).locator("option").evaluate_all(
        "all => all.map(({ value }) => value)"
    )
    assert [["2026-12-21", "2027-01-01", "Winter break"]] == [
        [one[name] for name in ("from", "until", "name")] for one in kept(page)["breaks"]
    ]


def test_a_break_that_cannot_be_is_told_and_nothing_typed_is_lost(at):
    """
    One that ends before it starts, one without a day.
    """
    page = at("2027-01-04")
    keep(page, SPEECH)
    type_break(page, "2026-12-21", "2026-12-18", "Winter")
    expect(page.get_by_text("The last day is before the first one, December 21, 2026.")).to_be_visible()
    expect(page.get_by_label("What is it?")).to_have_value("Winter")
    page.get_by_label("First day off").fill("")
    press(page, "Save it")

    expect(page.get_by_text("Write the day.")).to_be_visible()
    assert "breaks" not in kept(page)


def test_breaks_that_overlap_or_cover_all_are_told_and_taken(at):
    """
    Days in two breaks count once; a break over all weeks is told; deleted, its weeks count again, and that can be undone.
    """
    page = at("2026-12-22")
    with_breaks(page, {**SPEECH, "log": MISSED}, breaks=[{**WINTER, "from": "2026-12-14"}])
    type_break(page, "2026-11-30", "2026-12-14", "Closed")
    expect(page.get_by_text(re.compile(r"It shares days with .*, Winter break\."))).to_be_visible()
    expect(page.get_by_text("Now nothing was due so far for Speech therapy")).to_be_visible()
    expect(row(page, SPEECH["words"])).to_contain_text("Only school breaks so far")
    assert 2 == len(kept(page)["promises"][0]["log"])
    page.get_by_role("button", name=re.compile("Closed")).click()
    press(page, "Delete this break")
    expect(plot(page, SPEECH["words"])).to_contain_text("60 minutes missing")
    press(page, "Undo")

    expect(row(page, SPEECH["words"])).to_contain_text("Only school breaks so far")


def test_breaks_that_someone_else_wrote_lose_nothing(at):
    """
    Of kept breaks that are none, or hostile, what can be read is shown as text with what is wrong; the rest is carried along.
    """
    page = at("2026-12-22")
    breaks = [
        "x",
        5,
        {"from": "2026-13-40", "until": "<img src=x onerror=alert(1)>", "name": "<b>Odd</b>"},
        {"id": "b1"},
        WINTER,
    ]
    with_breaks(page, {**SPEECH, "log": MISSED}, breaks=breaks)
    expect(page.get_by_text("2 saved entries can't be read.")).to_be_visible()
    expect(plot(page, SPEECH["words"])).to_contain_text("60 minutes missing in the 2 weeks you logged.")
    page.get_by_text("3 school breaks").click()
    expect(page.get_by_role("button", name="<b>Odd</b>")).to_contain_text("Something to fix here.")
    type_break(page, "2027-02-15", "2027-02-15")

    assert ["x", 5] == kept(page)["unread"]
    assert 4 == len(kept(page)["breaks"]) == len({one["id"] for one in kept(page)["breaks"]})


# ---------- What is kept and handed out


def test_all_of_it_is_read_back_without_loss(at, tmp_path):
    """
    Source, make-up time and breaks: saved to a file, erased, and opened again.
    """
    page = at("2027-01-04")
    with_breaks(
        page, {**IEP, "log": [*MISSED, {**session("2026-12-15", 30), "id": "m", "makeup": True}]}, breaks=[WINTER]
    )
    before = kept(page)
    at("2027-01-04", SAVED)
    with page.expect_download() as download:
        press(page, "Save my work to a file")
    file = tmp_path / "work.json"
    download.value.save_as(file)
    press(page, "Erase everything")
    press(page, "Yes, erase it")
    page.get_by_label("Choose the file").set_input_files(file)
    page.get_by_role("button", name=re.compile("^Keep on this device")).click()
    expect(page.get_by_text("The file is open.")).to_be_visible()

    assert before == kept(page)


def test_table_calendar_and_paper_tell_them(at):
    """
    The paper that has it, what was made up and what is left out stand in the table, the titles of the calendar and on paper.
    """
    page = at("2027-01-04")
    work = {**IEP, "log": [*MISSED, {**session("2026-12-15", 30), "id": "m", "makeup": True}]}
    with_breaks(page, work, breaks=[{**WINTER, "name": "=Winter"}, {"id": "odd", "from": "soon"}])
    data, _ = saved_file(page, "Save as a table")
    (line,) = csv.DictReader(io.StringIO(data.decode("utf-8").removeprefix("\ufeff"), newline=""))
    assert ("The IEP", "30", "30", "Dec 21, 2026 to Jan 1, 2027, =Winter") == tuple(
        line[name]
        for name in ("Which paper", "Make-up minutes given", "Make-up minutes owed", "School breaks left out")
    )
    assert "2026-12-15: 30 (make-up)" in line["Log"]
    calendar, _ = saved_file(page, "Add the dates to my calendar")
    assert "IEP, promise 1: a service ends" in str(icalendar.Calendar.from_ical(calendar).walk("VEVENT")[0]["SUMMARY"])
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")

    expect(page.get_by_text("School breaks left out: Dec 21, 2026 to Jan 1, 2027, =Winter.")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="The IEP, page 9").filter(visible=True)).to_contain_text(
        "make-up time"
    )


@pytest.mark.parametrize("state", ["breaks", "break", "makeup", "form"])
def test_what_is_new_has_no_barrier(state, at):
    """
    The list of breaks, the forms of a break, of make-up time and of a service of the IEP.
    """
    page = at("2027-01-04")
    with_breaks(
        page,
        {**IEP, "log": [*MISSED, {**session("2026-12-15", 30), "id": "m", "makeup": True}]},
        breaks=[WINTER, {"id": "odd"}],
    )
    page.get_by_text("2 school breaks").click()
    if state == "break":
        type_break(page, "2026-12-21", "2026-12-18")
    elif state == "makeup":
        press(page, "Log make-up time: Speech")
    elif state == "form":
        act(page, "Speech", "Change")
    expect(page.get_by_role("region", name="One thing at a time")).to_be_visible(visible=state != "breaks")

    assert [] == barriers(page, "guide-tracker")


# ---------- The count, by chance


CHECK = (  # Each case counted as it is, with its log and breaks in another order, with one break more, and with make-up time more.
    """cases => cases.map(({ promise, breaks, more, makeup, today }) => {
      const count = (promise, breaks) => guide.tracker.inOrder([promise], today, breaks)[0].seen.counted
      const [one, turned, off, made] = [
        count(promise, breaks), count({ ...promise, log: [...promise.log].reverse() }, [...breaks].reverse()),
        count(promise, [...breaks, more]), count({ ...promise, log: [...promise.log, makeup] }, breaks)]
      const numbers = ({ weeks, ...counted }) => JSON.stringify([counted, weeks.map(({ sessions, breaks, ...week }) => week)])
      const sum = (weeks, name) => weeks.reduce((all, week) => all + week[name], 0)
      return [
        ...["due", "given", "madeUp", "behind", "dueLogged", "owed", "unlogged", "gaps", "all"].filter(name => !(one[name] >= 0)),
        numbers(one) === numbers(turned) ? "" : "the order matters",
        off.owed <= one.owed ? "" : "a break raises what is owed",
        off.due <= one.due || promise.kind === "total" ? "" : "a break raises what is due",
        made.owed <= one.owed ? "" : "make-up time raises what is owed",
        one.owed <= one.dueLogged && one.dueLogged <= one.due ? "" : "more owed than was due",
        promise.kind === "total" || sum(one.weeks, "madeUp") === one.madeUp ? "" : "made up otherwise week by week",
        (one.unlogged === 0) === (one.gaps === 0) ? "" : "gaps without minutes",
      ].filter(Boolean)
    })"""
)


def by_chance(chance) -> dict:
    """
    Return a service, its log, and breaks as no school has them.
    """

    def day():
        return f"2026-{chance.randint(9, 12):02}-{chance.randint(1, 28):02}"

    def entry(n):
        why = chance.choice(["", "", "nobody", "out", "closed", "unknown"])
        return {
            **session(day(), chance.choice([0, 15, 30, 60, 90]), chance.random() < 0.2),
            "id": str(n),
            "makeup": chance.random() < 0.2,
            **({"why": why} if why else {}),
        }

    def school_break(n):
        return {"id": f"b{n}", "from": chance.choice([day(), "odd"]) if n % 4 else day(), "until": day(), "name": ""}

    service = {
        **SPEECH,
        "kind": chance.choice(["week", "week", "total"]),
        "times": str(chance.randint(1, 5)),
        "from": day(),
        "until": chance.choice(["", "2026-12-30", "2027-01-20"]),
        "log": [entry(n) for n in range(chance.randint(0, 12))],
    }
    return {
        "promise": service,
        "breaks": [school_break(n) for n in range(chance.randint(0, 4))],
        "more": school_break(8),
        "makeup": {**session(day(), 45), "id": "more", "makeup": True},
        "today": chance.choice(["2026-12-31", "2027-01-21", "2026-10-15"]),
    }


def test_the_count_holds_for_services_made_up_by_chance(at):
    """
    Never below nothing, the same in whatever order things were entered, and neither breaks nor make-up time raise what is owed.
    """
    page = at("2027-01-22")
    keep(page, SPEECH)
    cases = [by_chance(random.Random(n)) for n in range(600)]
    wrong = [(json.dumps(case), said) for case, said in zip(cases, page.evaluate(CHECK, cases), strict=True) if said]

    assert [] == wrong[:2]
