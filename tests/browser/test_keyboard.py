"""
Whole journeys by keyboard alone, with text as it comes and at 200 %: the focus is seen at each stop, and nothing traps it.
"""

import re

import pytest
from playwright.sync_api import expect

from event_days import row_of
from family import OUR_FILE
from helper_ways import WAYS
from keys import Keys
from tracker import PAGE as TRACKER

NOW = "2026-11-24T10:00:00"
PHONE = {"width": 390, "height": 844}
SPEECH = "Speech therapy, 30 minutes, once a week"


@pytest.fixture(params=["text as it comes", "text at 200 %"])
def keys(request, context, large):
    """
    A page for a keyboard, on a phone.
    """
    is_large = "200" in request.param
    page = large.new_page() if is_large else context.new_page()
    page.set_default_timeout(5_000)
    page.set_viewport_size(PHONE)
    page.clock.set_fixed_time(NOW)
    yield Keys(page)
    page.close()


def button(page, name: str):
    return page.get_by_role("button", name=re.compile(f"^{name}")).filter(visible=True).first


def test_from_home_to_a_letter(keys, address):
    """
    By the helper: each question has the focus at its heading, the result too; then the letter's first screen, and the next.
    """
    page = keys.page
    page.goto(address + "index.html")
    keys.press(page.get_by_role("main").get_by_role("link", name="What should I do now?").first)
    helper = page.locator("guide-route-helper")
    for words in WAYS["refused"]:
        row = helper.get_by_role("button").filter(has_text=words).first.element_handle()
        keys.press(helper.get_by_role("button").filter(has_text=words).first)
        row.wait_for_element_state("hidden")
        keys.at(helper.get_by_role("heading", level=2).first)
    expect(page.locator(".guide-route__todo")).to_be_visible()
    keys.press(page.locator(".guide-route__act[href*='letters/']").first)

    title = page.locator("guide-letter h1:visible")
    keys.at(title)
    first = title.inner_text()
    keys.write(page.get_by_label("Your name", exact=True), "Pat Example")
    keys.press(button(page, "Continue"))
    expect(title).not_to_have_text(first)
    keys.at(title)


def test_from_an_event_to_the_calendar(keys, address):
    """
    An event is found, its day put in, its dates counted and saved.
    """
    page = keys.page
    page.goto(address + "reference/time-limits.html")
    keys.write(page.get_by_label("Find an event"), "I got a Notice of Action")
    row = row_of(page, "I got a Notice of Action")
    summary = row.locator("> summary")
    # What is the only one found may stand open already.
    if row.get_attribute("open") is None:
        keys.press(summary)
    keys.press(row.get_by_role("button", name="Put in my day"))
    keys.at(row.locator("input[type=date]"))
    page.keyboard.type("11202026")
    keys.press(row.get_by_role("button", name="Show my dates"))
    expect(row.locator(".guide-timeline__row").first).to_be_visible()
    keys.look()
    with page.expect_download() as saved:
        keys.press(row.get_by_role("button", name=re.compile("to my calendar")))

    assert saved.value.suggested_filename.endswith(".ics")
    keys.look()


def test_from_a_promise_to_a_week(keys, address):
    """
    A promise is added, and a week of it logged.
    """
    page = keys.page
    page.goto(address + TRACKER)
    keys.press(button(page, "Add a promise"))
    keys.press(button(page, "Minutes each week"))
    keys.at(page.get_by_role("heading", name="Minutes each week"))
    keys.write(page.get_by_label("Words of the agreement"), SPEECH)
    keys.write(page.get_by_label("Minutes each time"), "30")
    keys.write(page.get_by_label("Times each week"), "1")
    keys.write(page.get_by_label("First day"), "11092026")
    keys.press(button(page, "Add this promise"))
    expect(page.get_by_role("heading", name=SPEECH).first).to_be_visible()
    keys.look()
    keys.press(button(page, "Log a week"))
    keys.press(page.get_by_label("0", exact=True), " ")
    keys.press(page.get_by_label("Nobody came", exact=True), " ")
    keys.press(button(page, "Save it"))

    expect(page.get_by_text("30 minutes missing").first).to_be_visible()
    keys.look()


def test_from_the_first_point_of_a_draft_to_the_questions(keys, address):
    """
    Two cards are answered, the task is closed, and the questions are there.
    """
    page = keys.page
    page.goto(address + "checklists/evaluate-the-agreement.html")
    keys.press(button(page, "Start, point by point"))
    for answer, place in (("Not sure", "1 of "), ("Doesn't", "2 of ")):
        expect(page.get_by_text(re.compile(f"^{place}")).first).to_be_visible()
        keys.look()
        keys.press(button(page, answer))
    expect(page.get_by_text(re.compile("^3 of ")).first).to_be_visible()
    keys.press(button(page, "Close"))
    keys.press(button(page, "See all the points"))
    keys.press(button(page, "My questions"))

    expect(page.get_by_role("region", name="Your questions for the room").get_by_role("listitem")).to_have_count(2)
    keys.look()


def test_from_a_call_to_the_packet(keys, address):
    """
    A line of the log is written, a paper put on the list, and the packet opened.
    """
    page = keys.page
    page.goto(address + OUR_FILE)
    keys.press(page.get_by_role("button", name="I called", exact=True))
    keys.write(page.locator("[name=who]"), "Kim Sample")
    keys.write(page.locator("[name=what]"), "The log comes on Friday.")
    keys.press(button(page, "Save it"))
    expect(page.get_by_role("listitem").filter(has_text="The log comes on Friday.")).to_be_visible()
    keys.look()
    keys.press(page.get_by_role("tab", name="Log"), "ArrowRight")
    keys.at(page.get_by_role("tab", name="Papers"))
    keys.press(page.get_by_role("button", name="Add a paper", exact=True))
    keys.write(page.get_by_label("What is it?"), "Report card")
    keys.press(button(page, "Save it"))
    expect(page.get_by_role("listitem").filter(has_text="Report card")).to_be_visible()
    keys.press(page.get_by_role("tab", name="Papers"), "End")

    keys.at(page.get_by_role("tab", name="Packet"))
    keys.reach(button(page, "Print 2 pages"))
    keys.look()
