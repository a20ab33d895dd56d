"""
The decision helper's data: what a family in haste is led to, how it reads, and that a slip which only the pages show is
told.
"""

from pathlib import Path

import pytest

from guide.data import read_data
from guide.page_files import read_pages
from guide.project import Guide
from guide.rules.pages import GRADE_LIMIT, reading_grade
from guide.rules.routes import check_route_sentences, prose, route_pages_exist
from helper_cases import DATA, ROOT, routes_of, told, ways

TESTS = ROOT / "tests"
ROUTES = routes_of(DATA)
# By question, where "I'm not sure" leads: to where the safest answer leads, or to what keeps more open.
UNSURE = {
    "now": "none",
    "unsafe-how": "hurt",
    "out-why": None,
    "out-plan": "iep",
    "change-plan": "iep",
    "change-wanted": "against",
    "change-kind": "placement",
    "change-bear": "stop",
    "paper": None,
    "limit": "complaint",
    "case": None,
    "case-next": None,
    "what": None,
    "asked": "help",
    "asked-plan": None,
    "services-plan": None,
    "s504-matter": "broken",
    "testing": "not-asked",
    "other": None,
}
# What an answer without a twin leads to, and the routes of which it still says how they may fit.
WITH_THEIR_OWN = ("help-asked", "draft-to-sign", "already-filed")
KEEPS_OPEN = ("out-of-school", "it-depends", "find-out-which-plan")

# The results of the helper before it had situations: parents and letters link to them.
BEFORE = """
agreement-broken ask-for-tests bearable-change birth-to-three
building-change change-because-of-behavior change-coming change-file
change-file-and-mediate change-with-a-504-plan complaint-limit-close doubt-the-testing
find-out-which-plan hearing-limit-close it-depends judgment-and-they-refuse
judgment-and-they-talk judgment-ask-them limits-past limits-past-no-iep
no-answer-on-testing nobody-listens not-safe ocr-limit-close
ocr-limit-close-with-an-iep ocr-limit-past ocr-limit-past-with-an-iep other-parent-ended-it
out-for-another-reason out-of-school out-over-the-limit out-with-a-504-plan
out-within-the-limit out-without-an-iep refused-without-notice rule-broken
rule-broken-long-ago s504-plan-not-enough s504-plan-not-followed sent-home
several-limits-close testing-late testing-refused-and-they-refuse testing-refused-and-they-talk
treated-unfairly treated-unfairly-504 wanted-change
"""


PARTS_BEFORE = (
    "find-your-route",
    "act-today-if",
    "a-change-is-about-to-start",
    "your-child-is-out-of-school-or-was-sent-home",
    "a-time-limit-is-near",
    "your-child-is-not-safe",
    "the-routes",
)


def test_every_link_of_before_still_leads_somewhere():
    """
    Each old result is a situation, or an anchor of just one; so is each old part of the helper's page.
    """
    was = [name for situation in ROUTES.situations.values() for name in situation.was]
    results = [f"result-{name}" for name in BEFORE.split() if name not in ROUTES.situations]

    assert [] == [name for name in (*results, *PARTS_BEFORE) if was.count(name) != 1]


def test_what_cannot_wait_is_reached_in_a_few_answers():
    """
    Not safe, out of school: two or three answers. A paper to sign and a deadline: two.
    """
    shortest = {key: min(len(way) for way in ways(ROUTES, key)[1:]) for key in ROUTES.situations}

    assert {"draft-to-sign": 2, "deadline-close": 2, "not-safe": 2, "sent-home": 2, "suspended": 3} == {
        key: shortest[key] for key in ("draft-to-sign", "deadline-close", "not-safe", "sent-home", "suspended")
    }


def test_mediation_never_comes_first_where_a_change_must_be_stopped():
    """
    Due process comes first; and no answer makes mediation look as if it held the place.
    """
    stopped = told("change-coming", change_bear="stop", change_plan="iep")

    assert "due-process" == stopped.result.routes[0]
    assert {"never"} == stopped.claims["mediation-freezes"]


def test_a_route_that_cannot_freeze_or_stop_says_so():
    """
    Mediation says where it fits, with its fact, that it stops no deadline.
    """
    stops = next(line for line in ROUTES.routes["mediation"].does_not if "clock" in line.claims)

    assert ({}, {"clock": "runs"}) == (stops.when, stops.claims)


def test_not_sure_falls_to_the_safer_branch():
    """
    At each question "I'm not sure" leads where its safest answer leads, or to a situation that keeps more open.
    """
    asked = {key: question.answers for key, question in ROUTES.questions.items()}
    leads = {key: (answers["unsure"].next, answers["unsure"].situation) for key, answers in asked.items()}
    safest = {key: (asked[key][name].next, asked[key][name].situation) for key, name in UNSURE.items() if name}

    assert set(UNSURE) == set(asked), "each question has the answer, and its place in the table"
    assert safest == {key: leads[key] for key in safest}
    assert {leads[key][1] for key, name in UNSURE.items() if not name} - {None} <= {*KEEPS_OPEN, *WITH_THEIR_OWN}


@pytest.mark.parametrize("key", KEEPS_OPEN)
def test_who_is_not_sure_keeps_each_route_in_sight(key):
    """
    No route is put aside where the family has told nothing yet, but for those that the situation has no use for.
    """
    result = told(key)

    assert [] == [text for text in result.texts if "You told us of something else" in text]
    assert {"child-complaint", "due-process"} <= {*result.result.routes, *result.how}


def warnings(situation: str, **given: str) -> tuple[set[str], set[str]]:
    """
    Return the claims of the warnings that a family reads, and its time limits.
    """
    result = told(situation, **given).result
    return {claim for line in result.lines["warn"] for claim in line.claims}, set(result.named["limits"])


@pytest.mark.parametrize("key", ROUTES.situations)
def test_not_sure_loses_no_warning_and_no_deadline(key):
    """
    Whoever answers "I'm not sure", at one question or at all, is warned of all that each other answer warns of, but for
    what its author marked as no loss.
    """
    situation = ROUTES.situations[key]
    kept = {named.name for named in situation.limits if named.sure}
    spared = {claim for line in situation.warn if line.sure for claim in line.claims}
    unsure = warnings(key)

    for question in (*situation.first, *situation.asks):
        if "unsure" not in ROUTES.asked[question].answers:
            continue
        for name in ROUTES.asked[question].answers:
            claims, limits = warnings(key, **{question: name})
            assert (set(), set()) == (claims - unsure[0] - spared, limits - unsure[1] - kept), (question, name)


def test_each_answer_of_the_helper_is_short():
    """
    Answers are buttons on a phone: none is longer than two lines.
    """
    long = [answer.say for question in ROUTES.asked.values() for answer in question.answers.values()]

    assert 80 >= max(map(len, long)), max(long, key=len)


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
        ("- Ask for a day.", "- You will win.", '"You will win" is a claim that no page makes'),
        (
            "copy: I write to say what happened.",
            "copy: You will win.",
            '"You will win" is a claim that no page makes',
        ),
        ("button: How to talk", "button: By law you talk", '"By law" stands in a sentence that cites no fact'),
    ],
)
def test_sentences_of_the_routes_keep_the_rules_of_pages(small, old, new, told):
    """
    A figure without its fact, a fact that is gone and a promise are told in the routes as on a page.
    """
    problems = list(check_route_sentences(change(small, old, new)))

    assert [told] == [problem.what for problem in problems]
