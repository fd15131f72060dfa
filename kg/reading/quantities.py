"""Finds figures and what they count: 6 000 hommes, "$2.5 million", « des milliers de soldats ».

An open collective (« des milliers », "dozens") is at least two of its kind: from 2,000 or 24 on, approximate.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any

from kg.model import Quantity
from kg.reading.counting import Counted, counted
from kg.reading.figures import label, word_classes
from kg.reading.phrases import Grammar, Item, Phrase, split
from kg.reading.times import FoundTime
from kg.vocabulary.languages import load_language
from kg.vocabulary.quantities import QuantityLexicon, load_quantities

_NUMBER = frozenset({"number"})
_FIGURE = frozenset({"figure"})
_MILLION = 10**6
_SIGNS = frozenset("#§°")


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A figure with what it counts: half-open offsets in the text, in code points.

    ``start`` to ``end`` is the whole expression from « près de » to the noun; ``noun_start`` to ``noun_end`` is the
    counted noun, unit or currency sign; where nothing is named (a bare figure after "killing") it is the figure.
    """

    start: int
    end: int
    noun_start: int
    noun_end: int
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class _Figure:
    """One number: its bounds, the figure before its multiplier, and the currency written on it."""

    least: Decimal | None
    most: Decimal | None
    mantissa: Decimal
    scale: int = 1
    approximate: bool = False
    currency: str | None = None
    small: bool = False
    collective: bool = False


def find_quantities(text: str, language: str, *, times: Sequence[FoundTime] = ()) -> tuple[FoundQuantity, ...]:
    """The quantities in ``text``, in order and without overlap; figures inside ``times`` are none.

    ``of`` is the counted thing as an English plural where the lexicon knows it, else as the text has it; ``unit`` an
    ISO 4217 code (of "money"), ``%`` or a measure. Dates, ages, durations, ordinals and numbers of articles,
    resolutions or flights are no quantities.

    >>> [found] = find_quantities("Près de 600 soldats sont morts.", "fr")
    >>> found.start, found.end, found.quantity.to_json()["of"], found.quantity.approximate
    (0, 19, 'soldiers', True)
    """
    lexicon = load_quantities(language)
    items = label(split(text), language, tuple((time.start, time.end) for time in times))
    line = _with_figures(items, language)
    found: list[FoundQuantity] = []
    for phrase in _grammar(language, "amounts").find(line):
        quantity = _read(phrase, line, lexicon, text)
        if quantity and (not found or quantity.start >= found[-1].end):
            found.append(quantity)
    return tuple(found)


@cache
def _grammar(language: str, level: str) -> Grammar:
    lexicon = load_quantities(language)
    words = {word: item.labels for word, item in word_classes(language).items()}
    numbers = {_NUMBER | item.labels for item in word_classes(language).values()} | {_NUMBER}
    if level == "figures":
        return Grammar(lexicon.figures, words, numbers)
    return Grammar(lexicon.amounts, words, [*numbers, _FIGURE])


def _with_figures(items: Sequence[Item], language: str) -> list[Item]:
    """The items with one item in place of each figure."""
    line: list[Item] = []
    done = 0
    for phrase in _grammar(language, "figures").find(items):
        line.extend(items[done : phrase.first])
        figure = _figure(phrase, items)
        start, end = items[phrase.first].start, items[phrase.last - 1].end
        words = " ".join(item.text for item in items[phrase.first : phrase.last])
        line.append(Item(words, start, end, _FIGURE if figure else frozenset(), {"figure": figure}))
        done = phrase.last
    line.extend(items[done:])
    return line


def _figure(phrase: Phrase, items: Sequence[Item]) -> _Figure | None:
    values = phrase.values(items)
    scale = int(values.get("multiplier", values.get("short", 1)))
    if phrase.meaning == "many":
        least = 2 * _product(values, ("number", "collective", "many", "by"), scale)
        if "number" in values and "many" in values:  # « deux milliers »
            exact = least / 2
            return _Figure(exact, exact, exact, 1, True, collective=True)
        return _Figure(least, None, least, 1, True, collective=True)
    if phrase.meaning == "about":
        value = _product(values, ("number", "collective", "many"), scale)
        if any(items[index].text in ("half", "demi") for index in range(phrase.first, phrase.last)):
            value /= 2
        return _Figure(value, value, value, 1, True, collective=True)
    number = values["number"]
    value = number * scale
    small = phrase.last - phrase.first == 1 and value < 10
    whole = value >= _MILLION and value % _MILLION == 0  # « un million de personnes »
    return _Figure(value, value, number, scale, currency=_currency(values), small=small, collective=whole)


def _product(values: Mapping[str, Any], names: Sequence[str], scale: int) -> Decimal:
    product = Decimal(scale)
    for name in names:
        product *= values.get(name, 1)
    return product


def _currency(values: Mapping[str, Any]) -> str | None:
    if "prefix" in values and values.get("symbol") == "USD":
        return str(values["prefix"])
    currency = values.get("symbol") or values.get("code")
    return None if currency is None else str(currency)


def _read(phrase: Phrase, line: Sequence[Item], lexicon: QuantityLexicon, text: str) -> FoundQuantity | None:
    values = phrase.values(line)
    if "first" in values:
        figure = _between(values["first"], values["second"])
        figure = replace(figure, approximate=True) if figure and phrase.meaning == "about" else figure
    else:
        figure = _bounded(values["figure"], phrase.meaning)
    if figure is None or _labelled(line, phrase.first, lexicon) or _is_parted(line, phrase.first, lexicon):
        return None
    if figure.small and phrase.first and line[phrase.first - 1].text in lexicon.classes["definite"]:
        return None
    start, end = line[phrase.first].start, line[phrase.last - 1].end
    of = counted(
        line, phrase.last, lexicon, text, linked=figure.scale > 1 or figure.collective, sum=bool(figure.currency)
    )
    if figure.currency:
        number = max(index for name, (index, _) in phrase.parts.items() if name in ("figure", "first", "second"))
        of = Counted(line[number].start, line[number].end, end, "money", figure.currency)
    elif of is None and phrase.first and line[phrase.first - 1].text in lexicon.classes["harmed"]:
        of = Counted(start, end, end, "people", None)
    if of is None:
        return None
    about = figure.approximate or _about_after(line, phrase.last, max(end, of.end), lexicon)
    quantity = Quantity(min=_plain(figure.least), max=_plain(figure.most), of=of.of, unit=of.unit, approximate=about)
    return FoundQuantity(start, max(end, of.end), of.noun_start, of.noun_end, quantity)


def _about_after(line: Sequence[Item], first: int, end: int, lexicon: QuantityLexicon) -> bool:
    """True where the word after the noun makes the figure approximate: « 600 hommes environ »."""
    after = next((item for item in line[first : first + 12] if item.start >= end), None)
    return after is not None and after.text in lexicon.classes["afterthoughts"]


def _labelled(line: Sequence[Item], first: int, lexicon: QuantityLexicon) -> bool:
    """True where the words before say that the figure is a name or number: « résolution 1718 », "no. 4"."""
    before = [line[index].text for index in range(first - 1, max(first - 3, -1), -1)]
    if len(before) > 1 and before[0] == "." and len(before[1]) <= 3:
        before = before[1:]
    return bool(before) and (before[0] in _SIGNS or before[0] in lexicon.classes["labels"])


def _is_parted(line: Sequence[Item], first: int, lexicon: QuantityLexicon) -> bool:
    """True where only a fraction of the figure is meant: « la moitié des 28 marins », "two-thirds of its 400 men"."""
    language = load_language(lexicon.language)
    at = first - 1
    if at >= 0 and line[at].text in language.of_articles | language.of_owners:
        at -= 1
    return at > 0 and line[at].text in language.of_links and line[at - 1].text in lexicon.classes["fractions"]


def _bounded(figure: _Figure, meaning: str) -> _Figure:
    if meaning == "about":
        return replace(figure, approximate=True)
    if meaning == "least":
        return replace(figure, most=None)
    if meaning == "most":
        return replace(figure, least=None, most=figure.mantissa * figure.scale)
    return figure


def _between(first: _Figure, second: _Figure) -> _Figure | None:
    """From one figure to the other; the first takes the multiplier of the second ("2 to 3 million").

    None where they do not ascend: a score, or a code.
    """
    if first.least is None or second.least is None:
        return None
    if first.scale == 1 and second.scale > 1 and first.mantissa < second.mantissa:
        first = replace(first, least=first.mantissa * second.scale, scale=second.scale)
    if first.least is None or first.least > second.least:
        return None
    return replace(
        second,
        least=first.least,
        approximate=first.approximate or second.approximate,
        currency=second.currency or first.currency,
        small=first.small and second.small,
    )


def _plain(value: Decimal | None) -> int | float | None:
    """The figure as an integer where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
