"""Clusters: the claims of one block, parted into those that speak of one thing each."""

from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, islice
from typing import Literal

from kg.facts.rulings import NO_RULINGS, Allegiances, Rulings
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """When claims of one kind are joined.

    ``signals`` say what speaks for and against two claims' being of one thing; together they must reach ``enough``.
    Who is the least by ``vagueness`` comes first. Where ``lone``, a claim that is linked too weakly joins the only
    cluster that nothing speaks against.

    Two things only spare work. ``reach``: two claims of different articles whose ranges have no number in common cannot
    be linked. ``form``: to a claim of another article all claims of one form are linked alike, but that those published
    too early or too late may be forbidden, and that ``copies``, where they are told, are linked more where that is not
    enough.
    """

    signals: Signals
    enough: int
    vagueness: Callable[[Witness], int]
    form: Form
    copies: bool = False
    lone: bool = False
    reach: Reach = lambda _: None

    def within(self, rulings: Rulings) -> "Rules":
        """The same rules where ``rulings`` bring blocks together: nothing but a judgement joins what is of two."""
        if not rulings.blocks:
            return self

        def signals(one: Witness, other: Witness) -> Iterator[Signal]:
            yield "block", None if rulings.strange(one, other) else 0
            yield from self.signals(one, other)

        return replace(self, signals=signals, form=lambda one: (rulings.blocks.get(one.id), self.form(one)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """How a claim came to its cluster: beside which ``other``, ``None`` where it began one, and how strongly linked.

    ``how`` is ``first``, ``linked``, or ``only`` where it joined, though linked too weakly, the only one open to it.
    """

    one: Witness
    other: Witness | None
    strength: int | None
    how: Literal["first", "linked", "only"]


def parted(
    witnesses: Sequence[Witness],
    rules: Rules,
    rulings: Rulings = NO_RULINGS,
    told: Callable[[Joining], None] | None = None,
) -> list[Cluster]:
    """``witnesses`` in clusters; the result depends on their set alone, not on their order.

    The least vague come first (then by IRI). Each joins the one cluster in which it contradicts nobody and is linked
    to somebody with enough, the most strongly linked if there are several; if the strongest are equal, the one of its
    own article; else it starts a new one: to leave two reports apart can be mended by the next, a wrong merge misleads.

    ``rulings`` bind: none joins what is judged different from it, and at the end clusters are united that have claims
    which are judged the same. ``told`` hears how each claim came to its cluster.
    """
    rules = rules.within(rulings)
    clusters: list[_Members] = []
    index, sworn = _Index(rules.reach), Allegiances(rulings)
    for one in sorted(witnesses, key=lambda one: (rules.vagueness(one), one.id)):
        near = [number for number in index.near(one) if sworn.allow(one, number)] if rulings else index.near(one)
        links = {number: _link(one, clusters[number], rules) for number in near}
        possible = {number: found for number, found in links.items() if found is not None}
        linked = {number: points for number, (points, _) in possible.items() if points >= rules.enough}
        own = index.of_article(one)
        open_to_it = [number for number, (points, _) in possible.items() if points >= 0]
        candidates = _strongest(linked) if linked else open_to_it if rules.lone else []
        chosen = _only(sworn.distinct(candidates) if rulings else candidates, own)
        if told:
            told(_joining(one, possible.get(chosen) if chosen is not None else None, linked=bool(linked)))
        if chosen is None:
            chosen = len(clusters)
            clusters.append(_Members(rules.form))
        clusters[chosen].add(one)
        index.add(one, chosen)
        sworn.add(one, chosen)
    if not rulings:
        return [cluster.all for cluster in clusters]
    united = sworn.united(range(len(clusters)))
    return [[one for number in numbers for one in clusters[number].all] for numbers in united]


def _joining(one: Witness, link: tuple[int, Witness] | None, *, linked: bool) -> Joining:
    if link is None:
        return Joining(one=one, other=None, strength=None, how="first")
    return Joining(one=one, other=link[1], strength=link[0], how="linked" if linked else "only")


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


def _link(one: Witness, cluster: _Members, rules: Rules) -> tuple[int, Witness] | None:
    """How strongly ``one`` is linked to whom it is linked to most, and to whom; ``None`` where any member forbids it.

    Of one form two are asked, and the rest where these are linked less than is enough and copies are told.
    """
    found = [(strength(rules.signals(one, other)), other) for other in cluster.of_article(one)]
    for alike in cluster.of_others(one):
        asked = [(strength(rules.signals(one, other)), other) for other in islice(alike, 2)]
        if rules.copies and any(points is not None and points < rules.enough for points, _ in asked):
            asked += [(strength(rules.signals(one, other)), other) for other in alike]
        found += asked
        if any(points is None for points, _ in asked):
            break
    allowed = [(points, other) for points, other in found if points is not None]
    return max(allowed, key=lambda link: link[0], default=None) if len(allowed) == len(found) else None


def _strongest(linked: Mapping[int, int]) -> list[int]:
    best = max(linked.values())
    return [number for number, found in linked.items() if found == best]


def _only(candidates: Collection[int], own: Set[int]) -> int | None:
    """The only candidate, else the only one of the claim's ``own`` article, else none."""
    if len(candidates) > 1:
        candidates = [number for number in candidates if number in own]
    return next(iter(candidates)) if len(candidates) == 1 else None
