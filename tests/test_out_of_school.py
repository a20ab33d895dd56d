"""
A child who is out of school: what the plan, the helper and the pages tell, in which order, and by which law.
"""

import re

import pytest

from guide.grammar import fact_ids
from guide.page_files import read_page
from helper_cases import DATA, ROOT, routes_of, told

PLAN = "docs/plans/child-out-of-school.md"
# What a parent copies into an e-mail to the superintendent, and what it must add: whose appeal, of which letter.
APPEAL = re.compile(
    r'child\'s name, the school and the date of the letter: "We appeal this suspension to the school board and ask that it be stayed[^"]*'
    r'confirm today in writing that our child may come to school[^"]*schedule the hearing\."'
)
# The same in words to copy of the helper.
APPEAL_TO_COPY = re.compile(
    r"(?i)we appeal (it|any suspension [^.]*) to the school board,? (and )?ask that it be stayed"
)
# Where a suspension may be a long one.
MAY_BE_LONG = ("out-of-school", "suspended", "out-with-a-504-plan", "out-without-an-iep")
DISCIPLINE = (
    "out-of-school",
    "sent-home",
    "suspended",
    "interim-setting",
    "out-with-a-504-plan",
    "out-without-an-iep",
    "change-because-of-behavior",
)


def steps() -> dict[str, str]:
    """
    Return the steps of the plan in their order: the line of each by its id.
    """
    found = (
        re.search(r"\{#([a-z0-9-]+)", line)
        for _, line in read_page(ROOT / PLAN, ROOT).numbered
        if re.match(r"\d+\. \[ \]", line)
    )
    return {match[1]: match.string for match in found}


def cited(text: str) -> set[str]:
    return set(fact_ids(text))


def text_of(path: str) -> str:
    """
    Return the text of a page, without its front matter.
    """
    return "\n".join(line for _, line in read_page(ROOT / path, ROOT).numbered)


def part(path: str, heading: str) -> str:
    """
    Return what stands on a page below a heading, down to the next one of its depth.
    """
    depth = len(heading.split()[0])
    return re.split(rf"\n#{{2,{depth}}} ", text_of(path).split(f"{heading}\n", 1)[1])[0]


def test_the_plan_begins_with_the_call_and_the_appeal():
    """
    The second step, on the first day, leads to the letter of the appeal and to words to copy, and says what to do if the
    exception is used.
    """
    names = list(steps())
    appeal = steps()["appeal"]

    assert ["call", "appeal"] == names[:2] and "day=0" in appeal
    assert "(../letters/suspension-appeal.md)" in appeal and "(#words-to-copy)" in appeal
    assert APPEAL.search(part(PLAN, "## What to say and write {#words-to-copy}")) and "reasons in writing" in appeal
    assert {"mo-suspension-appeal", "mo-suspension-stay"} <= cited(appeal)


def test_the_answer_of_the_plan_is_the_appeal():
    """
    Above all else the page says what brings a child back fastest, and no longer that nothing does.
    """
    text = text_of(PLAN)

    assert "mo-suspension-stay" in cited(text.split("/// answer")[1].split("///")[0])
    assert "cannot get your child back in" not in text


@pytest.mark.parametrize(
    "step, facts",
    [
        ("ask-why", {"mo-suspension-who-may"}),
        ("count-days", {"informal-removals"}),
        ("sign-nothing", {"mo-spoken-yes", "consent-take-back-effects"}),
        ("ask-services", {"discipline-services-from-day-11", "discipline-first-10-days"}),
        ("ask-notice", {"discipline-notice-same-day"}),
        (
            "not-yet-eligible",
            {
                "discipline-not-yet-eligible",
                "discipline-not-yet-eligible-limits",
                "discipline-testing-while-disciplined",
            },
        ),
        ("only-504", {"s504-discipline-10-days"}),
        ("add-up", {"discipline-pattern"}),
        ("why-meeting", {"discipline-manifestation-10-days", "discipline-manifestation-questions"}),
        ("after-a-yes", {"discipline-manifestation-yes", "discipline-45-school-days"}),
        ("fast-hearing", {"discipline-fast-hearing", "expedited-hearing-20-days", "stay-put-discipline"}),
    ],
)
def test_a_step_of_the_plan_rests_on_its_rule(step, facts):
    """
    Each duty and each right of a child in discipline is a step, with its law.
    """
    assert facts <= cited(steps()[step])


def test_the_steps_that_bring_a_child_back_come_first():
    """
    The appeal, then the reasons, then the meeting of the team; papers come after.
    """
    order = list(steps())

    assert sorted(("appeal", "ask-why", "ask-meeting", "ask-papers"), key=order.index) == [
        "appeal",
        "ask-why",
        "ask-meeting",
        "ask-papers",
    ]


def test_every_step_that_parents_have_ticked_is_still_there():
    """
    Ticks are kept by these ids.
    """
    before = {
        "call",
        "ask-why",
        "count-days",
        "sign-nothing",
        "ask-services",
        "ask-papers",
        "ask-notice",
        "ask-meeting",
        "ten-in-a-row",
        "add-up",
        "why-meeting",
        "fast-hearing",
        "other-reason",
        "back-in-school",
    }

    assert before <= set(steps())


@pytest.mark.parametrize("step", ["ten-in-a-row", "after-a-yes"])
def test_a_duty_of_the_district_is_told_as_one(step):
    """
    What the district must do is no order to the parent whose list it is.
    """
    assert "the district must take your child back" in re.search(r"\*\*(.+?)\*\*", steps()[step])[1].lower()


def test_the_plan_leads_on_and_not_back():
    """
    Its next step is the fast hearing, not the page the parent came from.
    """
    assert "(../routes/due-process.md#a-fast-hearing-about-discipline)" in text_of(PLAN).split("/// next")[1]


@pytest.mark.parametrize("key", MAY_BE_LONG)
def test_who_may_be_out_for_long_has_the_appeal_to_copy_today(key):
    """
    Not sure how long it is: the first step has the words of the appeal, and a reason says what they do, with the exception.
    """
    found = told(key)

    assert APPEAL_TO_COPY.search(found.to_copy[0])
    assert any("mo-suspension-stay" in cited(text) and "exception" in text.lower() for text in found.texts)


@pytest.mark.parametrize(
    "key, given",
    [
        ("sent-home", {}),
        ("out-for-another-reason", {}),
        ("suspended", {"at_once": "under"}),
        ("out-with-a-504-plan", {"at_once": "under"}),
        ("out-without-an-iep", {"at_once": "under"}),
    ],
)
def test_a_short_removal_is_not_told_to_appeal_a_long_one(key, given):
    """
    The stay is only for a suspension of more than ten school days.
    """
    found = told(key, **given)

    assert not any(APPEAL_TO_COPY.search(words) for words in found.to_copy)
    assert "mo-suspension-stay" not in found.facts and "suspension-appeal" not in found.letters


@pytest.mark.parametrize(
    "key, given, facts",
    [
        ("out-of-school", {}, {"discipline-services-from-day-11"}),
        ("sent-home", {}, {"informal-removals", "discipline-services-from-day-11"}),
        (
            "out-with-a-504-plan",
            {},
            {
                "s504-discipline-10-days",
                "s504-evaluation",
                "discipline-not-yet-eligible",
                "discipline-testing-while-disciplined",
                "s504-discipline-drugs-and-alcohol",
            },
        ),
        (
            "suspended",
            {"at_once": "over"},
            {"discipline-services-from-day-11", "discipline-manifestation-questions", "discipline-10-school-days"},
        ),
        ("interim-setting", {"behavior_meeting": "caused"}, {"discipline-manifestation-yes"}),
        ("suspended", {"behavior_meeting": "not-caused"}, {"expedited-hearing-20-days"}),
        (
            "out-without-an-iep",
            {},
            {
                "discipline-not-yet-eligible",
                "discipline-not-yet-eligible-limits",
                "discipline-testing-while-disciplined",
                "discipline-fast-hearing",
            },
        ),
        ("suspended", {"at_once": "under"}, {"discipline-services-from-day-11", "mo-suspension-who-may"}),
        (
            "change-because-of-behavior",
            {},
            {
                "discipline-manifestation-questions",
                "discipline-manifestation-yes",
                "discipline-notice-same-day",
                "mo-suspension-appeal",
            },
        ),
    ],
)
def test_a_family_is_told_the_rules_of_its_case(key, given, facts):
    """
    Services, the two questions, what a yes brings: each where it can matter.
    """
    assert set() == facts - told(key, **given).facts


@pytest.mark.parametrize("key", DISCIPLINE)
def test_nothing_promises_stay_put_in_discipline(key):
    """
    In a discipline case filing does not hold the old placement: where stay put is named at all, for a change that may be
    no discipline, the same line says that discipline differs.
    """
    found = told(key)

    assert {"interim", "depends"} >= found.claims.get("stay-put", set())
    assert [] == [
        text for text in found.texts if "stay-put" in cited(text) and "stay-put-discipline" not in cited(text)
    ]


def test_who_is_not_sure_of_the_days_gets_the_safer_result():
    """
    Not sure, and a long suspension that has only begun, lead to the appeal, that puts it on hold, and to the meeting:
    one in words that appeal whatever is long, as the letter names the number of days, the other by that letter.
    """
    answers = routes_of(DATA).details["at-once"].answers
    unsure, over = (told("suspended", at_once=name) for name in ("unsure", "over"))
    (copied,), (sent,) = (found.result.lines["today"] for found in (unsure, over))

    assert "it will be" in answers["over"].say
    assert APPEAL_TO_COPY.search(copied.copy_words) and "any suspension" in copied.copy_words
    assert "manifestation determination meeting" in copied.copy_words
    assert "suspension-appeal" == sent.letter and "stayed until the board decides" in sent.say
    assert "letters/manifestation-meeting.md" in sent.say
    assert unsure.result.routes == over.result.routes


def test_a_child_not_yet_found_eligible_has_an_answer():
    """
    Who has neither plan gets the appeal, the testing and what the school knew, and not the result for an IEP.
    """
    answers = routes_of(DATA).questions["out-plan"].answers
    found = told("out-without-an-iep", at_once="over")

    assert ("out-without-an-iep", "suspended") == (answers["none"].situation, answers["unsure"].situation)
    assert re.search("(?i)ask for testing", found.result.lines["headline"][0].say)
    assert "what the school knew" in found.result.lines["headline"][0].say
    assert "ask-for-testing" in found.result.routes and "evaluation-request" in found.letters


def test_no_parent_without_an_iep_is_told_that_the_rights_are_sure():
    """
    Whoever knew, the step asks for testing now and leads to the part that says that an e-mail to a counselor may not be
    enough, and that services may stop; so does the helper.
    """
    step, helper = steps()["not-yet-eligible"], " ".join(told("out-without-an-iep").texts)
    said = part(PLAN, "## No IEP yet {#no-iep-yet}")

    assert "[ask for an evaluation](../letters/evaluation-request.md) now" in step and "(#no-iep-yet)" in step
    assert "No matter what they answer, ask for an evaluation now" in said
    assert "counselor may not be enough" in said and "may not get any services" in said
    assert re.search(r"counselor\b[^.]* may not be enough", helper) and "without services" in helper


def test_a_child_with_only_a_504_plan_is_told_which_steps_are_not_its_own():
    """
    Above the plan is a link to the part that says that services, the meeting and the fast hearing come with special
    education; the helper says it of the IEP.
    """
    above = text_of(PLAN).split("/// plan")[0]
    services = [text for text in told("out-of-school").texts if "discipline-services-from-day-11" in cited(text)]

    assert "[only a 504 plan](#only-a-504-plan)" in above
    assert "are only for children in special education, unless the district knew" in part(
        PLAN, "## Only a 504 plan {#only-a-504-plan}"
    )
    assert services and all("an IEP" in text for text in services)


@pytest.mark.parametrize(
    "said",
    [
        part(PLAN, "## Only a 504 plan {#only-a-504-plan}"),
        " ".join(told("out-with-a-504-plan", at_once="over").to_copy),
    ],
    ids=["plan", "helper"],
)
def test_who_has_only_a_504_plan_has_words_for_the_coordinator(said):
    """
    The evaluation before the removal, a meeting on the behavior, and the hearing steps: to copy.
    """
    wanted = (
        "tell me when (you|the district) evaluated .* again",
        "504 meeting this week",
        "hearing (procedures|steps)[.]",
    )

    assert [] == [words for words in wanted if not re.search(words, said)]


@pytest.mark.parametrize(
    "said",
    [part(PLAN, "## What to say and write {#words-to-copy}"), " ".join(told("sent-home").texts)],
    ids=["plan", "helper"],
)
def test_there_are_words_for_when_the_phone_rings(said):
    """
    Who is called to pick up a child asks if it is a suspension.
    """
    assert '"Is this a suspension?' in said


def test_who_was_called_has_the_days_to_send():
    """
    For the paper, and for the help that keeps the child in class.
    """
    (words,) = told("sent-home").to_copy[:1]

    assert re.search(r"put (it )?in writing", words) and "what help" in words


@pytest.mark.parametrize("path", ["docs/routes/section-504.md", "docs/checklists/starting-from-a-504-plan.md"])
def test_the_pages_on_a_504_plan_know_of_suspensions(path):
    """
    The district must evaluate again before it keeps a student out for long.
    """
    assert "s504-discipline-10-days" in cited(text_of(path))


def test_a_filing_for_stay_put_is_not_asked_for_in_discipline():
    """
    The warning on the page of due process asks first if it is about discipline; the sheet for the wall has the exception in its cell.
    """
    warning = text_of("docs/routes/due-process.md").split("/// warning")[1].split("///")[0]
    row = next(
        line
        for line in text_of("docs/reference/wall-sheets.md").splitlines()
        if line.startswith("| **Due process complaint**") and "[^stay-put]" in line
    )

    assert warning.index("discipline") < warning.index("when you file")
    assert "not in a discipline case" in row


def test_the_worksheet_can_ask_for_a_fast_hearing():
    """
    The plan sends a parent there for it.
    """
    assert re.search(
        r"- \[ \] .*expedited hearing under 34 CFR 300\.532\. \{#expedited\}",
        text_of("docs/letters/due-process-outline.md"),
    )


@pytest.mark.parametrize(
    "fact",
    [
        "mo-suspension-stay",
        "discipline-manifestation-questions",
        "discipline-manifestation-yes",
        "discipline-manifestation-no",
        "discipline-45-school-days",
        "discipline-fast-hearing",
        "stay-put-discipline",
    ],
)
def test_the_fast_hearing_is_told_with_what_comes_before_and_after(fact):
    """
    The part of the due process page on discipline has the appeal, both questions, a yes and a no, and the officer's power.
    """
    assert fact in cited(part("docs/routes/due-process.md", "## A fast hearing about discipline"))


def test_the_sheet_for_the_wall_has_the_appeal():
    """
    Among the limits that are a parent's own stands the appeal, on the same day.
    """
    rows = part(
        "docs/reference/wall-sheets.md", "## Your deadlines on one page {#your-time-limits-on-one-page}"
    ).splitlines()

    assert any("The same day" in row and "mo-suspension-appeal" in cited(row) for row in rows)


def test_the_word_list_has_both_questions():
    """
    Who looks up the manifestation meeting reads that an IEP that was not followed is a yes, too.
    """
    assert "discipline-manifestation-questions" in DATA.glossary["manifestation-review"].facts
    assert "not following the IEP" in DATA.glossary["manifestation-review"].meaning


def test_a_removal_leads_on_to_the_long_suspension():
    """
    Who picks a removal among the limits is offered the appeal, and reads of services and of pick-up calls.
    """
    event = DATA.events["removal-started"]

    assert "any" == event.when, "a letter comes before the first day out"
    assert "single days" in event.that_day
    assert "long-suspension-decided" in event.see and {"discipline-services-from-day-11", "informal-removals"} <= set(
        event.facts
    )
