"""A run of reading: counted, reported, and written in batches that are in whole or not at all."""

from datetime import date

import pytest

from kg.articles import Unread
from kg.claims import find_claims
from kg.ingestion import BATCH, Ingestion, Progress, write_records
from kg.model import Article, ArticleInfo, Claim, ClaimError, Reading, StoreError
from kg.store import Store

TEXT = "Norway attacked Sweden on 3 March 2025."


def _article(number: int, text: str = TEXT) -> Article:
    info = ArticleInfo(id=f"a{number}", language="en", published=date(2025, 6, 19), publisher=f"Paper {number}")
    return Article(info=info, text=text)


def test_the_report_counts_what_became_of_the_sources() -> None:
    """Read, known already, and not read with its reason; claims of those read, facts of the whole store."""
    unread = Unread(source="x.txt", line=None, reason="it is empty")
    with Store.open(None) as store:
        first = Ingestion(store, "1").run([_article(1), unread])
        second = Ingestion(store, "1").run([_article(1), _article(2)])
    assert (first.articles, first.unchanged, first.unread) == (1, 0, (unread,))
    assert first.claims > 0
    assert (second.articles, second.unchanged) == (1, 1)
    assert second.facts >= first.facts > 0


def test_another_reader_reads_again() -> None:
    """Where program or vocabulary have changed, an unchanged article is not current."""
    with Store.open(None) as store:
        Ingestion(store, "1").run([_article(1)])
        assert Ingestion(store, "2").run([_article(1)]).articles == 1


def test_progress_is_told_before_the_first_and_after_each() -> None:
    """With a total where there are not too many, and the article that was read last."""
    seen: list[Progress] = []
    with Store.open(None) as store:
        Ingestion(store, "1", seen.append).run([_article(1), Unread(source="x", line=None, reason="no"), _article(2)])
    assert (seen[0].articles, seen[0].last, seen[0].total) == (0, "", 3)
    assert [(p.articles, p.unread) for p in seen][-1] == (2, 1)
    assert {p.last for p in seen} == {"", "a1", "a2", "x"}


def test_more_articles_than_a_batch_are_all_written() -> None:
    """Also the last, which fill no batch."""
    with Store.open(None) as store:
        report = Ingestion(store, "1").run(_article(n) for n in range(BATCH + 3))
        assert report.articles == store.statistics().articles == BATCH + 3


def test_an_article_whose_claims_are_unsound_is_told_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """One claim that contradicts its own evidence costs its article, not the run."""

    def find(article: Article, reading: Reading) -> tuple[Claim, ...]:
        if article.id == "a2":
            raise ClaimError("the text does not read so")
        return find_claims(article, reading)

    monkeypatch.setattr("kg.claims.find_claims", find)
    with Store.open(None) as store:
        report = Ingestion(store, "1").run([_article(1), _article(2), _article(3)])
        assert [info.id for info in store.articles()] == ["a1", "a3"]
    assert report.articles == 2
    assert [str(unread) for unread in report.unread] == ["a2: gives no sound claims: the text does not read so"]


def test_what_was_read_before_a_failure_is_kept() -> None:
    """The articles before the one that could not be had are in the store, whole."""

    def items():  # type: ignore[no-untyped-def]
        yield _article(1)
        raise StoreError("the source went away")

    with Store.open(None) as store:
        with pytest.raises(StoreError, match="went away"):
            Ingestion(store, "1").run(items())
        assert store.statistics().articles in (0, 1)
        assert not store.statistics().facts or store.statistics().articles


def test_removing_what_is_not_there_changes_nothing() -> None:
    """No fact is touched."""
    with Store.open(None) as store:
        Ingestion(store, "1").run([_article(1)])
        before = store.statistics()
        write_records(store, {}, ["a2"])
        assert store.statistics() == before


def test_one_wire_story_in_three_papers_is_one_source() -> None:
    """Whatever comes first, and in however many runs: an attack that all of them carry is stated, not corroborated."""
    wire = " ".join(f"Resident {n} of street {n * 7} said that the alarm number {n * 3} came late." for n in range(12))
    leads = ("Norway attacked Sweden on 3 March 2025.", "On 3 March 2025, Sweden was attacked by Norway.")
    carried = [_article(n, f"{lead} {wire}") for n, lead in enumerate((*leads, f"Again: {leads[0]}"))]
    for order in (carried, carried[::-1]):
        with Store.open(None) as store:
            for one in order:
                Ingestion(store, "1").run([one])
            (fact,) = [fact for fact in store.facts(predicate="a") if fact.subject.kind == "Event"]
            assert (fact.status, len(fact.supported_by)) == ("stated", 3)
            Ingestion(store, "1").run(
                [_article(9, "Sweden was attacked by Norway in the early hours of 3 March 2025.")]
            )
            (fact,) = [fact for fact in store.facts(predicate="a") if fact.subject.kind == "Event"]
            assert (fact.status, len(fact.supported_by)) == ("corroborated", 4)


def test_one_agency_in_two_papers_is_one_source() -> None:
    """Read in two runs, under two publishers, in words of their own: an attack that both have from AFP is stated."""
    texts = (
        "STOCKHOLM (AFP) – Norway attacked Sweden on 3 March 2025.",
        "Sweden was attacked by Norway, 3 March 2025.",
    )
    with Store.open(None) as store:
        for number, text in enumerate((texts[0], f"{texts[1]}\n\n(with AFP)")):
            Ingestion(store, "1").run([_article(number, text)])
        (fact,) = [fact for fact in store.facts(predicate="a") if fact.subject.kind == "Event"]
        assert (fact.status, len(fact.supported_by)) == ("stated", 2)
        Ingestion(store, "1").run([_article(1, texts[1])])
        (fact,) = [fact for fact in store.facts(predicate="a") if fact.subject.kind == "Event"]
        assert fact.status == "corroborated"


def test_two_papers_that_repeat_one_agency_are_one_source_and_a_third_is_another() -> None:
    """Each credits it in another way within the sentence."""
    repeated = (
        "Norway attacked Sweden on 3 March 2025, Reuters reported.",
        "According to Reuters, Norwegian forces attacked Sweden on 3 March 2025.",
    )
    with Store.open(None) as store:
        for number, text in enumerate(repeated):
            Ingestion(store, "1").run([_article(number, text)])
        (fact,) = [fact for fact in store.facts(predicate="a") if fact.subject.kind == "Event"]
        assert (fact.status, len(fact.supported_by)) == ("stated", 2)
        Ingestion(store, "1").run([_article(7, "Sweden was attacked by Norway on 3 March 2025.")])
        (fact,) = [fact for fact in store.facts(predicate="a") if fact.subject.kind == "Event"]
        assert (fact.status, len(fact.supported_by)) == ("corroborated", 3)
