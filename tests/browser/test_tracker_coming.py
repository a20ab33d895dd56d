"""
What is coming in the tracker: the days of promises that are still ahead, on a line.
"""

from playwright.sync_api import expect

from barriers import barriers
from tracker import LOGS, REVIEW, SPEECH, keep, promise


def rows(page) -> list[str]:
    return [" ".join(row.split()) for row in page.locator(".guide-timeline__row").all_inner_texts()]


def test_what_is_ahead_stands_on_a_line_the_next_day_first(at):
    """
    Today, the days that are due, the first day of what begins later, the last day of what runs; nothing that is over,
    kept or has no day. On a phone it is a closed row.
    """
    page = at("2026-12-14")
    later = {**SPEECH, "id": "later", "number": 4, "words": "Reading lessons", "from": "2027-01-11", "until": ""}
    kept = promise(6, "Kept", until="2027-01-02", kept="2026-12-01")
    page.set_viewport_size({"width": 390, "height": 844})
    keep(page, SPEECH, LOGS, REVIEW, later, kept, promise(7, "Without a day"))
    expect(page.get_by_role("listitem").filter(has_text="Today, Mon, Dec 14")).to_be_hidden()
    page.get_by_text("What's coming", exact=True).click()

    assert [
        "Today, Mon, Dec 14",
        "their turn: Mon, Jan 11, 2027 Begins in 28 days Reading lessons",
        "their turn: Fri, Feb 12, 2027 Due in 60 days The team reviews the first weeks",
        "their turn: Fri, Feb 26, 2027 last day Speech therapy, 30 minutes, twice a week",
    ] == rows(page)
    # The button that leaves the page stays in sight, over what is scrolled below it.
    page.evaluate("scrollTo(0, 0)")
    assert [] == barriers(page, "guide-tracker")


def test_where_nothing_is_ahead_there_is_no_line(at):
    """
    What is over leaves no empty row; a promise that is added brings it.
    """
    page = at("2027-06-10")
    keep(page, SPEECH, LOGS, REVIEW)
    expect(page.get_by_text("What's coming", exact=True)).to_be_hidden()
    keep(page, SPEECH, promise(8, "A new IEP", until="2027-06-20"))

    expect(page.get_by_text("What's coming", exact=True)).to_be_visible()
