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
from event_days import count, pick, row_of, rows_of
from guide.blocks.deadlines import rows_by_event
from guide.data import read_data
from guide.phrases import read_phrases

PAGE = "reference/time-limits.html"
ROOT = Path(__file__).resolve().parent.parent.parent
DATA = read_data(ROOT / "docs/_data")
PHRASES = read_phrases(ROOT, [])
TODAY = "2027-03-20T12:00:00"
# How high the dates of each event stand when they alone are printed, by the event's key.
MEASURE = """async day => {
  const tool = document.querySelector("guide-deadlines"), heights = {}
  await guide.load("deadlines")
  for (const row of tool.events) {
    tool.offer(Object.assign(row, { open: true }))
    guide.deadlines.ask(tool, row)
    row.querySelector("input[type=date]").value = day
    row.querySelector("form").requestSubmit()
    guide.deadlines.print(tool)
    heights[row.dataset.event] = tool.querySelector(".guide-deadlines__paper").getBoundingClientRect().height
    window.dispatchEvent(new Event("afterprint"))
    tool.clear()
  }
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


def days(page) -> list[str]:
    """
    Return what stands in bold on each row of the line.
    """
    return [text.strip() for text in rows_of(dates(page)).locator(".guide-timeline__day").all_inner_texts()]


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_every_length_stands_below_its_event(page, address):
    """
    Each length is there below the event that starts it, with whose it is, and a mark; no field waits for a script.
    """
    page.goto(address + PAGE)
    said = (page.get_by_role("main").text_content() or "").translate(str.maketrans("“”’", '""\''))
    rows = [row for rows in rows_by_event(DATA.facts).values() for row in rows]

    missing = [row.in_words(PHRASES) for row in rows if row.in_words(PHRASES) not in said]
    missing += [event.title for event in DATA.events.values() if event.title not in said]

    assert ([], 0) == (missing, page.locator("main input").count())
    assert len(rows) == page.locator("[data-rule]").filter(has=page.locator("sup a")).count()


def test_an_event_is_found_by_a_parents_words(tool):
    """
    All words must be there, of the event or of its deadlines; how many are left is told, and every group comes back.
    """
    field, found = tool.get_by_label("Find an event"), tool.locator("#deadlines-found")
    groups = tool.locator(".guide-deadlines__group")
    field.fill("records zebra")
    expect(row_of(tool, RECORDS)).to_be_hidden()
    field.fill("school RECORDS")

    expect(row_of(tool, RECORDS)).to_be_visible()
    expect(found).to_have_text(re.compile(r"^\d of 49 events$"))
    # Words of a group's title alone find all of the group.
    field.fill("said no")
    expect(found).to_have_text("7 of 49 events")
    field.fill("zebra")
    expect(found).to_contain_text("No event has these words.")
    expect(groups.filter(visible=True)).to_have_count(0)
    field.fill("")
    expect(found).to_be_empty()
    expect(groups.filter(visible=True)).to_have_count(7)
    expect(row_of(tool, RECORDS)).to_be_hidden()


def test_several_days_stay_on_the_page(tool):
    """
    The day of one event takes nothing from that of another, and each can be printed with the other.
    """
    first, second = count(tool, CASE, "2027-03-03"), count(tool, RECORDS, "2027-03-03")
    tool.get_by_label("Find an event").fill("")

    expect(first).to_contain_text("Sat, Mar 13")
    expect(second).to_contain_text("Sat, Apr 17")


def test_time_is_drawn(tool):
    """
    The event, today and each date stand on one line in their order, told apart by their marks, with the words for who sees none.
    """
    count(tool, DISPUTE, "2025-04-20")

    expect(rows_of(dates(tool))).to_have_count(4)
    expect(tool.locator(".guide-timeline-key").filter(visible=True)).to_have_text(
        re.compile("happened.*send by.*last day")
    )
    said = rows_of(dates(tool)).locator(".guide-timeline__when").all_inner_texts()
    assert [
        "Sun, Apr 20, 2025",
        "Today, Sat, Mar 20",
        "send by: Tue, Apr 13 in 24 days",
        "last day: Tue, Apr 20 in 31 days",
    ] == [" ".join(row.split()) for row in said]
    assert [True, False, False, False] == rows_of(dates(tool)).evaluate_all(
        "all => all.map(one => 'gap' in one.dataset)"
    )


def test_the_other_sides_wait_is_a_second_line(tool):
    """
    From the notice to the last safe day; the wait is called the district's, and no deadline of anyone's.
    """
    count(tool, NOTICE, "2027-03-17")

    assert ["theirs", "theirs", None] == rows_of(dates(tool)).evaluate_all(
        "all => all.map(one => one.dataset.whose ?? null)"
    )
    expect(dates(tool)).to_contain_text("The district’s wait: wait this long before making the change.")
    expect(dates(tool)).not_to_contain_text("deadline:")


def test_when_all_is_past_newer_events_may_still_count(tool):
    """
    An old event has no date ahead, and says so once.
    """
    count(tool, DISPUTE, "2024-03-03")

    expect(dates(tool)).to_contain_text("All of these are over. Newer events may still count.")
    expect(tool.get_by_role("button", name="Add these dates to my calendar")).to_be_hidden()


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
    The date stays a Sunday, and the sum names the work day before.
    """
    count(tool, "My child was treated unfairly because of a disability", "2027-03-02")

    expect(
        dates(tool).get_by_text("March 2, 2027 + 180 calendar days = August 29, 2027, a Sunday; file by Fri, Aug 27.")
    ).to_be_visible()
    expect(dates(tool)).to_contain_text("Your deadline: file the complaint with OCR.")


def test_years_end_on_the_safe_day(tool):
    """
    From February 29 the year ends on February 28, and the sum says why; the filing hours stand with it.
    """
    count(tool, DISPUTE, "2024-02-29")

    expect(
        dates(tool).get_by_text(
            "February 29, 2024 + 2 years = February 28, 2026, a Saturday; file by Fri, Feb 27. "
            "There is no February 29 in that year, so we use the safe day."
        )
    ).to_be_visible()
    expect(row_of(tool, DISPUTE)).to_contain_text("8:00 a.m. to 4:30 p.m.")


def test_what_cannot_have_started_earlier_is_counted_too(tool):
    """
    The day a rule was broken gives the three limits for filing, and says which were taken to be safe.
    """
    count(tool, RULE, "2027-03-03")

    assert ["Wed, Mar 3", "Today, Sat, Mar 20", "Mon, Aug 23", "Mon, Aug 30"] == days(tool)[:4]
    assert ["Fri, Feb 25, 2028", "Fri, Mar 3, 2028", "Fri, Feb 23, 2029", "Sat, Mar 3, 2029"] == days(tool)[4:]
    expect(dates(tool).get_by_text("To be safe, we counted it as")).to_have_count(2)


def test_the_look_back_is_no_due_date(tool):
    """
    One year back from a child complaint is a first day, not a last one.
    """
    count(tool, REQUEST, "2028-02-29")

    assert "Not before Mon, Mar 1, 2027" in days(tool)
    expect(dates(tool)).to_contain_text("too old for this step")


@pytest.mark.parametrize(
    ("day", "is_late", "counted", "last"),
    [
        ("2027-03-03", False, "Counted from", "Sun, May 2"),
        ("2027-03-03", True, "counted from the next business day: Thursday, March 4, 2027", "Mon, May 3"),
        ("2027-03-06", False, "counted from the next business day: Monday, March 8, 2027", "Fri, May 7"),
    ],
)
def test_what_comes_in_after_closing_time_counts_on_the_next_work_day(day, is_late, counted, last, tool):
    """
    DESE's sixty days for a complaint that came in on time, after closing time, and on a Saturday.
    """
    row = pick(tool, REQUEST)
    row.get_by_label(DATA_QUESTIONS[REQUEST]).fill(day)
    row.get_by_label("It came in after closing time").set_checked(is_late)
    row.get_by_role("button", name="Show my dates").click()

    expect(dates(tool)).to_contain_text(counted)
    assert last in days(tool)


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

    assert "Tue, Jan 5" in days(tool)
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

    assert "Count with the school’s calendar" in days(tool)
    expect(dates(tool)).to_contain_text("Day 1 is the first school day after March 3, 2027.")
    expect(tool.get_by_role("button", name="Add these dates to my calendar")).to_be_hidden()


def test_a_rule_without_a_number_gets_none(tool):
    """
    The words of the law stand in place of a date.
    """
    count(tool, OUTSIDE, "2027-03-03")

    assert "No set date" in days(tool)
    expect(dates(tool)).to_contain_text('the rule says "without unnecessary delay"')


def test_a_limit_of_mine_without_a_number_is_for_the_same_day(tool):
    """
    The appeal of a long suspension has no last day that we know of: act now, and read that it puts the suspension on hold.
    """
    count(tool, LONG, "2027-03-19")

    assert "No set date: act now" in days(tool)
    expect(dates(tool)).to_contain_text("tell the district in writing that you appeal to the school board")
    expect(dates(tool)).to_contain_text("so act the same day.")
    expect(dates(tool)).not_to_contain_text("There is no number to count")
    expect(row_of(tool, LONG)).to_contain_text("is put on hold until the board decides")


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

    expect(row_of(tool, title)).to_contain_text(re.compile(re.escape(said), re.IGNORECASE))


def test_a_wait_is_called_a_wait(tool):
    """
    The ten days after a Notice of Action are no due date: the change may start, and mediation freezes nothing.
    """
    count(tool, NOTICE, "2027-03-17")

    expect(dates(tool)).to_contain_text("in 6 days")
    expect(dates(tool)).to_contain_text("The change may start the day after. Act before then.")
    expect(row_of(tool, NOTICE)).to_contain_text("Mediation alone does not freeze")


def test_where_sources_differ_both_stand(tool):
    """
    State practice and federal law on testing stand side by side, and the parent is told to ask.
    """
    count(tool, "I signed the consent for an evaluation", "2027-03-03")

    expect(dates(tool).get_by_text(re.compile("^State practice: "))).to_have_count(1)
    expect(dates(tool).get_by_text(re.compile("^Law: "))).to_have_count(1)
    expect(row_of(tool, "I signed the consent for an evaluation")).to_contain_text(
        "Ask the district in writing what it thinks the deadline is"
    )


def test_a_mark_in_the_answer_leads_to_its_source(tool):
    """
    The number behind a rule opens the source with that number below its row, and no address stands twice on the page.
    """
    count(tool, CASE, "2027-03-03")
    mark = dates(tool).locator("sup a").first
    number = mark.inner_text()
    mark.click()

    expect(dates(tool).locator("#source-here")).to_contain_text(number)
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
    row = pick(tool, title)
    field = row.get_by_label(DATA_QUESTIONS[title])
    # What is no date has no kind of field any more by which it could be found.
    field = row.locator(f"#{field.get_attribute('id')}")
    field.evaluate("field => { field.type = 'text' }")
    field.fill(day)
    row.get_by_role("button", name="Show my dates").click()

    expect(row.get_by_text(sentence)).to_be_visible()
    expect(field).to_be_focused()
    expect(field).to_have_accessible_description(re.compile(re.escape(sentence)))
    expect(row.get_by_role("region", name="Your dates")).to_have_count(0)


def test_a_half_typed_day_is_told(tool):
    """
    Month and day without a year are no day.
    """
    pick(tool, CASE)
    tool.get_by_label(DATA_QUESTIONS[CASE]).press_sequentially("0431")
    tool.keyboard.press("Enter")

    expect(tool.get_by_text("There is no such date.")).to_be_visible()


def test_a_day_that_may_still_come_is_taken(tool):
    """
    A hearing may lie ahead; so may the day on which a complaint will come in.
    """
    count(tool, REQUEST, "2027-04-05")

    expect(dates(tool)).to_contain_text("April 5, 2027 + 60 calendar days = June 4, 2027, a Friday.")


@pytest.mark.parametrize(
    "whose, day, sentence",
    [
        (DISPUTE, "2025-03-20", ("today", "Act now.")),
        (DISPUTE, "2025-03-21", ("tomorrow", "Act now.")),
        (DISPUTE, "2025-03-10", ("10 days ago", "Do not give up before you ask a lawyer.")),
        (RECORDS, "2027-02-02", ("yesterday", "Not done yet?")),
        (RECORDS, "2027-01-28", ("6 days ago", "Not done yet? Ask in writing why.")),
    ],
)
def test_how_far_off_is_said(whose, day, sentence, tool):
    """
    The distance from today, and what follows from it.
    """
    count(tool, whose, day)

    for words in sentence:
        expect(dates(tool)).to_contain_text(words)


def test_an_answer_does_not_outlive_its_question(tool):
    """
    When the day changes, the old dates are gone and the lengths are back.
    """
    row = count(tool, CASE, "2027-03-03")
    row.get_by_label(DATA_QUESTIONS[CASE]).fill("2027-03-04")

    expect(dates(tool)).to_have_count(0)
    expect(row.get_by_text("10 calendar days", exact=True)).to_be_visible()


def test_another_event_can_be_looked_at(tool):
    """
    What belongs to a case too is one press away, and asks for its own day.
    """
    count(tool, CASE, "2027-03-03")
    dates(tool).get_by_role("button", name=HEARING).click()

    expect(tool.get_by_label(DATA_QUESTIONS[HEARING])).to_be_focused()
    expect(dates(tool).filter(visible=True)).to_have_count(1)


def test_a_keyboard_is_enough(tool):
    """
    Find, open, type, Enter: the focus lands on the answer.
    """
    tool.get_by_label("Find an event").focus()
    tool.keyboard.type("A hearing has a date")
    # Past the group to the event in it, and past the marks of its deadlines.
    tool.keyboard.press("Tab")
    tool.keyboard.press("Tab")
    tool.keyboard.press("Enter")
    button = tool.get_by_role("button", name="Put in my day")
    button.wait_for()
    while not button.evaluate("button => button === document.activeElement"):
        tool.keyboard.press("Tab")
    tool.keyboard.press("Enter")
    expect(tool.locator("input[type=date]")).to_be_focused()
    tool.keyboard.type("05122027")
    tool.keyboard.press("Enter")

    expect(dates(tool).get_by_role("heading", name="Your dates")).to_be_focused()
    assert "Wed, May 5" in days(tool)


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
        # What was printed is gone again, and so is the day: the dates of all days print together.
        tool.evaluate(
            "() => { window.dispatchEvent(new Event('afterprint')); document.querySelector('guide-deadlines').clear() }"
        )

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
        faults[state.__name__] = barriers(tool, "guide-deadlines", looks)

    assert {} == {state: found for state, found in faults.items() if found}


def test_without_a_connection_the_tap_is_answered(tool, page):
    """
    What counts can't be loaded: that is told where the tap was, and the next tap works.
    """
    page.route("**/deadlines.later.js", lambda route: route.abort())
    tool.get_by_label("Find an event").fill(RECORDS)
    row = row_of(tool, RECORDS)
    row.locator("> summary").click()
    row.get_by_role("button", name="Put in my day").click()
    expect(row.get_by_role("status")).to_contain_text("Check your connection, and tap again.")
    page.unroute("**/deadlines.later.js")
    row.get_by_role("button", name="Put in my day").click()

    expect(row.locator("input[type=date]")).to_be_focused()


def test_a_month_prints_for_the_wall(tool):
    """
    One sheet on its side: the month's days, what the parent gave and what follows from it, the last day, and phones.
    """
    tool.evaluate("() => { window.print = () => {} }")
    count(tool, DISPUTE, "2025-04-20")
    count(tool, NOTICE, "2027-03-17")
    tool.get_by_label("Find an event").fill("")
    tool.get_by_role("button", name="Print April 2027 for the wall").click()
    tool.emulate_media(media="print")
    sheet = tool.locator(".guide-month")

    expect(sheet.get_by_role("heading")).to_have_text("April 2027")
    expect(sheet.locator("td[data-mark=last]")).to_contain_text("20LAST DAY: file the due process complaint")
    expect(sheet.locator("td[data-mark=send]")).to_contain_text("13Send it")
    expect(sheet.locator("tbody b")).to_have_count(30)
    expect(sheet).to_contain_text("800-743-7634")
    # That ends with a print, so the sheet is gone.
    pages = pikepdf.open(BytesIO(tool.pdf(prefer_css_page_size=True))).pages
    expect(sheet).to_have_count(0)
    assert (1, [792, 612]) == (len(pages), [int(side) for side in pages[0].mediabox[2:]])


def test_it_counts_from_a_folder(page, site, complaints):
    """
    Without a server the tool answers as well.
    """
    page.goto((site / PAGE).as_uri())
    count(page, CASE, "2026-03-03")

    expect(dates(page)).to_contain_text("March 3, 2026 + 10 calendar days = March 13, 2026, a Friday.")
    assert [] == complaints
