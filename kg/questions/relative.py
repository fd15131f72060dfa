"""The times of a question that depend on the day on which it is asked."""

from datetime import date

from kg.reading.times import find_times

_DAYS = (date(2001, 3, 5), date(2014, 11, 22))
"""Two days that no expression counts alike from: of other years, months, seasons and days of the week."""


def relative_times(question: str, language: str) -> tuple[str, ...]:
    """The words of ``question`` that count from the day of the call, in order.

    >>> relative_times("Which treaties did Russia sign last year, and which in 2019?", "en")
    ('last year',)
    """
    first, second = ({one.start: one for one in find_times(question, language, published=day)} for day in _DAYS)
    shared = [one for start, one in sorted(first.items()) if start not in second or second[start].span != one.span]
    return tuple(question[one.start : one.end] for one in shared)
