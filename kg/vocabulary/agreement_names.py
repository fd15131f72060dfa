"""What the words of an agreement's name mean, whatever the language."""

import re
from collections.abc import Mapping
from functools import lru_cache

from kg.vocabulary.folding import fold
from kg.vocabulary.merging import load_merging_rules

_STEM = 6  # letters by which an unknown word is compared: past them French and English endings differ
_PLURAL = ("s", "x", "es")
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def content(label: str) -> frozenset[str]:
    """What the words of an agreement's name mean, without those that tell none apart; a year stays as it is.

    >>> content("traité de partenariat stratégique") == content("strategic partnership treaty")
    True
    """
    meanings, hollow = _meanings(), _hollow()
    return frozenset(
        meanings.get(word) or _plural(word, meanings) or (word if word.isdigit() else word[:_STEM])
        for word in _words(label)
        if word not in hollow
    )


def _plural(word: str, meanings: Mapping[str, str]) -> str | None:
    """What the word of which this is a plural means: « taxes » as « tax »."""
    return next((meanings[word.removesuffix(end)] for end in _PLURAL if word.removesuffix(end) in meanings), None)


@lru_cache(maxsize=1)
def known_meanings() -> frozenset[str]:
    """What the words that the rules for merging know mean."""
    return frozenset(_meanings().values())


@lru_cache(maxsize=1)
def kind_meanings() -> frozenset[str]:
    """What the words mean that say but of what kind an agreement is."""
    return frozenset[str]().union(*(content(word) for word in load_merging_rules().kind_words))


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


@lru_cache(maxsize=1)
def _meanings() -> dict[str, str]:
    return {fold(word): f"={meaning}" for word, meaning in load_merging_rules().words.items()}


@lru_cache(maxsize=1)
def _hollow() -> frozenset[str]:
    return frozenset(part for word in load_merging_rules().hollow_words for part in _words(word))
