"""Finds in a text the names that a gazetteer knows: the longest at each place, from left to right."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

Sense = TypeVar("Sense")

_ARTICLES = ("the", "le", "la", "les", "l")
_WIDEST_GAP = 24
_LONGEST_ABBREVIATION = 4
_HYPHENS = "-‐‑"
_WORD = re.compile(r"\w[\w\u0300-\u036f]*")  # an accent may be a character of its own
_DOTTED = re.compile(r"(?<![\w.])(?:[A-Z]\.){2,}")


@dataclass(frozen=True, slots=True)
class Match(Generic[Sense]):
    """A name at half-open offsets of the text, with every sense that it has."""

    start: int
    end: int
    senses: tuple[Sense, ...]


@lru_cache(maxsize=1 << 15)
def fold(word: str) -> str:
    """``word`` in lower case without accents.

    >>> fold("Érythrée")
    'erythree'
    """
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word)
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


def words_of(text: str) -> list[tuple[str, int, int]]:
    """The folded words of ``text`` with their half-open offsets; a dotted acronym (« U.S. ») is one word.

    >>> words_of("L’U.S. Navy")
    [('l', 0, 1), ('us', 2, 6), ('navy', 7, 11)]
    """
    found = []
    at = 0
    for dotted in _DOTTED.finditer(text):
        found += [(fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(text, at, dotted.start())]
        found.append((dotted.group().replace(".", "").lower(), dotted.start(), dotted.end()))
        at = dotted.end()
    found += [(fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(text, at)]
    return found


def singular(word: str) -> str:
    """A folded word without the mark of its plural, the same for both numbers.

    >>> singular("treaties") == singular("treaty"), singular("traites") == singular("traite")
    (True, True)
    """
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith(("s", "x")) and len(word) > 3 else word


class NameMatcher(Generic[Sense]):
    """Looks names up by their folded words; building is linear in the names, matching in the text.

    ``key`` makes one of words that count as the same, such as a noun and its plural.
    """

    def __init__(self, names: Iterable[tuple[str, Sense]], key: Callable[[str], str] = str) -> None:
        self._key = key
        self._senses: dict[tuple[str, ...], list[Sense]] = {}
        self._longest: dict[str, int] = {}
        for name, sense in names:
            words = tuple(key(word) for word, _, _ in words_of(name))
            if not words:
                continue
            senses = self._senses.setdefault(words, [])
            if sense not in senses:
                senses.append(sense)
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def find(self, text: str, fits: Callable[[Sense, int, int], bool] | None = None) -> Iterator[Match[Sense]]:
        """The names in ``text``; matches do not overlap, words of one name are parted by space, hyphen or apostrophe.

        Only senses that ``fits`` accepts at their half-open offsets count; a shorter name may then be found instead.
        """
        words = _keyed_words(text, self._key)
        i = 0
        while i < len(words):
            match = self._longest_at(text, words, i, fits) if words[i][0] in self._longest else None
            if match is None or self._gives_way(text, words, i, match[0], fits):
                i += 1
                continue
            length, senses = match
            yield Match(words[i][1], words[i + length - 1][2], tuple(senses))
            i += length

    def _gives_way(
        self,
        text: str,
        words: Sequence[tuple[str, int, int]],
        i: int,
        length: int,
        fits: Callable[[Sense, int, int], bool] | None,
    ) -> bool:
        """Whether a better name begins inside this one.

        A longer one after its article ("the West" of "the West Bank"), or one that goes on over the hyphen at its end
        (« Le Cap » of « Le Cap-Vert »).
        """
        if length == 1:
            return False
        if words[i][0] in _ARTICLES:
            other = self._longest_at(text, words, i + 1, fits)
            if other is not None and other[0] >= length:
                return True
        end = words[i + length - 1][2]
        if end >= len(text) or text[end] not in _HYPHENS:
            return False
        other = self._longest_at(text, words, i + length - 1, fits)
        return other is not None and other[0] > 1

    def senses(self, words: tuple[str, ...]) -> list[Sense]:
        """The senses of a name given as its words, already folded and keyed; empty where there is none."""
        return self._senses.get(words, [])

    def _longest_at(
        self,
        text: str,
        words: Sequence[tuple[str, int, int]],
        i: int,
        fits: Callable[[Sense, int, int], bool] | None,
    ) -> tuple[int, list[Sense]] | None:
        for length in range(min(self._longest.get(words[i][0], 0), len(words) - i), 0, -1):
            senses = self._senses.get(tuple(word for word, _, _ in words[i : i + length]))
            if not senses or not all(_joins(text, words[j], words[j + 1]) for j in range(i, i + length - 1)):
                continue
            start, end = words[i][1], words[i + length - 1][2]
            fitting = [sense for sense in senses if fits is None or fits(sense, start, end)]
            if fitting:
                return length, fitting
        return None


@lru_cache(maxsize=8)
def _keyed_words(text: str, key: Callable[[str], str]) -> tuple[tuple[str, int, int], ...]:
    """The words of ``text`` with their keys; kept for the next matcher that looks at the same text."""
    return tuple((key(word), start, end) for word, start, end in words_of(text))


def _joins(text: str, word: tuple[str, int, int], following: tuple[str, int, int]) -> bool:
    """Whether two words may belong to one name; only an abbreviation (« St. ») may have a full stop."""
    gap = text[word[2] : following[1]]
    marks = gap.strip()
    if "." in marks and len(word[0]) > _LONGEST_ABBREVIATION:
        return False
    return len(marks) <= 2 and len(gap) <= _WIDEST_GAP and all(c in "-‐‑–'’." for c in marks)
