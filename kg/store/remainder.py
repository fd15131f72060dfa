"""What a store would hold without some of its articles, and with former versions of others in their place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.model.version import FormerVersion
from kg.store import terms, versions
from kg.store.backend import Backend
from kg.store.writing import ArticleRecord, Block, Delta, block_delta, descriptions, record_quads, said_elsewhere


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
    names, own = backend.names, graphs(backend, remainder)
    put = [quad for record in remainder.restored for quad in record_quads(record, names)]
    described = {quad for graph in own for quad in descriptions(backend.quads(graph=graph), names)}
    described_then = set(descriptions(put, names))
    unsaid = {quad for quad in described - described_then if not said_elsewhere(backend, quad, own)}
    listed = {*remainder.gone, *remainder.former}
    former = {quad for identifier in listed for quad in versions.quads_of(backend, identifier)}
    left = {quad for kept in remainder.former.values() for one in kept for quad in versions.version_quads(one, names)}
    derived = block_delta(backend, blocks)
    return Delta(
        frozenset(unsaid | (former - left) | derived.delete),
        frozenset({*put, *described_then, *left} | derived.insert),
    )


def remaining(backend: Backend, remainder: Remainder, blocks: Iterable[Block]) -> Iterator[ox.Quad]:
    """Every quad of what remains; some may come twice."""
    own, made = graphs(backend, remainder), change(backend, remainder, blocks)
    articles = f"{backend.names.base}article/"
    for graph in backend.graphs():
        if graph in own:
            continue
        kept = backend.quads(graph=graph)
        if isinstance(graph, ox.NamedNode) and graph.value.startswith(articles):
            yield from kept  # nothing is taken out of what an article says
        else:
            yield from (quad for quad in kept if quad not in made.delete)
    yield from made.insert
