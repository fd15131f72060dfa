"""Whether memory grows with the number of articles: the peak of a run as a ratio to the peak after its first hundred.

``python benchmarks/memory.py [ARTICLES]`` reads that many examples, each in other years and about other people, into a
store on disk. The people are new words in each article, so that what remembers words would be seen to grow.
"""

import resource
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from machine import machine

from kg import KnowledgeGraph
from kg.articles import Unread, read_sources
from kg.ingestion import Progress
from kg.model import Article

EXAMPLES = Path(__file__).parent.parent / "examples"
FIRST = 100
TARGET = 1.25
_SYLLABLES = ("ba", "ko", "li", "mu", "ne", "ra", "so", "ti", "va", "zu")
_PEOPLE = {
    "fr": "Le diplomate {0} a rencontré {1} à Vienne, a indiqué {2}.",
    "en": "Diplomat {0} met {1} in Vienna, {2} said.",
}


def articles(number: int) -> Iterator[Article]:
    """``number`` articles, made as they are asked for."""
    found = [item for item in read_sources([EXAMPLES]) if not isinstance(item, Unread)]
    for i in range(number):
        source, turn = found[i % len(found)], i // len(found)
        published = source.published and source.published - timedelta(days=turn)
        people = _PEOPLE[source.language].format(*(f"{_name(3 * i + k)} {_name(7 * i + k)}ov" for k in range(3)))
        info = replace(source.info, id=f"{source.id}-{turn}", published=published)
        yield Article(info=info, text=f"{source.text}\n\n{people}")


def _name(number: int) -> str:
    """A name of its own for each number."""
    return "".join(_SYLLABLES[int(digit)] for digit in f"{number:04}").capitalize()


def peak() -> int:
    """The most memory that the process has held so far, in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def main() -> int:
    """Print the ratios; the status is 1 where memory grows."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    marks = sorted({FIRST, *(FIRST * 2**i for i in range(1, 20) if FIRST * 2**i < number), number})
    peaks: dict[int, int] = {}

    def look(progress: Progress) -> None:
        if progress.articles in marks:
            peaks.setdefault(progress.articles, peak())

    with tempfile.TemporaryDirectory() as folder, KnowledgeGraph(Path(folder) / "store") as graph:
        graph.ingest_articles(articles(number), progress=look)
    peaks[number] = peak()
    ratio = peaks[number] / peaks[min(peaks)]
    print(f"{number} articles. {machine()}\n")
    print(f"{'articles':>8} {'peak':>6}")
    for mark, most in sorted(peaks.items()):
        print(f"{mark:>8} {most / peaks[min(peaks)]:>6.2f}")
    print(f"\ntarget {TARGET}")
    return int(ratio > TARGET)


if __name__ == "__main__":
    sys.exit(main())
