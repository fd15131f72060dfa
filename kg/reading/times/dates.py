"""What a phrase that names its date means: a day, month, season, year, or some of them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from kg.model import TimeSpan
from kg.reading.times.anchor import Anchor
from kg.reading.times.calendar import (
    day_span,
    month_span,
    months_span,
    one_day,
    part_of,
    range_span,
    season_span,
    shift,
    unit_span,
    year_span,
    years_span,
)

Values = Mapping[str, Any]
Meaning = Callable[[Values, Anchor], TimeSpan | None]


def in_year(values: Values, year: int) -> TimeSpan | None:
    """The day, month or season of ``values`` in ``year``; the year itself where it names none."""
    if "month" in values:
        if "day" in values:
            return day_span(year, values["month"], values["day"])
        return month_span(year, values["month"])
    return season_span(year, values["season"]) if "season" in values else year_span(year)


def named(values: Values, anchor: Anchor) -> TimeSpan | None:
    """A date, month, season, year, decade or weekday."""
    if "decade" in values:
        decade = values["decade"]
        return unit_span("decade", date(decade if decade > 99 else 1900 + decade, 1, 1))
    if "year" in values:
        return in_year(values, values["year"])
    if "month" in values or "season" in values:
        return anchor.nearest(lambda year: in_year(values, year), days="day" in values)
    if "day" in values:
        return _weekday_of_month(values["weekday"], values["day"], anchor)
    return _weekday(values["weekday"], anchor)


def _weekday(weekday: int, anchor: Anchor) -> TimeSpan | None:
    if anchor.published is None:
        return None
    back = (anchor.published.weekday() - weekday) % 7
    return one_day(shift(anchor.published, "day", (7 - back) % 7 if anchor.future else -back))


def _weekday_of_month(weekday: int, day: int, anchor: Anchor) -> TimeSpan | None:
    """« Mardi 18 »: the nearest such day within two months of the publication, the past first."""
    if anchor.published is None:
        return None
    distances = sorted(range(-62, 63), key=lambda days: (abs(days), (days < 0) == anchor.future))
    for distance in distances:
        near = shift(anchor.published, "day", distance)
        if near.day == day and near.weekday() == weekday:
            return one_day(near)
    return None


def days(values: Values, anchor: Anchor) -> TimeSpan | None:
    """« Du 3 au 5 mai », "May 30 to June 2"."""

    def make(year: int) -> TimeSpan | None:
        first_month = values.get("firstmonth", values["month"])
        last_month = values.get("lastmonth", values["month"])
        start = day_span(year - (first_month > last_month), first_month, values["day"])
        end = day_span(year, last_month, values["last"])
        if not (start and end and start.start and end.end and start.start <= end.end):
            return None
        return range_span(start.start, end.end)

    return make(values["year"]) if "year" in values else anchor.nearest(make, days=True)


def months(values: Values, anchor: Anchor) -> TimeSpan | None:
    """« Mars et avril 2022 »; "November to February" runs into the next year, which is the one named."""

    def make(year: int) -> TimeSpan | None:
        count = (values["last"] - values["month"]) % 12 + 1
        return months_span(year - (values["month"] > values["last"]), values["month"], count)

    return make(values["year"]) if "year" in values else anchor.nearest(make)


def years(values: Values, _anchor: Anchor) -> TimeSpan | None:
    """« 2014-2016 », "1950-53"; two figures that are no such years are none."""
    last = _second_year(values)
    return years_span(values["year"], last) if values["year"] < last <= values["year"] + 200 else None


def winter(values: Values, _anchor: Anchor) -> TimeSpan | None:
    """« L'hiver 2023-2024 » is the season that starts in the first of the two years."""
    return season_span(values["year"], values["season"]) if _second_year(values) == values["year"] + 1 else None


def _second_year(values: Values) -> int:
    last: int = values["last"]
    return last if last > 99 else values["year"] // 100 * 100 + last


def quarter(values: Values, anchor: Anchor) -> TimeSpan | None:
    def make(year: int) -> TimeSpan | None:
        return months_span(year, 3 * values["nth"] - 2, 3) if values["nth"] <= 4 else None

    return make(values["year"]) if "year" in values else anchor.nearest(make)


def half(values: Values, _anchor: Anchor) -> TimeSpan | None:
    return months_span(values["year"], 6 * values["nth"] - 5, 6) if values["nth"] <= 2 else None


def century(values: Values, _anchor: Anchor) -> TimeSpan | None:
    """« Le XXe siècle » in figures, as a range; one that the calendar does not have is none."""
    nth = values["ordinal"]
    return years_span(100 * nth - 99, 100 * nth) if 10 <= nth <= 22 else None


def numeric(values: Values, _anchor: Anchor) -> TimeSpan | None:
    meant = values["numeric"]
    return one_day(meant.day) if meant.day else year_span(meant.year)


def date_part(values: Values, anchor: Anchor) -> TimeSpan | None:
    whole = named(values, anchor)
    return part_of(whole, values["part"]) if whole else None
