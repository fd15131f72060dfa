"""What an expression of time is anchored to: the publication, and the dates named before it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kg.model import TimeSpan
from kg.reading.times.calendar import one_day, shift

_NEAR = 14
"""A day without a year that falls at most so many days after the publication is that day, not one a year before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where an expression stands in time.

    ``published`` is the day of publication, ``last`` the last date named in the text before, ``day`` the last that was
    a day, ``year`` the year that the passage is in where it has just named one, and ``future`` whether the words around
    speak of what is to come.
    """

    published: date | None
    last: TimeSpan | None = None
    day: TimeSpan | None = None
    year: int | None = None
    future: bool = False

    def before(self) -> TimeSpan | None:
        """What « la veille » counts from: the last date named, else the publication."""
        return self.last or (one_day(self.published) if self.published else None)

    def latest_day(self) -> TimeSpan | None:
        """What « le jour même » counts from: the last date named, unless it is a year or more and a day was named."""
        vague = self.last is not None and self.last.precision not in ("day", "month")
        return self.day if vague and self.day else self.last

    def nearest(self, make: Callable[[int], TimeSpan | None], *, days: bool = False) -> TimeSpan | None:
        """What ``make`` gives for the likeliest year: the passage's own, else the nearest past, or future if cued."""
        if self.year is not None:
            span = make(self.year)
            if not (self.future and self.published and span and span.end and span.end < self.published):
                return span
        if self.published is None:
            return make(self.last.start.year) if self.last and self.last.start else None
        spans = self._around(make)
        if self.future:
            return next((span for span in spans if span.end and span.end >= self.published), None)
        limit = shift(self.published, "day", _NEAR) if days else self.published
        return next((span for span in reversed(spans) if span.start and span.start <= limit), None)

    def latest(self, make: Callable[[int], TimeSpan | None]) -> TimeSpan | None:
        """The last such span that ended before the publication (« juin dernier »)."""
        day = self.published
        return next((span for span in reversed(self._around(make)) if day and span.end and span.end < day), None)

    def coming(self, make: Callable[[int], TimeSpan | None]) -> TimeSpan | None:
        """The first such span that starts after the publication (« juin prochain »)."""
        day = self.published
        return next((span for span in self._around(make) if day and span.start and span.start > day), None)

    def _around(self, make: Callable[[int], TimeSpan | None]) -> list[TimeSpan]:
        """What ``make`` gives for the years around the publication, in order (9 years: a leap day may be far)."""
        if self.published is None:
            return []
        years = range(max(self.published.year - 8, 1), min(self.published.year + 8, 9998) + 1)
        return [span for year in years if (span := make(year)) is not None]
