"""Clusters: the claims of one block, parted into those that speak of one thing each."""

from collections.abc import Callable, Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from kg.facts.members import Cluster, Index, Members, link
from kg.facts.rules import Rules
from kg.facts.rulings import NO_RULINGS, Allegiances, Rulings
from kg.facts.witnesses import Witness


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
    clusters: list[Members] = []
    index, sworn = Index(rules.reach), Allegiances(rulings)
    for one in sorted(witnesses, key=lambda one: (rules.vagueness(one), one.id)):
        near = [number for number in index.near(one) if sworn.allow(one, number)] if rulings else index.near(one)
        links = {number: link(one, clusters[number], rules) for number in near}
        possible = {number: found for number, found in links.items() if found is not None}
        found, linked = candidates({number: points for number, (points, _) in possible.items()}, rules)
        chosen = only(sworn.distinct(found) if rulings else found, index.of_article(one))
        if told:
            told(_joining(one, possible.get(chosen) if chosen is not None else None, linked=linked))
        if chosen is None:
            chosen = len(clusters)
            clusters.append(Members(rules.form))
        clusters[chosen].add(one)
        index.add(one, chosen)
        sworn.add(one, chosen)
    if not rulings:
        return [[*cluster] for cluster in clusters]
    united = sworn.united(range(len(clusters)))
    return [[one for number in numbers for one in clusters[number]] for numbers in united]


def _joining(one: Witness, link: tuple[int, Witness] | None, *, linked: bool) -> Joining:
    if link is None:
        return Joining(one=one, other=None, strength=None, how="first")
    return Joining(one=one, other=link[1], strength=link[0], how="linked" if linked else "only")


def candidates(links: Mapping[int, int], rules: Rules) -> tuple[list[int], bool]:
    """The clusters (by number) that a claim may join, given how strongly it is linked to each, and whether it is linked
    to them with enough.
    """
    linked = {number: points for number, points in links.items() if points >= rules.enough}
    if linked:
        best = max(linked.values())
        return [number for number, points in linked.items() if points == best], True
    return [number for number, points in links.items() if points >= 0] if rules.lone else [], False


def only(candidates: Collection[int], own: Set[int]) -> int | None:
    """The only candidate, else the only one of the claim's ``own`` article, else none."""
    if len(candidates) > 1:
        candidates = [number for number in candidates if number in own]
    return next(iter(candidates)) if len(candidates) == 1 else None
