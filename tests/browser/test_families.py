"""
A hundred and ten families, as the helper's own scripts answer them: each is told what a good advocate would tell it, and nothing
false. The table: tests/families/; what is looked for: family_table.py.
"""

from collections import Counter

import pytest

from family_table import KINDS, Shown, false_statements, families, items, told_to_the_helper

FAMILIES = families()
# Of each kind, this share is right.
ENOUGH = 0.95
NOON = "T12:00:00"
# Answers as a parent gives them, one question after the other; whatever is asked and not in `chosen` is not sure.
ANSWER = """async ({ today, chosen, given, removed, minutes }) => {
  const helper = document.querySelector("guide-route-helper")
  await helper.ready()
  const { walk, outcome, questionOf, answerFor, sumRemovals, minutesOwed, loadSituation, drawResult, fillResult } = guide.routes
  const { data } = helper
  const answers = helper.answers = {}, troubles = []

  const answer = (key, names) => {
    const question = questionOf(data, key), choices = [names].flat()
    for (const name of choices) if (!question.answers[name]) return troubles.push(`${key} has no answer ${name}`)
    const days = choices.flatMap(name => question.answers[name].dates || []).filter(day => given[day])
    answers[key] = question.many ? { choices } : { choice: choices[0] }
    answers[key].dates = Object.fromEntries(days.map(day => [day, given[day]]))
  }
  const count = key => {
    const { answers: all, counter } = questionOf(data, key)
    if (counter === "removals" && removed.length) {
      const counted = sumRemovals(removed.map(([first, last = ""]) => ({ first, last, off: 0 })))
      answer(key, answerFor(all, counted))
      answers[key].counted = counted
    }
    if (counter === "minutes" && minutes) answers[key].counted = minutesOwed(minutes)
  }
  const next = async () => {
    const { situation } = walk(data, answers)
    if (situation) await loadSituation(situation)
    return walk(data, answers).open
  }
  for (let open = await next(); open && !troubles.length; open = await next()) {
    answer(open, chosen[open] ?? "unsure")
    count(open)
  }
  if (troubles.length) return { troubles }
  const { asked, situation } = walk(data, answers)
  const { asks } = outcome(data, answers, today)
  for (const key of asks) {
    if (chosen[key] !== undefined) answer(key, chosen[key])
    count(key)
  }
  for (const key of Object.keys(chosen)) if (![...asked, ...asks].includes(key)) troubles.push(`${key} is not asked in ${situation}`)
  const offered = Object.values(answers).flatMap(({ dates = {} }) => Object.keys(dates))
  for (const day of Object.keys(given)) if (!offered.includes(day)) troubles.push(`no answer asks for the day ${day}`)

  const told = outcome(data, answers, today), root = drawResult(helper, told)
  fillResult(helper, told, root)
  helper.view.replaceChildren(root)
  for (const row of root.querySelectorAll("details")) row.open = true
  // What the parent said, and what else is asked, is no advice; marks of sources are no words.
  for (const other of root.querySelectorAll(".guide-route__given, [data-part=asks], sup")) other.remove()
  const links = new Set([...root.querySelectorAll("a")].map(({ href }) => href.split("#")[0]))
  return {
    troubles,
    text: root.innerText,
    first: root.querySelector(".guide-route__now").innerText,
    letters: Object.keys(data.letters).filter(key => links.has(new URL(data.letters[key][1], location.href).href)),
    all_letters: Object.keys(data.letters),
    routes: told.routes.map(({ key }) => key),
    others: Object.fromEntries(told.others.map(({ key, how }) => [key, how])),
  }
}"""


@pytest.fixture(scope="module")
def answered(browser, address) -> dict[str, dict]:
    """
    What the helper shows each family on its day, by name.
    """
    page = browser.new_page()
    page.clock.set_fixed_time("2026-11-24" + NOON)
    page.goto(address + "which-route.html")
    found = {}
    for name, family in FAMILIES.items():
        told = told_to_the_helper(family)
        page.clock.set_fixed_time(told["today"] + NOON)
        found[name] = page.evaluate(ANSWER, told)
    page.close()
    return found


@pytest.fixture(scope="module")
def shown(answered) -> dict[str, Shown]:
    """
    The results, by name.
    """
    return {
        name: Shown(
            told["text"],
            told["first"],
            set(told["letters"]),
            told["routes"],
            told["others"],
            set(told["all_letters"]),
        )
        for name, told in answered.items()
        if "text" in told
    }


def test_families_come_by_every_way_in():
    """
    Eighty, and thirty that came when the helper had answered those; each way in has three at least.
    """
    ways_in = Counter(family["way_in"] for family in FAMILIES.values())

    assert 110 == len(FAMILIES)
    assert (26, 3) == (len(ways_in), min(ways_in.values()))


def test_each_family_can_tell_its_case(answered):
    """
    The helper asks for every answer and every day of each family, and leads it to a result.
    """
    assert {} == {name: told["troubles"] for name, told in answered.items() if told["troubles"]}


def test_families_are_told_what_a_good_advocate_would_tell_them(shown):
    """
    First step, what to do if nobody answers, routes, letters, deadlines, warnings: of each kind 95 % are right.
    """
    found = [item for name, one in shown.items() for item in items(name, FAMILIES[name], one)]
    missed = [item for item in found if not item.is_shown]
    score = {
        kind: 1 - sum(item.kind == kind for item in missed) / sum(item.kind == kind for item in found) for kind in KINDS
    }
    said = "\n".join([*(f"{kind}: {share:.1%}" for kind, share in score.items()), *map(str, missed)])

    assert shown.keys() == FAMILIES.keys()
    assert [] == [kind for kind, share in score.items() if share < ENOUGH], said


def test_no_family_is_told_what_is_false(shown):
    """
    None reads what is not so in its case, and for none the first route is one that an advocate would not take first.
    """
    assert [] == [wrong for name, one in shown.items() for wrong in false_statements(name, FAMILIES[name], one)]
