"""
Rules on blocks: their names, options and ids.
"""

from typing import Iterator

from pymdownx.blocks.block import type_boolean

from guide.blocks import BY_NAME
from guide.grammar import FENCE_SLIP, LIST_ITEM, is_id, parse_fence, parse_item, parse_written_item
from guide.problems import Problem, did_you_mean
from guide.rules.whole import Whole
from guide.source import Page

# What an item may begin with, by the block it stands in.
BOXES = {"checklist": ("[ ]",), "plan": ("[ ]",), "review": ("[ ]",), "letter": ("[ ]", "[x]", "( )", "(x)")}


def block_is_known(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A block has a known name, only known options, a title where it needs one, and an end.

    `pymdownx.blocks` prints a block that it does not know as text, and nobody notices.
    """
    def problem(line, what, mend):
        return Problem(page.path, line, what, mend, "block-is-known")

    for block in page.blocks:
        kind = BY_NAME.get(block.name)
        if not kind:
            yield problem(block.line, f'no block is called "{block.name}"', did_you_mean(block.name, BY_NAME))
            continue
        if kind.ARGUMENT and not block.title:
            yield problem(block.line, f'the block "{block.name}" has no title', f'Write "/// {block.name} | Its title".')
        if kind.ARGUMENT is False and block.title:
            yield problem(block.line, f'the block "{block.name}" takes no title', f'Write only "/// {block.name}".')
        for name, (value, line) in block.options.items():
            if name not in kind.OPTIONS:
                yield problem(line, f'the block "{block.name}" has no option "{name}"', did_you_mean(name, kind.OPTIONS))
            elif kind.OPTIONS[name][1] is type_boolean and value not in ("true", "false"):
                yield problem(line, f'the option "{name}" cannot be "{value}"', 'Write "true" or "false".')
        if not block.closed:
            yield problem(block.line, f'the block "{block.name}" has no end', 'Add a line "///" below it.')

    ends = {block.end for block in page.blocks if block.closed}
    for number, line in page.numbered:
        fence = parse_fence(line)
        if fence and not fence.name and number not in ends:
            yield problem(number, 'this "///" ends nothing', "Take it away, or write the block's name behind it.")
        elif not fence and FENCE_SLIP.match(line):
            yield problem(number, "this line looks like the start of a block, and is none",
                          'Write three slashes, the name in one word, then "|" and the title: "/// name | Title".')


def block_has_id(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A checklist and a letter have an id; parents' devices remember them by it.
    """
    for block in page.blocks:
        kind = BY_NAME.get(block.name)
        if not kind or "id" not in kind.OPTIONS:
            continue
        if not block.id:
            yield Problem(page.path, block.line, f"the {block.name} has no id",
                          'Add the line "    id: its-name" right below it, with four spaces before "id".', "block-has-id")
        elif not is_id(block.id):
            yield Problem(page.path, block.options["id"][1], f'"{block.id}" is not an id',
                          'Write it in small letters with hyphens, like "week-before".', "block-has-id")


def id_is_unique(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    No two blocks of the guide and no two items of a list share an id.
    """
    for block in page.blocks:
        if not block.id:
            continue
        path, line = whole.block_ids.get(block.id, (page.path, block.line))
        if (path, line) != (page.path, block.line):
            yield Problem(page.path, block.line, f'the id "{block.id}" is taken',
                          f"It stands also in {path}:{line}. Give this one another.", "id-is-unique")
        seen: dict[str, int] = {}
        for number, text in page.inside(block):
            item = parse_written_item(text)
            if not item or not is_id(item.id):
                continue
            if item.id in seen:
                yield Problem(page.path, number, f'the id "{item.id}" is taken',
                              f"It stands also in line {seen[item.id]}. Give this one another.", "id-is-unique")
            else:
                seen[item.id] = number


def item_has_id(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    Each item to tick stands in a block and ends with its id; in a checklist its order is bold, and its box empty.
    """
    def problem(line, what, mend):
        return Problem(page.path, line, what, mend, "item-has-id")

    inside = {}
    for block in page.blocks:
        if block.name in BOXES:
            inside |= {number: block.name for number, _ in page.inside(block)}
    for number, text in page.numbered:
        item, drawn = parse_written_item(text), parse_item(text)
        if item and number not in inside:
            yield problem(number, "this item to tick stands outside a block", 'Put "/// checklist | Title" above the list.')
        elif item and item.box not in BOXES[inside[number]]:
            begins = " or ".join(f'"- {box} "' for box in BOXES[inside[number]])
            yield problem(number, f'this item begins with "{item.box}"', f"Begin it with {begins}.")
        elif item and not item.has_space:
            yield problem(number, "this item has no space behind its box", f'Begin it with "- {item.box} ".')
        elif item and not drawn:
            yield problem(number, "this item has no id", "End its line with one, like {#ask-who}.")
        elif item and inside[number] != "letter" and not drawn.order:
            yield problem(number, "this item has no order in bold", 'Begin it with "**Do this.**".')
        elif not item and LIST_ITEM.match(text) and inside.get(number, "letter") != "letter":
            yield problem(number, f"this item of a {inside[number]} has no box", 'Begin it with "- [ ] ".')
