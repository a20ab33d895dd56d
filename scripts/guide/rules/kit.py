"""
Rules on the tool in which a family puts its own kit together.
"""

import posixpath
import re
from collections.abc import Iterator

from guide.blocks.kit import field_keys
from guide.grammar import LIST_MARK
from guide.pages import Block, Page
from guide.problems import did_you_mean
from guide.project import Guide
from guide.rules.rule import Findings, rule

LINK = re.compile(r"\]\(([^)\s]+)\)")
# What prints as a piece of its own.
PIECES = ("letter", "checklist", "plan", "review", "script")


@rule
def kit_names_what_exists(page: Page, context: Guide) -> Findings:
    """
    A kit asks only for known fields, and each of its links leads to a letter, a list to tick or a phone script by its
    id. What a ready choice ticks is offered below.
    """
    pieces = pieces_of(context)
    for block, offered, chosen in kits_of(page):
        written, line = block.options.get("fields", ("", block.line))
        for key in field_keys(written):
            if key not in context.data.fields:
                yield line, f'no field is called "{key}"', did_you_mean(key, context.data.fields)
        for number, address in (*offered, *chosen):
            if full(page, address) not in pieces:
                near = {posixpath.relpath(piece, posixpath.dirname(page.path)) for piece in pieces}
                yield number, f'the kit has no piece "{address}"', did_you_mean(address, near)
        for number, address in chosen:
            if full(page, address) in pieces and address not in {other for _, other in offered}:
                yield (
                    number,
                    f'the ready choice names "{address}", which the kit does not offer',
                    "Give it an item of its own, with this link alone.",
                )


@rule
def kit_offers_every_piece(page: Page, context: Guide) -> Findings:
    """
    A kit offers each letter, list to tick and phone script of the guide, once: what is missing here, nobody can add.
    A host's own pages may be left out.
    """
    for block, offered, _ in kits_of(page):
        named = [full(page, address) for _, address in offered]
        for piece, is_local in pieces_of(context).items():
            if piece not in named and not is_local:
                shown = posixpath.relpath(piece, posixpath.dirname(page.path))
                yield (
                    block.line,
                    f'the kit does not offer "{shown}"',
                    f"Add an item: - [Its title]({shown}) A few words.",
                )
        for place, (number, address) in enumerate(offered):
            if named[place] in named[:place]:
                yield number, f'the kit offers "{address}" twice', "Keep the better place."


def pieces_of(context: Guide) -> dict[str, bool]:
    """
    Return each piece that can be printed, as `docs/page.md#id`, and whether it stands on a host's own page.
    """
    return {
        f"{page.path}#{block.id}": page.is_local
        for page in context.pages
        for block in page.blocks
        if block.name in PIECES and block.id
    }


def kits_of(page: Page) -> Iterator[tuple[Block, list[tuple[int, str]], list[tuple[int, str]]]]:
    """
    Yield each kit of a page, with the links that offer a piece and those of its ready choices, each with its line.
    """
    for block in page.blocks:
        if block.name != "kit":
            continue
        items = [(number, LINK.findall(line)) for number, line in page.inside(block) if LIST_MARK.match(line)]
        offered = [(number, links[0]) for number, links in items if len(links) == 1]
        chosen = [(number, link) for number, links in items if len(links) > 1 for link in links]
        yield block, offered, chosen


def full(page: Page, address: str) -> str:
    """
    Return an address as `docs/page.md#id`, that is written from a page on.
    """
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.path), address))
