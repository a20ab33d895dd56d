"""
The states of the tracker: no barrier, nothing too wide.
"""

import re

import pytest

from barriers import barriers
from tracker import LOGS, NOON, REVIEW, SPEECH, add, begin, keep, plot, promise, row, session


def show_nothing(page):
    pass


def show_states(page):
    keep(
        page,
        {**SPEECH, "log": [session("2026-12-01")]},
        LOGS,
        REVIEW,
        promise(5, "Near", until="2026-12-16"),
        promise(6, "Kept", until="2026-12-01", kept="2026-12-01"),
        {**SPEECH, "id": "7", "number": 7, "words": "Broken", "minutes": "x"},
    )


def show_weeks(page):
    page.clock.set_fixed_time("2027-02-20" + NOON)
    log = [session("2026-12-01", 60), session("2026-12-08", 0), session("2026-12-15", 60, excused=True)]
    keep(page, {**SPEECH, "log": log}, {**SPEECH, "id": "8", "number": 8, "kind": "total", "times": "20", "log": log})
    page.get_by_role("button", name=re.compile("older week")).first.click()


def show_kinds(page):
    page.get_by_role("button", name="Add a promise").click()


def show_form(page):
    show_states(page)
    begin(page, "Minutes each week")
    page.get_by_role("button", name="Add this promise").click()


def show_repeated(page):
    begin(page, "A paper sent to me")


def show_details(page):
    show_states(page)
    row(page, SPEECH["words"]).get_by_role("button").click()
    page.get_by_text("1 entry in the log").click()


def show_change(page):
    show_details(page)
    page.get_by_role("button", name="Change", exact=True).click()


def show_remove(page):
    show_details(page)
    page.get_by_role("button", name="Remove this promise").click()


def show_log(page):
    show_states(page)
    plot(page, SPEECH["words"]).get_by_role("button", name="Log a week").click()
    page.get_by_label("0", exact=True).check()
    page.get_by_label("My child was out").check()


def show_carry(page):
    keep(
        page,
        part="answers",
        work={
            "fields": {},
            "letters": {"agreement-compliance": {"fields": {"missed-list": "An old line."}, "choices": {}}},
        },
    )
    show_states(page)
    page.get_by_role("button", name="Write about these 2 promises").click()


def show_question(page):
    add(page, "First", **{"Day it is due": "2026-12-20"})
    page.get_by_role("button", name="Keep it").first.click()


@pytest.mark.parametrize(
    "state",
    [
        show_nothing,
        show_states,
        show_weeks,
        show_kinds,
        show_form,
        show_repeated,
        show_details,
        show_change,
        show_remove,
        show_log,
        show_carry,
        show_question,
    ],
)
def test_no_state_has_a_barrier_or_is_too_wide(state, at, page):
    """
    axe finds nothing against WCAG 2.2 AA, nobody scrolls sideways, and one button at most is filled.
    """
    at("2026-12-14")
    state(page)
    filled = (
        page.get_by_role("button")
        .filter(visible=True)
        .evaluate_all("""buttons => buttons.map(button => getComputedStyle(button))
      .filter(({ backgroundColor, color }) => backgroundColor !== "rgba(0, 0, 0, 0)" && color === getComputedStyle(document.documentElement)
        .getPropertyValue("--guide-on-accent").replace(/^#(?:fff)$/, "rgb(255, 255, 255)").replace("#0b2526", "rgb(11, 37, 38)")).length""")
    )

    assert [] == barriers(page, "guide-tracker")
    assert filled <= 1


@pytest.mark.browser_context_args(viewport={"width": 320, "height": 640})
@pytest.mark.parametrize("state", [show_states, show_weeks, show_log, show_form, show_carry])
def test_large_text_on_a_narrow_phone_fits(state, at):
    """
    At 320 pixels and twice the size of letters nothing scrolls sideways.
    """
    page = at("2026-12-14")
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => document.documentElement.style.setProperty('font-size', '200%'))"
    )
    page.reload()
    state(page)

    assert 320 == page.evaluate("document.documentElement.scrollWidth")
