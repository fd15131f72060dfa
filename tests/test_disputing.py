"""Disputes found as they are asked for: the same as all at once, over what happened last first."""

from collections.abc import Iterable
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from kg import KnowledgeGraph
from kg.model import Article, ArticleInfo, Dispute
from kg.store import neighbours

PAPERS = {
    "a": (
        "en",
        "Norway and Sweden signed a treaty on 3 May 2024. Norway attacked Denmark on 7 May 2024, killing 5 soldiers.",
    ),
    "b": (
        "en",
        "Norway and Sweden signed a treaty on 4 May 2024. Norway attacked Denmark on 7 May 2024, killing 9 soldiers.",
    ),
    "c": (
        "en",
        "Norway, Sweden and Finland signed a treaty on 3 May 2024. Norway did not attack Denmark on 7 May 2024.",
    ),
    "d": ("fr", "Le président de la Pologne, Jan Novak, a rencontré Piotr Kral le 9 mai 2024."),
    "e": ("fr", "Le président de la Pologne, Piotr Kral, a rencontré Jan Novak le 9 mai 2024."),
    "f": ("en", "India killed 26 people in Pakistan on 7 May 2025."),
    "g": ("fr", "L'Inde a tué 31 personnes au Pakistan le 7 mai 2025."),
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    path = tmp_path_factory.mktemp("disputed") / "store"
    with KnowledgeGraph(path) as writing:
        for number, (name, (language, text)) in enumerate(PAPERS.items(), 1):
            info = ArticleInfo(
                id=name, language=language, publisher=f"Paper {name}", published=date(2025, 6, min(number, 6))
            )
            writing.ingest_articles([Article(info=info, text=text)])
    return KnowledgeGraph(path, read_only=True)


def by_id(found: Iterable[Dispute]) -> list[Dispute]:
    return sorted(found, key=lambda one: one.id)


@pytest.mark.parametrize("language", ["fr", "en", None])
def test_one_by_one_they_are_all(graph: KnowledgeGraph, language: str | None) -> None:
    """Each once, with the same sides; asked again they are the same."""
    whole = by_id(graph.disputes(language=language))
    assert len(whole) >= 3
    assert by_id(graph.latest_disputes(language=language)) == whole
    assert by_id(graph.latest_disputes(language=language)) == whole


def test_those_over_what_happened_last_come_first(graph: KnowledgeGraph) -> None:
    """And the first are found without the rest."""
    (first,) = islice(graph.latest_disputes(), 1)
    assert graph.store.last_days(first.subject.id) == ("2025-05-07",)


@pytest.mark.parametrize("name", ["NOR", "DNK", "POL", "IND", "Jan Novak"])
def test_of_one_entity_too(graph: KnowledgeGraph, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether it has a part in little or in much."""
    whole = by_id(graph.disputes(name))
    assert by_id(graph.latest_disputes(name)) == whole
    for limit in range(40):
        monkeypatch.setattr(neighbours, "SAID", limit)
        assert by_id(graph.latest_disputes(name)) == whole


@pytest.mark.parametrize(("name", "other"), [("NOR", "DNK"), ("POL", "NOR"), ("IND", "NOR")])
def test_what_concerns_an_entity_is_told_whole_or_not(
    graph: KnowledgeGraph, name: str, other: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However few may be read, and though one is named twice: a part of it is never taken for all."""
    who = (graph.entity(name).id, graph.entity(name).id, graph.entity(other).id)
    whole = neighbours.things_with(graph.store.backend, who)
    for limit in range(60):
        monkeypatch.setattr(neighbours, "SAID", limit)
        assert neighbours.things_with(graph.store.backend, who) in (None, whole)


def test_who_only_has_a_say_is_found(examples_store: Path) -> None:
    """A speaker whom the passages name."""
    with KnowledgeGraph(examples_store, read_only=True) as graph:
        assert by_id(graph.latest_disputes("Abbas Araghchi")) == by_id(graph.disputes("Abbas Araghchi")) != []
        assert by_id(graph.latest_disputes()) == by_id(graph.disputes())
