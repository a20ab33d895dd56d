"""
From a promise to the log of the family's file: one tap opens the log's form filled in, and nothing is written by itself.
"""

import re

from playwright.sync_api import expect

from barriers import barriers
from family import press
from tracker import LOGS, SPEECH, act, keep, kept, log, plot, row, session

LINK = "Put this in my log"


def form(page):
    """
    The open form of the log.
    """
    return page.locator("form").filter(has=page.get_by_role("heading", name="Add to the log"))


def put(page):
    """
    Put what was done into the log, and return what its form has then.
    """
    page.get_by_role("link", name=LINK).click()
    form(page).wait_for()
    return [form(page).locator(f"[name={name}]").input_value() for name in ("day", "who", "what", "proof")]


def note_missed(page):
    act(page, LOGS["words"], "It was missed")
    page.get_by_label("What happened?").fill("No log came.")
    press(page, "Done")


def test_a_missed_promise_goes_into_the_log_after_one_tap(at):
    """
    With its words, its day and what happened; the log has it once it is saved there, and not before.
    """
    page = at("2026-12-11")
    keep(page, {**LOGS, "who": "case manager"})
    note_missed(page)
    put_in = put(page)

    assert ["2026-12-11", "case manager"] == put_in[:2]
    assert 'Item 4, "The district sends the logs home": due December 11, 2026. No log came.' == put_in[2]
    assert kept(page, "file") is None
    press(page, "Save it")
    expect(page.locator("#log").get_by_role("listitem")).to_contain_text("No log came.")


def test_a_kept_promise_goes_into_the_log(at):
    """
    On the day it was kept, with how late that was; a paper that came was given.
    """
    page = at("2026-12-14")
    keep(page, {**LOGS, "start": "paper"})
    page.get_by_role("button", name="It came").click()
    page.get_by_label("When was it kept?").fill("2026-12-13")
    press(page, "Done")

    assert ["2026-12-13", "", "Done, 2 days late: The district sends the logs home", ""] == put(page)
    expect(form(page).get_by_role("button", name="They gave me")).to_have_attribute("aria-pressed", "true")


def test_a_week_goes_into_the_log(at):
    """
    What was given of a week, why not more, and how the parent knows.
    """
    page = at("2026-12-08")
    keep(page, {**SPEECH, "short": "Speech"})
    log(page, "Speech", "30", why="Nobody came")
    day, _, what, _ = put(page)

    assert "2026-12-06" == day
    assert "Speech, Nov 30, 2026 to Dec 6, 2026: 30 of 60 minutes given. Nobody came." == what


def test_what_is_missing_of_a_service_goes_into_the_log_from_its_page(at):
    """
    A promise that is late offers it; one that is neither kept nor missed has nothing for the log.
    """
    page = at("2026-12-15")
    keep(page, {**SPEECH, "log": [session("2026-12-01", 0)]}, {**LOGS, "until": "2027-03-01"})
    row(page, LOGS["words"]).get_by_role("button").click()
    expect(page.get_by_role("button", name="Change", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name=LINK)).to_have_count(0)
    press(page, "Back")
    row(page, SPEECH["words"]).get_by_role("button").click()

    assert "so 60 are owed." in put(page)[2]


def test_a_week_that_is_not_known_has_nothing_for_the_log(at):
    """
    "I don't know" says nothing that happened.
    """
    page = at("2026-12-08")
    keep(page, SPEECH)
    log(page, SPEECH["words"], "0", why="I don't know")

    expect(plot(page, SPEECH["words"]).get_by_text("The week is logged.")).to_be_visible()
    expect(page.get_by_role("link", name=LINK)).to_have_count(0)


def test_the_way_into_the_log_has_no_barrier(at):
    """
    The link stands with what was said, and can be touched.
    """
    page = at("2026-12-11")
    keep(page, LOGS)
    note_missed(page)

    assert page.get_by_role("link", name=LINK).bounding_box()["height"] >= 44
    expect(page.get_by_text(re.compile("That's written down."))).to_be_visible()
    assert [] == barriers(page)
