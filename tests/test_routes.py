"""
The decision helper's data: every path is walked, every result is whole, and a slip that only the pages show is told.
"""

import re
from pathlib import Path

import pytest
import yaml

from guide.data import read_data
from guide.page_files import read_pages
from guide.project import Guide
from guide.rules.pages import GRADE_LIMIT, reading_grade
from guide.rules.routes import check_route_sentences, prose, route_pages_exist
from route_paths import DATA, FIRST, PATHS, ROOT, ROUTES, replaced

TESTS = ROOT / "tests"
FAMILIES = yaml.safe_load((TESTS / "families.yml").read_text(encoding="utf-8"))["families"]
# Where no letter or no limit of this guide fits.
WITHOUT_LETTERS = {"birth-to-three"}
WITHOUT_LIMITS = {"birth-to-three", "ask-for-tests", "s504-plan-not-enough", "wanted-change"}


def test_every_result_is_reached():
    """
    Paths, answers that show a result at once, and limits that are close or past lead to all results.
    """
    at_once = {
        answer.result for question in ROUTES.questions.values() for answer in question.answers.values() if answer.result
    }
    reached = set().union(*(replaced(result) for result in at_once))

    assert set(ROUTES.results) == reached


@pytest.mark.parametrize("key", ROUTES.results)
def test_a_result_is_whole(key):
    """
    A result has a first step, why, the right route or two with reasons for and against, and says of each other why not now.
    """
    result = ROUTES.results[key]
    plain = {name for name, route in ROUTES.routes.items() if not route.special}
    right = [ROUTES.routes[name] for name in result.routes]

    assert all(
        (
            result.first,
            result.why,
            result.help,
            *(route.reasons_for and route.reasons_against and route.does_not for route in right),
        )
    )
    assert plain - set(result.routes) == {name for name, _, _ in ROUTES.others(result)} & plain
    assert (key in WITHOUT_LETTERS, key in WITHOUT_LIMITS) == (not result.letters, not result.limits)


def test_what_cannot_wait_is_shown_after_the_first_question():
    """
    Not safe, out of school, a change with a start date: each shows what to do today at once, and lets one go on.
    """
    first = ROUTES.questions[FIRST].answers

    assert {"unsafe", "out", "change"} == {name for name, answer in first.items() if answer.result and answer.next}
    assert all(ROUTES.results[first[name].result].act_today for name in ("unsafe", "out", "change"))


def test_mediation_never_stands_alone_where_a_change_is_coming():
    """
    Where a change must be stopped, due process comes first, unless there is only a 504 plan.
    """
    firsts = {key: result.routes[0] for key, result in ROUTES.results.items() if key.startswith("change-")}

    assert {"due-process", "section-504"} == set(firsts.values())
    assert "section-504" == firsts["change-with-a-504-plan"]


def test_a_route_that_cannot_freeze_or_stop_says_so():
    """
    Mediation says in its own card, with facts, that it freezes no placement and stops no limit.
    """
    said = ROUTES.routes["mediation"].does_not

    assert {"mediation-not-stay-put", "mediation-does-not-stop-clocks"} <= set(re.findall(r"\[\^([a-z0-9-]+)\]", said))


def test_each_family_walks_a_path_that_exists():
    """
    Forty families, each on a path to its end, or stopped at a result that is shown at once.
    """
    whole = [dict(way) for way, _ in PATHS]
    walked = {
        name: {key: choice for key, choice in family["answers"].items() if key in ROUTES.questions}
        for name, family in FAMILIES.items()
    }

    lost = [name for name, way in walked.items() if way not in whole and way != {FIRST: "unsafe"}]

    assert (40, []) == (len(FAMILIES), lost)


@pytest.mark.parametrize("name", FAMILIES)
def test_no_family_is_sent_first_where_it_must_not_go(name):
    """
    The right routes of a family are none of those it must not begin with, except as the second of two.
    """
    family = FAMILIES[name]

    assert family["routes"][0] not in family["not_first"]


def test_the_words_read_easily():
    """
    Questions, reasons and results keep below the reading grade of a page.
    """
    context = Guide(ROOT, {}, DATA, [])
    grades = {page.path: reading_grade(page, context) for page in prose(context)}

    assert grades and {} == {path: grade for path, grade in grades.items() if grade >= GRADE_LIMIT}


@pytest.fixture
def small(tmp_path) -> Guide:
    """
    A guide with the routes of the tests, and the pages that they name.
    """
    folder = tmp_path / "docs/_data"
    folder.mkdir(parents=True)
    for file in (TESTS / "pages/_data").rglob("*.yml"):
        target = folder / file.relative_to(TESTS / "pages/_data")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    for name, text in {
        "talk.md": "# Talk",
        "complain.md": "# Complain\n\n## How",
        "checklists/week-before.md": "# Week",
        "plans/first-days.md": "# Days",
    }.items():
        page = tmp_path / "docs" / name
        page.parent.mkdir(exist_ok=True)
        page.write_text(text, encoding="utf-8")
    return again(tmp_path)


def again(root: Path) -> Guide:
    pages, _ = read_pages(root / "docs", root)
    return Guide(root, {}, read_data(root / "docs/_data"), pages)


def change(context: Guide, old: str, new: str) -> Guide:
    files = sorted((context.root / "docs/_data/routes").rglob("*.yml"))
    file = next(file for file in files if old in file.read_text(encoding="utf-8"))
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    return again(context.root)


def test_pages_that_are_there_are_no_problem(small):
    """
    Nothing is told of routes whose pages, checklists and plans exist.
    """
    assert [] == list(route_pages_exist(small)) + list(check_route_sentences(small))


@pytest.mark.parametrize(
    "old, new, told",
    [
        ("page: talk.md", "page: tlak.md", 'there is no page "tlak.md". Did you mean "talk.md"? [route-pages-exist]'),
        (
            "complain.md#how",
            "complain.md#hows",
            'there is no "#hows" on the page "complain.md". Did you mean "how"? [route-pages-exist]',
        ),
    ],
)
def test_a_page_that_is_gone_is_told(small, old, new, told):
    """
    A route's page or its part, renamed or moved, is told at its line.
    """
    problems = list(route_pages_exist(change(small, old, new)))

    assert [told] == [str(problem).split(": ", 1)[1] for problem in problems]
    assert ["docs/_data/routes/routes.yml"] == [problem.path for problem in problems] and problems[0].line > 1


@pytest.mark.parametrize(
    "page, told",
    [
        ("checklists/week-before.md", 'there is no page "checklists/week-before.md"'),
        ("plans/first-days.md", 'there is no page "plans/first-days.md"'),
    ],
)
def test_a_checklist_or_plan_that_is_gone_is_told(small, page, told):
    """
    A checklist or a plan that was renamed or deleted is told at its line.
    """
    (small.root / "docs" / page).unlink()

    assert [told] == [problem.what for problem in route_pages_exist(again(small.root))]


@pytest.mark.parametrize(
    "old, new, told",
    [
        ("what: You meet.", "what: You meet within 10 days.", '"10 days" stands in a sentence that cites no fact'),
        ("what: You meet.", "what: By law you meet.", '"By law" stands in a sentence that cites no fact'),
        (
            "what: You meet.",
            "what: You meet within 12 days.[^thirty-day-limit]",
            '"12 days" is in no fact that its sentence cites',
        ),
        ("[^state-pays]", "[^state-pay]", 'no fact is called "state-pay"'),
        ("first: Ask for a day.", "first: You will win.", '"You will win" is a claim that no page makes'),
    ],
)
def test_sentences_of_the_routes_keep_the_rules_of_pages(small, old, new, told):
    """
    A figure without its fact, a fact that is gone and a promise are told in the routes as on a page.
    """
    problems = list(check_route_sentences(change(small, old, new)))

    assert [told] == [problem.what for problem in problems]
