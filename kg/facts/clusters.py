"""Clusters: the claims of one block, parted into those that speak of one thing each."""

from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from itertools import chain, islice

from kg.facts.witnesses import Witness

Cluster = list[Witness]
Signal = tuple[str, int | None]
"""What was compared, and what it adds to the link of two claims: ``None`` where it forbids it."""
Signals = Callable[[Witness, Witness], Iterable[Signal]]
Reach = Callable[[Witness], range | None]
Form = Callable[[Witness], Hashable]

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
    form: Form,
    copies: bool = False,
    lone: bool = False,
    reach: Reach = lambda _: None,
) -> list[Cluster]:
    """``witnesses`` in clusters; the result depends on their set alone, not on their order.

    ``signals`` say what speaks for and against two claims' being of one thing. The least vague come first
    (then by IRI). Each joins the one cluster in which it contradicts nobody and is linked to somebody with ``enough``,
    the most strongly linked if there are several; if the strongest are equal, the one of its own article; else it
    starts a new one: to leave two reports apart can be mended by the next, a wrong merge misleads. Where ``lone``,
    a claim that is linked too weakly joins the only cluster that nothing speaks against.

    Two things only spare work. ``reach``: two claims of different articles whose ranges have no number in common cannot
    be linked. ``form``: to a claim of another article all claims of one form are linked alike, but that those published
    too early or too late may be forbidden, and that ``copies``, where they are told, are linked more where that is not
    enough.
    """
    clusters: list[_Members] = []
    index = _Index(reach)
    for one in sorted(witnesses, key=lambda one: (vagueness(one), one.id)):
        telling = enough if copies else None
        strengths = {number: _strength(one, clusters[number], signals, telling) for number in index.near(one)}
        possible = {number: found for number, found in strengths.items() if found is not None}
        linked = {number: found for number, found in possible.items() if found >= enough}
        own = index.of_article(one)
        open_to_it = [number for number, found in possible.items() if found >= 0]
        chosen = _only(_strongest(linked), own) if linked else _only(open_to_it, own) if lone else None
        if chosen is None:
            chosen = len(clusters)
            clusters.append(_Members(form))
        clusters[chosen].add(one)
        index.add(one, chosen)
    return [cluster.all for cluster in clusters]


class _Members:
    """The claims of one cluster, in the order in which they came, by their article and by their form."""

    def __init__(self, form: Form) -> None:
        self.all: Cluster = []
        self._form = form
        self._of_form: dict[Hashable, Cluster] = {}
        self._of_article: dict[str, Cluster] = {}

    def add(self, one: Witness) -> None:
        self.all.append(one)
        self._of_article.setdefault(one.claim.article.id, []).append(one)
        published = one.claim.article.published
        alike = self._of_form.setdefault((self._form(one), published is None), [])
        insort(alike, one, key=lambda other: other.claim.article.published or date.min)

    def of_article(self, one: Witness) -> Sequence[Witness]:
        """Those of the article that ``one`` stands in."""
        return self._of_article.get(one.claim.article.id, ())

    def of_others(self, one: Witness) -> Iterator[Iterator[Witness]]:
        """Those of other articles, form by form: the earliest, the latest, then the rest."""
        own = one.claim.article.id
        for alike in self._of_form.values():
            places = chain((0,), range(len(alike) - 1, 0, -1))
            yield (alike[place] for place in places if alike[place].claim.article.id != own)


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


def _strength(one: Witness, cluster: _Members, signals: Signals, telling: int | None) -> int | None:
    """How strongly ``one`` is linked to whom it is linked to most; ``None`` where any member forbids it.

    Of one form two are asked, and the rest where these are linked less than is ``telling``.
    """
    found = [strength(signals(one, other)) for other in cluster.of_article(one)]
    for alike in cluster.of_others(one):
        asked = [strength(signals(one, other)) for other in islice(alike, 2)]
        if telling is not None and any(points is not None and points < telling for points in asked):
            asked += [strength(signals(one, other)) for other in alike]
        found += asked
        if None in found:
            break
    allowed = [points for points in found if points is not None]
    return max(allowed) if len(allowed) == len(found) else None


def _strongest(linked: Mapping[int, int]) -> list[int]:
    best = max(linked.values())
    return [number for number, found in linked.items() if found == best]


def _only(candidates: Collection[int], own: Set[int]) -> int | None:
    """The only candidate, else the only one of the claim's ``own`` article, else none."""
    if len(candidates) > 1:
        candidates = [number for number in candidates if number in own]
    return next(iter(candidates)) if len(candidates) == 1 else None
