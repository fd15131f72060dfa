"""Phrases over words: patterns whose atoms are words and classes of words, matched in linear time.

Each item of a text (a word, a number, a mark) becomes one character, which says what it is. A pattern then is
an ordinary expression over a string as long as the text has words, without nested repetition.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kg.model import VocabularyError
from kg.reading.paragraphs import paragraphs

_UNKNOWN = "."
_FIRST = 0xE000
_ATOM = re.compile(r"<(\w+)(?::(\w+))?>|(\{\d,\d\})|([()|?])|([^\W\d_]+'?)|\s+")
_NO_LABELS: frozenset[str] = frozenset()
PLAIN = frozenset({"plain"})
"""The class of a word that is in no other."""


@dataclass(frozen=True, slots=True)
class Item:
    """A word, number, mark or longer unit: half-open offsets in the text, the classes it is in, and what it means.

    ``text`` is in lower case and without accents. ``values`` gives its meaning in each class that has one.
    """

    text: str
    start: int
    end: int
    labels: frozenset[str] = _NO_LABELS
    values: Mapping[str, Any] | None = None

    def value(self, label: str) -> Any:
        return self.values[label] if self.values else None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern found: what it means, its half-open item indices, and for each name the item and class captured."""

    meaning: str
    first: int
    last: int
    parts: Mapping[str, tuple[int, str]]

    def values(self, items: Sequence[Item]) -> dict[str, Any]:
        """What each captured item means in its class, by name."""
        return {name: items[index].value(label) for name, (index, label) in self.parts.items()}


class Grammar:
    """Patterns of one language.

    A pattern is written with words (``il y a``), classes (``<month>``, or ``<month:last>`` to capture it by another
    name), groups, ``|``, ``?`` and ``{0,2}``. ``words`` gives the classes of every word known, ``shapes`` the other
    combinations of classes that items may have. VocabularyError where a pattern names an unknown class.
    """

    def __init__(
        self,
        patterns: Iterable[tuple[str, str]],
        words: Mapping[str, frozenset[str]],
        shapes: Iterable[frozenset[str]],
    ) -> None:
        patterns = tuple(patterns)
        self._literals = frozenset(atom[5] for _, text in patterns for atom in _ATOM.finditer(text) if atom[5])
        signatures = {self._signature(word, labels) for word, labels in words.items()}
        signatures |= {self._signature(word, _NO_LABELS) for word in self._literals}
        signatures |= {(None, labels) for labels in shapes}
        ordered = sorted(signatures, key=lambda s: (s[0] or "", sorted(s[1])))
        self._chars = {signature: chr(_FIRST + index) for index, signature in enumerate(ordered)}
        self._chars.pop((None, _NO_LABELS), None)
        self._patterns = tuple((meaning, *self._compile(text)) for meaning, text in patterns)

    def find(self, items: Sequence[Item]) -> tuple[Phrase, ...]:
        """The phrases in ``items``, in order and without overlap: the leftmost first, of these the longest."""
        chars = self._chars
        line = "".join(chars.get(self._signature(item.text, item.labels), _UNKNOWN) for item in items)
        found = [
            (match.start(), -match.end(), rank, match)
            for rank, (_, pattern, _) in enumerate(self._patterns)
            for match in pattern.finditer(line)
        ]
        found.sort(key=lambda one: one[:3])
        phrases: list[Phrase] = []
        free = 0
        for start, end, rank, match in found:
            if start >= free:
                meaning, _, names = self._patterns[rank]
                parts = {
                    name: (match.start(group), label)
                    for group, (name, label) in enumerate(names, 1)
                    if match.start(group) >= 0
                }
                phrases.append(Phrase(meaning, start, -end, parts))
                free = -end
        return tuple(phrases)

    def _signature(self, word: str, labels: frozenset[str]) -> tuple[str | None, frozenset[str]]:
        if word not in self._literals:
            return None, labels
        return word, _NO_LABELS if labels == PLAIN else labels

    def _compile(self, pattern: str) -> tuple[re.Pattern[str], tuple[tuple[str, str], ...]]:
        """The expression over characters that ``pattern`` stands for, and each group's name and class."""
        parts: list[str] = []
        names: list[tuple[str, str]] = []
        position = 0
        for atom in _ATOM.finditer(pattern):
            if atom.start() != position:
                break
            position = atom.end()
            label, name, repetition, mark, word = atom.groups()
            if label:
                chars = self._class(label, pattern)
                follows = pattern[position : position + 1]
                parts.append(chars if follows == "{" else f"({chars})")
                if follows != "{":
                    names.append((name or label, label))
            elif word:
                parts.append("[" + "".join(char for (text, _), char in self._chars.items() if text == word) + "]")
            elif mark or repetition:
                parts.append("(?:" if mark == "(" else mark or repetition)
        if position != len(pattern):
            raise VocabularyError(f"phrase {pattern!r}: cannot read {pattern[position:]!r}; write words and <classes>")
        return re.compile("".join(parts)), tuple(names)

    def _class(self, label: str, pattern: str) -> str:
        chars = "".join(char for (_, labels), char in self._chars.items() if label in labels)
        if not chars:
            raise VocabularyError(f"phrase {pattern!r}: no word is in the class <{label}>; add words or remove it")
        return f"[{chars}]"


def fold(text: str) -> str:
    """``text`` in lower case, without accents, with plain apostrophes and blanks; as long as ``text``.

    >>> fold("L’été À Séoul")
    "l'ete a seoul"
    """
    return text.translate(_FOLDED)


class _Folded(dict[int, int]):
    """What each character is folded to, found when it is first met."""

    def __missing__(self, code: int) -> int:
        import unicodedata

        char = chr(code)
        plain = unicodedata.normalize("NFD", char)[0].lower()
        if char in "’ʼ‘":
            plain = "'"
        elif char in "–—‒―−‐‑":
            plain = "-"
        elif char.isspace() and char not in "\n\r":
            plain = " "
        folded = ord(plain) if len(plain) == 1 else code
        if len(self) < 100_000:
            self[code] = folded
        return folded


_FOLDED = _Folded()

_WORDS = re.compile(
    r"""
    (?P<elided>(?:l|d|qu|jusqu|n|s|c|j|m|t|lorsqu|puisqu)'(?=\w))
  | (?P<word>aujourd'hui|u\.s\.|[^\W\d_](?:[^\W_]|[\u0300-\u036f])*)
  | (?P<iso>(?<!\d)\d{4}-\d{2}-\d{2}(?!\d))
  | (?P<slashed>(?<!\d)\d{1,2}(?P<mark>[/.])\d{1,2}(?P=mark)(?:\d{4}|\d{2})(?![\d/]|\.\d))
  | (?P<clock>(?<!\d)\d{1,2}(?::\d{2}){1,2}(?!\d)|\d{1,2}h(?:\d{2})?(?!\w))
  | (?P<code>\+?\d{1,4}(?:[ .-]\d{2}){3,7}(?!\d)|\+\d{1,3}(?:[ .-]\d{1,4}){1,7}|\d{3}-\d{3}-\d{4}(?!\d)
            |\d{1,18}(?:\.\d{1,18}){2,}(?<!\.\d{3})|(?<!\d)\d{1,3}(?:,\d{1,2}){2,}(?!\d))
  | (?P<number>\d{1,3}(?:[ ]\d{3}(?!\d)){1,5}(?:[.,]\d{1,6}(?!\d))?
            |\d{1,3}(?:(?P<group>[.,'])\d{3}(?!\d))(?:(?P=group)\d{3}(?!\d)){0,4}(?:[.,]\d{1,6}(?!\d))?
            |\d+(?:[.,]\d{1,6}(?!\d))?)
  | (?P<mark2>[^\w\s]|_)
  | (?P<line>[\n\r]+)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of a text with its kind: ``word``, ``number``, ``date``, ``code``, ``mark`` or ``line``."""

    text: str
    start: int
    end: int
    kind: str
    raw: str

    @property
    def capital(self) -> bool:
        return self.raw[0].isupper()


_MARKS = re.compile("[\u0300-\u036f]")
_KINDS = {
    "iso": "date",
    "slashed": "date",
    "clock": "code",
    "code": "code",
    "number": "number",
    "elided": "word",
    "word": "word",
    "mark2": "mark",
    "line": "line",
    "group": "number",
    "mark": "date",
}


@lru_cache(maxsize=4)
def split(text: str) -> tuple[Word, ...]:
    """The words, numbers, marks and line ends of ``text`` in order; offsets in code points.

    A line end inside a paragraph (text that was wrapped at a width) is a blank.

    >>> [(word.text, word.kind) for word in split("Jusqu’à 6 000 hommes, dès mai")][:3]
    [("jusqu'", 'word'), ('a', 'word'), ('6 000', 'number')]
    """
    folded = _unwrapped(fold(text))
    words: list[Word] = []
    for match in _WORDS.finditer(folded):
        kind = _KINDS[match.lastgroup or "word"]
        start, end = match.span()
        word = match.group() if match.group().isascii() else _MARKS.sub("", match.group())
        words.append(Word(word, start, end, kind, text[start:end]))
    return tuple(words)


def _unwrapped(text: str) -> str:
    """``text`` with a blank for each line end inside a paragraph; line ends between paragraphs stay."""
    parts: list[str] = []
    done = 0
    for start, end in paragraphs(text):
        parts.append(text[done:start])
        parts.append(text[start:end].replace("\n", " ").replace("\r", " "))
        done = end
    parts.append(text[done:])
    return "".join(parts)
