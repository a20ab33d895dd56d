"""
A letter states nothing that the days entered in it contradict: the field tells, and the sentence is not built.
"""

import re

import pytest
from playwright.sync_api import expect

from filled import LETTERS, fill, pdf_text, word_text
from letter_form import choice, field

COMPLAINT, OCR = "child-complaint", "ocr-complaint-outline"
OLDEST, LAST_ACT = "oldest-event-date", "last-act-date"
WITHIN_A_YEAR = "no more than one year before DESE receives this letter"
IN_TIME, LATE = "I am filing within 180 days of that date", "I am filing more than 180 days after that date"


@pytest.fixture
def letter(page, address):
    """
    Open a letter at noon of November 28, 2026.
    """

    def go(key):
        page.clock.set_fixed_time("2026-11-28T12:00:00")
        page.goto(address + LETTERS[key])
        return page

    return go


def said_at(page, label: str) -> str:
    """
    Return what describes a field, as it is read out with it.
    """
    field = page.get_by_label(label, exact=True)
    return " ".join(
        page.locator(f"[id='{part}']").inner_text() for part in field.get_attribute("aria-describedby").split()
    )


def in_every_way(page, state: dict) -> dict[str, str]:
    """
    Return the words of the letter on screen, in a text file, copied, in Word and on paper.
    """
    (found,) = fill(page, [state], "sheet", "text", "html", "word")
    return {
        "screen": found["sheet"],
        "text": found["text"],
        "copy": found["html"],
        "Word": word_text(found["word"]),
        "paper": pdf_text(page.pdf(prefer_css_page_size=True)),
    }


def ways_that_say(words: str, ways: dict[str, str]) -> list[str]:
    return [way for way, text in ways.items() if words in " ".join(text.split())]


@pytest.mark.parametrize(
    "day, sent, is_said",
    [
        ("2026-09-08", "", True),
        # A year to the day, and a day more.
        ("2025-11-28", "", True),
        ("2025-11-27", "", False),
        # It goes out later than today; a date that has passed does not make it go out earlier.
        ("2025-12-01", "2026-12-02", False),
        ("2025-11-27", "2026-11-20", False),
    ],
)
def test_a_complaint_says_only_what_its_oldest_day_allows(day, sent, is_said, letter):
    """
    With a day over a year back, no way of taking the letter along says that all lies within the year.
    """
    ways = in_every_way(letter(COMPLAINT), {"fields": {OLDEST: day, "date": sent, "fact-list": "No speech therapy."}})

    assert (list(ways) if is_said else []) == ways_that_say(WITHIN_A_YEAR, ways)
    assert list(ways) == ways_that_say("What happened:", ways)


@pytest.mark.parametrize(
    "day, way, is_said",
    [
        ("2026-06-01", "in-time", IN_TIME),
        ("2026-05-31", "in-time", ""),
        ("2026-06-01", "waiver", ""),
        ("2026-05-31", "waiver", LATE),
    ],
)
def test_a_worksheet_counts_as_its_day_does(day, way, is_said, letter):
    """
    "Within 180 days" and "more than 180 days" stand there only where the day of the last act makes them true.
    """
    ways = in_every_way(letter(OCR), {"fields": {LAST_ACT: day, "late-reason": "I was ill"}, "choices": {way: True}})

    assert {IN_TIME: list(ways) if is_said == IN_TIME else [], LATE: list(ways) if is_said == LATE else []} == {
        words: ways_that_say(words, ways) for words in (IN_TIME, LATE)
    }


def test_the_field_says_what_is_wrong_and_what_to_do(letter):
    """
    The field is marked as wrong, its description tells why, it counts as open, and a day within the year mends it all.
    """
    page = letter(COMPLAINT)
    oldest = field(page, "Date of the oldest event")
    still_open = page.get_by_role("button", name=re.compile("blanks open$"))
    before = still_open.inner_text()
    oldest.fill("2025-03-03")
    expect(oldest).to_have_attribute("aria-invalid", "true")
    assert "DESE looks only at the year before it gets your complaint" in said_at(page, "Date of the oldest event")
    expect(still_open).to_have_text(before)
    oldest.fill("2026-03-03")

    expect(oldest).not_to_have_attribute("aria-invalid", "true")
    expect(still_open).not_to_have_text(before)
    assert "That is Tuesday, March 3, 2026." in said_at(page, "Date of the oldest event")


def test_the_numbers_in_what_the_field_says_come_from_the_facts(letter):
    """
    Length and last day of the limit are counted for the day entered, as the choice made needs them.
    """
    page = letter(OCR)
    field(page, "Date of the last act").fill("2026-05-31")
    expect(field(page, "Date of the last act")).not_to_have_attribute("aria-invalid", "true")
    choice(page, "^I am filing within").check()
    assert "The 180 days after this day ended on November 27, 2026" in said_at(page, "Date of the last act")
    field(page, "Date of the last act").fill("2026-11-20")
    choice(page, "^I am filing more than").check()

    assert "end on May 19, 2027" in said_at(page, "Date of the last act")


@pytest.mark.parametrize(
    "key, label, sentence",
    [
        (
            "stay-put-notice",
            "Due process filing date",
            "was filed with DESE on [Due process filing date].",
        ),
        ("answer-to-refusal", "Date it happened", "On [Date it happened], the district said no"),
        ("mediation-request", "Child's birth date", "born [Child's birth date]"),
        (COMPLAINT, "Date of the oldest event", "the oldest on [Date of the oldest event]"),
    ],
)
def test_what_happened_did_not_happen_on_a_day_to_come(key, label, sentence, letter):
    """
    A year typed wrong is told, and the blank stays open; on the day of a letter dated ahead it may have happened.
    """
    page = letter(key)
    field(page, label).fill("2026-12-08")
    assert "That day is still to come." in said_at(page, label)
    assert sentence in page.evaluate("document.querySelector('guide-letter').work.out.text")
    field(page, "Date").fill("2026-12-08")

    assert "That day is still to come." not in said_at(page, label)


@pytest.mark.parametrize("key", [COMPLAINT, OCR])
def test_by_hand_nothing_changes(key, letter):
    """
    With nothing entered, all sentences are there for the pen.
    """
    ways = in_every_way(letter(key), {})

    for words in {COMPLAINT: [WITHIN_A_YEAR], OCR: [IN_TIME, LATE]}[key]:
        # On paper the lines for the pen stand between the words.
        assert {"text", "copy", "Word"} <= set(ways_that_say(words, ways))
