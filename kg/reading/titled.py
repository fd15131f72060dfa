"""People whom only their title gives away: « L'ambassadeur de Suède au Ghana, Per Olsson », that nobody knows."""

from collections.abc import Sequence

from kg.model import Mention, Names, OfficeMention
from kg.reading.surfaces import person
from kg.reading.tree import Tree
from kg.vocabulary import load_gazetteer

_REACH = 8
_FEWEST, _MOST = 2, 5
_HYPHENS = "-‐‑"


def named_by_title(
    tree: Tree, text: str, mentions: Sequence[Mention], offices: Sequence[OfficeMention]
) -> list[Mention]:
    """``mentions`` with a person for each unknown name that stands where the holder of an office does.

    What the recogniser took for a place or a company there gives way; a name that the gazetteer knows does not.
    """
    gazetteer = load_gazetteer()
    taken = {i for m in mentions for i in range(m.first, m.last) if _is_sure(m) or gazetteer.profile(m.entity.id)}
    taken |= {office.head for office in offices}
    people = {m.first for m in mentions if m.entity.kind == "Person"}
    found: list[Mention] = []
    for office in offices:
        first = _place_of_name(tree, office.last) if office.holder is None and office.of is not None else None
        if first is None or first in people:
            continue
        last = _end_of_name(tree, first)
        words = [i for i in range(first, last) if tree[i].text[:1].isupper()]
        if _FEWEST <= len(words) <= _MOST and taken.isdisjoint(range(first, last)):
            who = person(text[tree[first].start : tree[last - 1].end], Names())
            found.append(Mention(first, last, tree.head_of(first, last), who, "name"))
    inside = {i for m in found for i in range(m.first, m.last)}
    return [*(m for m in mentions if inside.isdisjoint(range(m.first, m.last))), *found]


def _is_sure(mention: Mention) -> bool:
    return mention.entity.kind == "State" or mention.sense != "name"


def _place_of_name(tree: Tree, reach: int) -> int | None:
    """Behind the comma after a title and what it is for; right behind an English title."""
    if reach < len(tree) and tree[reach].text[:1].isupper() and tree[reach].pos == "PROPN":
        return reach
    for at in range(reach, min(len(tree) - 1, reach + _REACH)):
        if tree[at].text == ",":
            return at + 1
        opens = at == reach and tree[at].text.lower() not in tree.words.charged
        if opens or tree[at].pos in ("AUX", "PUNCT", "VERB") or "VerbForm=Fin" in tree[at].morph:
            return None
    return None


def _end_of_name(tree: Tree, first: int) -> int:
    last = first
    while last < len(tree) and (
        tree[last].text[:1].isupper() or tree[last].text in _HYPHENS or tree[last].text.lower() in _small(tree)
    ):
        last += 1
    while last > first and not tree[last - 1].text[:1].isupper():
        last -= 1
    after = tree[last] if last < len(tree) else None
    closes = after is None or after.text in (",", ".", ")", "»") or after.pos in ("AUX", "VERB")
    return last if closes else first


def _small(tree: Tree) -> frozenset[str]:
    return frozenset(tree.words.name_particles)
