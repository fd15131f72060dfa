"""When something happened that the text counts from: « deux jours après l'attaque », "hours after it had struck"."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from kg.claims.syntax import VERBAL, Syntax
from kg.model import TimeMention, TimeSpan
from kg.reading.times.calendar import Unit, one_day, shift, unit_span
from kg.reading.times.items import word_classes
from kg.vocabulary import fold

_WIDEST = {"hour": 0, "day": 0, "week": 0, "fortnight": 0, "month": 31}  # days


class Intervals:
    """The intervals of one article, published on a known day; ``time_of`` gives the time of a predicate."""

    def __init__(
        self, syntax: Syntax, language: str, published: date | None, time_of: Callable[[int], TimeMention | None]
    ) -> None:
        self._syntax = syntax
        self._tree = syntax.tree
        self._words = word_classes(language)
        self._published = published
        self._time_of = time_of

    def time(self, index: int) -> TimeMention | None:
        """The time of the predicate at ``index`` where its clause says how long before or after it another happened."""
        for mark in self._tree.children(index, "mark", "case"):
            sign = self._sign(mark)
            measured = self._measure(mark) if sign and mark < index else None
            base = self._base(index, mark) if measured else None
            if measured and base:
                return self._moved(base, measured[0], sign * measured[1])
        return None

    def _sign(self, mark: int) -> int:
        lemma, words = self._tree[mark].lemma, self._syntax.words
        return -1 if lemma in words.after else 1 if lemma in words.before else 0

    def _measure(self, mark: int) -> tuple[Unit, int] | None:
        """The unit right before the word, and how many; some hours are none, of other units some are unknown."""
        unit = self._value(mark - 1, "unit")
        if unit is None:
            return None
        count = self._value(mark - 2, "count")
        text = self._tree[mark - 2].text if mark > 1 else ""
        if count is None and text.isdecimal():
            count = int(text)
        if unit == "hour":
            return unit, count or 0
        return (unit, count) if count else None

    def _value(self, index: int, label: str):  # type: ignore[no-untyped-def]
        item = self._words.get(fold(self._tree[index].text)) if index >= 0 else None
        return (item.values or {}).get(label) if item else None

    def _base(self, index: int, mark: int) -> TimeMention | None:
        """The time of the nearest verb before that has one; of one in the present the publication."""
        for verb in self._tree.ancestors(index):
            if self._tree[verb].pos in VERBAL and verb < mark:
                forms = [self._tree[i] for i in (verb, *self._tree.children(verb, "aux", "cop"))]
                now = len(forms) == 1 and "Tense=Pres" in forms[0].morph and "VerbForm=Fin" in forms[0].morph
                if now and self._published:
                    return TimeMention(mark, mark + 1, one_day(self._published))
                if time := self._time_of(verb):
                    return time
        return None

    def _moved(self, base: TimeMention, unit: Unit, count: int) -> TimeMention | None:
        start, end = base.span.start, base.span.end
        if start is None or end is None or (end - start).days > _WIDEST.get(unit, 366):
            return None
        span: TimeSpan = unit_span(unit, shift(start, unit, count))
        return replace(base, span=span)
