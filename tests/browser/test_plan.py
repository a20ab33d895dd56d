"""
A plan with days: one date given, the others seen, and taken along in a calendar.
"""

import re
from datetime import date, timedelta
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import expect

PLAN = "plans/ten-days-after-a-notice.html"
START = "Meeting, printed date or day it came, whichever is earliest"
FIRST, SECOND_DAY = (
    "Read every line. Don’t sign anything, and don’t agree to anything out loud.",
    "Call a lawyer or Mo P&A",
)


@pytest.fixture
def plan(page, address):
    page.goto(address + PLAN)
    return page


def step(page, order):
    """
    The box of a step; its name says the day, who does it, and the order.
    """
    return page.get_by_role("checkbox", name=re.compile(re.escape(order)))


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_a_plan_counts_its_days_in_words(plan):
    """
    Each step says its day and who does it; no field stands there that would do nothing.
    """
    expect(step(plan, FIRST)).to_have_accessible_name(f"Day 0, you: {FIRST}")
    expect(step(plan, SECOND_DAY)).to_have_accessible_name(f"Day 1, you: {SECOND_DAY}")
    expect(plan.get_by_label(START)).to_have_count(0)


@pytest.mark.parametrize(
    "start, next_day",
    [
        ("2026-12-31", "Fri, Jan 1, 2027"),
        ("2028-02-28", "Tue, Feb 29, 2028"),
        ("2027-03-13", "Sun, Mar 14, 2027"),
        ("2027-11-07", "Mon, Nov 8, 2027"),
    ],
)
def test_one_date_gives_the_others(start, next_day, plan):
    """
    Across new year, leap day and both changes of the clock each step shows its weekday and date, with the count behind it.
    """
    plan.get_by_label(START).fill(start)

    expect(step(plan, SECOND_DAY)).to_have_accessible_name(f"{next_day} (day 1), you: {SECOND_DAY}")
    expect(plan.get_by_label(START)).to_have_accessible_description(re.compile("That is .*day"))


def test_taking_the_date_away_brings_the_words_back(plan):
    """
    Without a date the steps say their days in words again, and nothing can go into a calendar.
    """
    plan.get_by_label(START).fill("2026-12-31")
    plan.get_by_label(START).fill("")

    expect(step(plan, SECOND_DAY)).to_have_accessible_name(f"Day 1, you: {SECOND_DAY}")
    expect(plan.get_by_role("button", name="Add these dates to my calendar")).to_be_hidden()


@pytest.mark.parametrize(
    "keys, sentence", [("02302027", "There is no such date."), ("01010026", "The year 0026 cannot be right.")]
)
def test_a_bad_date_is_told_and_changes_nothing(keys, sentence, plan):
    """
    A sentence stands by the field, and the steps keep their days in words.
    """
    plan.get_by_label(START).press_sequentially(keys)

    expect(plan.get_by_label(START)).to_have_accessible_description(re.compile(sentence))
    expect(step(plan, SECOND_DAY)).to_have_accessible_name(f"Day 1, you: {SECOND_DAY}")
    expect(plan.get_by_role("button", name="Add these dates to my calendar")).to_be_hidden()


@pytest.mark.parametrize("start", ["2026-12-25", "2028-02-25", "2027-03-10", "2027-11-03"])
@pytest.mark.parametrize("zone", ["America/Chicago", "Pacific/Kiritimati"])
def test_the_calendar_file_has_the_days_of_the_page(start, zone, browser, address):
    """
    One all-day event for each step with a day, on that day, across new year, leap day and the changes of the clock; a
    second file has the same names, so that a calendar does not take a day in twice.
    """
    context = browser.new_context(timezone_id=zone)
    page = context.new_page()
    page.goto(address + PLAN)
    page.get_by_label(START).fill(start)
    files = []
    for _ in range(2):
        with page.expect_download() as download:
            page.get_by_role("button", name="Add these dates to my calendar").click()
        files.append(icalendar.Calendar.from_ical(Path(download.value.path()).read_bytes()).walk("VEVENT"))
    shown = page.get_by_role("checkbox").evaluate_all("boxes => boxes.map(box => box.labels[0].textContent)")
    context.close()

    first = date.fromisoformat(start)
    said = [int(count[1]) for count in (re.search(r"\(day (\d+)\)", text) for text in shown) if count]
    assert said and [first + timedelta(days=count) for count in said] == [
        event.decoded("DTSTART") for event in files[0]
    ]
    assert all(event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(days=1) for event in files[0])
    assert [[timedelta(hours=9)]] * len(said) == [
        [alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")] for event in files[0]
    ]
    assert [str(event["UID"]) for event in files[0]] == [str(event["UID"]) for event in files[1]]
    assert len(said) == len({str(event["UID"]) for event in files[0]})
    assert all(PLAN in str(event["DESCRIPTION"]) for event in files[0])


def test_the_ticks_of_a_plan_are_kept_and_its_date_is_not(plan):
    """
    A plan is a checklist: its ticks can be kept; the date given is gone with the page.
    """
    plan.get_by_label(START).fill("2026-12-31")
    step(plan, FIRST).check()
    plan.get_by_role("button", name=re.compile("^Keep on this device")).click()
    plan.reload()

    expect(step(plan, FIRST)).to_be_checked()
    expect(plan.get_by_label(START)).to_have_value("")


def test_a_plan_works_from_a_folder(site, page, complaints):
    """
    Without a server the dates stand and the file is made.
    """
    page.goto(f"{site.as_uri()}/{PLAN}")
    page.get_by_label(START).fill("2026-12-31")
    with page.expect_download() as download:
        page.get_by_role("button", name="Add these dates to my calendar").click()

    assert ("ten-days-after-a-notice.ics", []) == (download.value.suggested_filename, complaints)


def test_the_days_of_a_short_plan_are_drawn(page, address):
    """
    Boxes from the first day to the last safe one, past ones apart, today framed and the end underlined; today's steps say so.
    """
    page.clock.set_fixed_time("2027-01-11T12:00:00")
    page.goto(address + PLAN)
    page.get_by_label(START).fill("2027-01-08")
    boxes = page.locator(".guide-plan__box")

    expect(page.get_by_text("Day 0 is Fri, Jan 8, 2027. The last day is Sun, Jan 17, 2027.")).to_be_visible()
    expect(step(page, "Ask for mediation too.")).to_have_accessible_name(re.compile("^Today, Mon, Jan 11, 2027"))
    assert ["past"] * 3 + ["today"] + ["ahead"] * 6 == boxes.evaluate_all("all => all.map(one => one.dataset.day)")
    assert [False] * 9 + [True] == boxes.evaluate_all("all => all.map(one => 'last' in one.dataset)")


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_a_reason_opens_without_scripts(plan):
    """
    A long plan shows its first steps, and a step its order; the others, and its reason with the letter to send, open by a
    key or a tap.
    """
    plan.get_by_text("9 more steps").click()
    item = plan.get_by_role("listitem").filter(has_text="Ask for mediation too.")
    expect(item.get_by_role("link", name="request")).to_be_hidden()
    item.locator("summary").press("Enter")

    expect(item.get_by_role("link", name="request")).to_be_visible()


def test_later_steps_open_with_the_date_and_with_their_kept_ticks(plan):
    """
    With a date all days are seen at once; who ticked a later step and kept it sees it when they come back.
    """
    last = step(plan, "Write down what happens.")
    expect(last).to_be_hidden()
    plan.get_by_label(START).fill("2026-12-31")
    last.check()
    plan.get_by_role("button", name=re.compile("^Keep on this device")).click()
    plan.reload()

    expect(last).to_be_visible()
    expect(last).to_be_checked()


def test_both_sides_lines_run_beside_each_other(page, address):
    """
    In the thirty days of mediation both go on together, and what the law sets as a last day has its mark.
    """
    page.goto(address + "plans/thirty-days-of-mediation.html")

    expect(page.locator("guide-plan[data-lines=both]")).to_have_count(1)
    expect(page.locator("[data-mark=last]")).to_have_count(2)
