"""The words of a text with their temporal classes."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from itertools import groupby

from kg.reading.phrases import PLAIN, Grammar, Item, Word
from kg.reading.times.partial import Numeric
from kg.vocabulary.languages import languages, load_language
from kg.vocabulary.quantities import load_quantities
from kg.vocabulary.temporal import load_temporal

_DAY = range(1, 32)
_YEAR = range(1000, 2200)
_COUNT = range(1, 1000)
_LONGEST_THING = 4
_BESIDE = 3
_NUMERIC = re.compile(r"(\d+)[-/.](\d+)[-/.](\d+)")
NUMBER_SHAPES = tuple(
    frozenset(shape.split())
    for shape in ("day count", "count", "year", "decade", "ordinal day", "ordinal", "numeric", "figure")
)


FIGURE = frozenset({"figure"})


@cache
def word_classes(language: str) -> Mapping[str, Item]:
    """Each temporal word of ``language`` as an item that carries its classes and meanings."""
    pairs = sorted(
        (word, label, value) for label, words in load_temporal(language).words.items() for word, value in words.items()
    )
    known: dict[str, Item] = {}
    for word, group in groupby(pairs, key=lambda pair: pair[0]):
        values = {label: value for _, label, value in group}
        known[word] = Item(word, 0, 0, frozenset(values), values)
    return known


@cache
def grammar(language: str, level: str) -> Grammar:
    """The patterns of ``language`` at one level: ``dates`` or ``spans``."""
    lexicon = load_temporal(language)
    words = {word: item.labels for word, item in word_classes(language).items()}
    if level == "dates":
        return Grammar(lexicon.dates, words, NUMBER_SHAPES)
    points = [frozenset({"point", kind}) for kind in ("clear", "bareyear", "baremonth", "bareseason")]
    return Grammar(lexicon.spans, words, [*NUMBER_SHAPES, *points, PLAIN])


def label(words: Sequence[Word], language: str) -> tuple[Item, ...]:
    """The words as items with their temporal classes; an ordinal or decade (1er, 1990s) is one item."""
    items: list[Item] = []
    position = 0
    while position < len(words):
        word = words[position]
        after = words[position + 1] if position + 1 < len(words) else None
        if word.kind == "number":
            item, used = _number(words, position, after, language)
            items.append(item)
            position += used
            continue
        if word.kind == "date":
            items.append(_numeric(word, language))
        elif word.kind == "word":
            item, used = _counted_word(words, position, language)
            items.append(item)
            position += used - 1
        else:
            items.append(_known(word, language))
        position += 1
    return tuple(items)


def _known(word: Word, language: str) -> Item:
    known = word_classes(language).get(word.text)
    if known is None:
        return Item(word.text, word.start, word.end)
    return Item(word.text, word.start, word.end, known.labels, known.values)


def _counted_word(words: Sequence[Word], position: int, language: str) -> tuple[Item, int]:
    """The item of the word and how many words it takes: « dix-huit » and "twenty-five" are one."""
    item = _word(words, position, language)
    tens = item.values.get("count") if item.values else None
    if tens is None or tens < 10 or position + 2 >= len(words):
        return item, 1
    dash, unit = words[position + 1], words[position + 2]
    ones = (_known(unit, language).values or {}).get("count")
    if dash.text != "-" or dash.start != words[position].end or ones is None or ones >= 20:
        return item, 1
    return Item(f"{item.text}-{unit.text}", item.start, unit.end, frozenset({"count"}), {"count": tens + ones}), 3


def _word(words: Sequence[Word], position: int, language: str) -> Item:
    lexicon = load_temporal(language)
    word = words[position]
    before = words[position - 1] if position else None
    after = words[position + 1] if position + 1 < len(words) else None
    item = _known(word, language)
    if not item.labels:
        return Item(word.text, word.start, word.end, PLAIN)
    if word.text in lexicon.capital and not word.capital:
        return Item(word.text, word.start, word.end)
    if word.text in lexicon.small and word.capital and before and before.kind == "word":
        return Item(word.text, word.start, word.end)
    if {"month", "count"} <= item.labels:  # « sept » ans, le 3 « sept. »
        beside = words[max(0, position - 1) : position + _BESIDE]
        label = "month" if any(w.kind == "number" for w in beside) else "count"
        return Item(word.text, word.start, word.end, frozenset({label}), {label: (item.values or {})[label]})
    if "weekday" in item.labels or "month" in item.labels:
        named = (before and before.text in lexicon.name_before) or (after and after.text in lexicon.name_after)
        if named:
            return Item(word.text, word.start, word.end)
    return item


def _number(words: Sequence[Word], position: int, after: Word | None, language: str) -> tuple[Item, int]:
    """The item of the number at ``position`` and how many words it takes."""
    word = words[position]
    other = Item(word.text, word.start, word.end, FIGURE)
    value = int(word.text) if word.text.isascii() and word.text.isdigit() and len(word.text) <= 4 else None
    if value is None or _is_code(words, position):
        return other, 1
    glued = after is not None and after.start == word.end and after.kind == "word"
    if after and glued:
        whole = word.text + after.text
        if after.text in load_language(language).ordinals and value <= 1000:
            labels = {"ordinal", "day"} if value in _DAY else {"ordinal"}
            return Item(
                whole, word.start, after.end, frozenset(labels), {"ordinal": value, "day": value, "nth": value}
            ), 2
        if after.text == "s" and value % 10 == 0 and (1000 <= value < 2200 or 10 < value < 100):
            return Item(whole, word.start, after.end, frozenset({"decade"}), {"decade": value}), 2
        return other, 1
    labels = set()
    if value in _DAY and len(word.text) <= 2:
        labels |= {"day", "count"}
    elif value in _YEAR and len(word.text) == 4:
        if not _counts(words, position, language):
            labels.add("year")
    elif value in _COUNT:
        labels.add("count")
    if value % 10 == 0 and 30 < value < 100 and before_is(words, position, "annees"):
        labels = {"decade"}
    if not labels:
        return other, 1
    values = dict.fromkeys(labels, value)
    return Item(word.text, word.start, word.end, frozenset(labels), values), 1


def _counts(words: Sequence[Word], position: int, language: str) -> bool:
    """True where a figure of four digits counts what follows: "2000 soldiers", « un stock de 1500 kalachnikovs »."""
    before = word_classes(language).get(words[position - 1].text) if position else None
    if position + 1 >= len(words) or (before is not None and "month" in before.labels):
        return False
    lexicon, after = load_quantities(language), words[position + 1]
    if after.text in lexicon.counted:
        return not _dates_a_thing(words, position, language)
    plural = after.kind == "word" and len(after.text) > 3 and after.text.endswith(("s", "x")) and not after.capital
    known = after.text in lexicon.happenings | lexicon.classes["stops"] or after.text in word_classes(language)
    return plural and not known and any(before_is(words, position, word) for word in ("de", "d'", "of"))


def _dates_a_thing(words: Sequence[Word], position: int, language: str) -> bool:
    """ "the 2015 nuclear deal", "its 1980 base agreement": the year of the one thing that the words after it name."""
    known = load_language(language)
    if known.noun_first or not position or words[position - 1].text not in known.articles | known.of_owners:
        return False
    after = (word_classes(language).get(word.text) for word in words[position + 1 : position + 1 + _LONGEST_THING])
    return any(item is not None and "thing" in item.labels for item in after)


def before_is(words: Sequence[Word], position: int, text: str) -> bool:
    return position > 0 and words[position - 1].text == text


def _is_code(words: Sequence[Word], position: int) -> bool:
    """True for the figure of a name such as F-16, of a section sign or of a money amount."""
    word = words[position]
    before = words[position - 1] if position else None
    if before is None or before.end != word.start:
        return False
    if before.text in "$€£#°§":
        return True
    if before.text != "-" or position < 2:
        return False
    start = words[position - 2]
    if position > 2 and words[position - 3].kind == "number" and words[position - 3].end == start.start:
        return False  # « 1er-3 mai »
    known = any(start.text in word_classes(language) for language in languages())
    return start.kind == "word" and start.end == before.start and not known


def _numeric(word: Word, language: str) -> Item:
    match = _NUMERIC.fullmatch(word.text)
    if match is None:
        return Item(word.text, word.start, word.end)
    first, second, third = (int(part) for part in match.groups())
    if len(match.group(1)) == 4:
        meant = _date(first, second, third)
        numeric = Numeric(meant, None) if meant else None
    else:
        year = third if len(match.group(3)) == 4 else 2000 + third
        numeric = _day_and_month(first, second, year, language)
    if numeric is None or not 1000 <= numeric.some_year < 2200:
        return Item(word.text, word.start, word.end)
    return Item(word.text, word.start, word.end, frozenset({"numeric"}), {"numeric": numeric})


def _day_and_month(first: int, second: int, year: int, language: str) -> Numeric | None:
    """The date of 4/3/2024: day first in French; in English both orders are used, so it may be its year alone."""
    day_first, month_first = _date(year, second, first), _date(year, first, second)
    if load_language(language).day_first or day_first == month_first or not (day_first and month_first):
        meant = day_first or month_first
        return Numeric(meant, None) if meant else None
    return Numeric(None, year)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
