"""What a phrase made of points means: one function for each meaning of ``phrases: spans`` in the temporal lexicon."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Literal

from kg.model import TimeSpan
from kg.reading.times.calendar import range_span, shift, unit_span, years_span

Kind = Literal["point", "range", "since", "until", "duration", "relative", "name"]
SpanMeaning = Callable[[TimeSpan], TimeSpan | None]


def _whole(span: TimeSpan) -> TimeSpan | None:
    return span


def _since(span: TimeSpan) -> TimeSpan | None:
    """From the first day on, with an open end."""
    return _open(span.start, None)


def _after(span: TimeSpan) -> TimeSpan | None:
    """From the day after the last one on."""
    return _open(shift(span.end, "day", 1), None) if span.end else None


def _until(span: TimeSpan) -> TimeSpan | None:
    """To the last day, with an open start."""
    return _open(None, span.end)


def _before(span: TimeSpan) -> TimeSpan | None:
    """To the day before the first one."""
    return _open(None, shift(span.start, "day", -1)) if span.start else None


def _week_of(span: TimeSpan) -> TimeSpan | None:
    """The week that the first day is in; None for what is longer than a week."""
    if span.start is None or span.end is None or (span.end - span.start).days > 6:
        return None
    return unit_span("week", span.start)


def _open(start: date | None, end: date | None) -> TimeSpan | None:
    return TimeSpan(start=start, end=end, precision="range") if start or end else None


SPANS: Mapping[str, tuple[Kind | None, SpanMeaning]] = {
    "point": (None, _whole),
    "also": (None, _whole),
    "name": ("name", _whole),
    "since": ("since", _since),
    "part_since": ("since", _since),
    "since_until_now": ("since", _since),
    "after": ("since", _after),
    "until": ("until", _until),
    "part_until": ("until", _until),
    "deadline": ("until", _until),
    "before": ("until", _before),
    "part_before": ("until", _before),
    "part": ("range", _whole),
    "week_of": ("range", _week_of),
}
"""The kind that each phrase gives (None: that of its point) and what it makes of its point, or of the part of it."""


def between(first: TimeSpan, second: TimeSpan) -> TimeSpan | None:
    """From the first day of one to the last day of the other; None where they run backwards or are open."""
    if first.start is None or second.end is None or first.start > second.end:
        return None
    if first.precision == second.precision == "year":
        return years_span(first.start.year, second.end.year)
    return range_span(first.start, second.end)
