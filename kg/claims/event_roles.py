"""Who fills the roles of an event: the slots of its entry, then what stands near, the host verb and the context."""

from collections.abc import Callable, Sequence

from kg.claims.around import Around
from kg.claims.inferred import act_on_each_other, author, of_clause, sides, tells_of_sides
from kg.claims.matching import Firing
from kg.claims.passage import Passage
from kg.claims.referents import Referent
from kg.claims.syntax import VERBAL
from kg.model import Entity
from kg.vocabulary import Slot

_UNDER = ("sous", "under")
_NOMINAL_HOSTS = ("obj", "nsubj:pass", "obl:arg", "obl", "obl:mod", "obl:agent", "nsubj", "xcomp")
_NOBODY_ELSE: tuple[Slot, ...] = (("clause.subject",),)  # who must act is the subject of what is said, or nobody

PartiesOf = Callable[[int], tuple[Entity, ...]]


def _state(entity: Entity) -> str | None:
    """The code of the state that the entity is or acts for."""
    return entity.iso3 or entity.acts_for


class RoleFiller:
    """Fills actor and target of one firing."""

    def __init__(self, passage: Passage, firing: Firing, parties_of: PartiesOf) -> None:
        self._parties_of = parties_of
        self._passage = passage
        self._syntax = passage.syntax
        self._tree = passage.tree
        self._firing = firing
        self._index = passage.syntax.anchor(firing.index) if firing.trigger.pos == "noun" else firing.index
        self._around = Around(passage, firing, self._index)
        self._traits = passage.lexicon.types[firing.trigger.type].traits

    def fill(self) -> dict[str, list[Referent]]:
        """The referents of ``actor`` and ``target``; either may be empty."""
        roles = self._firing.trigger.roles
        nominal = self._firing.trigger.pos == "noun"
        actors = self._performer() if nominal else []
        actors = actors or self._first(roles.get("actor", ()), ())
        if not actors and nominal:
            actors = self._passage.referents.actors(self._syntax.owners(self._index)) or self._of_host()
        if not actors and not nominal and any("subject" in slot for slot in roles.get("actor", ())):
            subjects = self._syntax.slot(self._index, ("subject",))
            actors = author(self._syntax, self._passage.referents, subjects)
        if not actors and not nominal and ("subject",) in roles.get("actor", ()):
            actors = self._around.before() or self._around.of_place()
        if nominal and self._firing.trigger.reciprocal and len(actors) > 1 and self._is_between(actors):
            return {"actor": actors[:1], "target": actors[1:]}
        targets = self._first(roles.get("target", ()), actors)
        if nominal and targets and not actors and self._firing.trigger.reciprocal | ("moving" in self._traits):
            actors = self._around.others(of_clause(self._syntax, self._passage.referents, self._index), targets)
        if self._firing.trigger.reciprocal and {r.entity.id for r in targets} <= {r.entity.id for r in actors[1:]}:
            targets = []
        if self._firing.trigger.reciprocal and len(actors) > 1 and not targets:
            actors, targets = actors[:1], actors[1:]
        if not targets and len(actors) == 2 and self._is_mutual(actors):
            actors, targets = actors[:1], actors[1:]
        if roles.get("target") == _NOBODY_ELSE:
            return {"actor": actors, "target": targets}
        if not targets and nominal:
            targets = self._beside_host(actors)
        if not nominal and (not targets or all(r.inferred for r in targets)):
            targets = self._of_agreement(actors) or targets
        if not actors and not nominal:
            actors = self._around.keepers(targets)
        if not targets or all(r.inferred and not _state(r.entity) and not self._is_owner(r) for r in targets):
            targets = self._around.deep(actors) or targets
        if not targets and nominal and self._firing.trigger.subtype == "mediation":
            groups = sides(self._syntax, self._passage.referents, self._parties_of, self._index)
            targets = next((rest for group in groups if (rest := self._around.others(group, actors))), [])
        elif not targets and "target" in roles:
            targets = self._around.of_purpose(actors) or self._around.after(actors) or self._around.in_context(actors)
        if not actors and not targets:
            targets = self._spoken_of()
        if self._firing.trigger.reciprocal and len(targets) > 1 and not actors:
            actors, targets = targets[:1], targets[1:]
        return {"actor": actors, "target": targets}

    def _is_mutual(self, actors: Sequence[Referent]) -> bool:
        """Whether two do it to one another."""
        mutual = "mutual" in self._traits and self._firing.trigger.subtype != "mediation"
        if mutual and (self._are_pair(actors) or self._firing.trigger.reflexive):
            return True
        return self._firing.trigger.pos == "verb" and act_on_each_other(self._syntax, self._index)

    def _spoken_of(self) -> list[Referent]:
        """The two that the article is about, where words for what two do together name neither."""
        bodies = self._passage.gazetteer.bodies(self._passage.article.language)
        if not self._firing.trigger.reciprocal or not tells_of_sides(self._syntax, self._index, bodies):
            return []
        at = self._index
        return [Referent(entity, at, at, at + 1, inferred=True) for entity in self._passage.context.pair()]

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
                for r in self._passage.referents.actors(heads)
                if r.entity.id not in taken or (self._is_apart(r) and not words & {*range(r.first, r.last)})
            ]
            if found:
                return found
        return []

    def _is_between(self, actors: Sequence[Referent]) -> bool:
        """Whether the noun names its sides: « des pourparlers entre A et B se sont ouverts en C »."""
        return {r.head for r in actors} <= {*self._syntax.slot(self._index, ("between",))}

    def _is_owner(self, referent: Referent) -> bool:
        """Whether an organisation's own thing is the object: "vetoed a Security Council resolution"."""
        return referent.entity.kind == "Organisation" and referent.head in self._syntax.objects(self._index)

    def _is_apart(self, referent: Referent) -> bool:
        """Whether the words name people of a state rather than the state: police may strike at rebels of their own."""
        return any(m.sense == "body" for m in self._passage.referents.mentions(referent.head))

    def _heads(self, slot: Slot) -> list[int]:
        heads = [h for h in self._syntax.slot(self._index, slot) if h != self._index]
        if heads or len(slot) > 1 or slot[0] in ("subject", "object", "clause", "clause.subject", "adjective"):
            return heads
        if self._firing.trigger.pos == "noun":
            host = self._host()
            hosted = self._syntax.slot(host, slot) if host is not None and slot[0] != "possessor" else []
            return hosted or self._syntax.following(self._index, slot[0], told=True)
        return self._syntax.slot(self._index, ("object", *slot))

    def _host(self) -> int | None:
        """The verb that the noun trigger, or what groups it, is an argument of."""
        token = self._tree[self._argument()]
        governor = self._tree[token.head]
        verbal = governor.pos in VERBAL or token.dep == "obl:agent"
        return token.head if token.dep in _NOMINAL_HOSTS and verbal else None

    def _performer(self) -> list[Referent]:
        """The subject of a verb that says no more than that it does what the noun names: « a mené une attaque »."""
        host = self._host()
        if host is None or self._tree[host].lemma not in self._syntax.grammar.light or not self._in_object():
            return []
        return self._passage.referents.actors(self._syntax.slot(host, ("subject",)))

    def _in_object(self) -> bool:
        """Whether the noun, or one that groups what it names (« une vague d'arrestations »), is a verb's object."""
        return self._tree[self._argument()].dep in ("obj", "nsubj:pass", "obl:arg")

    def _argument(self) -> int:
        """The noun itself, or the one above it that only groups it."""
        at = self._index
        while (
            self._tree[at].dep == "nmod" and self._tree[self._tree[at].head].lemma in self._syntax.grammar.collectives
        ):
            at = self._tree[at].head
        return at

    def _of_host(self) -> list[Referent]:
        """The subject of the verb around the noun: « X a lancé une attaque », « X est impliqué dans des combats »."""
        host = self._host()
        if host is None:
            return []
        if self._tree[self._index].dep in ("obj", "nsubj:pass", "obl:arg"):
            found = self._passage.referents.actors(self._syntax.slot(host, ("subject",)))
            if found:
                return found
        if self._tree[host].lemma in self._syntax.grammar.involving:
            slot = "object" if self._syntax.is_passive(host) else "subject"
            return self._passage.referents.actors(self._syntax.slot(host, (slot,)))
        return []

    def _beside_host(self, actors: Sequence[Referent]) -> list[Referent]:
        """Whom the verb around the noun is about: « les sanctions frappent X », « X, isolé par les sanctions »."""
        host = self._host()
        dep, case = self._tree[self._index].dep, self._tree.case(self._index)
        taken = {r.entity.id for r in actors}
        if dep == "nmod" and case in _UNDER:
            bearers = self._passage.referents.actors([self._tree[self._index].head])
            return [r for r in bearers if r.entity.id not in taken]
        if host is None:
            return []
        if dep in ("nsubj", "obl:agent") or case in self._syntax.words.by:
            heads = self._syntax.slot(host, ("object",))
        elif case in self._syntax.words.having:
            heads = self._syntax.slot(host, ("subject",))
        else:
            return []
        return [r for r in self._passage.referents.actors(heads) if r.entity.id not in taken]

    def _of_agreement(self, actors: Sequence[Referent]) -> list[Referent]:
        """The other parties of the agreement that the verb's object is: « a salué l'accord »."""
        taken = {_state(r.entity) or r.entity.id for r in actors}
        return [
            Referent(entity, head, head, head + 1, inferred=True)
            for head in self._syntax.slot(self._index, ("object",))
            for entity in self._parties_of(head)
            if (_state(entity) or entity.id) not in taken
        ]
