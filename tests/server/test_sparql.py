"""The SPARQL 1.1 Protocol on a real server: what the standard's section 2 lays down, point by point."""

import csv
import http.client
import json
import xml.dom.minidom
from urllib.parse import quote, urlencode

import pytest

from tests.server.conftest import TOKEN, Answered, Server

ASK = "ASK { ?a a kg:Agreement }"
FORM = "application/x-www-form-urlencoded"
BASE = "https://w3id.org/factkg/id/"
ONE, TWO = f"{BASE}article/northwood.en", f"{BASE}article/uk-india-trade.en"
ARTICLES = "SELECT ?id { ?article schema:identifier ?id }"
NAMED = "SELECT ?id { GRAPH ?g { ?article schema:identifier ?id } }"


def ids(answered: Answered) -> list[str]:
    assert answered.status == 200, answered.text
    return sorted(row["id"]["value"] for row in answered.json["results"]["bindings"])


# Queries


def test_a_query_is_sent_by_get_by_form_or_directly(server: Server) -> None:
    """The three ways of section 2.1 give the same."""
    for answered in (
        server.query(ASK),
        server.ask("POST", "/sparql", urlencode({"query": ASK}).encode(), content_type=FORM),
        server.ask("POST", "/sparql", ASK.encode(), content_type="application/sparql-query"),
        server.ask("POST", "/sparql", ASK.encode(), content_type="application/sparql-query; charset=UTF-8"),
    ):
        assert (answered.status, answered.json) == (200, {"head": {}, "boolean": True})
        assert answered.headers["content-type"] == "application/sparql-results+json"
        assert answered.headers["vary"].startswith("Accept")


def test_a_query_may_hold_any_character(server: Server) -> None:
    """In UTF-8, percent-encoded or not."""
    query = 'SELECT ?x { BIND("é+%2B &=\\u0022🜁" AS ?x) }'
    for answered in (
        server.query(query),
        server.ask("POST", "/sparql", query.encode(), content_type="application/sparql-query"),
    ):
        assert answered.json["results"]["bindings"][0]["x"]["value"] == 'é+%2B &="🜁'


@pytest.mark.parametrize("way", ["get", "form", "direct"])
def test_the_request_chooses_graphs(server: Server, way: str) -> None:
    """default-graph-uri and named-graph-uri, once or more, take the place of the query's own FROM."""

    def ask(query: str, *fields: tuple[str, str]) -> list[str]:
        if way == "get":
            return ids(server.get("/sparql", [("query", query), *fields]))
        if way == "form":
            body = urlencode([("query", query), *fields]).encode()
            return ids(server.ask("POST", "/sparql", body, content_type=FORM))
        path = f"/sparql?{urlencode(fields)}"
        return ids(server.ask("POST", path, query.encode(), content_type="application/sparql-query"))

    default, named = "default-graph-uri", "named-graph-uri"
    assert ask(ARTICLES, (default, ONE)) == ["northwood.en"]
    assert ask(ARTICLES, (default, ONE), (default, TWO)) == ["northwood.en", "uk-india-trade.en"]
    assert ask(ARTICLES, (named, ONE)) == []
    assert ask(NAMED, (named, ONE), (named, TWO)) == ["northwood.en", "uk-india-trade.en"]
    assert ask(NAMED, (default, ONE), (named, TWO)) == ["uk-india-trade.en"]
    other = ARTICLES.replace("{", f"FROM <{TWO}> {{", 1)
    assert ask(other, (default, ONE)) == ["northwood.en"]


FORMATS = {
    "application/sparql-results+json": lambda body: json.loads(body)["results"]["bindings"][0]["id"]["value"],
    "application/json": lambda body: json.loads(body)["results"]["bindings"][0]["id"]["value"],
    "application/sparql-results+xml": lambda body: (
        xml.dom.minidom.parseString(body).getElementsByTagName("literal")[0].firstChild.data
    ),
    "application/xml": lambda body: (
        xml.dom.minidom.parseString(body).getElementsByTagName("literal")[0].firstChild.data
    ),
    "text/csv": lambda body: next(csv.DictReader(body.decode().splitlines()))["id"],
    "text/tab-separated-values": lambda body: body.decode().splitlines()[1].strip('"'),
}


@pytest.mark.parametrize("media_type", FORMATS)
def test_tables_come_in_the_form_that_is_accepted(server: Server, media_type: str) -> None:
    """Of SELECT and of ASK."""
    answered = server.query("SELECT ?id { BIND('é' AS ?id) }", accept=f"text/html, {media_type};q=0.9")
    assert answered.headers["content-type"].split(";")[0] == media_type
    assert FORMATS[media_type](answered.body) == "é"
    assert server.query(ASK, accept=media_type).headers["content-type"].split(";")[0] == media_type


@pytest.mark.parametrize(
    "media_type", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"]
)
def test_graphs_come_in_the_form_that_is_accepted(server: Server, media_type: str) -> None:
    """Of CONSTRUCT and of DESCRIBE, as another library reads them."""
    from rdflib import Graph

    for query in (
        f"DESCRIBE <{BASE}state/RUS>",
        f"CONSTRUCT {{ <{BASE}state/RUS> ?p ?o }} WHERE {{ <{BASE}state/RUS> ?p ?o }}",
    ):
        answered = server.query(query, accept=media_type)
        assert answered.headers["content-type"].split(";")[0] == media_type
        graph = Graph().parse(data=answered.body, format=media_type)
        assert "Russie" in {str(value) for value in graph.objects()}


def test_what_no_form_can_hold_is_not_acceptable(server: Server) -> None:
    """406, with what could be; but a client that only thought of the other kind of results gets what there is."""
    answered = server.query(ASK, accept="text/html")
    assert (answered.status, "application/sparql-results+json" in answered.text) == (406, True)
    assert server.query("CONSTRUCT WHERE { ?s ?p ?o }", accept="image/png, text/html;q=0.2").status == 406
    table = server.query(ASK, accept="text/turtle")
    assert (table.status, table.headers["content-type"]) == (200, "application/sparql-results+json")
    graph = server.query(f"DESCRIBE <{ONE}>", accept="application/sparql-results+json")
    assert (graph.status, graph.headers["content-type"]) == (200, "text/turtle; charset=utf-8")


def test_xml_is_well_formed_whatever_is_in_it(server: Server) -> None:
    """A carriage return stays one; what XML cannot hold is replaced."""
    answered = server.query(r"SELECT ?x { BIND('a\rb\u0001c\uFFFFd<&' AS ?x) }", accept="application/xml")
    (literal,) = xml.dom.minidom.parseString(answered.body).getElementsByTagName("literal")
    assert literal.firstChild.data == "a\rb\ufffdc\ufffdd<&"


BAD = [
    ("GET", "/sparql?" + urlencode([("query", ASK), ("query", ASK)]), None, None, 400),
    ("GET", "/sparql?default-graph-uri=urn%3Ax", None, None, 400),
    ("GET", "/sparql?query=" + quote("ASK {"), None, None, 400),
    ("GET", "/sparql?query=%FF", None, None, 400),
    ("GET", "/sparql?" + urlencode([("query", ASK), ("update", "DROP ALL")]), None, None, 400),
    ("GET", "/sparql?update=" + quote("INSERT DATA {}"), None, None, 400),
    ("POST", "/sparql", None, ASK.encode(), 415),
    ("POST", "/sparql", "text/plain", ASK.encode(), 415),
    ("POST", "/sparql", "multipart/form-data; boundary=x", b"--x--", 415),
    ("POST", "/sparql", FORM, b"", 400),
    ("POST", "/sparql", FORM, urlencode([("query", ASK), ("query", ASK)]).encode(), 400),
    ("POST", "/sparql", FORM, urlencode([("query", ASK), ("update", "INSERT DATA {}")]).encode(), 400),
    ("POST", "/sparql", FORM, urlencode([("update", "INSERT DATA {}"), ("update", "INSERT DATA {}")]).encode(), 400),
    ("POST", "/sparql", "application/sparql-query", b"ASK { ?s ?p '\xff' }", 400),
    ("POST", "/sparql", "application/sparql-query; charset=utf-16", ASK.encode("utf-16"), 415),
    ("POST", "/sparql", "application/sparql-query", b"ASK {", 400),
    ("POST", "/sparql", "application/sparql-query", b"INSERT DATA { <urn:a> <urn:b> 1 }", 400),
    ("POST", "/sparql?" + urlencode([("query", ASK)]), "application/sparql-query", ASK.encode(), 400),
    ("PUT", "/sparql", "application/sparql-query", ASK.encode(), 405),
    ("DELETE", "/sparql", None, None, 405),
    ("PATCH", "/sparql", None, None, 405),
    ("GET", "/sparql/", None, None, 404),
]


@pytest.mark.parametrize(("method", "path", "content_type", "body", "status"), BAD)
def test_what_the_protocol_does_not_have_is_refused(
    server: Server, method: str, path: str, content_type: str | None, body: bytes | None, status: int
) -> None:
    """With the status that fits, and a line that says why."""
    headers = {"content_type": content_type} if content_type else {}
    answered = server.ask(method, path, body, **headers)
    assert answered.status == status
    assert len(answered.text.strip().splitlines()) == 1
    if status == 405:
        assert answered.headers["allow"]


def test_an_error_tells_where_it_is(server: Server) -> None:
    """Line and column, as on the command line."""
    answered = server.query("SELECT *\n{ ?s é ?o }")
    assert "malformed SPARQL at line 2, column 6: unexpected 'é'" in answered.text


def test_the_service_describes_itself(server: Server) -> None:
    """To a GET that asks nothing: SPARQL 1.1 Service Description, in any form of a graph."""
    from rdflib import RDF, Graph, Namespace

    sd = Namespace("http://www.w3.org/ns/sparql-service-description#")
    for accept in ("text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json"):
        answered = server.get("/sparql", accept=accept)
        graph = Graph().parse(data=answered.body, format=accept)
        (service,) = graph.subjects(RDF.type, sd.Service)
        assert str(graph.value(service, sd.endpoint)) == f"{server.address}sparql"
        assert set(graph.objects(service, sd.supportedLanguage)) == {sd.SPARQL11Query, sd.SPARQL11Update}
    assert server.get("/sparql", accept="text/csv").status == 406
    browser = server.get("/sparql", accept="text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8")
    assert (browser.status, browser.headers["location"]) == (303, "/query")


def test_head_is_get_without_its_body(server: Server) -> None:
    """The same headers."""
    path = "/sparql?" + urlencode({"query": ASK})
    head, get = server.ask("HEAD", path), server.ask("GET", path)
    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-length"] == get.headers["content-length"]


# Updates

MINE = "http://example.org/protocol/"


def contents(server: Server, graph: str) -> int:
    answered = server.query(f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")
    return int(answered.json["results"]["bindings"][0]["n"]["value"])


def test_an_update_is_sent_by_form_or_directly(server: Server) -> None:
    """And is seen by the next query."""
    graph = f"{MINE}ways"
    server.update(f"DROP SILENT GRAPH <{graph}>")
    direct = server.update(f"INSERT DATA {{ GRAPH <{graph}> {{ <urn:a> <urn:b> 1 }} }}")
    assert (direct.status, contents(server, graph)) == (204, 1)
    body = urlencode({"update": f"INSERT DATA {{ GRAPH <{graph}> {{ <urn:a> <urn:b> 2 }} }}"}).encode()
    bearer = f"Bearer {TOKEN}".encode().decode("latin-1")
    form = server.ask("POST", "/sparql", body, content_type=FORM, Authorization=bearer)
    assert (form.status, contents(server, graph)) == (204, 2)
    assert server.update(f"CLEAR GRAPH <{graph}>").status == 204
    assert contents(server, graph) == 0


def test_an_update_resolves_iris_against_its_base(server: Server) -> None:
    """BASE stands in the request."""
    graph = f"{MINE}base"
    done = server.update(
        f"BASE <{MINE}> CLEAR SILENT GRAPH <base> ; INSERT DATA {{ GRAPH <base> {{ <s> <p> <test> }} }}"
    )
    assert done.status == 204
    found = server.query(f"SELECT ?o {{ GRAPH <{graph}> {{ <{MINE}s> <{MINE}p> ?o }} }}")
    assert found.json["results"]["bindings"][0]["o"]["value"] == f"{MINE}test"


def test_the_request_chooses_what_an_update_matches(server: Server) -> None:
    """using-graph-uri and using-named-graph-uri stand for USING; beside USING or WITH they are refused."""
    data = [f"{MINE}data{number}" for number in (1, 2, 3)]
    for graph in data:
        server.update(
            f"CLEAR SILENT GRAPH <{graph}> ; INSERT DATA {{ GRAPH <{graph}> {{ <{graph}> a <urn:Document> }} }}"
        )

    def found(pattern: str, *fields: tuple[str, str]) -> set[str]:
        into = f"{MINE}found"
        update = f"INSERT {{ GRAPH <{into}> {{ ?s a <urn:Found> }} }} WHERE {{ {pattern} }}"
        done = server.update(f"DROP SILENT GRAPH <{into}> ; {update}", fields)
        assert done.status == 204, done.text
        rows = server.query(f"SELECT ?s {{ GRAPH <{into}> {{ ?s a <urn:Found> }} }}").json["results"]["bindings"]
        return {row["s"]["value"] for row in rows}

    plain, within = "?s a <urn:Document>", "GRAPH ?g { ?s a <urn:Document> }"
    using, named = "using-graph-uri", "using-named-graph-uri"
    assert found(plain, (using, data[0])) == {data[0]}
    assert found(plain, (using, data[0]), (using, data[1])) == set(data[:2])
    assert found(within, (named, data[0]), (named, data[1])) == set(data[:2])
    both = f"{plain} . BIND(1 AS ?x) }} UNION {{ {within}"
    assert found(f"{{ {both} }}", (using, data[0]), (named, data[2])) == {data[0], data[2]}
    for conflict in (
        f"WITH <{data[0]}> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}",
        f"INSERT {{ GRAPH <{data[0]}> {{ ?s ?p 1 }} }} USING <{data[0]}> WHERE {{ ?s ?p ?o }}",
    ):
        refused = server.update(conflict, [(using, data[0])])
        assert (refused.status, "USING, WITH" in refused.text) == (400, True)


@pytest.mark.parametrize("token", [None, "", "a token", TOKEN + "x", TOKEN.upper(), "é" * 1000])
def test_only_who_bears_the_token_may_update(server: Server, token: str | None) -> None:
    """Others are told how; nothing is changed."""
    answered = server.update(f"INSERT DATA {{ GRAPH <{MINE}none> {{ <urn:a> <urn:b> 1 }} }}", token=token)
    assert (answered.status, answered.headers["www-authenticate"]) == (401, "Bearer")
    assert contents(server, f"{MINE}none") == 0


def test_a_server_without_a_token_takes_no_update(narrow: Server) -> None:
    """Not even with an empty one."""
    for token in (None, "", "x"):
        assert narrow.update("INSERT DATA { GRAPH <urn:x> { <urn:a> <urn:b> 1 } }", token=token).status == 403


@pytest.mark.parametrize(
    "update",
    [
        "LOAD <http://127.0.0.1:1/x>",
        "LOAD <file:///etc/passwd> INTO GRAPH <urn:x>",
        f"INSERT {{ GRAPH <{MINE}x> {{ ?s ?p ?o }} }} WHERE {{ SERVICE <http://127.0.0.1:1/> {{ ?s ?p ?o }} }}",
        "INSERT DATA { <urn:a> <urn:b> 1 }",
        f"DELETE WHERE {{ GRAPH <{BASE}graph/facts> {{ ?s ?p ?o }} }}",
        "DROP ALL",
        "INSERT DATA {",
        "SELECT * { ?s ?p ?o }",
    ],
)
def test_an_update_that_may_not_be_changes_nothing(server: Server, update: str) -> None:
    """Elsewhere is not reached, and what kg derives is its own."""
    before = server.query("SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }").json
    assert server.update(update).status == 400
    assert server.query("SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }").json == before


def test_a_request_goes_on_over_one_connection(server: Server) -> None:
    """Errors do not end it."""
    connection = http.client.HTTPConnection(*server.place, timeout=60)
    for query, status in ((ASK, 200), ("ASK {", 400), (ASK, 200)):
        connection.request("GET", "/sparql?" + urlencode({"query": query}))
        response = connection.getresponse()
        response.read()
        assert response.status == status
    connection.close()
