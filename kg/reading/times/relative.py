"""What a relative phrase means: counted from the publication, or from the last date named."""

from dataclasses import replace
from datetime import date

from kg.model import TimeSpan
from kg.reading.times.anchor import Anchor
from kg.reading.times.calendar import Unit, one_day, part_of, range_span, shift, unit_span
from kg.reading.times.dates import Meaning, Values, in_year, months, named


def from_publication(unit: Unit | None, count: int) -> Meaning:
    """The unit (of the phrase, if None) that lies ``count`` units from the publication."""

    def meaning(values: Values, anchor: Anchor) -> TimeSpan | None:
        of: Unit = unit or values["unit"]
        if anchor.published is None or of == "hour":
            return None
        return unit_span(of, shift(anchor.published, of, count))

    return meaning


def deictic(values: Values, anchor: Anchor) -> TimeSpan | None:
    """« Hier », "tomorrow": so many days from the publication."""
    return from_publication("day", values["deictic"])({}, anchor)


def from_last(count: int) -> Meaning:
    """The unit that lies ``count`` units from the last date named; for 0 and below, from the publication if none."""

    def meaning(values: Values, anchor: Anchor) -> TimeSpan | None:
        unit: Unit = values.get("unit", "day")
        base = anchor.latest_day() if unit == "day" else anchor.last
        base = base or (anchor.before() if count < 0 else None)
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


def counted_to_the_day(values: Values, anchor: Anchor) -> TimeSpan | None:
    """ "Ten years ago today" (or yesterday): the very day."""
    if anchor.published is None or values["unit"] == "hour":
        return None
    day = shift(anchor.published, "day", values.get("deictic", 0))
    return one_day(shift(day, values["unit"], -values["count"]))


def anniversary(values: Values, anchor: Anchor) -> TimeSpan | None:
    """« Les vingt ans de l'accord »: the year that lies so many before that of the publication."""
    count = values.get("count", values.get("ordinal"))
    day = anchor.published or (anchor.last.start if anchor.last else None)
    return unit_span("year", shift(day, "year", -count)) if count and day else None


def week_beside(sign: int) -> Meaning:
    """« Un peu plus tôt », "days later": the week up to the day named last, or from it on."""

    def meaning(_values: Values, anchor: Anchor) -> TimeSpan | None:
        base = anchor.before() if sign < 0 else anchor.last
        if base is None or base.start is None or base.start != base.end:
            return None
        other = shift(base.start, "week", sign)
        return range_span(min(base.start, other), max(base.start, other))

    return meaning


def same_day(_values: Values, anchor: Anchor) -> TimeSpan | None:
    """« Quelques heures plus tôt », "hours later": the day named last; of a longer time it cannot be told."""
    base = anchor.before()
    return base if base and base.start and base.start == base.end else None


def some(sign: int) -> Meaning:
    """« Ces derniers jours », "in the coming weeks": a week of days, or five of the longer units."""

    def meaning(values: Values, anchor: Anchor) -> TimeSpan | None:
        unit: Unit = values["unit"]
        if unit == "hour":
            return None
        return stretch(sign)({"unit": unit, "count": 7 if unit == "day" else 5}, anchor)

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


def end_of_unit(values: Values, anchor: Anchor) -> TimeSpan | None:
    """« Avant la fin de l'année »: up to the last day of what is named, or of the unit of the publication."""
    if "month" in values:
        month = named(values, replace(anchor, future=True))
        return TimeSpan(start=None, end=month.end, precision="range") if month and month.end else None
    day = date(values["year"], 1, 1) if "year" in values else anchor.published
    if day is None or values["unit"] in ("hour", "day"):
        return None
    return TimeSpan(start=None, end=unit_span(values["unit"], day).end, precision="range")


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


def day_of_week(weeks: int) -> Meaning:
    """« Mardi de la semaine dernière »: the weekday in the week so many weeks from the publication's."""

    def meaning(values: Values, anchor: Anchor) -> TimeSpan | None:
        if anchor.published is None:
            return None
        return one_day(shift(anchor.published, "day", 7 * weeks + values["weekday"] - anchor.published.weekday()))

    return meaning


def weekend(weeks: int) -> Meaning:
    """Saturday and Sunday; « ce week-end » early in a week, with nothing to come, is the one before."""

    def meaning(_values: Values, anchor: Anchor) -> TimeSpan | None:
        if anchor.published is None:
            return None
        early = weeks == 0 and anchor.published.weekday() < 3 and not anchor.future
        saturday = shift(anchor.published, "day", 7 * (weeks - early) + 5 - anchor.published.weekday())
        return range_span(saturday, shift(saturday, "day", 1))

    return meaning


def this(values: Values, anchor: Anchor) -> TimeSpan | None:
    """« Cet été », "this June", "this Tuesday": that of the publication's year or week."""
    if anchor.published is None:
        return None
    if "weekday" in values:
        return one_day(shift(anchor.published, "day", values["weekday"] - anchor.published.weekday()))
    if "last" in values:
        return months({**values, "year": anchor.published.year}, anchor)
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
