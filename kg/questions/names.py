"""Whom and what a question names: from its reading, the gazetteer and the store."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from kg.model import BASE, Entity, Mention, Names, UnknownEntityError
from kg.model.person_names import person_key
from kg.questions.form import Named
from kg.questions.text import Text
from kg.reading.names import fold as fold_place
from kg.store import Store
from kg.vocabulary import Gazetteer, fold

_SENSES = ("name", "adjective", "people", "capital", "seat", "body")
_NAMED = ("State", "Organisation", "Person", "Place", "Group", "Agreement")
_ACTED_FOR = ("State", "Organisation")
_PARTICLES = frozenset({"al", "el", "bin", "ben", "ibn", "von", "der", "van", "den", "da", "dos"})
_SIDES = {"nord": "sud", "sud": "nord", "north": "south", "south": "north"}
_NEAR_ENOUGH = 3
_ALIKE = 0.75
_LONGEST_NAME = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in a question: half-open token indices, how it names, and what. ``named`` has no IRI where unknown."""

    first: int
    last: int
    sense: str
    named: Named
    near: tuple[str, ...] = ()


class NameFinder:
    """Finds the names of one question; the token ``counted`` is asked for, so no part of a name."""

    def __init__(self, text: Text, store: Store, gazetteer: Gazetteer, counted: int | None) -> None:
        self._text = text
        self._counted = counted
        self._store = store
        self._gazetteer = gazetteer

    def known(self) -> list[Name]:
        """The names that the gazetteer knows, demonyms and bodies that act for a state among them; longest first."""
        mentions = [
            m
            for m in self._text.reading.mentions
            if m.sense in _SENSES and self._is_known(m.entity) and not self._is_no_body(m)
        ]
        found: list[Name] = []
        for mention in sorted(mentions, key=lambda m: (m.first - m.last, m.first)):
            if self._text.free(mention.first, mention.last) or self._is_compound(mention, found):
                self._text.use(range(mention.first, mention.last))
                found.append(self._of_entity(mention.first, mention.last, mention.sense, mention.entity))
        return [*found, *self._prefixes()]

    def _is_no_body(self, mention: Mention) -> bool:
        """The noun of the opening; « les ministres du Kenya et du Népal », which act for both."""
        if mention.sense != "body":
            return False
        shared = [m for m in self._text.reading.mentions if m.sense == "body" and m.first == mention.first]
        return mention.first == self._counted or len({m.entity.id for m in shared}) > 1

    def owners(self, titles: Iterable[tuple[int, int]]) -> Iterator[Name]:
        """The states of the bodies that titles name: Russia for the secretary of the Russian Security Council."""
        for first, last in titles:
            for mention in self._text.reading.mentions:
                state = self._gazetteer.entity(mention.entity.state or "")
                inside = first <= mention.first and mention.last <= last and mention.entity.kind == "Organisation"
                if state is not None and inside and mention.sense == "name":
                    yield self._of_entity(mention.last - 1, mention.last, "adjective", state)
                    break

    def _is_compound(self, mention: Mention, found: Iterable[Name]) -> bool:
        """« russo-nord-coréen »: one stretch that names another entity too."""
        iri = self._store.resolve(self._moved(mention.entity.id))
        return mention.sense == "adjective" and any(
            name.sense == "adjective"
            and name.first <= mention.first
            and mention.last <= name.last
            and iri not in name.named.iris
            for name in found
        )

    def titled(self) -> list[Name]:
        """The agreements that go by a name of several words with no word for an agreement in it."""
        text, found = self._text, []
        for first in range(len(text)):
            if text.tokens[first].pos not in ("NOUN", "PROPN") or first in text.used or first in text.nominal:
                continue
            for last in range(min(len(text), first + _LONGEST_NAME), first + 1, -1):
                named = self._titled(first, last) if text.free(first, last) else None
                if named is not None:
                    text.use(range(first, last))
                    found.append(named)
                    break
        return found

    def _titled(self, first: int, last: int) -> Name | None:
        if self._text.tokens[last - 1].pos not in ("NOUN", "PROPN", "ADJ", "NUM"):
            return None
        written = self._text.question_part(first, last)
        agreements = [one for one in self._store.find_entities(written) if one.kind == "Agreement"]
        if not agreements:
            return None
        iris = tuple(sorted({one.id for one in agreements}))
        named = Named(label=agreements[0].label, iris=iris, kind="Agreement", written=written)
        return Name(first=first, last=last, sense="name", named=named)

    def others(self) -> list[Name]:
        """The names that stand in capitals and are no others': looked up in the store."""
        found = []
        for first, last in self._runs():
            if last == first + 1 and self._text.key(first) in self._text.words.bodies:
                continue  # « la Commission de … » says nothing without what follows.
            self._text.use(range(first, last))
            found.append(self._look_up(first, last))
        return found

    def _is_known(self, entity: Entity) -> bool:
        return self._gazetteer.profile(self._moved(entity.id)) is not None

    def _moved(self, iri: str) -> str:
        return self._store.names.base + iri.removeprefix(BASE) if iri.startswith(BASE) else iri

    def _of_entity(self, first: int, last: int, sense: str, entity: Entity) -> Name:
        iri = self._store.resolve(self._moved(entity.id))
        labels = self._gazetteer.labels(iri)
        named = Named(
            label=labels.get(self._text.language, entity.label),
            iris=(iri,),
            kind=entity.kind,
            acting=entity.kind in _ACTED_FOR,
            places=self._places(iri, first, last, sense),
            written=self._text.question_part(first, last),
        )
        return Name(first=first, last=last, sense=sense, named=named)

    def _places(self, iri: str, first: int, last: int, sense: str) -> tuple[str, ...]:
        """What the entity is as a place: itself, and for a capital the city under each of its names."""
        if sense != "capital":
            return (iri,)
        names = Names(self._store.names.base)
        surfaces = {self._text.question_part(first, last)}
        for language in ("fr", "en"):
            own = self._gazetteer.names(language)
            surfaces |= {surface for surface, sense in own if sense.sense == "capital" and sense.entity.id == iri}
        return tuple(sorted({names.make("place", fold_place(surface).replace(" ", "-")) for surface in surfaces}))

    def _prefixes(self) -> Iterator[Name]:
        """« russo- » and the like, before another demonym."""
        prefixes = self._gazetteer.prefixes(self._text.language)
        for index in range(len(self._text) - 1):
            entity = prefixes.get(self._text.raw(index).rstrip("-"))
            hyphen = self._text.raw(index).endswith("-") or self._text.raw(index + 1) == "-"
            if entity is not None and hyphen and index not in self._text.used:
                self._text.use([index])
                yield self._of_entity(index, index + 1, "adjective", entity)

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Half-open spans of free capitalised words, with what hyphens join to them."""
        text, at = self._text, 0
        while at < len(text):
            if not self._starts(at):
                at += 1
                continue
            last = at + 1
            while last < len(text) and last not in text.used and self._goes_on(last):
                last += 1
            while last > at + 1 and text.raw(last - 1) in (*_PARTICLES, "-"):
                last -= 1
            yield at, last
            at = last

    def _starts(self, at: int) -> bool:
        token = self._text.tokens[at]
        if at in self._text.used or not token.text[:1].isupper() or self._text.is_function(at):
            return False
        if at == self._counted and self._text.is_lemma(at, self._text.words.nouns):
            return False  # « Quels États … »: what is asked for, not a name.
        return at > 0 or token.pos == "PROPN"

    def _goes_on(self, at: int) -> bool:
        before, token = self._text.tokens[at - 1], self._text.tokens[at]
        joined = before.end == token.start and (token.text == "-" or before.text == "-")
        after = [one.text for one in self._text.tokens[at + 1 : at + 3]]
        named = [one for one in after if one != "-"][:1]  # « al Nimr », « al-Nimr »
        particle = token.text.lower() in _PARTICLES and any(one[:1].isupper() for one in named)
        capital = token.text[:1].isupper() and not self._text.is_function(at)
        return joined or capital or particle

    def _look_up(self, first: int, last: int) -> Name:
        written = self._text.question_part(first, last)
        entities = [*self._exact(written)] or [*self._as_person(written)] or [*self._by_part(written)]
        if not entities and (senses := [one for one in self._gazetteer.find(written) if one.sense in _SENSES]):
            return self._of_entity(first, last, senses[0].sense, senses[0].entity)
        if not entities and (twin := self._twin(written)) is not None:
            return self._of_entity(first, last, "name", twin)
        if not entities:
            named = Named(label=written, iris=(), kind="", written=written)
            return Name(first=first, last=last, sense="name", named=named, near=self._near(written))
        iris = tuple(sorted({entity.id for entity in entities}))
        named = Named(
            label=min(entity.label for entity in entities),
            iris=iris,
            kind=entities[0].kind,
            acting=any(entity.kind in _ACTED_FOR for entity in entities),
            places=iris,
            written=written,
        )
        return Name(first=first, last=last, sense="name", named=named)

    def _twin(self, written: str) -> Entity | None:
        """« le Sud » beside « Corée du Nord » or who stands for it: the state whose name differs by that word alone."""
        side = _SIDES.get(fold(written))
        if side is None:
            return None
        labels = {
            fold(label)
            for mention in self._text.reading.mentions
            for label in self._gazetteer.labels(mention.entity.id).values()
        }
        twins = {label.replace(side, fold(written)) for label in labels if side in label.split() or f"-{side}" in label}
        found = [
            sense.entity for twin in sorted(twins) for sense in self._gazetteer.find(twin) if sense.sense == "name"
        ]
        return found[0] if found and found[0].kind == "State" else None

    def _exact(self, written: str) -> Iterable[Entity]:
        return [entity for entity in self._store.find_entities(written) if entity.kind in _NAMED]

    def _as_person(self, written: str) -> list[Entity]:
        """The person whose name sounds so, whatever the spelling; by surname the only one who bears it."""
        key = person_key(written)
        if not key:
            return []
        names = self._store.names
        try:
            return [self._store.entity(self._store.resolve(names.make("person", key)), language=self._text.language)]
        except UnknownEntityError:
            pass
        ending = json.dumps(key)  # letters a to z alone: a person's IRI ends with the key of the surname
        query = f"SELECT DISTINCT ?person {{ ?person a kg:Person FILTER(STRENDS(STR(?person), {ending})) }}"
        found = [self._store.entity(str(row[0]), language=self._text.language) for row in self._store.query(query).rows]
        bearers = [entity for entity in found if _sounds_like(entity.label, key)]
        return bearers if len(bearers) == 1 else self._by_surname_alone(written)

    def _by_surname_alone(self, written: str) -> list[Entity]:
        """The person whom the graph knows by the last word alone of the written name."""
        surname = written.split()[-1]
        if " " not in written:
            return []
        known = [one for one in self._store.find_entities(surname) if one.kind == "Person"]
        return known if len(known) == 1 and fold(known[0].label) == fold(surname) else []

    def _by_part(self, written: str) -> list[Entity]:
        """The one person or organisation whose full name holds these words; none where several do."""
        words = set(fold(written).replace("-", " ").split())
        found = {
            entity.id: entity
            for near, entity in self._similar(written, 20)
            if words <= set(near.replace("-", " ").split()) and entity.kind in ("Person", "Organisation")
        }
        return list(found.values()) if len(found) == 1 else []

    def _near(self, written: str) -> tuple[str, ...]:
        """Names of the store and the gazetteer that the written one may have been meant for."""
        own = [entity.label for _, entity in self._similar(written, 20)]
        near = dict.fromkeys([*own, *self._gazetteer.nearest(written, _NEAR_ENOUGH)])
        return tuple(name for name in near if _resembles(name, written))[:_NEAR_ENOUGH]

    def _similar(self, written: str, limit: int) -> Iterator[tuple[str, Entity]]:
        for near in self._store.near_names(written, limit):
            for entity in self._store.find_entities(near):
                if entity.kind in _NAMED:
                    yield near, entity


def _sounds_like(label: str, key: str) -> bool:
    """Whether the name ends with the written words, as they sound."""
    words = label.split()
    return any(person_key(" ".join(words[start:])) == key for start in range(1, len(words)))


def _resembles(name: str, written: str) -> bool:
    """Whether the written name may be a slip for ``name``, or a part of it."""
    here, there = fold(written), fold(name)
    return here in there.split() or SequenceMatcher(None, here, there).ratio() >= _ALIKE
