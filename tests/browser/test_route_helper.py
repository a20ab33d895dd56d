"""
The decision helper, as a parent uses it: one question at a time, what the answers lead to, and answers that refine it.
Its words are made up (route_data.py), but for the first question, which stands in the page; choosing: test_route_choosing.py.
"""

import datetime
import json
import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import expect

from barriers import EACH_WEEK_AT_A_DESK, barriers
from helper_ways import history_has
from route_data import give

CLOCK = datetime.datetime(2026, 11, 24, 9, 30)
PAGE = "which-route.html"
FIRST = re.compile("^A change is planned")
KEPT = "() => [...Object.entries(localStorage), ...Object.entries(sessionStorage), document.cookie, JSON.stringify(history.state)]"


@pytest.fixture
def blocked() -> list[str]:
    """
    Names of the helper's scripts that do not load.
    """
    return []


@pytest.fixture
def helper(page, address, blocked):
    page.clock.set_fixed_time(CLOCK)
    give(page, blocked)
    page.goto(address + PAGE)
    return page


def tap(page, name):
    page.locator("guide-route-helper").get_by_role("button", name=name).click()


def heading(page):
    return page.locator("guide-route-helper").get_by_role("heading", level=2).first


def to_change(page, day="2026-12-04"):
    tap(page, FIRST)
    tap(page, "An IEP")
    if not day:
        return tap(page, "Not sure")
    tap(page, "I know it")
    page.get_by_label("The day it starts").fill(day)
    return tap(page, "Continue")


def open_fold(page, title):
    """
    Open a closed row of the result, and return it.
    """
    row = page.locator("details").filter(has=page.locator("summary", has_text=title)).last
    if row.get_attribute("open") is None:
        row.locator("summary", has_text=title).click()
    return row


def open_row(page, question):
    """
    Open a question of the result, and return its row.
    """
    open_fold(page, "Make it fit your family")
    row = page.locator("[data-ask]").filter(has=page.get_by_text(question, exact=True))
    row.locator("summary").click()
    return row


def parts(page) -> list[str]:
    return [
        name for name in page.locator(".guide-route__outcome").get_by_role("heading", level=3).all_inner_texts() if name
    ]


def test_a_tap_is_the_answer(helper):
    """
    No radio and no Continue: a row goes on at the tap, and says how far one is.
    """
    widget = helper.locator("guide-route-helper")
    expect(widget.get_by_role("radio")).to_have_count(0)
    expect(widget.get_by_role("button", name="Continue")).to_have_count(0)
    assert 60 <= min(row.bounding_box()["height"] for row in widget.get_by_role("button").all())
    tap(helper, FIRST)

    expect(heading(helper)).to_have_text("Which plan?")
    expect(heading(helper)).to_be_focused()
    expect(widget.get_by_text("Question 2 of about 3")).to_be_visible()


def test_a_result_answers_in_order(helper):
    """
    The day and what is left of it, why, today with its call, if nobody answers, then all else, each once.
    """
    to_change(helper)
    expect(heading(helper)).to_have_text("File by December 4, 2026. 10 days left.")
    expect(helper.get_by_role("link", name="Call 573-555-0100")).to_have_attribute("href", "tel:573-555-0100")
    expect(helper.get_by_text("Who can help for free")).to_be_visible()

    assert [
        "Today, Tuesday",
        "This week",
        "By Friday, December 4, 2026",
        "Watch out",
        "Your dates",
        "Who can help for free",
        "Your options",
    ] == parts(helper)


@pytest.mark.parametrize(
    ("moment", "labels", "first"),
    [
        ("2026-11-24T16:45", ["Tonight", "Tomorrow morning"], "Start: Worksheet"),
        ("2026-11-28T10:00", ["This weekend", "Monday morning"], "Start: Worksheet"),
        ("2026-11-24T10:00", ["Today, Tuesday", "This week"], "Call 573-555-0100"),
    ],
)
def test_after_hours_what_can_be_written_comes_first(moment, labels, first, helper):
    """
    When offices are closed the papers come before the call, and the call has its morning and a reminder.
    """
    helper.clock.set_fixed_time(datetime.datetime.fromisoformat(moment))
    to_change(helper)
    step = helper.locator(".guide-route__todo").get_by_role("link").first

    expect(step).to_have_text(first)
    assert labels == parts(helper)[:2]


def test_a_call_that_is_answered_at_any_hour_stays_first(helper):
    """
    At night a child who is not safe still gets the hotline first, and no word of a weekend or a morning.
    """
    helper.clock.set_fixed_time(datetime.datetime(2026, 11, 28, 22))
    tap(helper, re.compile("isn.t safe"))

    expect(helper.locator(".guide-route__todo").get_by_role("link").first).to_have_text("Call 800-555-0100")
    assert ["Today, Saturday"] == parts(helper)[:1]


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("", "Which day was it?"),
        ("1906-05-01", "Is the year 1906 right?"),
        ("2026-11-25", "November 25, 2026 hasn’t come yet. When did it happen?"),
    ],
)
def test_a_day_that_cannot_be_is_asked_about(typed, question, helper):
    """
    No day, 1906, tomorrow: a question beside the field, the focus in it, and nothing guessed.
    """
    to_change(helper, "")
    row = open_row(helper, "When did it happen?")
    row.get_by_role("button", name="I know the date").click()
    row.get_by_label("The first time").fill(typed)
    row.get_by_role("button", name="Continue").click()

    expect(row.get_by_role("alert").filter(has_text=question)).to_be_visible()
    expect(row.get_by_label("The first time")).to_be_focused()
    assert "{}" == json.dumps(helper.evaluate("document.querySelector('guide-route-helper').answers.happened ?? {}"))


@pytest.mark.parametrize("typed", ["04312026", "1"])
def test_a_day_that_is_none_is_asked_about(typed, helper):
    """
    April 31, or half a day: the field cannot hold it, and a question says so.
    """
    to_change(helper, "")
    row = open_row(helper, "When did it happen?")
    row.get_by_role("button", name="I know the date").click()
    row.get_by_label("The first time").press_sequentially(typed)
    row.get_by_role("button", name="Continue").click()

    expect(row.get_by_role("alert").filter(has_text="There’s no such date. What day is it?")).to_be_visible()


def test_an_answer_refines_the_result_where_the_parent_is(helper):
    """
    The headline changes, the row closes with its answer, stays in sight and keeps the focus, and the change is announced.
    """
    to_change(helper)
    row = open_row(helper, "When did it happen?")
    row.get_by_role("button", name="I know the date").click()
    row.get_by_label("The first time").fill("2025-10-01")
    row.get_by_role("button", name="Continue").click()

    expect(
        helper.get_by_role("status").filter(has_text="Your result is up to date: The year ended October 1, 2026.")
    ).to_be_visible()
    expect(heading(helper)).to_have_text("The year ended October 1, 2026. Call a lawyer.")
    expect(row.locator("summary")).to_be_focused()
    expect(row.locator("summary")).to_contain_text("I know the date · October 1, 2025")
    expect(row.locator("summary")).to_be_in_viewport()


def test_with_the_first_answer_the_page_is_the_task(helper):
    """
    The page around the question goes, and its title is read out alone; on the first question all of it is back.
    """
    around = helper.get_by_role("heading", name="None of these fit?")
    expect(around).to_be_visible()
    tap(helper, FIRST)
    expect(around).to_be_hidden()
    expect(helper.locator("html")).to_have_attribute("data-task", "helper")
    expect(helper.get_by_role("heading", level=1)).to_be_attached()
    tap(helper, "Back")

    expect(around).to_be_visible()
    expect(helper.locator("html")).not_to_have_attribute("data-task", "helper")


def test_what_few_need_is_closed_and_told_in_one_line(helper):
    """
    A route says when to take it; a tap shows its reasons. A second matter, papers and answers are one tap away.
    """
    to_change(helper)
    route = open_fold(helper, "A due process complaint")
    expect(route.get_by_text("It is serious.")).to_be_visible()
    expect(helper.locator("summary", has_text="A complaint").last).to_contain_text(
        "Too late for this. It holds nothing."
    )
    open_fold(helper, "Letters, plan and checklist")
    expect(helper.get_by_role("link", name="Before you file")).to_be_visible()
    open_fold(helper, "A second problem or child?")

    expect(helper.get_by_text("start again for the other")).to_be_visible()


@pytest.mark.parametrize(
    ("about", "stands"),
    [
        ("Under 6 months ago", "it’s still open"),
        ("6 to 12 months ago", "It may end soon"),
        ("1 to 1½ years ago", "It may be over for this"),
    ],
)
def test_who_does_not_know_the_day_taps_the_closest(about, stands, helper):
    """
    Nothing is counted from it: the result says where the deadline may stand, and which day would tell.
    """
    to_change(helper, "")
    row = open_row(helper, "When did it happen?")
    row.get_by_role("button", name="I know the date").click()
    row.get_by_role("button", name=about).click()
    dates = helper.locator(".guide-route__dates")

    expect(dates).to_contain_text(f"Your answer: {about}. To count, we need this: The first time.")
    expect(dates.get_by_role("listitem").filter(has_text="1 year")).to_contain_text(stands)
    expect(row.locator("summary")).to_contain_text(about)


def test_what_must_arrive_is_sent_before(helper):
    """
    Five work days before the last day, over Thanksgiving and two weekends; what happened and today stand on the line.
    """
    to_change(helper, "")
    row = open_row(helper, "When did it happen?")
    row.get_by_role("button", name="I know the date").click()
    row.get_by_label("The first time").fill("2025-12-04")
    row.get_by_role("button", name="Continue").click()
    expect(helper.locator(".guide-timeline").get_by_text("Send it by this day")).to_be_visible()
    days = helper.locator(".guide-timeline__day").all_inner_texts()

    assert ["Thu, Dec 4, 2025", "Today, Tue, Nov 24", "Fri, Nov 27", "Fri, Dec 4"] == days[:4]


def test_each_time_has_its_deadline_and_a_weekend_its_work_day(helper):
    """
    The first and the newest time are counted each, with the sum; a last day on a Saturday names the Friday before.
    """
    to_change(helper)
    row = open_row(helper, "When did it happen?")
    row.get_by_role("button", name="I know the date").click()
    row.get_by_label("The first time").fill("2025-11-28")
    row.get_by_label("The most recent time").fill("2026-10-14")
    row.get_by_role("button", name="Continue").click()
    dates = helper.locator(".guide-route__dates").get_by_role("listitem")
    counted = open_fold(helper, "How we counted")

    expect(dates.filter(has_text="Sat, Nov 28")).to_contain_text("Be done by Friday, November 27, 2026.")
    expect(dates.filter(has_text="Oct 14, 2027")).to_contain_text("324 days left")
    for day in ("November 28, 2025 + 1 year = November 28, 2026", "October 14, 2026 + 1 year = October 14, 2027"):
        expect(counted).to_contain_text(day)


def test_what_the_other_side_must_keep_is_no_deadline(helper):
    """
    The state's sixty days are called a wait, without days left.
    """
    to_change(helper)
    row = open_row(helper, "What did you file?")
    row.get_by_role("button", name="A complaint").click()
    row.get_by_label("The day you filed").fill("2026-11-02")
    row.get_by_role("button", name="Continue").click()
    wait = helper.locator(".guide-route__dates").get_by_role("listitem").filter(has_text="Their answer")

    expect(wait).to_contain_text("Until Friday, January 1, 2027")
    expect(wait).to_contain_text("a wait, not a deadline")
    expect(wait).not_to_contain_text("left")


def test_school_days_out_are_counted_for_the_parent(helper):
    """
    Two times out, a day without school less: the sum stands below, chooses the answer, and speaks in the result.
    """
    to_change(helper)
    row = open_row(helper, "How many days out?")
    row.get_by_role("button", name="Count the days for me").click()
    row.get_by_label("First day out").fill("2026-11-02")
    row.get_by_label("Last day out").fill("2026-11-16")
    row.get_by_label("Days without school").fill("1")
    row.get_by_role("button", name="Add another time").click()
    row.get_by_label("First day out").last.fill("2026-09-08")
    expect(row.get_by_role("status").filter(has_text="That makes 11 school days.")).to_be_visible()
    row.get_by_role("button", name="Continue").click()

    expect(row.locator("summary")).to_contain_text("More than 10 · 11 school days")
    why = open_fold(helper, "Why this comes first").get_by_role("paragraph")

    expect(why.filter(has_text="Your child was out 11 school days.")).to_be_visible()


def test_minutes_owed_are_counted_for_the_parent(helper):
    """
    Sixty minutes in the whole weeks between two days, ninety given; what is missing in the form is asked in words.
    """
    to_change(helper)
    row = open_row(helper, "How much was missed?")
    row.get_by_role("button", name="I can count it").click()
    row.get_by_role("button", name="Continue").click()
    expect(row.get_by_role("alert").filter(has_text="How many minutes a week does the plan say?")).to_be_visible()
    row.get_by_label("Minutes a week").fill("60")
    row.get_by_label("The first time").fill("2026-10-05")
    row.get_by_label("The most recent time").fill("2026-11-15")
    row.get_by_label("Minutes given").fill("90")
    expect(row.get_by_role("status").filter(has_text="6 × 60 minutes − 90 given = 270 minutes missing")).to_be_visible()
    row.get_by_role("button", name="Continue").click()

    why = open_fold(helper, "Why this comes first").get_by_role("paragraph")

    expect(why.filter(has_text="They owe you 270 minutes.")).to_be_visible()


def test_several_answers_at_once(helper):
    """
    Where several may be true they are boxes with a Continue, and what concerns this family stands in the result.
    """
    to_change(helper)
    row = open_row(helper, "Does one fit?")
    row.get_by_role("checkbox", name="My child is 18").check()
    row.get_by_role("button", name="Continue").click()

    expect(open_fold(helper, "Your child is 18").get_by_role("paragraph")).to_have_text("The student signs.")


def test_back_goes_back_and_keeps_the_answers(helper):
    """
    Back on the page and Forward in the browser; the answer is still marked, and another one changes the result.
    """
    to_change(helper, "")
    tap(helper, "Back")
    tap(helper, "Back")
    expect(helper.get_by_role("button", name=re.compile("^An IEP"))).to_have_attribute("aria-current", "true")
    helper.go_forward()
    helper.go_forward()

    expect(heading(helper)).to_have_text("File before it starts.")


def test_an_answer_can_be_changed_from_the_result(helper):
    """
    Change an answer: the closed row opens with each answer; a new one leads to the result again, the rest is kept.
    """
    to_change(helper)
    tap(helper, "Change an answer")
    tap(helper, "Change: Which plan?")
    tap(helper, "Only a 504 plan")

    expect(heading(helper)).to_have_text("File by December 4, 2026. 10 days left.")
    expect(helper.locator("summary", has_text="Fits now")).to_have_count(1)


def test_words_to_copy(helper, context):
    """
    The words go into the clipboard, and it is said.
    """
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    to_change(helper)
    tap(helper, "Copy these words")
    expect(helper.get_by_text("Copied. Paste the words")).to_be_visible()

    assert "Please wait until we have met." == helper.evaluate("navigator.clipboard.readText()")


def test_words_that_the_browser_cannot_copy_are_marked(helper):
    """
    Without a clipboard the parent is told, and the words are marked for their own hand.
    """
    helper.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    to_change(helper)
    tap(helper, "Copy these words")
    expect(helper.get_by_text("This browser can’t copy for you.")).to_be_visible()

    assert "Please wait until we have met." == helper.evaluate("String(getSelection())").strip()


@pytest.mark.parametrize(("blocked", "answers"), [(["data"], 0), (["unsafe"], 1)])
def test_data_that_does_not_load_leaves_a_way_on(blocked, answers, helper):
    """
    It is said, the list of all situations stands there, and the next tap tries again.
    """
    tap(helper, re.compile("isn.t safe"))
    expect(helper.get_by_role("alert").filter(has_text="We couldn’t load the next question.")).to_be_visible()
    expect(helper.locator("guide-route-helper").get_by_role("link").first).to_be_visible()
    blocked.clear()
    tap(helper, re.compile("isn.t safe"))

    expect(heading(helper)).to_have_text("Call the hotline now.")


def test_the_last_days_go_into_a_calendar(helper):
    """
    The parent's own last days that are still to come, on the work day before a weekend, and nothing of the child.
    """
    to_change(helper)
    row = open_row(helper, "When did it happen?")
    row.get_by_role("button", name="I know the date").click()
    row.get_by_label("The first time").fill("2025-11-28")
    row.get_by_role("button", name="Continue").click()
    with helper.expect_download() as download:
        tap(helper, "Add to my calendar")
    text = Path(download.value.path()).read_text(encoding="utf-8")

    assert (1, ["20261127"]) == (text.count("BEGIN:VEVENT"), re.findall(r"DTSTART;VALUE=DATE:(\d+)", text))


def test_nothing_leaves_the_page_or_stays_behind(helper, asked, complaints):
    """
    Answers are not kept, not sent and not in the address; start again forgets them.
    """
    to_change(helper)
    expect(helper.get_by_text("Who can help for free")).to_be_visible()
    history_has(helper, 4)

    assert ([], ["", '{"guideRoute":4}'], "", []) == (
        [address for address in asked if "?" in address or "2026" in address],
        helper.evaluate(KEPT),
        helper.evaluate("location.search + location.hash"),
        complaints,
    )
    helper.locator(".guide-route__foot").get_by_role("button", name="Start again").click()
    assert {} == helper.evaluate("document.querySelector('guide-route-helper').answers")


def test_a_keyboard_alone_gets_to_the_result(helper):
    """
    Tab and Enter, from the first question to an answer on the result.
    """

    def reach(name):
        for _ in range(60):
            helper.keyboard.press("Tab")
            if name in helper.evaluate("document.activeElement.textContent"):
                return helper.keyboard.press("Enter")
        raise AssertionError(f"no way to {name}")

    helper.locator("guide-route-helper").get_by_role("button", name=FIRST).focus()
    helper.keyboard.press("Enter")
    expect(heading(helper)).to_have_text("Which plan?")
    reach("An IEP")
    expect(heading(helper)).to_have_text("When does it start?")
    reach("Not sure")
    expect(heading(helper)).to_have_text("File before it starts.")
    expect(helper.get_by_text("Who can help for free")).to_be_visible()
    reach("Make it fit your family")
    reach("What did you file?")
    expect(helper.locator("[data-ask]").get_by_role("button", name="Not sure")).to_be_visible()
    reach("Not sure")

    expect(helper.get_by_role("status").filter(has_text="Your result is up to date")).to_be_visible()


def test_it_works_from_a_folder(page, site, complaints):
    """
    Opened from a disk the first tap loads the guide's own data, and no script is refused.
    """
    page.goto((site / PAGE).as_uri())
    tap(page, FIRST)
    expect(heading(page)).not_to_have_text("Is one of these happening right now?")

    assert [] == complaints


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_it_is_a_list_of_links(page, address):
    """
    Each situation leads to its own page, and no button is dead.
    """
    page.goto(address + PAGE)
    links = page.locator("guide-route-helper").get_by_role("link")

    assert (True, 0) == (40 < links.count(), page.locator("guide-route-helper").get_by_role("button").count())


def show_first(page):
    pass


def show_question(page):
    tap(page, FIRST)


def show_trouble(page):
    to_change(page, "")
    row = open_row(page, "When did it happen?")
    row.get_by_role("button", name="I know the date").click()
    row.get_by_role("button", name="Continue").click()


def show_counters(page):
    to_change(page)
    open_row(page, "How many days out?").get_by_role("button", name="Count the days for me").click()
    open_row(page, "How much was missed?").get_by_role("button", name="I can count it").click()
    open_row(page, "Does one fit?")


def show_result(page):
    to_change(page)
    expect(page.get_by_text("Who can help for free")).to_be_visible()
    for title in ("A due process complaint", "How we counted", "Letters, plan and checklist"):
        open_fold(page, title)
    tap(page, "Change an answer")


@pytest.mark.parametrize(
    "state", [show_first, show_question, show_trouble, show_counters], ids=lambda state: state.__name__
)
@pytest.mark.parametrize("looks", EACH_WEEK_AT_A_DESK, ids=["each-day", "each-week"])
def test_no_state_has_a_barrier(looks, state, helper):
    """
    Axe finds nothing in a question, a slip and the counters, and nothing is wider than the window.
    """
    state(helper)

    assert [] == barriers(helper, "guide-route-helper", looks)


def test_a_result_has_no_barrier(helper):
    """
    Nor is there one in a result, whose dates have a color of their own at a desk.
    """
    show_result(helper)

    assert [] == barriers(helper, "guide-route-helper")


def test_a_result_prints_on_one_sheet(helper):
    """
    What to do, the days and the routes on one page of paper, without buttons to press.
    """
    to_change(helper)
    expect(helper.get_by_text("Who can help for free")).to_be_visible()
    with pikepdf.open(BytesIO(helper.pdf(prefer_css_page_size=True))) as paper:
        pages = len(paper.pages)

    assert 1 == pages
