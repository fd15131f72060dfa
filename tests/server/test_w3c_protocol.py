"""The tests of the W3C's SPARQL 1.1 Protocol suite, each by its name there, on a real server.

The suite keeps three documents in graphs; here they are graphs of the user's own. It empties the whole store before
each update, which this server refuses, since what kg derives is no user's to change: here its graphs are emptied
instead. Nothing else is left out.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

import pytest

from tests.server.conftest import TOKEN, Answered, Server

FORM, QUERY, UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)
DATA = [f"http://example.org/w3c/data{number}" for number in range(4)]
FOUND = "http://example.org/w3c/found"
TYPES = "?s a ?type"
WITHIN = f"GRAPH ?g {{ {TYPES} }}"
JSON = "application/sparql-results+json"


@dataclass(frozen=True)
class Sent:
    """A request."""

    method: str = "POST"
    body: str | bytes = b""
    content_type: str | None = None
    address: tuple[tuple[str, str], ...] = ()
    accept: str = "*/*"

    def to(self, server: Server) -> Answered:
        path = "/sparql" + (f"?{urlencode(self.address)}" if self.address else "")
        body = self.body.encode() if isinstance(self.body, str) else self.body
        headers = {"Authorization": f"Bearer {TOKEN}".encode().decode("latin-1"), "Accept": self.accept}
        if self.content_type:
            headers["Content-Type"] = self.content_type
        return server.ask(self.method, path, body or None, **headers)


def get(*fields: tuple[str, str], accept: str = "*/*") -> Sent:
    return Sent("GET", address=fields, accept=accept)


def form(*fields: tuple[str, str], address: tuple[tuple[str, str], ...] = ()) -> Sent:
    return Sent(body=urlencode(fields), content_type=FORM, address=address)


def direct(text: str | bytes, content_type: str | None, *address: tuple[str, str]) -> Sent:
    return Sent(body=text, content_type=content_type, address=address)


@pytest.fixture(scope="module", autouse=True)
def documents(server: Server) -> Iterator[None]:
    """Each says one thing."""
    for graph in DATA:
        text = f"DROP SILENT GRAPH <{graph}> ; INSERT DATA {{ GRAPH <{graph}> {{ <{graph}#s> a <urn:Document> }} }}"
        assert direct(text, UPDATE).to(server).status == 204
    yield
    for graph in (*DATA, FOUND):
        direct(f"DROP SILENT GRAPH <{graph}>", UPDATE).to(server)


def default(*numbers: int) -> tuple[tuple[str, str], ...]:
    return tuple(("default-graph-uri", DATA[number]) for number in numbers)


def named(*numbers: int) -> tuple[tuple[str, str], ...]:
    return tuple(("named-graph-uri", DATA[number]) for number in numbers)


ASK_ONE = f"ASK {{ <{DATA[1]}#s> a ?type }}"
ASK_TWO = f"ASK {{ <{DATA[1]}#s> a ?a . <{DATA[2]}#s> a ?b }}"
ASK_NAMED = f"ASK {{ GRAPH ?a {{ <{DATA[1]}#s> a ?x }} GRAPH ?b {{ <{DATA[2]}#s> a ?y }} FILTER(?a != ?b) }}"
ASK_FULL = f"ASK {{ <{DATA[3]}#s> a ?z . GRAPH <{DATA[1]}> {{ ?s a ?x }} GRAPH <{DATA[2]}> {{ ?t a ?y }} }}"
FROM_OTHER = f"ASK FROM <{DATA[3]}> {{ <{DATA[1]}#s> a ?a . <{DATA[2]}#s> a ?b }}"
QUERIES: dict[str, Sent] = {
    "query_get": get(("query", "ASK {}")),
    "query_post_form": form(("query", "ASK {}")),
    "query_post_direct": direct("ASK {}", QUERY),
    "query_dataset_default_graph": form(("query", ASK_ONE), address=default(1)),
    "query_dataset_default_graphs_get": get(("query", ASK_TWO), *default(1, 2)),
    "query_dataset_default_graphs_post": form(("query", ASK_TWO), address=default(1, 2)),
    "query_dataset_named_graphs_get": get(("query", ASK_NAMED), *named(1, 2)),
    "query_dataset_named_graphs_post": form(("query", ASK_NAMED), address=named(1, 2)),
    "query_dataset_full": form(("query", ASK_FULL), address=(*default(3), *named(1, 2))),
    "query_multiple_dataset": form(("query", FROM_OTHER), address=default(1, 2)),
}


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_of_the_suite_is_true(server: Server, name: str) -> None:
    """2xx, a boolean, and that is true."""
    answered = QUERIES[name].to(server)
    assert (answered.status, answered.headers["content-type"], answered.json["boolean"]) == (200, JSON, True)


TABLES = (JSON, "application/sparql-results+xml", "text/tab-separated-values", "text/csv")
GRAPHS = ("application/rdf+xml", "text/turtle", "application/n-triples")
CONTENT_TYPES: dict[str, tuple[str, tuple[str, ...]]] = {
    "query_content_type_select": ("SELECT (1 AS ?value) {}", TABLES),
    "query_content_type_ask": ("ASK {}", TABLES),
    "query_content_type_describe": (f"DESCRIBE <{DATA[1]}#s>", GRAPHS),
    "query_content_type_construct": ("CONSTRUCT { <s> <p> 1 } WHERE {}", GRAPHS),
}


@pytest.mark.parametrize("name", CONTENT_TYPES)
def test_the_type_of_the_results_is_one_of_the_suite_s(server: Server, name: str) -> None:
    """With no preference, and each where it is the one that is accepted."""
    query, types = CONTENT_TYPES[name]
    query = f"BASE <http://example.org/> {query}"
    assert get(("query", query)).to(server).headers["content-type"].split(";")[0] in types
    for wanted in types:
        answered = get(("query", query), accept=wanted).to(server)
        assert (answered.status, answered.headers["content-type"].split(";")[0]) == (200, wanted)


EMPTY = f"CLEAR SILENT GRAPH <{FOUND}>"


def insert(pattern: str) -> str:
    return f"{EMPTY} ; INSERT {{ GRAPH <{FOUND}> {{ ?s a <urn:Found> }} }} WHERE {{ {pattern} }}"


def using(*numbers: int, way: str = "using-graph-uri") -> tuple[tuple[str, str], ...]:
    return tuple((way, DATA[number]) for number in numbers)


EITHER = f"{{ {TYPES} }} UNION {{ {WITHIN} }}"
UPDATES: dict[str, tuple[Sent, set[int]]] = {
    "update_post_form": (form(("update", EMPTY)), set()),
    "update_post_direct": (direct(EMPTY, UPDATE), set()),
    "update_dataset_default_graph": (form(("update", insert(TYPES)), address=using(1)), {1}),
    "update_dataset_default_graphs": (form(("update", insert(TYPES)), address=using(1, 2)), {1, 2}),
    "update_dataset_named_graphs": (
        form(("update", insert(WITHIN)), address=using(1, 2, way="using-named-graph-uri")),
        {1, 2},
    ),
    "update_dataset_full": (
        form(("update", insert(EITHER)), address=(*using(1), *using(2, way="using-named-graph-uri"))),
        {1, 2},
    ),
    "update_base_uri": (
        direct(
            f"BASE <{DATA[3]}> {EMPTY} ; INSERT DATA {{ GRAPH <{FOUND}> {{ <#s> a <urn:Found> }} }}",
            f"{UPDATE}; charset=utf-8",
        ),
        {3},
    ),
}


@pytest.mark.parametrize("name", UPDATES)
def test_an_update_of_the_suite_is_made(server: Server, name: str) -> None:
    """2xx, and a query sees just what it made."""
    sent, numbers = UPDATES[name]
    assert sent.to(server).status == 204
    found = get(("query", f"SELECT ?s {{ GRAPH <{FOUND}> {{ ?s a <urn:Found> }} }}")).to(server).json
    assert {row["s"]["value"] for row in found["results"]["bindings"]} == {f"{DATA[one]}#s" for one in numbers}


CONFLICT = f"INSERT {{ GRAPH <{FOUND}> {{ ?s a <urn:Found> }} }} USING <{DATA[1]}> WHERE {{ {TYPES} }}"
BAD: dict[str, Callable[[], Sent]] = {
    "bad_query_method": lambda: Sent("PUT", address=(("query", "ASK {}"),)),
    "bad_multiple_queries": lambda: get(("query", "ASK {}"), ("query", "SELECT * {}")),
    "bad_query_wrong_media_type": lambda: direct("ASK {}", "text/plain"),
    "bad_query_missing_form_type": lambda: direct(urlencode({"query": "ASK {}"}), None),
    "bad_query_missing_direct_type": lambda: direct("ASK {}", None),
    "bad_query_non_utf8": lambda: direct("ASK {}".encode("utf-16"), f"{QUERY}; charset=UTF-16"),
    "bad_query_syntax": lambda: get(("query", "ASK {")),
    "bad_update_get": lambda: get(("update", EMPTY)),
    "bad_multiple_updates": lambda: form(("update", EMPTY), ("update", EMPTY)),
    "bad_update_wrong_media_type": lambda: direct(EMPTY, "text/plain"),
    "bad_update_missing_form_type": lambda: direct(urlencode({"update": EMPTY}), None),
    "bad_update_missing_direct_type": lambda: direct(EMPTY, None),
    "bad_update_non_utf8": lambda: direct(EMPTY.encode("utf-16"), f"{UPDATE}; charset=UTF-16"),
    "bad_update_syntax": lambda: form(("update", "CLEAR XYZ")),
    "bad_update_dataset_conflict": lambda: form(("update", CONFLICT), address=using(2)),
}


@pytest.mark.parametrize("name", BAD)
def test_what_the_suite_has_for_bad_is_refused(server: Server, name: str) -> None:
    """4xx."""
    assert 400 <= BAD[name]().to(server).status < 500
