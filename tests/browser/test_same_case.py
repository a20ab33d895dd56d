"""
The helper's script and the rules see the same: families made up by chance are shown the same lines in the browser as
`guide.data.cases` says. So what the rules have looked at is what a parent reads.
"""

from collections.abc import Mapping
from datetime import date
from random import Random

import pytest

from guide.data.cases import LINE_PARTS, Case, shown
from guide.data.lines import Line
from helper_cases import DATA, TODAY, Given, case_of, given_by_chance, routes_of, ways

FAMILIES = 25
ROUTES = routes_of(DATA)
# Each line is numbered before, since its words are filled in.
OUTCOMES = """async ([key, families, today, parts]) => {
  await document.querySelector("guide-route-helper").ready()
  await guide.routes.loadSituation(key)
  const situation = guide.routeData.situations[key]
  const number = lines => lines.map((line, index) => Object.assign({ index }, typeof line === "string" ? { say: line } : line))
  for (const part of parts) situation[part] = number(situation[part] || [])
  return families.map(answers => {
    const told = guide.routes.outcome(guide.routeData, answers, today)
    return {
      lines: Object.fromEntries(parts.map(part => [part, [told[part] || []].flat().map(line => line.index)])),
      routes: told.routes.map(route => route.key),
      others: Object.fromEntries(told.others.map(other => [other.key, other.how])),
      limits: Object.fromEntries(told.limits.map(limit => [limit.key, limit.state])),
      notes: told.notes.map(note => note.key),
    }
  })
}"""


def family(situation: str, chance: Random) -> tuple[Given, dict[str, date]]:
    """
    Return answers and days by chance, for who came by the questions and answered all that come before the result.
    """
    given, days = given_by_chance(DATA, chance.choice(ways(ROUTES, situation)[1:]), situation, chance)
    for key in ROUTES.situations[situation].first:
        given.setdefault(key, next(iter(ROUTES.asked[key].answers)))
    return given, days


def as_kept(given: Given, days: Mapping[str, date]) -> dict[str, dict]:
    """
    Return answers as the page keeps them, each with the days that it asks for.
    """
    kept = {}
    for key, names in given.items():
        question = ROUTES.asked[key]
        chosen = [names] if isinstance(names, str) else names
        asked = {day for name in chosen for day in question.answers[name].dates} & days.keys()
        kept[key] = {"choices": chosen} if question.many else {"choice": chosen[0]}
        kept[key]["dates"] = {day: days[day].isoformat() for day in asked}
        if question.counter and chosen != ["unsure"]:
            kept[key]["counted"] = 12
    return kept


def told_by_rules(case: Case) -> dict:
    """
    Return what the rules say that a family is shown, in the form of `OUTCOMES`.
    """
    result, situation = shown(ROUTES, case), ROUTES.situations[case.situation]

    def numbers(part: str) -> list[int]:
        lines: list[Line] = getattr(situation, part)
        return [index for index, line in enumerate(lines) if any(line is one for one in result.lines[part])]

    limits = dict.fromkeys(
        [*result.named["limits"], *(limit for key in result.notes for limit in ROUTES.notes[key].limits)]
    )
    return {
        "lines": {part: numbers(part) for part in LINE_PARTS},
        "routes": result.routes,
        "others": {key: line.how for key, line in result.others.items()},
        "limits": {limit: case.limits.get(limit, "open") for limit in limits},
        "notes": result.notes,
    }


@pytest.fixture(scope="module")
def helper(browser, address):
    page = browser.new_page()
    page.goto(address + "which-route.html")
    yield page
    page.close()


@pytest.mark.parametrize("key", ROUTES.situations)
def test_the_browser_shows_what_the_rules_have_looked_at(helper, key):
    """
    The same lines of each part, routes, other routes, time limits with their state, and notes.
    """
    chance = Random(key)
    families = [family(key, chance) for _ in range(FAMILIES)]

    told = helper.evaluate(OUTCOMES, [key, [as_kept(*one) for one in families], TODAY.isoformat(), list(LINE_PARTS)])

    for (given, days), found in zip(families, told, strict=True):
        assert told_by_rules(case_of(DATA, key, given, days)) == found, (given, days)
