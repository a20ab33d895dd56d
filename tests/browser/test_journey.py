"""
One made-up family, from the week before mediation to the letter about what was not kept.
"""

import re

import pytest
from playwright.sync_api import expect

from tracker import add, log

FILE_TO_TAKE = "Pack your bag, then get some sleep."
HELPERS = "Send the names of your helpers"
SPEECH = "Speech therapy, 30 minutes, twice a week"
LOGS = "The district sends the logs home"


@pytest.fixture
def evening(context, address):
    """
    Open a page of the guide on the evening of a day, in a new tab; the one before is closed.
    """

    def open_page(day: str, path: str):
        for page in context.pages:
            page.close()
        page = context.new_page()
        page.clock.set_fixed_time(f"{day}T21:00:00")
        page.goto(address + path)
        return page

    return open_page


def box(page, words):
    return page.get_by_role("checkbox", name=re.compile(re.escape(words)))


def press(page, name):
    page.get_by_role("button", name=re.compile(f"^{re.escape(name)}")).click()


def test_from_getting_ready_to_two_misses_and_the_letter(evening):
    """
    Getting ready, the day, the draft, ninety days of promises: what was ticked and typed is there the next evening, and
    the letter names the two promises that were missed.
    """
    page = evening("2026-12-01", "checklists/week-before.html")
    box(page, HELPERS).check()
    press(page, "Keep on this device")

    page = evening("2026-12-07", "plans/the-day.html")
    box(page, FILE_TO_TAKE).check()
    page = evening("2026-12-08", "checklists/week-before.html")
    expect(box(page, HELPERS)).to_be_checked()
    page = evening("2026-12-08", "plans/the-day.html")
    expect(box(page, FILE_TO_TAKE)).to_be_checked()

    page = evening("2026-12-08", "checklists/evaluate-the-agreement.html")
    press(page, "In the room")
    press(page, "Not sure")
    press(page, "Doesn't")
    press(page, "Close")
    press(page, "See all the points")
    press(page, "My questions")
    questions = page.get_by_role("region", name="Your questions for the room").get_by_role("listitem")
    expect(questions).to_have_text([re.compile("When does the service start"), re.compile("^How many minutes")])

    page = evening("2026-12-10", "track/agreement-tracker.html")
    add(
        page,
        SPEECH,
        kind="Minutes each week",
        **{"Minutes each time": "30", "Times each week": "2", "First day": "2027-01-11", "Last day": "2027-05-28"},
    )
    press(page, "Keep it")
    press(page, "Keep on this device")
    add(page, LOGS, **{"Day it is due": "2027-01-29"})

    page = evening("2027-01-30", "track/agreement-tracker.html")
    log(page, SPEECH, "30", week="2027-01-11", why="Nobody came")
    expect(page.get_by_text("30 minutes missing").first).to_be_visible()
    page = evening("2027-03-09", "track/agreement-tracker.html")
    press(page, "Write about these 2 promises")
    press(page, "Only until this tab closes")
    page.wait_for_url(re.compile("letters/agreement-compliance.html"))

    missed = page.get_by_label("Steps that were missed").input_value()
    assert f'"{LOGS}": due January 29, 2027' in missed
    assert (
        f'"{SPEECH}": due from January 11, 2027 to May 28, 2027. By March 9, 2027, 60 minutes were due in the weeks that I logged. My log shows 30 given, so 30 are owed.'
        in missed
    )
    expect(page.get_by_role("region", name="A step in our mediation agreement")).to_contain_text(LOGS)
