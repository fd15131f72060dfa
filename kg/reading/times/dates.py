"""What a date phrase means: one function for each meaning of ``phrases: dates`` in the temporal lexicon."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from kg.model import TimeSpan
from kg.reading.times.anchor import Anchor
from kg.reading.times.calendar import (
    Unit,
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
from kg.reading.times.spans import Kind

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


def from_publication(unit: Unit | None, count: int) -> Meaning:
    """The unit (of the phrase, if None) that lies ``count`` units from the publication."""

    def meaning(values: Values, anchor: Anchor) -> TimeSpan | None:
        of: Unit = unit or values["unit"]
        if anchor.published is None or of == "hour":
            return None
        return unit_span(of, shift(anchor.published, of, count))

    return meaning


def from_last(count: int) -> Meaning:
    """The unit that lies ``count`` units from the last date named; for 0 and below, from the publication if none."""

    def meaning(values: Values, anchor: Anchor) -> TimeSpan | None:
        base = anchor.before() if count < 0 else anchor.last
        unit: Unit = values.get("unit", "day")
        return None if base is None or unit == "hour" else _moved(base, unit, count)

    return meaning


def _moved(base: TimeSpan, unit: Unit, count: int) -> TimeSpan | None:
    """``base`` moved by ``count`` units, as precise as the coarser of the two."""
    if base.start is None or base.end is None:
        return None
    start, end = shift(base.start, unit, count), shift(base.end, unit, count)
    first, last = unit_span(unit, start), unit_span(unit, end)
    if first == last or not (first.start and last.end):
        return first
    return range_span(first.start, last.end)


def counted(sign: int, *, anaphoric: bool) -> Meaning:
    """« Il y a deux ans », "two days earlier": so many units from the publication or the last date named."""

    def meaning(values: Values, anchor: Anchor) -> TimeSpan | None:
        count = values.get("count", 1) * values.get("tens", 1)
        unit, published = values["unit"], anchor.published
        if not anaphoric:
            base = one_day(published) if published else None
        else:
            base = anchor.before() if sign < 0 else anchor.last
        return _moved(base, unit, sign * count) if base else None

    return meaning


def stretch(sign: int) -> Meaning:
    """« Les trois derniers mois »: from so many units before the publication to it, or from it on."""

    def meaning(values: Values, anchor: Anchor) -> TimeSpan | None:
        if anchor.published is None:
            return None
        other = shift(anchor.published, values["unit"], sign * values.get("count", 1))
        return range_span(min(anchor.published, other), max(anchor.published, other))

    return meaning


def part_of_unit(values: Values, anchor: Anchor) -> TimeSpan | None:
    """« La fin de l'année »: a part of the unit that the publication is in."""
    if anchor.published is None or values["unit"] in ("hour", "day"):
        return None
    return part_of(unit_span(values["unit"], anchor.published), values["part"])


def within_unit(*, past: bool) -> Meaning:
    """ "Earlier this week", "later this year": the unit up to the publication, or from it on."""

    def meaning(values: Values, anchor: Anchor) -> TimeSpan | None:
        if anchor.published is None or values["unit"] == "hour":
            return None
        unit = unit_span(values["unit"], anchor.published)
        if unit.start is None or unit.end is None:
            return None
        return range_span(unit.start, anchor.published) if past else range_span(anchor.published, unit.end)

    return meaning


def date_part(values: Values, anchor: Anchor) -> TimeSpan | None:
    whole = named(values, anchor)
    return part_of(whole, values["part"]) if whole else None


def last(values: Values, anchor: Anchor) -> TimeSpan | None:
    if "month" in values or "season" in values:
        return anchor.latest(lambda year: in_year(values, year))
    return _other_weekday(values["weekday"], anchor, -1)


def next_(values: Values, anchor: Anchor) -> TimeSpan | None:
    if "month" in values or "season" in values:
        return anchor.coming(lambda year: in_year(values, year))
    return _other_weekday(values["weekday"], anchor, 1)


def _other_weekday(weekday: int, anchor: Anchor, sign: int) -> TimeSpan | None:
    if anchor.published is None:
        return None
    distance = sign * (weekday - anchor.published.weekday()) % 7 or 7
    return one_day(shift(anchor.published, "day", sign * distance))


def this(values: Values, anchor: Anchor) -> TimeSpan | None:
    """« Cet été », "this June", "this Tuesday": that of the publication's year or week."""
    if anchor.published is None:
        return None
    if "weekday" in values:
        return one_day(shift(anchor.published, "day", values["weekday"] - anchor.published.weekday()))
    early = values.get("season") == "winter" and anchor.published.month <= 6
    return in_year(values, anchor.published.year - early) if anchor.published.year > 1 else None


def year_from_publication(count: int) -> Meaning:
    def meaning(values: Values, anchor: Anchor) -> TimeSpan | None:
        return in_year(values, anchor.published.year + count) if anchor.published else None

    return meaning


def that_year(values: Values, anchor: Anchor) -> TimeSpan | None:
    return in_year(values, anchor.last.start.year) if anchor.last and anchor.last.start else None


def eve(values: Values, anchor: Anchor) -> TimeSpan | None:
    """« La veille », « le lendemain »: counted from a day; from a longer time it cannot be told."""
    count = values.get("eve", -1)
    base = anchor.before() if count < 0 else anchor.last
    if base is None or base.start is None or base.start != base.end:
        return None
    return one_day(shift(base.start, "day", count))


def eve_of_eve(_values: Values, anchor: Anchor) -> TimeSpan | None:
    return eve({"eve": -2}, anchor)


def only_if_future(meaning: Meaning) -> Meaning:
    return lambda values, anchor: meaning(values, anchor) if anchor.future else None


def nothing(_values: Values, _anchor: Anchor) -> TimeSpan | None:
    return None


MEANINGS: Mapping[str, tuple[Kind, Meaning]] = {
    "date": ("point", named),
    "days": ("range", days),
    "months": ("range", months),
    "years": ("range", years),
    "winter": ("point", winter),
    "quarter": ("range", quarter),
    "half": ("range", half),
    "century": ("range", century),
    "numeric": ("point", numeric),
    "deictic": ("relative", lambda values, anchor: from_publication("day", values["deictic"])(values, anchor)),
    "two_days_ago": ("relative", from_publication("day", -2)),
    "in_two_days": ("relative", from_publication("day", 2)),
    "this_day": ("relative", from_publication("day", 0)),
    "this_unit": ("relative", from_publication(None, 0)),
    "last_unit": ("relative", from_publication(None, -1)),
    "next_unit": ("relative", from_publication(None, 1)),
    "previous_unit": ("relative", from_last(-1)),
    "following_unit": ("relative", from_last(1)),
    "that_unit": ("relative", from_last(0)),
    "unit_so_far": ("range", within_unit(past=True)),
    "rest_of_unit": ("range", within_unit(past=False)),
    "part_of_unit": ("range", part_of_unit),
    "date_part": ("range", date_part),
    "nothing": ("point", nothing),
    "eve": ("relative", eve),
    "eve_of_eve": ("relative", eve_of_eve),
    "ago": ("relative", counted(-1, anaphoric=False)),
    "ahead": ("relative", counted(1, anaphoric=False)),
    "in_count": ("relative", only_if_future(counted(1, anaphoric=False))),
    "earlier": ("relative", counted(-1, anaphoric=True)),
    "later": ("relative", counted(1, anaphoric=True)),
    "past_span": ("duration", stretch(-1)),
    "next_span": ("duration", stretch(1)),
    "date_last": ("relative", last),
    "date_next": ("relative", next_),
    "date_this": ("relative", this),
    "date_last_year": ("relative", year_from_publication(-1)),
    "date_next_year": ("relative", year_from_publication(1)),
    "date_that_year": ("relative", that_year),
}
