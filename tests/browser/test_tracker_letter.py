"""
From the tracker to the letter about what was not kept.
"""

import re

import pytest
from lxml import html
from playwright.sync_api import expect

from filled import ROOT
from guide.data import read_data
from kept_work import keep as keep_work
from tracker import LOGS, NOON, PAGE, REVIEW, SPEECH, act, add, keep, kept, log

LETTER = "letters/agreement-compliance.html"


def test_ninety_days_two_misses_and_the_letter(at, address):
    """
    Typed, kept, looked at over ninety days; the first miss asks what happened, the second for the letter, and the letter
    holds the late promises, their days, what happened and the date of the agreement, and nothing else.
    """
    page = at("2026-11-24")
    add(
        page,
        SPEECH["words"],
        kind="Minutes each week",
        **{
            "Minutes each time": "30",
            "Times each week": "2",
            "First day": "2026-11-30",
            "Last day": "2027-02-26",
            "Where it is in the agreement": "Item 1",
        },
    )
    keep_work(page)
    page.get_by_text("When was it signed?").click()
    page.get_by_label("Date of the agreement").fill("2026-11-20")
    page.get_by_label("Date of the agreement").blur()
    add(page, LOGS["words"], **{"Day it is due": "2026-12-11"})
    add(page, REVIEW["words"], **{"Day it is due": "2027-02-12"})

    at("2026-12-12")
    page.get_by_role("button", name=f"Write about this: {LOGS['words']}").click()
    expect(page.get_by_role("link", name="The first miss, step by step")).to_be_visible()
    page.get_by_role("button", name="Close", exact=True).click()
    act(page, LOGS["words"], "Say what happened")
    page.get_by_label("What happened?").fill("No log came home")
    page.get_by_role("button", name="Done", exact=True).click()

    at("2027-02-22")
    act(page, REVIEW["words"], "It's done")
    page.get_by_label("When was it kept?").fill("2027-02-12")
    page.get_by_role("button", name="Done", exact=True).click()
    for week, minutes, why in (("2026-11-30", "60", None), ("2026-12-07", "0", "Nobody came")):
        log(page, SPEECH["words"], minutes, week=week, why=why)
    page.get_by_role("button", name="Write about these 2 promises").click()
    expect(page.get_by_role("link", name="The second miss, step by step")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Only until this tab closes")).click()
    page.wait_for_url(re.compile(re.escape(LETTER)))

    assert page.get_by_label("Steps that were missed").input_value().split("\n") == [
        '"The district sends the logs home": due December 11, 2026. No log came home.',
        'Item 1, "Speech therapy, 30 minutes, twice a week": due from November 30, 2026 to February 26, 2027. '
        "By February 22, 2027, 120 minutes were due in the weeks that I logged. My log shows 60 given, so 60 are owed.",
    ]
    assert "2026-11-20" == page.get_by_label("Date of the agreement").input_value()
    assert "" == page.get_by_label("Your name").input_value()


def test_the_letter_knows_the_blanks_that_the_tracker_fills(site):
    """
    The letter and the keys of its blanks are those of the data.
    """
    data = read_data(ROOT / "docs/_data")
    built = html.parse(str(site / PAGE)).xpath("//a[@data-letter]")[0]
    letter, listed, signed = (built.get(f"data-{name}") for name in ("letter", "list", "date"))
    written = (ROOT / f"docs/letters/{letter}.md").read_text(encoding="utf-8")

    assert letter in data.letters
    assert [("list", "letter", True), ("date", "dispute", True)] == [
        (data.fields[key].kind, data.fields[key].group, f"[{data.fields[key].label}]" in written)
        for key in (listed, signed)
    ]


def test_a_card_writes_about_its_promise_alone(at):
    """
    Of two late promises the card's button shows one line, the button for all shows both.
    """
    page = at("2026-12-21")
    keep(page, LOGS, {**REVIEW, "until": "2026-12-18"})
    lines = page.get_by_role("group", name="Lines for the letter").get_by_role("listitem")
    page.get_by_role("button", name="Write about this: " + LOGS["words"]).click()
    expect(lines).to_have_text([re.compile(LOGS["words"])])
    page.get_by_role("button", name="Close", exact=True).click()
    page.get_by_role("button", name="Write about these 2 promises").click()

    expect(lines).to_have_text([re.compile(LOGS["words"]), re.compile(REVIEW["words"])])


def test_nothing_goes_to_the_letter_before_it_is_asked_for(at):
    """
    Opening the panel shows the lines, and writes nothing.
    """
    page = at("2026-12-14")
    keep(page, LOGS)
    page.get_by_role("button", name="Write about this").click()

    expect(page.get_by_text("due December 11, 2026. It was not done.")).to_be_visible()
    assert kept(page, "answers") is None


def test_the_steps_of_a_miss_open_on_the_page(at):
    """
    The link from the task goes back to the page, to the steps, which are open.
    """
    page = at("2026-12-14")
    keep(page, LOGS)
    page.get_by_role("button", name="Write about this").click()
    page.get_by_role("link", name="The first miss, step by step").click()

    expect(page.get_by_text("Write within a few days.")).to_be_in_viewport()


@pytest.mark.parametrize(
    "choice, lines", [("Add mine below them", ["An old line.", "mine"]), ("Replace them with mine", ["mine"])]
)
def test_what_stands_in_the_letter_is_not_lost_unseen(choice, lines, at):
    """
    Other lines in the letter are shown first; the parent adds to them or replaces them. All else stays.
    """
    page = at("2026-12-14")
    keep(
        page,
        part="answers",
        work={
            "fields": {"parent-name": "Pat", "agreement-date": "2026-10-20"},
            "letters": {
                "agreement-compliance": {
                    "fields": {"missed-list": "An old line.", "copy-to": "Jo"},
                    "choices": {"in-iep": True},
                },
                "iee-request": {"fields": {}, "choices": {}},
            },
        },
    )
    keep(page, LOGS)
    page.get_by_role("button", name="Write about this").click()
    expect(page.get_by_text("An old line.")).to_be_visible()
    expect(page.get_by_text("different date for the agreement, October 20, 2026. It stays")).to_be_visible()
    page.get_by_role("button", name=choice).click()
    page.wait_for_url(re.compile(re.escape(LETTER)))
    answers = kept(page, "answers")
    mine = 'Item 4, "The district sends the logs home": due December 11, 2026. It was not done.'

    assert {
        "fields": {"parent-name": "Pat", "agreement-date": "2026-10-20"},
        "letters": {
            "agreement-compliance": {
                "fields": {"missed-list": "\n".join(lines).replace("mine", mine), "copy-to": "Jo"},
                "choices": {"in-iep": True},
            },
            "iee-request": {"fields": {}, "choices": {}},
        },
    } == answers


def test_the_same_line_is_not_put_in_twice(at):
    """
    Pressing again another day adds only what is new.
    """
    page = at("2026-12-14")
    keep(page, part="answers", work={"fields": {}, "letters": {}})
    keep(page, LOGS)
    for _ in range(2):
        at("2026-12-14")
        page.get_by_role("button", name="Write about this").click()
        page.get_by_role("button", name=re.compile("^Put it in")).click()
        page.wait_for_url(re.compile(re.escape(LETTER)))

    assert 1 == len(page.get_by_label("Steps that were missed").input_value().split("\n"))


def test_a_browser_that_keeps_nothing_says_so_at_the_letter(at):
    """
    Where nothing can be carried over the lines stay on the page, to be copied.
    """
    page = at("2026-12-14")
    keep(page, LOGS)
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') } }"
    )
    page.get_by_role("button", name="Write about this").click()
    page.get_by_role("button", name=re.compile("^Only until this tab closes")).click()

    expect(page.get_by_text("nothing can be carried over")).to_be_visible()
    assert PAGE in page.url


def test_it_works_from_a_folder_to_the_letter(site, page, complaints):
    """
    Without a server: typed, kept until the tab closes, and carried to the letter.
    """
    page.clock.set_fixed_time("2026-12-14" + NOON)
    page.goto(f"{site.as_uri()}/{PAGE}")
    add(page, LOGS["words"], **{"Day it is due": "2026-12-11"})
    keep_work(page, "Only until this tab closes")
    page.get_by_role("button", name="Write about this").click()
    page.get_by_role("group", name="Lines for the letter").get_by_role(
        "button", name="Only until this tab closes"
    ).click()
    page.wait_for_url(re.compile(re.escape(LETTER)))

    expect(page.get_by_label("Steps that were missed")).to_have_value(re.compile("due December 11, 2026"))
    assert [] == complaints
