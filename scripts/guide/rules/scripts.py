"""
Rules on plans, reviews, the tracker and what to say.
"""

import re
from itertools import groupby, zip_longest
from typing import Iterator

from guide.blocks import Reply, Script, Tracker
from guide.blocks.ticks import WHO
from guide.grammar import parse_written_item
from guide.problems import Problem, did_you_mean
from guide.rules.whole import Whole
from guide.source import HEADING, TABLE_RULE, Page


def script_has_its_sections(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A phone script has its sections, in their order, none of them empty; the last one says the next step.
    """
    def problem(line, what, mend):
        return Problem(page.path, line, what, mend, "script-has-its-sections")

    for block in page.blocks:
        if block.name != "script":
            continue
        written: dict[str, tuple[int, list[str]]] = {}
        for number, line in page.inside(block):
            heading = HEADING.match(line)
            if heading:
                written[heading[2]] = (number, [])
            elif written and line.strip():
                list(written.values())[-1][1].append(line)
        for name in Script.SECTIONS:
            if name not in written:
                yield problem(block.line, f'the script has no section "{name}"', f'Add the line "## {name}" and what belongs there.')
            elif not written[name][1]:
                yield problem(written[name][0], f'the section "{name}" is empty', "Write it.")
        for name, (line, _) in written.items():
            if name not in Script.SECTIONS:
                yield problem(line, f'a script has no section "{name}"', did_you_mean(name, Script.SECTIONS))
        known = [name for name in written if name in Script.SECTIONS]
        for before, after in zip(known, known[1:]):
            if Script.SECTIONS.index(before) > Script.SECTIONS.index(after):
                yield problem(written[after][0], f'the section "{after}" stands too late', f'Put it above "{before}".')


def reply_has_both_answers(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A reply at the table has one answer that keeps the peace and one that makes a record.
    """
    for block in page.blocks:
        if block.name != "reply":
            continue
        lines = [line.strip() for _, line in page.inside(block)]
        for answer in Reply.ANSWERS:
            place = lines.index(answer) if answer in lines else None
            if place is None or not any(line.startswith(": ") for line in lines[place + 1:place + 2]):
                yield Problem(page.path, block.line, f'the reply has no answer "{answer}"',
                              f'Write the line "{answer}" and below it ":   " with the words to say.', "reply-has-both-answers")


def step_has_its_day(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    Each step of a plan says its day, or when in words, and who does it; the days go forward.
    """
    def problem(line, what, mend):
        return Problem(page.path, line, what, mend, "step-has-its-day")

    for block in page.blocks:
        if block.name != "plan":
            continue
        before = None
        for number, line in page.inside(block):
            # As written: another rule tells of an id or a box that is none.
            step = parse_written_item(line)
            if not step or not step.id:
                continue
            options = step.attributes
            for name in options.keys() - {"day", "when", "who"}:
                yield problem(number, f'a step has no "{name}"', did_you_mean(name, ("day", "when", "who")))
            if not options.keys() & {"day", "when"}:
                yield problem(number, "this step has no day", "Write it behind the id: {#its-id day=3 who=you}.")
            if options.get("who") not in WHO:
                yield problem(number, "this step does not say who does it", f"Write one of these behind the id: {', '.join(f'who={who}' for who in WHO)}.")
            if "day" not in options:
                continue
            if not re.fullmatch(r"-?\d+", options["day"]):
                yield problem(number, f'"{options["day"]}" is not a day', "Write a whole number of days from the start, below 0 for days before it.")
                continue
            if before is not None and int(options["day"]) < before:
                yield problem(number, "this step comes before the day of the step above it", "Put the steps in the order of their days.")
            before = int(options["day"])


def review_asks(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    Each point of a review ends in a question for the session.
    """
    for block in page.blocks:
        if block.name != "review":
            continue
        lines = page.inside(block)
        for index, (number, line) in enumerate(lines):
            if not parse_written_item(line):
                continue
            below = []
            for _, other in lines[index + 1:]:
                if parse_written_item(other):
                    break
                below.append(other.strip())
            if not any(other.startswith("- Ask: ") for other in below):
                yield Problem(page.path, number, "this point has no question to ask", 'Add below it the line "    - Ask: ..." with the question.',
                              "review-asks")


def tracker_has_its_tables(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    A tracker holds its tables for the hand, each with all its columns and a row that shows how to fill it in.

    The promises are printed into the first of them, by the order of its columns.
    """
    for block in page.blocks:
        if block.name != "tracker":
            continue
        tables = [list(rows) for is_row, rows in groupby(page.inside(block), lambda line: line[1].lstrip().startswith("|")) if is_row]
        for (name, columns), table in zip_longest(Tracker.TABLES.items(), tables[:len(Tracker.TABLES)], fillvalue=()):
            rows = [(number, line) for number, line in table if not TABLE_RULE.match(line)]
            if len(rows) < 2:
                yield Problem(page.path, block.line, f"the tracker has no table of {name} with an example",
                              f"Write a table into it: {len(columns)} columns, and one row as an example.", "tracker-has-its-tables")
            for number, line in rows:
                cells = len(line.strip().removeprefix("|").removesuffix("|").split("|"))
                if cells != len(columns):
                    yield Problem(page.path, number, f"this row has {cells} cells and not {len(columns)}",
                                  f"Its columns are: {', '.join(columns)}.", "tracker-has-its-tables")
