"""The date phrases of a text, not yet anchored: where each stands, and what the words around say of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.reading.phrases import Item, Phrase
from kg.reading.times.items import grammar
from kg.reading.times.meanings import MEANINGS
from kg.reading.times.spans import Kind
from kg.vocabulary.temporal import TemporalLexicon, load_temporal

_CUE_WINDOW = 8
_LONGEST_ENDING = 4
_ASIDE = 6
_CLOSES = frozenset({",", "»", '"', "”"})
_ENDS = frozenset({".", "!", "?", ";", "que", "qu'", "that"})
_STOPS = _ENDS | {",", ":", "(", "who", "qui", "«", '"', "“"}
_OPEN_ENDED = re.compile(r"(?:before|after|apres|avant|earlier)$")
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Point:
    """A date phrase that is not yet anchored, with where it stands: items, paragraph and sentence."""

    meaning: str
    values: Mapping[str, Any]
    start: int
    end: int
    future: bool
    place: Place
    opens: bool
    aside: bool

    @property
    def kind(self) -> Kind:
        if self.meaning == "date" and "decade" in self.values:
            return "range"
        if self.meaning == "date" and "weekday" in self.values and "month" not in self.values:
            return "relative"
        return MEANINGS[self.meaning][0]

    @property
    def explicit(self) -> int | None:
        """The year that the words name."""
        year = self.values.get("year")
        if year is None and "numeric" in self.values:
            year = self.values["numeric"].some_year
        return year if isinstance(year, int) else None


def points_of(items: Sequence[Item], language: str) -> list[tuple[Phrase, Point]]:
    """The date phrases among the items of a text, in order, each with what it is before it is anchored."""
    phrases = grammar(language, "dates").find(items)
    places, openings = _places(items)
    lexicon = load_temporal(language)
    future = [_is_cue(items, index, lexicon) for index in range(len(items))]
    points: list[tuple[Phrase, Point]] = []
    for phrase in phrases:
        meaning = phrase.meaning
        tail = items[phrase.last - 1]
        follows = items[phrase.last].text[:1].isalpha() if phrase.last < len(items) else False
        if meaning in ("previous_unit", "following_unit") and follows and _OPEN_ENDED.search(tail.text):
            meaning = "nothing"
        opens = phrase.first - openings[phrase.first] <= 2
        point = Point(
            meaning=meaning,
            values=phrase.values(items),
            start=items[phrase.first].start,
            end=tail.end if tail.text not in ".," or phrase.last - phrase.first < 2 else items[phrase.last - 2].end,
            future=_is_future(items, future, phrase, opens, lexicon.future_stops),
            place=places[phrase.first],
            opens=opens,
            aside=_is_aside(items, phrase, lexicon.future_stops),
        )
        points.append((phrase, point))
    return points


def _places(items: Sequence[Item]) -> tuple[list[Place], list[int]]:
    """For each item its paragraph and sentence, and the index of the item that its sentence starts with."""
    paragraph = sentence = opening = 0
    places: list[Place] = []
    openings: list[int] = []
    for index, item in enumerate(items):
        places.append((paragraph, sentence))
        openings.append(opening)
        if item.text[0] in "\n\r":
            paragraph += 1
        if item.text[0] in "\n\r" or item.text in (".", "!", "?"):
            sentence += 1
            opening = index + 1
    return places, openings


def _is_cue(items: Sequence[Item], index: int, lexicon: TemporalLexicon) -> bool:
    """Whether the word speaks of what is to come."""
    item = items[index]
    if item.text in lexicon.future_words:
        return not index or items[index - 1].text not in lexicon.future_unless_after
    ending = item.text.endswith(lexicon.future_endings or ("\n",))
    return len(item.text) > _LONGEST_ENDING and ending and "plain" in item.labels


def _is_aside(items: Sequence[Item], phrase: Phrase, saying: frozenset[str]) -> bool:
    """Whether the phrase only says when somebody said so, after what he said: « …, a répété dimanche le ministre »."""
    before = [item.text for item in items[max(0, phrase.first - _ASIDE) : phrase.first]]
    after = items[phrase.last].text if phrase.last < len(items) else "."
    opened = next((at for at in range(len(before) - 1, -1, -1) if before[at] in _CLOSES), None)
    return opened is not None and after not in _ENDS - {"."} and any(text in saying for text in before[opened:])


def _is_future(
    items: Sequence[Item], future: Sequence[bool], phrase: Phrase, opens: bool, stops: frozenset[str]
) -> bool:
    """True where the words before in the same clause, or after a date that opens the sentence, are of the future."""
    for index in range(phrase.first - 1, max(phrase.first - 1 - _CUE_WINDOW, -1), -1):
        text = items[index].text
        if text in _STOPS or text in stops or text[0] in "\n\r":
            break
        if future[index]:
            return True
    if not opens:
        return False
    for index in range(phrase.last, min(phrase.last + _CUE_WINDOW, len(items))):
        text = items[index].text
        if text in _ENDS or text in stops or text[0] in "\n\r":
            return False
        if future[index]:
            return True
    return False
