"""
What the guide advises never harms: each path of the helper is walked for what it must not promise, offer or push.

Three kinds of families are easy to harm: with only a 504 plan, with no IEP team, and in a discipline case. A fourth wants the
change. Then come the words on stay put and on due process, on the pages and in the letter.
"""

import re
from pathlib import Path

import pytest

from guide.page_files import read_page
from route_paths import DATA, PATHS, ROOT, ROUTES, replaced

IDEA_ROUTES = {"mediation", "facilitated-iep", "child-complaint", "due-process"}
TEAM_ROUTES = {"talk-first", "facilitated-iep"}
TEAM_LETTERS = {"iep-meeting-request", "facilitated-iep-request"}
# The answer that "I am not sure" must be as safe as, by question; None where it has a result of its own.
UNSURE = {
    "now": "none",
    "out-long": "over",
    "change-plan": None,
    "change-against": "stop",
    "change-504-against": "against",
    "change-why": "other",
    "change-talks": "talks",
    "talks": None,
    "plan": None,
    "s504-matter": "broken",
    "testing": "not-asked",
}


def walked(*answers: tuple[str, str]) -> list[tuple[tuple, str]]:
    """
    Return each path that gives one of these answers, with each result it may end in, limits that are close or past included.
    """
    return [(way, result) for way, base in PATHS if set(way) & set(answers) for result in sorted(replaced(base))]


def marks(text: str) -> set[str]:
    return set(re.findall(r"\[\^([a-z0-9-]+)\]", text))


def texts(key: str) -> list[str]:
    """
    Return all that a result says.
    """
    result = ROUTES.results[key]
    said = [result.title, result.when, result.first, result.together or "", *result.why, *result.find_out]
    return said + [why for name, _, why in ROUTES.others(result)]


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "result", sorted({key for _, key in walked(("plan", "s504"), ("change-plan", "s504"), ("out-why", "s504"))})
)
def test_with_only_a_504_plan_no_idea_route_is_open(result):
    """
    No such path names mediation, a facilitated meeting, a child complaint or due process as right, as possible or as to be kept open.
    """
    found = ROUTES.results[result]
    how = {name: how for name, how, _ in ROUTES.others(found)}

    assert set() == IDEA_ROUTES & set(found.routes)
    assert dict.fromkeys(IDEA_ROUTES, "less") == {name: how[name] for name in IDEA_ROUTES}


@pytest.mark.parametrize(
    "result", sorted({key for _, key in walked(("plan", "testing"), ("plan", "unsure"), ("plan", "under-three"))})
)
def test_where_there_is_no_iep_nobody_is_sent_to_the_iep_team(result):
    """
    No result of such a path names a meeting of the IEP team as a way to go on, nor gives a letter that asks for one.
    """
    found = ROUTES.results[result]
    offered = {*found.routes, *(name for name, how, _ in ROUTES.others(found) if how != "less")}

    assert (set(), set()) == (TEAM_ROUTES & offered, TEAM_LETTERS & set(found.letters))


@pytest.mark.parametrize("result", ["no-answer-on-testing", "find-out-which-plan"])
def test_where_no_letter_fits_there_are_words_to_copy(result):
    """
    Who asks for an answer, or for the name of the plan, has the sentences in quotes.
    """
    first = ROUTES.results[result].first

    assert re.search(r'"[^"]*in writing[^"]*"', first)


@pytest.mark.parametrize(
    "result",
    sorted(
        {
            "out-of-school",
            *(
                base
                for way, base in PATHS
                if set(way)
                & {
                    ("out-why", "suspended"),
                    ("out-why", "no-iep"),
                    ("out-why", "sent-home"),
                    ("change-why", "behavior"),
                }
            ),
        }
    ),
)
def test_in_a_discipline_case_nothing_promises_that_the_child_stays(result):
    """
    The plus of due process is left out of the result, and what the result itself says of stay put names the rule of discipline.
    """
    promised = [
        text for text in texts(result) if "stay-put" in marks(text) and "stay-put-discipline" not in marks(text)
    ]

    assert result in ROUTES.routes["due-process"].for_most.not_in
    assert [] == promised


def test_a_plus_of_due_process_names_the_exception_itself():
    """
    Also where no script leaves it out, the promise of stay put stands under its condition.
    """
    due_process = ROUTES.routes["due-process"]

    assert {"stay-put", "stay-put-discipline"} <= marks(due_process.for_most.say)
    assert not any("stay-put" in marks(reason) for reason in due_process.reasons_for)
    assert {"stay-put-not-the-building", "stay-put-first-admission", "stay-put-after-first-steps"} <= marks(
        due_process.does_not
    )


def test_nobody_who_wants_the_change_is_told_to_file():
    """
    With an IEP or a 504 plan, a welcome change leads to reading before signing, and to no case, mediation or complaint.
    """
    found = {result for _, result in walked(("change-against", "wanted"), ("change-504-against", "wanted"))}
    wanted = ROUTES.results["wanted-change"]
    how = {name: how for name, how, _ in ROUTES.others(wanted)}

    assert {"wanted-change"} == found
    assert {"less"} == {how[name] for name in IDEA_ROUTES}
    assert (
        "mo-notice-signature" in marks(" ".join(texts("wanted-change"))) and "partial-agreement-note" in wanted.letters
    )
    assert wanted.act_today, "what is shown above other results speaks of help against the change"


def test_a_change_that_may_start_leads_to_mediation_and_keeps_the_day():
    """
    Against it, but it can be borne: mediation and a meeting, a note that one disagrees, and the two years kept in sight.
    """
    found = {result for _, result in walked(("change-against", "bearable"))}
    bearable = ROUTES.results["bearable-change"]

    assert ({"bearable-change"}, ["mediation", "talk-first"]) == (found, bearable.routes)
    assert {"disagreement-note", "partial-agreement-note"} <= set(bearable.letters)
    assert {"mediation-does-not-stop-clocks", "due-process-two-years"} <= marks(bearable.later["due-process"])
    assert "due-process-two-years" in bearable.limits


def test_filing_is_asked_for_only_where_the_change_must_not_start():
    """
    A start date alone sends nobody to a case: each change result with due process has its condition, and a spoken yes is warned of.
    """
    at_once = ROUTES.results[ROUTES.questions["now"].answers["change"].result]
    stopped = {base for way, base in PATHS if set(way) & {("change-against", "stop"), ("change-against", "unsure")}}

    assert re.search(r"against the change and it must not start", at_once.together)
    assert re.search(r"[Ii]f you are against", at_once.first)
    assert {"change-file", "change-file-and-mediate"} <= stopped
    for key in ("change-coming", "change-file", "change-file-and-mediate", "bearable-change"):
        assert "mo-spoken-yes" in marks(ROUTES.results[key].first), key
        assert "mo-notice-none-for-accommodations" in marks(" ".join(ROUTES.results[key].find_out)), key


def test_not_sure_falls_to_the_safer_branch():
    """
    At each question, "I am not sure" leads where its safest answer leads, or to a result that keeps more open.
    """
    asked = {key: question.answers for key, question in ROUTES.questions.items() if "unsure" in question.answers}
    leads = {key: (answers["unsure"].next, answers["unsure"].result) for key, answers in asked.items()}
    safest = {key: (asked[key][name].next, asked[key][name].result) for key, name in UNSURE.items() if name}

    assert set(UNSURE) == set(asked)
    assert safest == {key: leads[key] for key in safest}


def test_not_sure_adds_what_the_other_answers_would_tell():
    """
    What is not known is to be found out: a change, behavior, the plan, the day; and until then no limit is left out.
    """
    questions, results = ROUTES.questions, ROUTES.results
    which = results[questions["plan"].answers["unsure"].result]
    coming = results[questions["change-plan"].answers["unsure"].result]

    assert "ask-if-change" == questions["now"].answers["unsure"].note
    assert "ask-if-behavior" == questions["change-why"].answers["unsure"].note
    assert "find-the-day" == ROUTES.details["when"].answers["unknown"].note
    assert "no-notice" == ROUTES.details["notice"].answers["unsure"].note
    assert "ask-about-testing" == questions["testing"].answers["unsure"].note
    assert {"complaint-one-year", "due-process-two-years", "ocr-180-days"} == set(which.limits) == set(which.close)
    assert ["due-process", "mediation"] == coming.routes and "section-504" in coming.could
    assert set(results["judgment-and-they-talk"].limits) == set(
        results[questions["talks"].answers["unsure"].result].limits
    )
    assert {"complaint-one-year", "due-process-two-years", "ocr-180-days"} == set(
        results[questions["matter"].answers["mix"].result].close
    )


@pytest.mark.parametrize("key", ["sent-home", "out-for-another-reason", "out-with-a-504-plan"])
def test_an_old_first_day_takes_no_step_of_today_away(key):
    """
    Who is out of school now, and gives the first day, keeps the call, the words to send and the plan.
    """
    assert {key} == replaced(key)
    assert "child-out-of-school" == ROUTES.results[key].plan


@pytest.mark.parametrize("key", ["sent-home", "out-for-another-reason"])
def test_where_it_happens_again_and_again_the_newer_times_are_named(key):
    """
    The year counts for each time by itself, and the result says so.
    """
    assert any(
        "Each time counts by itself" in why and "complaint-one-year" in marks(why) for why in ROUTES.results[key].why
    )


@pytest.mark.parametrize("key", ["ocr-limit-close", "ocr-limit-close-with-an-iep"])
def test_a_complaint_for_civil_rights_is_not_led_to_dese(key):
    """
    The result names that office as not DESE, where its form is, and gives no plan whose steps end at DESE.
    """
    result = ROUTES.results[key]

    assert result.plan is None
    assert any("not to DESE" in why for why in result.why) and "ocr-complaint-contents" in marks(
        " ".join(result.find_out)
    )


def test_the_plan_for_a_close_limit_turns_civil_rights_away_above_its_steps():
    """
    Before the first step stands that these lead to DESE, and the worksheet with its own limit.
    """
    above = page("plans/limit-coming-close.md").split("/// plan")[0]
    turned = next(line for line in above.splitlines() if "don't use the steps below" in line)

    assert "DESE" in turned and "ocr-complaint-outline.md" in turned and "ocr-180-days" in marks(turned)


@pytest.mark.parametrize("key", ["find-out-which-plan", "it-depends"])
def test_who_has_told_nothing_yet_is_not_told_of_something_else(key):
    """
    A route that may fit is not put aside with "You told us of something else" where nothing was told.
    """
    said = " ".join(why for _, _, why in ROUTES.others(ROUTES.results[key]))

    assert "You told us of something else" not in said


def test_the_risk_of_filing_for_an_improper_purpose_is_named():
    """
    Each card of due process has it, and so has the page, where it tells what a case costs.
    """
    cost = page("routes/due-process.md").split("## What it costs")[1].split("\n## ")[0]

    assert any(
        "attorney-fees-improper-purpose" in marks(reason) for reason in ROUTES.routes["due-process"].reasons_against
    )
    assert "attorney-fees-improper-purpose" in marks(cost)


def test_lost_services_are_turned_away_from_no_door():
    """
    A paperwork mistake goes to a child complaint; services that were not given may go to either.
    """
    outline = page("letters/due-process-outline.md")
    rows = [
        line
        for name in ("routes/compared.md", "which-route.md")
        for line in page(name).splitlines()
        if re.match(r"\| \[(Child complaint|Due process)", line) and "lost services" in line
    ]

    assert "lost services" in ROUTES.results["rule-broken"].later["due-process"]
    assert "due-process-two-years" in marks(ROUTES.results["rule-broken"].later["due-process"])
    assert "Not for a clear broken rule" not in outline and "can go to either" in outline
    assert 4 == len(rows)


def test_asking_is_not_said_to_cost_nothing():
    """
    Asking for mediation gives up no right, but the clocks run on, and both stand together.
    """
    said = " ".join(ROUTES.results["judgment-ask-them"].why)

    assert {"mediation-does-not-delay-rights", "mediation-does-not-stop-clocks"} <= marks(said)
    assert not re.search(r"los[et] no right", said)


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
