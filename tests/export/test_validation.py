"""What the store writes conforms to the shapes, and what is broken is found."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS

from kg.export import validate
from kg.model import ONTOLOGY
from kg.store import PREFIXES, Store, schema_path
from tests.store import scenario

KG = rdflib.Namespace(ONTOLOGY)


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open() as opened:
        scenario.put(opened, scenario.full("a"), scenario.full("b", publisher="La Gazette"))
        yield opened


def test_what_is_put_in_conforms(store: Store) -> None:
    """Articles, claims, evidence, facts, agreements, events, entities; an empty store too."""
    report = validate(store)
    assert report.conforms, report.violations
    with Store.open() as empty:
        assert validate(empty).conforms


BREAKS = [
    ("DELETE WHERE { GRAPH ?g { ?x kg:text ?o } }", "kg:text", "An article has one text."),
    (
        "DELETE { GRAPH ?g { ?x schema:inLanguage ?o } } INSERT { GRAPH ?g { ?x schema:inLanguage 'de' } } "
        "WHERE { GRAPH ?g { ?x schema:inLanguage ?o } }",
        "schema:inLanguage",
        "An article is in French (fr) or English (en).",
    ),
    ("DELETE WHERE { GRAPH ?g { ?x kg:evidence ?o } }", "kg:evidence", "A claim rests on one passage"),
    ("DELETE WHERE { GRAPH ?g { ?x oa:exact ?o } }", "oa:exact", "A quote has its words."),
    ("DELETE WHERE { GRAPH ?g { ?x oa:end ?o } }", "oa:end", "A passage has an end."),
    ("INSERT { GRAPH ?g { ?x oa:start 100000 } } WHERE { GRAPH ?g { ?x oa:start ?o } }", "oa:start", "before its end"),
    (
        "INSERT { GRAPH ?g { ?x kg:modality 'sure' } } WHERE { GRAPH ?g { ?x kg:modality ?o } }",
        "kg:modality",
        "modality",
    ),
    (
        "INSERT { GRAPH ?g { ?x kg:confidence 2 } } WHERE { GRAPH ?g { ?x kg:confidence ?o } }",
        "kg:confidence",
        "0 and 1",
    ),
    (
        "INSERT { GRAPH ?g { ?x kg:role kg:hat } } WHERE { GRAPH ?g { ?x kg:role ?o } }",
        "kg:role",
        "role that claims know",
    ),
    ("INSERT { GRAPH ?g { ?x kg:max 1 } } WHERE { GRAPH ?g { ?x kg:min ?o } }", "kg:min", "not above its maximum"),
    ("DELETE WHERE { GRAPH ?g { ?x a kg:EventClaim } }", "prov:wasDerivedFrom", "claims that the store holds"),
    ("INSERT { GRAPH ?g { ?x kg:status 'denied' } } WHERE { GRAPH ?g { ?x kg:status ?o } }", "kg:status", "one status"),
    ("DELETE WHERE { GRAPH ?g { ?x rdf:object ?o } }", "rdf:object", "it has one object"),
    (
        "INSERT { GRAPH ?g { ?x kg:firstReport '2030-01-01'^^xsd:date } } WHERE { GRAPH ?g { ?x kg:firstReport ?o } }",
        "kg:firstReport",
        "not after its last",
    ),
    ("DELETE WHERE { ?x kg:iso3 ?o }; DELETE WHERE { GRAPH ?g { ?x kg:iso3 ?o } }", "kg:iso3", "one ISO 3166"),
    ("DELETE WHERE { ?x kg:type ?o }", "kg:type", "An agreement is of a kind."),
    ("INSERT { ?x kg:signed 'in June' } WHERE { ?x a kg:Agreement }", "kg:signed", "a day, a month or a year"),
    ("INSERT { ?x kg:party <urn:nobody> } WHERE { ?x a kg:Agreement }", "kg:party", "that the store describes"),
    ("INSERT DATA { <urn:nobody> a kg:Person }", "rdfs:label", "An entity has a name."),
]


@pytest.mark.parametrize(("update", "path", "message"), BREAKS)
def test_what_is_broken_is_reported_with_node_path_and_message(
    update: str, path: str, message: str, store: Store
) -> None:
    """Each rule of the shapes that a plain edit can break."""
    store.backend.database.update(update, prefixes=dict(PREFIXES))
    report = validate(store)
    assert not report.conforms
    prefix, local = path.split(":")
    found = [violation for violation in report.violations if violation.path == PREFIXES[prefix] + local]
    assert any(message in violation.message for violation in found), report.violations
    assert all(violation.focus for violation in found)


def test_every_term_that_is_written_is_declared(store: Store) -> None:
    """Each class and property of the store's own namespace stands in ``kg.ttl``; concepts of the lexicon do not."""
    ontology = rdflib.Graph().parse(schema_path("kg.ttl"))
    declared = {str(node) for node in ontology.subjects(RDF.type)}
    used = {quad.predicate.value for quad in store.backend.quads() if quad.predicate.value.startswith(ONTOLOGY)}
    classes = {quad.object.value for quad in store.backend.quads(predicate="rdf:type")}
    used |= {iri for iri in classes if iri.startswith(ONTOLOGY)}
    assert used <= declared
    shapes = rdflib.Graph().parse(schema_path("shapes.ttl"))
    named = {str(term) for triple in shapes for term in triple if str(term).startswith(ONTOLOGY)}
    assert named <= declared


def test_every_term_of_the_ontology_is_explained_in_both_languages() -> None:
    """A label and a comment in French and in English for each class and property; supers are declared or foreign."""
    ontology = rdflib.Graph().parse(schema_path("kg.ttl"))
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property)
    terms = {node for kind in kinds for node in ontology.subjects(RDF.type, kind)}
    assert len(terms) > 60
    for term in terms:
        for predicate in (RDFS.label, RDFS.comment):
            languages = sorted(str(text.language) for text in ontology.objects(term, predicate))  # type: ignore[union-attr]
            assert languages == ["en", "fr"], (term, predicate)
    assert not list(ontology.objects(None, OWL.imports))


def test_validation_reaches_for_no_network(store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An import that slipped into the data is not followed."""
    import socket

    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    node, imports = ox.NamedNode("urn:o"), ox.NamedNode(str(OWL.imports))
    store.backend.database.add(ox.Quad(node, imports, ox.NamedNode("http://localhost:9/o.ttl")))
    store.backend.database.add(ox.Quad(node, imports, ox.NamedNode(f"file://{tmp_path}/o.ttl")))
    assert validate(store).conforms
