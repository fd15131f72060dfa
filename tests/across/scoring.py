"""How well what is one was joined: precision and recall over pairs."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import combinations


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something that was annotated and found: the ``thing`` that it is of, and the ``nodes`` that it was put in."""

    name: str
    thing: str
    nodes: frozenset[str]


@dataclass(slots=True)
class PairScore:
    """The pairs of items that are rightly one, wrongly one, and wrongly apart."""

    right: list[tuple[Item, Item]] = field(default_factory=list)
    wrong: list[tuple[Item, Item]] = field(default_factory=list)
    missed: list[tuple[Item, Item]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of the pairs that were joined that are of one thing; 1 where none was."""
        return _share(len(self.right), len(self.wrong))

    @property
    def recall(self) -> float:
        """The share of the pairs of one thing that were joined; 1 where there is none."""
        return _share(len(self.right), len(self.missed))

    def __str__(self) -> str:
        counts = f"{len(self.right)} right, {len(self.wrong)} wrong, {len(self.missed)} missed"
        return f"P {self.precision:.3f} R {self.recall:.3f} ({counts})"


def score_pairs(items: Sequence[Item], open_pairs: Collection[frozenset[str]] = ()) -> PairScore:
    """Every pair of ``items``; of two things in ``open_pairs``, which a reader may take for one, none counts."""
    score = PairScore()
    for one, other in combinations(items, 2):
        joined = not one.nodes.isdisjoint(other.nodes)
        if one.thing == other.thing:
            (score.right if joined else score.missed).append((one, other))
        elif joined and frozenset({one.thing, other.thing}) not in open_pairs:
            score.wrong.append((one, other))
    return score


def _share(right: int, other: int) -> float:
    return right / (right + other) if right + other else 1.0
