"""What follows from judgements taken together: classes of what is the same, and which classes are apart."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from kg.model.judgement import Judgement, Party

N = TypeVar("N", bound=Hashable)
Point = tuple[str, str | None]


@dataclass(slots=True)
class Classes(Generic[N]):
    """Nodes in classes that grow together, unless that would make one of two that are apart."""

    _up: dict[N, N] = field(default_factory=dict)
    _apart: dict[N, set[N]] = field(default_factory=dict)

    def part(self, one: N, other: N) -> bool:
        """Say that two are apart; false, and nothing changes, where they are one."""
        here, there = self.of(one), self.of(other)
        if here == there:
            return False
        self._apart.setdefault(here, set()).add(there)
        self._apart.setdefault(there, set()).add(here)
        return True

    def join(self, one: N, other: N) -> bool:
        """Say that two are one; false, and nothing changes, where their classes are apart."""
        here, there = self.of(one), self.of(other)
        if here == there:
            return True
        if there in self._apart.get(here, ()):
            return False
        self._up[there] = here
        for far in self._apart.pop(there, set()):
            self._apart[far].discard(there)
            self._apart[far].add(here)
            self._apart.setdefault(here, set()).add(far)
        return True

    def of(self, node: N) -> N:
        """The node that stands for the class of ``node``."""
        self._up.setdefault(node, node)
        while self._up[node] != node:
            self._up[node] = node = self._up[self._up[node]]
        return node

    def apart(self, node: N) -> frozenset[N]:
        """What stands for the classes that are apart from that of ``node``."""
        return frozenset(self._apart.get(self.of(node), ()))

    def members(self) -> Mapping[N, Sequence[N]]:
        """Every class by what stands for it, in the order in which its nodes were named."""
        found: dict[N, list[N]] = {}
        for node in list(self._up):
            found.setdefault(self.of(node), []).append(node)
        return found


def closure(judgements: Iterable[Judgement], nodes: Callable[[Party], Sequence[N]]) -> Classes[N]:
    """The classes that ``judgements`` make of ``nodes`` of what they judge, in the order of their keys.

    Those that part come first: two that contradict each other are not made, but should they meet, nothing is merged.
    """
    ordered = sorted(judgements, key=lambda judgement: (judgement.verdict != "different", judgement.key))
    classes: Classes[N] = Classes()
    for judgement in ordered:
        one, other = nodes(judgement.one), nodes(judgement.other)
        if judgement.verdict == "different":
            for here in one:
                for there in other:
                    classes.part(here, there)
        else:
            first, *rest = (*one, *other)
            for node in rest:
                classes.join(first, node)
    return classes


def chain(standing: Iterable[Judgement], judgement: Judgement) -> tuple[Judgement, ...]:
    """The judgements against which a new one speaks: what parts those that it joins, or joins those that it parts.

    Empty where it contradicts none. Of several ways the shortest is told.
    """
    standing = sorted(standing, key=lambda one: one.key)
    joins = [one for one in standing if one.verdict == "same"]
    if judgement.verdict == "different":
        return way(joins, _points(judgement.one), _points(judgement.other))
    joins.append(judgement)
    for one in standing:
        if one.verdict == "different":
            found = way(joins, _points(one.one), _points(one.other))
            if found:
                return (one, *(other for other in found if other is not judgement))
    return ()


def way(judgements: Iterable[Judgement], start: Iterable[Point], goal: Iterable[Point]) -> tuple[Judgement, ...]:
    """The fewest judgements that lead from one of ``start`` to one of ``goal``; empty where none do."""
    goals = set(goal)
    ahead: list[tuple[set[Point], tuple[Judgement, ...]]] = [(set(start), ())]
    left = list(judgements)
    while ahead:
        here, found = ahead.pop(0)
        for one in [one for one in left if not here.isdisjoint(_both(one))]:
            left.remove(one)
            there = _both(one)
            if not goals.isdisjoint(there):
                return (*found, one)
            ahead.append((there, (*found, one)))
    return ()


def _both(judgement: Judgement) -> set[Point]:
    return {*_points(judgement.one), *_points(judgement.other)}


def _points(party: Party) -> list[Point]:
    """What a party names: its claims, else the entity, which an article means too that is not judged apart."""
    return [(claim.id, None) for claim in party.claims] or [(party.iri, party.article)]
