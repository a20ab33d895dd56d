"""
Rules on the time limits that a parent counts, and on the events that they start from.
"""

import re

from guide.project import Guide
from guide.rules.facts import figures
from guide.rules.rule import Findings, rule

# What a parent reads of an event.
TEXTS = ("title", "question", "that_day", "example", "ask")
# "It came on March 3, 2027. Enter March 3."
DAY_TO_TAKE = re.compile(r"\b20\d\d\b.*\b(?:Enter|Take) [A-Z]\w+ \d+\.$")


@rule
def limits_start_alike(context: Guide) -> Findings:
    """
    All limits from one event say in the same words when they start: the tool names the event once, by these words.
    """
    first: dict[str, tuple[str, str]] = {}
    for key, fact in context.data.facts.items():
        for limit in [*fact.all_limits, *([fact.no_number] if fact.no_number else [])]:
            other, starts = first.setdefault(limit.event, (key, limit.starts))
            if limit.starts != starts:
                yield (
                    *context.place("facts", key),
                    f'the limit of "{key}" from the event "{limit.event}" starts at "{limit.starts}"',
                    f'The limit of "{other}" starts there at "{starts}". Write both in the same words.',
                )


@rule
def wait_is_counted_in_days(context: Guide) -> Findings:
    """
    A wait of the other side is so many days after its event:
    its last safe day is one day earlier, which no month and no school day can be counted back from.
    """
    for key, fact in context.data.facts.items():
        for limit in fact.all_limits:
            if limit.kind == "wait" and limit.whose != "yours" and (limit.unit, limit.counts) != ("day", "after"):
                yield (
                    *context.place("facts", key),
                    f'the wait of "{key}" is counted in {limit.unit}s {limit.counts} its event',
                    'Write it with "unit: day" and "counts: after", or with another "kind".',
                )


@rule
def event_figure_is_in_its_limits(context: Guide) -> Findings:
    """
    The words of an event hold no figure but those of the limits from it:
    a number of law stands in a fact, where it is checked.
    """
    data = context.data
    if data.facts.has_slips:
        # The figure may be that of a fact whose slip is reported already.
        return
    for key, event in data.events.items():
        counted = {(limit.amount, limit.unit) for fact in data.facts.values() for limit in fact.limits_from(key)}
        for name in TEXTS:
            for written, figure in figures(getattr(event, name) or ""):
                if figure not in counted:
                    yield (
                        *context.place("events", key, name),
                        f'"{written}" is in no limit from the event "{key}"',
                        "Say it without a number, or name a fact that has it in its facts.",
                    )


@rule
def event_example_names_its_day(context: Guide) -> Findings:
    """
    The example of an event has a full date, and ends with the one day that a parent would enter, like "Enter March 3.".
    """
    for key, event in context.data.events.items():
        if not DAY_TO_TAKE.search(" ".join(event.example.split())):
            yield (
                *context.place("events", key, "example"),
                f'the example of "{key}" does not say which day to enter',
                'Write a date with its year, and end with the day to enter: "It came on March 3, 2027. Enter March 3."',
            )
