"""
The names that the files of `routes/` use, each with its place and what it names; and time limits whose name says too
little.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from guide.data import Data
from guide.data.cases import values_of
from guide.data.entry import Entries, Place
from guide.data.facts import Fact
from guide.data.lines import Line, Step, When
from guide.data.routes import Claim, Routes
from guide.problems import did_you_mean
from guide.rules.route_lines import Spot, all_lines, conditions, named_of


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
    yield from uses_of_questions(routes)
    yield from uses_of_situations(data, routes)
    for key, note in routes.notes.items():
        yield from (Use(routes.notes, (key, "letters"), data.letters, letter) for letter in note.letters)
        yield from (Use(routes.notes, (key, "limits"), routes.time_limits, limit) for limit in note.limits)
        yield from uses_of_claims(routes, Spot(routes.notes, (key,), note))
    for key, limit in routes.time_limits.items():
        yield Use(routes.time_limits, (key,), data.facts, key)
        yield from (Use(routes.time_limits, (key, "counted_from"), routes.dates, day) for day in limit.counted_from)
    for key, claim in routes.claims.items():
        for value, facts in claim.values.items():
            yield from (Use(routes.claims, (key, "values", value), data.facts, fact) for fact in facts)
        yield from (Use(routes.claims, (key, "always", value), values_of_claim(claim), value) for value in claim.always)
    for spot in all_lines(routes):
        yield from uses_of_claims(routes, spot)
        yield from uses_of_days(routes, spot)
        yield from uses_of_step(data, spot)
    for source, at, when in conditions(routes):
        yield from uses_of_condition(routes, source, at, when)


def uses_of_questions(routes: Routes) -> Iterator[Use]:
    """
    Yield where the answers lead, and the days that they ask for.
    """
    for part in (routes.questions, routes.details):
        for key, question in part.items():
            for name, answer in question.answers.items():
                at = (key, "answers", name)
                if answer.next:
                    yield Use(part, (*at, "next"), routes.questions, answer.next)
                if answer.situation:
                    yield Use(part, (*at, "situation"), routes.situations, answer.situation)
                yield from (Use(part, (*at, "dates"), routes.dates, day) for day in answer.dates)


def uses_of_situations(data: Data, routes: Routes) -> Iterator[Use]:
    """
    Yield what situations name, without their lines and conditions.
    """
    targets = {
        "routes": routes.routes,
        "limits": routes.time_limits,
        "letters": data.letters,
        "help": data.facts,
    }
    for key, situation in routes.situations.items():
        for spot in named_of(routes, key):
            yield Use(spot.source, spot.at, targets[spot.part], spot.line.name)
        for part in ("first", "asks"):
            yield from (Use(routes.situations, (key, part), routes.asked, name) for name in getattr(situation, part))
        yield from (Use(routes.situations, (key, "others", name), routes.routes, name) for name in situation.others)
        yield Use(routes.situations, (key, "group"), routes.groups, situation.group)
        if situation.checklist:
            yield Use(routes.situations, (key, "checklist"), routes.checklists, situation.checklist)
        if situation.plan:
            yield Use(routes.situations, (key, "plan"), routes.plans, situation.plan)


def uses_of_claims(routes: Routes, spot: Spot) -> Iterator[Use]:
    """
    Yield the claims of a line or note, and what it says of each.
    """
    for claim, value in spot.line.claims.items():
        at = (*spot.at, "claims", claim)
        yield Use(spot.source, at, routes.claims, claim)
        if claim in routes.claims:
            yield Use(spot.source, at, values_of_claim(routes.claims[claim]), value)


def uses_of_days(routes: Routes, spot: Spot[Line]) -> Iterator[Use]:
    """
    Yield what a line says of the case in braces.
    """
    days = entries_of("day or time limit", routes.dates | routes.time_limits)
    counted = entries_of("question that counts", {k: q for k, q in routes.asked.items() if q.counter})
    targets = {"": days, "left": days, "since": routes.dates, "count": counted, "owed": counted}
    for what, name in spot.line.days:
        if what in targets:
            yield Use(spot.source, spot.at, targets[what], name)
        else:
            yield Use(spot.source, spot.at, entries_of("word before a colon", targets), what)


def uses_of_step(data: Data, spot: Spot[Line]) -> Iterator[Use]:
    """
    Yield the letter to write, or the fact with the phone to call.
    """
    if isinstance(spot.line, Step):
        if spot.line.letter:
            yield Use(spot.source, (*spot.at, "letter"), data.letters, spot.line.letter)
        if spot.line.call:
            yield Use(spot.source, (*spot.at, "call"), data.facts, spot.line.call)


def uses_of_condition(routes: Routes, source: Entries, at: tuple, when: When) -> Iterator[Use]:
    """
    Yield the questions, answers, days, limits and situations of a condition.
    """
    special: dict[str, Entries] = dict.fromkeys(("past", "close", "runs"), routes.time_limits)
    special |= {"known": routes.dates, "unknown": routes.dates, "situation": routes.situations}
    questions = routes.asked
    for key, wanted in when.items():
        if key not in special and key not in questions:
            yield Use(source, (*at, key), entries_of("question", {**questions, **special}), key)
            continue
        target = special[key] if key in special else entries_of("answer", questions[key].answers)
        yield from (Use(source, (*at, key), target, name) for name in values_of(wanted))


def values_of_claim(claim: Claim) -> Entries:
    """
    Return what may be said of a claim.
    """
    return entries_of("value of a claim", claim.values)


def entries_of(called: str, named: dict) -> Entries:
    """
    Return what is named elsewhere than at the margin of a file as entries, so that a slip in its name can be told.
    """
    entries = Entries(called)
    entries.update(named)
    return entries


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
