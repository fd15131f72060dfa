"""Rulings: what judgements decide where the claims of one block are parted into clusters."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.facts.witnesses import Witness


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """Of the claims of one block (by IRI): the ``groups`` that each belongs to, and the block that it is of by itself.

    Claims of one group are the same; those of groups that are ``apart`` are not. Only what is of one ``block`` is
    joined without a judgement.
    """

    groups: Mapping[str, frozenset[str]] = field(default_factory=dict)
    apart: Mapping[str, frozenset[str]] = field(default_factory=dict)
    blocks: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.groups or self.blocks)

    def of(self, one: Witness) -> frozenset[str]:
        """The groups that ``one`` belongs to."""
        return self.groups.get(one.id, frozenset())

    def strange(self, one: Witness, other: Witness) -> bool:
        """Whether only a judgement can join the two."""
        return bool(self.blocks) and self.blocks.get(one.id) != self.blocks.get(other.id)


NO_RULINGS = Rulings()


class Allegiances:
    """Which clusters are one by judgement while they grow, so that nothing joins what it is judged different from."""

    def __init__(self, rulings: Rulings) -> None:
        self._rulings = rulings
        self._of: dict[int, set[str]] = defaultdict(set)
        self._with: dict[str, set[int]] = defaultdict(set)

    def add(self, one: Witness, number: int) -> None:
        """Notes that cluster ``number`` has the member ``one``."""
        for group in self._rulings.of(one):
            self._of[number].add(group)
            self._with[group].add(number)

    def allow(self, one: Witness, number: int) -> bool:
        """Whether ``one`` may join cluster ``number``, and so all that is one with either by judgement."""
        own = self._rulings.of(one)
        if not own and not self._of.get(number):
            return True
        groups, _ = self._one_with({*own, *self._of.get(number, ())})
        return not any(self._rulings.apart.get(group, frozenset()) & groups for group in groups)

    def distinct(self, numbers: Iterable[int]) -> list[int]:
        """``numbers`` of clusters, of those that are one by judgement only the first."""
        found: dict[int, int] = {}
        for number in sorted(numbers):
            _, with_it = self._one_with(self._of.get(number, set()))
            found.setdefault(min({number, *with_it}), number)
        return sorted(found.values())

    def united(self, numbers: Iterable[int]) -> list[list[int]]:
        """The clusters in sets that are one by judgement, by their first."""
        left = list(numbers)
        found: list[list[int]] = []
        while left:
            first = left[0]
            _, with_it = self._one_with(self._of.get(first, set()))
            found.append(sorted({first, *with_it}))
            left = [number for number in left if number not in {first, *with_it}]
        return found

    def _one_with(self, groups: Iterable[str]) -> tuple[set[str], set[int]]:
        seen: set[str] = set()
        numbers: set[int] = set()
        ahead = set(groups)
        while ahead:
            group = ahead.pop()
            seen.add(group)
            for number in self._with.get(group, set()) - numbers:
                numbers.add(number)
                ahead |= self._of[number] - seen
        return seen, numbers
