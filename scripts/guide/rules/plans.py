"""
Rules on plans and reviews.
"""

import re
from collections.abc import Iterator

from guide.blocks.ticks import POINT, WHO
from guide.grammar import parse_written_item
from guide.pages import Page
from guide.problems import did_you_mean
from guide.project import Guide
from guide.rules.rule import Findings, rule

DAY = re.compile(r"-?\d+")


@rule
def step_has_its_day(page: Page, context: Guide) -> Findings:
    """
    Each step of a plan says its day, or when in words, and who does it; the days go forward.
    The calendar is made from them.
    """
    for block in page.blocks:
        if block.name != "plan":
            continue
        before = None
        for number, line in page.inside(block):
            # As written: another rule tells of an id or a box that is none.
            step = parse_written_item(line)
            if not step or not step.id:
                continue
            yield from ((number, *slip) for slip in slips_of_step(step.attributes))
            day = step.attributes.get("day", "")
            if not DAY.fullmatch(day):
                continue
            if before is not None and int(day) < before:
                yield (
                    number,
                    "this step comes before the day of the step above it",
                    "Put the steps in the order of their days.",
                )
            before = int(day)


def slips_of_step(attributes: dict[str, str]) -> Iterator[tuple[str, str]]:
    """
    Yield what is wrong with what stands behind the id of a step, and how to fix it.
    """
    for name in attributes.keys() - {"day", "when", "who", "mark"}:
        yield f'a step has no "{name}"', did_you_mean(name, ("day", "when", "who", "mark"))
    if attributes.get("mark", "last") != "last":
        yield f'"{attributes["mark"]}" is no mark of a step', "Write mark=last, for the last day of something."
    if not attributes.keys() & {"day", "when"}:
        yield "this step has no day", "Write it behind the id: {#its-id day=3 who=you}."
    if attributes.get("who") not in WHO:
        yield (
            "this step does not say who does it",
            f"Write one of these behind the id: {', '.join(f'who={who}' for who in WHO)}.",
        )
    if "day" in attributes and not DAY.fullmatch(attributes["day"]):
        yield (
            f'"{attributes["day"]}" is not a day',
            "Write a whole number of days from the start, below 0 for days before it.",
        )


@rule
def review_asks(page: Page, context: Guide) -> Findings:
    """
    Each point of a review ends in a question for the session: to find a gap is no use without words to close it.
    """
    for block in page.blocks:
        if block.name != "review":
            continue
        lines = page.inside(block)
        for index, (number, line) in enumerate(lines):
            if not parse_written_item(line):
                continue
            below = []
            for _, other in lines[index + 1 :]:
                if parse_written_item(other):
                    break
                below.append(other.strip())
            if not any(other.startswith("- Ask: ") for other in below):
                yield (
                    number,
                    "this point has no question to ask",
                    'Add below it the line "    - Ask: ..." with the question.',
                )


@rule
def point_says_what_is_known(page: Page, context: Guide) -> Findings:
    """
    Behind the id of a review's point stands only what the cards know: `room="How much"` and `gives=up`.
    """
    for block in page.blocks:
        if block.name != "review":
            continue
        for number, line in page.inside(block):
            item = parse_written_item(line)
            for name, value in item.attributes.items() if item else ():
                if name not in POINT:
                    yield number, f'a point has no "{name}"', did_you_mean(name, POINT)
                elif name == "gives" and value != "up":
                    yield (
                        number,
                        f'a point gives "up", and not "{value}"',
                        "Write it behind the id: {#its-id gives=up}.",
                    )
