"""
What one page says, no other page takes back: next steps lead onward, a letter fits those whom a page sends to it, and a
book on paper holds the letters that it names.
"""

import re
from pathlib import Path

import pytest

from guide.data import read_data
from guide.grammar import fact_ids
from guide.page_files import page_files, read_page
from guide.pages import Page

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
LINK = re.compile(r"\]\(([^)\s#]+\.md)(?:#[\w-]+)?\)")
NO_MEDIATION = ("checklists/if-the-district-says-no.md", "mediation/if-they-say-no.md")


def page(path: str) -> Page:
    return read_page(DOCS / path, ROOT)


def links_of(lines: list[str], path: str) -> list[str]:
    """
    Return the pages that these lines of a page lead to, as paths from `docs/`.
    """
    home = (DOCS / path).parent
    return [(home / to).resolve().relative_to(DOCS).as_posix() for line in lines for to in LINK.findall(line)]


def next_of(path: str) -> str:
    """
    Return the page that is the next step of a page.
    """
    read = page(path)
    (block,) = (block for block in read.blocks if block.name == "next")
    (step,) = links_of([line for _, line in read.inside(block)], path)
    return step


def choice(letter: str, key: str) -> str:
    """
    Return the line of a letter's choice, with its box; "" where the letter has none of this id.
    """
    read = page(f"letters/{letter}.md")
    (block,) = (block for block in read.blocks if block.name == "letter")
    return next((line for _, line in read.inside(block) if f"{{#{key}}}" in line), "")


def item(path: str, key: str) -> str:
    return next(line for line in page(path).lines if f"{{#{key} " in line or f"{{#{key}}}" in line)


@pytest.mark.parametrize(
    "path, step",
    {
        "letters/mediation-invite-district.md": "mediation/prepare.md",
        "letters/interpreter-access-request.md": "mediation/prepare.md",
        "letters/advocate-notice.md": "what-to-say/at-the-table.md",
        "letters/reconvene-request.md": "what-to-say/at-the-table.md",
        "letters/iee-request.md": "letters/iep-meeting-request.md",
        "letters/ocr-complaint-outline.md": "reference/time-limits.md",
        "routes/talking-first.md": "letters/iep-meeting-request.md",
        "plans/district-declines.md": "routes/compared.md",
        "checklists/if-the-district-says-no.md": "routes/compared.md",
        "checklists/is-mediation-right-for-us.md": "checklists/before-you-ask.md",
    }.items(),
)
def test_the_next_step_leads_onward(path, step):
    """
    It leads to what comes after, not back, not to the same advice once more, and not to a list of phones.
    """
    assert step == next_of(path)


@pytest.mark.parametrize("path", NO_MEDIATION)
def test_a_no_to_mediation_is_answered_in_words_to_copy(path):
    """
    They ask for the reason in writing by a date, leave the offer open, and give up no other step.
    """
    words = next(line for line in page(path).lines if "Please tell me in writing" in line)

    said = re.search(r"Please tell me in writing.*?any delay\.", words)[0]
    assert [] == [
        part
        for part in (
            "by (date)",
            "why the district will not mediate",
            "My offer to mediate",
            "every other option open",
        )
        if part not in said
    ]
    assert len(re.findall(r"\.(?:\s|$)", said)) in (2, 3)


@pytest.mark.parametrize("path", [*NO_MEDIATION, "plans/district-declines.md"])
def test_a_no_to_mediation_is_not_answered_with_a_letter_for_something_else(path):
    """
    Neither the answer to a refused service nor the same invitation once more; the plan leads to the letter for it.
    """
    links = links_of(page(path).lines, path)

    assert [] == [
        letter for letter in ("letters/answer-to-refusal.md", "letters/mediation-invite-district.md") if letter in links
    ]
    assert path != "plans/district-declines.md" or "letters/mediation-no-answer.md" in item(path, "ask-why")


def test_a_letter_offers_a_facilitated_iep_meeting_only_if_ticked():
    """
    A child without an IEP has no IEP team, and the answer to a no fits that child too.
    """
    assert choice("answer-to-refusal", "facilitated-meeting").startswith(
        "- [ ] I am willing to have a facilitated IEP meeting,"
    )
    assert "Copy to: IEP case manager" not in "\n".join(page("letters/answer-to-refusal.md").lines)


def test_new_testing_can_be_asked_for_where_the_page_sends_for_it():
    """
    A child with an IEP is sent to the letter for an IEP meeting, which can ask for a reevaluation; both pages say how
    often it is due.
    """
    sent = next(line for line in page("letters/evaluation-request.md").lines if "has an IEP now" in line)

    assert (
        "letters/iep-meeting-request.md" in links_of([sent], "letters/evaluation-request.md")
        and "[^reevaluation-ask]" in sent
    )
    assert re.match(
        r"- \[ \] .*reevaluation of \[Child's name\].*300\.303\(a\)\(2\)", choice("iep-meeting-request", "reevaluation")
    )
    assert any("[^reevaluation-ask]" in line for line in page("letters/iep-meeting-request.md").lines)


def test_helpers_see_only_records_that_the_parent_names_and_ticks():
    """
    Permission to show records is never ticked ahead, and each record is named.
    """
    assert re.match(r"- \[ \] .*\[Records your helpers may see\]", choice("advocate-notice", "permission"))


def test_all_or_nothing_has_an_answer():
    """
    Where consent is needed, refusing one service may not cost another: on the page, and in the letter if ticked.
    """
    page_says = [line for line in page("letters/partial-agreement-note.md").lines if "[^consent-no-penalty]" in line]

    assert page_says and all("needs your consent" in line for line in page_says)
    assert re.match(
        r"- \[ \] Where my consent is needed, .*300\.300\(d\)\(3\)", choice("partial-agreement-note", "no-penalty")
    )


@pytest.mark.parametrize(
    "path", ["mediation/if-they-say-no.md", "letters/mediation-invite-district.md", "plans/no-agreement.md"]
)
def test_no_page_says_that_asking_cost_nothing(path):
    """
    Where a page says that mediation takes no right, the same sentence says that the deadlines kept running.
    """
    said = [sentence for _, sentence in page(path).sentences if "[^mediation-does-not-delay-rights]" in sentence]

    assert not re.search(r"lost no right|gave up no right", "\n".join(page(path).lines), re.IGNORECASE)
    assert any(
        re.search("deadlines (?:keep|kept) running", sentence) and "[^mediation-does-not-stop-clocks]" in sentence
        for sentence in said
    )


def test_a_promise_of_stay_put_says_that_discipline_differs():
    """
    Where a letter, a route or a plan says that stay put comes with filing, it says that discipline has its own rule.
    """
    promise = re.compile(
        r"(?i)stays? put\b.{0,60}(?:starts|begins|starts only) (?:only )?(?:when you file|with a due)|you file for due process, your child \[?stays put"
    )
    without = []
    for file in page_files(DOCS):
        read = read_page(file, ROOT)
        text = "\n".join(line for _, line in read.numbered)
        if (
            re.search(r"/(letters|routes|plans|mediation)/", read.path)
            and promise.search(text)
            and not {"stay-put-discipline", "mo-stay-put-statute"} & set(fact_ids(text))
        ):
            without.append(read.path)

    assert [] == without


def test_the_starter_kit_holds_the_letters_of_its_plans():
    """
    Among them those that its most urgent plans need.
    """
    names = {name for part in read_data(DOCS / "_data").books["starter-kit"].parts for name in part.pages}

    assert (
        set()
        == {
            f"letters/{key}.md#{key}"
            for key in (
                "due-process-outline",
                "stay-put-notice",
                "child-complaint",
                "partial-agreement-note",
                "evaluation-request",
            )
        }
        - names
    )
