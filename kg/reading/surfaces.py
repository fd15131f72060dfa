"""Mentions by name: what the gazetteer knows, and what the named-entity recogniser adds to it."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from kg.model import Entity, EntityKind, Mention, Names, Token
from kg.model.person_names import person_key
from kg.reading.names import NameMatcher, fold
from kg.reading.tree import Tree
from kg.vocabulary import NameSense, languages, load_gazetteer, load_language

Surface = tuple[str, NameSense]
_LONGEST_NAME = 6
_LONGEST_PREFIX = 20
_LINE_ENDS = ("\n", "\r")
_HYPHENS = ("-", "‐", "‑")
_PREFIX = re.compile(r"(?<!\w)([^\W\d_]+)[-‐‑–]\Z")


@cache
def name_matcher(language: str) -> NameMatcher[Surface]:
    """The matcher of every name of ``language``, and of the proper names of the others."""
    gazetteer = load_gazetteer()
    own = [(surface, (surface, sense)) for surface, sense in gazetteer.names(language)]
    foreign = [
        (surface, (surface, sense))
        for other in languages()
        if other != language
        for surface, sense in gazetteer.names(other)
        if sense.sense == "name" and (sense.case_sensitive or " " in surface)
    ]
    return NameMatcher([*own, *foreign])


def known_names(text: str, tree: Tree, language: str) -> list[Mention]:
    """The mentions that the gazetteer knows, in the order of the text; one stretch may name several entities."""
    starts = [token.start for token in tree.tokens]
    ends = [token.end for token in tree.tokens]

    def fits(surface: Surface, start: int, end: int) -> bool:
        token = tree[max(0, bisect_right(starts, start) - 1)]
        return _is_spelt(text[start:end], *surface, token, language)

    found: list[Mention] = []
    cities: dict[int, Entity] = {}
    for match in name_matcher(language).find(text, fits):
        first, last = bisect_right(starts, match.start) - 1, bisect_left(ends, match.end) + 1
        if 0 <= first < last <= len(starts):
            sense = _used(tree, first, last, [sense for _, sense in match.senses])
            if sense.sense == "adjective":
                for at, entity in _prefixed(text, match.start, language):
                    whole = bisect_right(starts, at) - 1
                    found.append(Mention(whole, last, tree.head_of(first, last), entity, "adjective"))
            found.append(Mention(first, last, tree.head_of(first, last), sense.entity, sense.sense))
            capital = next((s.entity for _, s in match.senses if s.sense == "capital"), None)
            if sense.sense == "seat" and capital is not None:
                cities[len(found) - 1] = capital
    return _at_home(found, cities)


def _at_home(found: list[Mention], cities: Mapping[int, Entity]) -> list[Mention]:
    """The mentions, where a seat is but the capital of a state that the text names oftener than who sits there."""
    named = Counter(mention.entity.id for at, mention in enumerate(found) if at not in cities)
    for at, state in cities.items():
        if named[state.id] > named[found[at].entity.id]:
            found[at] = replace(found[at], entity=state, sense="capital")
    return found


def _used(tree: Tree, first: int, last: int, senses: Sequence[NameSense]) -> NameSense:
    """A city that is also a seat (« Bruxelles ») is the seat where it acts, else the city where one goes."""
    if len({sense.entity.id for sense in senses if sense.entity.kind == "Person"}) > 1:
        return _one_of_several(tree, first, last, senses[0])
    by_sense = {sense.sense: sense for sense in reversed(senses)}
    if "capital" in by_sense and "seat" in by_sense:
        head = tree.head_of(first, last)
        where = tree.case(head) in tree.words.places | tree.words.origin or tree[head].dep == "compound"
        return by_sense["capital" if where else "seat"]
    if senses[0].sense == "adjective" and _is_people(tree, tree.head_of(first, last)):
        return replace(senses[0], sense="people")
    return senses[0]


def _one_of_several(tree: Tree, first: int, last: int, sense: NameSense) -> NameSense:
    """A person of a name that several bear: known by that name only, but of the state that all of them serve."""
    name = " ".join(tree[i].text for i in range(first, last))
    return replace(sense, entity=person(name, Names(), sense.entity.acts_for))


def _is_people(tree: Tree, index: int) -> bool:
    """Whether an English demonym stands for the people: "the French", that modify nothing."""
    token = tree[index]
    articles = [tree[c].text.lower() for c in tree.children(index, "det")]
    return "the" in articles and token.dep not in ("amod", "compound") and token.pos in ("PROPN", "NOUN", "ADJ")


def _prefixed(text: str, start: int, language: str) -> list[tuple[int, Entity]]:
    """The states before a demonym in one compound (« sino-russe »), with where each begins, in the text's order."""
    prefixes = load_gazetteer().prefixes(language)
    found: list[tuple[int, Entity]] = []
    while part := _PREFIX.search(text, max(0, start - _LONGEST_PREFIX), start):
        entity = prefixes.get(part.group(1).lower())
        if entity is None:
            break
        start = part.start()
        found.insert(0, (start, entity))
    return found


def _is_spelt(written: str, surface: str, sense: NameSense, token: Token, language: str) -> bool:
    """Whether the spelling allows the sense: proper names are capitalised, French adjectives are not."""
    if sense.case_sensitive and written != surface:
        return False
    if load_language(language).small_adjectives and sense.sense == "adjective":
        return written[:1].islower() or token.pos == "ADJ"
    if sense.ambiguous and not token.entity and token.pos != "PROPN":
        return False
    return any(c.isupper() for c in written) or surface.islower()


def person(name: str, names: Names, acts_for: str | None = None) -> Entity:
    """The person called ``name``; spellings that differ only by transliteration give one IRI."""
    return Entity(id=names.make("person", person_key(name)), kind="Person", label=name, acts_for=acts_for)


def recognised(
    tree: Tree, text: str, known: Sequence[Mention], names: Names, bodies: Collection[str] = ()
) -> list[Mention]:
    """People, organisations and places that only the recogniser sees, where the gazetteer has nothing longer.

    A lone noun of ``bodies``, lemmas that act for a state, is no name (« l'État »).
    """
    taken = {i: m for m in known for i in range(m.first, m.last)}
    found = []
    for first, last, label in _runs(tree, text):
        first, last = _trimmed(tree, first, last)
        if first >= last or not _is_name(tree, first, last):
            continue
        if last - first == 1 and tree[first].pos == "NOUN" and tree[first].lemma in bodies:
            continue
        inside = {taken[i] for i in range(first, last) if i in taken}
        if any(m.last - m.first >= last - first or label != "PER" or m.sense == "adjective" for m in inside):
            continue
        name = text[tree[first].start : tree[last - 1].end]
        found.append(Mention(first, last, tree.head_of(first, last), _entity(name, label, names), "name"))
    return found


def _entity(name: str, label: str, names: Names) -> Entity:
    name = " ".join(name.split())
    if label == "PER":
        return person(name, names)
    kind: EntityKind = "Place" if label == "LOC" else "Organisation"
    return Entity(id=names.make(kind.lower(), fold(name).replace(" ", "-")), kind=kind, label=name)


def _runs(tree: Tree, text: str) -> Iterator[tuple[int, int, str]]:
    """Maximal runs of tokens of one recognised type, hyphens within a name included ("Lai Ching-te").

    None goes on from one line to the next of a list, whose lines are sentences of their own.
    """
    first = 0
    while first < len(tree):
        label = tree[first].entity
        last = first + 1
        while last < len(tree):
            step = 2 if _is_hyphen(tree, last) else 1
            if last + step > len(tree) or tree[last + step - 1].entity != label:
                break
            gap = text[tree[last - 1].end : tree[last].start]
            if len(gap) > 1 or (gap in _LINE_ENDS and _root(tree, last) != _root(tree, last - 1)):
                break
            last += step
        if label in ("PER", "ORG", "LOC"):
            yield first, last, label
        first = last


def _root(tree: Tree, index: int) -> int:
    return next((at for at in tree.ancestors(index) if tree[at].head == at), index)


def _is_hyphen(tree: Tree, at: int) -> bool:
    """Whether a hyphen without spaces stands there, between two words."""
    if not 0 < at < len(tree) - 1 or tree[at].text not in _HYPHENS:
        return False
    return tree[at - 1].end == tree[at].start and tree[at].end == tree[at + 1].start


def _trimmed(tree: Tree, first: int, last: int) -> tuple[int, int]:
    while first < last and (
        tree[first].text.lower() in tree.words.address or tree[first].pos in ("DET", "ADP", "PUNCT", "ADV")
    ):
        first += 1
    while first < last and tree[last - 1].text in ("'s", "’s", ",", "."):
        last -= 1
    if first < last and tree[last - 1].text.lower() in tree.words.name_particles and _is_hyphen(tree, last):
        last += 2  # « Mohammed Al-Jaber » of which the recogniser saw « Mohammed Al »
    while last < len(tree) and first < last and _goes_on(tree, last):
        last += 1
    return first, last


def _goes_on(tree: Tree, at: int) -> bool:
    """Whether the token is one more part of the name before it that the recogniser left out."""
    token = tree[at]
    return (
        token.dep in ("flat:name", "flat", "compound")
        and token.text[:1].isupper()
        and not token.entity
        and (token.start - tree[at - 1].end <= 1)
    )


def _is_name(tree: Tree, first: int, last: int) -> bool:
    words = [tree[i] for i in range(first, last) if not _is_hyphen(tree, i)]
    if len(words) > _LONGEST_NAME:
        return False
    capitals = [w for w in words if w.text[:1].isupper()]
    small = [w for w in words if w.text[:1].islower() and w.text.lower() not in tree.words.name_particles]
    fits = all(w.index > first and _is_hyphen(tree, w.index - 1) for w in small)  # "Lai Ching-te"
    return bool(capitals) and fits and any(w.pos in ("PROPN", "NOUN", "X", "ADJ") for w in words)
