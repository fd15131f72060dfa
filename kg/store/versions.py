"""Former versions of articles ⇄ RDF: what a correction replaced stands in a graph of its own, ``…/graph/changes``.

A version is one node with its text and claims as one JSON text, not as RDF: no query for claims or facts meets what was
withdrawn. As of a day before its correction it stands again where it stood.
What a correction changed is told from these claims and those of the other articles of now, so nothing in this graph
depends on any article but its own. It goes with its article, and no other graph knows of it.
"""

import json
from collections.abc import Iterator
from typing import Any

import pyoxigraph as ox

from kg.model import Article, Names, canonical_json
from kg.model.version import FormerVersion
from kg.store import terms
from kg.store.backend import Backend
from kg.store.reading import Reader
from kg.store.terms import name

GRAPH = "changes"


def replaced_by(backend: Backend, article: Article) -> Iterator[ox.Quad]:
    """What is to be kept of the version that ``article`` replaces: nothing where that is the same but for its reading.

    What another version of the program reads in the same article is no correction.
    """
    reader = Reader(backend)
    former = reader.article(article.id)
    if former is None or former == article:
        return
    number = sum(1 for _ in _nodes(backend, article.id)) + 1
    version = FormerVersion(
        article=former.info,
        number=number,
        claims=tuple(reader.claims_of(article.id)),
        text=former.text,
        digest=reader.digest(article.id),
    )
    yield from version_quads(version, backend.names)


def version_quads(version: FormerVersion, names: Names) -> Iterator[ox.Quad]:
    """What the store keeps of a version."""
    node = terms.iri(names.hashed("version", [version.article.id, version.number]))
    graph = terms.iri(names.graph(GRAPH))

    def quad(predicate: str, value: Any) -> ox.Quad:
        return ox.Quad(node, name(predicate), value, graph)

    yield quad("rdf:type", name("kg:FormerVersion"))
    yield quad("dcterms:isVersionOf", terms.iri(names.article(version.article.id)))
    yield quad("kg:versionNumber", terms.number(version.number))
    if version.article.published:
        yield quad("schema:datePublished", terms.day(version.article.published))
    yield quad("kg:formerClaims", terms.text(canonical_json(version.to_json())))


def quads_of(backend: Backend, article: str) -> Iterator[ox.Quad]:
    """All that the store keeps of the former versions of an article (id)."""
    graph = terms.iri(backend.names.graph(GRAPH))
    for node in _nodes(backend, article):
        yield from backend.quads(node, graph=graph)


def read_versions(backend: Backend, article: str | None = None) -> tuple[FormerVersion, ...]:
    """The former versions of an article (id), else of all, by article and number."""
    found = []
    for node in _nodes(backend, article):
        texts = backend.quads(node, "kg:formerClaims", graph=terms.iri(backend.names.graph(GRAPH)))
        found += [FormerVersion.from_json(json.loads(quad.object.value)) for quad in texts]
    return tuple(sorted(found, key=lambda version: (version.article.id, version.number)))


def _nodes(backend: Backend, article: str | None) -> Iterator[ox.NamedNode]:
    graph = terms.iri(backend.names.graph(GRAPH))
    whole = terms.iri(backend.names.article(article)) if article is not None else None
    for quad in list(backend.quads(None, "dcterms:isVersionOf", whole, graph)):
        yield quad.subject
