"""
Rules on what to say: phone scripts, and replies at the table.
"""

import itertools

from guide.blocks import Reply, Script
from guide.pages import HEADING, Page
from guide.problems import did_you_mean
from guide.project import Guide
from guide.rules.rule import Findings, rule


@rule
def script_has_its_sections(page: Page, context: Guide) -> Findings:
    """
    A phone script has its sections, in their order, none of them empty; the last one says the next step.
    Who calls reads it aloud, and has no time to look for what is missing.
    """
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
                yield (
                    block.line,
                    f'the script has no section "{name}"',
                    f'Add the line "## {name}" and what belongs there.',
                )
            elif not written[name][1]:
                yield written[name][0], f'the section "{name}" is empty', "Write it."
        for name, (line, _) in written.items():
            if name not in Script.SECTIONS:
                yield line, f'a script has no section "{name}"', did_you_mean(name, Script.SECTIONS)
        known = [name for name in written if name in Script.SECTIONS]
        for before, after in itertools.pairwise(known):
            if Script.SECTIONS.index(before) > Script.SECTIONS.index(after):
                yield written[after][0], f'the section "{after}" comes too late', f'Put it above "{before}".'


@rule
def reply_has_both_answers(page: Page, context: Guide) -> Findings:
    """
    A reply at the table has one answer that keeps the peace and one that makes a record.
    Which one helps, only the parent knows.
    """
    for block in page.blocks:
        if block.name != "reply":
            continue
        lines = [line.strip() for _, line in page.inside(block)]
        for answer in Reply.ANSWERS:
            place = lines.index(answer) if answer in lines else None
            if place is None or not any(line.startswith(": ") for line in lines[place + 1 : place + 2]):
                yield (
                    block.line,
                    f'the reply has no answer "{answer}"',
                    f'Write the line "{answer}" and below it ":   " with the words to say.',
                )
