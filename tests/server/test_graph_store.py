"""The SPARQL 1.1 Graph Store Protocol, for reading, on a real server."""

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from kg import KnowledgeGraph
from tests.server.conftest import Server

NORTHWOOD = "https://w3id.org/factkg/id/article/northwood.en"


@pytest.mark.parametrize(
    "media_type", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"]
)
def test_a_graph_comes_whole_in_the_form_that_is_accepted(server: Server, media_type: str) -> None:
    """The default graph and a named one, as the store itself has them."""
    for fields, where in (
        ([("default", "")], "?s ?p ?o"),
        ([("graph", NORTHWOOD)], f"GRAPH <{NORTHWOOD}> {{ ?s ?p ?o }}"),
    ):
        answered = server.get("/graphs", fields, accept=media_type)
        assert answered.headers["content-type"].split(";")[0] == media_type
        with KnowledgeGraph(server.store, read_only=True) as graph:
            text = graph.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {where} }}").serialize("nt") or b""
        assert isomorphic(Graph().parse(data=answered.body, format=media_type), Graph().parse(data=text, format="nt"))


def test_a_graph_is_not_cut_by_the_limit_of_rows(narrow: Server) -> None:
    """A part of a graph is no graph."""
    answered = narrow.get("/graphs", [("graph", NORTHWOOD)], accept="application/n-triples")
    assert len(answered.body.splitlines()) > 100
    assert "kg-cut" not in answered.headers


def test_head_tells_whether_a_graph_is_there(server: Server) -> None:
    """Without its content."""
    there = server.ask("HEAD", f"/graphs?graph={NORTHWOOD}")
    assert (there.status, there.body) == (200, b"")
    assert int(there.headers["content-length"]) > 1000
    assert server.ask("HEAD", "/graphs?graph=urn:none").status == 404


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/graphs", 400),
        ("GET", "/graphs?default&graph=urn:x", 400),
        ("GET", "/graphs?graph=urn:x&graph=urn:y", 400),
        ("GET", "/graphs?graph=relative", 404),
        ("GET", "/graphs?graph=file:///etc/passwd", 404),
        ("GET", "/graphs?graph=", 404),
        ("PUT", "/graphs?default", 405),
        ("POST", "/graphs?graph=urn:x", 405),
        ("DELETE", "/graphs?default", 405),
        ("PATCH", "/graphs?default", 405),
    ],
)
def test_only_one_graph_is_read_at_a_time(server: Server, method: str, path: str, status: int) -> None:
    """Others are refused, and nothing is written this way."""
    answered = server.ask(method, path, b"<urn:a> <urn:b> 1 ." if method in ("PUT", "POST") else None)
    assert answered.status == status
    if status == 405:
        assert set(answered.headers["allow"].replace(" ", "").split(",")) == {"GET", "HEAD"}
