"""
What the decision helper says to whom: lines hold or not by answers and days, and the rules on combinations see the
same that families by chance are shown.
"""

from datetime import timedelta
from itertools import product
from random import Random

import pytest

from guide.data import Data, read_data
from guide.data.cases import FIRST_PARTS, Case, State, answers_of, holds, shown
from guide.rules.regions import Cases, Region, both
from guide.rules.shown_lines import SituationShown
from helper_cases import DATA, ROOT, TODAY, by_chance, case_of, routes_of, told_of, ways

SITUATIONS = list(DATA.routes.situations) if DATA.routes else []


@pytest.mark.parametrize(
    "when, expected",
    [
        ({}, True),
        ({"plan": "there"}, True),
        ({"plan": ["none", "unsure"]}, False),
        ({"starts": "unsure"}, True),
        ({"plan": "there", "starts": "known"}, False),
        ({"soon": "change"}, False),
        ({"situation": ["talk", "act"]}, True),
        ({"past": "thirty-day-limit"}, False),
        ({"close": "thirty-day-limit"}, True),
        ({"runs": "thirty-day-limit"}, True),
        ({"known": ["change-starts", "it-happened"]}, True),
        ({"unknown": "it-happened"}, False),
        ({"unknown": ["change-starts", "it-happened"]}, True),
    ],
)
def test_a_condition_holds_by_answers_limits_and_days(when, expected):
    """
    All keys must hold, of each any value; who did not answer is not sure, where one can say so.
    """
    data = read_data(ROOT / "tests/pages/_data")
    answers = answers_of(routes_of(data), {"plan": ["there"]})

    assert expected == holds(when, Case("act", answers, {"thirty-day-limit": "close"}, frozenset({"it-happened"})))


@pytest.mark.parametrize(
    "state, headline",
    [
        (None, "Write it down."),
        ("past", "Write it down."),
        ("close", "Complain by {thirty-day-limit}."),
        ("runs", "Complain by {thirty-day-limit}."),
    ],
)
def test_the_first_line_that_holds_is_shown(state, headline):
    """
    One headline, and the one without a day where none is known or it is past.
    """
    routes = routes_of(read_data(ROOT / "tests/pages/_data"))

    limits: dict[str, State] = {"thirty-day-limit": state} if state else {}
    result = shown(routes, Case("complain", answers_of(routes, {}), limits))

    assert [headline] == [line.say for line in result.lines["headline"]]


def test_of_other_routes_one_line_is_shown_and_none_of_those_that_fit():
    """
    What the situation says of a route comes before what is said otherwise.
    """
    routes = routes_of(read_data(ROOT / "tests/pages/_data"))

    talk, complain, act = (shown(routes, Case(key, answers_of(routes, {}))) for key in ("talk", "complain", "act"))

    assert {"complaint": "No rule was broken."} == {key: line.say for key, line in talk.others.items()}
    assert {"talk": "You may talk beside it."} == {key: line.say for key, line in complain.others.items()}
    assert ({}, ["complaint", "talk"]) == (act.others, act.routes)


def has(region: Region, point: dict) -> bool:
    """
    Return whether a case is in a region.
    """
    return any(all(point[variable] in values for variable, values in box.items()) for box in region)


def point_of(cases: Cases, case: Case) -> dict:
    """
    Return a case as the values of the variables of regions.
    """
    point: dict = {}
    for key, question in cases.questions.items():
        if question.many:
            point |= {("question", key, name): name in case.answers[key] for name in question.answers}
        else:
            point["question", key] = next(iter(case.answers[key]), None)
    point |= {("limit", key): case.limits.get(key, "open") for key in cases.routes.time_limits}
    days = (*cases.routes.dates, *cases.questions)
    return point | {
        ("day", key): None if key not in case.known else "ahead" if key in case.ahead else "past" for key in days
    }


def assert_same(situation: SituationShown, case: Case) -> None:
    """
    Hold what a case is shown against the regions of its lines, and each two lines that it is shown against what is
    judged possible.
    """
    result, point = shown(situation.routes, case), point_of(situation.cases, case)
    lines = [(shown_line, has(shown_line.region, point)) for shown_line in situation.lines]
    for part, shown_lines in result.lines.items():
        assert shown_lines == [one.spot.line for one, is_in in lines if one.spot.part == part and is_in], part
    others = {
        key: [one.spot.line for one in found if has(one.region, point)] for key, found in situation.others.items()
    }
    assert {key: [line] for key, line in result.others.items()} == {
        key: found for key, found in others.items() if found
    }
    assert set(result.routes) == {key for key, region in situation.routes_shown.items() if has(region, point)}
    assert result.notes == [one.spot.at[0] for one in situation.notes if has(one.region, point)]
    together = [one for one in situation.all if one.spot.line.claims and has(one.region, point)]
    for number, first in enumerate(together):
        for second in together[:number]:
            assert situation.cases.find(both(first.region, second.region)) is not None


@pytest.mark.parametrize("families", [20, pytest.param(1500, marks=pytest.mark.exhaustive)], ids=["some", "many"])
@pytest.mark.parametrize("key", SITUATIONS)
def test_the_rules_see_what_families_are_shown(key, families):
    """
    For families made up by chance, each line is shown just where the rules on combinations say it is.
    """
    routes, chance = routes_of(DATA), Random(f"{key} {families}")
    situation = SituationShown(DATA, routes, key)

    for _ in range(families):
        assert_same(situation, by_chance(DATA, key, chance))


def combinations_of(situation: SituationShown, data: Data) -> list[Case]:
    """
    Return the cases of all combinations of the answers that lines with claims name, with no day known, and with days a
    month, a year and three years old.
    """
    routes, key = situation.routes, situation.key
    parts = {one.spot.part for one in situation.all if one.spot.line.claims and one.spot.part in FIRST_PARTS}
    named = {
        question
        for one in situation.all
        if one.spot.line.claims or one.spot.part in parts
        for question in one.spot.line.when
        if question in routes.asked
    }
    asked = [name for name in (*routes.situations[key].first, *routes.situations[key].asks) if name in named]
    choices = [[[name] for name in routes.asked[question].answers] for question in asked]
    starts = {tuple((name, answer) for name, answer in way.items() if name in named) for way in ways(routes, key)}
    found = []
    for start, *answers in product(starts, *choices):
        given = {**dict(zip(asked, answers, strict=True)), **{name: [answer] for name, answer in start}}
        for age in (None, 30, 400, 1100):
            days = {} if age is None else dict.fromkeys(routes.dates, TODAY - timedelta(days=age))
            found.append(case_of(data, key, given, days))
    return found


@pytest.mark.exhaustive
@pytest.mark.parametrize("key", SITUATIONS)
def test_in_no_combination_two_lines_contradict_each_other(key):
    """
    Whatever a family answers, what its result claims of the law has one value each.
    """
    situation = SituationShown(DATA, routes_of(DATA), key)

    for case in combinations_of(situation, DATA):
        claims = told_of(case).claims
        assert {} == {claim: values for claim, values in claims.items() if len(values) > 1}, case.answers
