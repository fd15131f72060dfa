"""Who fills the roles of an event: the slots of its entry, then what stands near, the host verb and the context."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.claims.inferred import act_on_each_other, author, of_clause, purposes, tells_of_sides
from kg.claims.matching import Firing
from kg.claims.passage import Passage
from kg.claims.referents import Referent
from kg.claims.syntax import VERBAL
from kg.model import Entity
from kg.reading.bodies import acting
from kg.vocabulary import Slot

_REACH = 14
_CONTEXT_SENTENCES = 2
_UNDER = ("sous", "under")
_BOUNDS = {".", ";", ":", "«", "»", "(", ")", "!", "?"}
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
        self._homes: list[Entity] = []
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
            actors = self._before() or self._of_place()
        if nominal and self._firing.trigger.reciprocal and len(actors) > 1 and self._is_between(actors):
            return {"actor": actors[:1], "target": actors[1:]}
        targets = self._first(roles.get("target", ()), actors)
        if nominal and targets and not actors and self._firing.trigger.reciprocal | ("moving" in self._traits):
            actors = self._others(of_clause(self._syntax, self._passage.referents, self._index), targets)
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
            actors = self._keepers(targets)
        if not targets or all(r.inferred and not _state(r.entity) and not self._is_owner(r) for r in targets):
            targets = self._deep(actors) or targets
        if not targets and "target" in roles:
            targets = self._of_purpose(actors) or self._after(actors) or self._in_context(actors)
        if not actors and not targets:
            targets = self._spoken_of()
        if self._firing.trigger.reciprocal and len(targets) > 1 and not actors:
            actors, targets = targets[:1], targets[1:]
        return {"actor": actors, "target": targets}

    def _is_mutual(self, actors: Sequence[Referent]) -> bool:
        """Whether two do it to one another."""
        if "mutual" in self._traits and self._are_pair(actors):
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
            return hosted or self._syntax.following(self._index, slot[0])
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

    def _codes(self, actors: Sequence[Referent]) -> set[str]:
        """What names the actors, and the state where an unnamed crowd is at home."""
        entities = [*(r.entity for r in actors), *self._homes]
        return {code for e in entities for code in (e.id, e.iso3, e.acts_for) if code}

    def _others(self, found: Sequence[Referent], than: Sequence[Referent]) -> list[Referent]:
        taken = self._codes(than)
        return [r for r in found if not taken & {r.entity.id, r.entity.iso3, r.entity.acts_for}]

    def _of_purpose(self, actors: Sequence[Referent]) -> list[Referent]:
        """Against whom people act at home: « ont défilé pour dénoncer la politique de X »."""
        if "locals" not in self._traits or self._firing.trigger.pos != "verb":
            return []
        found = self._passage.referents.actors(purposes(self._tree, self._index))
        return [replace(r, inferred=True) for r in self._others(found, actors)][:1]

    def _of_place(self) -> list[Referent]:
        """The people of the place where unnamed ones act: « des étudiants ont occupé un pont à Lima »."""
        subjects = [s for s in self._syntax.slot(self._index, ("subject",)) if self._tree[s].pos == "NOUN"]
        if "locals" not in self._traits or not subjects:
            return []
        for _, head in self._passage.circumstances.places(self._index):
            people = self._passage.referents.actors([head])[:1]
            if people:
                crowd = self._passage.referents.crowd(subjects[0], people[0].entity)
                self._homes = [people[0].entity] if crowd else []
                return [replace(people[0], entity=crowd or people[0].entity, head=subjects[0], inferred=True)]
        return []

    def _keepers(self, targets: Sequence[Referent]) -> list[Referent]:
        """The foreign state in which a passive tells what befell somebody: « un Grec a été arrêté en X »."""
        if "at home" not in self._traits or not targets or not self._syntax.is_passive(self._index):
            return []
        heads = [head for _, head in self._passage.circumstances.places(self._index)]
        return [replace(r, inferred=True) for r in self._others(self._passage.referents.actors(heads), targets)][:1]

    def _before(self) -> list[Referent]:
        """The nearest actor left of the verb that no preposition marks: where the parse gives no subject."""
        if self._syntax.is_passive(self._index) or self._syntax.subjects(self._index):
            return []
        for at in range(self._index - 1, max(-1, self._index - _REACH), -1):
            token = self._tree[at]
            if token.text in _BOUNDS or token.lemma in self._syntax.grammar.openers:
                return []
            if token.pos in ("NOUN", "PROPN", "PRON") and not self._tree.case(at) and self._is_free(at):
                found = self._passage.referents.actors([at])
                if found:
                    return [replace(r, inferred=True) for r in found]
        return []

    def _after(self, actors: Sequence[Referent]) -> list[Referent]:
        """The nearest other actor right of the trigger in its clause: where the parse gives no target."""
        nominal = self._firing.trigger.pos == "noun"
        if "locals" in self._traits:
            return []
        for at in range(self._index + 1, min(len(self._tree), self._index + _REACH)):
            token = self._tree[at]
            if (
                token.text in _BOUNDS
                or token.lemma in self._syntax.grammar.openers
                or (token.pos == "VERB" and (token.dep == "conj" or not nominal))
                or "VerbForm=Fin" in token.morph
            ):
                return []
            if token.pos not in ("NOUN", "PROPN") or self._is_of_another_clause(at):
                continue
            found = self._others(self._passage.referents.actors([at]), actors)
            if found:
                return [replace(r, inferred=True) for r in found]
        return []

    def _is_of_another_clause(self, at: int) -> bool:
        """Whether the noun belongs to the subject of another verb: « …, a annoncé l'armée israélienne »."""
        tree = self._tree
        for word in self._syntax.chain(at):
            if tree[word].dep.startswith("nsubj"):
                return tree[word].head != self._index and tree[word].head not in self._syntax.clauses(self._index)
            if tree[word].pos in VERBAL:
                return False
        return False

    def _in_context(self, actors: Sequence[Referent]) -> list[Referent]:
        """The state that the sentences before were about; the actor's own for what is done at home."""
        codes = {code for r in actors for code in (r.entity.iso3, r.entity.acts_for) if code}
        if actors and not codes and "locals" in self._traits:
            homes = self._homes or self._passage.referents.homes(actors[0])
            return [replace(actors[0], entity=home, inferred=True) for home in homes]
        if actors and "from context" in self._traits and self._firing.trigger.pos == "verb":
            partner = self._passage.context.partner(self._index, actors[0].entity)
            if partner is not None:
                return [Referent(partner, self._index, self._index, self._index + 1, inferred=True)]
        if not actors or not codes:
            return []
        verbal = self._firing.trigger.pos == "verb"
        if ("at home" in self._traits and verbal) or self._is_at_home(codes):
            return self._at_home(actors[0])
        if "from sentences" not in self._traits or self._firing.trigger.pos != "verb":
            return []
        recent = self._passage.context.recent(self._index, codes, _CONTEXT_SENTENCES)
        return [Referent(entity, self._index, self._index, self._index + 1, inferred=True) for entity in recent][:1]

    def _at_home(self, actor: Referent) -> list[Referent]:
        """The people of the actor's own state that it acts on (« a arrêté six étudiants »), else that state."""
        homes = self._home(actor.entity)
        objects = self._syntax.slot(self._index, ("object",)) if "at home" in self._traits else []
        crowds = [(at, crowd) for at in objects for h in homes if (crowd := self._passage.referents.crowd(at, h))]
        return [Referent(crowd, at, at, at + 1) for at, crowd in crowds] or [replace(actor, entity=h) for h in homes]

    def _is_at_home(self, codes: set[str]) -> bool:
        """Whether a state strikes within its own borders: the place beside the verb lies in it."""
        if "no actor" not in self._traits:
            return False
        gazetteer = self._passage.gazetteer
        places = self._passage.circumstances.places(self._index)
        return any(gazetteer.state_of(place.id) in codes for place, _ in places)

    def _home(self, entity: Entity) -> list[Entity]:
        state = self._passage.gazetteer.entity(entity.iso3 or entity.acts_for or "")
        return [acting(state)] if state else []

    def _is_free(self, at: int) -> bool:
        """Whether the noun is not already the subject of another verb before this one."""
        token = self._tree[at]
        return not (token.dep.startswith("nsubj") and token.head < self._index and token.head > at)

    def _deep(self, actors: Sequence[Referent]) -> list[Referent]:
        """The first other actor named anywhere inside the object or complement: « dénonce une violation … »."""
        if self._firing.trigger.pos != "verb" or "target" not in self._firing.trigger.roles:
            return []
        below = {i for o in self._syntax.slot(self._index, ("object",)) for i in self._tree.subtree(o)}
        below |= {i for clause in self._syntax.clauses(self._index) for i in self._tree.subtree(clause)}
        found = [
            Referent(mention.entity, index, mention.first, mention.last, inferred=True)
            for index in sorted(below)
            for mention in self._passage.referents.mentions(index)
            if mention.entity.kind != "Place"
        ]
        return sorted(self._others(found, actors), key=lambda r: r.entity.iso3 is None and r.entity.acts_for is None)[
            :1
        ]
