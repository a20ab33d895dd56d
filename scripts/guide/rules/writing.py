"""
Rules on Markdown that looks right and comes out wrong.
"""

import re
from typing import Iterator

from guide.grammar import LIST_MARK, parse_fence
from guide.problems import Problem
from guide.rules.whole import Whole
from guide.source import HEADING, Page

SLIPS = (
    (re.compile(r"\([^()]+\)\[[^\]^]+\]"), "the brackets of this link are the wrong way round", "Write [text](page.md)."),
    (re.compile(r"\[[^\]^]+\] +\([^)\s]+\.(?:md|html?|pdf|zip|docx)[^)]*\)|\[[^\]^]+\] +\(https?:[^)]*\)"),
     "this link has a space between its brackets", "Write [text](page.md) without the space."),
    (re.compile(r"(?<!\])\[[^\]^]+\]\[[^\]]*\]"), "this link has no address", "Write [text](page.md)."),
    (re.compile(r"\]\(/[^)]*\)"), "this link begins at the site's root and breaks under another address",
     "Write it from this page on, like (../letters/index.md)."),
    (re.compile(r"\]\(\s*\)"), "this link is empty", "Write the page between the round brackets."),
    (re.compile(r"<(?!!--)/?[a-zA-Z][^>]*>"), "this is HTML", "Write it in Markdown, or use a block."),
)
LINK_DEFINITION = re.compile(r"^ {0,3}\[[^\]]+\]:")


def link_is_written_right(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A link reads `[text](page.md)`. Other forms become plain words, and nobody reports them.
    """
    for number, line in page.numbered:
        for slip, what, mend in SLIPS:
            if slip.search(line):
                yield Problem(page.path, number, what, mend, "link-is-written-right")


def line_is_no_link_definition(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    No line begins with `[Label]:`. Markdown takes it for the address of a link and drops the line.
    """
    for number, line in page.numbered:
        if LINK_DEFINITION.match(line):
            yield Problem(page.path, number, "Markdown takes this line for the address of a link and drops it",
                          "Put a word before the bracket, or leave out the colon.", "line-is-no-link-definition")


def list_has_empty_line_above(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A list has an empty line above it. Without one its items run on in the paragraph.
    """
    before = ""
    for number, line in page.numbered:
        if LIST_MARK.match(line) and before.strip() and not (
                LIST_MARK.match(before) or HEADING.match(before) or parse_fence(before) or before.startswith("  ")):
            yield Problem(page.path, number, "this list has no empty line above it",
                          "Put one there, or its items run on in the paragraph.", "list-has-empty-line-above")
        before = line
