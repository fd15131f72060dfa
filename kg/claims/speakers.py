"""Who says so: the entities that a passage names as its source."""

from bisect import bisect_left
from collections.abc import Collection, Sequence

from kg.claims.referents import Referent, Referents
from kg.claims.syntax import VERBAL, Syntax
from kg.model import Entity, Names, OfficeMention
from kg.reading.names import fold

_ASIDES = ("advcl", "parataxis")
_PAIR = 2
_REACH = 60
_TITLE = 12
_PARTS = ("NUM", "DET", "PRON")
_NAMING = ("nmod", "appos", "dep", "flat", "flat:name", "compound")
_WITHIN = ("advcl", "xcomp", "ccomp")
_TITLES = ("ADP", "DET", "ADJ", "NOUN", "PROPN")


class Speakers:
    """The speakers of one article; who holds an office of an organisation speaks for it too.

    ``saying`` are the verbs of saying, ``texts`` the nouns for what somebody may have written or been told.
    """

    def __init__(
        self,
        syntax: Syntax,
        referents: Referents,
        offices: Sequence[OfficeMention],
        saying: Collection[str] = (),
        texts: Collection[str] = (),
    ) -> None:
        self._texts = texts
        self._verbs = {*saying, *syntax.grammar.quoting}
        self._syntax = syntax
        self._tree = syntax.tree
        self._referents = referents
        self._offices = {
            office.holder.id: office.of
            for office in offices
            if office.holder and office.of and office.of.kind == "Organisation" and office.standing != "former"
        }
        self._saying = [t.index for t in self._tree.tokens if t.lemma in saying and t.pos in VERBAL]

    def quoted(self, verb: int) -> list[Entity]:
        """Whom the speaker cites: "Reuters said, quoting officials", « selon l'AFP, qui cite l'armée »."""
        return [
            source
            for clause in self._tree.children(verb, "advcl", "acl", "xcomp", "acl:relcl")
            if self._tree[clause].lemma in self._syntax.grammar.quoting
            for source in self._cited(self._tree.children(clause, "obj"))
        ]

    def _cited(self, heads: Sequence[int]) -> list[Entity]:
        """The sources cited; « deux responsables » are no two that were spoken of."""
        several = [head for head in heads if len(self._referents.actors([head])) >= _PAIR]
        return [*self.named([h for h in heads if h not in several]), *(self._group(head) for head in several)]

    def outlets(self, at: int) -> list[Entity]:
        """The media that brought what a verb of saying or a speaker says: "told X", « un officier cité par X »."""
        if self._tree[at].pos not in VERBAL:
            return self._citing(at)
        found: list[Entity] = []
        for child in self._tree.children(at):
            token = self._tree[child]
            if token.dep.startswith("nsubj"):
                found += self._citing(child)
            elif token.dep in ("obj", "iobj", "nmod") or token.dep.startswith("obl"):
                found += self._hearing(child) + self._citing(child)
            elif token.dep in _WITHIN and token.lemma in self._verbs and not self._tree.is_finite(child):
                found += self.outlets(child)  # "was quoted as saying by X"
        return found

    def _hearing(self, noun: int) -> list[Entity]:
        """The media that a noun names, or that were given the interview that it is: « un entretien accordé à X »."""
        given = [o for clause in self._tree.children(noun, "acl") for o in self._objects(clause)]
        return self._outlet(noun) or self._referents.media(given if self._tree[noun].lemma in self._texts else [])

    def _outlet(self, noun: int) -> list[Entity]:
        """The media that a noun names, or that stand after it: « le quotidien X »."""
        parts = self._tree.children(noun, *_NAMING) if self._tree[noun].lemma in self._texts else []
        named = [part for part in parts if self._tree.case(part) not in self._syntax.words.by]
        return self._referents.media([noun, *named])

    def _citing(self, noun: int) -> list[Entity]:
        """The media that cite whom a noun names: « un officier cité par X »."""
        clauses = [c for c in self._tree.children(noun, "acl") if self._tree[c].lemma in self._verbs]
        agents = [agent for clause in clauses for agent in self._objects(clause)]
        return self._referents.media([*agents, *self._syntax.marked(noun, self._syntax.words.by)])

    def _objects(self, clause: int) -> list[int]:
        return [c for c in self._tree.children(clause) if self._tree[c].dep.startswith(("obl", "obj", "iobj", "nmod"))]

    def of(self, verb: int) -> list[Entity]:
        """The subject of a verb of saying; of an aside what stands after it (« a annoncé mardi la Maison Blanche »)."""
        subjects = self._subjects(verb)
        if self.are_pronouns(subjects) and self._goes_on(verb):
            return self.before(verb) or self.named(subjects)
        return self.named(subjects)

    def _subjects(self, verb: int) -> Sequence[int]:
        after = [o for o in self._tree.children(verb, "obj", "nmod") if o > verb and not self._tree.case(o)]
        if self._tree[verb].dep in _ASIDES and after and not self._tree.children(verb, "nsubj"):
            return after
        subjects = self._syntax.slot(verb, ("subject",))
        if subjects:
            return subjects
        objects = [o for o in self._syntax.slot(verb, ("object",)) if o > verb]
        named = [o for o in objects if self._referents.actors([o])]
        return named or self._tree.children(verb, "expl:subj") or objects

    def before(self, at: int) -> list[Entity]:
        """Whom « a-t-il ajouté », "he added", "according to him" mean: who spoke last in the few lines before."""
        for verb in self._said_before(at):
            subjects = self._subjects(verb)
            if subjects and not self.are_pronouns(subjects):
                return self.named(subjects, unnamed=False)
        return []

    def _said_before(self, at: int) -> list[int]:
        """The verbs of saying of the few lines before the word, the last first."""
        end = bisect_left(self._saying, at)
        return self._saying[bisect_left(self._saying, at - _REACH) : end][::-1]

    def _goes_on(self, verb: int) -> bool:
        """Whether the speaker goes on: the verb closes what is said, or nothing was told since a verb of saying."""
        opens = next((c for c in self._tree.children(verb, "nsubj") if c < verb), None)
        if opens is None or self._tree[verb].dep in _ASIDES:
            return True
        last = next(iter(self._said_before(verb)), None)
        told = self._tree.tokens[last + 1 : verb] if last is not None else []
        return last is not None and not any(t.dep == "root" and t.pos in VERBAL for t in told)

    def are_pronouns(self, heads: Sequence[int]) -> bool:
        """Whether the heads are pronouns that stand for somebody spoken of."""
        words = {self._tree[head].lemma for head in heads} | {self._tree[head].text.lower() for head in heads}
        known = {*self._syntax.words.pronouns, *self._syntax.words.dative_pronouns}
        return bool(heads) and bool(words & known) and all(self._tree[head].pos == "PRON" for head in heads)

    def named(self, heads: Sequence[int], *, unnamed: bool = True) -> list[Entity]:
        """The entities of the heads; a common noun that names nobody becomes a group of that name, if ``unnamed``."""
        entities = []
        for head in heads:
            referents = self.persons(head)
            if referents:
                entities += [referent.entity for referent in referents]
                entities += [self._offices[r.entity.id] for r in referents if r.entity.id in self._offices]
            elif outlets := self._outlet(head):
                entities += outlets
            elif authors := self._authors(head):
                entities += self.named(authors, unnamed=False)
            elif unnamed and self._tree[head].pos == "NOUN" and self._tree[head].lemma != "source":
                entities.append(self._group(head))
        return entities

    def persons(self, head: int) -> list[Referent]:
        """Who the noun names itself, or whom it is one of, or whose name follows it: « le chef du groupe, X »."""
        parts = self._syntax.marked(head, self._syntax.words.of) if self._tree[head].pos in _PARTS else []
        return self._referents.actors([head]) or self._referents.actors(parts) or self._apposed(head)

    def _apposed(self, head: int) -> list[Referent]:
        """The person whose name stands right after the noun's phrase and a comma."""
        for at in range(head + 1, min(len(self._tree) - 1, head + _TITLE)):
            if self._tree[at].text == ",":
                named = [m for m in self._referents.mentions(at + 1) if m.entity.kind == "Person" and m.sense == "name"]
                return self._referents.actors([at + 1]) if named else []
            if self._tree[at].pos not in _TITLES:
                return []
        return []

    def _authors(self, head: int) -> list[int]:
        """Whose text the noun names: "a report by KCNA", « un communiqué du ministère », "the ministry's statement"."""
        if self._tree[head].lemma not in self._texts:
            return []
        words = self._syntax.words
        marked = self._syntax.marked(head, {*words.by, *words.of, *words.whence})
        found = [*self._tree.children(head, "nmod:poss"), *marked]
        return [at for at in found if at not in self._syntax.times and self._referents.actors([at])]

    def _group(self, head: int) -> Entity:
        last = head + 1
        while last < len(self._tree) and self._tree[last].head == head and self._tree[last].dep == "amod":
            last += 1
        label = " ".join(self._tree[i].text for i in range(head, last))
        return Entity(id=Names().make("group", fold(label).replace(" ", "-")), kind="Group", label=label)
