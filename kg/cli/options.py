"""Options that mean the same in every command."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.cli.settings import spoken

if TYPE_CHECKING:
    from kg.model import TimeSpan

F = TypeVar("F", bound=Callable[..., Any])


def format_option(*formats: str) -> Callable[[F], F]:
    """``--format``: how the result is printed; the first of ``formats`` is meant where it is left out."""
    return click.option(
        "--format", "format", type=click.Choice(formats), default=formats[0], show_default=True, help="How to print it."
    )


def language_option() -> Callable[[F], F]:
    """``--language``: the words of tables and pictures, those of the locale where it is left out."""
    return click.option(
        "--language",
        type=click.Choice(("fr", "en")),
        default=spoken,
        show_default="that of the locale",
        help="The language to show it in.",
    )


def as_of_option() -> Callable[[F], F]:
    """``--as-of``: the graph as it was known on a day; of a month or year its last."""
    return click.option(
        "--as-of",
        type=Day(last=True),
        metavar="DATE",
        help="Only what articles published by this day (or the end of this month or year) support, as they stood.",
    )


def during_option() -> Callable[[F], F]:
    """``--during``: what happened in a day, month or year, or between two of them."""
    return click.option(
        "--during",
        type=Span(),
        metavar="SPAN",
        help="Only what happened then: 2024, 2024-06, 2024-06-19, 2023..2024-06, 2024.. or ..2024.",
    )


class Day(click.ParamType[date]):
    """A day, month or year in ISO form, as its first day or, with ``last``, its last."""

    name = "date"

    def __init__(self, *, last: bool = False) -> None:
        self._last = last

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; a usage error for anything but ``2025``, ``2025-06`` and ``2025-06-19``."""
        if isinstance(value, date):
            return value
        parts = str(value).split("-")
        try:
            if (len(parts[0]), *map(len, parts[1:])) != (4, 2, 2)[: len(parts)]:
                raise ValueError
            year, month, day = [*map(int, parts), 0, 0][:3]
            if 0 in map(int, parts):
                raise ValueError
            return _last(year, month, day) if self._last else date(year, month or 1, day or 1)
        except ValueError:
            self.fail(f"{value!r} is no date; write 2025-06-19, 2025-06 or 2025", param, ctx)


class Span(click.ParamType["TimeSpan"]):
    """A day, month or year, or two of them with .. between, either of which may be left out."""

    name = "span"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> "TimeSpan":
        """The time; a usage error for what is none, or ends before it begins."""
        from kg.model import TimeSpan

        if isinstance(value, TimeSpan):
            return value
        first, dots, last = str(value).partition("..")
        last = last if dots else first
        if not first and not last:
            self.fail(f"{value!r} is no time; write 2024-06, 2023..2024, 2024.. or ..2024", param, ctx)
        start = Day().convert(first, param, ctx) if first else None
        end = Day(last=True).convert(last, param, ctx) if last else None
        if start and end and end < start:
            self.fail(f"{value!r} ends before it begins; write the earlier day first", param, ctx)
        return TimeSpan(start=start, end=end, precision="range")


def _last(year: int, month: int, day: int) -> date:
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])
