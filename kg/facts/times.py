"""Spans of time: which agree, which is finer, and which values of a date remain when claims are put together."""

from collections.abc import Iterable
from datetime import date

from kg.model import TimeSpan, Value

_TYPED = {"day": ("date", 10), "month": ("gYearMonth", 7), "year": ("gYear", 4)}


def first_day(span: TimeSpan) -> date:
    """The first possible day; the first of the calendar where it is open."""
    return span.start or date.min


def last_day(span: TimeSpan) -> date:
    """The last possible day; the last of the calendar where it is open."""
    return span.end or date.max


def width(span: TimeSpan) -> int:
    """The number of days in ``span``."""
    return (last_day(span) - first_day(span)).days + 1


def agree(one: TimeSpan, other: TimeSpan) -> bool:
    """Whether both may speak of one day."""
    return first_day(one) <= last_day(other) and first_day(other) <= last_day(one)


def gap(one: TimeSpan, other: TimeSpan) -> int:
    """By how many days two spans that do not agree lie apart; 0 where they agree."""
    return max(0, (first_day(other) - last_day(one)).days, (first_day(one) - last_day(other)).days)


def within(fine: TimeSpan, coarse: TimeSpan) -> bool:
    """Whether ``fine`` lies in ``coarse`` and is narrower."""
    inside = first_day(coarse) <= first_day(fine) and last_day(fine) <= last_day(coarse)
    return inside and width(fine) < width(coarse)


def finest(spans: Iterable[TimeSpan]) -> list[TimeSpan]:
    """Those of ``spans`` in which no other lies, by first and last day; of equal ones the most plainly typed."""
    distinct = {(first_day(span), last_day(span)): span for span in sorted(spans, key=_typing, reverse=True)}.values()
    kept = [span for span in distinct if not any(within(other, span) for other in distinct)]
    return sorted(kept, key=lambda span: (first_day(span), last_day(span), span.precision))


def _typing(span: TimeSpan) -> tuple[int, str]:
    return list(_TYPED).index(span.precision) if span.precision in _TYPED else len(_TYPED), span.precision


def typed(span: TimeSpan) -> Value | None:
    """The literal in the type of its precision; ``None`` for a season, a range or an open span.

    >>> typed(TimeSpan(start=date(2024, 6, 1), end=date(2024, 6, 30), precision="month"))
    Value(text='2024-06', datatype='gYearMonth', language=None)
    """
    if span.start is None or span.end is None or span.precision not in _TYPED:
        return None
    datatype, length = _TYPED[span.precision]
    return Value(text=span.start.isoformat()[:length], datatype=datatype)
