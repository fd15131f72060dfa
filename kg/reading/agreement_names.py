"""Cities after which agreements are called: "the Vienna Convention" speaks of no government in Vienna."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from kg.model import Mention
from kg.reading.names import NameMatcher, fold, singular
from kg.reading.tree import Tree
from kg.vocabulary import load_lexicon

_CITIES = ("capital", "seat")


def without_namesakes(tree: Tree, text: str, mentions: Sequence[Mention], language: str) -> list[Mention]:
    """``mentions`` without the cities in names of agreements: known ones, and "the Pretoria Agreement"."""
    starts, ends = [token.start for token in tree.tokens], [token.end for token in tree.tokens]
    named: set[int] = set()
    for match in _names(language).find(text):
        named |= {*range(bisect_right(ends, match.start), bisect_left(starts, match.end))}
    return [m for m in mentions if m.sense not in _CITIES or not (m.head in named or _is_compound(tree, m, language))]


def _is_compound(tree: Tree, city: Mention, language: str) -> bool:
    """Whether the city stands right before the capitalised noun of an agreement that it belongs to."""
    if city.last >= len(tree):
        return False
    noun = tree[city.last]
    return (
        tree[city.head].dep in ("compound", "amod")
        and noun.text[:1].isupper()
        and singular(fold(noun.text)) in _nouns(language)
    )


@cache
def _names(language: str) -> NameMatcher[str]:
    names = load_lexicon().agreement_names(language).values()
    return NameMatcher(((" ".join(name.words), name.kind) for name in names), key=singular)


@cache
def _nouns(language: str) -> frozenset[str]:
    lexicon = load_lexicon()
    nouns = (*lexicon.agreement_nouns(language), *lexicon.ambiguous_nouns(language))
    return frozenset(singular(fold(words[0])) for words in nouns if len(words) == 1)
