"""What a query costs through kg, as a ratio to the same query on bare pyoxigraph over the same store.

The store holds the examples and ROWS triples more. Each pair takes turns, so that what slows the machine slows both
alike, and the ratio is of medians. Bare means the database's own results taken out as they are: as rows of its terms,
or written as JSON. ``python benchmarks/queries.py [ROUNDS]``; the status is 1 where a limit is passed.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from machine import machine

from kg import KnowledgeGraph
from kg.store import PREFIXES, Store

EXAMPLES = Path(__file__).parent.parent / "examples"
ROWS = 100_000
SMALL, LARGE = 1.3, 2.0
QUERIES: dict[str, tuple[str, float]] = {
    "agreements of two states": (
        "SELECT ?agreement ?label ?day { ?agreement a kg:Agreement ; kg:party <STATE/RUS> , <STATE/PRK> ;"
        " rdfs:label ?label ; kg:signedFrom ?day }",
        SMALL,
    ),
    "events of a day": (
        'SELECT ?event ?type { ?event kg:type ?type ; kg:timeFrom ?from FILTER(?from = "2024-06-19"^^xsd:date) }',
        SMALL,
    ),
    "who acts for whom": ("SELECT ?who ?named { ?who kg:actsFor <STATE/RUS> ; rdfs:label ?named }", SMALL),
    f"{ROWS} rows": ("SELECT ?s ?o { GRAPH <urn:rows> { ?s <urn:p> ?o } }", LARGE),
}


@dataclass(frozen=True, slots=True)
class Pair:
    """The same work in two ways, and how many times the first the second may cost."""

    name: str
    bare: Callable[[], object]
    ours: Callable[[], object]
    limit: float


def pairs(store: Store) -> Iterator[Pair]:
    """Each query, its rows and its JSON."""
    database, prefixes = store.backend.database, dict(PREFIXES)
    for name, (text, limit) in QUERIES.items():
        query = text.replace("STATE", f"{store.names.base}state")

        def bare(query: str = query) -> Any:
            return database.query(query, prefixes=prefixes)

        yield Pair(
            f"{name}, rows",
            lambda bare=bare: list(bare()),  # type: ignore[misc]
            lambda query=query: list(store.query(query).rows),  # type: ignore[misc]
            limit,
        )
        yield Pair(
            f"{name}, JSON",
            lambda bare=bare: bare().serialize(format=ox.QueryResultsFormat.JSON),  # type: ignore[misc]
            lambda query=query: store.query(query).serialize("json"),  # type: ignore[misc]
            limit,
        )


def measure(pair: Pair, rounds: int) -> tuple[float, float]:
    """Median seconds of bare and of ours."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + 1):
        for works, found in zip((pair.bare, pair.ours), times, strict=True):
            start = time.perf_counter()
            works()
            if number:
                found.append(time.perf_counter() - start)
    return statistics.median(times[0]), statistics.median(times[1])


def main() -> int:
    """Print the table; the status is 1 where a limit is passed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as folder:
        with KnowledgeGraph(Path(folder) / "store") as graph:
            graph.ingest(EXAMPLES)
            graph.store.backend.database.bulk_extend(
                ox.Quad(ox.NamedNode(f"urn:s{i}"), ox.NamedNode("urn:p"), ox.Literal(i), ox.NamedNode("urn:rows"))
                for i in range(ROWS)
            )
        print(f"Medians of {rounds} rounds for {ROWS} rows, of {rounds * 100} for few. {machine()}\n")
        print(f"{'query':<32} {'bare ms':>9} {'kg ms':>9} {'ratio':>6} {'limit':>6}")
        slow = False
        with Store.open(Path(folder) / "store", read_only=True) as store:
            for pair in pairs(store):
                bare, ours = measure(pair, rounds if pair.limit == LARGE else rounds * 100)
                slow = slow or ours / bare > pair.limit
                print(f"{pair.name:<32} {bare * 1e3:>9.3f} {ours * 1e3:>9.3f} {ours / bare:>6.2f} {pair.limit:>6}")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
