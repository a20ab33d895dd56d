"""
The rule on what a letter states of a day: scripts must be able to hold it against the day that a parent enters.
"""

from typing import Iterator

from guide.grammar import blank_labels, parse_written_item
from guide.problems import Problem
from guide.rules.letters import letters_of
from guide.rules.whole import Whole
from guide.source import Page


def letter_statement_can_be_checked(page: Page, whole: Whole) -> Iterator[Problem]:
    """
    What `letters/` has under `statements` of a letter stands there, its day is a date, and its fact has a limit that
    a calendar counts. Else a parent could sign what the day contradicts.
    """
    def problem(line, what, mend):
        return Problem(page.path, line, what, mend, "letter-statement-can-be-checked")

    for block, rule, _ in letters_of(page, whole):
        letter = [(blank_labels(line), parse_written_item(line)) for _, line in page.inside(block)]
        for statement in rule.statements:
            field, fact = whole.data.fields.get(statement.field), whole.data.facts.get(statement.fact)
            if not field or not fact:
                # What does not exist is told already.
                continue
            lines = [choice for labels, choice in letter if field.label in labels]
            if not lines and any(statement.field in section.fields for section in rule.required_sections):
                # That the blank is gone, or its section, is told already.
                continue
            if not [choice for choice in lines if statement.choice or not choice]:
                yield problem(block.line, f'no line of the letter has the blank "[{field.label}]", whose day is compared',
                              f'Mend its "field" in letters/{block.id}.yml, or delete the statement there.')
            if statement.choice and not any(choice and choice.id == statement.choice for _, choice in letter):
                yield problem(block.line, f'the letter has no choice "{statement.choice}", whose day is compared',
                              f'Mend its "choice" in letters/{block.id}.yml, or delete the statement there.')
            if field.kind != "date":
                yield problem(block.line, f'"{statement.field}", whose day is compared, is no date',
                              f'Name a field of the kind "date" in letters/{block.id}.yml.')
            if not fact.limit_to_count:
                yield problem(block.line, f'the fact "{statement.fact}" has no limit to compare a day with',
                              "Name a fact with a limit in days, months or years after its event.")
