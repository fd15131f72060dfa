"""What a change of articles takes out of the store and puts in, as quads."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pyoxigraph as ox

from kg.model import Article, Claim, Derivation, Names
from kg.model.fact import Description
from kg.model.judgement import Judgement
from kg.store import terms, versions
from kg.store.articles import article_quads
from kg.store.backend import Backend
from kg.store.claims import claim_quads
from kg.store.facts import block_quads, changed_quads, description_triple, status_graph
from kg.store.judgements import GRAPH as JUDGEMENTS
from kg.store.judgements import judgement_quads
from kg.store.references import ReferenceRecord, reference_quads
from kg.store.terms import name


class Block(NamedTuple):
    """The key of a block, what is derived in it, and what was, where that is known: else it is looked up."""

    key: str
    derivation: Derivation
    former: Derivation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecord:
    """All that one article brings: its text, its claims with the keys of their blocks, what describes its entities.

    ``keys`` has the block keys of each claim by the claim's IRI. ``reader`` is the version of what read the article;
    ``digest`` is what the store keeps it with already, where it is not read anew.
    """

    article: Article
    claims: Sequence[Claim]
    keys: Mapping[str, Sequence[str]]
    descriptions: Sequence[Description] = field(default=())
    reader: str = ""
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class Delta:
    """Quads to take out and quads to put in; empty on both sides where nothing changes."""

    delete: frozenset[ox.Quad]
    insert: frozenset[ox.Quad]

    def __bool__(self) -> bool:
        return bool(self.delete or self.insert)


def record_quads(record: ArticleRecord, names: Names) -> Iterator[ox.Quad]:
    """The named graph of an article."""
    graph = terms.iri(names.article(record.article.id))
    yield from article_quads(record.article, names, record.reader, record.digest)
    for claim in record.claims:
        yield from claim_quads(claim, record.keys[claim.id])
    for description in record.descriptions:
        triple = description_triple(description)
        yield ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def delta(
    backend: Backend,
    records: Iterable[ArticleRecord],
    removed: Iterable[str],
    blocks: Iterable[Block],
    judgements: Iterable[Judgement] | None = None,
) -> Delta:
    """What changes when ``records`` come, the articles ``removed`` (ids) go, and ``blocks`` hold what is given.

    ``judgements`` are all that there will be; without them those that there are stay.

    Of each block only what changes is kept: no two blocks share a quad. Of a version that is replaced its claims stay
    in a graph of their own (see :mod:`kg.store.versions`), as long as its article does.
    """
    records, removed = list(records), list(removed)
    names = backend.names
    graphs: dict[ox.NamedNode, set[ox.Quad]] = {terms.iri(names.article(identifier)): set() for identifier in removed}
    for record in records:
        graphs[terms.iri(names.article(record.article.id))] = set(record_quads(record, names))
    before = {quad for graph in graphs for quad in backend.quads(graph=graph)}
    after = {quad for quads in graphs.values() for quad in quads}
    described_before, described_after = (set(descriptions(quads, names)) for quads in (before, after))
    gone = {quad for quad in described_before - described_after if not said_elsewhere(backend, quad, graphs)}
    came = {quad for quad in described_after if not backend.holds(quad)}
    delete, insert = (before - after) | gone, (after - before) | came
    for record in records:
        insert |= set(versions.replaced_by(backend, record.article))
    for identifier in removed:
        delete |= set(versions.quads_of(backend, identifier))
    if judgements is not None:
        stood = set(backend.quads(graph=terms.iri(names.graph(JUDGEMENTS))))
        stand = set(judgement_quads(judgements, names))
        delete, insert = delete | (stood - stand), insert | (stand - stood)
    return _with_blocks(backend, delete, insert, blocks)


def reference_delta(backend: Backend, name: str, record: ReferenceRecord | None, blocks: Iterable[Block]) -> Delta:
    """What changes when the reference called ``name`` becomes ``record``, or goes where it is ``None``."""
    before = set(backend.quads(graph=terms.iri(backend.names.reference(name))))
    after = set(reference_quads(record, backend.names)) if record else set()
    return _with_blocks(backend, before - after, after - before, blocks)


def _with_blocks(backend: Backend, delete: set[Any], insert: set[Any], blocks: Iterable[Block]) -> Delta:
    rederived = block_delta(backend, blocks)
    return Delta(frozenset(delete | rederived.delete), frozenset(insert | rederived.insert))


def block_delta(backend: Backend, blocks: Iterable[Block]) -> Delta:
    """What changes when ``blocks`` hold what is given."""
    delete: set[ox.Quad] = set()
    insert: set[ox.Quad] = set()
    for key, derivation, former in blocks:
        if former is None:
            before, after = set(stored_block(backend, key)), set(block_quads(key, derivation, backend.names))
        else:
            before, after = changed_quads(key, former, derivation, backend.names)
        delete |= before - after
        insert |= after - before
    return Delta(frozenset(delete), frozenset(insert))


def descriptions(quads: Iterable[Any], names: Names) -> Iterator[ox.Quad]:
    """The descriptions of entities among the quads of articles, as they stand in the default graph."""
    own = (f"{names.base}claim/", f"{names.base}article/")
    for quad in quads:
        if not quad.subject.value.startswith(own):
            yield ox.Quad(quad.subject, quad.predicate, quad.object)


def said_elsewhere(backend: Backend, quad: ox.Quad, graphs: Iterable[ox.NamedNode]) -> bool:
    """Whether an article that stays still says what ``quad`` says in the default graph."""
    own = {ox.DefaultGraph(), *graphs}
    return any(other.graph_name not in own for other in backend.quads(quad.subject, quad.predicate, quad.object))


def stored_block(backend: Backend, key: str) -> Iterator[ox.Quad]:
    """The quads that stand in the store for the block ``key``, those of its triples included."""
    graph = terms.iri(backend.names.graph("facts"))
    for member in list(backend.quads(predicate="kg:block", value=terms.text(key), graph=graph)):
        own = backend.describe(member.subject, graph)
        for predicate, values in own.items():
            for value in values:
                yield ox.Quad(member.subject, ox.NamedNode(predicate), value, graph)
        if status := own.get(name("kg:status").value):
            subject, predicate, value = (
                own[name(f"rdf:{part}").value][0] for part in ("subject", "predicate", "object")
            )
            yield ox.Quad(subject, predicate, value, status_graph(status[0].value, backend.names))
