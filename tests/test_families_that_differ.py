"""
Families whose case differs: who leave for a private school, where one parent decides alone, and what mediation does not keep private.
"""

import re
from pathlib import Path

import pytest

from guide.blocks.deadlines import rows_by_event
from guide.data import read_data
from guide.grammar import fact_ids
from guide.page_files import read_page
from guide.phrases import read_phrases

ROOT = Path(__file__).resolve().parent.parent
DATA = read_data(ROOT / "docs/_data")
PRIVATE = "A private school, or homeschooling"
HOLDERS = "Someone else has the rights"
LIMITS_OF_PRIVACY = {"mediation-privacy-what-it-names", "mo-abuse-reports"}


def part(path: str, heading: str = "") -> str:
    """
    Return a page's words below a heading, up to the next one; without a heading, the whole page.
    """
    page = read_page(ROOT / "docs" / path, ROOT)
    lines = page.numbered
    if heading:
        start = next(found.line for found in page.headings if found.text.split(" {#")[0] == heading)
        end = min((found.line for found in page.headings if found.line > start), default=len(page.lines) + 1)
        lines = [(number, line) for number, line in lines if start < number < end]
    return "\n".join(line for _, line in lines)


def cited(text: str) -> set[str]:
    return set(fact_ids(text))


@pytest.mark.parametrize(
    "path, heading, facts",
    [
        (
            "reference/wrong-doors.md",
            PRIVATE,
            {
                "private-school-reimbursement",
                "private-school-notice-10-business-days",
                "private-school-let-the-district-test",
                "private-school-notice-exceptions",
                "private-school-limits",
                "private-school-placed-by-district",
            },
        ),
        (
            "routes/due-process.md",
            "Leaving for a private school",
            {"private-school-reimbursement", "private-school-notice-10-business-days"},
        ),
        ("reference/wall-sheets.md", "Your deadlines on one page", {"private-school-notice-10-business-days"}),
        (
            "reference/wrong-doors.md",
            HOLDERS,
            {
                "mo-parents-apart",
                "consent-one-parent-can-end-it",
                "mo-foster-and-surrogate-parents",
                "parent-who",
                "parent-birth-parent-first",
                "parent-court-order",
            },
        ),
        ("letters/consent-revocation.md", "Before you fill it in", {"consent-one-parent-can-end-it"}),
        ("mediation/what-it-is.md", "What you say stays private", LIMITS_OF_PRIVACY),
        ("mediation/the-day.md", "Recording", LIMITS_OF_PRIVACY),
        ("routes/child-complaint.md", "How it works", {"mo-complaint-no-appeal", "complaint-then-due-process"}),
        ("reference/wrong-doors.md", "Two districts (St. Louis County)", {"mo-special-school-district"}),
    ],
)
def test_a_page_tells_what_the_law_says(path, heading, facts):
    """
    The part of the page that such a family reads cites each fact that they need.
    """
    assert set() == facts - cited(part(path, heading))


def test_who_leaves_for_a_private_school_is_warned_before_anything_else():
    """
    First that due process is open, then a lawyer, then the notice, and only then the other families.
    """
    said = part("reference/wrong-doors.md", PRIVATE)
    order = [
        "[^private-school-reimbursement]",
        "Talk to a lawyer before you leave",
        "[^private-school-notice-10-business-days]",
        "> We reject",
        "[^private-school-limits]",
        "[^private-school-placed-by-district]",
    ]

    assert sorted(order, key=said.index) == order


def test_the_notice_can_be_copied():
    """
    A quote holds the three things that the notice must say: the placement is rejected, why, and that the school is to be paid for.
    """
    quote = " ".join(re.findall(r"^ *> (.+)$", part("reference/wrong-doors.md", PRIVATE), re.MULTILINE))

    assert [] == [
        words for words in ("reject", "because", "enroll", "private school", "public expense") if words not in quote
    ]


@pytest.mark.parametrize(
    "path, heading, wrong",
    [
        ("reference/wrong-doors.md", PRIVATE, r"no fact"),
        ("reference/wrong-doors.md", HOLDERS, r"[Dd]ivorce (papers|decree)s? decides?|ask DESE or a lawyer"),
        ("routes/child-complaint.md", "How it works", r"found no rule"),
        ("letters/consent-revocation.md", "", r"if one parent's letter is enough to end it all"),
    ],
)
def test_no_page_leaves_open_what_is_known(path, heading, wrong):
    """
    Where the guide knows the rule, the page says it and does not send the parent to ask.
    """
    assert not re.search(wrong, part(path, heading))


def test_the_special_school_district_is_told_once():
    """
    Two facts that say nearly the same do not stand side by side with different marks.
    """
    assert "mo-st-louis-county-two-districts" not in cited(part("reference/wrong-doors.md"))


def test_the_worksheet_says_that_one_parent_can_end_it():
    """
    The worksheet on taking back consent names it among what a parent understands, and its data vouch for it.
    """
    letter = part("letters/consent-revocation.md", "What I understand")

    assert re.search(r"One parent's .* other parent cannot", letter)
    assert "consent-one-parent-can-end-it" in DATA.letters["consent-revocation"].facts


@pytest.mark.parametrize(
    "word, facts",
    [
        ("parent", {"parent-who", "parent-birth-parent-first", "parent-court-order"}),
        ("revoke-consent", {"consent-one-parent-can-end-it"}),
        ("confidential", LIMITS_OF_PRIVACY),
    ],
)
def test_the_words_say_it_too(word, facts):
    """
    Who looks the word up reads the same rule.
    """
    assert facts <= set(DATA.glossary[word].facts)


def test_a_privacy_line_in_the_agreement_stops_no_report_of_abuse():
    """
    The reply to "Everything here is confidential" names the duty to report.
    """
    page = read_page(ROOT / "docs/what-to-say/they-push.md", ROOT)
    reply = next(block for block in page.blocks if block.id == "all-secret")

    assert "mo-abuse-reports" in cited("\n".join(line for _, line in page.inside(reply)))


def test_the_notice_counts_weekday_holidays_and_says_so():
    """
    The table of limits says that the rule counts holidays that fall on a business day, for this limit and no other.
    """
    phrases = read_phrases(ROOT, [])
    counted = [
        (event, row.in_words(phrases))
        for event, rows in rows_by_event(DATA.facts).items()
        for row in rows
        if "holidays" in row.in_words(phrases)
    ]

    assert [("leaving-for-private-school", "10 business days before, weekday holidays counted")] == counted
