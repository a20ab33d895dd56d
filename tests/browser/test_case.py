"""
A family's case: what is next, of all that this device keeps.
"""

import re

import pytest
from playwright.sync_api import expect

from family import CASE, answers, file_work, put

NOW = "2026-11-25T10:00:00-06:00"
PROMISE = {"id": "t1", "number": 1, "kind": "once", "words": "Reading log sent home", "until": "2026-11-10", "kept": ""}


@pytest.fixture
def page(page, address):
    """
    The page of the case, on a day that stays.
    """
    page.clock.set_fixed_time(NOW)
    page.goto(address + CASE)
    return page


def rows(page) -> list[str]:
    return [" ".join(row.split()) for row in page.locator(".guide-case__row:visible").all_inner_texts()]


def test_who_kept_nothing_is_shown_where_to_begin(page):
    expect(page.get_by_text("Nothing is kept on this device yet.")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="What should I do now?")).to_be_visible()
    expect(page.get_by_role("heading", name="Your case")).to_have_count(0)


def test_what_is_urgent_comes_first(page):
    """
    A day that passed, a late promise, the next day, a letter, a list: each with one way on, the first one filled.
    """
    put(
        page,
        file=file_work(),
        answers=answers(**{"mediation-request": {"delivery-way": "by fax"}}),
        tracker={"promises": [PROMISE]},
        ticks={"week-before": {"one": "done"}},
    )
    expect(page.get_by_role("heading", name="Sam Example's case")).to_be_visible()
    expect(page.get_by_text("Ask the state for mediation")).to_be_visible()
    assert [
        "Thu, Nov 19 has passed. What happened? Sampleton R-II: Letter asking for the school records Open",
        "15 days late Reading log sent home Write",
        "Letter you began Ask the state for mediation 1 filled in Go on",
        "Checklist you began The week before 1 filled in Go on",
    ] == rows(page)
    assert 1 == page.locator(".guide-case__row .guide-button").count()
    page.get_by_role("link", name="Go on").first.click()

    expect(page).to_have_url(re.compile("letters/mediation-request.html#mediation-request$"))


def test_more_than_four_wait_behind_a_button(page):
    """
    Four are shown; the rest comes at a press, and the keyboard goes on there.
    """
    entries = [
        {"id": f"e{n}", "kind": "sent", "day": "2026-11-01", "what": f"Letter {n}", "back": f"2026-12-0{n}"}
        for n in range(1, 7)
    ]
    put(page, file=file_work(entries=entries))
    assert 4 == len(rows(page))
    page.get_by_role("button", name="See it all").click()

    assert [f"Letter {n}" for n in range(1, 7)] == page.locator(".guide-case__words").all_inner_texts()
    expect(page.locator(".guide-case__row").nth(4).get_by_role("link")).to_be_focused()


def test_nothing_due_is_said_with_the_day(page):
    put(page, file=file_work(entries=[]))

    expect(page.get_by_text("Nothing due. Last looked at November 25, 2026.")).to_be_visible()


@pytest.mark.parametrize("work", [{"entries": 3}, {"entries": [None, {"kind": 1, "day": {}, "back": []}]}])
def test_work_of_others_stops_nothing(page, work, complaints):
    put(page, file=work, tracker={"promises": "x"}, answers={"fields": {}, "letters": {}})

    expect(page.get_by_text("Nothing due.")).to_be_visible()
    assert [] == complaints


def test_home_shows_the_case_of_who_comes_back(page, address):
    """
    With something kept, what is next stands on the home page above the doors; else nothing of it does, and nothing more is loaded.
    """
    page.goto(address + "index.html")
    expect(page.get_by_role("link", name="What should I do now?").first).to_be_visible()
    expect(page.get_by_role("heading", name="Your case")).to_have_count(0)
    assert not page.evaluate("Boolean(guide.store)")
    put(page, file=file_work(), answers=answers())

    expect(page.get_by_role("heading", name="Sam Example's case")).to_be_visible()
    expect(page.get_by_role("link", name="Open").first).to_be_in_viewport()
