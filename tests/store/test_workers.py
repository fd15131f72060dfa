"""Queries with a time: other processes answer them alike, and are ended when it is over."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import QueryError, QueryTimeoutError
from kg.store import Dataset, Store
from kg.store.lending import PROCESSES
from kg.store.workers import Workers
from tests.store import scenario

ENDLESS = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(6)) + " FILTER(?a0 < ?a5) }"
ALL = "SELECT ?s ?p ?o { ?s ?p ?o }"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("workers") / "store"
    with Store.open(place) as opened:
        scenario.put(opened, scenario.full("a"))
    return place


@pytest.fixture(scope="module")
def store(path: Path) -> Iterator[Store]:
    with Store.open(path, read_only=True) as opened:
        yield opened


@pytest.mark.parametrize(
    "query",
    [
        ALL,
        "SELECT ?s ?none { ?s a kg:Agreement }",
        "SELECT * { BIND(1 AS ?a) BIND('x'@fr AS ?b) BIND(kg:c AS ?c) BIND('é\\n\"' AS ?d) }",
        "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }",
        "CONSTRUCT WHERE { ?s a ?class }",
    ],
)
def test_another_process_answers_alike(query: str, store: Store) -> None:
    """Rows, columns and what is written are the same with a time as without."""
    here, there = store.query(query), store.query(query, timeout=60)
    assert (here.kind, here.variables) == (there.kind, there.variables)
    assert sorted(map(repr, here.rows)) == sorted(map(repr, there.rows))
    format = "nt" if here.kind == "construct" else "json"
    assert store.query(query, timeout=60).serialize(format) == store.query(query).serialize(format)


def test_ask_is_answered_in_each_format(store: Store) -> None:
    """True and false."""
    for query, truth in (("ASK { ?s a kg:Agreement }", True), ("ASK { ?s a kg:None }", False)):
        assert store.query(query, timeout=60).truth is truth
        for format in ("json", "xml", "csv", "tsv"):
            assert store.query(query, timeout=60).serialize(format) == store.query(query).serialize(format)


def test_a_query_is_ended_when_its_time_is_over_and_others_are_answered(store: Store) -> None:
    """The error says how long it took; meanwhile and afterwards the store answers."""
    ended: list[str] = []

    def ask() -> None:
        with pytest.raises(QueryTimeoutError, match=r"took longer than its time \(2 s\) and was ended") as error:
            store.query(ENDLESS, timeout=2)
        ended.append(str(error.value))

    asking = threading.Thread(target=ask)
    start = time.monotonic()
    asking.start()
    while asking.is_alive() and time.monotonic() - start < 1:
        assert store.query("ASK { ?s a kg:Agreement }", timeout=60).truth
    asking.join(30)
    assert len(ended) == 1
    assert store.query("ASK { ?s a kg:Agreement }", timeout=60).truth


def test_a_result_that_does_not_end_is_ended_too(store: Store) -> None:
    """Rows that came before are there."""
    rows = store.query(ENDLESS.replace("(COUNT(*) AS ?n)", "*").replace("FILTER(?a0 < ?a5)", ""), timeout=2).rows
    assert next(rows)
    with pytest.raises(QueryTimeoutError):
        list(rows)


def test_who_waits_for_his_turn_in_vain_is_told(store: Store) -> None:
    """When all processes are busy for as long as a query may take, it is refused; a dropped result frees its own."""
    held = [store.query(ALL, timeout=60) for _ in range(PROCESSES)]
    with pytest.raises(QueryTimeoutError, match=r"busy for 0\.1 s; try again later"):
        store.query(ALL, timeout=0.1)
    held.clear()
    assert list(store.query(ALL, timeout=60).rows)


def test_what_is_refused_is_refused_there_too(store: Store) -> None:
    """Nothing about the process changes what a query may do."""
    for query, reason in (
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "asks another server"),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "no such graph"),
        ("DROP ALL", "changes the graph"),
        ("SELECT * {\n ?s é ?o }", "line 2, column 5"),
    ):
        with pytest.raises(QueryError, match=reason):
            store.query(query, timeout=60)


def test_a_query_that_takes_too_much_memory_is_ended(path: Path) -> None:
    """It is told, and the next one is answered."""
    workers = Workers(path, 1, memory=1 << 30)
    try:
        everything = " ".join(f"GRAPH ?g{i} {{ ?a{i} ?b{i} ?c{i} }}" for i in range(5))
        with pytest.raises(QueryError, match="more memory than it may"):
            list(workers.run(f"SELECT * {{ {everything} }} ORDER BY ?c4", 120, None, None).rows)
        assert workers.run("ASK { ?s a kg:Agreement }", 60, None, None).truth
    finally:
        workers.close()


def test_a_store_that_is_written_shows_what_was_committed(tmp_path: Path) -> None:
    """A writer's queries with a time see its last change."""
    with Store.open(tmp_path / "store") as opened:
        count = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?a a kg:Article } }"
        for number, name in enumerate("ab", start=1):
            scenario.put(opened, scenario.full(name))
            assert [str(row[0]) for row in opened.query(count, timeout=60).rows] == [str(number)]


def test_closing_ends_the_processes_and_leaves_nothing_behind(path: Path) -> None:
    """No process, and no folder of a reader."""
    before = set((path / "readers").iterdir())
    with Store.open(path, read_only=True) as opened:
        list(opened.query(ALL, timeout=60).rows)
        (worker,) = opened._lending._workers._all  # type: ignore[union-attr]
        with pytest.raises(QueryTimeoutError):
            opened.query(ENDLESS, timeout=0.5)
    assert not worker.is_alive
    assert set((path / "readers").iterdir()) == before


def test_a_process_ends_with_the_one_that_asked(path: Path) -> None:
    """Also where that was killed in the midst of a query."""
    code = (
        "import sys, threading, time\nfrom kg.store import Store\n"
        "store = Store.open(sys.argv[1], read_only=True)\n"
        "threading.Thread(target=lambda: store.query(sys.argv[2], timeout=60), daemon=True).start()\n"
        "while not (store._lending._workers and store._lending._workers._all): time.sleep(0.05)\n"
        "(worker,) = store._lending._workers._all\ntime.sleep(1)\n"
        "print(worker._process.pid, flush=True)\ntime.sleep(60)\n"
    )
    asking = subprocess.Popen([sys.executable, "-c", code, str(path), ENDLESS], stdout=subprocess.PIPE, text=True)
    assert asking.stdout is not None
    worker = int(asking.stdout.readline())
    asking.kill()
    asking.wait()
    end = time.monotonic() + 20
    while _lives(worker) and time.monotonic() < end:
        time.sleep(0.2)
    assert not _lives(worker)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"


MODIFIERS = [
    "",
    "LIMIT 3",
    "OFFSET 2",
    "LIMIT 4 OFFSET 1",
    "OFFSET 1 LIMIT 2",
    "limit 0",
    "VALUES ?v { 1 2 }",
    "LIMIT 2 VALUES ?v { 1 2 }",
]
PATTERNS = [
    "SELECT ?s ?p ?o ?v { ?s ?p ?o VALUES ?v { 1 2 } } ORDER BY ?s ?p ?o",
    "SELECT ?s ?p ?o ?v { { SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 5 } } ORDER BY ?s ?p ?o",
    "PREFIX x: <urn:x> SELECT ?s (COUNT(?o) AS ?n) { ?s ?p ?o } GROUP BY ?s HAVING (COUNT(?o) > 0) ORDER BY ?s",
]


@settings(max_examples=60, deadline=None)
@given(
    pattern=st.sampled_from(PATTERNS),
    modifiers=st.sampled_from(MODIFIERS),
    limit=st.integers(0, 6),
    format=st.sampled_from(["rows", "json", "csv", "tsv", "xml"]),
)
def test_a_limit_is_the_beginning_of_the_whole(
    pattern: str, modifiers: str, limit: int, format: str, store: Store
) -> None:
    """What comes is what comes first without the limit, and it is told exactly where something is missing."""
    query = f"{pattern} {modifiers}"
    whole = list(store.query(query).rows)
    results = store.query(query, limit=limit)
    if format == "rows":
        assert list(results.rows) == whole[:limit]
    else:
        results.serialize(format)
    assert results.is_cut == (len(whole) > limit)


def test_a_limit_counts_triples_of_a_graph(store: Store) -> None:
    """And says so where there are more."""
    whole = len(list(store.query("CONSTRUCT WHERE { ?s ?p ?o }").rows))
    for limit in (0, 1, whole, whole + 1):
        results = store.query("CONSTRUCT WHERE { ?s ?p ?o }", limit=limit)
        assert len((results.serialize("nt") or b"").splitlines()) == min(limit, whole)
        assert results.is_cut == (whole > limit)


def test_a_dataset_takes_the_place_of_from(store: Store) -> None:
    """As the Protocol has it; a graph that the store has not is refused."""
    base = "https://w3id.org/factkg/id/graph/"
    query = f"SELECT (COUNT(*) AS ?n) FROM <{base}alleged> {{ ?x a ?c FILTER(?c IN (kg:Event, kg:Agreement)) }}"
    both = Dataset(default=(base + "asserted", base + "alleged"))
    for timeout in (None, 60):
        assert [str(row[0]) for row in store.query(query, dataset=both, timeout=timeout).rows] == ["2"]
        assert not store.query("ASK { ?s ?p ?o }", dataset=Dataset(named=(base + "facts",)), timeout=timeout).truth
        with pytest.raises(QueryError, match="the store has no graph <file:///etc/passwd>"):
            store.query("ASK {}", dataset=Dataset(default=("file:///etc/passwd",)), timeout=timeout)
