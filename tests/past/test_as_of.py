"""The graph as of a day is what the articles published by then give, however it was cut and wherever it is kept."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import KnowledgeGraph
from kg.ingestion import write_records
from kg.model import Article, Claim, StoreError
from kg.past import as_of, undated
from kg.store import Store, cutting
from tests.past.graphs import DAYS, by_article, everything, published_by, put, redated, store_of
from tests.strategies import article, claim_sets, treaty

EARLY, LATE = date(2024, 6, 20), date(2024, 12, 5)


def _articles() -> dict[str, Sequence[Claim]]:
    early, late, dateless = (
        article("Paper A", "2024-06-20", key="early"),
        article("Paper B", "2024-12-05", key="late"),
        article("Paper C", None, key="dateless"),
    )
    return {info.id: [treaty(info)] for info in (early, late, dateless)}


@given(claim_sets(), st.sampled_from(DAYS))
@settings(max_examples=60, deadline=None)
def test_it_equals_a_store_that_read_only_the_articles_published_by_then(claims: list[Claim], day: date) -> None:
    """Quad by quad, whatever the articles say and on whatever day."""
    articles = by_article(claims)
    with store_of(articles) as whole, as_of(whole, day) as then, store_of(published_by(articles, day)) as alone:
        assert everything(then) == everything(alone)


@given(claim_sets())
@settings(max_examples=20, deadline=None)
def test_the_last_day_gives_the_graph_itself(claims: list[Claim]) -> None:
    """Where every article has a date."""
    articles = {key: found for key, found in by_article(claims).items() if found[0].article.published}
    with store_of(articles) as whole, as_of(whole, date.max) as then:
        assert everything(then) == everything(whole)


@pytest.mark.parametrize("few", [1, 10**6])
@given(claim_sets(), claim_sets(), st.sampled_from(DAYS))
@settings(max_examples=10, deadline=None)
def test_a_copy_thinned_out_and_one_written_anew_hold_the_same(
    few: int, first: list[Claim], second: list[Claim], day: date
) -> None:
    """On disk, beside a writer and with corrections, whichever way the copy is made."""
    articles, corrected = by_article(first), redated(by_article(second), timedelta(days=9))
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        patched.setattr(cutting, "_FEW", few)
        with store_of(articles, Path(folder) / "store") as whole, store_of(published_by(articles, day)) as alone:
            put(whole, corrected, "Corrected.")
            put(alone, published_by(corrected, day), "Corrected.")
            with as_of(whole, day) as then:
                assert everything(then) == everything(alone)


@given(claim_sets(), claim_sets(), st.lists(st.sampled_from(DAYS), min_size=2, max_size=4), st.sampled_from(DAYS))
@settings(max_examples=15, deadline=None)
def test_a_copy_made_of_the_one_that_comes_nearest_holds_the_same(
    first: list[Claim], second: list[Claim], days: list[date], last: date
) -> None:
    """Of an earlier day or a later one, before and after corrections, and where an article was retracted."""
    articles, corrected = by_article(first), redated(by_article(second), timedelta(days=9))
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        patched.setattr(cutting, "_FEW", 0)
        with store_of(articles, Path(folder) / "store") as whole:
            for day in days:
                with as_of(whole, day) as then, store_of(published_by(articles, day)) as alone:
                    assert everything(then) == everything(alone)
            put(whole, corrected, "Corrected.")
            gone = sorted({*articles, *corrected})[:1]
            write_records(whole, {}, gone)
            for day in (*days, last):
                left = [{key: said for key, said in each.items() if key not in gone} for each in (articles, corrected)]
                with as_of(whole, day) as then, store_of(published_by(left[0], day)) as alone:
                    put(alone, published_by(left[1], day), "Corrected.")
                    assert everything(then) == everything(alone)


def _daily(store: Store, days: int) -> None:
    infos = [
        article(f"Paper {n}", (date(2024, 6, 1) + timedelta(days=n)).isoformat(), key=f"a{n}") for n in range(days)
    ]
    put(store, {info.id: [treaty(info)] for info in infos})


@pytest.mark.parametrize("days_away", [-1, 1])
def test_the_day_before_and_after_one_that_was_asked_cost_what_differs(tmp_path: Path, days_away: int) -> None:
    """In the middle of a store: of the articles of other days none is read again."""
    middle = date(2024, 6, 20)
    with store_of({}, tmp_path / "store") as store:
        _daily(store, 40)
        as_of(store, middle).close()
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(cutting, "remaining", _refuse)
            with as_of(store, middle + timedelta(days=days_away)) as then:
                assert then.statistics().articles == 20 + days_away
                (whole,) = then.facts(predicate="a")
                assert len(whole.supported_by) == 20 + days_away


def _refuse(*_: object) -> None:
    raise AssertionError("all is written anew")


def test_a_damaged_copy_is_no_base_and_is_removed(tmp_path: Path) -> None:
    """The next one is made of the store."""
    with store_of({}, tmp_path / "store") as store:
        _daily(store, 40)
        as_of(store, date(2024, 6, 20)).close()
        (copy,) = (tmp_path / "store/as-of").iterdir()
        for table in copy.glob("*.sst"):
            held = table.read_bytes()
            table.unlink()
            table.write_bytes(held[: len(held) // 2])
        with as_of(store, date(2024, 6, 21)) as then:
            assert then.statistics().articles == 21
        (left,) = (tmp_path / "store/as-of").iterdir()
        assert left != copy
        assert (left / "CURRENT").is_file()


def test_another_reference_or_program_calls_for_another_base(tmp_path: Path) -> None:
    """What a copy was derived with beside articles must be what is wanted."""
    with store_of({}, tmp_path / "store") as store:
        _daily(store, 40)
        as_of(store, date(2024, 6, 20)).close()
        store.update(
            "INSERT DATA { GRAPH <https://example.org/own> { <https://example.org/a> a <https://example.org/B> } }"
        )
        with as_of(store, date(2024, 6, 21)) as then:
            assert "<https://example.org/own>" in "".join(everything(then))
            assert then.statistics().articles == 21


def test_it_is_the_same_on_disk_read_again_and_beside_a_writer(tmp_path: Path) -> None:
    """The first look keeps a copy, the second finds it, and a writer disturbs neither."""
    with store_of(_articles(), tmp_path / "store") as writer:
        with as_of(writer, EARLY) as then:
            first = everything(then)
        (copy,) = (tmp_path / "store/as-of").iterdir()
        built = (copy / "CURRENT").stat().st_mtime_ns
        with Store.open(tmp_path / "store", read_only=True) as reader, as_of(reader, EARLY) as then:
            assert everything(then) == first
            assert (copy / "CURRENT").stat().st_mtime_ns == built
            put(writer, {"another": [treaty(article("Paper D", "2024-06-01", key="another"))]})
            assert everything(then) == first
        assert not list((tmp_path / "store/readers").iterdir())


def test_later_articles_leave_a_kept_copy_as_it_is_and_a_correction_makes_another(tmp_path: Path) -> None:
    """A copy is named after what it holds."""
    with store_of(_articles(), tmp_path / "store") as store:
        as_of(store, EARLY).close()
        put(store, {"later": [treaty(article("Paper D", "2025-01-01", key="later"))]})
        as_of(store, EARLY).close()
        assert len(list((tmp_path / "store/as-of").iterdir())) == 1
        corrected = treaty(article("Paper A", "2024-06-20", key="early"), stage="proposed")
        put(store, {"early": [corrected]}, "Corrected.")
        with as_of(store, EARLY) as then:
            assert [fact.status for fact in then.facts(predicate="a")] == ["expected"]
        assert len(list((tmp_path / "store/as-of").iterdir())) == 2


def test_only_the_last_few_copies_stay_and_their_readers_keep_what_they_have(tmp_path: Path) -> None:
    """A reader of a copy that was removed goes on."""
    infos = [article(f"Paper {n}", f"2024-06-{n + 10}", key=f"a{n}") for n in range(cutting.KEPT + 3)]
    with store_of({info.id: [treaty(info)] for info in infos}, tmp_path / "store") as store:
        with as_of(store, date(2024, 6, 10)) as oldest:
            for number in range(1, cutting.KEPT + 3):
                os.utime(next(iter((tmp_path / "store/as-of").iterdir())), (number, number))
                as_of(store, date(2024, 6, 10 + number)).close()
            assert [info.id for info in oldest.articles()] == ["a0"]
            assert [fact.status for fact in oldest.facts(predicate="a")] == ["stated"]
        assert len(list((tmp_path / "store/as-of").iterdir())) == cutting.KEPT


def test_where_no_copy_can_be_kept_it_is_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full or read-only medium costs time, not the answer."""
    monkeypatch.setattr("tempfile.mkdtemp", _fail)
    with store_of(_articles(), tmp_path / "store") as store, as_of(store, EARLY) as then:
        assert [info.id for info in then.articles()] == ["early"]
    assert not list((tmp_path / "store/as-of").iterdir())


def _fail(*_: object, **__: object) -> str:
    raise OSError(30, "Read-only file system")


def test_a_damaged_copy_is_made_anew(tmp_path: Path) -> None:
    """Nobody has to remove it by hand."""
    with store_of(_articles(), tmp_path / "store") as store:
        as_of(store, EARLY).close()
        (copy,) = (tmp_path / "store/as-of").iterdir()
        (copy / "CURRENT").write_text("MANIFEST-none\n")
        with as_of(store, EARLY) as then:
            assert [info.id for info in then.articles()] == ["early"]


def test_processes_that_cut_at_once_both_get_it(tmp_path: Path) -> None:
    """Whoever is first leaves a copy; nothing half built remains."""
    store_of(_articles(), tmp_path / "store").close()
    code = (
        "import sys; from datetime import date; from kg import KnowledgeGraph\n"
        "with KnowledgeGraph(sys.argv[1], read_only=True) as graph, graph.as_of(date(2024, 6, 20)) as then:\n"
        "    print(then.statistics().articles)"
    )
    at_once = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "store")], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    assert [process.communicate(timeout=60)[0].strip() for process in at_once] == ["1", "1"]
    assert len(list((tmp_path / "store/as-of").iterdir())) == 1


def test_a_reader_of_all_shares_the_graph_and_outlives_it(tmp_path: Path) -> None:
    """Nothing is copied where nothing is left out."""
    articles = published_by(_articles(), LATE)
    store_of(articles, tmp_path / "store").close()
    with Store.open(tmp_path / "store", read_only=True) as reader:
        then = as_of(reader, LATE)
    with then:
        assert [info.id for info in then.articles()] == ["early", "late"]
    assert not (tmp_path / "store/as-of").exists()
    assert not list((tmp_path / "store/readers").iterdir())


def test_it_cannot_be_written() -> None:
    """Who tries is told so in one line."""
    with KnowledgeGraph() as graph:
        put(graph.store, _articles())
        with graph.as_of(EARLY) as then, pytest.raises(StoreError, match="to read only"):
            then.retract("early")


def test_articles_without_a_date_are_counted() -> None:
    """They are in no graph as of a day."""
    with store_of(_articles()) as store, as_of(store, date.max) as then:
        assert undated(store) == 1
        assert [info.id for info in then.articles()] == ["early", "late"]


def test_questions_about_last_year_count_from_the_day() -> None:
    """« L'an dernier » is the year before the day of the graph."""
    text = "Norway attacked Sweden on 3 March 2023."
    source = Article(info=article("Paper", "2023-03-04", "en", key="a"), text=text)
    with KnowledgeGraph() as graph:
        graph.ingest_articles([source])
        with graph.as_of(date(2024, 5, 1)) as then:
            answer = then.ask("Did Norway attack Sweden last year?")
    assert "2023" in (answer.understood or "")
