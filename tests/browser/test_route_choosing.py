"""
What the decision helper makes of answers: which lines hold, their words, the last days, office hours, and the sums.
"""

import pytest

from bare import load
from route_data import DATA

TODAY = "2026-11-24"
CHANGE = {"now": {"choice": "change"}, "plan": {"choice": "iep"}, "started": {"choice": "unsure"}}
HAPPENED = {"choice": "days", "dates": {"it-happened": "2026-01-12"}}


@pytest.fixture
def bare(page):
    names = ("case", "choose", "work-days", "counting")
    return load(
        page,
        "shared/day-words.js",
        "shared/dates.js",
        "shared/open-days.js",
        "shared/limits.js",
        "shared/sums.js",
        *(f"routes/{name}.js" for name in names),
    )


def outcome(page, **more):
    return page.evaluate(
        "([data, answers, today]) => guide.routes.outcome(data, answers, today)", [DATA, CHANGE | more, TODAY]
    )


def says(lines: list[dict]) -> list[str]:
    return [line["say"] for line in lines]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ({}, True),
        ({"plan": "iep"}, True),
        ({"plan": ["s504", "iep"]}, True),
        ({"plan": "s504"}, False),
        ({"plan": "iep", "removed": "over"}, False),
        ({"removed": "unsure"}, True),
        ({"family": "adult"}, False),
        ({"situation": ["change", "no"]}, True),
        ({"known": "it-happened"}, True),
        ({"unknown": "it-happened"}, False),
        ({"unknown": "newest"}, True),
        ({"close": "one-year"}, True),
        ({"runs": "one-year"}, True),
        ({"past": "one-year"}, False),
        ({"past": "answer"}, False),
    ],
    ids=str,
)
def test_a_line_holds_where_all_its_conditions_do(when, expected, bare):
    """
    Unanswered counts as unsure where there is such an answer; a time limit without a day is neither past nor close.
    """
    given = CHANGE | {"happened": HAPPENED}

    found = bare.evaluate(
        """([data, answers, today, when]) => {
      const asked = [...guide.routes.walk(data, answers).asked, "happened", "removed", "family"]
      return guide.routes.holds(when, guide.routes.readCase(data, answers, today, { situation: "change", asked }))
    }""",
        [DATA, given, TODAY, when],
    )

    assert expected == found


def test_without_a_day_the_line_that_needs_none_is_said(bare):
    """
    No day, no number: the step itself is the headline, and each line with a gap is left out.
    """
    found = outcome(bare)

    assert ("File before it starts.", ["Only filing holds it.<sup>2</sup>"]) == (
        found["headline"]["say"],
        says(found["because"]),
    )


def test_days_and_counts_stand_in_the_words(bare):
    """
    Each named day, the days left and gone, the school days out and the minutes owed, with one in the singular.
    """
    found = outcome(
        bare,
        started={"choice": "day", "dates": {"change-starts": "2026-11-25"}},
        happened=HAPPENED,
        removed={"choice": "over", "counted": 1},
        minutes={"choice": "counted", "counted": 720},
    )

    assert [
        "File by November 25, 2026. 1 day left.",
        "Only filing holds it.<sup>2</sup>",
        "It happened 316 days ago.",
        "Your child was out 1 school day.",
        "They owe you 720 minutes.",
    ] == [found["headline"]["say"], *says(found["because"])]


@pytest.mark.parametrize(
    ("day", "headline"),
    [
        (TODAY, "File by November 24, 2026. That’s today."),
        ("2026-11-23", "File before it starts."),
    ],
)
def test_a_day_that_is_over_leaves_no_days(day, headline, bare):
    """
    Today is said as today; a line with the days left does not hold when the day is over.
    """
    found = outcome(bare, started={"choice": "day", "dates": {"change-starts": day}})

    assert headline == found["headline"]["say"]


def test_the_newest_time_has_its_own_last_day(bare):
    """
    The year from the first time is over, that from the newest is not: both are counted, and the limit is not past.
    """
    found = outcome(bare, happened={"choice": "days", "dates": {"it-happened": "2025-10-01", "newest": "2026-10-14"}})[
        "limits"
    ][0]

    assert ("runs", "2027-10-14", ["2026-10-01", "2027-10-14"]) == (
        found["state"],
        found["date"],
        [one["date"] for one in found["counted"]],
    )


def test_a_limit_that_is_over_is_said_first(bare):
    """
    Every time is more than a year ago: the headline says so, with the day.
    """
    found = outcome(bare, happened={"choice": "days", "dates": {"it-happened": "2025-10-01"}})

    assert "The year ended October 1, 2026. Call a lawyer." == found["headline"]["say"]


def test_what_was_answered_on_another_path_counts_for_nothing(bare):
    """
    An answer that this path does not ask changes no line, and its day is not known.
    """
    found = bare.evaluate(
        "([data, answers, today]) => guide.routes.outcome(data, answers, today)",
        [DATA, {"now": {"choice": "none"}, "what": {"choice": "no"}, "happened": HAPPENED}, TODAY],
    )

    assert ("no", {}) == (found["situation"], found["known"]["days"])


def test_routes_letters_and_others_are_those_of_the_case(bare):
    """
    The routes that fit with the reasons of this case, the others in a line each, the situation's own before the general.
    """
    found = outcome(bare, plan={"choice": "s504"}, family={"choices": ["adult"]})

    assert (
        ["due-process"],
        ["It holds.", "It holds the plan."],
        ["Both must say yes.", "It holds nothing."],
        ["adult"],
    ) == (
        [route["key"] for route in found["routes"]],
        says(found["routes"][0]["plus"]),
        says(found["others"]),
        [note["key"] for note in found["notes"]],
    )


@pytest.mark.parametrize(
    ("moment", "closed", "opens"),
    [
        ("2026-11-24T09:30", "", "2026-11-24"),
        ("2026-11-24T07:59", "early", "2026-11-24"),
        ("2026-11-24T16:30", "night", "2026-11-25"),
        ("2026-11-25T18:00", "night", "2026-11-27"),
        ("2026-11-27T16:45", "night", "2026-11-30"),
        ("2026-11-28T10:00", "weekend", "2026-11-30"),
        ("2026-11-26T10:00", "holiday", "2026-11-27"),
    ],
)
def test_office_hours_are_those_of_the_clock(moment, closed, opens, bare):
    """
    Before eight, from half past four, on a weekend and on a holiday offices are closed, and open on the next work day.
    """
    day, _, time = moment.partition("T")
    hour, minute = map(int, time.split(":"))

    found = bare.evaluate("([day, minutes]) => guide.routes.officeHours(day, minutes)", [day, hour * 60 + minute])

    assert {"closed": closed, "opens": opens} == found


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-11-24", "2026-11-24"),
        ("2026-11-29", "2026-11-27"),
        ("2026-11-26", "2026-11-25"),
        ("2027-01-18", "2027-01-15"),
        ("2027-05-31", "2027-05-28"),
        ("2026-07-03", "2026-07-02"),
        ("2027-07-05", "2027-07-02"),
    ],
)
def test_a_last_day_on_which_offices_are_closed_gives_the_work_day_before(day, expected, bare):
    """
    Weekends, fixed and moving holidays, and a holiday that is kept on the Friday or the Monday beside it.
    """
    assert expected == bare.evaluate("day => guide.routes.workDayBy(day)", day)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("2026-11-02", "2026-11-16", 0)], 11),
        ([("2026-11-02", "2026-11-16", 1)], 10),
        ([("2026-11-02", "", 0), ("2026-09-08", "2026-09-09", 0)], 3),
        ([("2026-11-02", "2026-11-06", 0), ("2026-11-05", "2026-11-09", 0)], 6),
        ([("2026-11-07", "2026-11-08", 0)], 0),
    ],
)
def test_school_days_out_are_weekdays_counted_once(rows, expected, bare):
    """
    Weekends and days without school are not counted, earlier times are, and no day twice.
    """
    removals = [{"first": first, "last": last, "off": off} for first, last, off in rows]

    assert expected == bare.evaluate("rows => guide.routes.sumRemovals(rows)", removals)


@pytest.mark.parametrize(("missed", "owed"), [((60, 6, 90), 270), ((60, 6, 0), 360), ((30, 2, 90), 0)])
def test_minutes_owed_are_never_more_than_was_entered(missed, owed, bare):
    """
    Weeks times minutes less what was given, and never below none.
    """
    weekly, weeks, given = missed

    assert owed == bare.evaluate(
        "missed => guide.routes.minutesOwed(missed)", {"weekly": weekly, "weeks": weeks, "given": given}
    )
