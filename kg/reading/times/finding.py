"""Finds the times of a text: words, then dates, then the phrases made of them, anchored in the order of the text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from kg.model import TimeSpan
from kg.reading.phrases import Item, Phrase, split
from kg.reading.times.anchor import Anchor
from kg.reading.times.calendar import part_of, shift
from kg.reading.times.items import FIGURE, grammar, label
from kg.reading.times.meanings import MEANINGS
from kg.reading.times.points import Place, Point, points_of
from kg.reading.times.spans import SPANS, Kind, between

_YEARS = range(1500, 2200)
_BARE = {frozenset({"year"}): "bareyear", frozenset({"month"}): "baremonth", frozenset({"season"}): "bareseason"}
_BEFORE = ("before", "part_before")


@dataclass(frozen=True, slots=True)
class FoundTime:
    """An expression of time: half-open offsets in the text (code points), what it means, and its kind.

    ``point`` names a day, month, season or year; ``range`` has two ends or is a part; ``since`` and ``until`` are open
    at one end; ``duration`` is a stretch up to the publication or from it on; ``relative`` counts from another
    date; ``name`` is part of what something is called (« l'accord de 1968 ») and dates the thing, not the sentence.
    """

    start: int
    end: int
    span: TimeSpan
    kind: Kind


def find_times(text: str, language: str, *, published: date | None) -> tuple[FoundTime, ...]:
    """The expressions of time in ``text``, in order and without overlap.

    Relative ones count from ``published`` (in ISO terms the day of publication) or from the last date named before
    them; without either they are left out. A day or month without a year is in the year that its passage has just
    named, else the nearest past one, or the nearest future one where the words around speak of the future.

    >>> [time] = find_times("Le traité a été signé en juin 2024.", "fr", published=None)
    >>> time.start, time.end, time.span.to_json()
    (25, 34, {'start': '2024-06-01', 'end': '2024-06-30', 'precision': 'month'})
    """
    words = split(text)
    items = label(words, language)
    dates = points_of(items, language)
    line = _line_up(items, dates)
    points = [point for _, point in dates]
    scan = _Scan(published)
    for phrase in grammar(language, "spans").find(line):
        scan.read(phrase, line, points)
    return tuple(scan.found)


def _line_up(items: Sequence[Item], points: Sequence[tuple[Phrase, Point]]) -> list[Item]:
    """The items with one item in place of each date phrase; its value is the index of the point."""
    line: list[Item] = []
    done = 0
    for index, (phrase, point) in enumerate(points):
        line.extend(items[done : phrase.first])
        labels = _labels(point)
        line.append(Item("", point.start, point.end, labels, dict.fromkeys(labels, index)))
        done = phrase.last
    line.extend(items[done:])
    return line


def _labels(point: Point) -> frozenset[str]:
    if point.meaning == "nothing":
        return frozenset()
    named = frozenset(point.values) - {"comma", "dot", "dash", "article", "part"}
    kind = _BARE.get(named, "clear") if point.meaning == "date" else "clear"
    if kind == "bareyear" and point.values["year"] not in _YEARS:
        return FIGURE
    return frozenset({"point", kind})


@dataclass(slots=True)
class _Scan:
    """Anchors the phrases one after the other and remembers what was named."""

    published: date | None
    found: list[FoundTime] = field(default_factory=list)
    last: TimeSpan | None = None
    day: TimeSpan | None = None
    year: tuple[int, Place, bool] | None = None
    setting: TimeSpan | None = None
    goes_on: int = -1
    told: Place | None = None

    def read(self, phrase: Phrase, line: Sequence[Item], points: Sequence[Point]) -> None:
        values = phrase.values(line)
        if phrase.meaning == "since_count":
            self._since_count(phrase, line, values)
            return
        if phrase.meaning == "also" and (not self.found or self.goes_on != phrase.first):
            return
        used = [points[values[name]] for name in ("first", "second", "point") if name in values]
        kind: Kind | None = "range"
        unparted = False  # « a mis fin jeudi à … »: a day has no parts
        if phrase.meaning == "between":
            span = self._between(*used)
        else:
            kind, meaning = SPANS[phrase.meaning]
            ahead = phrase.meaning == "deadline"
            whole = self._anchored(replace(used[0], future=True) if ahead else used[0])
            point = part_of(whole, values["part"]) if whole and "part" in values else whole
            span = meaning(point) if point else None
            due = ahead or phrase.meaning in _BEFORE or used[0].meaning == "end_of_unit"
            span = self._due(span) if due else span
            if phrase.meaning == "part" and span == whole:
                kind, unparted = None, True
        kind = kind or used[0].kind
        if span is None:
            return
        bare = phrase.meaning in ("point", "also", "name") or unparted
        start = used[0].start if bare else line[phrase.first].start
        self.found.append(FoundTime(start, used[-1].end, span, kind))
        self._remember(used, span, kind)
        if kind in ("point", "name"):
            self.goes_on = phrase.last

    def _due(self, span: TimeSpan | None) -> TimeSpan | None:
        """The span; one that is open up to a day to come begins with the publication."""
        ahead = span and span.start is None and span.end and self.published and span.end > self.published
        return TimeSpan(start=self.published, end=span.end, precision="range") if span and ahead else span

    def _since_count(self, phrase: Phrase, line: Sequence[Item], values: Mapping[str, Any]) -> None:
        """« Depuis deux ans »: open from so long before the publication."""
        if self.published is not None:
            start = shift(self.published, values["unit"], -values["count"])
            span = TimeSpan(start=start, end=None, precision="range")
            self.found.append(FoundTime(line[phrase.first].start, line[phrase.last - 1].end, span, "since"))

    def _anchored(self, point: Point, year: int | None = None) -> TimeSpan | None:
        """The days of ``point``; in the passage's own year, or the next where that would go back in the story."""
        near = None if year else self._year_near(point)
        span = self._in_year(point, year or near)
        if near is None or span is None or self.setting is None:
            return span
        after = self._in_year(point, near + 1) if _before(span, self.setting) else None
        past = after and (self.published is None or (after.start and after.start <= self.published))
        return after if past and not _before(after, self.setting) else span

    def _in_year(self, point: Point, year: int | None) -> TimeSpan | None:
        anchor = Anchor(published=self.published, last=self.last, day=self.day, year=year, future=point.future)
        return MEANINGS[point.meaning][1](point.values, anchor)

    def _year_near(self, point: Point) -> int | None:
        """The year that the passage is in: named in this sentence, or before in this paragraph as its setting."""
        if self.year is None:
            return None
        year, place, setting = self.year
        if place == point.place or (setting and place[0] == point.place[0]):
            return year
        return None

    def _between(self, first: Point, second: Point) -> TimeSpan | None:
        """One end lends the other the year that it lacks."""
        start = self._anchored(first, None if first.explicit else second.explicit)
        end = self._anchored(second, None if second.explicit else first.explicit)
        if start and end and start.start and end.end and start.start > end.end:
            if not first.explicit and second.explicit:
                start = self._anchored(first, second.explicit - 1)
            elif not second.explicit and first.explicit:
                end = self._anchored(second, first.explicit + 1)
            elif "weekday" in first.values and start.start:
                day = shift(start.start, "day", -7)
                start = replace(start, start=day, end=day)
        return between(start, end) if start and end else None

    def _remember(self, used: Sequence[Point], span: TimeSpan, kind: str) -> None:
        aside = used[-1].aside and self.told is not None and self.told[0] >= used[-1].place[0] - 1
        if span.start and span.end and kind not in ("duration", "until") and not aside:
            self.told = used[-1].place
            self.last = span
            self.day = span if span.precision == "day" else self.day
        year = used[-1].explicit
        if year is not None and kind in ("point", "range"):
            setting = used[-1].opens or span.precision in ("day", "month")
            if setting or self.year is None or self.year[1] != used[-1].place:
                self.year = (year, used[-1].place, setting)
                self.setting = span


def _before(span: TimeSpan | None, other: TimeSpan) -> bool:
    """True where ``span`` ends before ``other`` starts: a story moves on, so it is rather in the year after."""
    return bool(span and span.end and other.start and span.end < other.start)
