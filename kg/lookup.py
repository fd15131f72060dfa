"""What a user's words name in a store: entities and articles, and what is near where there is none of that name."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from kg.model import Article, ArticleError, Entity, Fact, StoreError, UnknownEntityError, Value
from kg.store import Store

_MADE_LABELS = ("Event", "Tenure", "Quantity")
"""Kinds of things whose labels are made, so that nobody asks for them by name."""


def find_entity(store: Store, name: str) -> Entity:
    """The entity with this IRI, ISO code or name in either language; UnknownEntityError with near names if none.

    What was merged into another, or is judged to be the same, is that.
    """
    if "://" in name:
        return store.entity(name)
    found = find_named(store, name)
    became = store.resolve(found.id)
    return found if became == found.id else store.entity(became)


def find_named(store: Store, name: str) -> Entity:
    """As :func:`find_entity`, but an entity that the name means by itself, whatever judgements say that it is."""
    from kg.vocabulary import fold, load_gazetteer

    gazetteer = load_gazetteer(store.names.base)
    if "://" in name:
        return gazetteer.entity(name) or replace(store.entity(name), id=name)
    known = gazetteer.entity(name.upper()) if len(name) == 3 else None
    if known is None:
        senses = [sense for sense in gazetteer.find(name) if sense.sense in ("name", "capital", "seat", "people")]
        known = senses[0].entity if senses else None
    if known is not None:
        return known
    found = store.find_entities(name)
    if found:
        return found[0]
    near = {fold(label): label for label in (*_labels_near(store, name), *gazetteer.nearest(name, 3))}
    hint = f"did you mean {', '.join([*near.values()][:5])}?" if near else "`kg stats` says what the graph holds"
    raise UnknownEntityError(f"nothing is known by the name {name!r}; {hint}")


def _labels_near(store: Store, name: str) -> Iterator[str]:
    """What things that articles name are called, where that is much like ``name``; nearest first."""
    for near in store.near_names(name):
        for entity in store.find_entities(near):
            if entity.kind not in _MADE_LABELS:
                yield entity.label


def named_in(facts: Iterable[Fact], language: str | None) -> list[Fact]:
    """``facts`` of one agreement, which is called by what articles in ``language`` call it, where any does."""
    told = [*facts]
    labels = [fact.object for fact in told if fact.predicate == "label" and isinstance(fact.object, Value)]
    label = min((value.text for value in labels if language and value.language == language), default=None)
    return [replace(fact, subject=replace(fact.subject, label=label)) for fact in told] if label else told


def search(store: Store, text: str, limit: int) -> tuple[Entity, ...]:
    """At most ``limit`` entities and agreements: those called ``text``, whatever its case and accents, then those that
    have it in their name, then those called much like it. Empty where nothing is, or ``text`` is.
    """
    if not text.strip():
        return ()
    found: dict[str, Entity] = {}
    for entity in _searched(store, text, limit):
        found.setdefault(entity.id, entity)
        if len(found) >= limit:
            break
    return tuple(found.values())


def _searched(store: Store, text: str, limit: int) -> Iterator[Entity]:
    with suppress(UnknownEntityError, StoreError):
        yield find_entity(store, text)
    for name in store.names_with(text):
        yield from (entity for entity in store.find_entities(name) if entity.kind not in _MADE_LABELS)
    for name in store.near_names(text, limit):
        yield from (entity for entity in store.find_entities(name) if entity.kind not in _MADE_LABELS)


def require_article(store: Store, article_id: str) -> Article:
    """The article of this id; ArticleError, with near ids, where the store has none."""
    article = store.article(article_id)
    if article is None:
        raise ArticleError(f"the graph holds no article {article_id!r}; {_near(store, article_id)}")
    return article


def article_elsewhere(
    store: Store, source: str | Path, *, stdin: BinaryIO | None, published: date | None, language: str | None
) -> Article:
    """The one article of a file, an address or ``-`` (``stdin``); ArticleError where it is none of these."""
    from kg.articles import read_one
    from kg.vocabulary import languages

    name = str(source)
    if name != "-" and "://" not in name and not os.path.exists(name):
        raise ArticleError(f"{name!r} is neither an article that the graph holds nor a file; {_near(store, name)}")
    return read_one(source, stdin=stdin, published=published, language=language, languages=languages())


def _near(store: Store, article_id: str) -> str:
    """Which ids of articles are much like this one, else where to find them."""
    from rapidfuzz import fuzz, process

    near = [
        one
        for one, _, _ in process.extract(article_id, store.article_ids(), scorer=fuzz.ratio, limit=3, score_cutoff=40)
    ]
    return f"did you mean {', '.join(near)}?" if near else "`kg claims --format jsonl` shows the ids"
