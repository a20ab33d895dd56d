"""
The wait after a Notice of Action: the tool, the plan, the decision helper and their calendar files give one last safe day.
"""

import re
from datetime import date, datetime, time
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import expect

from event_days import count

# The day of the notice, and the last day before the change can start: the notice's own day is the first of ten.
DAYS = [("2027-03-03", date(2027, 3, 12)), ("2027-02-24", date(2027, 3, 5))]
SAFE_DAY = "The last safe day before a change"
NOTICE_HELD = "Treat this as the last day before the change."


def said(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def events(page, button: str) -> list[tuple[str, date]]:
    """
    Return title and day of each event in the calendar file that a button gives.
    """
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    file = icalendar.Calendar.from_ical(Path(download.value.path()).read_bytes())
    return [(str(event["SUMMARY"]), event.decoded("DTSTART")) for event in file.walk("VEVENT")]


def in_the_tool(page, address, notice):
    page.goto(address + "reference/time-limits.html")
    count(page, "I got a Notice of Action", notice)
    return page.get_by_role("region", name="Your dates")


def in_the_helper(page, address, notice):
    page.goto(address + "which-route.html")
    helper = page.locator("guide-route-helper")
    for answer in ("A change is planned", "An IEP", "Not at all", "The class, the school", "Yes. My child can"):
        helper.get_by_role("button", name=re.compile(f"^{answer}")).click()
    row = helper.get_by_role("group").filter(has=page.get_by_text("Did you get a Notice of Action?", exact=True))
    row.locator("summary").click()
    row.get_by_role("button", name="Yes, I got one").click()
    row.get_by_label("Date you got the notice").fill(notice)
    row.get_by_role("button", name="Continue").click()
    return page.get_by_role("listitem").filter(has_text="wait before a change").filter(visible=True)


def in_the_plan(page, address, notice):
    page.goto(address + "plans/ten-days-after-a-notice.html")
    page.get_by_role("main").locator("input[type=date]").fill(notice)
    return page.get_by_role("checkbox", name=NOTICE_HELD)


@pytest.fixture(params=DAYS, ids=lambda days: days[0])
def days(request, page):
    """
    A notice of some days ago, and its last safe day.
    """
    notice, last = request.param
    page.clock.set_fixed_time(datetime.combine(date.fromisoformat(notice), time(9, 30)))
    return notice, last


def test_the_tool_gives_the_last_safe_day(days, page, address):
    """
    The heading names the day, the sum says how it was counted, and the calendar has it under a title that names no child.
    """
    notice, last = days
    shown = in_the_tool(page, address, notice)

    expect(shown.get_by_text(f"Last safe day: {last:%a, %b} {last.day}, {last.year}")).to_be_visible()
    expect(shown).to_contain_text(f"{said(date.fromisoformat(notice))} counts as day 1, so day 10 is {said(last)}")
    expect(shown).to_contain_text("in 9 days")
    expect(shown).to_contain_text("The change may start the day after.")
    assert [(SAFE_DAY, last)] == events(page, "Add these dates to my calendar")


def test_the_helper_gives_the_last_safe_day(days, page, address):
    """
    The result of the decision helper has the same day, and so has its calendar file.
    """
    notice, last = days
    row = in_the_helper(page, address, notice)

    expect(row).to_contain_text(f"counts as day 1, so the last safe day is {said(last)}")
    expect(row).not_to_contain_text("+ 10 calendar days")
    assert (SAFE_DAY, last) in events(page, re.compile("calendar"))


def test_the_plan_gives_the_last_safe_day(days, page, address):
    """
    The step of the last safe day has the same day, and so has the plan's calendar file.
    """
    notice, last = days
    step = in_the_plan(page, address, notice)

    expect(step).to_have_accessible_name(re.compile(f"{said(last)} \\(day 9\\), you: {re.escape(NOTICE_HELD)}"))
    assert last in [
        day for title, day in events(page, "Add these dates to my calendar") if NOTICE_HELD.rstrip(".") in title
    ]


def test_a_last_safe_day_on_a_weekend_says_to_act_before(page, address):
    """
    A notice of a Thursday has its last safe day on a Saturday, when nobody takes a complaint.
    """
    page.clock.set_fixed_time(datetime(2027, 3, 4, 9, 30))

    expect(in_the_tool(page, address, "2027-03-04")).to_contain_text(
        "so day 10 is March 13, 2027, a Saturday; act by Fri, Mar 12."
    )


def test_a_wait_that_is_over_is_not_said_for_certain(page, address):
    """
    The day after the last safe day the wait may be over, and nothing goes into a calendar.
    """
    page.clock.set_fixed_time(datetime(2027, 3, 13, 9, 30))
    shown = in_the_tool(page, address, "2027-03-03")

    expect(shown).to_contain_text("yesterday")
    expect(shown).to_contain_text("The wait may be over.")
    expect(shown.get_by_role("button", name="Add these dates to my calendar")).to_be_hidden()


def test_a_wait_of_mine_is_no_last_safe_day(page, address):
    """
    Before new testing a parent may have to wait a whole year: the day it ends is the first day, not a last one.
    """
    page.clock.set_fixed_time(datetime(2027, 3, 3, 9, 30))
    page.goto(address + "reference/time-limits.html")
    count(page, "My child was last evaluated", "2027-03-03")
    shown = page.get_by_role("region", name="Your dates")

    expect(shown.get_by_text("From Fri, Mar 3, 2028")).to_be_visible()
    expect(shown).to_contain_text("in 366 days")
    expect(shown).to_contain_text("It is a wait, not a due date.")
