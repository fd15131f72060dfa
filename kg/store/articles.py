"""Articles ⇄ RDF: metadata and text in the article's own named graph."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pyoxigraph as ox

from kg.model import Article, ArticleInfo, Names, StoreError, digest
from kg.store import terms
from kg.store.claims import Properties
from kg.store.terms import name

_METADATA = (("title", "schema:headline"), ("url", "schema:url"), ("publisher", "schema:publisher"))


def article_digest(article: Article, reader: str) -> str:
    """A hash of the text, the metadata and the version of what read them: where it is the same, so is the reading."""
    return digest({"info": article.info.to_json(), "text": article.text, "reader": reader})


def article_quads(article: Article, names: Names, reader: str, kept: str | None = None) -> Iterator[ox.Quad]:
    """The quads of the article itself; its node is its graph's name. ``reader`` is the version of what read it.

    ``kept`` is the digest that it stands in the store with already, where it is not read anew.
    """
    node = terms.iri(names.article(article.id))
    info = article.info

    def quad(predicate: str, value: Any) -> ox.Quad:
        return ox.Quad(node, name(predicate), value, node)

    yield quad("rdf:type", name("kg:Article"))
    yield quad("schema:identifier", terms.text(info.id))
    yield quad("schema:inLanguage", terms.text(info.language))
    for field, predicate in _METADATA:
        if (value := getattr(info, field)) is not None:
            yield quad(predicate, terms.text(value))
    if info.published:
        yield quad("schema:datePublished", terms.day(info.published))
    if info.sketch:
        yield quad("kg:sketch", terms.text(info.sketch))
    for credit in info.credits:
        yield quad("kg:credit", terms.text(credit))
    yield quad("kg:text", terms.text(article.text))
    yield quad("kg:digest", terms.text(kept or article_digest(article, reader)))


def read_info(node: ox.NamedNode, own: Properties) -> ArticleInfo:
    """The metadata that :func:`article_quads` wrote; StoreError where the graph is broken."""

    def one(predicate: str) -> str | None:
        values = own.get(name(predicate).value)
        return values[0].value if values else None

    identifier, language, published = (
        one("schema:identifier"),
        one("schema:inLanguage"),
        one("schema:datePublished"),
    )
    if identifier is None or language is None:
        raise StoreError(f"article {node.value} lacks its id or its language; run `kg validate`, or ingest it again")
    return ArticleInfo(
        id=identifier,
        language=language,
        published=date.fromisoformat(published) if published else None,
        sketch=one("kg:sketch") or "",
        credits=tuple(sorted(value.value for value in own.get(name("kg:credit").value, ()))),
        **{field: one(predicate) for field, predicate in _METADATA},
    )
