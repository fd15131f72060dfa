"""Reference data in a graph: imported, replaced, withdrawn, in whatever order articles come."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import KnowledgeGraph
from kg.facts import block_keys, describe
from kg.ingestion import write_records
from kg.model import Article, ArticleInfo, BackgroundError, Claim
from kg.references import import_reference, withdraw_reference
from kg.store import ArticleRecord, Store
from tests.store.test_references import HEAD, SELF
from tests.strategies import claim_sets

ENGLISH = "Lloyd Austin, the US defence secretary, warned North Korea on Monday."


def terms_file(folder: Path, name: str, *terms: tuple[str, str, str]) -> Path:
    """A file of terms as president of Russia: holder, first and last day."""
    lines = [
        f'[] a kg:OfficeTerm ; kg:named "{who}" ; kg:office "president" ; kg:of "RUS" ; '
        f'schema:startDate "{since}"^^xsd:date ; schema:endDate "{until}"^^xsd:date ; '
        f"dcterms:source <https://example.org/{name}> ."
        for who, since, until in terms
    ]
    path = folder / f"{name}.ttl"
    path.write_text("\n".join([HEAD, SELF, *lines]))
    return path


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    """Two versions of one reference and another."""
    folder = tmp_path_factory.mktemp("references")
    putin, shoigu = "Vladimir Putin", "Sergei Shoigu"
    return {
        "one": [
            terms_file(folder, "first", (putin, "2020-05-07", "2024-06-30")),
            terms_file(folder, "second", (shoigu, "2020-05-07", "2024-07-30"), (putin, "2024-07-30", "2025-06-30")),
        ],
        "two": [terms_file(folder, "third", (putin, "2024-06-30", "2024-08-01"))],
    }


def _records(claims: list[Claim]) -> dict[str, ArticleRecord]:
    by_article: dict[str, list[Claim]] = {}
    for one in claims:
        by_article.setdefault(one.article.id, []).append(one)
    return {
        identifier: ArticleRecord(
            article=Article(info=own[0].article, text="x" * 2000),
            claims=own,
            keys={one.id: block_keys(one) for one in own},
            descriptions=describe(own),
        )
        for identifier, own in by_article.items()
    }


def _quads(store: Store) -> set[Any]:
    return set(store.backend.quads())


def _one_info_an_article(claims: list[Claim]) -> list[Claim]:
    known: dict[str, ArticleInfo] = {}
    return [one for one in claims if known.setdefault(one.article.id, one.article) == one.article]


@given(claim_sets(12), st.integers(0, 11), st.booleans())
@settings(max_examples=25, deadline=None)
def test_import_and_ingestion_in_any_order(
    files: dict[str, list[Path]], claims: list[Claim], cut: int, replaced: bool
) -> None:
    """Before, between and after the articles, replaced or at once: the graph is the same; withdrawing undoes it all."""
    records = _records(_one_info_an_article(claims))
    some = dict(list(records.items())[:cut])
    rest = {identifier: record for identifier, record in records.items() if identifier not in some}
    with Store.open() as one, Store.open() as other, Store.open() as without:
        if replaced:
            import_reference(one, files["one"][0], "one")
        write_records(one, some)
        import_reference(one, files["two"][0], "two")
        import_reference(one, files["one"][1], "one")
        write_records(one, rest)
        write_records(other, rest)
        write_records(other, some)
        import_reference(other, files["one"][1], "one")
        import_reference(other, files["two"][0], "two")
        assert _quads(one) == _quads(other)
        write_records(without, records)
        before = _quads(without)
        withdraw_reference(one, "two")
        withdraw_reference(one, "one")
        assert _quads(one) == before
        import_reference(other, files["one"][0], "one")
        write_records(other, {}, list(records))
        withdraw_reference(other, "two")
        withdraw_reference(other, "one")
        with Store.open() as empty:
            assert _quads(other) == _quads(empty)


def _graph(path: Path | None = None) -> KnowledgeGraph:
    graph = KnowledgeGraph(path)
    info = ArticleInfo(id="a", language="en", published=date(2025, 6, 19), publisher="Paper")
    graph.ingest_articles([Article(info=info, text=ENGLISH)])
    return graph


def test_the_bundled_reference_disputes_what_is_out_of_date() -> None:
    """An article of 19 June 2025 that calls Lloyd Austin defence secretary; re-ingestion changes nothing."""
    with _graph() as graph:
        before = _quads(graph.store)
        (fact,) = [fact for fact in graph.facts(entity="Lloyd Austin") if fact.predicate == "holder"]
        assert (fact.status, fact.disputed_by) == ("stated", ())
        graph.import_bundled("office-holders")
        (fact,) = [fact for fact in graph.facts(entity="Lloyd Austin") if fact.predicate == "holder"]
        assert fact.status == "disputed"
        terms = graph.terms_against([fact]).values()
        assert {(term.name("en"), str(term.end.end) if term.end else None) for term in terms} == {
            ("Lloyd Austin", "2025-01-20"),
            ("Pete Hegseth", None),
        }
        assert graph.validate().conforms
        after = _quads(graph.store)
        graph.ingest_articles(list(graph.articles()))
        graph.import_bundled("office-holders")
        assert _quads(graph.store) == after
        (row,) = graph.ask("Who is the American defence minister?").rows
        assert (row.status, {term.name("en") for term in row.disputed_by}) == (
            "disputed",
            {"Lloyd Austin", "Pete Hegseth"},
        )
        assert [term["office"] for term in row.to_json()["disputed_by"]] == ["defence minister"] * 2
        graph.withdraw_reference("office-holders")
        assert _quads(graph.store) == before


def test_a_plain_query_knows_nothing_of_the_reference() -> None:
    """The default graph has the triples it had, and no answer rests on a term alone."""
    with _graph() as graph:
        query = "SELECT * { ?s ?p ?o }"
        before = sorted(map(str, graph.query(query).rows))
        graph.import_bundled("office-holders")
        assert sorted(map(str, graph.query(query).rows)) == before
        assert graph.ask("Who is the president of France?").status == "none"
        named = graph.store.names.reference("office-holders")
        holders = graph.query(f"SELECT ?h FROM NAMED <{named}> {{ GRAPH ?g {{ ?t kg:holder ?h }} }}")
        assert len(list(holders.rows)) > 1


def test_names_that_are_not_there() -> None:
    """What to import and what to withdraw instead is told."""
    with KnowledgeGraph() as graph:
        with pytest.raises(BackgroundError, match="comes with kg; there is office-holders"):
            graph.import_bundled("ministers")
        with pytest.raises(BackgroundError, match="none was imported"):
            graph.withdraw_reference("ministers")
        graph.import_bundled("office-holders", name="mine")
        with pytest.raises(BackgroundError, match="there is mine"):
            graph.withdraw_reference("ministers")
        assert [reference.name for reference in graph.references()] == ["mine"]


def test_a_graph_as_of_a_day_is_held_against_the_reference_too(tmp_path: Path) -> None:
    """Imported after the copy of a day was made or before, on disk and in memory."""
    for path in (None, tmp_path / "store"):
        with _graph(path) as graph:
            for reference in (False, True):
                if reference:
                    graph.import_bundled("office-holders")
                with graph.as_of(date(2025, 6, 19)) as then:
                    (fact,) = [fact for fact in then.facts(entity="Lloyd Austin") if fact.predicate == "holder"]
                    assert bool(then.terms_against([fact])) == reference
