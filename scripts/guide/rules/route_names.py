"""
The names that the files of `routes/` use, each with its place and what it names; and time limits whose name says too
little.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from guide.data import Data
from guide.data.entry import Entries, Place
from guide.data.facts import Fact
from guide.data.routes import Answer, Result, Routes
from guide.problems import did_you_mean


@dataclass(frozen=True)
class Use:
    """
    A name that stands in the data: who uses it, at which place, and what it names.
    """

    source: Entries
    at: tuple
    target: Entries
    name: str

    @property
    def place(self) -> Place:
        return self.source.place(*self.at)

    @property
    def is_missing(self) -> bool:
        return not self.target.may_have(self.name)


def route_uses(data: Data) -> Iterator[Use]:
    """
    Yield each name that the files of `routes/` use.
    """
    routes = data.routes
    if not routes:
        return
    for part in (routes.questions, routes.details):
        for key, question in part.items():
            for name, answer in question.answers.items():
                for word, target, wanted in leads_of(routes, answer):
                    yield Use(part, (key, "answers", name, word), target, wanted)
    for key, note in routes.notes.items():
        yield from (Use(routes.notes, (key, "letters"), data.letters, letter) for letter in note.letters)
    for key, limit in routes.time_limits.items():
        yield Use(routes.time_limits, (key,), data.facts, key)
        yield from (Use(routes.time_limits, (key, "counted_from"), routes.dates, day) for day in limit.counted_from)
    for key, route in routes.routes.items():
        if route.for_most:
            yield from (
                Use(routes.routes, (key, "for_most", "not_in"), routes.results, name) for name in route.for_most.not_in
            )
    for key, result in routes.results.items():
        yield from (
            Use(routes.results, (key, word), target, name)
            for word, target, names in names_of(data, routes, result)
            for name in names
        )


def leads_of(routes: Routes, answer: Answer) -> Iterator[tuple[str, Entries, str]]:
    """
    Yield where an answer leads: the key that says so, what kind it names, and the name.
    """
    for word, target, name in (
        ("next", routes.questions, answer.next),
        ("result", routes.results, answer.result),
        ("date", routes.dates, answer.date),
        ("note", routes.notes, answer.note),
    ):
        if name:
            yield word, target, name


def names_of(data: Data, routes: Routes, result: Result) -> list[tuple[str, Entries, list[str]]]:
    """
    Return what a result names: the key that does so, the kind, and the names.
    """
    return [
        ("routes", routes.routes, result.routes),
        ("letters", data.letters, result.letters),
        ("limits", routes.time_limits, result.limits),
        ("help", data.facts, result.help),
        ("asks", routes.details, result.asks),
        *((how, routes.routes, list(fit)) for how, fit in result.fits.items()),
        ("close", routes.time_limits, list(result.close)),
        ("past", routes.time_limits, list(result.past)),
        ("close", routes.results, list(result.close.values())),
        ("past", routes.results, list(result.past.values())),
        ("checklist", routes.checklists, [result.checklist] if result.checklist else []),
        ("plan", routes.plans, [result.plan] if result.plan else []),
    ]


def unclear_limits(routes: Routes, facts: Entries[Fact]) -> Iterator[tuple[Place, str, str]]:
    """
    Yield each time limit whose fact does not have just one limit from its event: the last day would be a guess.
    """
    for key, limit in routes.time_limits.items():
        if key not in facts:
            continue
        found, place = facts[key].limits_from(limit.event), routes.time_limits.place(key, "event")
        if not facts[key].all_limits:
            yield routes.time_limits.place(key), f'the fact "{key}" has no limit', "Name a fact that has one."
        elif not found:
            yield (
                place,
                f'the fact "{key}" has no limit from the event "{limit.event}"',
                did_you_mean(limit.event, sorted({one.event for one in facts[key].all_limits})),
            )
        elif len(found) > 1:
            yield (
                place,
                f'the fact "{key}" has {len(found)} limits from the event "{limit.event}"',
                "Give each of them a fact of its own, and name the one you mean.",
            )
