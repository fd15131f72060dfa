"""Dates on the command line: a day, a month or a year."""

from datetime import date

import click
import pytest

from kg.cli.options import Day, Span
from kg.model import TimeSpan


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
        ("2024-06-19", date(2024, 6, 19), date(2024, 6, 19)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_a_date_is_its_first_or_last_day(text: str, first: date, last: date) -> None:
    """`--since` takes the first day of a month or year, `--until` the last."""
    assert Day().convert(text, None, None) == first
    assert Day(last=True).convert(text, None, None) == last


@pytest.mark.parametrize(
    "text", ["", "24", "2024-6", "2024-13", "2024-02-30", "19/06/2024", "2024-06-19-01", "0000", "demain"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """The message shows how to write one."""
    for last in (False, True):
        with pytest.raises(click.BadParameter, match="is no date; write 2025-06-19"):
            Day(last=last).convert(text, None, None)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023..2024-06", date(2023, 1, 1), date(2024, 6, 30)),
        ("2024-06-19..2024-06-19", date(2024, 6, 19), date(2024, 6, 19)),
        ("2024..", date(2024, 1, 1), None),
        ("..2024", None, date(2024, 12, 31)),
    ],
)
def test_a_span_is_all_of_its_days(text: str, start: date | None, end: date | None) -> None:
    """A month or year counts whole at either end, and an end may be open."""
    assert Span().convert(text, None, None) == TimeSpan(start=start, end=end, precision="range")


@pytest.mark.parametrize("text", ["", "..", "2024...2025", "2025..2024", "2024..demain", "2024-06-19,2024-06-20"])
def test_what_is_no_span_is_refused(text: str) -> None:
    """Also one that ends before it begins."""
    with pytest.raises(click.BadParameter, match=r"no time|no date|ends before it begins"):
        Span().convert(text, None, None)
