"""
Rules on each situation as a whole: in every case a parent gets a first step, a route and the day that runs.
"""

from itertools import chain

from guide.data.cases import FIRST_PARTS, values_of
from guide.data.entry import Place
from guide.data.facts import Fact
from guide.data.lines import Line
from guide.data.routes import Note
from guide.project import Guide
from guide.rules.regions import HAS_LAST_DAY, Region, both
from guide.rules.route_lines import Spot, named_of
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
            if not step.works_at_night:
                yield (
                    *context.place("situations", key, "closed", index),
                    "nothing can be written here, and nobody answers the phone",
                    'Add "letter:", "page:" with "button:", "copy:", or a call with "any_hour: true".',
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
        unsaid: dict[str, tuple[Spot, str]] = {}
        for spot in named_of(situation.routes, situation.key):
            if spot.part == "limits" and is_the_parents(context, spot.line.name):
                running = [{("limit", spot.line.name): HAS_LAST_DAY - {"past"}}]
                there = both(situation.cases.where(spot.line.when), running)
                box = situation.cases.find(situation.cases.without(there, dated))
                if box is not None:
                    unsaid.setdefault(spot.line.name, (spot, case_in_words(situation, box)))
        if unsaid:
            spot, case = next(iter(unsaid.values()))
            yield (
                spot.place.path,
                spot.place.line,
                f'neither "headline" nor "by" says a day where one runs of: {", ".join(unsaid)} (first: {case})',
                'Add to "by:" a step for each, the one that ends first above, such as '
                f'"… by {{{next(iter(unsaid))}}}" with "runs:" below "when:".',
            )


@rule
def day_is_still_to_come(context: Guide) -> Findings:
    """
    A line that says the last day of a time limit holds only while it runs, or says that it is past.
    """
    for situation in situations_shown(context):
        for shown in situation.all:
            line = shown.spot.line
            for what, name in line.days if isinstance(line, Line) else ():
                if what or name not in situation.routes.time_limits or name in values_of(line.when.get("past", [])):
                    continue
                box = situation.cases.find(both(shown.region, [{("limit", name): frozenset({"past"})}]))
                if box is not None:
                    yield (
                        shown.spot.place.path,
                        shown.spot.place.line,
                        f'"{{{name}}}" may be past here ({case_in_words(situation, box)})',
                        f'Add "runs: {name}" to "when:", or "past: {name}" if the line says so.',
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
    if spot.part in FIRST_PARTS:
        above = getattr(situation.routes.situations[situation.key], spot.part)[: spot.at[2]]
        if any(line.always_holds for line in above):
            return "Put it above the line that always holds."
    for key, wanted in spot.line.when.items():
        if key in situation.routes.details and key not in asked:
            return f'Ask "{key}" in "asks:", or delete the line.'
        if key == "known" and not any(situation.cases.find(situation.cases.offers(day)) for day in values_of(wanted)):
            return f'Ask a question whose answer asks for "{wanted}", or delete the line.'
    for _, name in getattr(spot.line, "days", []):
        if name in situation.routes.dates and not situation.cases.offers(name):
            return f'Ask a question whose answer asks for "{name}", or delete the line.'
    return "Compare it with the lines above it and with its own conditions; put it higher, or delete it."
