"""
The rules on the days of a letter: what it states of one must be comparable with what a parent enters, and it reads
without one that they may leave out.
"""

import re
from collections.abc import Iterator

from guide.data.facts import Fact
from guide.data.letters import BlankField, Statement
from guide.grammar import blank_labels, parse_written_item
from guide.pages import Page
from guide.project import Guide
from guide.rules.letter_sections import letters_of
from guide.rules.rule import Findings, rule

# What is left of a sentence after words are gone, and is none.
BROKEN = re.compile(r" {2}| [.,;:]|,[.,;]|(?:^|[.!?] )[a-z]")


@rule
def letter_statement_can_be_checked(page: Page, context: Guide) -> Findings:
    """
    What `letters/` has under `statements` of a letter stands there, its day is a date, and its fact has a limit that
    a calendar counts. Else a parent could sign what the day contradicts.
    """
    for block, contract, _ in letters_of(page, context):
        letter = [(blank_labels(line), parse_written_item(line)) for _, line in page.inside(block)]
        for statement in contract.statements:
            field, fact = context.data.fields.get(statement.field), context.data.facts.get(statement.fact)
            if not field or not fact:
                # What does not exist is reported already.
                continue
            lines = [choice for labels, choice in letter if field.label in labels]
            if not lines and any(statement.field in section.fields for section in contract.required_sections):
                # That the blank is gone, or its section, is reported already.
                continue
            if not [choice for choice in lines if statement.choice or not choice]:
                yield (
                    block.line,
                    f'no line of the letter has the blank "[{field.label}]", whose day is compared',
                    f'Fix its "field" in letters/{block.id}.yml, or delete the statement there.',
                )
            if statement.choice and not any(choice and choice.id == statement.choice for _, choice in letter):
                yield (
                    block.line,
                    f'the letter has no choice "{statement.choice}", whose day is compared',
                    f'Fix its "choice" in letters/{block.id}.yml, or delete the statement there.',
                )
            yield from ((block.line, *slip) for slip in slips_of_day(statement, field, fact, block.id))


def slips_of_day(statement: Statement, field: BlankField, fact: Fact, letter: str) -> Iterator[tuple[str, str]]:
    """
    Yield why a field and a fact cannot be compared, and how to fix it.
    """
    if field.kind != "date":
        yield (
            f'"{statement.field}", whose day is compared, is no date',
            f'Name a field of the kind "date" in letters/{letter}.yml.',
        )
    if not fact.limit_to_count:
        yield (
            f'the fact "{statement.fact}" has no limit to compare a day with',
            "Name a fact with a limit in days, months or years after its event.",
        )


@rule
def letter_reads_without_its_day(page: Page, context: Guide) -> Findings:
    """
    Where a parent leaves out a day that only they set, the letter still reads: what `without_day` of its file in
    `letters/` names stands in it once, and no sentence keeps the blank.
    """
    labels = [field.label for field in context.data.fields.values() if field.leave_out]
    for block, contract, _ in letters_of(page, context):
        lines = dict(page.inside(block))
        for entry in contract.without_day:
            places = [number for number, line in lines.items() if entry.words in line]
            if len(places) != 1 or lines[places[0]].count(entry.words) != 1:
                yield (
                    block.line,
                    f'the words "{entry.words}" stand not once in the letter, so they cannot go with their day',
                    f'Fix "without_day" in letters/{block.id}.yml: a few words more, exactly as in the letter.',
                )
                continue
            lines[places[0]] = lines[places[0]].replace(entry.words, entry.write)
            if BROKEN.search(lines[places[0]]):
                yield (
                    places[0],
                    f'without its day this line does not read: "{lines[places[0]]}"',
                    f'Fix "write" below these words in letters/{block.id}.yml.',
                )
        for label in labels:
            yield from (
                (
                    number,
                    f'this line keeps the blank "[{label}]" where a parent leaves it out',
                    f'Say in letters/{block.id}.yml, under "without_day", which words then go.',
                )
                for number, line in lines.items()
                if label in blank_labels(line)
            )
