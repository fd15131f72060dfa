"""Which entities a noun phrase stands for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.model import Entity, Mention, Names, Reading
from kg.reading.bodies import acting, owners
from kg.reading.names import fold
from kg.reading.tree import Tree
from kg.vocabulary import Body, Gazetteer, load_grammar

_FOLLOWERS = ("activists",)
ACTORS = ("State", "Organisation", "Person", "Group")


@dataclass(frozen=True, slots=True)
class Referent:
    """An entity, the token that heads its phrase, the half-open span of its words, and whether it was only inferred.

    ``chance`` is how likely it is the one where no rule finds anybody; ``instead`` says that words which name nobody
    known stand in its place.
    """

    entity: Entity
    head: int
    first: int
    last: int
    inferred: bool = False
    chance: float | None = None
    instead: bool = False


class Referents:
    """Looks up what the heads of an article's noun phrases refer to."""

    def __init__(self, reading: Reading, tree: Tree, gazetteer: Gazetteer) -> None:
        self._tree = tree
        self._language = reading.language
        grammar = load_grammar(reading.language)
        self._commands = grammar.commands
        self._collectives = grammar.collectives | grammar.instruments
        self._gazetteer = gazetteer
        self._named = {m.entity.id: m.entity for m in reading.mentions if m.entity.kind in ("Organisation", "Group")}
        self._by_head: dict[int, list[Mention]] = {}
        for mention in reading.mentions:
            whole = mention.sense in ("name", "capital", "seat", "people")
            for index in range(mention.first, mention.last) if whole else (mention.head,):
                self._by_head.setdefault(index, []).append(mention)

    def mentions(self, index: int) -> Sequence[Mention]:
        """Every mention whose name holds the token, or that the token heads."""
        return self._by_head.get(index, ())

    def actors(self, heads: Iterable[int]) -> list[Referent]:
        """The actors that these heads stand for, each once, in the order given.

        A noun that names nobody stands for the state that its adjective or genitive names (« les diplomates russes »);
        a place stands for its state.
        """
        found: dict[str, Referent] = {}
        for head in heads:
            for referent in self._at(head):
                found.setdefault(referent.entity.id, referent)
        return list(found.values())

    def media(self, heads: Iterable[int]) -> list[Entity]:
        """The news media that these heads name, each once, in the order given."""
        named = (referent.entity for referent in self.actors(heads))
        return [entity for entity in named if self._gazetteer.is_media(entity.id)]

    def is_group(self, index: int) -> bool:
        """Whether a noun names people who act for no state (« l'opposition vénézuélienne »)."""
        return any(m.entity.kind == "Group" and m.sense == "body" and m.head == index for m in self.mentions(index))

    def is_named(self, index: int) -> bool:
        """Whether a noun is but a part of the name of an organisation or group: « l'Armée de libération nationale »."""
        named = [m for m in self.mentions(index) if m.sense == "name" and m.entity.kind in ("Organisation", "Group")]
        return any(m.last - m.first > 1 for m in named)

    def homes(self, group: Referent) -> list[Entity]:
        """The states that the name of a group names, acting: that of the farmers for « les agriculteurs français »."""
        if group.entity.kind != "Group":
            return []
        inside = [m for i in range(group.first, group.last) for m in self.mentions(i)]
        return [acting(m.entity) for m in inside if m.entity.iso3][:1]

    def charge(self, group: Referent) -> list[Entity]:
        """The state whose nationals the group is made of: Somalia for « des pêcheurs somaliens »."""
        body = self._gazetteer.bodies(self._language).get(self._tree[group.head].lemma.lower())
        return self.homes(group) if body is not None and body.nationals else []

    def crowd(self, noun: int, place: Entity) -> Entity | None:
        """The group that unnamed people of a place make: « des milliers de manifestants », "prisoners" in Dili."""
        while self._tree[noun].lemma in self._collectives:
            below = [c for c in self._tree.children(noun, "nmod") if self._tree.case(c) in self._tree.words.of]
            if not below:
                return None
            noun = below[0]
        people = self._people(noun)
        if people is None:
            return None
        body, label = people
        key = f"{place.state or place.id.rsplit('/', 1)[-1]}-{body.key.replace(' ', '-')}"
        if body.key in _FOLLOWERS and (cause := self._cause(noun)):
            key, label = f"{key}-{fold(cause).replace(' ', '-')}", f"{label} {cause}"
        return Entity(id=Names().make("group", key), kind="Group", label=label)

    def is_crowd(self, noun: int) -> bool:
        """Whether the noun is one for people who act for no state: « manifestants », "prisoners"."""
        return self._people(noun) is not None

    def _people(self, noun: int) -> tuple[Body, str] | None:
        """The people that a noun means, alone or with what stands beside it (« hommes armés »), and their words."""
        bodies = self._gazetteer.bodies(self._language)
        spans = ((noun, noun + 1), (noun, noun + 2), (noun, noun + 3), (max(0, noun - 1), noun + 1))
        for first, end in spans:
            label = " ".join(token.text.lower() for token in self._tree.tokens[first:end])
            body = bodies.get(self._tree[noun].lemma if end == first + 1 else label)
            if body is not None and body.kind in ("group", "people"):
                return body, label
        return None

    def _cause(self, noun: int) -> str:
        """Whose followers they are, in the words of the text, where it has a name: « du Front patriotique »."""
        for child in self._tree.children(noun, "nmod"):
            words = sorted(i for i in self._tree.subtree(child) if i > noun)
            named = any(self._tree[i].text[:1].isupper() for i in words)
            if named and self._tree.case(child) in self._tree.words.of and words[-1] - words[0] == len(words) - 1:
                return " ".join(self._tree[i].text for i in words).replace("' ", "'")
        return ""

    def _body_around(self, head: int) -> int:
        """The noun of the body or group to whose name an adjective belongs ("Afghan rebels"), else ``head``."""
        above = self._tree[head].head
        parts = [m for m in self.mentions(above) if m.sense == "body" and m.head == above]
        inside = self._tree[head].dep in ("amod", "compound") and any(m.first <= head < m.last for m in parts)
        return above if inside else head

    def _at(self, head: int, depth: int = 0) -> list[Referent]:
        head = self._body_around(head)
        direct = [
            Referent(entity, m.head, m.first, m.last)
            for m in self.mentions(head)
            if (entity := self._actor(m.entity)) is not None
        ]
        if direct and all(r.entity.kind == "Group" for r in direct) and (person := self._person_behind(head)):
            return person
        if direct and (band := self._band(head, direct)):
            return band
        if direct or depth > 3 or self._tree[head].pos not in ("NOUN", "PROPN", "NUM", "ADJ", "PRON"):
            return direct
        apposed = [r for c in self._tree.children(head, "appos") for r in self._at(c, depth + 1)]
        if apposed or (named := self._named_behind(head)):
            return apposed or named
        inherited = []
        for mention in owners(self._tree, head, self._by_head):
            entity = self._actor(mention.entity)
            if entity is not None:
                first, last = min(head, mention.first), max(head + 1, mention.last)
                inherited.append(Referent(acting(entity), head, first, last, inferred=True))
        inherited = inherited or self._commanded(head, depth) or self._person_behind(head)
        if inherited:
            return inherited
        if self._tree[head].lemma not in self._collectives:
            return []
        genitives = [c for c in self._tree.children(head, "nmod") if self._tree.case(c) in self._tree.words.of]
        return [r for c in genitives for r in self._at(c, depth + 1)]

    def _person_behind(self, head: int) -> list[Referent]:
        """« la sénatrice démocrate Ann Lee »: the person whose name closes a noun phrase of no state."""
        return [
            Referent(m.entity, head, head, m.last)
            for c in self._tree.children(head, "nmod", "flat", "flat:name")
            if c > head and not self._tree.children(c, "case", "det")
            for m in self.mentions(c)
            if m.entity.kind == "Person" and m.sense == "name" and m.first == c
        ][:1]

    def _band(self, head: int, people: Sequence[Referent]) -> list[Referent]:
        """« les paramilitaires soudanais des FSR »: their organisation rather than their state."""
        if any(m.sense != "body" for m in self.mentions(head)):
            return []
        first, last = min(r.first for r in people), max(r.last for r in people)
        below = [
            c for c in self._tree.children(head, "nmod") if c >= last and self._tree.case(c) in self._tree.words.of
        ]
        return [
            Referent(m.entity, head, first, m.last)
            for c in below
            for m in self.mentions(c)
            if m.head == c and m.sense == "name" and m.entity.kind == "Organisation"
        ][:1]

    def _commanded(self, head: int, depth: int) -> list[Referent]:
        """« des forces sous commandement vietnamien »: whose command they are under."""
        commands = [c for c in self._tree.children(head, "nmod") if self._tree.case(c) in ("sous", "under")]
        commands = [c for c in commands if self._tree[c].lemma in self._commands]
        return [replace(r, head=head) for c in commands for r in self._at(c, depth + 1)]

    def _named_behind(self, head: int) -> list[Referent]:
        """« l'organisation de défense des droits Amnesty International »: the bare name that ends the noun phrase."""
        for index in sorted(self._tree.subtree(head)):
            token = self._tree[index]
            if index > head and token.dep in ("flat:name", "flat", "appos", "nmod") and not self._tree.case(index):
                named = [m for m in self.mentions(index) if m.sense == "name" and m.first == index]
                found = [Referent(m.entity, head, head, m.last) for m in named if m.entity.kind == "Organisation"]
                if found and not self._tree.children(index, "case", "det"):
                    return found
        return []

    def _actor(self, entity: Entity) -> Entity | None:
        if entity.kind in ACTORS:
            return entity
        state = self._gazetteer.state_of(entity.id) if entity.kind == "Place" else None
        return self.state(state) if state else None

    def organisation(self, officer: Entity) -> Entity | None:
        """The organisation that somebody acts for, as the article or the gazetteer has it."""
        iri = officer.organisation
        known = self._gazetteer.entity(iri) if iri else None
        if known is None or iri is None:
            return self._named.get(iri or "")
        return replace(known, label=self._gazetteer.labels(iri).get(self._language, known.label))

    def state(self, code: str) -> Entity | None:
        """The state with this code, acting, named in the article's language; ``None`` for an unknown code."""
        entity = self._gazetteer.entity(code)
        if entity is None:
            return None
        label = self._gazetteer.labels(code).get(self._language, entity.label)
        return acting(replace(entity, label=label))
