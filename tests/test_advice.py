"""
What the guide advises never harms: families of all kinds are told nothing that takes a right from them.

Three kinds are easy to harm: with only a 504 plan, with no IEP team, and in a discipline case. A fourth wants the change.
Then come the words on stay put and on due process, on the pages and in the letter.
"""

import re
from pathlib import Path

import pytest

from guide.grammar import fact_ids
from guide.page_files import read_page
from helper_cases import DATA, ROOT, routes_of, told, ways

ROUTES = routes_of(DATA)
IDEA_ROUTES = {"mediation", "facilitated-iep", "child-complaint", "due-process"}
TEAM_ROUTES = {"talk-first", "facilitated-iep"}
TEAM_LETTERS = {"iep-meeting-request", "facilitated-iep-request"}
# The questions that ask which plan there is, and situations of who has only a 504 plan, or no plan.
PLAN_QUESTIONS = {key for key, question in ROUTES.asked.items() if {"iep", "s504"} <= question.answers.keys()}
WITH_504 = ("s504-plan-not-enough", "s504-plan-not-followed", "out-with-a-504-plan")
WITHOUT_A_TEAM = ("ask-for-tests", "evaluation-asked", "testing-late", "out-without-an-iep", "birth-to-three")
DISCIPLINE = ("suspended", "interim-setting", "change-because-of-behavior", "out-with-a-504-plan", "out-without-an-iep")


def with_plan(plan: str) -> list[tuple[str, dict[str, str]]]:
    """
    Return each situation that asks which plan there is, or is reached by such an answer, with that answer.
    """
    found = []
    for key, situation in ROUTES.situations.items():
        asked = {*situation.first, *situation.asks}
        asked |= {question for way in ways(ROUTES, key) for question, answer in way.items() if answer == plan}
        questions = sorted(question for question in PLAN_QUESTIONS & asked if plan in ROUTES.asked[question].answers)
        found += [(key, {question: plan}) for question in questions]
    return found


def names(cases: list[tuple[str, dict[str, str]]]) -> list[str]:
    return [f"{key}-{next(iter(given.values()), '')}" for key, given in cases]


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def marks(text: str) -> set[str]:
    return set(fact_ids(text))


CASES_504 = [*with_plan("s504"), *((key, {}) for key in WITH_504)]
CASES_WITHOUT_A_TEAM = [*with_plan("none"), *((key, {}) for key in WITHOUT_A_TEAM)]


@pytest.mark.parametrize("key, given", CASES_504, ids=names(CASES_504))
def test_with_only_a_504_plan_no_idea_route_fits(key, given):
    """
    Mediation, a facilitated meeting, a child complaint and due process are none of the routes that fit, and no line says
    that they are open.
    """
    found = told(key, **given)

    assert set() == IDEA_ROUTES & set(found.result.routes)
    assert "open" not in found.claims.get("idea-route", set()) | found.claims.get("free-mediation", set())


@pytest.mark.parametrize("key, given", CASES_504, ids=names(CASES_504))
def test_with_only_a_504_plan_mediation_is_not_offered(key, given):
    """
    Nobody is told to do it too: the state's free mediation may not be open there.
    """
    assert told(key, **given).how["mediation"] in ("not", "later")


@pytest.mark.parametrize("key, given", CASES_WITHOUT_A_TEAM, ids=names(CASES_WITHOUT_A_TEAM))
def test_where_there_is_no_iep_nobody_is_sent_to_the_iep_team(key, given):
    """
    No meeting of the IEP team fits, and no letter asks for one.
    """
    found = told(key, **given)

    assert (set(), set()) == (TEAM_ROUTES & set(found.result.routes), TEAM_LETTERS & found.letters)


@pytest.mark.parametrize("key, given", [("evaluation-asked", {"answered": "silence"}), ("find-out-which-plan", {})])
def test_where_no_letter_fits_there_are_words_to_copy(key, given):
    """
    Who asks for an answer, or for the name of the plan, has the sentences.
    """
    assert any(re.search(r"in writing|written", words) for words in told(key, **given).to_copy)


@pytest.mark.parametrize("key", DISCIPLINE)
def test_in_a_discipline_case_nothing_promises_that_the_child_stays(key):
    """
    No line says that filing holds the placement; where stay put is named, its exception stands with it.
    """
    found = told(key)
    promised = [text for text in found.texts if "stay-put" in marks(text) and "stay-put-discipline" not in marks(text)]

    assert "holds" not in found.claims.get("stay-put", set())
    assert [] == promised


def test_a_plus_of_due_process_is_said_only_where_it_is_true():
    """
    That a case holds the placement is promised to who says that it is no discipline; who is not sure reads the exception
    in the same line.
    """
    plus = [line for line in ROUTES.routes["due-process"].plus if "stay-put" in marks(line.say)]
    sure = [line for line in plus if "stay-put-discipline" not in marks(line.say)]

    assert plus and all("stay-put" in line.claims for line in plus)
    assert all(
        line.when.get("situation") == "special-education-ends" or line.when.get("discipline") == "other"
        for line in sure
    )


@pytest.mark.parametrize("plan", ["iep", "s504", "unsure"])
def test_nobody_who_wants_the_change_is_told_to_file(plan):
    """
    A welcome change leads to reading before signing, and to no case, mediation or complaint.
    """
    wanted = told("wanted-change", change_plan=plan)

    assert set() == IDEA_ROUTES & set(wanted.result.routes)
    assert {"not"} == {wanted.how[name] for name in IDEA_ROUTES}
    assert "due-process-outline" not in wanted.letters


def test_who_wants_a_change_reads_before_signing():
    """
    What a signature does, and the note that agrees to a part.
    """
    wanted = told("wanted-change", change_plan="iep")

    assert "mo-notice-signature" in wanted.facts and "partial-agreement-note" in wanted.letters


def test_a_change_that_may_start_leads_to_mediation_and_keeps_the_day():
    """
    Against it, but it can be borne: mediation and a meeting, a note that one disagrees, and the two years kept in sight.
    """
    bearable = told("bearable-change", change_plan="iep", change_wanted="against", change_bear="bearable")

    assert ["mediation", "talk-first"] == bearable.result.routes
    assert "disagreement-note" in bearable.letters
    assert "due-process-two-years" in marks(bearable.result.others["due-process"].say)
    assert "due-process-two-years" in bearable.result.named["limits"]
    assert "partial-agreement-note" in told("bearable-change", change_plan="iep", change_wanted="part").letters


def test_filing_is_asked_for_only_where_the_change_must_not_start():
    """
    Who can bear it has no case among the routes that fit, and no headline to file; who can't, or is not sure, has both.
    """
    answers = ROUTES.questions["change-bear"].answers
    by_answer = {
        name: told(answer.situation or "", change_plan="iep", change_bear=name) for name, answer in answers.items()
    }

    assert {"stop": True, "unsure": True, "bearable": False} == {
        name: "due-process" in found.result.routes for name, found in by_answer.items()
    }
    assert {"stop": True, "unsure": True, "bearable": False} == {
        name: "file" in found.result.lines["headline"][0].say for name, found in by_answer.items()
    }


@pytest.mark.parametrize("answer", ["nothing", "spoken", "unsure"])
def test_a_spoken_yes_is_warned_of(answer):
    """
    Who has said nothing, or has said it already, reads that a spoken yes can end the wait.
    """
    assert "mo-spoken-yes" in told("change-coming", change_plan="iep", said_yes=answer).facts


def test_who_is_not_sure_what_changes_reads_of_accommodations():
    """
    For accommodations alone there may be no wait.
    """
    assert "mo-notice-none-for-accommodations" in told("change-coming", change_plan="iep").facts
    assert {"not-for-accommodations"} >= told("accommodations-cut").claims.get("ten-day-wait", set())


def test_who_is_not_sure_of_the_plan_keeps_all_deadlines():
    """
    Until it is known which plan there is, no limit is left out, and each is said once its day is known.
    """
    limits = {"complaint-one-year", "due-process-two-years", "ocr-180-days"}

    assert limits <= set(told("find-out-which-plan").result.named["limits"])
    assert limits <= set(told("it-depends").result.named["limits"])


@pytest.mark.parametrize("key", ["sent-home", "out-for-another-reason"])
def test_where_it_happens_again_and_again_the_newer_times_are_named(key):
    """
    The year counts for each time by itself, and the result says so.
    """
    assert any("counts by itself" in text and "complaint-one-year" in marks(text) for text in told(key).texts)


def test_a_complaint_for_civil_rights_is_not_led_to_the_state():
    """
    Who asks of that deadline has the office's own worksheet, and no plan whose steps end at the state's.
    """
    found = told("ocr-deadline")

    assert "ocr-complaint-outline" in found.letters
    assert "section-504" in found.result.routes


def test_the_plan_for_a_close_limit_turns_civil_rights_away_above_its_steps():
    """
    Before the first step stands that these lead to DESE, and for the other office the worksheet with its own limit.
    """
    above = page("plans/limit-coming-close.md").split("/// plan")[0]
    turned = next(line for line in above.splitlines() if "These steps are for filing with DESE" in line)

    assert "ocr-complaint-outline.md" in turned and "ocr-180-days" in marks(turned)


def test_the_risk_of_filing_for_an_improper_purpose_is_named():
    """
    Where due process fits a change, its minus has it, and so has the page, where it tells what a case costs.
    """
    cost = page("routes/due-process.md").split("## What it costs")[1].split("\n## ")[0]

    assert "attorney-fees-improper-purpose" in told("change-coming", change_plan="iep", change_bear="stop").facts
    assert "attorney-fees-improper-purpose" in marks(cost)


def test_lost_services_are_turned_away_from_no_door():
    """
    A paperwork mistake goes to a child complaint; services that were not given may go to either.
    """
    outline = page("letters/due-process-outline.md")
    rows = [
        line
        for line in page("routes/for-and-against.md").splitlines()
        if re.match(r"\| \[(Child complaint|Due process)", line) and "lost services" in line
    ]

    due_process = told("services-not-given").result.others["due-process"]

    assert due_process.how in ("too", "later") and "due-process-two-years" in marks(due_process.say)
    assert "Not for a clear broken rule" not in outline and "You can use either one for services" in outline
    assert 2 == len(rows)


@pytest.mark.parametrize("key", ["help-asked", "mediation-asked", "services-not-given", "nobody-listens"])
def test_asking_is_not_said_to_cost_nothing(key):
    """
    Where mediation fits, the result says that the clocks run on, and nowhere that asking for it gives up no right.
    """
    found = told(key, plan="iep", talks="talks")

    assert not re.search(r"los[et] no right|gives? up no right", " ".join(found.texts))
    assert "mediation" not in found.result.routes or {"runs"} == found.claims["clock"]


@pytest.mark.parametrize("name", ["routes/due-process.md", "letters/stay-put-notice.md"])
def test_stay_put_is_told_with_its_limits(name):
    """
    The program and not always the building, a first admission, First Steps, discipline.
    """
    told = marks(page(name))

    assert {
        "stay-put-not-the-building",
        "stay-put-first-admission",
        "stay-put-after-first-steps",
        "stay-put-discipline",
    } <= told


def test_the_stay_put_letter_leads_on_into_the_case():
    """
    The next step is the first weeks of the case, not the page the reader came from; no example disputes a building.
    """
    letter = read_page(ROOT / "docs/letters/stay-put-notice.md", ROOT)
    text = "\n".join(line for _, line in letter.numbered)
    after = text[text.index("/// next") :]

    assert "../routes/due-process.md#3-the-first-weeks" in after and "act-today" not in after
    assert (
        "educational placement" in text and "to another school" not in DATA.fields["proposed-or-refused-list"].example
    )
    assert (
        "stay-put-not-the-building" in DATA.glossary["placement"].facts
        and "school" not in DATA.glossary["placement"].meaning
    )
    assert {"stay-put-not-the-building", "stay-put-discipline"} <= set(DATA.glossary["stay-put"].facts)


def test_fape_has_its_legal_name():
    """
    A parent who quotes a page at a hearing says "appropriate", as the law does.
    """
    fitting = [
        file.name
        for file in Path(ROOT / "docs").rglob("*")
        if file.suffix in (".md", ".yml") and "free and fitting" in file.read_text(encoding="utf-8")
    ]

    assert [] == fitting
    assert "free appropriate public education" in page("routes/due-process.md")


def test_parents_apart_and_two_districts_rest_on_law():
    """
    The rule comes before what one district says.
    """
    apart, districts = ROUTES.notes["parents-apart"].text, ROUTES.notes["two-districts"].text

    assert "St. Louis County district" not in apart and "court order" in apart
    assert "mo-special-school-district" in marks(districts) and "mo-st-louis-county-two-districts" not in marks(
        districts
    )
