"""Whether memory grows with the number of articles: the peak of a run as a ratio to the peak after its first hundred.

``python benchmarks/memory.py [ARTICLES]`` reads that many short articles into a store on disk, each about other states
and people. The people are new words in each article, so that what remembers words would be seen to grow.
"""

import resource
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from machine import machine

from kg import KnowledgeGraph
from kg.ingestion import Progress
from kg.model import Article, ArticleInfo

HERE = Path(__file__).parent
FIRST = 100
TARGET = 1.25
_SYLLABLES = ("ba", "ko", "li", "mu", "ne", "ra", "so", "ti", "va", "zu")
_TEXTS = {
    "fr": "Le président de {0}, {2} {3}ov, a rencontré le ministre {2} {4}ine à {1}. {0} a condamné {1}, selon {4}.\n\n"
    "{1} et {0} ont signé un accord commercial en {5}.",
    "en": "The president of {0}, {2} {3}ov, met minister {2} {4}ine in {1}. {0} condemned {1}, {4} said.\n\n"
    "{1} and {0} signed a trade agreement in {5}.",
}
_STATES = {
    "fr": ("Cuba", "Chypre", "Malte", "Haïti", "Djibouti", "Singapour", "Madagascar", "Bahreïn", "Monaco", "Taïwan"),
    "en": ("France", "Germany", "Russia", "China", "Japan", "Turkey", "Iran", "Britain", "Spain", "Italy", "Greece"),
}


def articles(number: int) -> Iterator[Article]:
    """``number`` articles, made as they are asked for."""
    background = {language: (HERE / f"background.{language}.txt").read_text("utf-8") for language in _TEXTS}
    for i in range(number):
        language = ("fr", "en")[i % 2]
        states = _STATES[language]
        one = i // 2 % len(states)
        two = (one + 1 + i // 2 // len(states) % (len(states) - 1)) % len(states)
        people = (_name(i), _name(3 * i), _name(7 * i))
        news = _TEXTS[language].format(states[one], states[two], *people, 1990 + i % 37)
        info = ArticleInfo(id=f"{i}", language=language, published=date(2026, 1, 1) + timedelta(days=i % 300))
        yield Article(info=info, text=f"{news}\n\n{background[language].partition(chr(10))[0]}")


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
