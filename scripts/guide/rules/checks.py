"""
Rules on the checks of facts: who compared what with the law, and when.
"""

from datetime import date

from guide.project import Guide
from guide.rules.rule import Findings, rule

# What may be quoted of a text without taking it over.
MOST_WORDS = 50


@rule
def confirmed_fact_is_compared(context: Guide) -> Findings:
    """
    A confirmed fact has a check with a day: readers are told when it was compared.
    """
    for key, fact in context.data.facts.items():
        if fact.status != "confirmed":
            continue
        if not any(check.day for check in fact.checks):
            yield (
                *context.place("facts", key, "checks"),
                f'the confirmed fact "{key}" has no check with a day',
                'Add the day on which the text was compared under "checks:", or choose another status.',
            )


@rule
def check_names_its_text(context: Guide) -> Findings:
    """
    Each check says what was compared with the fact: a day alone shows nobody that a text was open.
    """
    for key, fact in context.data.facts.items():
        for index, check in enumerate(fact.checks):
            if not check.compared:
                yield (
                    *context.place("facts", key, "checks", index, "compared"),
                    f'a check of "{key}" does not say what was compared',
                    'Name the text behind "compared:", and how old the copy is.',
                )


@rule
def check_days_are_in_order(context: Guide) -> Findings:
    """
    The checks of a fact stand in the order of their days, and none is later than the commit: readers are shown the last
    one.
    """
    for key, fact in context.data.facts.items():
        days = [check.day or date.min for check in fact.checks]
        if days != sorted(days):
            yield (
                *context.place("facts", key, "checks"),
                f'the checks of "{key}" are not in the order of their days',
                "Put the oldest first, and one without a day before all others.",
            )
        for index, day in enumerate(days):
            if day > context.day:
                yield (
                    *context.place("facts", key, "checks", index, "day"),
                    f'the check of "{key}" on {day} is later than this version of the guide',
                    "Write the day on which the text was compared.",
                )


@rule
def compared_words_are_few(context: Guide) -> Findings:
    """
    A check copies at most fifty words: enough to find the place again, and no more than a quote.
    """
    for key, fact in context.data.facts.items():
        for index, check in enumerate(fact.checks):
            words = len((check.compared_words or "").split())
            if words > MOST_WORDS:
                yield (
                    *context.place("facts", key, "checks", index, "compared_words"),
                    f'a check of "{key}" copies {words} words',
                    f"Keep the {MOST_WORDS} or fewer that matter most.",
                )
