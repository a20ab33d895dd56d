"""
Rules on how the decision helper treats a tired parent: few questions, nothing in the way of what is urgent, a letter at
hand.
"""

from collections.abc import Iterator

from guide.data.routes import Routes
from guide.project import Guide
from guide.rules.rule import Findings, rule

# So many questions a tired parent bears, those that a result asks included.
MOST_QUESTIONS = 7


@rule
def path_is_short(context: Guide) -> Findings:
    """
    No path of the decision helper asks more than seven questions, those of its result included: nobody in distress
    answers more.
    """
    routes = context.data.routes
    if not routes:
        return
    long: dict[tuple[str, ...], int] = {}
    for way in paths(routes, next(iter(routes.questions)), ()):
        question, name = way[-1]
        result = routes.results.get(routes.questions[question].answers[name].result or "")
        asked = len(way) + len(result.asks if result else [])
        if asked > MOST_QUESTIONS:
            questions = tuple(key for key, _ in way)
            long[questions] = max(asked, long.get(questions, 0))
    for (*before, last), asked in long.items():
        yield (
            *context.place("questions", last),
            f'a path that ends with "{last}" asks {asked} questions, more than {MOST_QUESTIONS}',
            f"Leave one out. Before it come: {', '.join(before)}.",
        )


@rule
def urgent_answer_is_not_held_up(context: Guide) -> Findings:
    """
    An answer that shows a result at once, before the next question, shows what to do today; and the day that it asks
    for may be left open. Who must act today may not know the day.
    """
    routes = context.data.routes
    if not routes:
        return
    for key, question in routes.questions.items():
        for name, answer in question.answers.items():
            result, day = routes.results.get(answer.result or ""), routes.dates.get(answer.date or "")
            if not answer.next or not result:
                continue
            if not result.act_today:
                yield (
                    *context.place("questions", key, "answers", name),
                    f'the answer "{name}" shows "{answer.result}" at once, which is not for today',
                    f'Add "act_today: true" to "{answer.result}", or leave "result:" or "next:" out here.',
                )
            if day and not day.optional:
                yield (
                    *context.place("questions", key, "answers", name),
                    f'the day "{answer.date}" stands between a parent and "{answer.result}"',
                    f'Add "optional: true" to "{answer.date}".',
                )


@rule
def result_has_letter_and_limit(context: Guide) -> Findings:
    """
    A result that names a route for a dispute, and not a special one, gives a letter and the limits that run: a parent
    can act on it today, and knows until when.
    """
    routes = context.data.routes
    if not routes:
        return
    for key, result in routes.results.items():
        if any(name in routes.routes and not routes.routes[name].special for name in result.routes):
            for part, called in (("letters", "letter"), ("limits", "limit")):
                if not getattr(result, part):
                    yield (
                        *context.place("results", key, part),
                        f'the result "{key}" has no {called}',
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
