"""Clusters: the claims of one block, parted into those that speak of one thing each."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set

from kg.facts.witnesses import Witness

Cluster = list[Witness]
Signal = tuple[str, int | None]
"""What was compared, and what it adds to the link of two claims: ``None`` where it forbids it."""
Signals = Callable[[Witness, Witness], Iterable[Signal]]
Reach = Callable[[Witness], range | None]

_WIDE = 400  # days; who reaches further is looked up everywhere


def strength(signals: Iterable[Signal]) -> int | None:
    """The sum of what signals add; ``None``, and no more of them are looked at, as soon as one forbids."""
    total = 0
    for _, points in signals:
        if points is None:
            return None
        total += points
    return total


def parted(
    witnesses: Sequence[Witness],
    signals: Signals,
    *,
    enough: int,
    vagueness: Callable[[Witness], int],
    lone: bool = False,
    reach: Reach = lambda _: None,
) -> list[Cluster]:
    """``witnesses`` in clusters; the result depends on their set alone, not on their order.

    ``signals`` say what speaks for and against two claims' being of one thing. The least vague come first
    (then by IRI). Each joins the one cluster in which it contradicts nobody and is linked to somebody with ``enough``,
    the most strongly linked if there are several; if the strongest are equal, the one of its own article; else it
    starts a new one: to leave two reports apart can be mended by the next, a wrong merge misleads. Where ``lone``,
    a claim that is linked too weakly joins the only cluster that nothing speaks against.

    ``reach`` only spares work: two claims of different articles whose ranges have no number in common cannot be linked.
    """
    clusters: list[Cluster] = []
    index = _Index(reach)
    for one in sorted(witnesses, key=lambda one: (vagueness(one), one.id)):
        strengths = {number: _strength(one, clusters[number], signals) for number in index.near(one)}
        possible = {number: found for number, found in strengths.items() if found is not None}
        linked = {number: found for number, found in possible.items() if found >= enough}
        own = index.of_article(one)
        open_to_it = [number for number, found in possible.items() if found >= 0]
        chosen = _only(_strongest(linked), own) if linked else _only(open_to_it, own) if lone else None
        if chosen is None:
            chosen = len(clusters)
            clusters.append([])
        clusters[chosen].append(one)
        index.add(one, chosen)
    return clusters


class _Index:
    """Numbers of clusters by what their members reach and by article."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._at: dict[int, set[int]] = defaultdict(set)
        self._of_article: dict[str, set[int]] = defaultdict(set)
        self._everywhere: set[int] = set()
        self._all: set[int] = set()

    def add(self, one: Witness, number: int) -> None:
        """Notes that cluster ``number`` has the member ``one``."""
        self._all.add(number)
        self._of_article[one.claim.article.id].add(number)
        days = self._reach(one)
        if days is None or len(days) > _WIDE:
            self._everywhere.add(number)
        else:
            for day in days:
                self._at[day].add(number)

    def of_article(self, one: Witness) -> Set[int]:
        """The numbers of the clusters with a member of the article that ``one`` stands in."""
        return self._of_article.get(one.claim.article.id, frozenset())

    def near(self, one: Witness) -> Iterable[int]:
        """The numbers of all clusters that ``one`` may be linked to, in order, and perhaps of others."""
        days = self._reach(one)
        if days is None or len(days) > _WIDE:
            return sorted(self._all)
        return sorted(self._everywhere.union(self.of_article(one), *(self._at[day] for day in days if day in self._at)))


def _strength(one: Witness, cluster: Cluster, signals: Signals) -> int | None:
    strongest: int | None = None
    for other in cluster:
        found = strength(signals(one, other))
        if found is None:
            return None
        strongest = found if strongest is None else max(strongest, found)
    return strongest


def _strongest(linked: Mapping[int, int]) -> list[int]:
    best = max(linked.values())
    return [number for number, found in linked.items() if found == best]


def _only(candidates: Collection[int], own: Set[int]) -> int | None:
    """The only candidate, else the only one of the claim's ``own`` article, else none."""
    if len(candidates) > 1:
        candidates = [number for number in candidates if number in own]
    return next(iter(candidates)) if len(candidates) == 1 else None
