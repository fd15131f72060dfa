"""What happened, the latest first: all of it page by page, whoever is asked for, whatever way leads there."""

from datetime import date
from pathlib import Path

import pytest

from kg import KnowledgeGraph
from kg.model import Article, ArticleInfo, Moment
from kg.store import happenings


@pytest.fixture(scope="module")
def graph(examples_store: Path) -> KnowledgeGraph:
    return KnowledgeGraph(examples_store, read_only=True)


def paged(graph: KnowledgeGraph, *names: str, limit: int, **days: date) -> list[Moment]:
    """All pages, put in order."""
    pages, more = [], True
    while more:
        moments, more = graph.latest_moments(*names, limit=limit, offset=limit * len(pages), language="en", **days)
        pages.append(moments)
    return [one for page in reversed(pages) for one in page]


@pytest.mark.parametrize("limit", [1, 3, 10, 1000])
@pytest.mark.parametrize("names", [(), ("RUS",), ("RUS", "PRK"), ("Northwood Declaration",)])
def test_the_pages_are_the_whole_timeline(graph: KnowledgeGraph, names: tuple[str, ...], limit: int) -> None:
    """Each moment stands on one page, told as it is told there; those of a day on one page or on the next."""
    whole = {one.id: one for one in graph.timeline(*names, language="en")}
    found = paged(graph, *names, limit=limit)
    assert len(found) == len(whole)
    assert {one.id for one in found} == set(whole)
    ends = [one.span.end or one.span.start for one in found if one.span]
    assert limit > 1 or ends == sorted(ends)


def test_days_bound_what_is_found(graph: KnowledgeGraph) -> None:
    """Included, and then nothing without a date."""
    since, until = date(2024, 6, 19), date(2024, 12, 4)
    whole = [*graph.timeline(since=since, until=until, language="en")]
    found = paged(graph, limit=4, since=since, until=until)
    assert {one.id for one in found} == {one.id for one in whole}
    assert all(one.span for one in found)
    assert paged(graph, limit=4, since=date(2999, 1, 1)) == []


def test_whoever_has_a_part_in_little_or_in_much(graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways of looking give the same."""
    few = paged(graph, "IND", limit=5)
    monkeypatch.setattr(happenings, "FEW", 0)
    assert paged(graph, "IND", limit=5) == few
    assert graph.store.latest_happenings(10, who=["urn:none"]) == ()


def test_what_comes_in_is_there_at_once() -> None:
    """The last day first; what has no date comes after all."""
    with KnowledgeGraph() as graph:

        def put(number: int, text: str) -> None:
            info = ArticleInfo(id=f"a{number}", language="en", published=date(2024, 6, number))
            graph.ingest_articles([Article(info=info, text=text)])

        def days() -> list[str]:
            return [one.last for one in graph.store.latest_happenings(10) if "/event/" in one.thing]

        put(1, "Norway attacked Sweden on 3 May 2024.")
        assert days() == ["2024-05-03"]
        put(2, "Denmark attacked Finland on 5 May 2024.")
        assert days() == ["2024-05-05", "2024-05-03"]
        graph.retract("a1")
        assert days() == ["2024-05-05"]
        (thing,) = (one.thing for one in graph.store.latest_happenings(10) if "/event/" in one.thing)
        assert graph.store.last_days(thing) == ("2024-05-05",)
