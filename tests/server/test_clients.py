"""Clients that others wrote, as they come."""

import shutil
import subprocess

import pytest
import SPARQLWrapper as wrapper  # noqa: N813 (a module of functions and constants)
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from tests.server.conftest import TOKEN, Server

PARTIES = "SELECT ?party { ?a a kg:Agreement ; kg:party ?party } ORDER BY ?party"
RUSSIA = "https://w3id.org/factkg/id/state/RUS"
WITH_PREFIX = "PREFIX kg: <https://w3id.org/factkg/ontology#> "


def test_sparqlwrapper_reads_every_form(server: Server) -> None:
    """By GET and by POST: JSON, XML, CSV, TSV, and graphs as RDF/XML, Turtle, N3 and JSON-LD."""
    client = wrapper.SPARQLWrapper(f"{server.address}sparql")
    client.setQuery(PARTIES)
    for method in (wrapper.GET, wrapper.POST):
        client.setMethod(method)
        for request in (wrapper.URLENCODED, wrapper.POSTDIRECTLY) if method == wrapper.POST else (wrapper.URLENCODED,):
            client.setRequestMethod(request)
            client.setReturnFormat(wrapper.JSON)
            found = client.queryAndConvert()
            assert RUSSIA in {row["party"]["value"] for row in found["results"]["bindings"]}
    for form in (wrapper.XML, wrapper.CSV, wrapper.TSV):
        client.setReturnFormat(form)
        converted = client.queryAndConvert()
        text = converted.toxml() if form == wrapper.XML else converted.decode()
        assert RUSSIA in text
    client.setQuery(f"CONSTRUCT {{ <{RUSSIA}> ?p ?o }} WHERE {{ <{RUSSIA}> ?p ?o }}")
    for form in (wrapper.XML, wrapper.RDFXML, wrapper.JSONLD):
        client.setReturnFormat(form)
        assert len(client.queryAndConvert()) >= 4
    client.setReturnFormat(wrapper.TURTLE)
    assert b"Russie" in client.queryAndConvert()
    client.setQuery("ASK { ?a a kg:Agreement }")
    client.setReturnFormat(wrapper.JSON)
    assert client.queryAndConvert()["boolean"] is True


def test_sparqlwrapper_tells_errors(server: Server) -> None:
    """A malformed query is its own error there."""

    client = wrapper.SPARQLWrapper(f"{server.address}sparql", returnFormat=wrapper.JSON)
    client.setQuery("SELECT * { ?s é ?o }")
    with pytest.raises(QueryBadFormed, match="unexpected"):
        client.query()


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_queries_the_store(server: Server, method: str) -> None:
    """SELECT, ASK, CONSTRUCT, a look-up of triples, and named graphs."""
    from rdflib import Graph, URIRef
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    store = SPARQLStore(f"{server.address}sparql", method=method, returnFormat="json")
    graph = Graph(store=store)
    assert URIRef(RUSSIA) in {row[0] for row in graph.query(WITH_PREFIX + PARTIES)}
    assert graph.query(WITH_PREFIX + "ASK { ?a a kg:Agreement }").askAnswer is True
    assert "Russie" in {str(value) for value in graph.objects(URIRef(RUSSIA))}
    built = graph.query(f"CONSTRUCT {{ <{RUSSIA}> ?p ?o }} WHERE {{ <{RUSSIA}> ?p ?o }}").graph
    assert built is not None
    assert len(built) >= 4
    named = Graph(store=store, identifier=URIRef("https://w3id.org/factkg/id/article/northwood.en"))
    assert "northwood.en" in {str(value) for value in named.objects()}


def test_rdflib_updates_graphs_of_its_own(server: Server) -> None:
    """With the token in its header."""
    from rdflib import Graph, Literal, URIRef
    from rdflib.plugins.stores.sparqlstore import SPARQLUpdateStore

    address = f"{server.address}sparql"
    bearer = f"Bearer {TOKEN}".encode().decode("latin-1")
    store = SPARQLUpdateStore(address, address, headers={"Authorization": bearer}, returnFormat="json")
    graph = Graph(store=store, identifier=URIRef("http://example.org/rdflib"))
    graph.add((URIRef("urn:a"), URIRef("urn:b"), Literal('é "quoted"')))
    assert [str(value) for value in graph.objects(URIRef("urn:a"))] == ['é "quoted"']
    graph.remove((URIRef("urn:a"), None, None))
    assert len(graph) == 0


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_curl_asks_as_people_do(server: Server) -> None:
    """By form, directly from standard input, with a form of its choice."""
    address = f"{server.address}sparql"
    words = ["curl", "-sS", "--fail", "--max-time", "60"]
    form = [*words, address, "-H", "Accept: text/csv", "--data-urlencode", f"query={PARTIES}"]
    assert RUSSIA in subprocess.run(form, capture_output=True, check=True, text=True).stdout.split()
    direct = [
        *words,
        address,
        "-H",
        "Content-Type: application/sparql-query",
        "-H",
        "Accept: text/turtle",
        "--data-binary",
        "@-",
    ]
    done = subprocess.run(direct, input=f"DESCRIBE <{RUSSIA}>", capture_output=True, check=True, text=True)
    assert '"Russie"@fr' in done.stdout
    wrong = subprocess.run(
        [*words, address, "--data-urlencode", "query=ASK {"], capture_output=True, check=False, text=True
    )
    assert wrong.returncode == 22
