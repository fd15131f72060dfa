"""Claims ⇄ RDF. A claim and its parts stand in the named graph of its article; no part is a blank node.

A role is filled by a ``kg:Participation``: the entity, how the article names it, and its place in the order of the
text. The direct triple (``?claim kg:party ?state``) stands beside it, so that a plain query need not know that.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, cast

import pyoxigraph as ox

from kg.model import ROLES, ArticleInfo, Claim, Entity, Evidence, KgError, Names, Quantity, StoreError, TimeSpan
from kg.store import terms
from kg.store.terms import name

Properties = Mapping[str, Sequence[Any]]
"""The objects of one node by predicate IRI."""
Describe = Callable[[ox.NamedNode], Properties]
"""Looks a node up in the graph of its article."""

CLASSES = {"agreement": "AgreementClaim", "event": "EventClaim", "office": "OfficeClaim", "relation": "RelationClaim"}
_KINDS = {name(f"kg:{local}").value: kind for kind, local in CLASSES.items()}
_SPANS = (("time", "time"), ("in_force", "inForce"), ("ended", "ended"), ("scene", "scene"))
_TEXTS = ("subtype", "stage", "office", "standing", "rule")


def claim_quads(claim: Claim, keys: Iterable[str] = ()) -> Iterator[ox.Quad]:
    """The quads of ``claim`` in the graph of its article; ``keys`` are those of the blocks that it bears on."""
    names = Names(claim.base)
    own = claim.id  # a hash, so taken once
    node, graph = terms.iri(own), terms.iri(names.article(claim.article.id))

    def quad(predicate: str, value: Any, subject: ox.NamedNode = node) -> ox.Quad:
        return ox.Quad(subject, name(predicate), value, graph)

    yield quad("rdf:type", name(f"kg:{CLASSES[claim.kind]}"))
    yield quad("prov:wasDerivedFrom", graph)
    concept = terms.concept(claim.type)
    yield quad("kg:type", concept)
    if terms.local(concept) != claim.type:
        yield quad("kg:typeName", terms.text(claim.type))
    yield quad("kg:modality", terms.text(claim.modality))
    yield quad("kg:confidence", terms.number(claim.confidence))
    for key in keys:
        yield quad("kg:block", terms.text(key))
    for named in claim.judged:
        yield quad("kg:judgedAs", terms.iri(named))
    if claim.label is not None:
        yield quad("rdfs:label", terms.text(claim.label, claim.article.language))
    for field in _TEXTS:
        if (value := getattr(claim, field)) is not None:
            yield quad(f"kg:{field}", terms.text(value))
    for field, predicate in _SPANS:
        if (span := getattr(claim, field)) is not None:
            for suffix, literal in span_values(span):
                yield quad(f"kg:{predicate}{suffix}", literal)
    for role, entities in (*claim.roles.items(), ("attribution", claim.attribution)):
        for index, entity in enumerate(entities):
            yield quad(f"kg:{role}", terms.iri(entity.id))
            part = ox.NamedNode(f"{own}/{role}/{index}")
            yield quad("kg:participation", part)
            for predicate, value in _participation(role, index, entity):
                yield quad(predicate, value, part)
    for index, provision in enumerate(claim.provides):
        yield quad("kg:provides", terms.text(provision))
        if len(claim.provides) == 1:
            break
        part = ox.NamedNode(f"{own}/provision/{index}")
        yield quad("kg:provision", part)
        yield quad("rdf:type", name("kg:Provision"), part)
        yield quad("kg:position", terms.number(index), part)
        yield quad("rdf:value", terms.text(provision), part)
    for index, quantity in enumerate(claim.quantities):
        part = ox.NamedNode(f"{own}/quantity/{index}")
        yield quad("kg:quantity", part)
        yield quad("kg:position", terms.number(index), part)
        for predicate, value in _quantity(quantity):
            yield quad(predicate, value, part)
    for subject, predicate, value in _evidence(claim, node, graph):
        yield quad(predicate, value, subject)


def span_values(span: TimeSpan) -> Iterator[tuple[str, ox.Literal]]:
    """Suffix of the predicate and value of each literal that tells a time: its bounds, its precision, itself.

    The value itself is typed to its precision; a season, a range and an open end have bounds only.
    """
    yield "Precision", terms.text(span.precision)
    if span.start:
        yield "From", terms.day(span.start)
    if span.end:
        yield "Until", terms.day(span.end)
    if (exact := exact_time(span)) is not None:
        yield "", exact


def exact_time(span: TimeSpan) -> ox.Literal | None:
    """The day, month or year that ``span`` is, as a typed literal; ``None`` where it is none of them exactly."""
    start, end = span.start, span.end
    if start is None or end is None:
        return None
    if span.precision == "day" and start == end:
        return terms.day(start)
    after = end + timedelta(days=1) if end < date.max else None
    following = (after.year, after.month) if after else (end.year + 1, 1)
    begins_month = start.day == 1 and (after is None or after.day == 1)
    if span.precision == "month" and begins_month and (start.year, start.month) == (end.year, end.month):
        return terms.typed(f"{start.year:04}-{start.month:02}", "gYearMonth")
    if span.precision == "year" and begins_month and start.month == 1 and following == (start.year + 1, 1):
        return terms.typed(f"{start.year:04}", "gYear")
    return None


def _participation(role: str, index: int, entity: Entity) -> Iterator[tuple[str, Any]]:
    yield "rdf:type", name("kg:Participation")
    yield "kg:role", name(f"kg:{role}")
    yield "kg:position", terms.number(index)
    yield "kg:entity", terms.iri(entity.id)
    yield "kg:entityClass", name(f"kg:{entity.kind}")
    yield "kg:named", terms.text(entity.label)
    if entity.iso3 is not None:
        yield "kg:iso3", terms.text(entity.iso3)
    if entity.acts_for is not None:
        yield "kg:actsForCode", terms.text(entity.acts_for)


def _quantity(quantity: Quantity) -> Iterator[tuple[str, Any]]:
    yield "rdf:type", name("kg:Quantity")
    yield "kg:approximate", terms.flag(quantity.approximate)
    if quantity.min is not None:
        yield "kg:min", terms.number(quantity.min)
    if quantity.max is not None:
        yield "kg:max", terms.number(quantity.max)
    if quantity.of is not None:
        yield "kg:of", terms.text(quantity.of)
    if quantity.unit is not None:
        yield "kg:unit", terms.text(quantity.unit)


def _evidence(claim: Claim, node: ox.NamedNode, graph: ox.NamedNode) -> Iterator[tuple[ox.NamedNode, str, Any]]:
    evidence, quote, position = (ox.NamedNode(f"{node.value}/{part}") for part in ("evidence", "quote", "position"))
    yield node, "kg:evidence", evidence
    yield evidence, "rdf:type", name("oa:SpecificResource")
    yield evidence, "oa:hasSource", graph
    yield evidence, "oa:hasSelector", quote
    yield evidence, "oa:hasSelector", position
    yield quote, "rdf:type", name("oa:TextQuoteSelector")
    yield quote, "oa:exact", terms.text(claim.evidence.quote)
    yield position, "rdf:type", name("oa:TextPositionSelector")
    yield position, "oa:start", terms.number(claim.evidence.start)
    yield position, "oa:end", terms.number(claim.evidence.end)


def read_claim(node: ox.NamedNode, describe: Describe, article: ArticleInfo) -> Claim:
    """The claim that :func:`claim_quads` wrote, equal to it; StoreError where the graph is broken."""
    own = describe(node)
    try:
        return _read_claim(node, own, describe, article)
    except (KeyError, IndexError, TypeError, ValueError, KgError) as error:
        if isinstance(error, StoreError):
            raise
        reason = f"lacks {error}" if isinstance(error, KeyError) else str(error)
        raise StoreError(
            f"claim {node.value} is broken: it {reason}; run `kg validate`, or ingest its article"
        ) from error


def _read_claim(node: ox.NamedNode, own: Properties, describe: Describe, article: ArticleInfo) -> Claim:
    kind = next(_KINDS[value.value] for value in own[name("rdf:type").value] if value.value in _KINDS)
    fillings = _ordered(own, "kg:participation", describe)
    roles: dict[str, tuple[Entity, ...]] = {}
    for role in ROLES[kind]:
        if entities := tuple(_read_entity(part) for part in fillings if terms.local(_one(part, "kg:role")) == role):
            roles[role] = entities
    sources = (part for part in fillings if terms.local(_one(part, "kg:role")) == "attribution")
    return Claim(
        kind=cast(Any, kind),
        article=article,
        type=_text(own, "kg:typeName") or terms.local(_one(own, "kg:type")),
        label=_text(own, "rdfs:label"),
        roles=roles,
        provides=_read_provisions(own, describe),
        quantities=tuple(_read_quantity(part) for part in _ordered(own, "kg:quantity", describe)),
        modality=cast(Any, _need(own, "kg:modality")),
        attribution=tuple(map(_read_entity, sources)),
        evidence=_read_evidence(own, describe),
        confidence=float(_need(own, "kg:confidence")),
        base=node.value.rsplit("claim/", 1)[0],
        judged=tuple(sorted(named.value for named in own.get(name("kg:judgedAs").value, ()))),
        **cast(Any, {field: _read_span(own, predicate) for field, predicate in _SPANS}),
        **cast(Any, {field: _text(own, f"kg:{field}") for field in _TEXTS}),
    )


def _one(properties: Properties, predicate: str) -> Any:
    values = properties.get(name(predicate).value)
    if not values:
        raise KeyError(predicate)
    return values[0]


def _need(properties: Properties, predicate: str) -> str:
    return str(_one(properties, predicate).value)


def _text(properties: Properties, predicate: str) -> str | None:
    return _need(properties, predicate) if name(predicate).value in properties else None


def _ordered(own: Properties, predicate: str, describe: Describe) -> list[Properties]:
    parts = [describe(part) for part in own.get(name(predicate).value, ())]
    return sorted(parts, key=lambda part: int(_need(part, "kg:position")))


def _read_entity(part: Properties) -> Entity:
    return Entity(
        id=_need(part, "kg:entity"),
        kind=cast(Any, terms.local(_one(part, "kg:entityClass"))),
        label=_need(part, "kg:named"),
        iso3=_text(part, "kg:iso3"),
        acts_for=_text(part, "kg:actsForCode"),
    )


def _read_provisions(own: Properties, describe: Describe) -> tuple[str, ...]:
    several = _ordered(own, "kg:provision", describe)
    alone = own.get(name("kg:provides").value, ())
    return tuple(_need(part, "rdf:value") for part in several) or tuple(value.value for value in alone)


def read_number(literal: ox.Literal) -> float | int:
    """The inverse of :func:`kg.store.terms.number`."""
    return int(literal.value) if literal.datatype.value.endswith("#integer") else float(literal.value)


def _read_quantity(part: Properties) -> Quantity:
    low, high = part.get(name("kg:min").value), part.get(name("kg:max").value)
    return Quantity(
        min=read_number(low[0]) if low else None,
        max=read_number(high[0]) if high else None,
        of=_text(part, "kg:of"),
        unit=_text(part, "kg:unit"),
        approximate=_need(part, "kg:approximate") == "true",
    )


def _read_span(own: Properties, predicate: str) -> TimeSpan | None:
    precision = _text(own, f"kg:{predicate}Precision")
    if precision is None:
        return None
    start, end = _text(own, f"kg:{predicate}From"), _text(own, f"kg:{predicate}Until")
    return TimeSpan(
        start=date.fromisoformat(start) if start else None,
        end=date.fromisoformat(end) if end else None,
        precision=cast(Any, precision),
    )


def _read_evidence(own: Properties, describe: Describe) -> Evidence:
    selectors = [describe(node) for node in describe(_one(own, "kg:evidence"))[name("oa:hasSelector").value]]
    both = {predicate: values for selector in selectors for predicate, values in selector.items()}
    return Evidence(quote=_need(both, "oa:exact"), start=int(_need(both, "oa:start")), end=int(_need(both, "oa:end")))
