"""How long whole processes take, as a ratio to a bare interpreter that does nothing.

The commands take turns, so that what slows the machine slows all of them alike; the ratio is of medians. The limits are
those of the design. ``python benchmarks/cold_start.py [ROUNDS]``.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from machine import machine

from kg import KnowledgeGraph
from kg.model import Article, ArticleInfo

KG = ["-c", "from kg.cli import main; main()"]
TEXT = "Russia and North Korea signed a treaty on 19 June 2024."


def measure(store: str, rounds: int) -> dict[str, tuple[float, float | None]]:
    """For each command its median time in seconds and the limit of its ratio, ``None`` where there is none."""
    query = "SELECT ?name { ?agreement a kg:Agreement ; rdfs:label ?name }"
    commands: dict[str, tuple[list[str], float | None]] = {
        "python -c pass": (["-c", "pass"], None),
        "kg --help": ([*KG, "--help"], 8),
        "kg query": ([*KG, "--store", store, "query", query], 20),
        "kg query --format json": ([*KG, "--store", store, "query", query, "--format", "json"], 20),
        "kg claims --format jsonl": ([*KG, "--store", store, "claims", "--format", "jsonl"], None),
        "kg stats": ([*KG, "--store", store, "stats"], None),
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds + 1):
        for name, (words, _) in commands.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, *words], stdout=subprocess.DEVNULL, check=True)
            times[name].append(time.perf_counter() - start)
    return {name: (statistics.median(times[name][1:]), limit) for name, (_, limit) in commands.items()}


def main() -> int:
    """Print the table; the status is 1 where a limit is passed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "store")
        with KnowledgeGraph(store) as graph:
            graph.ingest_articles([Article(info=ArticleInfo(id="a", language="en"), text=TEXT)])
        found = measure(store, rounds)
    bare, _ = found["python -c pass"]
    print(f"Whole processes, medians of {rounds} rounds. {machine()}\n")
    print(f"{'command':<26} {'ms':>7} {'ratio':>7} {'limit':>7}")
    slow = False
    for name, (median, limit) in found.items():
        ratio = median / bare
        slow = slow or (limit is not None and ratio > limit)
        print(f"{name:<26} {median * 1000:>7.1f} {ratio:>7.1f} {limit or '':>7}")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
