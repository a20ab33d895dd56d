"""
What a stranger can answer from the packet alone, for ten made-up families with twenty to sixty events each.
"""

import re

import pypdfium2
import pytest
from playwright.sync_api import expect

from family import OUR_FILE
from packet_families import QUESTIONS, families, open_packet

FAMILIES = families()
# Of twenty.
MISSED = 0


def squeezed(text: str) -> str:
    return "".join(text.replace("|", "").split())


def sheets(page) -> int:
    """
    Return how many sheets the packet that is shown takes on paper.
    """
    page.evaluate("document.documentElement.dataset.prints = 'packet'")
    with pypdfium2.PdfDocument(page.pdf(format="Letter", prefer_css_page_size=True)) as file:
        return len(file)


def test_there_are_ten_families_with_twenty_to_sixty_events():
    """
    Each with a true answer to every question.
    """
    assert (10, 20) == (len(FAMILIES), len(QUESTIONS))
    for family in FAMILIES.values():
        assert 20 <= len(family["entries"]) <= 60
        assert list(QUESTIONS) == list(family["answers"])


@pytest.mark.parametrize("name", FAMILIES)
def test_the_packet_answers_what_a_helper_asks_first(page, address, name):
    """
    Two pages, and nineteen of twenty answers stand in them.
    """
    family = FAMILIES[name]
    words = squeezed(open_packet(page, address + OUR_FILE, family))
    unanswered = {
        question: [find for find in answer["find"] if squeezed(str(find)) not in words]
        for question, answer in family["answers"].items()
    }
    lost = {question: finds for question, finds in unanswered.items() if finds}

    assert len(lost) <= MISSED, lost
    assert 2 == sheets(page)


def test_two_pages_hold_what_fits_into_the_form(page, address):
    """
    With every field full, the family with the longest log still has two pages, and what is left out is told.
    """
    family = max(FAMILIES.values(), key=lambda one: len(one["entries"]))
    words = "Nobody at the school could tell us more about this. "
    sizes = {"ask": 240, "about": 500, "want": 300, "settled": 200, "missing": 200, "plan": 120, "disability": 120}
    full = {key: (words * 12)[:size] for key, size in {**sizes, "now": 120, "language": 120}.items()}
    promises = [{"kind": "once", "words": words * 2, "until": f"2026-11-{day:02}"} for day in range(1, 20)]
    open_packet(
        page, address + OUR_FILE, {**family, "packet": full, "tracker": {"signed": "2026-10-20", "promises": promises}}
    )

    assert 2 == sheets(page)
    expect(page.get_by_text(re.compile(r"\d+ more promises are in the family's tracker\."))).to_be_visible()
