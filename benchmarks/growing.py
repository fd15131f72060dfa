"""Whether an article costs more the more there are: the last hundreds of a run as a ratio to the first ones.

``python benchmarks/growing.py [ARTICLES [AT_ONCE]]`` makes that many overlapping articles (see :mod:`synthetic`) and
puts them into one store on disk, AT_ONCE at a time (64 as ``kg ingest`` does, where it is not given). Two times are
taken of each hundred: of all, and of what is left without reading (facts and store), which is the harder case: there
whatever grows with the store is not hidden behind the parser. Times are the processor's; still they grow where others
use the machine. Reading an article costs the same from the first to the last, so what is left is told as a share of it
too, which others disturb less. Memory is the peak of the process.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from machine import machine
from memory import peak
from synthetic import articles

from kg.blocks import BlockMemory
from kg.claims import find_claims
from kg.ingestion import BATCH, make_record, write_records
from kg.model import Article
from kg.reading import read_many
from kg.store import ArticleRecord, Store

HUNDRED = 100
FIRST, LAST = 3, 10  # hundreds that are compared
TARGET = 1.3


def records(found: Iterable[Article]) -> list[ArticleRecord]:
    """What the store is to keep of each article."""
    return [make_record(article, find_claims(article, reading), "benchmark") for article, reading in read_many(found)]


def hundreds(store: Store, number: int, at_once: int) -> Iterator[tuple[float, float, int]]:
    """Of each hundred articles the seconds of reading, those of facts and store, and the peak of memory in bytes."""
    coming, memory = articles(number), BlockMemory()
    while some := list(islice(coming, HUNDRED)):
        start = time.process_time()
        read = records(some)
        between = time.process_time()
        for first in range(0, len(read), at_once):
            together = {record.article.id: record for record in read[first : first + at_once]}
            write_records(store, together, memory=memory, beside=True)
        store.settle()
        yield between - start, time.process_time() - between, peak()


def main() -> int:
    """Print the table; the status is 1 where the last hundred cost too much."""
    figures = [int(word) for word in sys.argv[1:]]
    number, at_once = (figures + [10_000, BATCH][len(figures) :])[:2]
    records(articles(HUNDRED))  # loads models and vocabulary
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "store") as store:
        measured = []
        print(f"{number} articles, {at_once} at once. {machine()}\n")
        print(f"{'articles':>8} {'all ms':>8} {'facts ms':>9} {'memory':>7}   (ms of one article, memory in ratio)")
        for place, (reading, writing, most) in enumerate(hundreds(store, number, at_once), 1):
            measured.append((reading + writing, writing, most))
            if place == 1 or place % max(1, number // 1000) == 0:
                ms = 1000 / HUNDRED
                growth = most / measured[0][2]
                line = f"{place * HUNDRED:>8} {(reading + writing) * ms:>8.1f} {writing * ms:>9.1f} {growth:>7.2f}"
                print(line, flush=True)
        print(f"\n{store.statistics().facts} facts")
    # The store writes its files anew every few hundred articles, so several hundreds are taken together.
    first, last = measured[:FIRST], measured[-LAST:]
    ratio, harder = (
        statistics.mean(one[part] for one in last) / statistics.mean(one[part] for one in first) for part in (0, 1)
    )
    print(f"last hundreds to first: {ratio:.2f} (target {TARGET}); without reading: {harder:.2f}")
    shares = [sum(one[1] for one in some) / sum(one[0] - one[1] for one in some) for some in (first, last)]
    steady = (1 + shares[1]) / (1 + shares[0])
    print(f"where reading is taken to cost the same: {steady:.2f}; without reading: {shares[1] / shares[0]:.2f}")
    return int(ratio > TARGET)


if __name__ == "__main__":
    sys.exit(main())
