"""Facts and descriptions ⇄ RDF.

A fact is one triple in the graph of its status, and a node of the graph ``facts`` that says so: status, reports, the
claims that support or deny it, and the block that it was derived in. What stands under a block's key is replaced as
one, so every node of that graph carries ``kg:block``.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, cast

import pyoxigraph as ox

from kg.model import ASSERTED, Derivation, Entity, Fact, Names, StoreError, Value
from kg.model.fact import Description
from kg.store import terms
from kg.store.claims import Properties
from kg.store.terms import name

NODES = frozenset({"Agreement", "Event", "Tenure", "Quantity"})
"""The classes of things that are derived within one block; all others are described by articles."""
_IRI_VALUED = frozenset({"a", "type", "sameAs"})
_CLAIMS = {"supported_by": "prov:wasDerivedFrom", "denied_by": "kg:deniedBy", "disputed_by": "kg:disputedBy"}
"""The properties of a fact's node that hold IRIs of claims and terms, by field."""


def block_quads(key: str, derivation: Derivation, names: Names) -> Iterator[ox.Quad]:
    """All that stands in the store for one block: its facts, the names of its nodes, and what was merged."""
    return _quads(key, derivation.facts, _nodes(derivation).values(), derivation.merged_into.items(), names)


def changed_quads(
    key: str, former: Derivation, derivation: Derivation, names: Names
) -> tuple[set[ox.Quad], set[ox.Quad]]:
    """What stands for one block before a change and not after it, and after it and not before."""
    told = _Told(former), _Told(derivation)
    before, after = (set(_lost(key, *sides, names)) for sides in (told, told[::-1]))
    return before, after


class _Told:
    """What a block gives at one time, to be compared with what it gives at another."""

    def __init__(self, derivation: Derivation) -> None:
        self.facts = {fact.id: fact for fact in derivation.facts}
        self.nodes = _nodes(derivation)
        self.merges = derivation.merged_into


def _lost(key: str, one: _Told, other: _Told, names: Names) -> Iterator[ox.Quad]:
    """The quads of ``one`` that the ``other`` has not."""
    facts = (fact for iri, fact in one.facts.items() if iri not in other.facts)
    nodes = (entity for iri, entity in one.nodes.items() if other.nodes.get(iri) != entity)
    merges = ((iri, became) for iri, became in one.merges.items() if other.merges.get(iri) != became)
    yield from _quads(key, facts, nodes, merges, names)
    lost = _LostClaims()
    for iri, fact in one.facts.items():
        if (same := other.facts.get(iri)) is not None and same != fact:
            yield from _changed(fact, same, lost, names)


class _LostClaims:
    """Which claims of one fact another has not, worked out once for the many facts that rest on the same claims."""

    def __init__(self) -> None:
        self._found: dict[tuple[int, int], Iterable[str]] = {}

    def of(self, claims: tuple[str, ...], others: tuple[str, ...]) -> Iterable[str]:
        pair = id(claims), id(others)  # both belong to derivations that live on
        if pair not in self._found:
            self._found[pair] = set(claims).difference(others)
        return self._found[pair]


def _changed(fact: Fact, other: Fact, lost: _LostClaims, names: Names) -> Iterator[ox.Quad]:
    """The quads of ``fact`` that another of its IRI has not: what identifies it they have in common."""
    node, graph = terms.iri(fact.id), terms.iri(names.graph("facts"))
    if fact.status != other.status:
        triple = fact_triple(fact)
        yield ox.Quad(triple.subject, triple.predicate, triple.object, status_graph(fact.status, names))
    before = {*_standing(other)}
    for predicate, value in _standing(fact):
        if (predicate, value) not in before:
            yield ox.Quad(node, name(predicate), value, graph)
    for field, predicate in _CLAIMS.items():
        for claim in lost.of(getattr(fact, field), getattr(other, field)):
            yield ox.Quad(node, name(predicate), terms.iri(claim), graph)


def _nodes(derivation: Derivation) -> dict[str, Entity]:
    """What is derived in a block, by IRI."""
    return {
        entity.id: entity
        for fact in derivation.facts
        for entity in (fact.subject, fact.object)
        if isinstance(entity, Entity) and entity.kind in NODES
    }


def _quads(
    key: str, facts: Iterable[Fact], nodes: Iterable[Entity], merges: Iterable[tuple[str, str]], names: Names
) -> Iterator[ox.Quad]:
    graph = terms.iri(names.graph("facts"))
    block = terms.text(key)
    for fact in facts:
        yield from _fact_quads(fact, block, names)
    for entity in nodes:
        node = terms.iri(entity.id)
        yield ox.Quad(node, name("kg:block"), block, graph)
        yield ox.Quad(node, name("kg:entityClass"), name(f"kg:{entity.kind}"), graph)
        yield ox.Quad(node, name("kg:named"), terms.text(entity.label), graph)
    for former, became in merges:
        yield ox.Quad(terms.iri(former), name("kg:block"), block, graph)
        yield ox.Quad(terms.iri(former), name("dcterms:isReplacedBy"), terms.iri(became), graph)


def status_graph(status: str, names: Names) -> ox.NamedNode | ox.DefaultGraph:
    """Where the triples of facts of ``status`` stand: the default graph for what is asserted."""
    return ox.DefaultGraph() if status in ASSERTED else terms.iri(names.graph(status))


def fact_triple(fact: Fact) -> ox.Triple:
    """The triple that ``fact`` is."""
    return ox.Triple(terms.iri(fact.subject.id), terms.predicate(fact.predicate), object_term(fact.object))


def object_term(value: Entity | Value) -> ox.NamedNode | ox.Literal:
    """An entity or a value of datatype ``anyURI`` as a node, any other value as a literal."""
    if isinstance(value, Entity):
        return terms.iri(value.id)
    if value.datatype == "anyURI":
        return terms.iri(value.text)
    return terms.text(value.text, value.language) if value.language else terms.typed(value.text, value.datatype)


def _fact_quads(fact: Fact, block: ox.Literal, names: Names) -> Iterator[ox.Quad]:
    triple = fact_triple(fact)
    yield ox.Quad(triple.subject, triple.predicate, triple.object, status_graph(fact.status, names))
    node, graph = terms.iri(fact.id), terms.iri(names.graph("facts"))

    def quad(predicate: str, value: Any) -> ox.Quad:
        return ox.Quad(node, name(predicate), value, graph)

    yield quad("rdf:type", name("kg:Fact"))
    yield quad("rdf:type", name("rdf:Statement"))
    yield quad("rdf:subject", triple.subject)
    yield quad("rdf:predicate", triple.predicate)
    yield quad("rdf:object", triple.object)
    if terms.short_predicate(triple.predicate) != fact.predicate:
        yield quad("kg:typeName", terms.text(fact.predicate))
    yield quad("kg:block", block)
    for predicate, value in _standing(fact):
        yield quad(predicate, value)
    for field, predicate in _CLAIMS.items():
        for claim in getattr(fact, field):
            yield quad(predicate, terms.iri(claim))


def _standing(fact: Fact) -> Iterator[tuple[str, ox.Literal]]:
    """How a fact stands by now: its status and its reports."""
    yield "kg:status", terms.text(fact.status)
    if fact.first_report:
        yield "kg:firstReport", terms.day(fact.first_report)
    if fact.last_report:
        yield "kg:lastReport", terms.day(fact.last_report)


def description_triple(description: Description) -> ox.Triple:
    """The triple of a description."""
    value = object_term(description.object)
    return ox.Triple(terms.iri(description.subject), terms.predicate(description.predicate), value)


def read_fact(node: ox.NamedNode, own: Properties, entity: Callable[[str], Entity]) -> Fact:
    """The fact that :func:`block_quads` wrote; ``entity`` says what an IRI stands for."""
    try:
        named = own.get(name("kg:typeName").value)
        predicate = named[0].value if named else terms.short_predicate(own[name("rdf:predicate").value][0])
        return Fact(
            id=node.value,
            subject=entity(own[name("rdf:subject").value][0].value),
            predicate=predicate,
            object=_read_object(predicate, own[name("rdf:object").value][0], entity),
            status=cast(Any, own[name("kg:status").value][0].value),
            first_report=_day(own, "kg:firstReport"),
            last_report=_day(own, "kg:lastReport"),
            supported_by=_iris(own, "prov:wasDerivedFrom"),
            denied_by=_iris(own, "kg:deniedBy"),
            disputed_by=_iris(own, "kg:disputedBy"),
        )
    except (KeyError, IndexError, AttributeError, ValueError) as error:
        raise StoreError(f"fact {node.value} is broken ({error}); run `kg validate`") from error


def _read_object(predicate: str, term: Any, entity: Callable[[str], Entity]) -> Entity | Value:
    if isinstance(term, ox.NamedNode):
        return Value(text=term.value, datatype="anyURI") if predicate in _IRI_VALUED else entity(term.value)
    if term.language:
        return Value(text=term.value, language=term.language)
    return Value(text=term.value, datatype=term.datatype.value.rpartition("#")[2])


def _day(own: Properties, predicate: str) -> date | None:
    values = own.get(name(predicate).value)
    return date.fromisoformat(values[0].value) if values else None


def _iris(own: Properties, predicate: str) -> tuple[str, ...]:
    return tuple(sorted(node.value for node in own.get(name(predicate).value, ())))


def best_label(labels: Iterable[ox.Literal], language: str | None = None) -> str | None:
    """The label to show: in ``language`` if there is one, else the first by language, then by text."""
    ranked = sorted((label.language != language, label.language or "", label.value) for label in labels)
    return ranked[0][2] if ranked else None
