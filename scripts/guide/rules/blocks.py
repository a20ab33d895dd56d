"""
Rules on blocks: their names, options and ids.
"""

from pymdownx.blocks.block import type_boolean

from guide.blocks import BY_NAME
from guide.grammar import FENCE_SLIP, LIST_ITEM, is_id, parse_fence, parse_item, parse_written_item
from guide.pages import HEADING, Page
from guide.problems import did_you_mean
from guide.project import Guide
from guide.rules.rule import Findings, rule

# What an item may begin with, by the block it stands in.
BOXES = {"checklist": ("[ ]",), "plan": ("[ ]",), "review": ("[ ]",), "letter": ("[ ]", "[x]", "( )", "(x)")}


@rule
def block_is_known(page: Page, context: Guide) -> Findings:
    """
    A block has a known name, only known options, a title where it needs one, and an end.

    `pymdownx.blocks` prints a block that it does not know as text, and nobody notices.
    """
    for block in page.blocks:
        kind = BY_NAME.get(block.name)
        if not kind:
            yield block.line, f'no block is called "{block.name}"', did_you_mean(block.name, BY_NAME)
            continue
        if kind.ARGUMENT and not block.title:
            yield block.line, f'the block "{block.name}" has no title', f'Write "/// {block.name} | Its title".'
        if kind.ARGUMENT is False and block.title:
            yield block.line, f'the block "{block.name}" takes no title', f'Write only "/// {block.name}".'
        for name, (value, line) in block.options.items():
            if name not in kind.OPTIONS:
                yield line, f'the block "{block.name}" has no option "{name}"', did_you_mean(name, kind.OPTIONS)
            elif kind.OPTIONS[name][1] is type_boolean and value not in ("true", "false"):
                yield line, f'the option "{name}" cannot be "{value}"', 'Write "true" or "false".'
        if not block.closed:
            yield block.line, f'the block "{block.name}" has no end', 'Add a line "///" below it.'

    ends = {block.end for block in page.blocks if block.closed}
    for number, line in page.numbered:
        fence = parse_fence(line)
        if fence and not fence.name and number not in ends:
            yield number, 'this "///" ends nothing', "Delete it, or write the block's name behind it."
        elif not fence and FENCE_SLIP.match(line):
            yield (
                number,
                "this line looks like the start of a block, and is none",
                'Write three slashes, the name in one word, then "|" and the title: "/// name | Title".',
            )


@rule
def fold_begins_with_heading(page: Page, context: Guide) -> Findings:
    """
    The first line of a fold is its heading: until it is pressed, nothing else of it shows.
    """
    for block in page.blocks:
        first = next((line for _, line in page.inside(block) if line.strip()), "")
        if block.name == "fold" and not HEADING.match(first):
            yield block.line, "the fold does not begin with a heading", 'Write "## What is in it" as its first line.'


@rule
def block_has_id(page: Page, context: Guide) -> Findings:
    """
    A checklist and a letter have an id; parents' devices remember them by it.
    """
    for block in page.blocks:
        kind = BY_NAME.get(block.name)
        if not kind or "id" not in kind.OPTIONS:
            continue
        if not block.id:
            yield (
                block.line,
                f"the {block.name} has no id",
                'Add the line "    id: its-name" right below it, with four spaces before "id".',
            )
        elif not is_id(block.id):
            yield (
                block.options["id"][1],
                f'"{block.id}" is not an id',
                'Write it in small letters with hyphens, like "week-before".',
            )


@rule
def id_is_unique(page: Page, context: Guide) -> Findings:
    """
    No two blocks of the guide and no two items of a list share an id: ticking one would tick the other.
    """
    for block in page.blocks:
        if not block.id:
            continue
        path, line = context.block_ids.get(block.id, (page.path, block.line))
        if (path, line) != (page.path, block.line):
            yield (
                block.line,
                f'the id "{block.id}" is taken',
                f"It is also in {path}:{line}. Give this one another.",
            )
        seen: dict[str, int] = {}
        for number, text in page.inside(block):
            item = parse_written_item(text)
            if not item or not is_id(item.id):
                continue
            if item.id in seen:
                yield (
                    number,
                    f'the id "{item.id}" is taken',
                    f"It is also in line {seen[item.id]}. Give this one another.",
                )
            else:
                seen[item.id] = number


@rule
def item_has_id(page: Page, context: Guide) -> Findings:
    """
    Each item to tick stands in a block and ends with its id, by which a device remembers it;
    in a checklist its order is bold, and its box empty.
    """
    inside = {}
    for block in page.blocks:
        if block.name in BOXES:
            inside |= {number: block.name for number, _ in page.inside(block)}
    for number, text in page.numbered:
        item, drawn = parse_written_item(text), parse_item(text)
        if item and number not in inside:
            yield number, "this item to check is outside a block", 'Put "/// checklist | Title" above the list.'
        elif item and item.box not in BOXES[inside[number]]:
            begins = " or ".join(f'"- {box} "' for box in BOXES[inside[number]])
            yield number, f'this item begins with "{item.box}"', f"Begin it with {begins}."
        elif item and not item.has_space:
            yield number, "this item has no space behind its box", f'Begin it with "- {item.box} ".'
        elif item and not drawn:
            yield number, "this item has no id", "End its line with one, like {#ask-who}."
        elif item and drawn and inside[number] != "letter" and not drawn.order:
            yield number, "this item has no order in bold", 'Begin it with "**Do this.**".'
        elif not item and LIST_ITEM.match(text) and inside.get(number, "letter") != "letter":
            yield number, f"this item of a {inside[number]} has no box", 'Begin it with "- [ ] ".'
