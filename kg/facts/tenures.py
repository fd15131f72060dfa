"""Tenures: who held which office when, and where claims give one office to two people at one time.

What reference data contradicts is a tenure of its own, which the reference disputes; what other claims say of the same
holder at other times stays as it is.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from zlib import crc32

from kg.facts.clashes import clash, office_of
from kg.facts.clusters import parted
from kg.facts.dates import date_facts
from kg.facts.fillings import Fillings
from kg.facts.members import Cluster
from kg.facts.nodes import Node, Said, concept, make_entity, merged_into, weighed
from kg.facts.roles import role_facts
from kg.facts.rules import Rules, Signal
from kg.facts.rulings import NO_RULINGS, Rulings
from kg.facts.status import is_asserted
from kg.facts.terms import contradicting
from kg.facts.times import agree, width
from kg.facts.witnesses import Witness
from kg.model import Fact, OfficeTerm, Value

_TIMELESS = 10**6


def tenure_rules(against: Mapping[str, Sequence[str]]) -> Rules:
    """When claims of offices are joined; ``against`` has for each (by IRI) the terms that contradict it."""

    def signals(one: Witness, other: Witness) -> Iterator[Signal]:
        yield "reference", 0 if bool(against[one.id]) == bool(against[other.id]) else None
        yield from _signals(one, other)

    def form(one: Witness) -> Hashable:
        return frozenset(entity.id for entity in one.claim.filling("holder")), one.claim.time, bool(against[one.id])

    return Rules(signals=signals, enough=1, vagueness=_vagueness, form=form, reach=_reach)


def _reach(one: Witness) -> range:
    """A number that all claims of one holder share, and hardly any other."""
    number = crc32("\n".join(sorted(entity.id for entity in one.claim.filling("holder"))).encode())
    return range(number, number + 1)


def contradicted(witnesses: Sequence[Witness], terms: Sequence[OfficeTerm]) -> dict[str, list[str]]:
    """For each claim (IRI) the IRIs of the terms that contradict it."""
    return {one.id: [term.id for term in contradicting(one.claim, terms)] for one in witnesses}


def tenure_facts(
    witnesses: Sequence[Witness], terms: Sequence[OfficeTerm] = (), rulings: Rulings = NO_RULINGS
) -> tuple[list[Fact], dict[str, str]]:
    """The facts of every tenure in the block of one office, and for each IRI that was merged the one it became.

    ``terms`` are those of reference data that bear on the office.
    """
    against = contradicted(witnesses, terms)
    clusters = parted(witnesses, tenure_rules(against), rulings)
    facts: list[Fact] = []
    merged: dict[str, str] = {}
    for cluster in clusters:
        clashes = any(clash(cluster, other) for other in clusters if other is not cluster)
        found, became = tenure_of(cluster, against, clashes=clashes)
        facts += found
        merged |= became
    return facts, merged


def tenure_of(
    cluster: Cluster, against: Mapping[str, Sequence[str]], *, clashes: bool
) -> tuple[list[Fact], dict[str, str]]:
    """The facts of the tenure that the claims of one cluster speak of, and what was merged into it.

    ``against`` has for each (by IRI) the terms that contradict it; ``clashes`` says whether another tenure does.
    """
    refuted_by = _refuted_by(cluster, against)
    node = _node(cluster, disputed=clashes or bool(refuted_by))
    facts = [replace(fact, disputed_by=refuted_by) if fact.status == "disputed" else fact for fact in _facts(node)]
    return facts, merged_into(node.entity, cluster)


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


def _node(cluster: Cluster, *, disputed: bool) -> Node:
    supports = tuple(one for one in cluster if one.modality != "denied")
    denials = tuple(one for one in cluster if one.modality == "denied")
    heard = supports or denials
    fillings = Fillings(heard)
    what = ", ".join(filter(None, (office_of(heard), fillings.names("of"))))
    entity = make_entity(cluster, "Tenure", f"{what}: {fillings.names('holder')}")
    supported = Said(weighed(supports))
    whole = supported.status_against(denials)
    whole = "disputed" if disputed and is_asserted(whole) else whole
    return Node(entity=entity, whole=whole, supports=supports, supported=supported, denials=denials, fillings=fillings)


def _facts(node: Node) -> list[Fact]:
    facts = [node.is_there("a", concept("Tenure"))]
    facts.append(node.part("label", Value(text=node.entity.label), node.weighed(node.heard)))
    facts.append(node.part("office", Value(text=office_of(node.heard)), node.weighed(node.heard)))
    facts += role_facts(node, "holder", "of")
    for standing in sorted({one.claim.standing for one in node.heard if one.claim.standing}):
        said = weighed(one for one in node.heard if one.claim.standing == standing)
        facts.append(node.part("standing", Value(text=standing), said))
    return facts + date_facts(
        node, "time", [(one, one.modality, one.claim.time) for one in node.heard if one.claim.time]
    )
