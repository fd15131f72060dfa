"""Who fills a role of an event where no slot holds anybody: what stands near in the clause, the place, the story."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from kg.claims.inferred import is_beside, purposes
from kg.claims.matching import Firing
from kg.claims.passage import Passage
from kg.claims.referents import Referent
from kg.claims.syntax import VERBAL
from kg.model import Entity

_REACH = 13
_LATELY = 50
_DASHES = {"–", "—"}
_BOUNDS = {".", ";", ":", "«", "»", "(", ")", "!", "?"}


class Around:
    """Looks around one firing, whose roles are asked of the word at ``index``."""

    def __init__(self, passage: Passage, firing: Firing, index: int) -> None:
        self._passage = passage
        self._syntax = passage.syntax
        self._tree = passage.tree
        self._trigger = firing.trigger
        self._index = index
        self._homes: list[Entity] = []
        self._traits = passage.lexicon.types[firing.trigger.type].traits

    def _codes(self, actors: Sequence[Referent]) -> set[str]:
        """What names the actors, and the state where an unnamed crowd is at home."""
        entities = [*(r.entity for r in actors), *self._homes]
        return {code for e in entities for code in (e.id, e.iso3, e.acts_for) if code}

    def others(self, found: Sequence[Referent], than: Sequence[Referent]) -> list[Referent]:
        taken = self._codes(than)
        return [r for r in found if not taken & {r.entity.id, r.entity.iso3, r.entity.acts_for}]

    def of_purpose(self, actors: Sequence[Referent]) -> list[Referent]:
        """Against whom people act at home: « ont défilé pour dénoncer la politique de X »."""
        if "locals" not in self._traits or self._trigger.pos != "verb":
            return []
        found = self._passage.referents.actors(purposes(self._tree, self._index))
        return [replace(r, inferred=True) for r in self.others(found, actors)][:1]

    def of_place(self) -> list[Referent]:
        """The people of the place where unnamed ones act: « des étudiants ont occupé un pont à Lima »."""
        subjects = [s for s in self._syntax.slot(self._index, ("subject",)) if self._tree[s].pos == "NOUN"]
        if not self._traits & {"locals", "crowds"} or not subjects:
            return []
        heads = [head for _, head in self._passage.circumstances.places(self._index)]
        for head in heads or self._capitals() or self._opposed():
            people = self._passage.referents.actors([head])[:1]
            if people:
                crowd = self._passage.referents.crowd(subjects[0], people[0].entity)
                if not crowd and "locals" not in self._traits:
                    return []
                self._homes = [people[0].entity] if crowd else []
                whom = crowd or people[0].entity
                return [replace(people[0], entity=whom, head=subjects[0], inferred=True)]
        return []

    def _opposed(self) -> list[int]:
        """Whom the verb's own complement is against, whatever else the preposition of a dative may mark."""
        words = self._tree.words
        return self._syntax.marked(self._index, words.against - words.dative)

    def people(self, actors: Sequence[Referent]) -> list[Referent]:
        """Unnamed people whom it befalls: « a tué douze civils près de X », « deux étudiants ont été relâchés »."""
        if "crowds" not in self._traits or self._trigger.pos != "verb":
            return []
        homes = self._where()
        if not homes and (actors or "no agent" in self._traits):
            told = self._passage.context.other(self._index, self._codes(actors))
            homes = [told] if told else [home for r in actors[:1] for home in self._home(r.entity)]
        objects = self._syntax.slot(self._index, ("object",))
        return [
            Referent(crowd, at, at, at + 1)
            for at in objects
            for home in homes
            if (crowd := self._passage.referents.crowd(self._meant_crowd(at), home))
        ][:1]

    def _capitals(self) -> list[int]:
        """The capitals that stand below the object for where it is: "the embassy of Canada in Bamako"."""
        below = [at for top in self._syntax.objects(self._index) for at in self._tree.subtree(top)]
        places = [at for at in below if self._tree.case(at) in self._tree.words.places]
        return [at for at in places if any(m.sense == "capital" for m in self._passage.referents.mentions(at))]

    def of_verb_beside(self, actors: Sequence[Referent]) -> list[Referent]:
        """To whom the verb before does what it says, of which this one goes on to tell: "summoned X, demanding …"."""
        token = self._tree[self._index]
        above = self._tree[token.head]
        if "from beside" not in self._traits or self._trigger.pos != "verb" or above.pos not in VERBAL:
            return []
        goes_on = token.dep == "conj" and not self._tree.children(self._index, "nsubj", "nsubj:pass")
        present = "VerbForm=Part" in token.morph and "Tense=Pres" in token.morph
        others = [c for c in self._tree.children(token.head, "advcl") if c < self._index]  # "of arming X, shelling …"
        goes_on = goes_on or (token.dep == "advcl" and present and not others)
        if not goes_on or token.head > self._index or self._syntax.is_passive(token.head):
            return []
        toward = sorted(self._tree.words.company | self._tree.words.against)
        slots = [("object",), ("object", "adjective"), ("object", "possessor")]
        for slot in [*slots, *((case,) for case in toward)]:
            found = self.others(self._passage.referents.actors(self._syntax.slot(token.head, slot)), actors)
            if found:
                return [replace(r, inferred=True) for r in found]
        return []

    def keepers(self, targets: Sequence[Referent]) -> list[Referent]:
        """The foreign state in which a passive tells what befell somebody: « un Grec a été arrêté en X »."""
        hosted = self._tree[self._index].lemma in self._syntax.grammar.hosting and "encounter" in self._traits
        if not (hosted or "at home" in self._traits) or not targets or not self._syntax.is_passive(self._index):
            return []
        heads = [head for _, head in self._passage.circumstances.places(self._index)]
        return [replace(r, inferred=True) for r in self.others(self._passage.referents.actors(heads), targets)][:1]

    def suspecting(self) -> list[Referent]:
        """Who acts on those suspected: « la Moldavie a expulsé trois Russes accusés d'espionnage »."""
        token = self._tree[self._index]
        noun = self._tree[token.head]
        verb = noun.head
        participle = token.dep in ("acl", "amod") and "VerbForm=Part" in token.morph and "presupposing" in self._traits
        acted_on = noun.dep == "obj" and self._tree[verb].lemma in self._syntax.grammar.punishing
        if not participle or not acted_on or self._trigger.pos != "verb" or "Tense=Past" not in token.morph:
            return []
        return [
            replace(r, inferred=True) for r in self._passage.referents.actors(self._syntax.slot(verb, ("subject",)))
        ]

    def before(self) -> list[Referent]:
        """The nearest actor left of the verb that no preposition marks: where the parse gives no subject."""
        if self._syntax.is_passive(self._index) or self._syntax.subjects(self._index):
            return []
        for at in range(self._index - 1, max(-1, self._index - _REACH - 1), -1):
            token = self._tree[at]
            if token.text in _BOUNDS or token.lemma in self._syntax.grammar.openers:
                return []
            if token.pos in ("NOUN", "PROPN", "PRON") and not self._tree.case(at) and self._is_free(at):
                found = self._passage.referents.actors([at])
                if found:
                    return [replace(r, inferred=True) for r in found]
        return []

    def after(self, actors: Sequence[Referent]) -> list[Referent]:
        """The nearest other actor right of the trigger in its clause: where the parse gives no target."""
        nominal = self._trigger.pos == "noun"
        if "locals" in self._traits:
            return []
        for at in islice(self._following(), _REACH):
            token = self._tree[at]
            if (
                token.text in _BOUNDS
                or token.lemma in self._syntax.grammar.openers
                or (token.pos == "VERB" and (token.dep == "conj" or not nominal))
                or (token.pos == "PRON" and "PronType=Dem" in token.morph)  # « le départ de A, puis celui de B »
                or "VerbForm=Fin" in token.morph
            ):
                return []
            if token.pos not in ("NOUN", "PROPN") or self._is_of_another_clause(at):
                continue
            found = self.others(self._passage.referents.actors([at]), actors)
            if found:
                return [replace(r, inferred=True) for r in found]
        return []

    def _following(self) -> Iterator[int]:
        """The words right of the trigger, without what stands between dashes."""
        at = self._index + 1
        while at < len(self._tree):
            if self._tree[at].text in _DASHES:
                ends = range(at + 1, min(len(self._tree), at + _REACH))
                at = next((end for end in ends if self._tree[end].text in _DASHES), at)
            else:
                yield at
            at += 1

    def _is_of_another_clause(self, at: int) -> bool:
        """Whether the noun belongs to the subject of another verb or stands aside: « …, a annoncé l'armée »."""
        tree = self._tree
        for word in self._syntax.chain(at):
            if word != self._index and is_beside(self._syntax, word):
                return True
            if tree[word].dep.startswith("nsubj"):
                return tree[word].head != self._index and tree[word].head not in self._syntax.clauses(self._index)
            if tree[word].pos in VERBAL:
                return False
        return False

    def at_home(self, actors: Sequence[Referent]) -> list[Referent]:
        """His own, for what one does at home: the state of a crowd that marches, the people that a state arrests."""
        codes = {code for r in actors for code in (r.entity.iso3, r.entity.state) if code}
        if actors and not codes and "locals" in self._traits:
            homes = self._homes or self._where() or self._passage.referents.homes(actors[0])
            return [replace(actors[0], entity=home, inferred=True) for home in homes]
        if codes and (("at home" in self._traits and self._trigger.pos == "verb") or self._is_at_home(codes)):
            return self._at_home(actors[0])
        return []

    def two(self) -> list[Referent]:
        """The two that the article is about, each a state rather than who acts for it."""
        parties = self._passage.context.pair()
        states = [
            self._passage.referents.state(e.acts_for) if e.kind == "Person" and e.acts_for else e for e in parties
        ]
        at = self._index
        return [Referent(e, at, at, at + 1, inferred=True) for e in states if e]

    def _where(self) -> list[Entity]:
        """The state in which it happens: Hungarians who march in Romania protest to Romania."""
        heads = [head for _, head in self._passage.circumstances.places(self._index)]
        return [r.entity for r in self._passage.referents.actors(heads)][:1]

    def _at_home(self, actor: Referent) -> list[Referent]:
        """The people of the actor's own state that it acts on (« a arrêté six étudiants »), else that state."""
        homes = self._home(actor.entity)
        objects = self._syntax.slot(self._index, ("object",)) if "at home" in self._traits else []
        crowds = [
            (at, crowd)
            for at in objects
            for h in homes
            if (crowd := self._passage.referents.crowd(self._meant_crowd(at), h))
        ]
        return [Referent(crowd, at, at, at + 1) for at, crowd in crowds] or [replace(actor, entity=h) for h in homes]

    def _meant_crowd(self, at: int) -> int:
        """The noun before for « douze d'entre eux », "thirty of them": people told of a moment ago; else ``at``."""
        token, below = self._tree[at], self._tree.children(at, "nmod", "obl")
        counted = "NumType=Card" in token.morph or token.pos in ("NUM", "PRON") or (token.pos == "ADJ" and below)
        if not counted or any(self._tree[i].pos != "PRON" for i in below):
            return at
        nouns = (i for i in range(at - 1, max(-1, at - _LATELY), -1) if "Number=Plur" in self._tree[i].morph)
        return next((i for i in nouns if self._tree[i].pos == "NOUN" and self._passage.referents.is_crowd(i)), at)

    def _is_at_home(self, codes: set[str]) -> bool:
        """Whether a state strikes within its own borders: the place beside the verb lies in it."""
        return "own soil" in self._traits and not self._is_abroad(codes)

    def _is_abroad(self, codes: set[str]) -> bool:
        """Whether no place beside the words lies in these states."""
        gazetteer = self._passage.gazetteer
        return not any(gazetteer.state_of(p.id) in codes for p, _ in self._passage.circumstances.places(self._index))

    def _home(self, entity: Entity) -> list[Entity]:
        state = self._passage.referents.state(entity.state or "")
        return [state] if state else []

    def _is_free(self, at: int) -> bool:
        """Whether the noun is not already the subject of another verb before this one."""
        token = self._tree[at]
        return not (token.dep.startswith("nsubj") and token.head < self._index and token.head > at)

    def deep(self, actors: Sequence[Referent]) -> list[Referent]:
        """The first other actor named anywhere inside the object or complement: « dénonce une violation … »."""
        if self._trigger.pos != "verb" or "target" not in self._trigger.roles:
            return []
        tops = [*self._syntax.slot(self._index, ("object",)), *self._syntax.clauses(self._index)]
        below = {i for top in tops for i in self._tree.subtree(top)}
        below -= {i for at in below if is_beside(self._syntax, at) for i in self._tree.subtree(at)}
        found = [
            Referent(mention.entity, index, mention.first, mention.last, inferred=True)
            for index in sorted(below)
            for mention in self._passage.referents.mentions(index)
            if mention.entity.kind != "Place"
        ]
        return sorted(self.others(found, actors), key=lambda r: r.entity.state is None)[:1]
