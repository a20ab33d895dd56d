"""
The letters of the guide, each broken in every way that `letters/` guards against: a section gone, a blank gone, a phrase gone.

Whatever letters there are is taken from `docs/`; a new letter needs no line here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from guide.data import read_data
from guide.data.letters import LetterRule, Section
from guide.grammar import BLANK, ITEM_END_SLIP, item_words
from guide.page_files import read_pages
from guide.pages import Block, Page
from guide.problems import Problem
from guide.project import Guide
from guide.rules.letter_sections import WrittenSection, letters_of
from guide.rules.rule import RULES

ROOT = Path(__file__).resolve().parent.parent
DATA = read_data(ROOT / "docs/_data")
PAGES: dict[str, Page] = {}
LETTERS: dict[str, tuple[Block, LetterRule, list[WrittenSection]]] = {}
for page in read_pages(ROOT / "docs", ROOT)[0]:
    for letter in letters_of(page, Guide(ROOT, {}, DATA, [page])):
        PAGES[letter[0].id], LETTERS[letter[0].id] = page, letter


@dataclass(frozen=True)
class Mutation:
    """
    What is taken out of a letter: a required section, or a field or a phrase that must stand in it.
    """

    letter: str
    section: Section
    kind: str
    gone: str = ""

    def __str__(self) -> str:
        return f"{self.letter}/{self.section.heading}/{self.kind}{self.gone and ' '}{self.gone}"

    @property
    def written(self) -> WrittenSection:
        return next(section for section in LETTERS[self.letter][2] if section.heading == self.section.heading)

    @property
    def page(self) -> Page:
        """
        The letter's page without what is gone.
        """
        lines = list(PAGES[self.letter].lines)
        if self.kind == "section":
            lines[self.written.line - 1] = None
        for number, line in self.written.lines:
            lines[number - 1] = None if self.kind == "section" else self.without(line)
        page = PAGES[self.letter]
        return Page(page.path, [line for line in lines if line is not None], page.meta, page.body_line)

    def without(self, line: str) -> str | None:
        """
        Return a line of the section without the field or the phrase; None where nothing else stood in it.
        """
        if self.kind == "field":
            left = line.replace(f"[{DATA.fields[self.gone].label}]", "")
        else:
            # Neither a blank nor the id of a choice says a phrase.
            kept = f"{BLANK.pattern}|{ITEM_END_SLIP.pattern}"
            left = re.sub(
                rf"({kept})|(?<!\w){re.escape(self.gone)}(?!\w)",
                lambda found: found[1] or "",
                line,
                flags=re.IGNORECASE,
            )
        if left == line:
            return line
        if not re.search(r"\w", item_words(left)):
            return None
        # Without the double space, the space or the colon that it leaves behind.
        return " ".join(left.split()).lstrip(" ,;:")

    @property
    def expected(self) -> tuple[str, int, str, str]:
        """
        Rule, line, words and reason of the one problem.
        """
        heading, block = self.section.heading, LETTERS[self.letter][0]
        if self.kind == "section":
            return "letter-has-required-sections", block.line, f'no section "{heading}"', self.section.why
        if not any(self.without(line) for _, line in self.written.lines):
            # It was all that stood there.
            return (
                "letter-section-is-not-empty",
                self.written.line,
                f'the section "{heading}" is empty',
                self.section.why,
            )
        if self.kind == "field":
            what = f'the section "{heading}" has no blank "[{DATA.fields[self.gone].label}]"'
        else:
            what = f'the section "{heading}" does not say "{self.gone}"'
        return "letter-names-what-it-must", self.written.line, what, self.section.why


def problems_of(page: Page) -> list[Problem]:
    """
    Return what all rules of the words say of one page.
    """
    context = Guide(ROOT, {}, DATA, [page])
    return [problem for rule in RULES[Page].values() for problem in rule(page, context)]


def new_problems(letter: str, page: Page) -> list[Problem]:
    """
    Return the problems of a broken page which its letter does not have as it is; those are told by a test of their own.

    What goes may be what a letter says around its day, which can then not be left out; that has cases of its own.
    """
    told = {(problem.what, problem.rule) for problem in as_it_is(letter)}
    return [
        problem
        for problem in problems_of(page)
        if (problem.what, problem.rule) not in told and problem.rule != "letter-reads-without-its-day"
    ]


def mutations_of(letter: str) -> Iterator[Mutation]:
    """
    Yield each way to break a letter. What it lacks already cannot be taken out; its own test tells of that.
    """
    _, rule, sections = LETTERS[letter]
    written = {section.heading: section for section in sections}
    for section in rule.required_sections:
        if section.heading not in written:
            continue
        yield Mutation(letter, section, "section")
        for key in section.fields:
            if key in DATA.fields and DATA.fields[key].label in written[section.heading].labels:
                yield Mutation(letter, section, "field", key)
        for phrase in section.phrases:
            if written[section.heading].holds(phrase):
                yield Mutation(letter, section, "phrase", phrase)


@cache
def as_it_is(letter: str) -> list[Problem]:
    """
    Return the problems of a letter's page as it is; asked for by tests only, so that collecting them stays quick.
    """
    return problems_of(PAGES[letter])


MUTATIONS = [mutation for letter in PAGES for mutation in mutations_of(letter)]


def test_every_letter_has_its_page():
    """
    No letter of `letters/` is left out of these tests.
    """
    assert set(DATA.letters) == set(PAGES)


@pytest.mark.parametrize("letter", PAGES)
def test_letter_as_it_is_has_no_problem(letter):
    """
    What the broken letters are compared with is in order.
    """
    assert [] == [str(problem) for problem in as_it_is(letter)]


@pytest.mark.parametrize("mutation", MUTATIONS, ids=str)
def test_broken_letter_has_one_problem(mutation):
    """
    What is gone is told once: by its rule, at its line, with the reason why it must be there.
    """
    problems = new_problems(mutation.letter, mutation.page)

    rule, line, what, reason = mutation.expected
    assert [(PAGES[mutation.letter].path, line, what, rule)] == [(p.path, p.line, p.what, p.rule) for p in problems]
    assert reason in problems[0].fix


@pytest.mark.parametrize("letter", [letter for letter in PAGES if DATA.letters[letter].kind == "letter"])
def test_unsigned_letter_has_one_problem(letter):
    """
    A letter whose place to sign is gone is told once, at its first line.
    """
    page, block = PAGES[letter], LETTERS[letter][0]
    signature = next(entry.label for entry in DATA.fields.values() if entry.kind == "signature")
    lines = [line for line in page.lines if line.strip() != f"[{signature}]"]

    problems = new_problems(letter, Page(page.path, lines, page.meta, page.body_line))

    assert [(page.path, block.line, "letter-is-signed")] == [(p.path, p.line, p.rule) for p in problems]
