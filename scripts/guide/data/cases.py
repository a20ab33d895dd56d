"""
A family's case, and what a situation says of it: the lines that hold, part by part. The helper's script does the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from guide.data.lines import Line, OtherRoute, When
from guide.data.routes import Routes

# Of these parts the first line that holds is shown, of the others all that hold.
FIRST_PARTS = ("headline", "today", "closed", "this_week", "by")
LINE_PARTS = (*FIRST_PARTS, "because", "warn", "find_out")
NAMED_PARTS = ("limits", "letters", "help")
# Of a route, all lines that hold of the first three, and of the last the first that holds.
ROUTE_PARTS = ("plus", "minus", "does_not", "otherwise")
# So many routes are shown with what speaks for and against them.
MOST_ROUTES = 2
UNSURE = "unsure"
# The two days that belong together: what happens more than once has a time limit of its own each time.
FIRST_TIME, NEWEST_TIME = "it-happened", "newest"
State = Literal["past", "close", "runs"]


@dataclass(frozen=True)
class Case:
    """
    What is known of a family: the situation; by question, the answers that hold; by time limit, whether its last day is
    past, close, or farther off ("runs"), where a day gives it one; and the names of the days that are known, of those
    that are today or still to come, and, among the known, of the questions for which something was counted.
    """

    situation: str
    answers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    limits: Mapping[str, State] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Result:
    """
    What is shown: lines and names by part, the routes that fit, what is said of the others, and notes by their keys.
    """

    lines: dict[str, list[Line]]
    named: dict[str, list[str]]
    routes: list[str]
    others: dict[str, OtherRoute]
    notes: list[str]


def answers_of(routes: Routes, given: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """
    Return the answers that hold, by question: those given, and "unsure" where nobody answered and there is one.
    """
    found = {key: frozenset(names) for key, names in given.items()}
    for key, question in routes.asked.items():
        if not found.get(key):
            found[key] = frozenset({UNSURE} & question.answers.keys())
    return found


def holds(when: When, case: Case) -> bool:
    """
    Return whether a condition holds: all of its keys do, each by one of its values.
    """
    return all(_one_holds(key, values_of(wanted), case) for key, wanted in when.items())


def values_of(wanted: str | list[str]) -> list[str]:
    """
    Return the values that a condition has for a key, of which it may have one alone.
    """
    return [wanted] if isinstance(wanted, str) else wanted


def _one_holds(key: str, wanted: Sequence[str], case: Case) -> bool:
    match key:
        case "situation":
            return case.situation in wanted
        case "known":
            return any(day in case.known for day in wanted)
        case "unknown":
            return any(day not in case.known for day in wanted)
        case "past" | "close":
            return any(case.limits.get(limit) == key for limit in wanted)
        case "runs":
            return any(case.limits.get(limit) in ("runs", "close") for limit in wanted)
    return bool(case.answers.get(key, frozenset()) & set(wanted))


def line_holds(line: Line, case: Case) -> bool:
    """
    Return whether a line holds: its condition does, and each day that it says is known.
    """
    return holds(line.when, case) and all(_is_known(what, name, case) for what, name in line.days)


def _is_known(what: str, name: str, case: Case) -> bool:
    if name not in case.known:
        # Nothing is left of a time limit that is past.
        state = case.limits.get(name)
        return state in ("runs", "close") if what == "left" else state is not None
    return what not in ("left", "since") or (name in case.ahead) == (what == "left")


def shown(routes: Routes, case: Case) -> Result:
    """
    Return what the situation of a case says.
    """
    situation = routes.situations[case.situation]
    lines = {}
    for part in LINE_PARTS:
        held = [line for line in getattr(situation, part) if line_holds(line, case)]
        lines[part] = held[:1] if part in FIRST_PARTS else held
    named = {part: [one.name for one in getattr(situation, part) if holds(one.when, case)] for part in NAMED_PARTS}
    fitting = [one.name for one in situation.routes if holds(one.when, case)][:MOST_ROUTES]
    others = {}
    for key, route in routes.routes.items():
        said = [*situation.others.get(key, ()), *(() if route.special else route.otherwise)]
        held = next((line for line in said if line_holds(line, case)), None)
        if key not in fitting and held:
            others[key] = held
    notes = [key for key, note in routes.notes.items() if holds(note.when, case)]
    return Result(lines, named, fitting, others, notes)
