"""What a correction changed is known as long as its article is there, and nothing else differs for it."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ingestion import write_records
from kg.model import Article, Claim, TimeSpan
from kg.past import as_of, corrections, history
from kg.store import Store
from tests.past.graphs import DAYS, by_article, everything, published_by, put, redated, store_of
from tests.strategies import RUSSIA, UKRAINE, article, claim, claim_sets, on, treaty


def _but_former_versions(store: Store) -> set[str]:
    return {quad for quad in everything(store) if not quad.endswith("/graph/changes>")}


def _attack(key: str, publisher: str, start: int = 0, day: str = "2024-06-18", modality: str = "asserted") -> Claim:
    info = article(publisher, "2024-06-20", key=key)
    time: TimeSpan = on(day)
    roles = {"actor": RUSSIA, "target": UKRAINE}
    fields = {"time": time, "modality": modality, "start": start, "end": start + 71}
    return claim("event", "ASSAULT", roles, info, **fields)


@given(claim_sets(), claim_sets())
@settings(max_examples=40, deadline=None)
def test_a_corrected_store_is_one_that_read_only_the_new_version(first: list[Claim], second: list[Claim]) -> None:
    """But for the former versions, which are those of the articles that came twice."""
    former, latter = by_article(first), by_article(second)
    with store_of(former) as store, store_of({**former, **latter}) as fresh:
        put(store, latter, "Corrected.")
        put(fresh, latter, "Corrected.")
        with store_of({key: claims for key, claims in former.items() if key not in latter}) as only:
            put(only, latter, "Corrected.")
            assert _but_former_versions(store) == everything(only)
        assert {version.article.id for version in store.versions()} == former.keys() & latter.keys()
        assert all(one.former.id in former.keys() & latter.keys() for one in corrections(store))


@given(claim_sets(), claim_sets())
@settings(max_examples=30, deadline=None)
def test_retraction_takes_the_former_versions_too(first: list[Claim], second: list[Claim]) -> None:
    """What is left is what the other articles alone give, and no correction of what is gone."""
    former, latter = by_article(first), by_article(second)
    with store_of(former) as store:
        put(store, latter, "Corrected.")
        write_records(store, {}, sorted(latter))
        with store_of({key: claims for key, claims in former.items() if key not in latter}) as rest:
            assert everything(store) == everything(rest)
        assert corrections(store) == ()


@given(claim_sets(), claim_sets(), st.sampled_from(DAYS))
@settings(max_examples=30, deadline=None)
def test_a_day_before_knows_the_corrections_of_its_own_articles(first: list[Claim], second: list[Claim], day) -> None:  # type: ignore[no-untyped-def]
    """As of a day is what the same reading of the articles published by then gives."""
    former, latter = by_article(first), by_article(second)
    with store_of(former) as store, store_of(published_by(former, day)) as alone:
        put(store, latter, "Corrected.")
        put(alone, published_by(latter, day), "Corrected.")
        with as_of(store, day) as then:
            assert everything(then) == everything(alone)


@given(claim_sets(), claim_sets(), st.integers(0, 40), st.sampled_from(DAYS))
@settings(max_examples=60, deadline=None)
def test_before_its_correction_an_article_stands_as_it_was(
    first: list[Claim], second: list[Claim], later: int, day: date
) -> None:
    """A correction counts from its own day of publication on: as of a day is what reading in time would have given."""
    former, latter = by_article(first), redated(by_article(second), timedelta(days=later))
    with store_of(former) as store, store_of(published_by(former, day)) as alone:
        put(store, latter, "Corrected.")
        put(alone, published_by(latter, day), "Corrected.")
        with as_of(store, day) as then:
            assert everything(then) == everything(alone)


def test_the_text_of_before_is_read_as_of_before() -> None:
    """On the day before a correction the article has the text, the claims and no former version of then."""
    first = _attack("a", "Paper A")
    with store_of({"a": [first]}) as store:
        taken_back = _attack("a", "Paper A", modality="denied")
        put(store, redated({"a": [taken_back]}, timedelta(days=9)), "Corrected.")
        with as_of(store, date(2024, 6, 28)) as before, as_of(store, date(2024, 6, 29)) as after:
            assert [one.article("a").text for one in (before, after)] == ["Text of a. ", "Text of a. Corrected."]  # type: ignore[union-attr]
            assert [fact.status for one in (before, after) for fact in one.facts(predicate="a")] == ["stated", "denied"]
            assert [len(one.versions()) for one in (before, after)] == [0, 1]


def test_a_status_that_fell_is_told_with_what_was_withdrawn() -> None:
    """Two papers had said it, one takes it back."""
    second = _attack("b", "Paper B")
    with store_of({"a": [_attack("a", "Paper A")], "b": [second]}) as store:
        taken_back = _attack("b", "Paper B", day="2024-06-18", modality="reported")
        put(store, {"b": [taken_back]}, "Corrected.")
        (told,) = corrections(store)
    assert (told.change.kind, told.change.before, told.change.after) == ("weakened", "corroborated", "stated")
    assert (told.withdrawn, told.change.claims) == ((second,), (taken_back,))


def test_what_only_moved_in_the_text_changed_nothing() -> None:
    """Other offsets make other claims of the same things."""
    with store_of({"a": [_attack("a", "Paper A")]}) as store:
        put(store, {"a": [_attack("a", "Paper A", start=5)]}, "One word more.")
        assert len(store.versions()) == 1
        assert corrections(store) == ()


def test_a_thing_that_is_no_longer_told_is_gone_and_still_has_a_history() -> None:
    """It is found by the IRI that it had."""
    with store_of({"a": [_attack("a", "Paper A")]}) as store:
        (was,) = (fact for fact in store.facts(predicate="a") if fact.subject.kind == "Event")
        put(store, {"a": [treaty(article("Paper A", "2024-06-20", key="a"))]}, "Corrected.")
        assert {one.change.kind for one in corrections(store)} == {"gone", "new"}
        for iri in (was.id, was.subject.id):
            (found,) = history(store, iri)
            assert (found.steps, [one.change.kind for one in found.corrections]) == ((), ["gone"])


def test_versions_make_a_chain() -> None:
    """Each is compared with the one that took its place, and the thing is followed through all."""
    with store_of({"a": [_attack("a", "Paper A", day="2024-06-18")]}) as store:
        for number, day in enumerate(("2024-06-17", "2024-06-16"), 1):
            put(store, {"a": [_attack("a", "Paper A", start=number, day=day)]}, f"Version {number}.")
        fact = next(fact for fact in store.facts(predicate="a") if fact.subject.kind == "Event")
        (found,) = history(store, fact.id)
    assert [one.number for one in found.corrections] == [1, 2]
    assert [len(one.withdrawn) for one in found.corrections] == [1, 1]


def test_what_others_say_now_counts_not_what_they_said_then() -> None:
    """To retract another article leaves no trace in what a correction changed."""
    early, late = _attack("b", "Paper B"), _attack("b", "Paper B", modality="reported", start=3)
    with store_of({"a": [_attack("a", "Paper A")], "b": [early]}) as store, store_of({"b": [early]}) as alone:
        for one in (store, alone):
            put(one, {"b": [late]}, "Corrected.")
        write_records(store, {}, ["a"])
        assert corrections(store) == corrections(alone)
        assert everything(store) == everything(alone)


def test_another_reading_of_the_same_text_is_no_correction() -> None:
    """What a new version of the program finds replaces what the old one found, and nobody is told of it."""
    with store_of({"a": [_attack("a", "Paper A")]}) as store:
        put(store, {"a": [_attack("a", "Paper A", modality="reported")]})
        assert store.versions() == ()


def test_a_former_version_comes_back_as_it_was() -> None:
    """Claims, metadata and text."""
    first = _attack("a", "Paper A")
    with store_of({"a": [first]}) as store:
        whole, digest = store.article("a"), store.digest("a")
        assert isinstance(whole, Article)
        put(store, {"a": [_attack("a", "Paper A", start=4)]}, "Corrected.")
        (version,) = store.versions()
    assert (version.article, version.claims) == (first.article, (first,))
    assert (version.text, version.digest) == (whole.text, digest)
