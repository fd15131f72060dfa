"""The articles, read once: the examples, our own annotated ones, and those of the press where they are at hand."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from kg.claims import find_claims
from kg.facts import derive
from kg.model import Article, Claim, Derivation
from kg.model.reading import Reading
from kg.reading import read_many
from tests.across import texts


@dataclass(frozen=True, slots=True)
class Read:
    """Articles with their annotated records, and what was read in them and follows from them together."""

    articles: Sequence[Article]
    records: dict[str, texts.Record]
    readings: dict[str, Reading]
    claims: list[Claim]
    derivation: Derivation


def _read(articles: Sequence[Article], records: dict[str, texts.Record]) -> Read:
    readings: dict[str, Reading] = {}
    claims: list[Claim] = []
    for article, reading in read_many([article.sketched() for article in articles]):
        readings[article.id] = reading
        claims += find_claims(article, reading)
    return Read(articles, records, readings, claims, derive(claims))


@pytest.fixture(scope="session")
def press() -> Read:
    """The annotated articles of the press alone."""
    records = texts.of_the_press()
    if not records:
        pytest.skip("the articles of the press are not at hand")
    return _read([texts.article_of(record) for record in records.values()], records)


@pytest.fixture(scope="session")
def ours() -> Read:
    """The examples and our own annotated articles."""
    records = texts.of_our_own()
    return _read([*texts.examples(), *map(texts.article_of, records.values())], records)


@pytest.fixture(scope="session")
def together(press: Read) -> Read:
    """The articles of the press and the examples."""
    return _read([*press.articles, *texts.examples()], press.records)
