"""Days from which a time in a question may count that finds nothing from the day of the call."""

import re
from collections.abc import Iterator
from datetime import date

from kg.model import TimeSpan
from kg.reading.times import FoundTime, find_times
from kg.store import Store

_YEAR = re.compile(r"\d{4}")
_SHORT = ("day", "month", "season")
_MOST = 10


def other_days(question: str, language: str, store: Store, today: date, *, told: bool) -> Iterator[date]:
    """Each such day, the latest first; none where the question names its year.

    « Le 7 mai », "in April": the ends of the years in which articles were published. « L'an dernier », "last month":
    the day of the latest article, where the call was not ``told`` the day.
    """
    times = [
        one for one in find_times(question, language, published=today) if not _YEAR.search(_written(question, one))
    ]
    if len(times) != 1:
        return
    published = {info.published for info in store.articles() if info.published}
    if _is_yearless(question, language, today, times[0]):
        years = sorted({day.year for day in published}, reverse=True)[:_MOST]
        yield from (date(year, 12, 31) for year in years)
    elif published and not told:
        yield max(published)


def _written(question: str, time: FoundTime) -> str:
    return question[time.start : time.end]


def _is_yearless(question: str, language: str, today: date, time: FoundTime) -> bool:
    """Whether it is the same part of the year whenever it is said."""
    if time.span.precision not in _SHORT:
        return False
    spans = [
        one.span
        for day in (date(today.year, 6, 1), date(today.year, 12, 31))
        for one in find_times(question, language, published=day)
    ]
    return len({_part(span) for span in spans}) == 1


def _part(span: TimeSpan) -> tuple[int, int]:
    return (span.start.month, span.start.day) if span.start else (0, 0)
