"""Who fills the roles of an event: the slots of its entry, then what stands near, the host verb and the context."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeAlias

from kg.claims.around import Around
from kg.claims.candidates import Candidates
from kg.claims.hosts import Host
from kg.claims.inferred import act_on_each_other, author, of_clause, sides, tells_of_sides
from kg.claims.matching import Firing
from kg.claims.passage import Passage
from kg.claims.referents import Referent
from kg.model import Entity
from kg.vocabulary import Slot

_NOBODY_ELSE: tuple[Slot, ...] = (("clause.subject",),)  # who must act is the subject of what is said, or nobody
_OF_GRAMMAR = ("subject", "object", "clause", "clause.subject", "adjective")

PartiesOf = Callable[[int], tuple[Entity, ...]]
Sides: TypeAlias = tuple[list[Referent], list[Referent]]


def _are_private(referents: Sequence[Referent]) -> bool:
    """Whether they act for nobody: of what a lawyer welcomes the article's parties need not be the ones."""
    return bool(referents) and all(r.entity.kind == "Person" and not r.entity.acts_for for r in referents)


def _state(entity: Entity) -> str | None:
    """The code of the state that the entity is or acts for."""
    return entity.state


class RoleFiller:
    """Fills actor and target of one firing."""

    def __init__(
        self, passage: Passage, firing: Firing, parties_of: PartiesOf, speakers: Sequence[Entity] = ()
    ) -> None:
        self._parties_of = parties_of
        self._passage = passage
        self._firing = firing
        self._has_target = firing.trigger.roles.get("target") != _NOBODY_ELSE
        self._referents = passage.referents
        self._syntax = passage.syntax
        self._tree = passage.tree
        self._trigger = firing.trigger
        self._roles = firing.trigger.roles
        self._nominal = firing.trigger.pos == "noun"
        self._reciprocal = firing.trigger.reciprocal
        self._mediating = firing.trigger.subtype == "mediation"
        self._index = passage.syntax.anchor(firing.index) if self._nominal else firing.index
        self._speakers = speakers
        self._around = Around(passage, firing, self._index)
        self._host = Host(passage, self._index)
        self._traits = passage.lexicon.types[firing.trigger.type].traits

    def fill(self, *, open_too: bool = False) -> dict[str, list[Referent]]:
        """The referents of ``actor`` and ``target``; either may be empty.

        With ``open_too``, who fills a role that is open is chosen among all whom the article names.
        """
        actors, targets = self.by_rules()
        if open_too and not actors:
            actors = self.candidates.chosen("actor", targets, taken=self.is_taken("actor"))
        if open_too and not targets and self._has_target and not _are_private(actors):
            targets = self.candidates.chosen("target", actors, taken=self.is_taken("target"))
        return {"actor": actors, "target": targets}

    @cached_property
    def candidates(self) -> Candidates:
        """Who could fill an open role."""
        return Candidates(self._passage, self._firing, self._index, self._speakers)

    def is_taken(self, role: str) -> bool:
        """Whether a noun that names nobody known stands in a slot of the role: « des inconnus ont pillé … »."""
        heads = (at for slot in self._roles.get(role, ()) for at in self._heads(slot))
        return any(self._tree[at].pos in ("NOUN", "PROPN") for at in heads)

    def by_rules(self) -> Sides:
        """Actors and targets as far as the slots and what stands around the words name them or let them be guessed."""
        actors, targets = self._actors(), []
        if not self._is_between(actors):
            targets = self._first(self._roles.get("target", ()), actors)
            actors = actors or self._of_clause(targets)
        actors, targets = self._shared_out(actors, targets)
        foreign = self._foreign(actors, targets)
        known = bool(targets) and not foreign  # what one does with one's own minister is done with nobody else
        targets = foreign
        self._has_target &= not known
        if self._has_target:
            actors, targets = self._completed(actors, targets)
        return actors, targets

    def _actors(self) -> list[Referent]:
        """Who acts: in the slots of the entry, behind a text or a weapon, in the clause or the street around."""
        slots = self._roles.get("actor", ())
        if self._nominal:
            named = self._host.performer() or self._host.blamed() or self._first(slots, ())
            return named or self._referents.actors(self._syntax.owners(self._index)) or self._host.subject()
        actors = self._first(slots, ())
        if not actors and any("subject" in slot for slot in slots):
            actors = author(self._syntax, self._referents, self._syntax.slot(self._index, ("subject",)))
        if not actors and ("subject",) in slots:
            actors = self._around.suspecting() or self._around.before()
        if not actors and any("subject" in slot for slot in slots):
            actors = self._around.of_place()
        return actors

    def _of_clause(self, targets: Sequence[Referent]) -> list[Referent]:
        """Who does with the ``targets`` what a noun names: the subject of the clause that the noun is an adjunct of."""
        if not self._nominal or not targets or not (self._reciprocal or "moving" in self._traits):
            return []
        return self._around.others(of_clause(self._syntax, self._referents, self._index), targets)

    def _shared_out(self, actors: list[Referent], targets: list[Referent]) -> Sides:
        """The one and the others of what several do together or to one another."""
        if self._reciprocal and {r.entity.id for r in targets} <= {r.entity.id for r in actors[1:]}:
            targets = []
        together = (self._reciprocal and len(actors) > 1) or (len(actors) == 2 and self._is_mutual(actors))
        together = together or (len(actors) > 1 and self._is_between_them(actors))
        return (actors[:1], actors[1:]) if together and not targets else (actors, targets)

    def _foreign(self, actors: Sequence[Referent], targets: list[Referent]) -> list[Referent]:
        """The targets, of what states do with one another without those who act for the actor's own."""
        if "foreign" not in self._traits:
            return targets
        own = {state for r in actors if (state := _state(r.entity))}
        return [r for r in targets if _state(r.entity) not in own]

    def _completed(self, actors: list[Referent], targets: list[Referent]) -> Sides:
        """Both roles where one is open: through the verb around, the agreement, the place, the object, the story."""
        targets = self._beside(actors, targets)
        if all(r.inferred and not _state(r.entity) and not self._is_owner(r) for r in targets):
            targets = self._around.deep(actors) or targets
        targets = targets or self._elsewhere(actors)
        if not actors and not self._nominal:
            actors = self._around.keepers(targets)
        if not actors and not targets:
            targets = self._spoken_of()
        if self._reciprocal and len(targets) > 1 and not actors:
            return targets[:1], targets[1:]
        return actors, targets

    def _beside(self, actors: Sequence[Referent], targets: list[Referent]) -> list[Referent]:
        """Whom the verb around a noun is about; the parties of the agreement that is the object of a verb."""
        if self._nominal:
            return targets or self._host.beside(actors)
        return (self._of_agreement(actors) or targets) if all(r.inferred for r in targets) else targets

    def _elsewhere(self, actors: Sequence[Referent]) -> list[Referent]:
        """Between whom somebody mediates; else against whom one acts outside of the slots."""
        if self._nominal and self._mediating:
            groups = sides(self._syntax, self._referents, self._parties_of, self._index)
            return next((rest for group in groups if (rest := self._around.others(group, actors))), [])
        if "target" not in self._roles:
            return []
        around = self._around
        return (
            around.people(actors)
            or around.of_purpose(actors)
            or around.after(actors)
            or around.of_verb_beside(actors)
            or around.at_home(actors)
        )

    def _is_mutual(self, actors: Sequence[Referent]) -> bool:
        """Whether two do it to one another."""
        mutual = "mutual" in self._traits and not self._mediating
        if mutual and (self._are_pair(actors) or self._trigger.reflexive):
            return True
        return self._trigger.pos == "verb" and act_on_each_other(self._syntax, self._index)

    def _spoken_of(self) -> list[Referent]:
        """The two that the article is about, where words for what two do together name neither."""
        bodies = self._passage.gazetteer.bodies(self._passage.article.language)
        if not self._reciprocal or not tells_of_sides(self._syntax, self._index, bodies):
            return []
        return self._around.two()

    def _are_pair(self, actors: Sequence[Referent]) -> bool:
        """Whether one word names two parties (« les deux camps », "both sides")."""
        return len(actors) == 2 and actors[0].head == actors[1].head and actors[0].entity.id != actors[1].entity.id

    def _first(self, slots: Sequence[Slot], others: Sequence[Referent]) -> list[Referent]:
        """What the first slot holds that holds an actor other than ``others``, or others of the same state."""
        taken = {r.entity.id for r in others}
        words = {i for r in others for i in range(r.first, r.last)}
        for slot in slots:
            heads = [h for h in self._heads(slot) if h not in words]
            found = [
                r
                for r in self._referents.actors(heads)
                if r.entity.id not in taken or (self._is_apart(r) and not words & {*range(r.first, r.last)})
            ]
            if found:
                return found
        return []

    def _is_between(self, actors: Sequence[Referent]) -> bool:
        """Whether a noun names its sides: « des pourparlers entre A et B se sont ouverts en C »."""
        several = self._nominal and self._reciprocal and len(actors) > 1
        return several and {r.head for r in actors} <= {*self._syntax.slot(self._index, ("between",))}

    def _is_between_them(self, actors: Sequence[Referent]) -> bool:
        """Whether the subject names both: "clashes between A and B killed nine soldiers"."""
        return {r.head for r in actors} <= {*self._syntax.slot(self._index, ("subject", "between"))}

    def _is_owner(self, referent: Referent) -> bool:
        """Whether an organisation's own thing is the object: "vetoed a Security Council resolution"."""
        return referent.entity.kind == "Organisation" and referent.head in self._syntax.objects(self._index)

    def _is_apart(self, referent: Referent) -> bool:
        """Whether the words name people of a state rather than the state: police may strike at rebels of their own."""
        return any(m.sense == "body" for m in self._referents.mentions(referent.head))

    def _heads(self, slot: Slot) -> Sequence[int]:
        heads = [h for h in self._syntax.slot(self._index, slot) if h != self._index]
        if heads or len(slot) > 1 or slot[0] in _OF_GRAMMAR:
            return heads
        if self._nominal:
            host = self._host.verb()
            hosted = self._syntax.slot(host, slot) if host is not None and slot[0] != "possessor" else []
            return hosted or self._syntax.following(self._index, slot[0], told=True)
        return self._syntax.slot(self._index, ("object", *slot))

    def _of_agreement(self, actors: Sequence[Referent]) -> list[Referent]:
        """The other parties of the agreement that the verb's object is: « a salué l'accord »."""
        taken = {_state(r.entity) or r.entity.id for r in actors}
        return [
            Referent(entity, head, head, head + 1, inferred=True)
            for head in self._syntax.slot(self._index, ("object",))
            for entity in self._parties_of(head)
            if (_state(entity) or entity.id) not in taken
        ]
