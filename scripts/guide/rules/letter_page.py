"""
Rules on the page of a letter: its parts, and where in them the letter stands.
"""

import itertools
from difflib import get_close_matches

from guide.pages import Block, Heading, Page
from guide.project import Guide
from guide.rules.letter_sections import letters_of
from guide.rules.rule import Findings, rule

# What stands on a letter's page below what the letter says, in this order; the letter stands in the third.
# A sheet stands on any page.
PARTS = {
    "letter": ("When to use it, and when not to", "Before you send", "The letter", "After you send it"),
    "worksheet": ("When to use it, and when not to", "Before you fill it in", "The worksheet", "After you fill it in"),
}


@rule
def letter_page_is_in_order(page: Page, context: Guide) -> Findings:
    """
    A letter's page says first what the letter says, then when to use it, what to do before, the letter,
    and what comes after; a sheet stands on any page. A worksheet also warns, above it, to talk to a lawyer first.

    A parent who comes for the third letter knows where to look, and reads when not to send it before it is sent.
    """
    for block, contract, _ in letters_of(page, context):
        if contract.kind not in PARTS:
            continue
        parts, wanted = parts_of(page, block), PARTS[contract.kind]
        yield from unknown_and_missing_parts(parts, wanted, block, contract.kind)
        yield from parts_out_of_order([part for part in parts if part.text in wanted], wanted)
        title = next((heading.line for heading in page.headings if heading.depth == 1), page.body_line)
        if parts and not any(title < line < parts[0].line for line, _ in page.paragraphs):
            yield (
                parts[0].line,
                f"the page does not begin with what the {contract.kind} says",
                "Put one sentence or two above this heading.",
            )
        warned = any(
            other.name == "warning" and "lawyer" in other.title.lower() and other.line < block.line
            for other in page.blocks
        )
        if contract.kind == "worksheet" and not warned:
            yield (
                block.line,
                "there is no warning to talk to a lawyer above this worksheet",
                'Put "/// warning | Talk to a lawyer first" above it.',
            )


def unknown_and_missing_parts(parts: list[Heading], wanted: tuple[str, ...], block: Block, kind: str) -> Findings:
    """
    Yield each part that the page of such a letter does not have, and each that is wanted and not there.
    """
    present = [part.text for part in parts]
    missing = [text for text in wanted if text not in present]
    for part in parts:
        if part.text not in wanted:
            meant = get_close_matches(part.text, missing, 1, 0.7)
            missing = [text for text in missing if text not in meant]
            yield (
                part.line,
                f'the page of a {kind} has no part "{part.text}"',
                f'Did you mean "{meant[0]}"?' if meant else f'Put its words into "{wanted[1]}" or "{wanted[3]}".',
            )
    for text in missing:
        yield block.line, f'the page has no part "{text}"', f'Add the line "## {text}" and what belongs there.'


def parts_out_of_order(parts: list[Heading], wanted: tuple[str, ...]) -> Findings:
    """
    Yield each part that stands twice, or behind one that should follow it.
    """
    for before, after in itertools.pairwise(parts):
        if before.text == after.text:
            yield after.line, f'the part "{after.text}" is there twice', "Keep one of them."
        elif wanted.index(before.text) > wanted.index(after.text):
            yield after.line, f'the part "{after.text}" comes too late', f'Put it above "{before.text}".'


@rule
def letter_stands_alone(page: Page, context: Guide) -> Findings:
    """
    The letter stands in its own part of the page and is alone there.
    On paper that part is a sheet with the letter only.
    """
    for block, contract, _ in letters_of(page, context):
        if contract.kind not in PARTS:
            continue
        part, headings = PARTS[contract.kind][2], parts_of(page, block)
        above = [heading for heading in headings if heading.line < block.line]
        if above and above[-1].text != part and part in [heading.text for heading in headings]:
            yield block.line, f'the {contract.kind} is not under "## {part}"', "Put it there."
        elif above:
            end = next((heading.line for heading in headings if heading.line > block.line), block.end)
            in_blocks = {line for other in page.blocks for line in range(other.line, other.end)}
            for line, _ in page.paragraphs:
                if above[-1].line < line < end and line not in in_blocks:
                    yield (
                        line,
                        f"these words are next to the {contract.kind}",
                        "Put them into the part above or below. This part is printed as a sheet of its own.",
                    )


def parts_of(page: Page, letter: Block) -> list[Heading]:
    """
    Return the headings of a letter's page that begin a part, without those of the letter.
    """
    return [heading for heading in page.headings if heading.depth == 2 and not letter.line < heading.line < letter.end]
