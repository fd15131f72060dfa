"""The words of a text with their classes as parts of figures; numbers in digits or words are one item each."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from itertools import groupby

from kg.reading.phrases import Item, Word
from kg.vocabulary.languages import load_language
from kg.vocabulary.quantities import load_quantities

_LONGEST_NUMBER = 14
_DIGITS = 18
_NONE: frozenset[str] = frozenset()


@cache
def word_classes(language: str) -> Mapping[str, Item]:
    """Each word that figures are made of, as an item that carries its classes and meanings."""
    lexicon = load_quantities(language)
    pairs: list[tuple[str, str, object]] = []
    pairs += [(word, "multiplier", value) for word, value in lexicon.values["multipliers"].items()]
    pairs += [(word, "short", value) for word, value in lexicon.values["short_multipliers"].items()]
    pairs += [(word, "collective", value) for word, value in lexicon.values["collectives"].items()]
    pairs += [(word, "many", value) for word, value in lexicon.values["many"].items()]
    pairs += [(word, "symbol", code) for word, code in lexicon.symbols.items()]
    pairs += [(word, "prefix", code) for word, code in lexicon.prefixes.items()]
    pairs += [(code.lower(), "code", code) for code in lexicon.codes]
    pairs += [("-", "dash", 0), ("+", "plus", 0)]
    pairs.sort(key=lambda pair: pair[:2])
    known: dict[str, Item] = {}
    for word, group in groupby(pairs, key=lambda pair: pair[0]):
        values = {label: value for _, label, value in group}
        known[word] = Item(word, 0, 0, frozenset(values), values)
    return known


def label(words: Sequence[Word], language: str, taken: Sequence[tuple[int, int]]) -> tuple[Item, ...]:
    """The words as items; those inside the ``taken`` stretches (in order), codes and dates are of no class."""
    items: list[Item] = []
    position = stretch = 0
    while position < len(words):
        word = words[position]
        while stretch < len(taken) and taken[stretch][1] <= word.start:
            stretch += 1
        used = 1
        if stretch < len(taken) and taken[stretch][0] <= word.start:
            item = Item(word.text, word.start, word.end)
        elif word.kind == "number":
            item = _digits(words, position, language)
        else:
            item, used = _in_words(words, position, language, bool(items) and "number" in items[-1].labels)
        items.append(item)
        position += used
    return tuple(items)


def _digits(words: Sequence[Word], position: int, language: str) -> Item:
    word = words[position]
    value = number(word.text, language)
    if value is None or _is_code(words, position, language):
        return Item(word.text, word.start, word.end)
    return Item(word.text, word.start, word.end, frozenset({"number"}), {"number": value})


def number(text: str, language: str) -> Decimal | None:
    """What digits mean: 1,5 is one and a half in French, 1,500 fifteen hundred in English; None if too long.

    >>> number("6 000", "fr"), number("1,500", "en"), number("1,5", "fr")
    (Decimal('6000'), Decimal('1500'), Decimal('1.5'))
    """
    if len(text) > _DIGITS or not text.isascii():
        return None
    plain = text.replace(" ", "").replace("'", "")
    point, comma = plain.rfind("."), plain.rfind(",")
    if point >= 0 and comma >= 0:
        mark = "." if point > comma else ","
    elif load_language(language).decimal_comma:
        mark = "," if plain.count(",") == 1 else "."
        if mark == "." and _is_grouped(plain, "."):
            return Decimal(plain.replace(".", ""))
    else:
        mark = "."
        if "," in plain and not _is_grouped(plain, ","):
            mark = ","
    other = "," if mark == "." else "."
    plain = plain.replace(other, "")
    return Decimal(plain.replace(mark, ".")) if plain.count(mark) <= 1 else Decimal(plain.replace(mark, ""))


def _is_grouped(text: str, mark: str) -> bool:
    first, *groups = text.split(mark)
    return bool(groups) and 1 <= len(first) <= 3 and first != "0" and all(len(group) == 3 for group in groups)


def _is_code(words: Sequence[Word], position: int, language: str) -> bool:
    """True for a figure that is tied to a word: F-16, 12-year, 19th, 3D."""
    word = words[position]
    known = word_classes(language)
    after = words[position + 1] if position + 1 < len(words) else None
    if after and after.start == word.end and after.kind == "word":
        money_or_unit = after.text in load_quantities(language).units or known.get(after.text) is not None
        if not money_or_unit:
            return True
    if after and after.text == "-" and after.start == word.end and position + 2 < len(words):
        tied = words[position + 2]
        if tied.start == after.end and tied.kind == "word" and tied.text not in known:
            return True
    if position < 1 or words[position - 1].end != word.start:
        return False
    before = words[position - 1]
    if before.text == "-" and position > 1:
        return words[position - 2].kind == "word" and words[position - 2].end == before.start
    return before.kind in ("number", "code", "date") or before.text in "/:=_@&"


def _in_words(words: Sequence[Word], position: int, language: str, after_number: bool) -> tuple[Item, int]:
    """The item at ``position`` and how many words it takes: a whole number written in words, or one word."""
    word = words[position]
    known = word_classes(language).get(word.text)
    multiplies = known is not None and "multiplier" in known.labels
    if word.kind == "word" and not (after_number and multiplies):
        length = _run(words, position, language)
        while length > 0:
            text = " ".join(piece.text for piece in words[position : position + length] if piece.text != "-")
            value = _value(text, language)
            if value is not None:
                end = words[position + length - 1].end
                labels = known.labels if known and length == 1 else _NONE
                values = {**(known.values or {}), "number": value} if known and length == 1 else {"number": value}
                return Item(text, word.start, end, labels | {"number"}, values), length
            length -= 1
    labels = known.labels if known else _NONE
    if "code" in labels and not word.raw.isupper():
        return Item(word.text, word.start, word.end), 1
    if "prefix" in labels and not _is_tied(words, position):  # "a $14 billion package" is of no Australian dollars
        return Item(word.text, word.start, word.end), 1
    return Item(word.text, word.start, word.end, labels, known.values if known else None), 1


def _is_tied(words: Sequence[Word], position: int) -> bool:
    return position + 1 < len(words) and words[position + 1].start == words[position].end


def _run(words: Sequence[Word], position: int, language: str) -> int:
    """How many words from ``position`` on may spell one number."""
    classes = load_quantities(language).classes
    numbers, joints = classes["numbers"], classes["joints"]
    if words[position].text not in numbers:
        return 0
    length = 1
    while length < _LONGEST_NUMBER and position + length < len(words):
        text = words[position + length].text
        following = words[position + length + 1].text if position + length + 1 < len(words) else ""
        if text in numbers:
            length += 1
        elif (text == "-" or text in joints) and following in numbers:
            length += 2
        else:
            break
    if words[position].text in classes["articles"] and length == 1:
        return 0
    return length


@lru_cache(maxsize=4096)
def _value(text: str, language: str) -> Decimal | None:
    from text_to_num import text2num

    try:
        return Decimal(text2num(text, language))
    except ValueError:  # no number, or a language that text2num does not know
        return None
