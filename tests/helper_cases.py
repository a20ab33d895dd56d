"""
Families made up by chance, for the decision helper: what they answered on their way, the days they gave, and where
their time limits stand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from guide.data import Data, read_data
from guide.data.cases import FIRST_TIME, NEWEST_TIME, Case, Result, State, answers_of, line_holds, shown
from guide.data.lines import Line, Step
from guide.data.routes import Note, Routes
from guide.grammar import fact_ids

ROOT = Path(__file__).resolve().parent.parent
DATA = read_data(ROOT / "docs/_data")
TODAY = date(2026, 11, 24)
CLOSE = 60


def routes_of(data: Data) -> Routes:
    """
    Return the helper's data, which must have no slip.
    """
    assert data.routes, "\n".join(map(str, data.problems))
    return data.routes


def ways(routes: Routes, situation: str) -> list[dict[str, str]]:
    """
    Return each way of answers that leads to a situation, and that of a link, on which nothing is answered.
    """

    def walk(key: str, way: dict[str, str]) -> Iterator[dict[str, str]]:
        for name, answer in routes.questions[key].answers.items():
            if answer.situation == situation:
                yield {**way, key: name}
            elif answer.next:
                yield from walk(answer.next, {**way, key: name})

    return [{}, *walk(next(iter(routes.questions)), {})]


def case_of(data: Data, situation: str, given: dict[str, str | list[str]], days: dict[str, date]) -> Case:
    """
    Return the case of who gave these answers and days; of the days only those count for which an answer asks.
    """
    routes = routes_of(data)
    chosen = {key: [names] if isinstance(names, str) else names for key, names in given.items()}
    asked = {day for key, names in chosen.items() for name in names for day in routes.asked[key].answers[name].dates}
    known = {day: when for day, when in days.items() if day in asked}
    limits: dict[str, State] = {}
    for key in routes.time_limits:
        if state := state_of(data, key, known):
            limits[key] = state
    counted = {key for key, names in chosen.items() if routes.asked[key].counter and names != ["unsure"]}
    ahead = frozenset(day for day, when in known.items() if when >= TODAY)
    return Case(situation, answers_of(routes, chosen), limits, frozenset({*known, *counted}), ahead)


def state_of(data: Data, limit: str, days: dict[str, date]) -> State | None:
    """
    Return where a time limit stands on `TODAY`; None where no day gives it a last one.
    """
    entry = routes_of(data).time_limits[limit]
    (rule,) = data.facts[limit].limits_from(entry.event)
    lengths = {"day": 1, "business-day": 1.4, "month": 30, "year": 365, "hour": 1 / 24}
    if rule.unit not in lengths:
        return None
    times = [day for day in (FIRST_TIME, NEWEST_TIME) if FIRST_TIME in entry.counted_from and day in days]
    starts = times or [day for day in entry.counted_from if day in days][:1]
    length = timedelta(days=rule.amount * lengths[rule.unit]) * (1 if rule.counts == "after" else -1)
    left = sorted((days[start] + length - TODAY).days for start in starts)
    if not left:
        return None
    counts = next((days for days in left if days >= 0), left[-1])
    return "past" if counts < 0 else "close" if counts <= CLOSE else "runs"


Given = dict[str, str | list[str]]


def by_chance(data: Data, situation: str, chance: Random) -> Case:
    """
    Return a case of a situation, made up by chance.
    """
    return case_of(
        data, situation, *given_by_chance(data, chance.choice(ways(routes_of(data), situation)), situation, chance)
    )


def given_by_chance(data: Data, way: dict[str, str], situation: str, chance: Random) -> tuple[Given, dict[str, date]]:
    """
    Return answers and days made up by chance, for who came to a situation on a way.
    """
    routes, given = routes_of(data), Given(way)
    for key in (*routes.situations[situation].first, *routes.situations[situation].asks):
        names = list(routes.asked[key].answers)
        if key not in given and chance.random() < 0.8:
            many = routes.asked[key].many
            given[key] = chance.sample(names, chance.randint(1, 2)) if many and len(names) > 1 else chance.choice(names)
    days = {
        day: TODAY + timedelta(days=chance.choice([-800, -500, -330, -200, -150, -40, -5, 3, 30]))
        for day in routes.dates
        if chance.random() < 0.6
    }
    return given, days


@dataclass(frozen=True)
class Told:
    """
    What the guide tells a family: all that it reads of its situation.
    """

    case: Case
    result: Result

    @property
    def lines(self) -> list[Line]:
        """
        All lines: of the situation, on other routes, and what speaks for and against those that fit.
        """
        routes = [routes_of(DATA).routes[key] for key in self.result.routes]
        reasons = [line for route in routes for line in (*route.plus, *route.minus, *route.does_not)]
        held = [line for line in reasons if line_holds(line, self.case)]
        return [*(line for lines in self.result.lines.values() for line in lines), *self.result.others.values(), *held]

    @property
    def notes(self) -> list[Note]:
        return [routes_of(DATA).notes[key] for key in self.result.notes]

    @property
    def texts(self) -> list[str]:
        """
        The words of lines and notes, each with the marks of its facts.
        """
        return [*(line.say for line in self.lines), *(note.text for note in self.notes)]

    @property
    def facts(self) -> set[str]:
        return {fact for text in self.texts for fact in fact_ids(text)}

    @property
    def to_copy(self) -> list[str]:
        """
        The words to copy of its steps.
        """
        return [line.copy_words for line in self.lines if isinstance(line, Step) and line.copy_words]

    @property
    def letters(self) -> set[str]:
        """
        The letters that it is given, those behind a button too.
        """
        return {
            *self.result.named["letters"],
            *(line.letter for line in self.lines if isinstance(line, Step) and line.letter),
        }

    @property
    def claims(self) -> dict[str, set[str]]:
        """
        By claim: what it is told of the law.
        """
        found: dict[str, set[str]] = {}
        for line in (*self.lines, *self.notes):
            for claim, value in line.claims.items():
                found.setdefault(claim, set()).add(value)
        return found

    @property
    def how(self) -> dict[str, str]:
        """
        By route that does not fit best: how it fits.
        """
        return {key: line.how for key, line in self.result.others.items()}


def told(situation: str, days: dict[str, date] | None = None, /, **given: str | list[str]) -> Told:
    """
    Return what the guide tells who gave these answers in a situation; "_" in a name of Python stands for "-".
    """
    answers = {key.replace("_", "-"): names for key, names in given.items()}
    return told_of(case_of(DATA, situation, answers, days or {}))


def told_of(case: Case) -> Told:
    """
    Return what the guide tells a family.
    """
    return Told(case, shown(routes_of(DATA), case))
