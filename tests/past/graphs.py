"""Stores made of claims by hand or by chance, and what stands in them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from kg.ingestion import make_record, write_records
from kg.model import Article, Claim
from kg.store import Store

DAYS = [date(2024, 6, 9), date(2024, 6, 10), date(2024, 6, 27), date(2024, 7, 14), date(2024, 7, 31), date(2024, 8, 17)]
"""Days before, on and after those on which :func:`tests.strategies.articles` are published."""


def by_article(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """The claims of each article, by its id."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.article.id].append(claim)
    return dict(found)


def put(store: Store, articles: Mapping[str, Sequence[Claim]], version: str = "") -> None:
    """Write articles with these claims; ``version`` makes their texts differ from what they were."""
    records = {}
    for identifier, claims in articles.items():
        article = Article(info=claims[0].article, text=f"Text of {identifier}. {version}")
        records[identifier] = make_record(article, claims, "1")
    write_records(store, records)


def store_of(articles: Mapping[str, Sequence[Claim]], path: Path | None = None) -> Store:
    """A store that has read these articles."""
    store = Store.open(path)
    put(store, articles)
    return store


def everything(store: Store) -> set[str]:
    """Every quad of a store, in words."""
    return {str(quad) for quad in store.backend.quads()}


def published_by(articles: Mapping[str, Sequence[Claim]], day: date) -> dict[str, Sequence[Claim]]:
    """Those published on ``day`` or before."""
    return {
        identifier: claims
        for identifier, claims in articles.items()
        if (published := claims[0].article.published) and published <= day
    }


def redated(articles: Mapping[str, Sequence[Claim]], later: timedelta) -> dict[str, Sequence[Claim]]:
    """The articles as if they had come out so much later; those without a date have none."""

    def moved(claim: Claim) -> Claim:
        day = claim.article.published
        return replace(claim, article=replace(claim.article, published=day + later)) if day else claim

    return {identifier: [*map(moved, claims)] for identifier, claims in articles.items()}
