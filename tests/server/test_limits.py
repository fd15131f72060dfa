"""What a server bears: long queries, large bodies and results, many at once, and a writer beside it."""

import http.client
import json
import threading
import time
import xml.dom.minidom
from pathlib import Path
from urllib.parse import urlencode

import pytest

from kg import KnowledgeGraph
from kg.model import Article, ArticleInfo
from tests.server.conftest import Server, serving

ASK = "ASK { ?a a kg:Agreement }"
ALL = "SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(6)) + " FILTER(?a0 < ?a5) }"


def test_a_query_that_runs_too_long_is_ended_while_others_are_answered(narrow: Server) -> None:
    """Also where as many of them come as there are processes."""
    found: list[tuple[int, str, float]] = []

    def ask() -> None:
        start = time.monotonic()
        answered = narrow.query(ENDLESS)
        found.append((answered.status, answered.text, time.monotonic() - start))

    asking = [threading.Thread(target=ask) for _ in range(2)]
    for one in asking:
        one.start()
    time.sleep(0.3)
    start = time.monotonic()
    assert narrow.get("/health").status == 200
    assert narrow.get("/api/queries").status == 200
    assert time.monotonic() - start < 10
    for one in asking:
        one.join(60)
    assert [status for status, _, _ in found] == [503, 503]
    assert any("took longer than its time (2 s) and was ended" in text for _, text, _ in found)
    assert max(seconds for _, _, seconds in found) < 30
    assert narrow.query(ASK).json["boolean"] is True
    assert "kg_queries_ended_total 0" not in narrow.get("/metrics").text


def test_results_are_cut_at_the_limit_and_that_is_told(narrow: Server) -> None:
    """In the header, and in the results where their form allows; what fits is not marked."""
    cut = narrow.query(ALL)
    assert (cut.headers["kg-cut"], len(cut.json["results"]["bindings"]), cut.json["cut"]) == ("5", 5, {"limit": 5})
    text = narrow.query(ALL, accept="application/sparql-results+xml").text
    assert "<!-- only the first 5; there are more -->" in text
    assert len(xml.dom.minidom.parseString(text.encode()).getElementsByTagName("result")) == 5
    table = narrow.query(ALL, accept="text/csv")
    assert (table.headers["kg-cut"], len(table.text.splitlines())) == ("5", 6)
    graph = narrow.query("CONSTRUCT WHERE { ?s ?p ?o }", accept="application/n-triples")
    assert graph.text.splitlines()[5:] == ["# only the first 5; there are more"]
    whole = narrow.query(f"{ALL} LIMIT 5")
    assert "kg-cut" not in whole.headers
    assert "cut" not in whole.json


def test_long_results_come_while_they_are_found(examples_store: Path) -> None:
    """The first rows are there long before the last; the end tells that the limit has cut them."""
    endless = "SELECT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with serving(examples_store, "--limit", "100000", "--timeout", "100") as server:
        connection = http.client.HTTPConnection(*server.place, timeout=120)
        connection.request("GET", "/sparql?" + urlencode({"query": endless}))
        response = connection.getresponse()
        assert response.getheader("transfer-encoding") == "chunked"
        data = response.read()
        assert (len(json.loads(data)["results"]["bindings"]), json.loads(data)["cut"]) == (100000, {"limit": 100000})
        connection.request("GET", "/sparql?" + urlencode({"query": endless}), headers={"Accept": "text/csv"})
        response = connection.getresponse()
        assert response.getheader("kg-cut") == "100000"
        assert len(response.read().splitlines()) == 100001
        connection.close()


def test_a_client_that_goes_away_frees_what_works_for_it(examples_store: Path) -> None:
    """More often than there are processes."""
    endless = "SELECT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with serving(examples_store, "--limit", "100000000", "--timeout", "60") as server:
        for _ in range(6):
            connection = http.client.HTTPConnection(*server.place, timeout=60)
            connection.request("GET", "/sparql?" + urlencode({"query": endless}))
            connection.getresponse().read(1000)
            connection.close()
        start = time.monotonic()
        assert server.query(ASK).json["boolean"] is True
        assert time.monotonic() - start < 30


def test_results_that_are_too_large_are_never_taken_for_whole(examples_store: Path) -> None:
    """An error where nothing was sent yet, else the connection is broken off."""
    everything = "SELECT * { GRAPH ?g { ?s ?p ?o } GRAPH ?h { ?s2 ?p2 ?o2 } }"
    with serving(examples_store, "--max-size", "200000", "--timeout", "60") as small:
        answered = small.query(everything)
        assert (answered.status, "larger than 200000 bytes" in answered.text) == (400, True)
    with serving(examples_store, "--max-size", "3000000", "--timeout", "60", "--limit", "100000000") as larger:
        with pytest.raises(http.client.IncompleteRead):
            larger.query(everything)
        assert larger.query(ASK).json["boolean"] is True


@pytest.mark.parametrize("content_type", ["application/sparql-query", "application/x-www-form-urlencoded"])
def test_a_body_that_is_too_large_is_refused(narrow: Server, content_type: str) -> None:
    """Before it is read, where its length is told."""
    answered = narrow.ask("POST", "/sparql", b"query=" + b"#" * 2000, content_type=content_type)
    assert (answered.status, "larger than 2000 bytes" in answered.text) == (413, True)

    def pieces() -> object:
        for _ in range(100):
            yield b"#" * 1000

    connection = http.client.HTTPConnection(*narrow.place, timeout=60)
    connection.request("POST", "/sparql", pieces(), {"Content-Type": content_type}, encode_chunked=True)  # type: ignore[arg-type]
    assert connection.getresponse().status == 413
    connection.close()


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "asks another server"),
        ("SELECT * FROM <http://127.0.0.1:1/> { ?s ?p ?o }", "no such graph"),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "no such graph"),
        ("LOAD <file:///etc/passwd>", "changes the graph"),
    ],
)
def test_nothing_outside_is_read(narrow: Server, query: str, told: str) -> None:
    """Whatever the query says."""
    answered = narrow.query(query)
    assert (answered.status, told in answered.text) == (400, True)
    other = narrow.get("/sparql", [("query", ASK), ("default-graph-uri", "file:///etc/passwd")])
    assert (other.status, "the store has no graph" in other.text) == (400, True)


def test_what_another_process_commits_is_seen(tmp_path: Path) -> None:
    """Soon, and without a restart; meanwhile both work."""
    store = tmp_path / "store"

    def put(number: int) -> None:
        with KnowledgeGraph(store) as graph:
            text = f"Norway attacked Sweden on {number} May 2024."
            graph.ingest_articles([Article(info=ArticleInfo(id=f"a{number}", language="en"), text=text)])

    put(1)
    with serving(store) as server:
        for number in (2, 3):
            assert len(server.get("/api/articles").json["items"]) == number - 1
            put(number)
            end = time.monotonic() + 30
            count = "SELECT ?a { GRAPH ?a { ?a a kg:Article } }"
            while len(server.query(count).json["results"]["bindings"]) < number and time.monotonic() < end:
                time.sleep(0.2)
            assert len(server.query(count).json["results"]["bindings"]) == number
            assert len(server.get("/api/articles").json["items"]) == number


def test_what_takes_long_keeps_no_page_waiting(server: Server) -> None:
    """A graph is read for several at a time: beside slow lists, an entity's page and the health route are answered."""
    from concurrent.futures import ThreadPoolExecutor

    paths = ["/api/timeline", "/disputes", "/api/facts?limit=1000", "/entity?name=RUS", "/graph?name=PRK", "/articles"]
    with ThreadPoolExecutor(12) as pool:
        answered = [*pool.map(lambda path: (path, server.get(path)), paths * 4)]
    assert {one.status for _, one in answered} == {200}
    for path in paths:
        assert len({one.body for other, one in answered if other == path}) == 1
