"""
Rules on letters: what each must hold, as `letters.yml` says.
"""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Iterator

from guide.entries import LetterRule
from guide.problems import Problem, did_you_mean
from guide.rules.blocks import LIST_ITEM, TICK
from guide.rules.whole import Whole
from guide.source import HEADING, ITEM_ID, LIST_MARK, Block, Page, plain

# What stands on a letter's page below what the letter says, in this order.
PARTS = {
    "letter": ("When to use it, and when not", "Before you send", "The letter", "After you send it"),
    "worksheet": ("When to use it, and when not", "Before you fill it in", "The worksheet", "After you fill it in"),
}
BLANK = re.compile(r"(?<!\])\[([^\[\]\n^]+)\](?![\[(:])")
TICK_BOX = re.compile(r"\[[ xX]?\]")
SENTENCE_END = (".", "?", "!")
# What is written where a letter goes: a post code, a phone.
ADDRESS = re.compile(r"\b\d{5}(?:-\d{4})?\b|(?<!\d)(?:1-)?\(?\d{3}\)?[- ]\d{3}-\d{4}(?!\d)")


@dataclass
class Written:
    """
    A section as it stands in a letter: heading, line, and its text with line numbers.
    """

    heading: str
    line: int
    lines: list[tuple[int, str]]

    @property
    def text(self) -> str:
        return " ".join(line.strip() for _, line in self.lines)

    @property
    def words(self) -> str:
        """
        What the letter says itself, in small letters: neither blanks nor the ids of choices.
        """
        said = " ".join(BLANK.sub("", plain(ITEM_ID.sub("", line))) for _, line in self.lines)
        return " ".join(said.lower().split())


def letters_of(page: Page, whole: Whole) -> Iterator[tuple[Block, LetterRule, list[Written]]]:
    """
    Yield each letter of a page that `letters.yml` knows, with its sections.
    """
    for block in page.blocks:
        rule = whole.data.letters.get(block.id) if block.name == "letter" else None
        if not rule:
            continue
        sections: list[Written] = []
        for number, line in page.inside(block):
            heading = HEADING.match(line)
            if heading:
                sections.append(Written(heading[2], number, []))
            elif sections:
                sections[-1].lines.append((number, line))
        yield block, rule, sections


def letter_is_known(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A letter's id is a key of `letters.yml`, and its page is named for it.
    """
    for block in page.blocks:
        if block.name != "letter" or not block.id:
            continue
        if not whole.data.may_stand("letters", block.id):
            yield Problem(page.path, block.line, f'"letters.yml" has no letter "{block.id}"',
                          did_you_mean(block.id, whole.data.letters), "letter-is-known")
        elif page.path.startswith("docs/") and PurePosixPath(page.path).stem != block.id:
            yield Problem(page.path, block.line, f'the letter "{block.id}" stands on a page with another name',
                          f'Name the page "{block.id}.md": its downloads are named for it.', "letter-is-known")


def letter_has_required_sections(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A letter has each section that `letters.yml` asks for, once, and in that order.
    """
    def problem(line, what, mend):
        return Problem(page.path, line, what, mend, "letter-has-required-sections")

    for block, rule, sections in letters_of(page, whole):
        headings = [section.heading for section in sections]
        present = []
        for required in rule.required_sections:
            where = [section for section in sections if section.heading == required.heading]
            if not where:
                yield problem(block.line, f'no section "{required.heading}"',
                              f'Add the line "## {required.heading}" inside it. Why: {required.reason}')
                continue
            for again in where[1:]:
                yield problem(again.line, f'the section "{required.heading}" stands twice', "Keep one of them.")
            present.append(where[0])
        for before, after in zip(present, present[1:]):
            if headings.index(before.heading) > headings.index(after.heading):
                yield problem(after.line, f'the section "{after.heading}" stands too early',
                              f'Put it below "{before.heading}".')


def letter_section_is_not_empty(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A section of a letter holds words of its own.
    """
    for block, rule, sections in letters_of(page, whole):
        for section in sections:
            if not section.text.strip():
                yield Problem(page.path, section.line, f'the section "{section.heading}" is empty',
                              "Write it, or take its heading away if no rule asks for it.", "letter-section-is-not-empty")


def letter_names_what_it_must(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    Each required section holds the blanks and the words that `letters.yml` asks for in it.
    """
    for block, rule, sections in letters_of(page, whole):
        written = {section.heading: section for section in sections}
        for required in rule.required_sections:
            section = written.get(required.heading)
            if not section or not section.text.strip():
                continue
            blanks = set(BLANK.findall(section.text))
            for label in (whole.data.fields[key].label for key in required.fields if key in whole.data.fields):
                if label not in blanks:
                    yield Problem(page.path, section.line, f'the section "{required.heading}" has no blank "[{label}]"',
                                  f"Put it in. Why: {required.reason}", "letter-names-what-it-must")
            for phrase in required.phrases:
                if not re.search(rf"(?<!\w){re.escape(phrase.lower())}(?!\w)", section.words):
                    yield Problem(page.path, section.line, f'the section "{required.heading}" does not say "{phrase}"',
                                  f"Say it there in these words. Why: {required.reason}", "letter-names-what-it-must")


def letter_fields_are_known(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    Each blank of a letter is the label of a field in `fields.yml`.
    """
    known = whole.data.field_by_label
    if any(kind == "fields" for kind, _ in whole.data.unusable):
        # The label may be that of a field whose slip is told already.
        return
    for block in page.blocks:
        if block.name != "letter":
            continue
        for number, line in page.inside(block):
            for label in BLANK.findall(TICK_BOX.sub("", line, count=1) if LIST_MARK.match(line) else line):
                if label not in known:
                    yield Problem(page.path, number, f'no field has the label "{label}"',
                                  did_you_mean(label, known), "letter-fields-are-known")


def letter_is_plain(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A letter reads as written by a person: no "(s)", no "and/or", no mark of a fact, no markup left over.
    """
    slips = (
        (re.compile(r"\w+\(s\)"), "Choose one form, or use a list."),
        (re.compile(r"\band/or\b", re.IGNORECASE), 'Choose "and" or "or".'),
        (re.compile(r"\[\^[^\]]+\]"), "Cite the fact on the page around the letter."),
        (re.compile(r"\\$"), "A line of a letter ends by itself; take the backslash away."),
        (re.compile(r"\S {2,}\S"), "Leave one space."),
        (re.compile(r"</?[a-z][^>]*>"), "Write it without HTML."),
    )
    for block in page.blocks:
        if block.name != "letter":
            continue
        for number, line in page.inside(block):
            text = ITEM_ID.sub("", line)
            for slip, mend in slips:
                match = slip.search(text)
                if match:
                    yield Problem(page.path, number, f'the letter has "{match[0]}"', mend, "letter-is-plain")


def letter_page_is_in_order(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A letter's page says first what the letter says, then when to use it, what to do before, the letter, and what
    comes after; a sheet stands on any page. A worksheet also warns, above it, to talk to a lawyer first.
    """
    def problem(line, what, mend):
        return Problem(page.path, line, what, mend, "letter-page-is-in-order")

    for block, rule, _ in letters_of(page, whole):
        if rule.kind == "sheet":
            continue
        wanted = PARTS[rule.kind]
        own = [heading for heading in page.headings if heading.depth == 2 and not block.line < heading.line < block.end]
        written = [heading.text for heading in own]
        for part in wanted:
            if part not in written:
                yield problem(block.line, f'the page has no part "{part}"', f'Add the line "## {part}" and what belongs there.')
        here = [heading for heading in own if heading.text in wanted]
        for before, after in zip(here, here[1:]):
            if wanted.index(before.text) > wanted.index(after.text):
                yield problem(after.line, f'the part "{after.text}" stands too late', f'Put it above "{before.text}".')
        title = next((heading.line for heading in page.headings if heading.depth == 1), page.body_line)
        first = min([line for line, _ in page.paragraphs if line > title], default=len(page.lines))
        if own and first > own[0].line:
            yield problem(own[0].line, "the page does not begin with what the letter says",
                          "Put one sentence or two above this heading.")
        warned = any(other.name == "warning" and "lawyer" in other.title and other.line < block.line for other in page.blocks)
        if rule.kind == "worksheet" and not warned:
            yield problem(block.line, "no warning to talk to a lawyer stands above this worksheet",
                          'Put "/// warning | Talk to a lawyer first" above it.')


def letter_blank_stands_right(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    An optional blank and a long text stand alone on their line, a list alone in an item of a list.

    What is left empty then leaves no trace, and each thing of a list gets an item of its own.
    """
    for block in page.blocks:
        if block.name != "letter":
            continue
        for number, line in page.inside(block):
            choice = TICK_BOX.match(LIST_ITEM.sub("", line)) or LIST_ITEM.match(line) and line.lstrip()[2:3] == "("
            for label in BLANK.findall(TICK_BOX.sub("", line, count=1) if choice else line):
                entry = whole.data.fields.get(whole.data.field_by_label.get(label, ""))
                if not entry:
                    continue
                if entry.kind == "list" and not re.fullmatch(rf"(?:[-*+]|\d+\.)\s+\[{re.escape(label)}\]", line.strip()):
                    what, mend = f'the list "[{label}]" does not stand alone in an item', f'Write "- [{label}]" on a line of its own.'
                elif (entry.kind == "long" or entry.optional) and not choice and line.strip() != f"[{label}]":
                    what, mend = f'the blank "[{label}]" does not stand alone on its line', "Give it a line of its own, or put the sentence into a choice."
                else:
                    continue
                yield Problem(page.path, number, what, mend, "letter-blank-stands-right")


def letter_choices_are_alike(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    The choices of one list are all whole sentences, or all things without a full stop.

    Chosen sentences run on as a paragraph; chosen things stay a list.
    """
    for block in page.blocks:
        if block.name != "letter":
            continue
        kinds: list[bool] = []
        for number, line in page.inside(block):
            tick = TICK.match(line)
            if not tick:
                kinds = kinds if not line.strip() else []
                continue
            kinds.append(ITEM_ID.sub("", line).rstrip().endswith(SENTENCE_END))
            if kinds[-1] != kinds[0]:
                said = ("a sentence", "a thing without a full stop")
                yield Problem(page.path, number, f"this choice is {said[not kinds[-1]]}, the first of its list is {said[not kinds[0]]}",
                              "Write all choices of a list in one way.", "letter-choices-are-alike")


def letter_address_is_in_facts(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    An address or a phone number in a letter is that of a fact which `letters.yml` names for it.

    So nobody can change the contact in one place and leave the old one in a letter.
    """
    for block, rule, _ in letters_of(page, whole):
        known = " ".join(whole.data.facts[key].statement for key in rule.facts if key in whole.data.facts)
        for number, line in page.inside(block):
            for said in ADDRESS.findall(line):
                if said not in known:
                    yield Problem(page.path, number, f'"{said}" is in no fact of this letter',
                                  f'Compare it with the contact facts, and name that fact in letters.yml under "facts" of "{block.id}".',
                                  "letter-address-is-in-facts")
