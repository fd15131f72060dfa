"""Judgements ⇄ RDF. They stand in a graph of their own, ``…/graph/judgements``, whatever becomes of the articles.

A judgement is one node: its verdict, what it judges, who gave it, when and why, and the whole of it as a JSON text,
from which it is read. The claims in it are in that text alone: no query for claims meets what no article says any more.
Beside them stands, for plain queries, what each IRI of an entity became.
"""

import json
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.model import Names, canonical_json
from kg.model.identities import Identities, identities
from kg.model.judgement import Judgement
from kg.store import terms
from kg.store.backend import Backend
from kg.store.terms import name

GRAPH = "judgements"


def judgement_quads(judgements: Iterable[Judgement], names: Names) -> Iterator[ox.Quad]:
    """The graph of all judgements."""
    judgements = list(judgements)
    for judgement in judgements:
        yield from _quads(judgement, names)
    graph = terms.iri(names.graph(GRAPH))
    for former, became in who_is_who(judgements, names).merged.items():
        yield ox.Quad(terms.iri(former), name("dcterms:isReplacedBy"), terms.iri(became), graph)


def _quads(judgement: Judgement, names: Names) -> Iterator[ox.Quad]:
    node, graph = terms.iri(names.make("judgement", judgement.key)), terms.iri(names.graph(GRAPH))
    values: list[tuple[str, ox.NamedNode | ox.Literal]] = [
        ("rdf:type", name("kg:Judgement")),
        ("kg:verdict", terms.text(judgement.verdict)),
        *(("kg:judges", terms.iri(party.iri)) for party in judgement.parties),
        ("kg:judgement", terms.text(canonical_json(judgement.to_json()))),
    ]
    if judgement.by is not None:
        values.append(("kg:givenBy", terms.text(judgement.by)))
    if judgement.on is not None:
        values.append(("kg:givenOn", terms.day(judgement.on)))
    if judgement.reason is not None:
        values.append(("kg:reason", terms.text(judgement.reason)))
    for predicate, value in values:
        yield ox.Quad(node, name(predicate), value, graph)


def read_judgements(backend: Backend) -> tuple[Judgement, ...]:
    """All judgements, sorted by key."""
    graph = terms.iri(backend.names.graph(GRAPH))
    texts = [quad.object.value for quad in backend.quads(predicate="kg:judgement", graph=graph)]
    return tuple(sorted((Judgement.from_json(json.loads(text)) for text in texts), key=lambda one: one.key))


def who_is_who(judgements: Iterable[Judgement], names: Names) -> Identities:
    """What judgements on entities make of their IRIs."""
    from kg.vocabulary import load_gazetteer

    return identities(judgements, lambda iri: load_gazetteer(names.base).entity(iri))
