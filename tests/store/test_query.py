"""Queries: what is refused before it runs, where an error stands, what comes out."""

import contextlib
import io
import itertools
import json
import socket
import threading
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import QueryError
from kg.store import PREFIXES, Store
from tests.store import scenario


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.open() as opened:
        scenario.put(opened, scenario.full("a"))
        yield opened


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, list[bytes]]]:
    """The address of something that listens, and what it has heard."""
    heard: list[bytes] = []
    listening = socket.create_server(("127.0.0.1", 0))

    def listen() -> None:
        while True:
            try:
                caller, _ = listening.accept()
            except OSError:
                return
            with caller:
                heard.append(caller.recv(10_000))
                caller.sendall(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")

    threading.Thread(target=listen, daemon=True).start()
    yield f"http://localhost:{listening.getsockname()[1]}/", heard
    listening.close()


DISGUISES = [
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { service<URL>{ ?s ?p ?o } }",
    "SELECT * { SeRvIcE SILENT <URL> { ?s ?p ?o } }",
    "SELECT * { SERVICE # a comment\n <URL> { ?s ?p ?o } }",
    "SELECT * { # SERVICE in a comment\r SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { ?s ?p '#' . SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { ?s ?p '''it's # ''' . SERVICE <URL> { ?s ?p ?o } }",
    'SELECT * { ?s ?p "\\"" . SERVICE <URL> { ?s ?p ?o } # " }',
    "SELECT * { ?s <urn:x#y> 1 . SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { ?s ?p 1SERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * { ?s ?p trueSERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * { ?s ?p 'a'SERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * { FILTER(1<2)SERVICE<URL>{ ?s ?p ?o } FILTER(2>1) }",
    "SELECT * { FILTER(?a<?b)SERVICE<URL>{ ?s ?p ?o }FILTER(?b>?a) }",
    "PREFIX e: <URL> SELECT * { SERVICE e: { ?s ?p ?o } }",
    "PREFIX : <URL> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "PREFIX SERVICE: <urn:x> PREFIX : <URL> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "PREFIX SERVICE: <urn:x> PREFIX : <URL> SELECT * { SERVICE: { ?s ?p ?o } }",
    "PREFIX : <URL> SELECT * { SERVICESILENT:x { ?s ?p ?o } }",
    "BASE <URL> SELECT * { SERVICE <x> { ?s ?p ?o } }",
    "SELECT * { BIND(<URL> AS ?url) SERVICE ?url { ?s ?p ?o } }",
    "SELECT * { { SELECT * { { { SERVICE <URL> { ?s ?p ?o } } } } } }",
    "SELECT * { OPTIONAL { GRAPH ?g { SERVICE <URL> { ?s ?p ?o } } } }",
    "SELECT * { FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
    "SELECT * { BIND(EXISTS { SERVICE <URL> { ?s ?p ?o } } AS ?x) }",
    "SELECT * { LATERAL { SERVICE <URL> { ?s ?p ?o } } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }",
    "ASK { SERVICE <URL> { ?s ?p ?o } }",
    "DESCRIBE ?s { SERVICE <URL> { ?s ?p ?o } }",
    r"SELECT * { \u0053ERVICE <URL> { ?s ?p ?o } }",
    r"SELECT * { S\U00000045RVICE <URL> { ?s ?p ?o } }",
    r"SELECT * { ?s ?p '\u0027 . SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o\u00a0SERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * { ?s ?p <urn:x>\u2028SERVICE<URL>{ ?s ?p ?o } }",
    "PREFIX x: <urn:x> SELECT * { ?s ?p x:a\u3000SERVICE<URL>{ ?s ?p ?o } }",
    "PREFIX x: <urn:x> SELECT * { ?s ?p x:a×SERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * { ?s ?p _:a\ufeffSERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o.\x0cSERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * FROM <URL> { ?s ?p ?o }",
    "SELECT * FROM NAMED <URL> { GRAPH ?g { ?s ?p ?o } }",
    "SELECT * from<URL>{ ?s ?p ?o }",
    "PREFIX e: <URL> SELECT * FROM e:x { ?s ?p ?o }",
    "PREFIX FROM: <urn:x> SELECT * FROM <URL> { ?s ?p ?o }",
    "BASE <URL> SELECT * FROM <x> { ?s ?p ?o }",
    "SELECT * FROM # <x>\n <URL> { ?s ?p ?o }",
    r"SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }",
    r"SELECT * FROM <\u0066ile:///etc/hostname> { ?s ?p ?o }",
    "LOAD <URL>",
    "LOAD SILENT <URL> INTO GRAPH <urn:g>",
    "# SELECT\nload <URL>",
    "PREFIX e: <URL> LOAD e:x",
    "SELECT * { ?s ?p ?o } ; LOAD <URL>",
    "SELECT * { ?s ?p ?o }\nLOAD <URL>",
    "INSERT DATA { <urn:a> <urn:b> 1 }",
    "DELETE WHERE { ?s ?p ?o }",
    "INSERT { ?s ?p 1 } WHERE { SERVICE <URL> { ?s ?p ?o } }",
    "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "DROP ALL",
    "CLEAR DEFAULT",
]


@pytest.mark.parametrize("query", DISGUISES)
def test_what_reaches_out_or_changes_is_refused_in_every_disguise(
    query: str, store: Store, server: tuple[str, list[bytes]]
) -> None:
    """Nothing is contacted and nothing changes, and the user is told in one line."""
    address, heard = server
    before = store.statistics()
    with pytest.raises(QueryError) as refused:
        list(store.query(query.replace("URL", address)).rows)
    assert "\n" not in str(refused.value)
    assert heard == []
    assert store.statistics() == before


def test_the_disguises_are_real(store: Store, server: tuple[str, list[bytes]]) -> None:
    """Given straight to the database, a good number of them do reach out: what is tested above is a danger."""
    address, heard = server
    reached = 0
    for query in DISGUISES:
        heard.clear()
        with contextlib.suppress(SyntaxError, OSError, RuntimeError):
            found = store.backend.database.query(query.replace("URL", address), prefixes=dict(PREFIXES))
            list(found)  # type: ignore[arg-type]
        reached += bool(heard)
    heard.clear()
    assert reached >= 15


PIECES = [
    *("SELECT * {", "{", "}", "}", "(", ")", ".", ";", ",", "?s", "?p", "$o", "SERVICE", "service", "SILENT", "FROM"),
    *("NAMED", "LOAD", "URL", "<u:x>", "<", ">", "e:x", ":x", "SERVICE:x", "FROM:y", "_:b", "'", '"', "'''", '"""'),
    *("\\", "\\u0053ERVICE", "\\u0027", "#", "\n", "\r", " ", "  ", "1", "1.", "true", "a", "@en", "^^", "&&", "="),
    *("FILTER(", "OPTIONAL", "UNION", "BIND(", "AS", "SERVICE URL {}", "SERVICE:x {}", ".SERVICE<", "}#", "LATERAL {"),
]


@settings(max_examples=500, deadline=None)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=20), closing=st.integers(0, 3))
def test_no_heap_of_words_reaches_out(
    pieces: list[str], closing: int, store: Store, server: tuple[str, list[bytes]]
) -> None:
    """Whatever is put together, either it is refused, or it runs without asking anybody."""
    address, heard = server
    start = f"PREFIX e: <u:e> PREFIX : <{address}> PREFIX SERVICE: <u:s> PREFIX FROM: <u:f> SELECT * {{ ?s ?p ?o "
    query = start + " ".join(pieces).replace("URL", f"<{address}>") + "}" * closing
    with contextlib.suppress(QueryError):
        list(itertools.islice(store.query(query, timeout=1).rows, 100))
    assert heard == []


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?SERVICE { BIND(1 AS ?SERVICE) }",
        "SELECT * { BIND('SERVICE <http://x/> {}' AS ?x) } # SERVICE <http://x/> {}",
        'SELECT * { BIND("""FROM "quoted" LOAD""" AS ?x) }',
        "PREFIX service: <urn:x> SELECT * { BIND(service:SERVICE AS ?x) }",
        "PREFIX from: <urn:x> SELECT * { BIND(from:LOAD AS ?x) }",
        r"SELECT * { BIND('\u0053ERVICE' AS ?x) BIND(<urn:\u0053ERVICE> AS ?y) }",
        "SELECT * { BIND(<urn:SERVICE#FROM> AS ?x) }",
        "SELECT * FROM <https://w3id.org/factkg/id/graph/asserted> { ?x a kg:Agreement }",
        "SELECT * FROM <https://w3id.org/factkg/id/graph/alleged> { ?x a kg:Event }",
        "BASE <https://w3id.org/factkg/id/> SELECT * FROM NAMED <graph/facts> { GRAPH ?g { ?x a kg:Fact } }",
        "PREFIX id: <https://w3id.org/factkg/id/article/> SELECT * FROM id:a { ?x a kg:AgreementClaim }",
        "PREFIX x: <urn:x> SELECT * { ?s ?p ?o OPTIONAL { ?s ?p x:a.SERVICE:b { ?s ?p ?o } } }",
    ],
)
def test_what_only_looks_like_it_runs(query: str, store: Store) -> None:
    """Names, strings and comments are no clauses; graphs of the store may be chosen."""
    assert list(store.query(query).rows)


def test_from_chooses_graphs_as_the_standard_says(store: Store) -> None:
    """With FROM alone there are no named graphs, with FROM NAMED alone the default graph is empty."""
    base = "https://w3id.org/factkg/id/graph/"
    chosen = f"FROM <{base}asserted> FROM <{base}alleged>"
    both = f"SELECT (COUNT(*) AS ?n) {chosen} {{ ?x a ?c FILTER(?c IN (kg:Event, kg:Agreement)) }}"
    assert [str(row[0]) for row in store.query(both).rows] == ["2"]
    assert not store.query(f"ASK FROM <{base}alleged> {{ GRAPH ?g {{ ?s ?p ?o }} }}").truth
    assert not store.query(f"ASK FROM NAMED <{base}alleged> {{ ?s ?p ?o }}").truth
    assert not store.query("ASK FROM <urn:none> { ?s ?p ?o }", allow_from=True).truth


def test_the_graphs_of_a_store_are_there_when_nothing_is_in_them() -> None:
    """A query of a store without facts finds nothing; it names nothing foreign."""
    with Store.open() as empty:
        for graph in ("asserted", "alleged", "expected", "denied", "facts"):
            assert not empty.query(f"ASK FROM <{empty.names.graph(graph)}> {{ ?s ?p ?o }}").truth


def test_service_runs_where_the_user_allows_it(store: Store, server: tuple[str, list[bytes]]) -> None:
    """The option does what it says: the other server is asked."""
    address, heard = server
    asked = store.query(f"SELECT * {{ SERVICE SILENT <{address}> {{ ?s ?p ?o }} }}", allow_service=True)
    assert len(list(asked.rows)) == 1
    assert len(heard) == 1
    heard.clear()


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("SELECT *\n{ ?s é ?o }", "line 2, column 6: unexpected 'é' in '{ ?s é ?o }'"),
        ("SELECT * { ?s ?p ?o", "line 1, column 20: it ends too early"),
        ("SELECT * WHERE ?s", "line 1, column 16: unexpected '?s'"),
        ("SELECT ?s WHER { ?s ?p ?o }", "line 1, column 11: unknown word 'WHER'"),
        ("SELECT * {\n  ?s ex:p ?o }", "line 2, column 6: unknown prefix 'ex:'; declare it with PREFIX"),
        ('SELECT * {\n\n ?s ?p "abc }', "line 3, column 8: a string without end"),
        ("SELECT * { ?s ?p ?o FILTER(?o > ) }", "line 1, column 33: unexpected ')'"),
        ("# é 'x\nSELECT * { ?s ?p ?o . ?o ?p . }", "line 2, column 29: unexpected '.'"),
        ("SELECT * { ?s ?p ?o } ; DROP ALL", "line 1, column 23: unexpected ';'"),
        ("SELECT ?x { ?x a ?y } GROUP BY ?y", "The SELECT contains a variable that is unbound"),
        ("SELECT * { <relative> ?p ?o }", "line 1, column 12: unexpected '<relative>'"),
        ("SELECT * { ?s ?p '\\q' }", "unknown escape '\\\\q' in a string"),
        ("SELECT * { ?s ?p '\\uD800' }", "no character has the code D800"),
        ("SELECT * { ?s ?p <urn:\\u003e> }", "an IRI may not hold '>'"),
        ("SELECT * { ?s \x00 ?o }", "line 1, column 15: unexpected '\\x00'"),
        ("SELECT * FROM { ?s ?p ?o }", "FROM without the IRI of a graph"),
        ("SELECT * FROM <x> { ?s ?p ?o }", "<x> is no absolute IRI"),
        ("SELECT * { BIND(kg:none(1) AS ?x) }", "the query cannot be answered: The custom function"),
        ("", "a query needs SELECT, ASK, CONSTRUCT or DESCRIBE"),
        ("DROP ALL", "DROP changes the graph, a query only reads"),
    ],
)
def test_an_error_stands_where_the_user_wrote_it(query: str, place: str, store: Store) -> None:
    """Line and column count from 1 in the user's own text, whose line is shown, all in one line."""
    with pytest.raises(QueryError) as error:
        list(store.query(query).rows)
    assert place in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("SELECT ?x { VALUES ?x { -1 +2 .5 1e3 } }", [["-1"], ["+2"], ["0.5"], ["1000"]]),
        ("SELECT ?x { BIND(3-1 AS ?x) }", [["2"]]),
        ("SELECT ?x { BIND(2*-1 AS ?x) }", [["-2"]]),
        ("SELECT ?x { BIND(1<2&&3>2 AS ?x) }", [["true"]]),
        ("SELECT ?x { VALUES (?a ?b) {(1 2)} BIND(?a<?b&&?b>?a AS ?x) }", [["true"]]),
        ("SELECT ?x { BIND('a\\tb\\n\\u00e9\"\\'' AS ?x) }", [["a\tb\né\"'"]]),
        ('SELECT ?x { BIND("""a"b\nc""" AS ?x) }', [['a"b\nc']]),
        ("SELECT ?x { BIND('' AS ?x) }", [[""]]),
        ("SELECT ?x { BIND(LANG('a'@fr-CA) AS ?x) }", [["fr-ca"]]),
        ("PREFIX a.b: <urn:> SELECT ?x { BIND(a.b:c.d AS ?x) }", [["urn:c.d"]]),
        ("PREFIX é: <urn:> SELECT ?x { BIND(é:à\\-b%20c:d AS ?x) }", [["urn:à-b%20c:d"]]),
        ("PREFIX kg: <urn:> SELECT ?x { BIND(kg:y AS ?x) }", [["urn:y"]]),
        ("PREFIX e: <urn:a> PREFIX e: <urn:b> SELECT ?x { BIND(e:c AS ?x) }", [["urn:bc"]]),
        ("BASE <urn:a/> SELECT ?x { BIND(<b> AS ?x) }", [["urn:a/b"]]),
        ("SELECT ?x { VALUES ?x { UNDEF } }", [[None]]),
        ("SELECT ?x { BIND(COALESCE (?y, 1) AS ?x) }", [["1"]]),
        ("SELECT ?x { BIND(CONCAT\n('a', 'b') AS ?x) } # FROM", [["ab"]]),
        ("SELECT ?x { BIND(COALESCE(?y, concat('a')) AS ?x) } # SERVICE", [["a"]]),
        ("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a/^a ?s FILTER(?s = kg:none) }", [["0"]]),
    ],
)
def test_a_query_means_what_the_standard_says(query: str, rows: list[list[str | None]], store: Store) -> None:
    """Expected values are read off the SPARQL 1.1 specification."""
    found = [[None if term is None else term.value for term in row] for row in store.query(query).rows]
    expected = [[value.lstrip("+") if value in ("+2",) else value for value in row] for row in rows]
    assert found == expected


def test_results_come_in_the_standard_formats(store: Store) -> None:
    """JSON, CSV, TSV and XML for tables, Turtle for graphs; a misfit is explained."""
    query = "SELECT ?x ?none { BIND('é,\"' AS ?x) }"
    data = json.loads(store.query(query).serialize("json") or b"")
    assert data["head"]["vars"] == ["x", "none"]
    assert data["results"]["bindings"] == [{"x": {"type": "literal", "value": 'é,"'}}]
    assert (store.query(query).serialize("csv") or b"").decode().splitlines() == ["x,none", '"é,""",']
    assert (store.query(query).serialize("tsv") or b"").decode().startswith("?x\t?none\n")
    assert b"http://www.w3.org/2005/sparql-results#" in (store.query(query).serialize("xml") or b"")
    out = io.BytesIO()
    assert store.query("ASK {}").serialize("json", out) is None
    assert json.loads(out.getvalue())["boolean"] is True
    assert store.query("ASK {}").serialize("csv") == b"true\n"
    turtle = store.query("DESCRIBE <https://w3id.org/factkg/id/state/RUS>").serialize("turtle") or b""
    assert b"a kg:State" in turtle
    with pytest.raises(QueryError, match="SELECT gives a table, which turtle cannot hold; use json, csv, tsv, xml"):
        store.query(query).serialize("turtle")
    with pytest.raises(QueryError, match="CONSTRUCT and DESCRIBE give a graph, which csv cannot hold"):
        store.query("CONSTRUCT WHERE { ?s ?p ?o }").serialize("csv")
    with pytest.raises(QueryError, match="unknown format 'pdf'"):
        store.query(query).serialize("pdf")


def test_terms_say_what_they_are(store: Store) -> None:
    """Kind, value, datatype and language of each."""
    (row,) = store.query("SELECT * { BIND(1 AS ?a) BIND('x'@fr AS ?b) BIND(kg:c AS ?c) BIND(BNODE() AS ?d) }").rows
    terms = dict(zip(("a", "b", "c", "d"), row, strict=True))
    assert terms["a"] is not None
    assert (terms["a"].kind, terms["a"].datatype) == ("literal", PREFIXES["xsd"] + "integer")
    assert [term.kind for term in terms.values() if term] == ["literal", "literal", "iri", "blank"]
    assert terms["b"] is not None
    assert terms["b"].language == "fr"


def test_rows_are_found_as_they_are_asked_for_and_in_time(store: Store) -> None:
    """A huge result gives its first row at once; a time that is over is an error."""
    huge = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
    assert next(store.query(huge).rows)
    with pytest.raises(QueryError, match="took longer than its time"):
        list(store.query(huge, timeout=0.05).rows)


def test_known_prefixes_need_no_declaration(store: Store) -> None:
    """Each of them."""
    query = "SELECT * { " + " ".join(f"BIND({prefix}:x AS ?{prefix})" for prefix in PREFIXES) + " }"
    results = store.query(query)
    (row,) = results.rows
    assert {name: str(term) for name, term in zip(results.variables, row, strict=True)} == {
        prefix: iri + "x" for prefix, iri in PREFIXES.items()
    }
