"""
The wait before a change: what can end it, from which day it counts, and which day every page takes as the last safe one.
"""

import re
from pathlib import Path

import pytest

from guide.blocks.deadlines import for_scripts, rows_by_event
from guide.data import read_data
from guide.data.facts import Limit
from guide.page_files import read_page
from guide.phrases import read_phrases
from helper_cases import told

ROOT = Path(__file__).resolve().parent.parent
DATA = read_data(ROOT / "docs/_data")
ROWS = rows_by_event(DATA.facts)
WAIT = DATA.facts["mo-notice-of-action-10-days"].all_limits[0]
PLAN = "plans/ten-days-after-a-notice.md"
SPOKEN = ("mo-spoken-yes", "iep-agreement-can-be-spoken")


def text(path: str) -> str:
    return "\n".join(line for _, line in read_page(ROOT / "docs" / path, ROOT).numbered)


def line_with(path: str, mark: str) -> str:
    """
    Return the one line of a page that has a mark, such as the id of an item.
    """
    found = [line for line in text(path).splitlines() if mark in line]
    assert 1 == len(found), f"{path}: {mark}"
    return found[0]


def section(path: str, heading: str) -> str:
    """
    Return the part of a page below a heading, up to the next one.
    """
    return re.split(
        r"^#{2,3} ", re.split(rf"# {re.escape(heading)}(?: {{#.*}})?\n", text(path))[1], flags=re.MULTILINE
    )[0]


@pytest.mark.parametrize(
    "path, mark",
    [
        ("plans/first-48-hours.md", "{#sign-nothing "),
        (PLAN, "{#read-it "),
        ("checklists/first-48-hours.md", "{#what-starts-when}"),
        ("what-to-say/they-push.md", "My signature shows that I was here"),
        ("letters/disagreement-note.md", "**Read before you sign.**"),
        ("letters/pwn-request.md", "**Read before you sign.**"),
        ("letters/answer-to-refusal.md", "**Decide what you're willing to consider.**"),
        ("reference/wall-sheets.md", "**If a change is about to start,**"),
        ("reference/time-limits.md", "**A waiting period doesn't stop a change.**"),
        ("kit.md", "If a change is about to start"),
    ],
)
def test_who_is_told_to_sign_nothing_is_told_to_say_no_yes(path, mark):
    """
    Where a signature could let a change start, the same line says that a spoken yes can do so, or to say none.
    """
    line = line_with(path, mark)

    assert any(f"[^{fact}]" in line for fact in SPOKEN) or "out loud" in line


def test_the_plan_counts_from_the_earliest_of_three_days():
    """
    The meeting that decided the change, the printed date and the day the notice came: the first of them is day 0.
    """
    said = section(PLAN, "What day does the count start?")

    assert "earliest" in said and "[^mo-notice-10-days-from-meeting]" in said
    assert [True] * 3 == [words in said for words in ("meeting", "printed on the notice", "you got the notice")]


def test_the_plan_says_when_there_may_be_no_wait():
    """
    For accommodations alone no notice is needed, so the parent looks tonight and has two sentences to copy.
    """
    said = section(PLAN, "Only accommodations or modifications")
    quotes = [line.removeprefix("> ") for line in said.splitlines() if line.startswith("> ")]

    assert "[^mo-notice-none-for-accommodations]" in said and "tonight" in said
    assert 2 == len(re.findall(r"\.(?: |$)", quotes[0]))
    assert "[^mo-notice-none-for-accommodations]" in line_with("plans/first-48-hours.md", "{#see-if-urgent ")
    assert "mo-notice-none-for-accommodations" in told("change-coming", change_plan="iep").facts


def test_who_already_said_yes_out_loud_has_words_to_send():
    """
    The plan has an e-mail that takes the yes back without taking back consent, and its first step and the first night
    lead to it; the helper has the words in its own first step.
    """
    said = section(PLAN, "If you already said yes out loud")
    quote = next(line for line in said.splitlines() if line.startswith("> "))

    assert "I do not agree" in quote and "I do not take back my consent to special education" in quote
    assert "(#already-said-yes) tonight" in line_with(PLAN, "{#read-it ")
    assert "ten-days-after-a-notice.md#already-said-yes" in line_with("plans/first-48-hours.md", "{#sign-nothing ")
    (words,) = told("change-coming", change_plan="iep", discipline="other", said_yes="spoken").to_copy[:1]
    assert re.search(r"I (do not|no longer) agree", words)
    assert "I do not take back my consent to special education" in words


@pytest.mark.parametrize("key", ["change-coming", "draft-to-sign", "accommodations-cut", "building-change"])
def test_who_may_lose_the_wait_reads_of_a_spoken_yes(key):
    """
    Where a signature could let a change start, the helper says that a spoken yes can do so too.
    """
    assert set(SPOKEN) & told(key).facts


def test_the_plan_and_the_counter_take_the_same_last_day():
    """
    The plan's last safe day is the last of the wait when its first day is day 0; the change comes on the day after.
    """
    last = re.search(r"\{#safe-last-day day=(\d+) ", text(PLAN))

    assert WAIT.amount - 1 == int(last[1])


def test_the_plan_leads_on_and_not_back():
    """
    Who comes from "Act today" is not sent there again, but to the worksheet for filing.
    """
    assert "due-process-outline.md" in text(PLAN).split("/// next")[1]


def test_the_tool_shows_the_wait_once():
    """
    The wait stands in four facts and is one row, under the one that says it best; one district's count from the meeting
    is told with it.
    """
    waits = [
        row.facts for row in ROWS["notice-of-action-given"] if isinstance(row.rule, Limit) and row.rule.kind == "wait"
    ]
    event = DATA.events["notice-of-action-given"]

    assert [
        ["mo-notice-of-action-10-days", "mo-spoken-yes", "mo-notice-signature", "mo-notice-none-for-accommodations"]
    ] == waits
    assert "mo-notice-10-days-from-meeting" in event.facts and "meeting" in event.that_day


def test_the_tool_tells_each_fact_once():
    """
    What is read with the dates of an event, such as that a spoken yes ends the wait, is not said with the limit as well.
    """
    told = for_scripts(DATA.events, ROWS, DATA.facts, read_phrases(ROOT, []))

    twice = [
        fact
        for key, event in DATA.events.items()
        for fact in event.facts
        for rule in told[key]["rules"]
        if DATA.facts[fact].statement in rule["says"]
    ]
    assert ([], "mo-spoken-yes") == (twice, DATA.events["notice-of-action-given"].facts[0])


def test_the_page_on_time_limits_names_its_exception():
    """
    The page says that the first day of a wait counts, and that either side may ask for more time for a hearing decision.
    """
    said = text("reference/time-limits.md")

    assert "We count a waiting period before a change differently" in said
    assert {"hearing-decision-45-days", "complaint-more-time"} <= set(
        re.findall(r"\[\^([a-z0-9-]+)\]", section("reference/time-limits.md", "What keeps running while you mediate"))
    )


@pytest.mark.parametrize(
    "path, mark",
    [
        ("reference/time-limits.md", "**A waiting period doesn't stop a change.**"),
        ("checklists/first-48-hours.md", "{#what-starts-when}"),
        ("checklists/is-mediation-right-for-us.md", "{#check-urgency}"),
        ("kit.md", "Stay put starts when you file"),
        (PLAN, "your child [stays put]"),
    ],
)
def test_beside_stay_put_stands_that_discipline_differs(path, mark):
    """
    Who reads that a case holds the placement reads there that discipline has its own rule.
    """
    assert re.search(r"Discipline\b[^.]*\.\[\^stay-put-discipline\]", line_with(path, mark))


def test_the_answer_to_a_no_agrees_to_nothing():
    """
    The letter that offers steps says that it agrees to no change, and the rules of the letters hold it to that.
    """
    sentence = "not agreed or consented to a change"

    assert sentence in text("letters/answer-to-refusal.md").split("/// letter")[1]
    assert any(sentence in part.phrases for part in DATA.letters["answer-to-refusal"].required_sections)
