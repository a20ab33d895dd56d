"""
One made-up family, from the first refused service to the packet a stranger can start from.
"""

import re

import pytest
from playwright.sync_api import expect

from family import OUR_FILE, note, press
from filled import LETTERS
from letter_form import field, finish, open_letter
from packet import packet, tab
from tracker import PAGE as TRACKER
from tracker import add

CALL = "what-to-say/call-district.html"
LOGS = "The district sends the reading logs home"


@pytest.fixture(params=["served", "folder"])
def evening(request, context, address, site):
    """
    Open a page of the guide on the evening of a day, in a new tab; the one before is closed.
    """
    home = address if request.param == "served" else f"{site.as_uri()}/"

    def open_page(day: str, path: str):
        for page in context.pages:
            page.close()
        page = context.new_page()
        page.clock.set_fixed_time(f"{day}T21:00:00")
        page.goto(home + path)
        return page

    return open_page


def keep(page):
    page.get_by_role("button", name=re.compile("^Keep on this device")).click()


def send(evening, day: str, letter: str, **fields):
    """
    Fill in a letter, and put into the log that it was sent.
    """
    page = evening(day, LETTERS[letter])
    open_letter(page, page.url)
    for label, text in fields.items():
        field(page, label).fill(text)
    finish(page)
    page.get_by_role("link", name=re.compile(r"I sent it ?\. Put that in my log")).click()
    return page


def save(page, day_back: str = ""):
    if day_back:
        page.get_by_role("button", name=re.compile(f", {day_back}$")).click()
    press(page, "Save it")


def test_from_the_first_no_to_the_packet(evening):
    """
    A refusal, two letters, a call, a mediation, a signed agreement and a missed promise: the packet says all of it.
    """
    page = evening("2026-09-14", OUR_FILE)
    note(page, "They said", "IEP team", "No to reading help. They refused it at the meeting.")
    keep(page)

    page = send(
        evening,
        "2026-09-16",
        "pwn-request",
        **{"Child's name": "Sam Example", "Your name": "Pat Example", "How you're sending it": "certified mail"},
    )
    keep(page)
    save(page, "Sep 23")
    expect(page.get_by_text("Added. Kept only on this device.")).to_be_visible()

    page = evening("2026-09-24", CALL)
    page.get_by_role("link", name=re.compile("log")).last.click()
    page.locator("[name=who]").fill("Kim Sample, special education office")
    page.locator("[name=what]").fill("The answer is in the mail.")
    save(page)

    page = send(evening, "2026-10-01", "mediation-request")
    save(page, "Oct 8")
    expect(page.get_by_text("Added. Kept only on this device.")).to_be_visible()

    page = evening("2026-10-28", OUR_FILE)
    note(page, "We met", "Mediator and district", "State mediation. We both signed an agreement.")
    page = evening("2026-10-29", TRACKER)
    add(page, LOGS, **{"Day it is due": "2026-11-13"})
    page.locator("guide-keep").get_by_role("button", name="Keep it").click()
    keep(page)

    page = evening("2026-11-20", OUR_FILE)
    tab(page, "Papers")
    press(page, "Add a paper")
    page.get_by_label("What is it?").fill("Mediation agreement, signed")
    press(page, "Save it")
    tab(page, "Packet")
    page.get_by_label("What do you want from them?").fill("Can you help us write about the missed promise?")
    shown, data, pages = packet(page)

    assert "Sam Example" == data["title"]
    assert 2 == len(pages)
    for words in (
        "IEP team: No to reading help. They refused it at the meeting.",
        "No answer yet. We were going to check back Sep 23, 2026.",
        "Kim Sample, special education office (Sep 24, 2026)",
        "State mediation. We both signed an agreement.",
        "Mediation agreement, signed",
        "Can you help us write about the missed promise?",
        LOGS,
        "Late by 7 days",
    ):
        assert words in shown
    sent = [row for block in data["pages"][1] for row in block.get("rows", []) if row[1] == "I sent"]
    assert [["Sep 16, 2026", "certified mail"], ["Oct 1, 2026", "none"]] == [[row[0], row[-1]] for row in sent]
