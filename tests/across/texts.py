"""The articles that are read together: the examples, and annotated ones as far as they are at hand."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from kg.articles import read_sources
from kg.model import Article, ArticleInfo
from tests.conftest import EXAMPLES

SHARED = next(
    (folder / "shared" for folder in Path(__file__).parents if (folder / "shared/gold").exists()), Path("shared")
)


def gold_records() -> dict[str, Mapping[str, Any]]:
    """The annotated records by article: those of the project, and those beside it where they are at hand."""
    paths = [Path(__file__).parent.parent / "gold/articles.jsonl", SHARED / "gold/articles.dev.jsonl"]
    lines = (line for path in paths if path.exists() for line in path.read_text(encoding="utf-8").splitlines())
    return {record["id"]: record for record in map(json.loads, lines)}


def annotated() -> list[Article]:
    """The annotated articles, in the order of their files."""
    return [_article(record) for record in gold_records().values()]


def examples() -> list[Article]:
    """The articles of ``examples/``."""
    return [item for item in read_sources([EXAMPLES]) if isinstance(item, Article)]


def texts() -> list[Article]:
    """All of them."""
    return [*annotated(), *examples()]


def _article(record: Mapping[str, Any]) -> Article:
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
