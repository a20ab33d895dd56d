"""
Time limits, as a parent counts them.
"""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import expect

from barriers import EACH_WEEK_AT_A_DESK, barriers
from guide.blocks.deadlines import rows_by_event
from guide.data import read_data
from guide.phrases import read_phrases

PAGE = "reference/time-limits.html"
ROOT = Path(__file__).resolve().parent.parent.parent
DATA = read_data(ROOT / "docs/_data")
PHRASES = read_phrases(ROOT, [])
TODAY = "2027-03-20T12:00:00"
# How high the dates of each event stand when they alone are printed, by the event's key.
MEASURE = """day => {
  document.documentElement.dataset.print = "dates"
  const tool = document.querySelector("guide-deadlines"), heights = {}
  for (const event of Object.keys(tool.events)) {
    tool.select.value = event
    tool.ask()
    tool.input.value = day
    tool.answer()
    heights[event] = tool.result.getBoundingClientRect().height
  }
  delete document.documentElement.dataset.print
  return heights
}"""


@pytest.fixture
def tool(page, address):
    """
    The page of time limits, on March 20, 2027.
    """
    page.clock.set_fixed_time(TODAY)
    page.goto(address + PAGE)
    return page


def pick(page, title):
    page.get_by_label("What happened?").select_option(label=title)


def count(page, title, day):
    pick(page, title)
    page.get_by_label(DATA_QUESTIONS[title]).fill(day)
    page.get_by_role("button", name="Show my dates").click()


DATA_QUESTIONS = {event.title: event.question for event in DATA.events.values()}
DISPUTE = "I found out about something I disagree with"
CASE = "The district got my due process complaint"
PRIVATE = "I am moving my child to a private school and want the district to pay"
DEAL = "I signed a deal at a resolution meeting"
HEARING = "A hearing has a date"
LONG = "The superintendent gave my child a long suspension"
NOTICE = "I got a Notice of Action"
OUTSIDE = "I asked for an outside evaluation (IEE)"
REMOVED = "My child was removed from school"
RULE = "The district broke a rule"
REQUEST = "DESE gets my child complaint"
RECORDS = "I asked for the school records"


def dates(page):
    return page.get_by_role("region", name="Your dates")


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_every_limit_stands_in_the_table(page, address):
    """
    Each length is there below the event that starts it, with whose it is, and a mark; no field waits for a script.
    """
    page.goto(address + PAGE)
    said = page.get_by_role("main").inner_text().translate(str.maketrans("“”’", '""\''))
    rows = [row for rows in rows_by_event(DATA.facts).values() for row in rows]

    missing = [
        row.in_words(PHRASES) for row in rows if row.in_words(PHRASES) not in said or row.rule.starts[1:] not in said
    ]

    assert ([], 0) == (missing, page.get_by_role("combobox").count())
    assert (
        len(rows)
        == page.locator("[data-rule]").filter(has=page.get_by_role("link", name=re.compile("^Source"))).count()
    )


def test_the_sum_is_shown(tool):
    """
    A parent sees how the date comes about, its weekday, and whose limit it is.
    """
    count(tool, CASE, "2027-03-03")

    expect(dates(tool).get_by_text("March 3, 2027 + 10 calendar days = March 13, 2027, a Saturday.")).to_be_visible()
    expect(dates(tool).get_by_text("The district’s deadline: answer your complaint.")).to_be_visible()
    expect(dates(tool)).to_contain_text(
        "Counted from the day the district got your due process complaint: Wednesday, March 3, 2027."
    )


def test_a_limit_of_mine_on_a_weekend_is_not_moved(tool):
    """
    The date stays a Saturday, and the sum says to file before.
    """
    count(tool, "My child was treated unfairly because of a disability", "2027-03-02")

    expect(
        dates(tool).get_by_text("March 2, 2027 + 180 calendar days = August 29, 2027, a Sunday; file before.")
    ).to_be_visible()
    expect(dates(tool)).to_contain_text("Your deadline: file the complaint with OCR.")


def test_years_end_on_the_safe_day(tool):
    """
    From February 29 the year ends on February 28, and the sum says why; the filing hours stand with it.
    """
    count(tool, DISPUTE, "2024-02-29")

    expect(
        dates(tool).get_by_text(
            "February 29, 2024 + 2 years = February 28, 2026, a Saturday; file before. "
            "There is no February 29 in that year, so we use the safe day."
        )
    ).to_be_visible()
    expect(dates(tool)).to_contain_text("8:00 a.m. to 4:30 p.m.")


def test_what_cannot_have_started_earlier_is_counted_too(tool):
    """
    The day a rule was broken gives the three limits for filing, and says which were taken to be safe.
    """
    count(tool, RULE, "2027-03-03")

    expect(dates(tool).get_by_role("heading", level=3)).to_have_text(
        ["Monday, August 30, 2027", "Friday, March 3, 2028", "Saturday, March 3, 2029", "Read with these dates"]
    )
    expect(dates(tool).get_by_text("To be safe, we counted it as")).to_have_count(2)


def test_the_look_back_is_no_due_date(tool):
    """
    One year back from a child complaint is a first day, not a last one.
    """
    count(tool, REQUEST, "2028-02-29")

    expect(dates(tool).get_by_role("heading", name="Not before Monday, March 1, 2027")).to_be_visible()
    expect(dates(tool)).to_contain_text("too old for this step")


@pytest.mark.parametrize(
    ("day", "is_late", "counted", "last"),
    [
        ("2027-03-03", False, "Counted from", "Sunday, May 2, 2027"),
        ("2027-03-03", True, "counted from the next business day: Thursday, March 4, 2027", "Monday, May 3, 2027"),
        ("2027-03-06", False, "counted from the next business day: Monday, March 8, 2027", "Friday, May 7, 2027"),
    ],
)
def test_what_comes_in_after_closing_time_counts_on_the_next_work_day(day, is_late, counted, last, tool):
    """
    DESE's sixty days for a complaint that came in on time, after closing time, and on a Saturday.
    """
    pick(tool, REQUEST)
    tool.get_by_label(DATA_QUESTIONS[REQUEST]).fill(day)
    tool.get_by_label("It came in after closing time").set_checked(is_late)
    tool.get_by_role("button", name="Show my dates").click()

    expect(dates(tool)).to_contain_text(counted)
    expect(dates(tool).get_by_role("heading", name=last)).to_be_visible()


def test_where_no_office_hours_count_none_are_asked_for(tool):
    """
    Who learned of something is not asked about closing time.
    """
    pick(tool, DISPUTE)

    expect(tool.get_by_label("It came in after closing time")).to_be_hidden()


def test_business_days_counted_on_take_the_safe_side(tool):
    """
    From a Friday the early date counts the weekend; the later one is named, and not to be relied on.
    """
    count(tool, DEAL, "2027-03-05")

    expect(
        dates(tool).get_by_text("March 5, 2027 + 3 days, weekends counted to be safe = March 8, 2027, a Monday.")
    ).to_be_visible()
    expect(dates(tool)).to_contain_text("it would be March 10, 2027, and a holiday can make it later still")


def test_business_days_counted_back_leave_weekends_out(tool):
    """
    Back from a hearing the date is the earlier one, and may be earlier still.
    """
    count(tool, HEARING, "2027-05-12")

    expect(dates(tool)).to_contain_text(
        "May 12, 2027 − 5 business days = May 5, 2027, a Wednesday. "
        "Saturdays and Sundays are left out. Earlier if there is a holiday in between."
    )


def test_the_notice_before_a_private_school_counts_weekday_holidays(tool):
    """
    Back from the Tuesday after Martin Luther King Day, two weekends are left out and the holiday is not; earlier is safe.
    """
    count(tool, PRIVATE, "2027-01-19")

    expect(dates(tool).get_by_role("heading", name="Tuesday, January 5, 2027")).to_be_visible()
    expect(dates(tool)).to_contain_text(
        "January 19, 2027 − 10 business days = January 5, 2027, a Tuesday. Saturdays and Sundays are left out. "
        "Holidays on a weekday count as business days for this limit. Earlier is safe."
    )
    expect(dates(tool)).to_contain_text("Your deadline: give the district written notice")
    expect(dates(tool)).not_to_contain_text("if a holiday falls in")


def test_school_days_are_never_computed(tool):
    """
    Without the school's calendar there is no date, but a way to count.
    """
    count(tool, REMOVED, "2027-03-03")

    expect(dates(tool).get_by_role("heading", name="Count with the school’s calendar")).to_be_visible()
    expect(dates(tool)).to_contain_text("Day 1 is the first school day after March 3, 2027.")
    expect(tool.get_by_role("button", name="Add these dates to my calendar")).to_be_hidden()


def test_a_rule_without_a_number_gets_none(tool):
    """
    The words of the law stand in place of a date.
    """
    count(tool, OUTSIDE, "2027-03-03")

    expect(dates(tool).get_by_role("heading", name="No set date")).to_be_visible()
    expect(dates(tool)).to_contain_text('the rule says "without unnecessary delay"')


def test_a_limit_of_mine_without_a_number_is_for_the_same_day(tool):
    """
    The appeal of a long suspension has no last day that we know of: act now, and read that it puts the suspension on hold.
    """
    count(tool, LONG, "2027-03-19")

    expect(dates(tool).get_by_role("heading", name="No set date: act now")).to_be_visible()
    expect(dates(tool)).to_contain_text("tell the district in writing that you appeal to the school board")
    expect(dates(tool)).to_contain_text("so act the same day.")
    expect(dates(tool)).not_to_contain_text("There is no number to count")
    expect(dates(tool)).to_contain_text("is put on hold until the board decides")


@pytest.mark.parametrize(
    "title, said",
    [
        (
            "The school decided to change my child's placement because of behavior",
            "the meeting about the behavior asks two questions",
        ),
        (
            "The school moved my child to another setting because of weapons, drugs or an injury",
            "45 school days after March 3, 2027.",
        ),
        ("The team met about the behavior", 'the rule says "immediate steps". Ask in writing when it will be done.'),
        (REMOVED, "take your child back, or start the extra protections"),
    ],
)
def test_the_limits_of_discipline_are_told(title, said, tool):
    """
    Each day that matters in a discipline case has its limits, with what is read beside them.
    """
    count(tool, title, "2027-03-03")

    expect(dates(tool)).to_contain_text(re.compile(re.escape(said), re.IGNORECASE))


def test_a_wait_is_called_a_wait(tool):
    """
    The ten days after a Notice of Action are no due date: the change may start, and mediation freezes nothing.
    """
    count(tool, NOTICE, "2027-03-17")

    expect(dates(tool)).to_contain_text("In 6 days. The change may start the day after. Act before then.")
    expect(dates(tool)).to_contain_text("Mediation alone does not freeze")


def test_where_sources_differ_both_stand(tool):
    """
    State practice and federal law on testing stand side by side, and the parent is told to ask.
    """
    count(tool, "I signed the consent for an evaluation", "2027-03-03")

    expect(dates(tool).get_by_text(re.compile("^State practice: "))).to_have_count(1)
    expect(dates(tool).get_by_text(re.compile("^Law: "))).to_have_count(1)
    expect(dates(tool)).to_contain_text("Ask the district in writing what it thinks the deadline is")


def test_a_mark_in_the_answer_leads_to_its_source(tool):
    """
    The number behind a rule opens the source with that number, and no address stands twice on the page.
    """
    count(tool, CASE, "2027-03-03")
    mark = dates(tool).get_by_role("link", name=re.compile("^Source")).first
    number = mark.inner_text()
    mark.click()

    expect(tool.locator(f"#source-{number}")).to_be_in_viewport()
    assert [] == tool.evaluate("""() => {
      const ids = [...document.querySelectorAll("[id]")].map(found => found.id)
      return ids.filter((id, n) => ids.indexOf(id) !== n)
    }""")


@pytest.mark.parametrize(
    "title, day, sentence",
    [
        (CASE, "", "Give the date. If you don't know it"),
        (CASE, "1906-03-03", "The year 1906 cannot be right."),
        (CASE, "last Tuesday", "Include the year"),
        (CASE, "2027-04-31", "There is no such date."),
        (RECORDS, "2027-03-21", "March 21, 2027 hasn't come yet."),
        (DISPUTE, "2027-12-31", "December 31, 2027 hasn't come yet."),
    ],
)
def test_a_bad_day_is_told_beside_its_field(title, day, sentence, tool):
    """
    A sentence by the field, the focus on it, and no date shown; also in a browser that takes any words for a date.
    """
    count(tool, CASE, "2027-03-03")
    pick(tool, title)
    field = tool.get_by_label(DATA_QUESTIONS[title])
    field.evaluate("field => { field.type = 'text' }")
    field.fill(day)
    tool.get_by_role("button", name="Show my dates").click()

    expect(tool.get_by_text(sentence)).to_be_visible()
    expect(field).to_be_focused()
    expect(field).to_have_accessible_description(re.compile(re.escape(sentence)))
    expect(dates(tool)).to_be_hidden()


def test_a_half_typed_day_is_told(tool):
    """
    Month and day without a year are no day.
    """
    pick(tool, CASE)
    tool.get_by_label(DATA_QUESTIONS[CASE]).press_sequentially("0431")
    tool.keyboard.press("Enter")

    expect(tool.get_by_text("There is no such date.")).to_be_visible()


def test_no_event_is_told(tool):
    """
    Without an event the list of events has the focus, and a sentence.
    """
    tool.get_by_role("button", name="Show my dates").click()

    expect(tool.get_by_text("Choose what happened.")).to_be_visible()
    expect(tool.get_by_label("What happened?")).to_be_focused()


def test_a_day_that_may_still_come_is_taken(tool):
    """
    A hearing may lie ahead; so may the day on which a complaint will come in.
    """
    count(tool, REQUEST, "2027-04-05")

    expect(dates(tool)).to_contain_text("April 5, 2027 + 60 calendar days = June 4, 2027, a Friday.")


@pytest.mark.parametrize(
    "whose, day, sentence",
    [
        (DISPUTE, "2025-03-20", "Today. Act now."),
        (DISPUTE, "2025-03-21", "Tomorrow. Act now."),
        (DISPUTE, "2025-03-10", "10 days ago. Do not give up before you ask a lawyer."),
        (RECORDS, "2027-02-02", "Yesterday. Not done yet?"),
        (RECORDS, "2027-01-28", "6 days ago. Not done yet? Ask in writing why."),
    ],
)
def test_how_far_off_is_said(whose, day, sentence, tool):
    """
    The distance from today, and what follows from it.
    """
    count(tool, whose, day)

    expect(dates(tool)).to_contain_text(sentence)


def test_an_answer_does_not_outlive_its_question(tool):
    """
    When the day or the event changes, the old dates are gone.
    """
    count(tool, CASE, "2027-03-03")
    tool.get_by_label(DATA_QUESTIONS[CASE]).fill("2027-03-04")
    expect(dates(tool)).to_be_hidden()
    count(tool, CASE, "2027-03-03")
    pick(tool, RECORDS)

    expect(dates(tool)).to_be_hidden()


def test_another_event_can_be_looked_at(tool):
    """
    What belongs to a case too is one press away, and asks for its own day.
    """
    count(tool, CASE, "2027-03-03")
    dates(tool).get_by_role("button", name=HEARING).click()

    expect(tool.get_by_label(DATA_QUESTIONS[HEARING])).to_be_focused()
    expect(dates(tool)).to_be_hidden()


def test_a_keyboard_is_enough(tool):
    """
    Choose, type, Enter: the focus lands on the answer.
    """
    tool.get_by_label("What happened?").focus()
    tool.keyboard.type("A hearing has")
    tool.keyboard.press("Tab")
    tool.keyboard.type("05122027")
    tool.keyboard.press("Enter")

    expect(dates(tool).get_by_role("heading", name="Your dates")).to_be_focused()
    expect(dates(tool)).to_contain_text("May 5, 2027")


def test_nothing_is_kept_or_sent(tool, asked, address):
    """
    No store, no cookie, no request but for the site's own files, and no day in the address.
    """
    before = len(asked)
    count(tool, CASE, "2027-03-03")

    kept = tool.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")

    strange = [url for url in asked[before:] if not url.startswith(address) or "2027" in url]
    assert ([0, 0, ""], [], address + PAGE) == (kept, strange, tool.url)


def events_of(text: str) -> list[dict[str, list[str]]]:
    """
    Return the events of a calendar file: each property with its values, lines unfolded.
    """
    lines = text.replace("\r\n ", "").split("\r\n")
    found, inside = [], None
    for line in lines:
        if line == "BEGIN:VEVENT":
            inside = {}
        elif line == "END:VEVENT":
            found.append(inside)
            inside = None
        elif inside is not None:
            name, _, value = line.partition(":")
            inside.setdefault(name, []).append(value)
    return found


def calendar(page) -> str:
    with page.expect_download() as got:
        page.get_by_role("button", name="Add these dates to my calendar").click()
    return open(got.value.path(), newline="", encoding="utf-8").read()


def test_the_calendar_file_has_what_is_still_to_come(tool):
    """
    Only dates ahead, all-day, with early reminders, a title that says nothing of the case, and the source in the text.
    """
    count(tool, CASE, "2027-03-05")
    found = events_of(calendar(tool))

    assert [(["20270320"], ["20270321"])] * 2 + [(["20270404"], ["20270405"])] * 2 == [
        (event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]) for event in found
    ]
    assert {"Someone else's deadline", "A deadline of mine"} == {event["SUMMARY"][0] for event in found}
    assert [] == [event for event in found if "CFR" not in event["DESCRIPTION"][0] or len(event["TRIGGER"]) < 3]
    assert len({event["UID"][0] for event in found}) == len(found)


def test_the_calendar_file_keeps_its_names(tool):
    """
    Taken twice, the dates have the same lasting names, so a calendar does not double them.
    """
    count(tool, CASE, "2027-03-05")
    first, second = events_of(calendar(tool)), events_of(calendar(tool))

    assert [event["UID"] for event in first] == [event["UID"] for event in second]


def test_the_calendar_file_is_read_by_a_calendar(tool):
    """
    A library that knows the format reads dates and reminders, also across a leap day and a change of the clock.
    """
    icalendar = pytest.importorskip("icalendar")
    count(tool, RULE, "2027-03-03")

    read = icalendar.Calendar.from_ical(calendar(tool))

    assert [date(2027, 8, 30), date(2028, 3, 3), date(2029, 3, 3)] == [
        event["DTSTART"].dt for event in read.walk("VEVENT")
    ]


def test_the_dates_of_every_event_print_on_one_page(tool):
    """
    The dates alone go on paper, and one page holds them. All are measured as they would print; the longest three are printed.
    """
    tool.evaluate("() => { window.print = () => {} }")
    # As wide as what is printed on.
    tool.set_viewport_size({"width": 643, "height": 900})
    tool.emulate_media(media="print")
    heights = tool.evaluate(MEASURE, "2027-03-03")
    tool.emulate_media(media="null")
    assert (heights.keys(), True) == (DATA.events.keys(), len(set(heights.values())) > 5)
    printed = {}
    for event in sorted(heights, key=heights.get)[-3:]:
        count(tool, DATA.events[event].title, "2027-03-03")
        tool.get_by_role("button", name="Print these dates").click()
        printed[event] = len(pikepdf.open(BytesIO(tool.pdf(prefer_css_page_size=True))).pages)

    assert dict.fromkeys(printed, 1) == printed


def asked_for_a_day(page):
    pick(page, CASE)


def told_of_trouble(page):
    count(page, RECORDS, "2027-03-21")


def answered(page):
    count(page, CASE, "2027-03-03")


def answered_without_a_date(page):
    count(page, OUTSIDE, "2027-03-03")


@pytest.mark.parametrize("looks", EACH_WEEK_AT_A_DESK, ids=["each-day", "each-week"])
def test_no_state_has_a_barrier(looks, tool):
    """
    axe finds nothing in any state, and nobody scrolls sideways. As it opens, the page is looked at with all others.
    """
    faults = {}
    for state in (asked_for_a_day, told_of_trouble, answered, answered_without_a_date):
        state(tool)
        # The table of all limits below stays as it is.
        faults[state.__name__] = barriers(tool, ".guide-deadlines__form, .guide-deadlines__result", looks)

    assert {} == {state: found for state, found in faults.items() if found}


def test_it_counts_from_a_folder(page, site, complaints):
    """
    Without a server the tool answers as well.
    """
    page.goto((site / PAGE).as_uri())
    count(page, CASE, "2026-03-03")

    expect(dates(page)).to_contain_text("March 3, 2026 + 10 calendar days = March 13, 2026, a Friday.")
    assert [] == complaints
