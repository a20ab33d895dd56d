"""
Days as words. Inside the code a day is a `date`, or ISO text ("2026-11-23") in an attribute.
"""

from datetime import date


def format_date(day: date, *, short: bool = False) -> str:
    """
    Return a day as in "November 23, 2026", short as in "Nov 23, 2026".
    """
    return f"{day:{'%b' if short else '%B'}} {day.day}, {day.year}"


def a_year_later(day: date) -> date:
    """
    Return the same day of the next year; March 1 for February 29.
    """
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)
