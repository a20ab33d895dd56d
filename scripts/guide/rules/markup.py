"""
Rules on Markdown that looks right and comes out wrong.
"""

import re

from guide.grammar import LIST_MARK, parse_fence
from guide.pages import HEADING, Page
from guide.project import Guide
from guide.rules.rule import Findings, rule

SLIPS = (
    (
        re.compile(r"\([^()]+\)\[[^\]^]+\]"),
        "the brackets of this link are the wrong way round",
        "Write [text](page.md).",
    ),
    (
        re.compile(r"\[[^\]^]+\] +\([^)\s]+\.(?:md|html?|pdf|zip|docx)[^)]*\)|\[[^\]^]+\] +\(https?:[^)]*\)"),
        "this link has a space between its brackets",
        "Write [text](page.md) without the space.",
    ),
    (re.compile(r"(?<!\])\[[^\]^]+\]\[[^\]]*\]"), "this link has no address", "Write [text](page.md)."),
    (
        re.compile(r"\]\(/[^)]*\)"),
        "this link begins at the site's root and breaks under another address",
        "Write it from this page on, like (../letters/index.md).",
    ),
    (re.compile(r"\]\(\s*\)"), "this link is empty", "Write the page between the round brackets."),
    (re.compile(r"<(?!!--)/?[a-zA-Z][^>]*>"), "this is HTML", "Write it in Markdown, or use a block."),
)
LINK_DEFINITION = re.compile(r"^ {0,3}\[[^\]]+\]:")


@rule
def link_is_written_right(page: Page, context: Guide) -> Findings:
    """
    A link reads `[text](page.md)`. Other forms become plain words, and nobody reports them.
    """
    for number, line in page.numbered:
        for slip, what, fix in SLIPS:
            if slip.search(line):
                yield number, what, fix


@rule
def line_is_no_link_definition(page: Page, context: Guide) -> Findings:
    """
    No line begins with `[Label]:`. Markdown takes it for the address of a link and drops the line.
    """
    for number, line in page.numbered:
        if LINK_DEFINITION.match(line):
            yield (
                number,
                "Markdown takes this line for the address of a link and drops it",
                "Put a word before the bracket, or leave out the colon.",
            )


@rule
def list_has_empty_line_above(page: Page, context: Guide) -> Findings:
    """
    A list has an empty line above it. Without one its items run on in the paragraph.
    """
    before = ""
    for number, line in page.numbered:
        if (
            LIST_MARK.match(line)
            and before.strip()
            and not (LIST_MARK.match(before) or HEADING.match(before) or parse_fence(before) or before.startswith("  "))
        ):
            yield number, "this list has no empty line above it", "Put one there, or its items run on in the paragraph."
        before = line
