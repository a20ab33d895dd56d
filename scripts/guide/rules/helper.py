"""
Rules on how the decision helper treats a tired parent: few questions, and a letter at hand.
"""

from collections.abc import Iterator

from guide.data.routes import Routes
from guide.project import Guide
from guide.rules.rule import Findings, rule

# So many questions a tired parent bears before the first result.
MOST_QUESTIONS = 5


@rule
def path_is_short(context: Guide) -> Findings:
    """
    No path of the decision helper asks more than five questions before its result, those that its situation asks first
    included: nobody in distress answers more.
    """
    routes = context.data.routes
    if not routes:
        return
    long: dict[tuple[str, ...], int] = {}
    for way in paths(routes, next(iter(routes.questions)), ()):
        question, name = way[-1]
        questions = [key for key, _ in way]
        situation = routes.situations.get(routes.questions[question].answers[name].situation or "")
        asked = len(way) + len([key for key in situation.first if key not in questions] if situation else [])
        if asked > MOST_QUESTIONS:
            long[tuple(questions)] = max(asked, long.get(tuple(questions), 0))
    for (*before, last), asked in long.items():
        yield (
            *context.place("questions", last),
            f'a path that ends with "{last}" asks {asked} questions, more than {MOST_QUESTIONS}',
            f"Leave one out. Before it come: {', '.join(before)}.",
        )


@rule
def result_has_letter_and_limit(context: Guide) -> Findings:
    """
    A situation that names a route for a dispute, and not a special one, gives a letter and the limits that run: a
    parent can act on it today, and knows until when.
    """
    routes = context.data.routes
    if not routes:
        return
    for key, situation in routes.situations.items():
        if any(named.name in routes.routes and not routes.routes[named.name].special for named in situation.routes):
            for part, called in (("letters", "letter"), ("limits", "limit")):
                if not getattr(situation, part):
                    yield (
                        *context.place("situations", key, part),
                        f'the situation "{key}" has no {called}',
                        f'Name one under "{part}", or mark its route as "special: true".',
                    )


def paths(routes: Routes, key: str, way: tuple[tuple[str, str], ...]) -> Iterator[tuple[tuple[str, str], ...]]:
    """
    Yield each path from a question on: its (question, answer) pairs. What leads round in a ring, or to no question, is
    reported elsewhere.
    """
    for name, answer in routes.questions[key].answers.items():
        here = (*way, (key, name))
        if answer.next and answer.next in routes.questions and answer.next not in [question for question, _ in here]:
            yield from paths(routes, answer.next, here)
        elif not answer.next:
            yield here
