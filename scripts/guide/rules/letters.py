"""
Rules on letters: what each must hold, as `letters/` says. How it is written stands in `letter_form.py`.
"""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import groupby
from pathlib import PurePosixPath
from typing import Iterator

from guide.data.letters import LetterRule
from guide.grammar import BLANK, PHONE_SLIP, blank_labels, fact_ids, find_closing, item_words
from guide.problems import Problem, did_you_mean
from guide.rules.whole import Whole
from guide.source import Block, Page, plain

# With or without a space behind its marks: Markdown makes a heading of both.
SECTION = re.compile(r"^#+\s*(.*?)\s*$")
# What is written where a letter goes: a box, a post code, a phone, an e-mail address.
ADDRESS = re.compile(
    rf"\bP\.? ?O\.? Box \d+|\b\d{{5}}(?:-\d{{4}})?\b|{PHONE_SLIP.pattern}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass
class Written:
    """
    A section as it stands in a letter: heading, line, and its text with line numbers.
    """

    heading: str
    line: int
    lines: list[tuple[int, str]]

    @property
    def is_empty(self) -> bool:
        return not any(line.strip() for _, line in self.lines)

    @property
    def labels(self) -> set[str]:
        """
        The labels of its blanks.
        """
        return {label for _, line in self.lines for label in blank_labels(line)}

    def says(self, phrase: str) -> bool:
        """
        Whether a phrase stands in one of its lines, in any letter case. Neither a blank nor the id of a choice says it.
        """
        wanted = re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.IGNORECASE)
        said = (BLANK.sub("[]", plain(item_words(line))) for _, line in self.lines)
        return any(wanted.search(" ".join(line.split())) for line in said)


def letters_of(page: Page, whole: Whole) -> Iterator[tuple[Block, LetterRule, list[Written]]]:
    """
    Yield each letter of a page that `letters/` knows, with its sections. The closing belongs to none of them.
    """
    for block in page.blocks:
        rule = whole.data.letters.get(block.id) if block.name == "letter" else None
        if not rule:
            continue
        sections: list[Written] = []
        closing = closing_line(page.inside(block), signatures(whole))
        for number, line in page.inside(block):
            heading = SECTION.match(line)
            if number == closing:
                break
            if heading:
                sections.append(Written(heading[1], number, []))
            elif sections:
                sections[-1].lines.append((number, line))
        yield block, rule, sections


def signatures(whole: Whole) -> list[str]:
    """
    Return the labels of the blanks that are signed by hand.
    """
    return [entry.label for entry in whole.data.fields.values() if entry.kind == "signature"]


def closing_line(lines: list[tuple[int, str]], labels: list[str]) -> int | None:
    """
    Return the line of the closing ("Sincerely,"), which stands alone above the paragraph with the signature.
    """
    kinds = groupby(lines, lambda pair: "heading" if SECTION.match(pair[1]) else "words" if pair[1].strip() else "")
    paragraphs = [list(group) for kind, group in kinds if kind]
    place = find_closing(["\n".join(line for _, line in paragraph) for paragraph in paragraphs], labels)
    return None if place is None else paragraphs[place][0][0]


def letter_is_known(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A letter's id is a key of `letters/`, and its page is named for it.
    """
    for block in page.blocks:
        if block.name != "letter" or not block.id:
            continue
        if not whole.data.letters.may_have(block.id):
            yield Problem(page.path, block.line, f'"docs/_data/letters" has no letter "{block.id}"',
                          did_you_mean(block.id, whole.data.letters), "letter-is-known")
        elif page.path.startswith("docs/") and PurePosixPath(page.path).stem != block.id:
            yield Problem(page.path, block.line, f'the letter "{block.id}" stands on a page with another name',
                          f'Name the page "{block.id}.md": its downloads are named for it.', "letter-is-known")


def letter_has_required_sections(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A letter has each section that `letters/` asks for, once, and in that order.
    """
    def problem(line, what, mend):
        return Problem(page.path, line, what, mend, "letter-has-required-sections")

    for block, rule, sections in letters_of(page, whole):
        wanted = [required.heading for required in rule.required_sections]
        present: list[Written] = []
        for required in rule.required_sections:
            where = [section for section in sections if section.heading == required.heading]
            if not where:
                others = {section.heading: section.line for section in sections if section.heading not in wanted}
                meant = get_close_matches(required.heading, others, 1, 0.7)
                line, mend = (others[meant[0]], f'Write the heading "{meant[0]}" as "## {required.heading}".') if meant else (
                    block.line, f'Add the line "## {required.heading}" inside it.')
                yield problem(line, f'no section "{required.heading}"', f"{mend} Why: {required.why}")
            for again in where[1:]:
                yield problem(again.line, f'the section "{required.heading}" stands twice', "Keep one of them.")
            present += where[:1]
        for before, after in zip(present, present[1:]):
            if before.line > after.line:
                yield problem(after.line, f'the section "{after.heading}" stands too early',
                              f'Put it below "{before.heading}".')


def letter_section_is_not_empty(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A section of a letter holds words of its own.
    """
    for _, rule, sections in letters_of(page, whole):
        reasons = {required.heading: f"Write it. Why: {required.why}" for required in rule.required_sections}
        for section in sections:
            if section.is_empty:
                yield Problem(page.path, section.line, f'the section "{section.heading}" is empty',
                              reasons.get(section.heading, "Write it, or take its heading away."), "letter-section-is-not-empty")


def letter_names_what_it_must(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    Each required section holds the blanks and the words that `letters/` asks for in it.

    A signature stands in the closing, below all sections, and has a rule of its own.
    """
    signed = signatures(whole)
    for _, rule, sections in letters_of(page, whole):
        written = {section.heading: section for section in sections}
        for required in rule.required_sections:
            section = written.get(required.heading)
            if not section or section.is_empty:
                continue
            for label in (whole.data.fields[key].label for key in required.fields if key in whole.data.fields):
                if label not in section.labels and label not in signed:
                    yield Problem(page.path, section.line, f'the section "{required.heading}" has no blank "[{label}]"',
                                  f"Put it in. Why: {required.why}", "letter-names-what-it-must")
            for phrase in required.phrases:
                if not section.says(phrase):
                    yield Problem(page.path, section.line, f'the section "{required.heading}" does not say "{phrase}"',
                                  f"Say it there in these words. Why: {required.why}", "letter-names-what-it-must")


def letter_is_signed(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A letter has one place to sign, below a closing like "Sincerely,". A worksheet or a sheet, which is never
    sent, has none.
    """
    def problem(line, what, mend):
        return Problem(page.path, line, what, mend, "letter-is-signed")

    labels = signatures(whole)
    if not labels:
        # Nothing to sign with: the fields could not be read, which is told already.
        return
    for block, rule, _ in letters_of(page, whole):
        lines = page.inside(block)
        places = [number for number, line in lines for label in blank_labels(line) if label in labels]
        if rule.kind != "letter":
            for line in places:
                yield problem(line, f"this {rule.kind} has a place to sign", f"Take it away. Nobody sends a {rule.kind}.")
            continue
        if not places:
            yield problem(block.line, "the letter has no place to sign",
                          f'End it with "Sincerely,", an empty line, and "[{labels[0]}]" with "[Your name]" below. '
                          "Some letters count only when they are signed.")
        elif not closing_line(lines, labels):
            yield problem(places[0], "no closing stands above this signature",
                          'Write "Sincerely," above it, with an empty line before and after that.')
        for line in places[1:]:
            yield problem(line, "the letter has a second place to sign", "Keep one of them.")


def letter_address_is_in_facts(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    An address or a phone number in a letter is that of a fact which `letters/` names for it.

    So nobody can change the contact in one place and leave the old one in a letter.
    """
    for block, rule, _ in letters_of(page, whole):
        statements = [whole.data.facts[key].statement for key in rule.facts if key in whole.data.facts]
        known = [said for statement in statements for said in ADDRESS.findall(statement)]
        has = f"Its facts have {', '.join(known)}. " if known else ""
        for number, line in page.inside(block):
            for said in ADDRESS.findall(line):
                if said not in known:
                    yield Problem(page.path, number, f'"{said}" is in no fact of this letter',
                                  f'{has}Mend it, or name the fact that has it in letters/{block.id}.yml under "facts".',
                                  "letter-address-is-in-facts")


def letter_page_cites_its_facts(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A letter's page cites each fact that `letters/` names for it: what the law says about a letter is told where it stands.
    """
    for block, rule, _ in letters_of(page, whole):
        around = " ".join(line for number, line in page.numbered if not block.line < number < block.end)
        cited = fact_ids(around)
        for key in rule.facts:
            if key in whole.data.facts and key not in cited:
                yield Problem(page.path, block.line, f'the page of this letter does not cite the fact "{key}"',
                              f'Say it above or below the letter, and put [^{key}] behind the sentence: '
                              f'"{whole.data.facts[key].statement}"', "letter-page-cites-its-facts")
