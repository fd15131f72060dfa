"""Clusters: the claims of one block, parted into those that speak of one thing each."""

from collections.abc import Callable, Sequence

from kg.facts.witnesses import Witness

Cluster = list[Witness]
Link = Callable[[Witness, Witness], int | None]


def parted(
    witnesses: Sequence[Witness], link: Link, *, enough: int, vagueness: Callable[[Witness], int], lone: bool
) -> list[Cluster]:
    """``witnesses`` in clusters; the result depends on their set alone, not on their order.

    ``link`` says how strongly two claims speak for one thing, ``None`` that they cannot. The least vague come first
    (then by IRI). Each joins the one cluster in which it contradicts nobody and is linked to somebody with ``enough``,
    the most strongly linked if there are several; if the strongest are equal, the one of its own article; else it
    starts a new one: to leave two reports apart can be mended by the next, a wrong merge misleads. Where ``lone``,
    a claim that is linked too weakly joins the only cluster that it does not contradict.
    """
    clusters: list[Cluster] = []
    for one in sorted(witnesses, key=lambda one: (vagueness(one), one.id)):
        strengths = [
            (strength, cluster) for cluster in clusters if (strength := _strength(one, cluster, link)) is not None
        ]
        linked = [(strength, cluster) for strength, cluster in strengths if strength >= enough]
        chosen = _strongest(one, linked) if linked else _only(one, strengths) if lone else None
        if chosen is None:
            clusters.append([one])
        else:
            chosen.append(one)
    return clusters


def _strength(one: Witness, cluster: Cluster, link: Link) -> int | None:
    strongest: int | None = None
    for other in cluster:
        strength = link(one, other)
        if strength is None:
            return None
        strongest = strength if strongest is None else max(strongest, strength)
    return strongest


def _strongest(one: Witness, linked: list[tuple[int, Cluster]]) -> Cluster | None:
    best = max(strength for strength, _ in linked)
    return _only(one, [pair for pair in linked if pair[0] == best])


def _only(one: Witness, candidates: list[tuple[int, Cluster]]) -> Cluster | None:
    """The only candidate, else the only one of the same article, else none."""
    if len(candidates) > 1:
        article = one.claim.article.id
        candidates = [pair for pair in candidates if any(other.claim.article.id == article for other in pair[1])]
    return candidates[0][1] if len(candidates) == 1 else None
