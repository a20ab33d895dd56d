"""
Days and time limits counted in the browser, against an arithmetic of their own in Python.
"""

from datetime import date

import pytest

from bare import load

LENGTHS = [
    *((amount, "day", "after") for amount in (5, 7, 10, 15, 30, 45, 60, 90, 180)),
    (10, "day", "before"),
    (3, "business-day", "after"),
    (5, "business-day", "before"),
    (1, "year", "after"),
    (2, "year", "after"),
    (3, "year", "after"),
    (1, "year", "before"),
    (24, "hour", "before"),
    (36, "hour", "before"),
]
STARTS = [
    "2024-02-29",
    "2028-02-28",
    "2028-02-29",
    "2028-03-01",  # leap days
    "2027-02-28",
    "2026-01-31",
    "2026-04-30",
    "2026-08-31",  # ends of months
    "2026-12-31",
    "2027-01-01",
    "2026-11-16",
    "2027-12-25",  # across a new year
    "2027-03-05",
    "2027-03-06",
    "2027-03-07",
    "2027-03-08",  # around a weekend
    "2027-03-13",
    "2027-03-14",
    "2027-09-15",
    "2026-11-01",
    "2027-11-07",  # around a change of the clock
    "2027-03-03",
    "2026-11-24",
    "2100-02-28",
]
# Counted by hand on a paper calendar.
KNOWN = [
    ("2027-03-03", 45, "day", "after", "2027-04-17"),
    ("2026-12-31", 60, "day", "after", "2027-03-01"),
    ("2028-01-01", 60, "day", "after", "2028-03-01"),
    ("2027-03-03", 180, "day", "after", "2027-08-30"),
    ("2028-02-29", 1, "year", "after", "2029-02-28"),
    ("2028-02-29", 2, "year", "after", "2030-02-28"),
    ("2028-02-29", 4, "year", "after", "2032-02-29"),
    ("2028-02-29", 1, "year", "before", "2027-03-01"),
    ("2027-02-28", 1, "year", "after", "2028-02-28"),
    ("2027-03-10", 5, "business-day", "before", "2027-03-03"),
    ("2027-03-08", 5, "business-day", "before", "2027-03-01"),
    ("2027-03-07", 5, "business-day", "before", "2027-03-01"),
    ("2027-03-05", 3, "business-day", "after", "2027-03-08"),
    ("2027-03-01", 3, "business-day", "after", "2027-03-04"),
    ("2027-03-15", 24, "hour", "before", "2027-03-14"),
    ("2027-03-10", 10, "day", "before", "2027-02-28"),
    ("2027-03-10", 10, "school-day", "after", ""),
]


def counted(start: str, amount: int, unit: str, counts: str) -> str:
    """
    Return the date of a limit, as paper and pencil would find it; "" where no calendar alone gives it.
    """
    day, way = date.fromisoformat(start), 1 if counts == "after" else -1
    if unit == "school-day":
        return ""
    if unit == "year":
        year = day.year + way * amount
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        if (day.month, day.day) == (2, 29) and not leap:
            # Done by then: the last day of February. Counts no more before then: the first of March.
            return date(year, 2, 28).isoformat() if way > 0 else date(year, 3, 1).isoformat()
        return date(year, day.month, day.day).isoformat()
    if unit == "business-day" and way < 0:
        # All working days before the start, the nearest first.
        before = [
            n for n in range(day.toordinal() - 1, day.toordinal() - 60, -1) if date.fromordinal(n).isoweekday() < 6
        ]
        return date.fromordinal(before[amount - 1]).isoformat()
    days = -(-amount // 24) if unit == "hour" else amount
    return date.fromordinal(day.toordinal() + way * days).isoformat()


def counter(page):
    """
    Return a page with nothing but the scripts that count.
    """
    return load(page, "shared/day-words.js", "shared/dates.js", "shared/limits.js", "shared/sums.js")


@pytest.fixture(scope="module")
def counting(browser):
    """
    One such page for all tests: they leave nothing behind on it.
    """
    page = browser.new_page()
    yield counter(page)
    page.close()


COUNT = """vectors => vectors.map(([day, amount, unit, counts]) =>
  guide.limits.count({ amount, unit, counts, whose: "yours", until: "file", kind: "due", starts: "it" }, day, "2026-11-24").date)"""


@pytest.mark.parametrize(
    "zone",
    [
        pytest.param(zone, marks=pytest.mark.browser_context_args(timezone_id=zone))
        for zone in ("America/Chicago", "Pacific/Kiritimati", "Pacific/Honolulu")
    ],
)
def test_browser_and_python_count_alike(zone, page):
    """
    Over every length from every start, wherever the clock stands, both come to one date.
    """
    vectors = [(start, *length) for start in STARTS for length in LENGTHS]

    said = counter(page).evaluate(COUNT, vectors)

    assert len(vectors) >= 120
    assert [] == [(vector, found) for vector, found in zip(vectors, said, strict=False) if found != counted(*vector)]


@pytest.mark.parametrize("start, amount, unit, counts, end", KNOWN)
def test_both_count_as_a_person_does(start, amount, unit, counts, end, counting):
    """
    What was counted by hand comes out of the browser and of Python.
    """
    vector = (start, amount, unit, counts)

    assert (end, end) == (counting.evaluate(COUNT, [vector])[0], counted(*vector))


@pytest.mark.parametrize("start", STARTS)
def test_business_days_there_and_back(start, counting):
    """
    Counting on over weekends and back again comes to the same working day; a weekend is never one.
    """
    there, back, weekend = counting.evaluate(
        """start => {
      const { addBusinessDays, isWeekend } = guide.days
      const from = addBusinessDays(start, 1), to = addBusinessDays(from, 7)
      return [from, addBusinessDays(to, -7), isWeekend(to)]
    }""",
        start,
    )

    assert (there, False) == (back, weekend)


def test_a_look_back_of_years_agrees_with_the_limit_of_years(counting):
    """
    A day that the look back still reaches is a day whose own limit has not ended, and the day before is not.
    """
    wrong = counting.evaluate("""() => {
      const { add, addYears } = guide.days, wrong = []
      for (let day = "2027-01-01"; day < "2029-03-05"; day = add(day, 1)) {
        const first = addYears(day, -1)
        if (addYears(first, 1) < day || addYears(add(first, -1), 1) >= day) wrong.push([day, first])
      }
      return wrong
    }""")

    assert [] == wrong


@pytest.mark.parametrize(
    "value, sentence",
    [
        ("last Tuesday", "Include the year, like 2027-03-24."),
        ("3/24/2027", "Include the year, like 2027-03-24."),
        ("2027-04-31", "There is no such date. Check the month, the day and the year."),
        ("2027-02-29", "There is no such date. Check the month, the day and the year."),
        ("1806-04-30", "The year 1806 cannot be right."),
        ("12027-04-30", "The year 12027 cannot be right."),
        ("2028-02-29", ""),
        ("", ""),
    ],
)
def test_what_is_no_day_is_told(value, sentence, counting):
    """
    A sentence says it, also where a browser takes any words; nothing is guessed.
    """
    said = counting.evaluate("value => guide.days.trouble({ value, validity: { badInput: false } })", value)

    assert sentence == said
