"""
Days as words. Inside the code a day is a `date`, or ISO text ("2026-11-23") in an attribute.
"""

from datetime import date

from guide.phrases import Phrases


def format_date(day: date, phrases: Phrases, *, short: bool = False) -> str:
    """
    Return a day as the catalog forms it: "November 23, 2026", short "Nov 23, 2026".
    """
    months = phrases("printed.short_months") if short else phrases("printed.months")
    return phrases("printed.date", month=months.split(", ")[day.month - 1], day=day.day, year=day.year)


def format_month(month: str, phrases: Phrases) -> str:
    """
    Return a month ("2026-10") as the catalog forms it: "October 2026".
    """
    year, number = month.split("-")
    names = phrases("printed.months").split(", ")
    return phrases("printed.month", month=names[int(number) - 1], year=year)


def a_year_later(day: date) -> date:
    """
    Return the same day of the next year; March 1 for February 29.
    """
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)
