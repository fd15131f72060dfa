"""Who concludes an agreement: behind ministers their states, behind a name that is not known the firm."""

from collections.abc import Iterable, Iterator

from kg.claims.agreement_others import fighters
from kg.claims.passage import Passage
from kg.claims.referents import Referent
from kg.model import Entity, Names
from kg.reading.names import fold

_LONGEST = 5
_PAIR = 2
_BOUNDS = (".", "!", "?", ":", "«", "“", '"')


class Signers:
    """Reads who stands in the slots of those who conclude or join the agreements of one article."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._tree = passage.tree

    def at(self, heads: Iterable[int]) -> tuple[Referent, ...]:
        """Those whom these heads name or stand for, each once, in the order given."""
        found: dict[str, Referent] = {}
        for head in heads:
            for part in self._shared_out(head):
                for referent in self._named(part):
                    found.setdefault(referent.entity.id, referent)
        return tuple(found.values())

    def at_home(self, index: int) -> tuple[Referent, ...]:
        """« En Zambie, un accord a été signé avec l'UE »: the state where a passive opens that names one partner."""
        tree, syntax = self._tree, self._passage.syntax
        subjects = tree.children(index, "nsubj", "nsubj:pass")
        if not subjects or not syntax.is_passive(index) or syntax.slot(index, ("by",)):
            return ()
        where = tree.words.places | tree.words.where
        opening = [c for c in tree.children(index, "obl", "nmod", "advcl") if c < subjects[0] and tree.case(c) in where]
        states = [
            c for c in opening if all(m.sense in ("name", "adjective") for m in self._passage.referents.mentions(c))
        ]
        found = [referent for referent in self._passage.referents.actors(states) if referent.entity.state]
        return tuple(found) if len(found) == 1 else ()

    def _named(self, head: int) -> Iterator[Referent]:
        if (firm := self._firm(head)) is not None:
            yield firm
        else:
            yield from self._passage.referents.actors([head])
            yield from fighters(self._passage, [head])

    def _shared_out(self, head: int) -> list[int]:
        """« les ministres des Finances de l'Inde et du Népal »: the two whom they act for; else the noun itself."""
        if self._tree[head].pos == "PROPN" or "Number=Plur" not in self._tree[head].morph:
            return [head]
        of = self._tree.words.of | self._tree.words.dative
        for child in sorted(self._complements(head)):
            token = self._tree[child]
            parts = self._tree.conjuncts(child)
            states = [part for part in parts if self._passage.referents.mentions(part) or self._acts(part)]
            joins = token.dep in ("amod", "nmod:poss") or self._tree.case(child) in of
            if joins and len(states) == len(parts) >= _PAIR:
                return states
        return [head]

    def _acts(self, at: int) -> bool:
        return self._tree[at].pos == "NOUN" and bool(self._passage.referents.actors([at]))

    def _complements(self, head: int) -> Iterator[int]:
        """The adjectives and nouns that say whose the noun is, through those that say of what: « des Finances »."""
        for child in self._tree.children(head, "nmod", "amod", "nmod:poss"):
            yield child
            if self._tree[child].dep == "nmod":
                yield from self._complements(child)

    def _firm(self, head: int) -> Referent | None:
        """The firm of which only its name is known, or that a noun for firms stands before: "the Chinese firm X"."""
        firms = self._passage.syntax.grammar.firms
        if self._tree[head].lemma in firms:
            return self._name_after(head) or self._known_at(head) or self._nameless(head)
        if any(self._tree[c].lemma in firms for c in self._tree.children(head, "compound", "nmod", "amod") if c < head):
            return self._stranger(head) or self._known_at(head)
        return self._stranger(head) if self._stands_bare(head) else None

    def _nameless(self, head: int) -> Referent | None:
        """« un groupement chinois »: a firm without a name, called what the text calls it; not the state."""
        inside = {head, *self._tree.children(head, "amod", "compound")}
        known = any(m.sense == "name" and m.first <= head < m.last for m in self._passage.referents.mentions(head))
        states = [m for i in inside for m in self._passage.referents.mentions(i) if m.sense == "adjective"]
        if known or not states:
            return None
        first, last = min(inside), max(inside) + 1
        label = self._passage.article.text[self._tree[first].start : self._tree[last - 1].end]
        key = fold(label).replace(" ", "-")
        entity = Entity(id=Names().make("organisation", key), kind="Organisation", label=label)
        return Referent(entity, head, first, last)

    def _known_at(self, head: int) -> Referent | None:
        """The organisation whose name stands in the noun phrase of a noun for firms."""
        inside = sorted(self._tree.subtree(head, skip=lambda token: token.dep in ("acl", "acl:relcl")))
        for at in inside:
            names = [m for m in self._passage.referents.mentions(at) if m.sense == "name" and m.first == at >= head]
            for mention in names:
                if mention.entity.kind == "Organisation":
                    return Referent(mention.entity, head, head, mention.last)
        return None

    def _name_after(self, head: int) -> Referent | None:
        """« le consortium chinois CBC »: the bare name after the noun and its adjectives."""
        at = head + 1
        while at < len(self._tree) and self._tree[at].pos == "ADJ" and not self._tree[at].text[:1].isupper():
            at += 1
        return (
            self._stranger(at, called=True)
            if at < len(self._tree) and self._tree[at].pos in ("PROPN", "X", "NOUN")
            else None
        )

    def _stands_bare(self, head: int) -> bool:
        token = self._tree[head]
        return token.pos == "PROPN" and not self._tree.children(head, "det", "nmod:poss")

    def _stranger(self, at: int, called: bool = False) -> Referent | None:
        """What is called by a capitalised name that the reading does not know; ``None`` for anything else.

        ``called`` says that a noun for firms stands before: « le groupe Rio Tinto » is no city.
        """
        first, last = self._name_around(at)
        if first >= last or at in self._passage.syntax.times or self._is_common(last - 1):
            return None
        if self._passage.referents.mentions(last - 1 if called else at) or self._only_opens(first, last):
            return None
        label = self._passage.article.text[self._tree[first].start : self._tree[last - 1].end]
        key = fold(label).replace(" ", "-")
        return Referent(Entity(id=Names().make("organisation", key), kind="Organisation", label=label), at, first, last)

    def _name_around(self, at: int) -> tuple[int, int]:
        """The capitalised words right beside each other of which the name consists, as half-open indices."""
        first, last = at, at
        while last < len(self._tree) and last - at < _LONGEST and self._is_name_word(last):
            last += 1
        while (
            first > 0 and last - first < _LONGEST and self._is_name_word(first - 1) and self._is_joined(first - 1, at)
        ):
            first -= 1
        return first, last

    def _is_name_word(self, at: int) -> bool:
        token = self._tree[at]
        return token.pos in ("PROPN", "X", "NOUN", "ADJ", "NUM") and token.text[:1].isupper()

    def _is_joined(self, at: int, head: int) -> bool:
        return self._tree[at].dep in ("compound", "flat", "flat:name", "nmod", "amod") and self._tree[at].head == head

    def _only_opens(self, first: int, last: int) -> bool:
        """Whether it is one word that nothing but its place in the sentence gives a capital: "Parliament voted"."""
        opens = first == 0 or self._tree[first - 1].text in _BOUNDS or self._tree[first - 1].pos == "SPACE"
        return opens and last == first + 1

    def _is_common(self, at: int) -> bool:
        """Whether the word is one for bodies or offices: "the Prime Minister" is no firm."""
        lemma = self._tree[at].lemma.lower()
        return lemma in self._passage.gazetteer.bodies(self._passage.article.language)


def party_key(entity: Entity) -> str:
    """What makes two parties the same: a state and whoever acts for it are one."""
    return entity.iso3 or entity.acts_for or entity.id
