"""Who says so: the entities that a passage names as its source."""

from collections.abc import Sequence

from kg.claims.referents import Referent, Referents
from kg.claims.syntax import Syntax
from kg.model import Entity, Names, OfficeMention
from kg.reading.names import fold

_ASIDES = ("advcl", "parataxis")


class Speakers:
    """The speakers of one article; who holds an office of an organisation speaks for it too."""

    def __init__(self, syntax: Syntax, referents: Referents, offices: Sequence[OfficeMention]) -> None:
        self._syntax = syntax
        self._tree = syntax.tree
        self._referents = referents
        self._offices = {
            office.holder.id: office.of
            for office in offices
            if office.holder and office.of and office.of.kind == "Organisation" and office.standing != "former"
        }

    def quoted(self, verb: int) -> list[Entity]:
        """Whom the speaker cites: "Reuters said, quoting officials", « rapporte l'AFP, citant l'armée »."""
        return [
            source
            for clause in self._tree.children(verb, "advcl", "acl", "xcomp")
            if self._tree[clause].lemma in self._syntax.grammar.quoting
            for source in self.named(self._tree.children(clause, "obj"))
        ]

    def of(self, verb: int) -> list[Entity]:
        """The subject of a verb of saying; of an aside what stands after it (« a annoncé mardi la Maison Blanche »)."""
        token = self._tree[verb]
        after = [o for o in self._tree.children(verb, "obj", "nmod") if o > verb and not self._tree.case(o)]
        if token.dep in _ASIDES and after and not self._tree.children(verb, "nsubj"):
            return self.named(after)
        subjects = self._syntax.slot(verb, ("subject",))
        if not subjects:
            objects = [o for o in self._syntax.slot(verb, ("object",)) if o > verb]
            subjects = [o for o in objects if self._referents.actors([o])] or objects
        return self.named(subjects)

    def named(self, heads: Sequence[int], *, unnamed: bool = True) -> list[Entity]:
        """The entities of the heads; a common noun that names nobody becomes a group of that name, if ``unnamed``."""
        entities = []
        for head in heads:
            referents: list[Referent] = self._referents.actors([head])
            if referents:
                entities += [referent.entity for referent in referents]
                entities += [self._offices[r.entity.id] for r in referents if r.entity.id in self._offices]
            elif unnamed and self._tree[head].pos == "NOUN":
                entities.append(self._group(head))
        return entities

    def _group(self, head: int) -> Entity:
        last = head + 1
        while last < len(self._tree) and self._tree[last].head == head and self._tree[last].dep == "amod":
            last += 1
        label = " ".join(self._tree[i].text for i in range(head, last))
        return Entity(id=Names().make("group", fold(label).replace(" ", "-")), kind="Group", label=label)
