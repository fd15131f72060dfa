"""Stretches of the calendar: pure functions from days to spans. Weeks start on Monday.

Seasons are those of the northern hemisphere in whole months (winter 2024: December 2024 to February 2025). Early, mid
and late are thirds: early 2023 is January to April, late June the 21st to the 30th.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from kg.model import TimeSpan

Part = Literal["early", "mid", "late"]
Unit = Literal["hour", "day", "week", "fortnight", "month", "quarter", "year", "decade"]

_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_PARTS = {"early": 0, "mid": 1, "late": 2}


def day_span(year: int, month: int, day: int) -> TimeSpan | None:
    """One day; None where the calendar has no such day."""
    try:
        the_day = date(year, month, day)
    except ValueError:
        return None
    return TimeSpan(start=the_day, end=the_day, precision="day")


def one_day(day: date) -> TimeSpan:
    return TimeSpan(start=day, end=day, precision="day")


def month_span(year: int, month: int) -> TimeSpan:
    """All days of the month ``month`` (1 to 12)."""
    return TimeSpan(start=date(year, month, 1), end=_month_end(year, month), precision="month")


def months_span(year: int, first: int, count: int) -> TimeSpan:
    """``count`` months from ``first`` on, as a range; it may run into the next year."""
    last = first + count - 1
    return range_span(date(year, first, 1), _month_end(year + (last - 1) // 12, (last - 1) % 12 + 1))


def season_span(year: int, season: str) -> TimeSpan:
    """The season that starts in ``year``."""
    months = months_span(year, _SEASONS[season], 3)
    return TimeSpan(start=months.start, end=months.end, precision="season")


def year_span(year: int) -> TimeSpan:
    return TimeSpan(start=date(year, 1, 1), end=date(year, 12, 31), precision="year")


def years_span(first: int, last: int) -> TimeSpan | None:
    """The years from ``first`` to ``last``; None where they run backwards."""
    return range_span(date(first, 1, 1), date(last, 12, 31)) if first <= last else None


def range_span(start: date, end: date) -> TimeSpan:
    return TimeSpan(start=start, end=end, precision="range")


def unit_span(unit: Unit, day: date) -> TimeSpan:
    """The calendar unit that ``day`` is in."""
    if unit in ("hour", "day"):
        return one_day(day)
    if unit in ("week", "fortnight"):
        monday = shift(day, "day", -day.weekday())
        return range_span(monday, shift(monday, "day", 6))
    if unit == "month":
        return month_span(day.year, day.month)
    if unit == "quarter":
        return months_span(day.year, (day.month - 1) // 3 * 3 + 1, 3)
    if unit == "year":
        return year_span(day.year)
    decade = max(day.year // 10 * 10, 1)
    return range_span(date(decade, 1, 1), date(day.year // 10 * 10 + 9, 12, 31))


def shift(day: date, unit: Unit, count: int) -> date:
    """``day`` moved by ``count`` units; the end of a shorter month where the day is missing there.

    The first or last day of the calendar where it would leave it.

    >>> shift(date(2024, 3, 31), "month", -1)
    datetime.date(2024, 2, 29)
    """
    try:
        return _shift(day, unit, count)
    except (OverflowError, ValueError):
        return date.max if count > 0 else date.min


def _shift(day: date, unit: Unit, count: int) -> date:
    days = {"day": 1, "week": 7, "fortnight": 14}
    if unit == "hour":
        return day + timedelta(days=int(count / 24))
    if unit in days:
        return day + timedelta(days=days[unit] * count)
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit] * count
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def part_of(span: TimeSpan, part: Part) -> TimeSpan:
    """The early, mid or late third of ``span`` as a range; a single day stays one.

    >>> part_of(month_span(2024, 6), "mid").to_json()["start"]
    '2024-06-11'
    """
    if span.start is None or span.end is None or span.start == span.end:
        return span
    third = _PARTS[part]
    days = (span.end - span.start).days + 1
    if span.precision == "year":
        return months_span(span.start.year, 4 * third + 1, 4)
    if span.precision == "month":
        first = span.start.replace(day=10 * third + 1)
        return range_span(first, span.end if part == "late" else first.replace(day=10 * third + 10))
    if days > 3600:
        first_year = span.start.year
        years = ((0, 3), (4, 6), (7, 9))[third]
        return range_span(date(first_year + years[0], 1, 1), date(first_year + years[1], 12, 31))
    return range_span(
        span.start + timedelta(days=days * third // 3), span.start + timedelta(days=days * (third + 1) // 3 - 1)
    )


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
