"""How fast reading in bulk is, as a ratio to spaCy's own ``pipe`` with the same model on the same text.

Both read the same articles in the same process, spaCy paragraph by paragraph in the same batches and with its model as
it comes, models loaded.
They take turns for ROUNDS rounds, and the ratio is of the best times. Then one run of each stage shows where the time
goes. ``python benchmarks/ingest.py [ARTICLES [ROUNDS]] [--dense]``.

The articles are the examples, varied and grown to the length of news: each copy is another article with other dates, so
nothing is known already and merging has work to do, followed by paragraphs of background in which little happens.
``--dense`` leaves these out: then every second sentence holds a claim, and writing to the store weighs more.
"""

import re
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

import spacy
from machine import machine
from spacy.language import Language

from kg import KnowledgeGraph
from kg.articles import Unread, read_sources
from kg.claims import find_claims
from kg.facts import derive
from kg.model import Article, Claim, Reading
from kg.reading import read_many
from kg.reading.paragraphs import paragraphs
from kg.reading.parser import BATCH
from kg.vocabulary import load_language

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples"
TARGET = 0.6


def articles(number: int, *, dense: bool = False) -> list[Article]:
    """``number`` articles, French ones first: the examples over and over, each time in other years."""
    background = {
        language: (HERE / f"background.{language}.txt").read_text("utf-8").split("\n\n") for language in ("fr", "en")
    }
    found = [item for item in read_sources([EXAMPLES]) if not isinstance(item, Unread)]
    copies = []
    for i in range(number):
        source, turn = found[i % len(found)], i // len(found)
        published = source.published and source.published - timedelta(days=365 * (turn % 40))
        text = re.sub(r"\b20(\d\d)\b", lambda year, turn=turn: str(int(year[0]) - turn % 40), source.text)  # type: ignore[misc]
        if not dense:
            text += "\n\n" + "\n\n".join(background[source.language])
        copies.append(Article(info=replace(source.info, id=f"{source.id}-{turn}", published=published), text=text))
    return sorted(copies, key=lambda article: article.language, reverse=True)


@cache
def plain_model(language: str) -> Language:
    """The model of ``language`` as spaCy loads it."""
    return spacy.load(load_language(language).parser)


def spacy_alone(found: list[Article]) -> None:
    """What is compared with: each language's model over all paragraphs of its articles."""
    for language in ("fr", "en"):
        texts = [
            article.text[start:end].replace("\n", " ")
            for article in found
            if article.language == language
            for start, end in paragraphs(article.text)
        ]
        for _ in plain_model(language).pipe(texts, batch_size=BATCH):
            pass


def ingest(found: list[Article]) -> None:
    """All of ``kg ingest`` but reading files: into a new store on disk."""
    with tempfile.TemporaryDirectory() as folder, KnowledgeGraph(Path(folder) / "store") as graph:
        graph.ingest_articles(found)


def timed(work: Callable[[], object]) -> float:
    """Seconds that ``work`` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def stages(found: list[Article]) -> tuple[dict[str, float], int]:
    """Seconds of each stage on its own, and how many claims there are. The rest of ``ingest`` is the store's."""
    readings: list[tuple[Article, Reading]] = []
    claims: list[Claim] = []
    seconds = {
        "reading (with spaCy)": timed(lambda: readings.extend(read_many(found))),
        "claims": timed(lambda: claims.extend(c for article, read in readings for c in find_claims(article, read))),
        "facts": timed(lambda: derive(claims)),
    }
    return seconds, len(claims)


def main() -> int:
    """Print the table; the status is 1 where reading is slower than half of spaCy's speed."""
    figures = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    number, rounds = (figures + [150, 3][len(figures) :])[:2]
    found = articles(number, dense="--dense" in sys.argv)
    words = sum(len(article.text.split()) for article in found)
    some = found[:: max(1, number // 10)]
    ingest(some)  # loads models and vocabulary
    spacy_alone(some)
    alone, own = [], []
    for _ in range(rounds):
        alone.append(timed(lambda: spacy_alone(found)))
        own.append(timed(lambda: ingest(found)))
    ratio = min(alone) / min(own)
    print(f"{number} articles, {words} words, best of {rounds} rounds. {machine()}\n")
    print(f"{'':<26} {'seconds':>8} {'words/s':>8} {'ratio':>6}")
    print(f"{'spaCy pipe alone':<26} {min(alone):>8.2f} {words / min(alone):>8.0f} {1:>6.2f}")
    print(f"{'kg ingest':<26} {min(own):>8.2f} {words / min(own):>8.0f} {ratio:>6.2f}   target {TARGET}")
    parts, claims = stages(found)
    parts["store and the rest"] = max(0.0, min(own) - sum(parts.values()))
    print(f"\nWhere the time goes ({claims} claims, one in {words // max(1, claims)} words)")
    for name, seconds in parts.items():
        print(f"  {name:<24} {seconds:>8.2f} {seconds / min(own):>8.0%}")
    return int(ratio < TARGET)


if __name__ == "__main__":
    sys.exit(main())
