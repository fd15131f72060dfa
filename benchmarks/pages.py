"""How long the server's pages take to come from a large graph, as a ratio to a small one whose pages are as full.

The graph of the examples is put into a store several times over, each time as other articles, claims, facts and things
of other days about the same states and people: FEW times, and as often as makes FACTS facts. ``kg serve`` runs over
both, and each page is asked of them in turn, so that what slows the machine slows both alike; the ratio is of medians.
The first answers are told beside, since what a graph is looked through for once is found then.
``python benchmarks/pages.py [FACTS]``; the status is 1 where a page costs more than LIMIT times as much.
"""

import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from machine import machine

from kg import KnowledgeGraph
from kg.model import Claim

EXAMPLES = Path(__file__).parent.parent / "examples"
FACTS = 100_000
FEW = 6
ROUNDS = 7
LIMIT = 2.0
PAGES = (
    "/", "/search?text=russia", "/entity?name=RUS", "/entity?name=Vladimir+Poutine", "/graph", "/graph?name=RUS",
    "/timeline", "/timeline?name=RUS&with=PRK", "/timeline?offset=100", "/articles", "/article?id=northwood.en-1",
    "/disputes", "/disputes?name=IRN", "/ask", "/query", "/api/graph?name=PRK", "/api/timeline?entity=IND&limit=20",
    "/health",
)  # fmt: skip
_OWN = "(?:article|event|agreement|tenure|quantity|fact)"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_SPANS = ("time", "in_force", "ended", "scene")


class Copies:
    """Other graphs like one: its things have other names, and what has a day has another day."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self._quads = [*graph.store.backend.database]
        self._claims = [*graph.claims()]
        self._own = re.compile(f"({re.escape(graph.base)}{_OWN}/[^/]+)(.*)", re.DOTALL)
        self._said = re.compile(f"({re.escape(graph.base)}claim/[^/]+)(.*)", re.DOTALL)
        vague = {f"{_XSD}gYear", f"{_XSD}gYearMonth"}
        self._vague = {
            q.subject for q in self._quads if isinstance(q.object, ox.Literal) and q.object.datatype.value in vague
        }

    def copy(self, number: int) -> Iterator[Any]:
        """The quads of one copy."""
        said = {claim.id: _other_claim(claim, number).id for claim in self._claims}
        known: dict[Any, Any] = {}

        def other(node: Any) -> Any:
            if node not in known:
                known[node] = self._renamed(node, said, number)
            return known[node]

        for quad in self._quads:
            value = other(quad.object)
            if quad.predicate.value == "https://schema.org/identifier":
                value = ox.Literal(f"{quad.object.value}-{number}")
            elif (
                quad.subject not in self._vague
                and isinstance(value, ox.Literal)
                and value.datatype.value == f"{_XSD}date"
            ):
                value = ox.Literal(str(_moved(date.fromisoformat(value.value), number)), datatype=value.datatype)
            yield ox.Quad(other(quad.subject), quad.predicate, value, other(quad.graph_name))

    def _renamed(self, node: Any, said: dict[str, str], number: int) -> Any:
        if not isinstance(node, ox.NamedNode):
            return node
        if found := self._own.fullmatch(node.value):
            return ox.NamedNode(f"{found[1]}-{number}{found[2]}")
        found = self._said.fullmatch(node.value)
        return ox.NamedNode(said[found[1]] + found[2]) if found else node


def _other_claim(claim: Claim, number: int) -> Claim:
    """The claim as another article makes it of another day."""
    published = claim.article.published
    info = replace(
        claim.article, id=f"{claim.article.id}-{number}", published=_moved(published, number) if published else None
    )
    spans = {name: span for name in _SPANS if (span := getattr(claim, name)) is not None}
    if any(span.precision in ("month", "year") for span in spans.values()):
        return replace(claim, article=info)
    moved = {
        name: replace(
            span,
            start=_moved(span.start, number) if span.start else None,
            end=_moved(span.end, number) if span.end else None,
        )
        for name, span in spans.items()
    }
    return replace(claim, article=info, **moved)


def _moved(day: date, number: int) -> date:
    return day - timedelta(days=number)


def fill(path: Path, copies: Copies, number: int) -> None:
    """A store of so many copies."""
    with KnowledgeGraph(path) as graph:
        database = graph.store.backend.database
        for start in range(1, number + 1, 20):
            some = range(start, min(start + 20, number + 1))
            database.bulk_extend(quad for one in some for quad in copies.copy(one))
        database.optimize()


@contextmanager
def served(store: Path) -> Iterator[str]:
    """The address of a server over a store."""
    words = [sys.executable, "-c", "from kg.cli import main; main()", "--store", str(store), "serve", "--port", "0"]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield process.stdout.readline().split(" at ")[1].split()[0].rstrip("/")
    finally:
        process.terminate()
        process.wait(30)


def seconds(address: str) -> float:
    """How long one answer takes."""
    start = time.perf_counter()
    with urllib.request.urlopen(address, timeout=600) as answer:
        answer.read()
    return time.perf_counter() - start


def main() -> int:
    """Print the table; the status is 1 where a page costs too much more."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else FACTS
    with tempfile.TemporaryDirectory() as folder, ExitStack() as running:
        with KnowledgeGraph() as graph:
            graph.ingest(EXAMPLES)
            each = graph.statistics().facts
            copies = Copies(graph)
        numbers = (FEW, max(FEW, wanted // each))
        stores = [Path(folder) / str(number) for number in numbers]
        for store, number in zip(stores, numbers, strict=True):
            fill(store, copies, number)
        small, large = (running.enter_context(served(store)) for store in stores)
        time.sleep(2)
        print(f"{numbers[0] * each} facts beside {numbers[1] * each}, medians of {ROUNDS}. {machine()}\n")
        print(f"{'page':<34} {'few ms':>8} {'many ms':>8} {'ratio':>6} {'first ms':>9}")
        slow = False
        for page in PAGES:
            first = seconds(large + page)
            seconds(small + page)
            times = [(seconds(small + page), seconds(large + page)) for _ in range(ROUNDS)]
            few, many = (statistics.median(found) for found in zip(*times, strict=True))
            slow = slow or many / few > LIMIT
            print(f"{page:<34} {few * 1e3:>8.1f} {many * 1e3:>8.1f} {many / few:>6.2f} {first * 1e3:>9.0f}", flush=True)
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
