"""``kg query``: formats, limits, time, and the library."""

import csv
import json
import time

import pytest

from tests.cli.conftest import Process, Run, one_line

ALL = "SELECT * { GRAPH ?g { ?s ?p ?o } }"


def test_the_library_is_listed(run: Run) -> None:
    """Name, title and parameters, in the language of the reader; as JSON with all that a program needs."""
    shown = run("query", "--list").stdout
    assert "agreements-between" in shown
    assert "a: one party; b: the other party" in shown
    assert "a: une partie; b: l'autre partie" in run("query", "--list", "--language", "fr").stdout
    listed = {query["name"]: query for query in json.loads(run("query", "--list", "--format", "json").stdout)}
    assert listed["events-between"]["parameters"][2]["default"] == "0001-01-01"
    assert "$since" in listed["events-between"]["sparql"]
    assert run("query", "--list", "--format", "csv").exit_code == 2


def test_a_named_query_is_run_with_values(run: Run) -> None:
    """In any name of an entity, in any format."""
    words = ("query", "--name", "agreements-between", "--param", "a=RUS", "-p", "b=Corée du Nord")
    (row,) = csv.DictReader(run(*words, "--format", "csv").stdout.splitlines())
    assert (row["label"], row["signed"]) == ("comprehensive strategic partnership treaty", "2024-06-19")
    assert "2024-12-04" in run(*words).stdout
    shown = run(*words, "--show").stdout
    assert "?one kg:actsFor? <https://w3id.org/factkg/id/state/RUS> ." in shown
    (same,) = csv.DictReader(run("query", shown, "--format", "csv").stdout.splitlines())
    assert same == row


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("--name", "agreements-between", "--param", "a=RUS"), 1, "agreements-between needs b"),
        (("--name", "none-such"), 1, "no query is called 'none-such'; use one of agreement-provides"),
        (("--name", "disputed-facts", "--param", "x"), 2, "'x' is no value; write --param NAME=VALUE"),
        (("--name", "movements", "-p", "since=2024-01-01", "-p", "since=2024-01-02"), 2, "since is given twice"),
        (("ASK {}", "--param", "a=b"), 2, "--param and --show go with --name"),
        (("ASK {}", "--name", "disputed-facts"), 2, "give a query, or the name of one, not both"),
        (("ASK {}", "--timeout", "0"), 2, "--timeout"),
        (("SELECT * { SERVICE <http://127.0.0.1:1/> {} }", "--timeout", "9"), 1, "asks another server"),
        (("LOAD <file:///etc/passwd>",), 1, "LOAD changes the graph"),
        (("SELECT * FROM <file:///etc/passwd> {}",), 1, "no such graph"),
    ],
)
def test_what_cannot_be_is_told(run: Run, words: tuple[str, ...], status: int, told: str) -> None:
    """A wrong call is a usage error, a wrong value an error of one line."""
    result = run("query", *words)
    assert result.exit_code == status
    assert told in result.stderr
    if status == 1:
        one_line(result.stderr)


def test_a_limit_that_bites_is_told(run: Run) -> None:
    """On standard error, in every format; a table stops at a thousand rows by itself."""
    for format in ("table", "json", "csv", "tsv", "xml"):
        result = run("query", ALL, "--limit", "3", "--format", format)
        assert one_line(result.stderr) == "only the first 3 shown; there are more: --limit 0 gives all"
    result = run("query", "CONSTRUCT WHERE { ?s ?p ?o }", "--limit", "3", "--format", "nt")
    assert (len(result.stdout.splitlines()), "only the first 3" in result.stderr) == (3, True)
    table = run("query", "SELECT ?p { GRAPH ?g { ?s ?p ?o } }")
    assert len(table.stdout.splitlines()) == 1002
    assert "only the first 1000 shown" in table.stderr
    whole = run("query", ALL, "--format", "tsv")
    assert whole.stderr == ""
    assert len(whole.stdout.splitlines()) > 9000
    exact = run("query", "SELECT ?s { ?s a kg:Agreement } LIMIT 3", "--limit", "3")
    assert exact.stderr == ""


def test_graphs_come_as_rdf(run: Run) -> None:
    """Turtle, N-Triples, JSON-LD and RDF/XML hold the same triples."""
    from rdflib import Graph
    from rdflib.compare import isomorphic

    graphs = []
    for format, parser in (("turtle", "turtle"), ("nt", "nt"), ("jsonld", "json-ld"), ("rdfxml", "xml")):
        text = run("query", "DESCRIBE ?a { ?a a kg:Agreement }", "--format", format).stdout
        graphs.append(Graph().parse(data=text, format=parser))
    assert len(graphs[0]) > 40
    assert all(isomorphic(graphs[0], other) for other in graphs[1:])


def test_a_query_that_takes_too_long_is_ended(process: Process, examples_store: object) -> None:
    """Soon after its time, with an error of one line."""
    triples = " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(5))
    start = time.monotonic()
    done = process(
        "--store", str(examples_store), "query", f"ASK {{ {triples} FILTER(?a0 < ?a1 && ?a1 < ?a0) }}", "--timeout", "1"
    )
    assert time.monotonic() - start < 30
    assert (done.returncode, "took longer than its time (1 s) and was ended" in one_line(done.stderr)) == (1, True)


def test_the_library_runs_as_of_a_day(run: Run) -> None:
    """What was known then."""
    words = (
        "query",
        "--name",
        "agreements-between",
        "-p",
        "a=RUS",
        "-p",
        "b=PRK",
        "--format",
        "csv",
        "--timeout",
        "60",
    )
    (row,) = csv.DictReader(run(*words, "--as-of", "2024-07").stdout.splitlines())
    assert (row["inForce"], row["status"]) == ("", "corroborated")
