"""When, where and how many: what stands beside a predicate."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from kg.claims.places import capital
from kg.claims.referents import Referents
from kg.claims.syntax import VERBAL, Syntax
from kg.model import Entity, Quantity, QuantityMention, Reading, TimeMention

Figure = TypeVar("Figure", TimeMention, QuantityMention)

_LOCATIVE = {
    "à", "en", "dans", "sur", "près de", "chez", "depuis", "autour de", "vers",
    "in", "at", "on", "near", "over", "outside", "inside", "around", "across", "to", "into",
}  # fmt: skip
_WITHIN = {"en", "dans", "in", "inside", "across"}
_CHAIN = 5
_BARRIERS = ("acl:relcl", "ccomp", "parataxis", "advcl")


class Circumstances:
    """Times, places and figures of one article's predicates."""

    def __init__(self, reading: Reading, syntax: Syntax, referents: Referents) -> None:
        self._reading = reading
        self._syntax = syntax
        self._tree = syntax.tree
        self._referents = referents

    def time(self, index: int, first: int, last: int) -> TimeMention | None:
        """The time nearest to the predicate in the tree, within its own clause; ``None`` where there is none.

        A verb that has none shares that of the verb it is coordinated with.
        """
        inside = [t for t in _within(self._reading.times, first, last) if not self._is_first_since(t)]
        for verb in self._coordinated(index):
            ranked = sorted(
                (distance, abs(t.first - verb), t.first, t)
                for t in inside
                if (distance := self._distance(t, verb)) is not None
            )
            if ranked:
                return ranked[0][3]
        return None

    def _coordinated(self, index: int) -> Iterator[int]:
        """The predicate and the verbs left of it that it is coordinated with, a few at most."""
        for _ in range(_CHAIN):
            yield index
            token = self._tree[index]
            if token.dep != "conj" or token.head >= index or not {token.pos, self._tree[token.head].pos} <= {*VERBAL}:
                return
            index = token.head

    def _is_first_since(self, time: TimeMention) -> bool:
        """« pour la première fois depuis 2000 »: the date of the time before."""
        before = {self._tree[i].lemma for i in range(max(0, time.first - 4), time.first)}
        return bool(before & {"fois", "time"})

    def _distance(self, time: TimeMention, index: int) -> int | None:
        """Steps in the tree from the time up to a word of the predicate's own clause chain."""
        chain = self._clause_chain(index)
        at = self._tree.head_of(time.first, time.last)
        for steps in range(8):
            if at in chain:
                return steps + chain[at]
            token = self._tree[at]
            if token.head == at or (token.dep in _BARRIERS and token.pos in VERBAL):
                return None
            at = token.head
        return None

    def _clause_chain(self, index: int) -> dict[int, int]:
        """The predicate, and the words above it as far as they belong to the same happening."""
        chain = {index: 0}
        at = index
        for steps in range(1, 5):
            token = self._tree[at]
            if token.head == at or token.dep in ("acl:relcl", "parataxis", "conj", "appos"):
                break
            if token.dep in ("ccomp", "advcl") and token.pos in VERBAL:
                break
            at = token.head
            chain[at] = steps
        return chain

    def places(
        self, index: int, taken: Sequence[str] = (), targets: Sequence[int] = (), *, moving: bool = False
    ) -> list[tuple[Entity, int]]:
        """Places of the predicate with their heads: what a preposition of place marks beside it or its noun.

        ``taken`` are IRIs that are none, ``targets`` the heads of those to whom something is done: a state among them
        is a place only where something is done in it, or where the predicate is a ``moving`` there. A verb that has
        none shares those of the verb it is coordinated with.
        """
        for verb in self._coordinated(index):
            found = self._own_places(verb, taken, targets if verb == index else (), moving)
            if found:
                return list(found.values())
        return []

    def _own_places(
        self, index: int, taken: Sequence[str], targets: Sequence[int], moving: bool
    ) -> dict[str, tuple[Entity, int]]:
        found: dict[str, tuple[Entity, int]] = {}
        around = [index, *self._tree.children(index, "obj", "nsubj:pass")]
        governor = self._tree[index]
        if governor.dep.startswith(("obj", "nsubj", "obl")) and self._tree[governor.head].pos in VERBAL:
            around.append(governor.head)
        for centre in around:
            for child in self._tree.children(centre, "obl", "nmod", "advmod"):
                case = self._tree.case(child)
                if case in _LOCATIVE:
                    for part in self._tree.conjuncts(child):
                        if part in targets and case not in _WITHIN and not moving and not self._is_city(part):
                            continue
                        for place in self._named_places(part, taken):
                            found.setdefault(place.id, (place, part))
        for head in targets:  # « une visite à Pyongyang », « la région de Koursk a été occupée »
            if self._tree.case(head) in _LOCATIVE or not self._is_government(head):
                for place in self._named_places(head, taken):
                    if place.kind == "Place":
                        found.setdefault(place.id, (place, head))
        return found

    def _is_government(self, head: int) -> bool:
        """Whether the noun is a capital that stands for those who govern there."""
        return any(m.sense == "capital" for m in self._referents.mentions(head))

    def _is_city(self, head: int) -> bool:
        return any(m.sense == "capital" or m.entity.kind == "Place" for m in self._referents.mentions(head))

    def _named_places(self, head: int, taken: Sequence[str]) -> list[Entity]:
        direct = [
            self._place(m.entity, m.first, m.last, m.sense)
            for m in self._referents.mentions(head)
            if m.entity.kind == "Place" or (m.entity.kind == "State" and m.sense in ("name", "capital"))
        ]
        if not direct:
            for child in self._tree.children(head, "nmod", "appos", "flat"):
                direct += [
                    self._place(m.entity, m.first, m.last, m.sense)
                    for m in self._referents.mentions(child)
                    if m.entity.kind == "Place" or m.sense == "capital"
                ]
        return [place for place in direct if place.id not in taken]

    def _place(self, entity: Entity, first: int, last: int, sense: str) -> Entity:
        if sense != "capital":
            return replace(entity, acts_for=None)
        label = " ".join(self._tree[i].text for i in range(first, last))
        return capital(entity, label)

    def quantities(
        self, index: int, counted: str | None, first: int, last: int
    ) -> list[tuple[Quantity, QuantityMention]]:
        """Figures below the predicate in its own clause; ``counted`` says what the verb makes of them (killed).

        ``first`` and ``last`` are the half-open token bounds of its sentence.
        """
        below = set(self._tree.subtree(index, skip=lambda t: t.dep in _BARRIERS and t.pos in VERBAL))
        head = self._tree[index]
        if head.dep in ("acl", "amod") and head.head != index:
            below |= {head.head, *(c for c in self._tree.children(head.head) if c < index)}
        found = []
        for mention in _within(self._reading.quantities, first, last):
            if mention.head in below or any(i in below for i in range(mention.first, mention.last)):
                found.append((_counted(mention.quantity, counted), mention))
        return found


def _within(mentions: Sequence[Figure], first: int, last: int) -> Sequence[Figure]:
    """Those of the mentions, which are in the order of the text, that begin inside the half-open token bounds."""
    begin = bisect_left(mentions, first, key=lambda mention: mention.first)
    return mentions[begin : bisect_left(mentions, last, key=lambda mention: mention.first)]


def _counted(quantity: Quantity, counted: str | None) -> Quantity:
    """« 600 soldats » beside « tués » are soldiers killed; money and the like stay what they are."""
    if counted in ("killed", "wounded", "arrested", "freed", "displaced") and quantity.unit is None:
        return replace(quantity, of=f"{quantity.of or 'people'} {counted}")
    return quantity
