"""The names of agreements: what they share, and what sets them apart."""

from functools import lru_cache

from kg.facts.voices import fold
from kg.model import Claim
from kg.vocabulary.merging import load_merging_rules

_STEM = 6  # letters by which an unknown word is compared: past them French and English endings differ
_ALIKE = 0.5  # share of common words from which two names of one language may be of one agreement


def name_link(one: Claim, other: Claim) -> int | None:
    """2 where the names of two agreements say the same, 0 where they tell nothing, ``None`` where they contradict.

    A name that says what the other agreement provides contradicts nothing.
    """
    here, there = content(one.label or ""), content(other.label or "")
    years, others = _years(here), _years(there)
    if years and others and not years & others:
        return None
    here, there = here - years, there - others
    if not here or not there:
        return 0
    shared = here & there
    if here <= there or there <= here or len(shared) / len(here | there) >= _ALIKE:
        return 2
    if here <= there | _provided(other) or there <= here | _provided(one):
        return 0
    same_words = one.article.language == other.article.language or (here | there) <= _known()
    return None if same_words else 0


@lru_cache(maxsize=4096)
def content(label: str) -> frozenset[str]:
    """What the words of an agreement's name mean, without those that tell none apart; a year stays as it is.

    >>> content("traité de partenariat stratégique") == content("strategic partnership treaty")
    True
    """
    meanings, hollow = _meanings(), _hollow()
    return frozenset(
        meanings.get(word) or (word if word.isdigit() else word[:_STEM])
        for word in fold(label).split()
        if word not in hollow
    )


def _years(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word.isdigit() and len(word) == 4)


def _provided(claim: Claim) -> frozenset[str]:
    return frozenset[str]().union(*(content(provision) for provision in claim.provides))


@lru_cache(maxsize=1)
def _meanings() -> dict[str, str]:
    return {fold(word): f"={meaning}" for word, meaning in load_merging_rules().words.items()}


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(_meanings().values())


@lru_cache(maxsize=1)
def _hollow() -> frozenset[str]:
    return frozenset(fold(word) for word in load_merging_rules().hollow_words)
