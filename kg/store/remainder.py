"""What a store would hold without some of its articles, and with former versions of others in their place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

import pyoxigraph as ox

from kg.model.version import FormerVersion
from kg.store import terms, versions
from kg.store.backend import Backend
from kg.store.facts import block_quads, status_graph
from kg.store.terms import name
from kg.store.writing import ArticleRecord, Block, Delta, block_delta, descriptions, record_quads, said_elsewhere

_TRIPLE = tuple(name(part).value for part in ("kg:status", "rdf:subject", "rdf:predicate", "rdf:object"))
"""What tells where the triple of a fact stands, and the triple."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remainder:
    """The articles ``gone`` (ids), and those that stand as they were: ``restored`` takes the place of what has its id.

    ``former`` has, by article, all the former versions that are left of those that lose some.
    """

    gone: frozenset[str]
    restored: Sequence[ArticleRecord] = ()
    former: Mapping[str, Sequence[FormerVersion]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.gone or self.restored or self.former)

    @property
    def touched(self) -> frozenset[str]:
        """The ids of the articles that are not as they are in the store."""
        return self.gone | {record.article.id for record in self.restored}


def graphs(backend: Backend, remainder: Remainder) -> set[ox.NamedNode]:
    """The graphs of the articles that are not as they are in the store."""
    return {terms.iri(backend.names.article(identifier)) for identifier in remainder.touched}


def change(backend: Backend, remainder: Remainder, blocks: Iterable[Block]) -> Delta:
    """What changes beside that the :func:`graphs` of touched articles go.

    ``blocks`` must give every block that a claim of touched articles, as they are or were, bears on, as it is then.
    """
    said, derived = _said(backend, remainder), block_delta(backend, blocks)
    return Delta(said.delete | derived.delete, said.insert | derived.insert)


def _said(backend: Backend, remainder: Remainder) -> Delta:
    """The same, but for what is derived."""
    names, own = backend.names, graphs(backend, remainder)
    put = [quad for record in remainder.restored for quad in record_quads(record, names)]
    described = {quad for graph in own for quad in descriptions(backend.quads(graph=graph), names)}
    described_then = set(descriptions(put, names))
    unsaid = {quad for quad in described - described_then if not said_elsewhere(backend, quad, own)}
    listed = {*remainder.gone, *remainder.former}
    former = {quad for identifier in listed for quad in versions.quads_of(backend, identifier)}
    left = {quad for kept in remainder.former.values() for one in kept for quad in versions.version_quads(one, names)}
    return Delta(frozenset(unsaid | (former - left)), frozenset({*put, *described_then, *left}))


def remaining(backend: Backend, remainder: Remainder, blocks: Iterable[Block]) -> Iterator[ox.Quad]:
    """Every quad of what remains; some may come twice. ``blocks`` are those of :func:`change`."""
    own, said = graphs(backend, remainder), _said(backend, remainder)
    facts = terms.iri(backend.names.graph("facts"))
    articles = f"{backend.names.base}article/"
    yield from said.insert
    touched = set()
    for key, derivation, _ in blocks:
        touched.add(key)
        yield from block_quads(key, derivation, backend.names)
    derived = _Derived(backend, facts, touched)
    yield from derived.left()
    gone = said.delete.union(derived.triples())
    for graph in backend.graphs():
        if graph in own or graph == facts:
            continue
        kept = backend.quads(graph=graph)
        if isinstance(graph, ox.NamedNode) and graph.value.startswith(articles):
            yield from kept  # nothing is taken out of what an article says
        else:
            yield from (quad for quad in kept if quad not in gone)


class _Derived:
    """What stands in the graph of facts, without blocks that are ``touched`` (keys), read from one end to the other."""

    def __init__(self, backend: Backend, graph: ox.NamedNode, touched: Set[str]) -> None:
        self._backend, self._graph = backend, graph
        self._parts: dict[Any, dict[str, Any]] = {
            quad.subject: {}
            for quad in backend.quads(predicate="kg:block", graph=graph)
            if quad.object.value in touched
        }

    def left(self) -> Iterator[ox.Quad]:
        """The quads of the nodes of other blocks."""
        for quad in self._backend.quads(graph=self._graph):
            own = self._parts.get(quad.subject)
            if own is None:
                yield quad
            elif quad.predicate.value in _TRIPLE:
                own[quad.predicate.value] = quad.object

    def triples(self) -> Iterator[ox.Quad]:
        """The triples of the facts of touched blocks, each in the graph of its status, once all is read."""
        for own in self._parts.values():
            if own:
                status, subject, predicate, value = (own[part] for part in _TRIPLE)
                yield ox.Quad(subject, predicate, value, status_graph(status.value, self._backend.names))
