"""
The letters of a page with their sections as their authors wrote them, for the rules on letters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from guide.data.letters import LetterRule
from guide.grammar import BLANK, blank_labels, find_closing, item_words
from guide.pages import Block, Page, plain
from guide.project import Guide

# With or without a space behind its marks: Markdown makes a heading of both.
SECTION = re.compile(r"^#+\s*(.*?)\s*$")


@dataclass
class WrittenSection:
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

    @cached_property
    def plain_lines(self) -> list[str]:
        """
        The text of its lines without the labels of blanks and the ids of choices.
        """
        return [" ".join(BLANK.sub("[]", plain(item_words(line))).split()) for _, line in self.lines]

    def holds(self, phrase: str) -> bool:
        """
        Whether a phrase stands in one of its lines, in any letter case. A blank or the id of a choice does not count.
        """
        wanted = re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.IGNORECASE)
        return any(wanted.search(line) for line in self.plain_lines)


def letters_of(page: Page, context: Guide) -> Iterator[tuple[Block, LetterRule, list[WrittenSection]]]:
    """
    Yield each letter of a page that `letters/` knows, with its sections. The closing belongs to none of them.
    """
    for block in page.blocks:
        contract = context.data.letters.get(block.id) if block.name == "letter" else None
        if not contract:
            continue
        sections: list[WrittenSection] = []
        closing = closing_line(page.inside(block), signatures(context))
        for number, line in page.inside(block):
            heading = SECTION.match(line)
            if number == closing:
                break
            if heading:
                sections.append(WrittenSection(heading[1], number, []))
            elif sections:
                sections[-1].lines.append((number, line))
        yield block, contract, sections


def signatures(context: Guide) -> list[str]:
    """
    Return the labels of the blanks that are signed by hand.
    """
    return [entry.label for entry in context.data.fields.values() if entry.kind == "signature"]


def closing_line(lines: list[tuple[int, str]], labels: list[str]) -> int | None:
    """
    Return the line of the closing ("Sincerely,"), which stands alone above the paragraph with the signature.
    """
    kinds = groupby(lines, lambda pair: "heading" if SECTION.match(pair[1]) else "words" if pair[1].strip() else "")
    paragraphs = [list(group) for kind, group in kinds if kind]
    place = find_closing(["\n".join(line for _, line in paragraph) for paragraph in paragraphs], labels)
    return None if place is None else paragraphs[place][0][0]
