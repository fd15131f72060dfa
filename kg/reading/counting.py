"""What a figure counts: the noun, unit or currency after it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.reading.phrases import Item
from kg.vocabulary.languages import load_language
from kg.vocabulary.quantities import QuantityLexicon

_LONGEST_NAME = 4
_REACH = 6


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: offsets of the noun, the end of the expression, the canonical noun and the unit."""

    noun_start: int
    noun_end: int
    end: int
    of: str | None
    unit: str | None


def counted(
    line: Sequence[Item], first: int, lexicon: QuantityLexicon, text: str, *, linked: bool, sum: bool
) -> Counted | None:
    """What the figure before item ``first`` counts; None where it counts nothing that the text names.

    ``linked`` figures take « de » before their noun (« des milliers de soldats »), a ``sum`` of money has its unit.
    """
    position = first
    if position < len(line) and line[position].text == "-" and linked:
        position += 1
    if sum:
        return None
    language = load_language(lexicon.language)
    if position < len(line) and line[position].text in language.of_links:
        owned = position + 1 < len(line) and line[position + 1].text in language.of_owners
        position += 2 if owned else linked  # « dix de ses diplomates »
    percent = _longest(line, position, dict.fromkeys(lexicon.classes["percent"], "%"))
    if percent:
        return _measured(line, position, *percent, None, lexicon, text)
    currency = _longest(line, position, lexicon.currencies)
    if currency:
        code, last = currency
        return Counted(line[position].start, line[last - 1].end, line[last - 1].end, "money", code)
    unit = _longest(line, position, lexicon.units)
    if unit:
        return _measured(line, position, *unit, lexicon.measures[unit[0]], lexicon, text)
    return _noun(line, position, lexicon, text)


def _measured(
    line: Sequence[Item], first: int, unit: str, last: int, of: str | None, lexicon: QuantityLexicon, text: str
) -> Counted:
    """A unit, with what it is a measure of where the text goes on to say so."""
    start, end = line[first].start, line[last - 1].end
    position = last
    if position < len(line) and line[position].text in load_language(lexicon.language).of_links:
        position += 1
        if position < len(line) and line[position].text in load_language(lexicon.language).of_articles:
            position += 1
        noun = _noun(line, position, lexicon, text, known=True)
        if noun:
            return Counted(start, end, noun.end, noun.of, unit)
    return Counted(start, end, end, of, unit)


def _longest(line: Sequence[Item], first: int, names: Mapping[str, str]) -> tuple[str, int] | None:
    """The longest of ``names`` that starts at ``first``: what it stands for and the index after it."""
    name, found = "", None
    for index in range(first, min(first + _LONGEST_NAME * 2, len(line))):
        item = line[index]
        gap = index > first and item.start > line[index - 1].end
        name += (" " if gap else "") + item.text
        if name in names:
            found = names[name], index + 1
    return found


def _noun(
    line: Sequence[Item], first: int, lexicon: QuantityLexicon, text: str, *, known: bool = False
) -> Counted | None:
    """The counted noun: after the adjectives in French, at the end of its modifiers in English."""
    stops = lexicon.classes["stops"] | lexicon.classes["not_counted"]
    position = first
    unknown: tuple[int, int] | None = None
    for step in range(_REACH):
        if position >= len(line) or not _is_word(line[position]):
            break
        name = _longest(line, position, lexicon.nouns)
        if name and not (step == 0 and line[position].text in lexicon.classes["not_counted"]):
            return _head(line, position, *name, lexicon)
        end = _compound(line, position)
        if line[position].text in stops:
            joins = (
                step > 0
                and line[position].text in load_language(lexicon.language).name_joints
                and _capital(line, position, text)
            )
            if not joins:
                break
        elif line[position].text not in lexicon.classes["adjectives"]:
            if unknown is None and (_plural(line[end - 1].text) or _is_model_or_people(line, position, end, text)):
                unknown = position, end
            if load_language(lexicon.language).noun_first:
                break
        position = end
    if unknown is None or known:
        return None
    start, end = line[unknown[0]].start, line[unknown[1] - 1].end
    return Counted(start, end, end, text[start:end], None)


def _head(line: Sequence[Item], first: int, of: str, last: int, lexicon: QuantityLexicon) -> Counted:
    """The head of the English compound that the noun starts ("missile attacks"); the noun itself in French."""
    while not load_language(lexicon.language).noun_first and last < len(line) and _is_word(line[last]):
        name = _longest(line, last, lexicon.nouns)
        if name is None or line[last].start != line[last - 1].end + 1:
            break
        if line[first].text.endswith("s") and of not in ("personnel",):
            break
        first, (of, last) = last, name
    return Counted(line[first].start, line[last - 1].end, line[last - 1].end, of, None)


def _is_word(item: Item) -> bool:
    return item.text[:1].isalpha() and not item.text.endswith("'") and "figure" not in item.labels


def _compound(line: Sequence[Item], first: int) -> int:
    """The index after the hyphenated word that starts at ``first``."""
    last = first + 1
    while (
        last + 1 < len(line)
        and line[last].text == "-"
        and line[last].start == line[last - 1].end
        and line[last + 1].start == line[last].end
        and (_is_word(line[last + 1]) or line[last + 1].text.isdigit())
    ):
        last += 2
    return last


def _capital(line: Sequence[Item], position: int, text: str) -> bool:
    """True between two names: "Russian and North Korean"."""
    if position + 1 >= len(line):
        return False
    return text[line[position - 1].start].isupper() and text[line[position + 1].start].isupper()


def _is_model_or_people(line: Sequence[Item], first: int, end: int, text: str) -> bool:
    """Whether it is a model of arms (« 19 F-16 ») or a people whose name has one form (« 400 Burundais »)."""
    if not text[line[first].start].isupper():
        return False
    return line[end - 1].text.isdigit() if end > first + 1 else line[first].text.endswith(("ais", "ois", "ese"))


def _plural(word: str) -> bool:
    return len(word) > 3 and word.endswith(("s", "x")) and not word.endswith(("ss", "us", "is"))
