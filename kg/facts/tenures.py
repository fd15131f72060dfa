"""Tenures: who held which office when, and where claims give one office to two people at one time.

What reference data contradicts is a tenure of its own, which the reference disputes; what other claims say of the same
holder at other times stays as it is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from kg.facts.clusters import Cluster, Signal, parted
from kg.facts.dates import date_facts
from kg.facts.nodes import Node, concept, make_entity, merged_into, weighed
from kg.facts.roles import names, role_facts
from kg.facts.status import is_asserted, weigh
from kg.facts.terms import contradicting, is_sole
from kg.facts.times import agree, width
from kg.facts.witnesses import Witness
from kg.model import Fact, OfficeTerm, Value

Days = tuple[date, date]
_TIMELESS = 10**6
_ONE_TERM = timedelta(days=366)  # two reports of a holder this near are of one term: nobody else held it in between


def tenure_facts(witnesses: Sequence[Witness], terms: Sequence[OfficeTerm] = ()) -> tuple[list[Fact], dict[str, str]]:
    """The facts of every tenure in the block of one office, and for each IRI that was merged the one it became.

    ``terms`` are those of reference data that bear on the office.
    """
    against = {one.id: [term.id for term in contradicting(one.claim, terms)] for one in witnesses}

    def signals(one: Witness, other: Witness) -> Iterator[Signal]:
        yield "reference", 0 if bool(against[one.id]) == bool(against[other.id]) else None
        yield from _signals(one, other)

    clusters = parted(witnesses, signals, enough=1, vagueness=_vagueness)
    facts: list[Fact] = []
    merged: dict[str, str] = {}
    for cluster in clusters:
        refuted_by = _refuted_by(cluster, against)
        clashes = any(clash(cluster, other) for other in clusters if other is not cluster)
        node = _node(cluster, disputed=clashes or bool(refuted_by))
        merged |= merged_into(node.entity, cluster)
        facts += [replace(fact, disputed_by=refuted_by) if fact.status == "disputed" else fact for fact in _facts(node)]
    return facts, merged


def _refuted_by(cluster: Cluster, against: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The IRIs of the terms that contradict what the cluster's claims assert, sorted."""
    return tuple(sorted({iri for one in cluster if one.modality == "asserted" for iri in against[one.id]}))


def _vagueness(one: Witness) -> int:
    return min(width(one.claim.time), _TIMELESS - 1) if one.claim.time else _TIMELESS


def _signals(one: Witness, other: Witness) -> Iterator[Signal]:
    """What speaks for and against two claims' being of one term: 1 for the same holder, unless the times are of two."""
    here, there = one.claim, other.claim
    same = {e.id for e in here.filling("holder")} == {e.id for e in there.filling("holder")}
    yield "holder", 1 if same else None
    yield "time", None if here.time and there.time and not agree(here.time, there.time) else 0
    yield "article", int(here.article.id == there.article.id)


def clash(cluster: Cluster, other: Cluster) -> bool:
    """Whether another voice gives the office to somebody else at the time, and only one can hold it."""
    if not is_sole(_office(cluster)) or _same_holder(cluster, other):
        return False
    return any(
        one.voice != against.voice and (_between(against, one, cluster) or _between(one, against, other))
        for one, against in product(_holding(cluster), _holding(other))
    )


def _same_holder(cluster: Cluster, other: Cluster) -> bool:
    return {e.id for e in cluster[0].claim.filling("holder")} == {e.id for e in other[0].claim.filling("holder")}


def _office(cluster: Sequence[Witness]) -> str:
    return min(one.claim.office or one.claim.type for one in cluster)


def _holding(cluster: Cluster) -> list[Witness]:
    """The claims that assert that the office was held on days that they tell."""
    return [one for one in cluster if one.modality == "asserted" and one.claim.standing != "former" and _days(one)]


def _days(one: Witness) -> Days | None:
    """The first and the last day on which the office was surely held, as the claim has it; ``None`` if it tells none.

    Without a time that is the day of the report. A time that goes on lasts until the report; a past month or year
    leaves open on which of its days.
    """
    span, published = one.claim.time, one.claim.article.published
    if span is None:
        return (published, published) if published else None
    exact = span.precision in ("day", "range")
    since = span.start if exact else None
    if span.end and (published is None or span.end < published):
        lasts = published if one.claim.standing == "new" and exact else None
        return (since or span.end, lasts or span.end) if exact else None
    until = published or since
    return (min(since or until, until), until) if until else None


def _between(against: Witness, one: Witness, cluster: Cluster) -> bool:
    """Whether ``against`` speaks of a day of the term that ``one`` and other reports of its holder stand in.

    On the day on which a new holder takes over both may be named.
    """
    days, here = _days(against), _days(one)
    if days is None or here is None:
        return False
    term = [held for member in _holding(cluster) if (held := _days(member)) and abs(held[0] - here[0]) <= _ONE_TERM]
    first, last = min(held[0] for held in term), max(held[1] for held in term)
    start, end = max(first, days[0]), min(last, days[1])
    takes_over = start == end in (first, last) and "new" in (one.claim.standing, against.claim.standing)
    return start <= end and not takes_over


def _node(cluster: Cluster, *, disputed: bool) -> Node:
    supports = tuple(one for one in cluster if one.modality != "denied")
    denials = tuple(one for one in cluster if one.modality == "denied")
    heard = supports or denials
    what = ", ".join(filter(None, (_office(heard), names(heard, "of"))))
    entity = make_entity(cluster, "Tenure", f"{what}: {names(heard, 'holder')}")
    whole = weigh(weighed(supports), denials)
    whole = "disputed" if disputed and is_asserted(whole) else whole
    return Node(entity=entity, whole=whole, supports=supports, denials=denials)


def _facts(node: Node) -> list[Fact]:
    facts = [node.is_there("a", concept("Tenure"))]
    facts.append(node.part("label", Value(text=node.entity.label), weighed(node.heard)))
    facts.append(node.part("office", Value(text=_office(node.heard)), weighed(node.heard)))
    facts += role_facts(node, "holder", "of")
    for standing in sorted({one.claim.standing for one in node.heard if one.claim.standing}):
        said = weighed(one for one in node.heard if one.claim.standing == standing)
        facts.append(node.part("standing", Value(text=standing), said))
    return facts + date_facts(
        node, "time", [(one, one.modality, one.claim.time) for one in node.heard if one.claim.time]
    )
