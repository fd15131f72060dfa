"""Who fills the roles of a noun through the verb around it: « a mené une attaque », « les sanctions frappent X »."""

from collections.abc import Sequence

from kg.claims.passage import Passage
from kg.claims.referents import Referent
from kg.claims.syntax import VERBAL

_AS_OBJECT = ("obj", "nsubj:pass", "obl:arg")
_NOMINAL_HOSTS = (*_AS_OBJECT, "obl", "obl:mod", "obl:agent", "nsubj", "xcomp")


class Host:
    """The verb that the noun at ``index`` is an argument of, and whom it brings with it."""

    def __init__(self, passage: Passage, index: int) -> None:
        self._referents = passage.referents
        self._syntax = passage.syntax
        self._tree = passage.tree
        self._index = index

    def verb(self) -> int | None:
        """The verb that the noun, or what groups it, is an argument of."""
        token = self._tree[self._argument()]
        governor = self._tree[token.head]
        verbal = governor.pos in VERBAL or token.dep == "obl:agent"
        return token.head if token.dep in _NOMINAL_HOSTS and verbal else None

    def performer(self) -> list[Referent]:
        """The subject of a verb that says no more than that it does what the noun names: « a mené une attaque »."""
        host = self.verb()
        if host is None or self._tree[host].lemma not in self._syntax.grammar.light or not self._in_object():
            return []
        return self._referents.actors(self._syntax.slot(host, ("subject",)))

    def blamed(self) -> list[Referent]:
        """Who is charged with the deed: « impute l'attaque à X », "blames X for the attack"."""
        host = self.verb()
        if host is None or self._tree[host].lemma not in self._syntax.grammar.blaming:
            return []
        words = sorted(self._syntax.words.charged_to)
        slots = [(word,) for word in words] if self._in_object() else [("object",)]
        found = (
            self._referents.actors(at for at in self._syntax.slot(host, slot) if at != self._index) for slot in slots
        )
        return next((one for one in found if one), [])

    def subject(self) -> list[Referent]:
        """The subject of the verb around the noun: « X a lancé une attaque », « X est impliqué dans des combats »."""
        host = self.verb()
        if host is None:
            return []
        if self._tree[self._index].dep in _AS_OBJECT:
            found = self._referents.actors(self._syntax.slot(host, ("subject",)))
            if found:
                return found
        if self._tree[host].lemma in self._syntax.grammar.involving:
            slot = "object" if self._syntax.is_passive(host) else "subject"
            return self._referents.actors(self._syntax.slot(host, (slot,)))
        return []

    def beside(self, actors: Sequence[Referent]) -> list[Referent]:
        """Whom the verb around the noun is about: « les sanctions frappent X », « X, isolé par les sanctions »."""
        taken = {r.entity.id for r in actors}
        return [r for r in self._referents.actors(self._bearers()) if r.entity.id not in taken]

    def _bearers(self) -> Sequence[int]:
        host = self.verb()
        dep, case = self._tree[self._index].dep, self._tree.case(self._index)
        if dep == "nmod" and case in self._tree.words.beneath:
            return [self._tree[self._index].head]
        if host is None:
            return []
        if dep in ("nsubj", "obl:agent") or case in self._syntax.words.by:
            return self._syntax.slot(host, ("object",))
        return self._syntax.slot(host, ("subject",)) if case in self._syntax.words.having else []

    def _in_object(self) -> bool:
        """Whether the noun, or one that groups what it names (« une vague d'arrestations »), is a verb's object."""
        return self._tree[self._argument()].dep in _AS_OBJECT

    def _argument(self) -> int:
        """The noun itself, or the one above it that only groups it."""
        at = self._index
        while (
            self._tree[at].dep == "nmod" and self._tree[self._tree[at].head].lemma in self._syntax.grammar.collectives
        ):
            at = self._tree[at].head
        return at
