"""
What `routes.yml` holds, and what must fit together in it: each answer leads on, each path ends, each result is reached.
"""

from typing import Annotated, Iterator, Literal

from pydantic import Field as Value, model_validator

from guide.entries import Entry, Id, Text
from guide.problems import Problem, did_you_mean

PATH = "docs/_data/routes.yml"
Texts = Annotated[list[Text], Value(min_length=1)]
# What each part of the file is called in a message.
CALLED = {"questions": "question", "details": "detail", "dates": "date", "notes": "note", "time_limits": "time limit",
          "routes": "route", "results": "result", "letters": "letter", "facts": "fact", "checklists": "checklist", "plans": "plan"}


class Answer(Entry):
    """
    An answer in the parent's words, and where it leads.
    """

    say: Text
    next: Id | None = None
    result: Id | None = None
    date: Id | None = None
    note: Id | None = None


class Question(Entry):
    """
    A question, why we ask it, and its answers.
    """

    ask: Text
    why: Text
    many: bool = False
    answers: Annotated[dict[str, Answer], Value(min_length=1)]


class AskedDate(Entry):
    """
    A day that a parent may give.
    """

    label: Text
    hint: Text
    may_be: Literal["past", "any"]
    optional: bool = False
    say: Text | None = None


class Note(Entry):
    """
    What is said besides the result, because of an answer.
    """

    title: Text
    text: Text
    letters: list[Id]


class TimeLimit(Entry):
    """
    A time limit that may run; its key is that of its fact, and `event` tells which of the fact's limits it is.
    """

    name: Text
    event: Id
    counted_from: list[Id]
    say: Text


class NotNow(Entry):
    """
    How a route fits where a result does not name it, and why not now.
    """

    how: Literal["could", "later", "less"]
    why: Text


class ForMost(Entry):
    """
    A reason for a route, and the results that leave it out because it does not hold there.
    """

    say: Text
    not_in: Annotated[list[Id], Value(min_length=1)]


class Route(Entry):
    """
    A way to go on, with what speaks for and against it.
    """

    title: Text
    page: Text
    special: bool = False
    what: Text
    for_most: ForMost | None = None
    reasons_for: Texts
    reasons_against: Texts
    does_not: Text
    not_now: NotNow | None = None

    @model_validator(mode="after")
    def says_why_not_now(self):
        if not self.special and not self.not_now:
            raise ValueError('a route that is not special needs "not_now"', 'Add "not_now:" with "how:" and "why:".')
        return self


class Result(Entry):
    """
    What the answers lead to: the first step, the right route or two, and why not each other one.
    """

    title: Text
    when: Text
    act_today: bool = False
    first: Text
    routes: Annotated[list[Id], Value(min_length=1, max_length=2)]
    together: Text | None = None
    why: Texts
    could: dict[str, Text] = {}
    later: dict[str, Text] = {}
    less: dict[str, Text] = {}
    find_out: list[Text] = []
    letters: list[Id]
    checklist: Id | None = None
    plan: Id | None = None
    limits: list[Id]
    help: Annotated[list[Id], Value(min_length=1)]
    asks: list[Id]
    close: dict[str, Id] = {}
    past: dict[str, Id] = {}

    @model_validator(mode="after")
    def says_how_two_go_together(self):
        if len(self.routes) == 2 and not self.together:
            raise ValueError('two routes need "together"', "Add it: say how the two go together.")
        return self


class Routes(Entry):
    """
    The whole file. The head of `docs/_data/routes.yml` explains each key.
    """

    questions: Annotated[dict[str, Question], Value(min_length=1)]
    details: dict[str, Question]
    dates: dict[str, AskedDate]
    notes: dict[str, Note]
    time_limits: dict[str, TimeLimit]
    checklists: dict[str, Text]
    plans: dict[str, Text]
    routes: dict[str, Route]
    results: dict[str, Result]

    def others(self, result: Result) -> list[tuple[str, str, str]]:
        """
        Return each route that a result does not name as right: its key, how it fits (could, later, less), and why not now.
        """
        said = {key: (how, why) for how in ("could", "later", "less") for key, why in getattr(result, how).items()}
        said = {key: (route.not_now.how, route.not_now.why) for key, route in self.routes.items()
                if route.not_now} | said
        order = {"could": 0, "later": 1, "less": 2}
        listed = [(key, *said[key]) for key in self.routes if key in said and key not in result.routes]
        return sorted(listed, key=lambda row: order[row[1]])


# The model of each part, by the key that holds it: for the nearest right name of a key.
PARTS = {"questions": Question, "details": Question, "answers": Answer, "dates": AskedDate, "notes": Note,
         "time_limits": TimeLimit, "routes": Route, "for_most": ForMost, "not_now": NotNow, "results": Result}


def check_routes(routes: Routes, lines: dict, data) -> Iterator[Problem]:
    """
    Yield what does not fit together; `lines` has the line of each key of the file, `data` is the guide's other data.
    """
    def problem(at: tuple, what: str, mend: str, rule: str) -> Problem:
        while at and at not in lines:
            at = at[:-1]
        return Problem(PATH, lines.get(at, 1), what, mend, rule)

    uses = list(named(routes))
    broken = False
    for at, kind, name in uses:
        known = getattr(data, kind) if kind in ("letters", "facts") else getattr(routes, kind)
        if name not in known and not (kind in ("letters", "facts") and data.may_stand(kind, name)):
            broken = True
            yield problem(at, f'"{at[1]}" names the {CALLED[kind]} "{name}", which does not exist',
                          did_you_mean(name, known), "data-names-what-exists")
    yield from (problem(*told, "data-names-what-exists") for told in unclear_limits(routes, data.facts))
    yield from (problem(*told, "routes-lead-to-a-result") for told in dead_ends(routes))
    if not broken:
        yield from (problem(*told, "routes-lead-to-a-result") for told in loops(routes))
        yield from (problem(*told, "routes-are-reached") for told in unreached(routes, uses))


def named(routes: Routes) -> Iterator[tuple[tuple, str, str]]:
    """
    Yield each name that the file uses: where it stands, of which kind it is, and the name.
    """
    for part in ("questions", "details"):
        for key, question in getattr(routes, part).items():
            for name, answer in question.answers.items():
                for word, kind in (("next", "questions"), ("result", "results"), ("date", "dates"), ("note", "notes")):
                    if getattr(answer, word):
                        yield (part, key, "answers", name, word), kind, getattr(answer, word)
    for key, note in routes.notes.items():
        yield from ((("notes", key, "letters"), "letters", letter) for letter in note.letters)
    for key, limit in routes.time_limits.items():
        yield ("time_limits", key), "facts", key
        yield from ((("time_limits", key, "counted_from"), "dates", date) for date in limit.counted_from)
    for key, route in routes.routes.items():
        if route.for_most:
            yield from ((("routes", key, "for_most", "not_in"), "results", name) for name in route.for_most.not_in)
    for key, result in routes.results.items():
        for word, kind in (("routes", "routes"), ("letters", "letters"), ("limits", "time_limits"), ("help", "facts"), ("asks", "details"),
                           ("could", "routes"), ("later", "routes"), ("less", "routes"), ("close", "time_limits"), ("past", "time_limits")):
            yield from ((("results", key, word), kind, name) for name in getattr(result, word))
        for word in ("close", "past"):
            yield from ((("results", key, word), "results", name) for name in getattr(result, word).values())
        for word, kind in (("checklist", "checklists"), ("plan", "plans")):
            if getattr(result, word):
                yield ("results", key, word), kind, getattr(result, word)


def unclear_limits(routes: Routes, facts: dict) -> Iterator[tuple[tuple, str, str]]:
    """
    Yield each time limit whose fact does not have just one limit from its event: the last day would be a guess.
    """
    for key, limit in routes.time_limits.items():
        if key not in facts:
            continue
        found = facts[key].limits_from(limit.event)
        if not facts[key].all_limits:
            yield ("time_limits", key), f'the fact "{key}" has no limit', "Name a fact that has one."
        elif not found:
            yield (("time_limits", key, "event"), f'the fact "{key}" has no limit from the event "{limit.event}"',
                   did_you_mean(limit.event, sorted({one.event for one in facts[key].all_limits})))
        elif len(found) > 1:
            yield (("time_limits", key, "event"), f'the fact "{key}" has {len(found)} limits from the event "{limit.event}"',
                   "Give each of them a fact of its own, and name the one you mean.")


def dead_ends(routes: Routes) -> Iterator[tuple[tuple, str, str]]:
    """
    Yield answers that lead nowhere, or lead on where they must not, and results that wait for a day nobody asks for.
    """
    for key, question in routes.questions.items():
        if question.many:
            yield ("questions", key, "many"), f'the question "{key}" lets one choose several', 'Take "many:" away: each answer leads elsewhere.'
        for name, answer in question.answers.items():
            if not answer.next and not answer.result:
                yield (("questions", key, "answers", name), f'the answer "{name}" of "{key}" leads nowhere',
                       'Add "next:" with a question, or "result:" with a result.')
    for key, detail in routes.details.items():
        for name, answer in detail.answers.items():
            if answer.next or answer.result:
                yield (("details", key, "answers", name), f'the answer "{name}" of the detail "{key}" leads on',
                       'Take "next:" and "result:" away: a detail only adds a day or a note.')
    for key, result in routes.results.items():
        twice = [name for name in [*result.could, *result.later, *result.less] if name in result.routes]
        twice += [name for name in [*result.later, *result.less] if name in result.could] + [name for name in result.less if name in result.later]
        for name in twice:
            yield ("results", key), f'"{key}" speaks of the route "{name}" twice', "Keep the better place."
        asked = {answer.date for detail in result.asks if detail in routes.details
                 for answer in routes.details[detail].answers.values()}
        for word in ("close", "past"):
            for limit in getattr(result, word):
                if limit in routes.time_limits and not asked & set(routes.time_limits[limit].counted_from):
                    yield (("results", key, word, limit), f'"{key}" waits for the limit "{limit}", but asks for no day it counts from',
                           'Name in "asks:" the detail that asks for the day, or take this line away.')


def loops(routes: Routes) -> Iterator[tuple[tuple, str, str]]:
    """
    Yield each way that comes back to where it began: question to question, or result to result.
    """
    ways = {("questions", key): [("questions", answer.next) for answer in question.answers.values() if answer.next]
            for key, question in routes.questions.items()}
    ways |= {("results", key): [("results", name) for name in [*result.close.values(), *result.past.values()]]
             for key, result in routes.results.items()}
    done: set[tuple] = set()

    def walk(place: tuple, trail: tuple) -> Iterator[tuple]:
        if place in trail:
            yield trail[trail.index(place):]
        elif place not in done:
            for target in ways[place]:
                yield from walk(target, (*trail, place))
            done.add(place)

    for place in ways:
        for ring in walk(place, ()):
            names = ", ".join(f'"{key}"' for _, key in ring)
            yield ring[0], f"these lead round in a ring: {names}", "Let one of them lead elsewhere."


def unreached(routes: Routes, uses: list[tuple[tuple, str, str]]) -> Iterator[tuple[tuple, str, str]]:
    """
    Yield what no path reaches: questions and results from the first question on, and all else that these do not use.
    """
    seen: set[tuple] = set()
    waiting = [("questions", next(iter(routes.questions)))]
    while waiting:
        place = waiting.pop()
        if place not in seen:
            seen.add(place)
            # A route names results only to leave a reason out of them, which leads nobody there.
            waiting += [(kind, name) for at, kind, name in uses
                        if at[:2] == place and place[0] != "routes" and kind not in ("letters", "facts")]
    for kind in ("questions", "details", "dates", "notes", "time_limits", "checklists", "plans", "routes", "results"):
        for key in getattr(routes, kind):
            if (kind, key) not in seen:
                yield (kind, key), f'no path reaches the {CALLED[kind]} "{key}"', "Let one lead to it, or delete it."
