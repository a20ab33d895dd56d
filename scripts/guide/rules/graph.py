"""
The rules on the decision helper's paths: each answer leads on, each path ends, each situation is reached.
"""

from collections.abc import Iterator

from guide.data.cases import values_of
from guide.data.entry import Place
from guide.data.routes import Routes
from guide.project import Guide
from guide.rules.route_lines import conditions
from guide.rules.route_names import Use, route_uses
from guide.rules.rule import Findings, rule


@rule
def routes_lead_to_a_result(context: Guide) -> Findings:
    """
    In the decision helper each answer leads on, no path comes back to where it began, and each time limit that a
    situation names has a day that a parent may give. Otherwise a parent would end with nothing.
    """
    routes = context.data.routes
    if routes:
        found = [*dead_ends(routes), *repeated_names(routes)]
        # A name that does not exist is reported already.
        if not any(use.is_missing for use in route_uses(context.data)):
            found += [*loops(routes), *days_nobody_asks(routes)]
        for place, what, fix in found:
            yield place.path, place.line, what, fix


@rule
def routes_are_reached(context: Guide) -> Findings:
    """
    Each question, situation, route, day, limit and claim is one that some answer or line leads to. Otherwise no parent
    would ever see it.
    """
    routes = context.data.routes
    uses = list(route_uses(context.data))
    if routes and not any(use.is_missing for use in uses):
        reached = reached_from_start(routes, uses)
        for part in routes.parts:
            for key in part:
                if (part.called, key) not in reached:
                    place = part.place(key)
                    yield (
                        place.path,
                        place.line,
                        f'no path reaches the {part.called} "{key}"',
                        "Let one lead to it, or delete it.",
                    )


@rule
def answer_can_be_named(context: Guide) -> Findings:
    """
    An answer that a line names has `given`, the words behind "If" on a page without scripts; no other answer has it.
    """
    routes = context.data.routes
    if not routes:
        return
    named = {
        (key, name) for _, _, when in conditions(routes) for key, wanted in when.items() for name in values_of(wanted)
    }
    for part in (routes.questions, routes.details):
        for key, question in part.items():
            for name, answer in question.answers.items():
                place = part.place(key, "answers", name)
                if (key, name) in named and not answer.given:
                    yield (
                        place.path,
                        place.line,
                        f'a line names the answer "{name}" of "{key}", which has no "given"',
                        'Add "given:", the answer as the rest of a sentence that begins with "If".',
                    )
                elif answer.given and (key, name) not in named:
                    yield (
                        place.path,
                        place.line,
                        f'no line names the answer "{name}" of "{key}"',
                        'Delete its "given:", or the answer.',
                    )


def dead_ends(routes: Routes) -> Iterator[tuple[Place, str, str]]:
    """
    Yield answers that lead nowhere or two ways, and questions of the tree with several answers.
    """
    for key, question in routes.questions.items():
        if question.many:
            yield (
                routes.questions.place(key, "many"),
                f'the question "{key}" lets one choose several',
                'Delete "many:"; each answer leads elsewhere.',
            )
        for name, answer in question.answers.items():
            place = routes.questions.place(key, "answers", name)
            if not answer.next and not answer.situation:
                yield (
                    place,
                    f'the answer "{name}" of "{key}" leads nowhere',
                    'Add "next:" with a question, or "situation:" with a situation.',
                )
            elif answer.next and answer.situation:
                yield place, f'the answer "{name}" of "{key}" leads two ways', 'Keep "next:" or "situation:".'
    for key, detail in routes.details.items():
        for name, answer in detail.answers.items():
            if answer.next or answer.situation:
                yield (
                    routes.details.place(key, "answers", name),
                    f'the answer "{name}" of the detail "{key}" leads on',
                    'Delete "next:" and "situation:"; a detail only says more of the case.',
                )


def repeated_names(routes: Routes) -> Iterator[tuple[Place, str, str]]:
    """
    Yield each question that a situation asks twice.
    """
    for key, situation in routes.situations.items():
        names = [*situation.first, *situation.asks]
        for name in dict.fromkeys(name for place, name in enumerate(names) if name in names[:place]):
            yield routes.situations.place(key, "asks"), f'"{key}" asks "{name}" twice', "Keep the better place."


def days_nobody_asks(routes: Routes) -> Iterator[tuple[Place, str, str]]:
    """
    Yield each time limit that a situation names without asking for a day that it counts from.
    """
    for key, situation in routes.situations.items():
        ways = {
            name
            for name, question in routes.questions.items()
            if any(answer.situation == key for answer in question.answers.values())
        }
        asked = {
            day
            for name in {*ways, *situation.first, *situation.asks}
            for answer in routes.asked[name].answers.values()
            for day in answer.dates
        }
        for index, limit in enumerate(situation.limits):
            days = routes.time_limits[limit.name].counted_from
            if days and not asked & set(days):
                yield (
                    routes.situations.place(key, "limits", index),
                    f'"{key}" names the limit "{limit.name}", but asks for no day it counts from',
                    f'Ask in "asks:" a question with an answer that asks for {" or ".join(days[:2])}.',
                )


def loops(routes: Routes) -> Iterator[tuple[Place, str, str]]:
    """
    Yield each way from question to question that comes back to where it began.
    """
    ways = {
        key: [answer.next for answer in question.answers.values() if answer.next]
        for key, question in routes.questions.items()
    }
    for ring in rings(ways):
        names = ", ".join(f'"{key}"' for key in ring)
        yield routes.questions.place(ring[0]), f"these lead round in a ring: {names}", "Let one of them lead elsewhere."


def rings(ways: dict[str, list[str]]) -> Iterator[tuple[str, ...]]:
    """
    Yield each ring of `ways`, which has the keys that each key leads to.
    """
    done: set[str] = set()

    def walk(key: str, trail: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if key in trail:
            yield trail[trail.index(key) :]
        elif key not in done:
            for target in ways[key]:
                yield from walk(target, (*trail, key))
            done.add(key)

    for key in ways:
        yield from walk(key, ())


def reached_from_start(routes: Routes, uses: list[Use]) -> set[tuple[str, str]]:
    """
    Return what the paths reach from the first question on, as (what it is called, key). The routes that every
    situation speaks of, and the notes, are reached from each.
    """
    leads: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for use in uses:
        # A condition leads nobody to what it names.
        if not {"when", "always"} & set(use.at[1:]):
            leads.setdefault((use.source.called, use.at[0]), []).append((use.target.called, use.name))
    reached: set[tuple[str, str]] = set()
    waiting = [(routes.questions.called, next(iter(routes.questions)))]
    waiting += [(routes.routes.called, key) for key, route in routes.routes.items() if not route.special]
    waiting += [(routes.notes.called, key) for key in routes.notes]
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            # A question that a situation asks may be one of either file.
            waiting += leads.get(one, []) + ([("detail", one[1])] if one[0] == "question" else [])
    return reached
