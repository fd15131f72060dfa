"""Titles of public offices as they stand in a text, before anything is known of who holds them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Mention
from kg.reading.names import NameMatcher, singular
from kg.reading.tree import Tree
from kg.vocabulary import Office

_POSSESSIVE = ("'s", "’s", "'", "’")


@dataclass(frozen=True, slots=True)
class Title:
    """The title of an office at half-open token indices; ``head`` is its head noun."""

    first: int
    last: int
    head: int
    office: Office
    plural: bool


def office_matcher(offices: Mapping[str, Office]) -> NameMatcher[Office]:
    """The matcher of every surface phrase of an office, in either number."""
    return NameMatcher(offices.items(), singular)


def titles(text: str, tree: Tree, mentions: Sequence[Mention], matcher: NameMatcher[Office]) -> Iterator[Title]:
    """The titles in the text; a state may stand inside one: « ministre russe des Affaires étrangères »."""
    starts = [token.start for token in tree.tokens]
    ends = [token.end for token in tree.tokens]
    for match in matcher.find(_without_states(text, tree, mentions)):
        first, last = bisect_right(starts, match.start) - 1, bisect_left(ends, match.end) + 1
        if 0 <= first < last <= len(tree) and any(tree[i].pos in ("NOUN", "PROPN", "ADJ") for i in range(first, last)):
            head = tree.head_of(first, last)
            yield Title(first, last, head, match.senses[0], "Number=Plur" in tree[head].morph)


def _without_states(text: str, tree: Tree, mentions: Sequence[Mention]) -> str:
    """The text with blanks for the demonyms and possessors inside titles ("head of Sudan's army"); offsets stay."""
    characters = list(text)
    for mention in mentions:
        if mention.entity.kind != "State" or mention.first == 0:
            continue
        start, end = tree[mention.first].start, tree[mention.last - 1].end
        before = tree[mention.first - 1]
        after = tree[mention.last] if mention.last < len(tree) else None
        inside = before.pos in ("NOUN", "PROPN") if text[start:end].islower() else before.text == "the"
        if mention.sense == "adjective" and inside and (text[start:end].islower() or _is_of(tree, mention.first - 2)):
            characters[start:end] = " " * (end - start)
        elif (
            after is not None
            and after.text in _POSSESSIVE
            and (_is_of(tree, mention.first - 1) or before.text.lower() in tree.words.the)
        ):
            the = "the" if before.text != "the" else ""
            characters[start : after.end] = the.ljust(after.end - start)
    return "".join(characters)


def _is_of(tree: Tree, at: int) -> bool:
    return at >= 0 and tree[at].text.lower() in tree.words.genitive | tree.words.office_links | tree.words.origin
