"""The latest things near an entity: the same by either way of finding them, whatever there is besides."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from kg import KnowledgeGraph
from kg.model import Article, ArticleInfo
from kg.store import neighbours


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    """Ten articles, a day apart, that tell of something new each."""
    opened = KnowledgeGraph(tmp_path_factory.mktemp("near") / "store")
    for number in range(1, 11):
        text = f"Norway attacked Sweden on {number} May 2024. Denmark attacked Finland on {number} May 2024."
        day = date(2024, 6, 1) + timedelta(days=number)
        opened.ingest_articles([Article(info=ArticleInfo(id=f"a{number}", language="en", published=day), text=text)])
    return opened


@pytest.mark.parametrize("limit", [1, 3, 10, 50])
def test_the_last_reported_come_first_by_either_way(
    graph: KnowledgeGraph, limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there are few all are sorted, where there are many the days are gone through; both give the same."""
    norway = graph.entity("NOR").id
    few = graph.store.latest_things(norway, limit)
    monkeypatch.setattr(neighbours, "FEW", 0)
    assert graph.store.latest_things(norway, limit) == few
    assert len(few) == min(limit, 10)
    days = [graph.store.facts(subject=iri, predicate="timeFrom") for iri in few]
    assert [str(next(found).object.text)[-2:] for found in days] == [
        f"{day:02}" for day in range(10, 10 - len(few), -1)
    ]  # type: ignore[union-attr]


def test_only_what_it_has_a_part_in_is_near(graph: KnowledgeGraph) -> None:
    """And of an unknown one nothing is."""
    for iri in graph.store.latest_things(graph.entity("DNK").id, 50):
        named = {fact.object.id for fact in graph.store.facts(subject=iri) if hasattr(fact.object, "id")}
        assert graph.entity("DNK").id in named
        assert graph.entity("NOR").id not in named
    assert graph.store.latest_things("urn:none", 50) == ()


def test_the_pages_say_what_they_leave_out(graph: KnowledgeGraph, tmp_path: Path) -> None:
    """The entity, its moments, and whether there are more."""
    entity, moments, more = graph.moments_near("Norvège", limit=4, language="fr")
    assert (entity.iso3, len(moments), more) == ("NOR", 4, True)
    assert graph.moments_near("NOR", limit=10, language="fr")[2] is False
