"""The articles that are read together: the examples, and annotated ones as far as they are at hand."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from kg.articles import read_sources
from kg.model import Article, ArticleInfo
from tests.conftest import EXAMPLES

Record = Mapping[str, Any]
SHARED = next(
    (folder / "shared" for folder in Path(__file__).parents if (folder / "shared/gold").exists()), Path("shared")
)
OWN = Path(__file__).parent.parent / "gold/articles.jsonl"


def records(path: Path) -> dict[str, Record]:
    """The annotated records of a file by article; none where it is not at hand."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else ()
    return {record["id"]: record for record in map(json.loads, lines)}


def of_the_press() -> dict[str, Record]:
    """Those of articles that the project does not hold."""
    return records(SHARED / "gold/articles.dev.jsonl")


def of_our_own() -> dict[str, Record]:
    """Those of the articles of ``tests/gold/articles.jsonl``."""
    return records(OWN)


def examples() -> list[Article]:
    """The articles of ``examples/``."""
    return [item for item in read_sources([EXAMPLES]) if isinstance(item, Article)]


def article_of(record: Record) -> Article:
    """The article that a record annotates."""
    text = record.get("text") or (SHARED / "articles" / record["file"]).read_text(encoding="utf-8")
    info = ArticleInfo(
        id=record["id"],
        title=record.get("title") if "text" in record else None,
        url=record.get("url"),
        publisher=record.get("publisher"),
        published=date.fromisoformat(record["published"]),
        language=record["lang"],
    )
    return Article(info=info, text=text)
