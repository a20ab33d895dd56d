"""
Families made up by chance, for the decision helper: what they answered on their way, the days they gave, and where
their time limits stand.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from guide.data import Data, read_data
from guide.data.cases import FIRST_TIME, NEWEST_TIME, Case, Result, State, answers_of, shown
from guide.data.lines import Line
from guide.data.routes import Routes

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
    states = {key: state_of(data, key, known) for key in routes.time_limits}
    limits = {key: state for key, state in states.items() if state}
    counted = {key for key, names in chosen.items() if routes.asked[key].counter and names != ["unsure"]}
    return Case(situation, answers_of(routes, chosen), limits, frozenset({*known, *counted}))


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


def by_chance(data: Data, situation: str, chance: Random) -> Case:
    """
    Return a case of a situation, made up by chance.
    """
    routes = routes_of(data)
    given: dict[str, str | list[str]] = dict(chance.choice(ways(routes, situation)))
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
    return case_of(data, situation, given, days)


def told(situation: str, days: dict[str, date] | None = None, **given: str | list[str]) -> Result:
    """
    Return what the guide says in a situation to who gave these answers; "_" in a name of Python stands for "-".
    """
    answers = {key.replace("_", "-"): names for key, names in given.items()}
    return shown(routes_of(DATA), case_of(DATA, situation, answers, days or {}))


def said(result: Result) -> list[Line]:
    """
    Return all lines of a result.
    """
    return [*(line for lines in result.lines.values() for line in lines), *result.others.values()]
