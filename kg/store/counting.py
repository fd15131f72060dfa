"""How much a store holds."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from kg.model import STATUSES, EntityKind
from kg.store import terms
from kg.store.backend import Backend
from kg.store.claims import CLASSES
from kg.store.facts import NODES, status_graph
from kg.store.terms import name


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """How much a store holds. ``by_status`` counts facts, ``by_kind`` claims, ``by_class`` entities."""

    articles: int
    claims: int
    facts: int
    quads: int
    by_status: Mapping[str, int]
    by_kind: Mapping[str, int]
    by_class: Mapping[str, int]


def statistics(backend: Backend) -> Statistics:
    """Counts of what the store holds; every status and kind is there, with 0 where none is."""
    facts = terms.iri(backend.names.graph("facts"))
    by_status = Counter(quad.object.value for quad in backend.quads(predicate="kg:status", graph=facts))
    by_kind = {
        kind: _count(backend.quads(predicate="rdf:type", value=name(f"kg:{local}"))) for kind, local in CLASSES.items()
    }
    graphs = {status_graph(status, backend.names) for status in STATUSES}
    by_class = {
        cls: sum(_count(backend.quads(None, "rdf:type", name(f"kg:{cls}"), graph)) for graph in graphs)
        for cls in _classes()
    }
    return Statistics(
        articles=_count(backend.quads(predicate="rdf:type", value=name("kg:Article"))),
        claims=sum(by_kind.values()),
        facts=sum(by_status.values()),
        quads=len(backend.database),
        by_status={status: by_status[status] for status in STATUSES},
        by_kind=by_kind,
        by_class=by_class,
    )


def _classes() -> tuple[str, ...]:
    return tuple(sorted({*get_args(EntityKind), *NODES} - {"Quantity"}))


def _count(found: Iterator[Any]) -> int:
    return sum(1 for _ in found)
