"""
Rules on each situation as a whole: in every case a parent gets a first step, a route and the day that runs, and who is
not sure reads what is safe.
"""

from collections.abc import Iterator
from itertools import chain

from guide.data.cases import UNSURE, values_of
from guide.data.entry import Place
from guide.data.facts import Fact
from guide.data.lines import Line, Named
from guide.data.routes import Note
from guide.project import Guide
from guide.rules.regions import HAS_LAST_DAY, Region, both
from guide.rules.route_lines import Spot, lines_of, named_of
from guide.rules.rule import Findings, rule
from guide.rules.shown_lines import SituationShown, case_in_words, situations_shown

# The parts whose last line holds in every case: a parent never ends with nothing.
ALWAYS_SAID = ("headline", "today", "closed")


@rule
def situation_is_whole(context: Guide) -> Findings:
    """
    In every case a situation has a headline, a first step with a button, and something that can be written when no
    office answers.
    """
    routes = context.data.routes
    for key, situation in routes.situations.items() if routes else ():
        for part in ALWAYS_SAID:
            lines: list[Line] = getattr(situation, part)
            if not lines[-1].always_holds:
                yield (
                    *context.place("situations", key, part, len(lines) - 1),
                    f'the last line of "{part}" does not hold in every case',
                    'Add one below it without "when:" and without a day in braces.',
                )
        for index, step in enumerate(situation.today):
            if not step.has_button:
                yield (
                    *context.place("situations", key, "today", index),
                    "this first step has no button",
                    'Add "letter:", "call:", "page:" with "button:", or "copy:".',
                )
        for index, step in enumerate(situation.closed):
            if not step.writes:
                yield (
                    *context.place("situations", key, "closed", index),
                    "nothing can be written here, and nobody answers the phone",
                    'Add "letter:", "page:" with "button:", or "copy:".',
                )


@rule
def line_can_be_shown(context: Guide) -> Findings:
    """
    Each line, name and note is shown in some case. A line behind one that always holds never is.
    """
    situations = situations_shown(context)
    seen: set[Place] = set()
    unseen: dict[Place, tuple[SituationShown, Spot]] = {}
    for situation in situations:
        named = [(spot, situation.cases.where(spot.line.when)) for spot in named_of(situation.routes, situation.key)]
        for spot, region in chain(named, ((shown.spot, shown.region) for shown in situation.all)):
            if situation.cases.find(region) is not None:
                seen.add(spot.place)
            elif spot.source is situation.routes.situations or spot.line.when:
                unseen.setdefault(spot.place, (situation, spot))
    for place, (situation, spot) in unseen.items():
        if place not in seen:
            yield place.path, place.line, "no parent is ever shown this", why_unseen(situation, spot)


@rule
def result_names_its_day(context: Guide) -> Findings:
    """
    Where a time limit of the parent has a last day, the headline or the step by a day says one.
    """
    for situation in situations_shown(context):
        dated: Region = [
            box
            for shown in situation.lines
            if shown.spot.part in ("headline", "by") and says_a_day(shown.spot.line)
            for box in shown.region
        ]
        for spot in named_of(situation.routes, situation.key):
            if spot.part != "limits" or not is_the_parents(context, spot.line.name):
                continue
            running = [{("limit", spot.line.name): HAS_LAST_DAY - {"past"}}]
            there = both(situation.cases.where(spot.line.when), running)
            box = situation.cases.find(situation.cases.without(there, dated))
            if box is not None:
                yield (
                    spot.place.path,
                    spot.place.line,
                    f'"{spot.line.name}" may run here, and neither "headline" nor "by" says a day '
                    f"({case_in_words(situation, box)})",
                    f'Add to "by:" a step with "{{{spot.line.name}}}".',
                )


@rule
def result_has_its_routes(context: Guide) -> Findings:
    """
    In every case a situation names a route that fits, and of each other route says why not now.
    """
    for situation in situations_shown(context):
        box = situation.cases.find(situation.without_routes)
        if box is not None:
            yield (
                *context.place("situations", situation.key, "routes"),
                f"no route fits here ({case_in_words(situation, box)})",
                'Name one without "when:" as the last.',
            )
        for key, lines in situation.others.items():
            said = [box for shown in lines for box in shown.region]
            unsaid = situation.cases.find(situation.cases.without(situation.not_fitting(key), said))
            if unsaid is not None and not situation.routes.routes[key].special:
                yield (
                    *context.place("situations", situation.key),
                    f'nothing is said of the route "{key}" ({case_in_words(situation, unsaid)})',
                    f'Add a line on it to "others:", or one that always holds to "otherwise:" of "{key}".',
                )


@rule
def not_sure_is_safe(context: Guide) -> Findings:
    """
    A warning or a time limit that holds for an answer holds for "I'm not sure" too, or another that holds there says
    the same; unless nothing is lost without it.
    """
    for situation in situations_shown(context):
        warnings = [spot for spot in lines_of(situation.routes, situation.key) if spot.part == "warn"]
        limits = [spot for spot in named_of(situation.routes, situation.key) if spot.part == "limits"]
        for spot in (*warnings, *limits):
            questions = unsure_questions(situation, spot.line)
            if spot.line.sure and not questions:
                yield spot.place.path, spot.place.line, '"sure" says nothing here', "Delete it."
            elif not spot.line.sure:
                yield from lost(situation, spot, questions, [*warnings, *limits])


def unsure_questions(situation: SituationShown, line: Line | Named | Note) -> list[str]:
    """
    Return the questions of a condition at which one may answer "unsure" and then would not read the line.
    """
    questions = situation.cases.questions
    return [
        key
        for key, wanted in line.when.items()
        if key in questions and UNSURE in questions[key].answers and UNSURE not in values_of(wanted)
    ]


def lost(situation: SituationShown, spot: Spot, questions: list[str], spots: list[Spot]) -> Iterator[tuple]:
    """
    Yield where a parent who is not sure, of one question or of all, loses a line that nothing else makes up for.
    """
    same: Region = [
        box
        for other in spots
        if other.part == spot.part and other is not spot and says_the_same(other.line, spot.line)
        for box in situation.cases.where(other.line.when)
    ]
    together = [questions] if len(questions) > 1 else []
    for unsure in [*([question] for question in questions), *together]:
        there = situation.cases.where({**spot.line.when, **dict.fromkeys(unsure, UNSURE)})
        box = situation.cases.find(situation.cases.without(there, same))
        if box is not None:
            names = " and ".join(f'"{question}"' for question in unsure)
            yield (
                spot.place.path,
                spot.place.line,
                f"who is not sure of {names} does not read this ({case_in_words(situation, box)})",
                f'Add "{UNSURE}" to its answers, add a line with the same claim for it, or write "sure: true" if '
                "nothing is lost without it.",
            )
            return


def says_the_same(one: Line | Named, other: Line | Named) -> bool:
    """
    Return whether a line speaks of all that another claims, or a name is the same.
    """
    if isinstance(one, Named) or isinstance(other, Named):
        return isinstance(one, Named) and isinstance(other, Named) and one.name == other.name
    return bool(other.claims) and one.claims.keys() >= other.claims.keys()


def says_a_day(line: Line | Note) -> bool:
    """
    Return whether a line says a day, or what is left until it.
    """
    return isinstance(line, Line) and any(what in ("", "left") for what, _ in line.days)


def is_the_parents(context: Guide, limit: str) -> bool:
    """
    Return whether a time limit is one by which a parent must have done something.
    """
    fact: Fact | None = context.data.facts.get(limit)
    routes = context.data.routes
    found = fact.limits_from(routes.time_limits[limit].event) if fact and routes else []
    return any(one.kind == "due" and one.whose in ("yours", "both") for one in found)


def why_unseen(situation: SituationShown, spot: Spot) -> str:
    """
    Return how to fix a line that nobody is shown.
    """
    asked = situation.cases.asked
    for key, wanted in spot.line.when.items():
        if key in situation.routes.details and key not in asked:
            return f'Ask "{key}" in "asks:", or delete the line.'
        if key == "known" and not any(situation.cases.find(situation.cases.offers(day)) for day in values_of(wanted)):
            return f'Ask a question whose answer asks for "{wanted}", or delete the line.'
    for _, name in getattr(spot.line, "days", []):
        if name in situation.routes.dates and not situation.cases.offers(name):
            return f'Ask a question whose answer asks for "{name}", or delete the line.'
    return "Compare it with the lines above it and with its own conditions; put it higher, or delete it."
