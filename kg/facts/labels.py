"""The names of agreements: what they share, and what sets them apart."""

from functools import lru_cache
from typing import NamedTuple

from kg.model import Claim
from kg.vocabulary.agreement_names import content, kind_meanings, known_meanings

_ALIKE = 0.5  # share of common words from which two names of one language may be of one agreement
SAME_NAME = 2
"""The least link of two names that say the same."""
_EQUAL = 3
_UNLIKELY, _VERY_UNLIKELY = -1, -9


class _Named(NamedTuple):
    """What a claim calls an agreement, and what there is to understand that by."""

    label: str | None
    type: str
    provides: tuple[str, ...]
    language: str | None


def name_link(one: Claim, other: Claim) -> int | None:
    """What the names of two agreements say: 3 where they are equal, 2 where they say the same, 0 where they tell
    nothing, ``None`` where they contradict.

    Two words for their kind (« trêve », « cessez-le-feu ») contradict nothing, nor does a name that says what the other
    agreement provides. One that says but what its own provides (a "mutual defence pact") is a description, and makes it
    unlikely only that the other is meant: -1. So does a bare subject ("defence pact") beside a fuller name, but more:
    -9, so that no common date outweighs it.
    """
    return _link(_named(one), _named(other))


def _named(claim: Claim) -> _Named:
    return _Named(claim.label, claim.type, claim.provides, claim.article.language)


@lru_cache(maxsize=1 << 14)
def _link(one: _Named, other: _Named) -> int | None:
    here, there = content(one.label or ""), content(other.label or "")
    years, others = _years(here), _years(there)
    if years and others and not years & others:
        return None
    here, there = here - years, there - others
    if not here or not there or (here != there and here | there <= kind_meanings()):
        return 0
    if here == there:
        return _EQUAL
    shared = here & there
    if here <= there or there <= here or len(shared) / len(here | there) >= _ALIKE:
        return SAME_NAME
    if here <= there | _provided(other) or there <= here | _provided(one):
        return 0
    if _describes(one, here) or _describes(other, there):
        return _UNLIKELY
    if _is_subject(one, here, there) or _is_subject(other, there, here):
        return _VERY_UNLIKELY
    same_words = one.language == other.language or (here | there) <= known_meanings()
    return None if same_words else 0


def _years(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word.isdigit() and len(word) == 4)


def _describes(named: _Named, name: frozenset[str]) -> bool:
    """Whether a name says no more than what the agreement provides, and that its kind leaves open."""
    return name <= _provided(named) and name.isdisjoint(content(named.type))


def _is_subject(named: _Named, name: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a name is but one word of known meaning that its kind leaves open, and the other says more."""
    return len(name) == 1 < len(other) and name <= known_meanings() and name.isdisjoint(content(named.type))


def _provided(named: _Named) -> frozenset[str]:
    return frozenset[str]().union(*(content(provision) for provision in named.provides))
