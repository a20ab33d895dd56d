"""
The rules on the decision helper's paths: each answer leads on, each path ends, each result is reached.
"""

from collections.abc import Iterator

from guide.data.entry import Place
from guide.data.routes import Routes
from guide.project import Guide
from guide.rules.route_names import Use, route_uses
from guide.rules.rule import Findings, rule


@rule
def routes_lead_to_a_result(context: Guide) -> Findings:
    """
    In the decision helper each answer leads on, no path comes back to where it began, and no result waits for a day
    that nobody asks for. Otherwise a parent would end with nothing.
    """
    routes = context.data.routes
    if routes:
        found = [*dead_ends(routes), *repeated_routes(routes), *days_nobody_asks(routes)]
        # A name that does not exist is reported already.
        found += [] if any(use.is_missing for use in route_uses(context.data)) else loops(routes)
        for place, what, fix in found:
            yield place.path, place.line, what, fix


@rule
def routes_are_reached(context: Guide) -> Findings:
    """
    Each question, result, route, note and limit is one that some answer leads to. Otherwise no parent would ever see
    it.
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


def dead_ends(routes: Routes) -> Iterator[tuple[Place, str, str]]:
    """
    Yield answers that lead nowhere, or lead on where they must not.
    """
    for key, question in routes.questions.items():
        if question.many:
            yield (
                routes.questions.place(key, "many"),
                f'the question "{key}" lets one choose several',
                'Delete "many:"; each answer leads elsewhere.',
            )
        for name, answer in question.answers.items():
            if not answer.next and not answer.result:
                yield (
                    routes.questions.place(key, "answers", name),
                    f'the answer "{name}" of "{key}" leads nowhere',
                    'Add "next:" with a question, or "result:" with a result.',
                )
    for key, detail in routes.details.items():
        for name, answer in detail.answers.items():
            if answer.next or answer.result:
                yield (
                    routes.details.place(key, "answers", name),
                    f'the answer "{name}" of the detail "{key}" leads on',
                    'Delete "next:" and "result:"; a detail only adds a day or a note.',
                )


def repeated_routes(routes: Routes) -> Iterator[tuple[Place, str, str]]:
    """
    Yield each route that a result speaks of twice.
    """
    for key, result in routes.results.items():
        names = [*result.routes, *(name for fit in result.fits.values() for name in fit)]
        for name in dict.fromkeys(name for place, name in enumerate(names) if name in names[:place]):
            yield routes.results.place(key), f'"{key}" speaks of the route "{name}" twice', "Keep the better place."


def days_nobody_asks(routes: Routes) -> Iterator[tuple[Place, str, str]]:
    """
    Yield each result that waits for a limit of which it cannot know the day.
    """
    for key, result in routes.results.items():
        asked = {
            answer.date
            for detail in result.asks
            if detail in routes.details
            for answer in routes.details[detail].answers.values()
        }
        for word, limits in (("close", result.close), ("past", result.past)):
            for limit in limits:
                if limit in routes.time_limits and not asked & set(routes.time_limits[limit].counted_from):
                    yield (
                        routes.results.place(key, word, limit),
                        f'"{key}" waits for the limit "{limit}", but asks for no day it counts from',
                        'Name in "asks:" the detail that asks for the day, or delete this line.',
                    )


def loops(routes: Routes) -> Iterator[tuple[Place, str, str]]:
    """
    Yield each way that comes back to where it began: question to question, or result to result.
    """
    for part, ways in (
        (
            routes.questions,
            {
                key: [answer.next for answer in question.answers.values() if answer.next]
                for key, question in routes.questions.items()
            },
        ),
        (
            routes.results,
            {key: [*result.close.values(), *result.past.values()] for key, result in routes.results.items()},
        ),
    ):
        for ring in rings(ways):
            names = ", ".join(f'"{key}"' for key in ring)
            yield part.place(ring[0]), f"these lead round in a ring: {names}", "Let one of them lead elsewhere."


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
    Return what the paths reach from the first question on, as (what it is called, key).
    """
    reached: set[tuple[str, str]] = set()
    waiting = [(routes.questions.called, next(iter(routes.questions)))]
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            # A route names results only to leave a reason out of them, which leads nobody there.
            waiting += [
                (use.target.called, use.name)
                for use in uses
                if (use.source.called, use.at[0]) == one and use.source is not routes.routes
            ]
    return reached
