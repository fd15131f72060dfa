"""How a status went, article by article, is what the graph as of each day says."""

from datetime import date

import pytest
from hypothesis import given, settings

from kg.model import Claim, UnknownEntityError
from kg.past import as_of, history
from kg.past.comparing import nearest, things
from tests.past.graphs import by_article, store_of
from tests.strategies import RUSSIA, UKRAINE, article, claim, claim_sets, on, treaty


def _attack(publisher: str, published: str | None, modality: str = "asserted") -> Claim:
    info = article(publisher, published, key=f"{publisher} {published}")
    roles = {"actor": RUSSIA, "target": UKRAINE}
    return claim("event", "ASSAULT", roles, info, time=on("2024-06-18"), modality=modality)


def test_each_article_has_its_step_in_the_order_of_publication() -> None:
    """Expected, said to have happened, stated, corroborated, disputed; what has no date comes last."""
    claims = [
        _attack("E", "2024-06-22", "denied"),
        _attack("B", "2024-06-19", "reported"),
        _attack("A", "2024-06-10", "planned"),
        _attack("F", None),
        _attack("C", "2024-06-20"),
        _attack("D", "2024-06-21"),
    ]
    with store_of(by_article(claims)) as store:
        (found,) = history(store, next(store.facts(predicate="a")).id)
    assert [step.article.publisher for step in found.steps] == ["A", "B", "C", "D", "E", "F"]
    assert [step.status for step in found.steps] == [
        "expected",
        "alleged",
        "stated",
        "corroborated",
        "disputed",
        "disputed",
    ]
    assert [step.change.kind if step.change else None for step in found.steps] == [
        "new",
        "changed",
        "confirmed",
        "corroborated",
        "disputed",
        None,
    ]
    assert [step.claims[0].modality for step in found.steps[:3]] == ["planned", "reported", "asserted"]


def test_what_became_known_is_told_where_it_did() -> None:
    """The date of entry into force comes with the article that gives it."""
    claims = [
        treaty(article("A", "2024-06-20"), time=on("2024-06-19")),
        treaty(article("A", "2024-12-05"), time=on("2024-06-19"), in_force=on("2024-12-04")),
    ]
    with store_of(by_article(claims)) as store:
        (found,) = history(store, "treaty: PRK, RUS")
        (entry,) = (fact for fact in store.facts(predicate="inForce"))
        (of_entry,) = history(store, entry.id)
    told = found.steps[1].change
    assert told is not None
    assert "inForce" in {part.fact.predicate for part in told.parts}
    assert [(step.article.published, step.status) for step in of_entry.steps] == [(date(2024, 12, 5), "stated")]


def test_an_entity_has_the_histories_of_all_in_which_it_takes_part() -> None:
    """By first report; of what is called nothing an error says what is near."""
    claims = [_attack("B", "2024-06-21"), treaty(article("A", "2024-06-20"))]
    with store_of(by_article(claims)) as store:
        assert [one.fact.subject.kind for one in history(store, "Russie")] == ["Agreement", "Event"]
        assert [one.fact.subject.kind for one in history(store, "UKR")] == ["Event"]
        with pytest.raises(UnknownEntityError):
            history(store, "https://example.org/nothing")


def test_a_refusal_and_the_plan_that_it_calls_off_have_each_their_own_history() -> None:
    """Though the plan rests on the refusal too, which denies it."""
    info = article("A", "2024-06-10")
    both = {"target": (RUSSIA, UKRAINE)}
    claims = [
        claim("event", "REJECT", both, info, subtype="visit"),
        claim("event", "CONSULT", both, info, modality="planned"),
    ]
    with store_of(by_article(claims)) as store:
        facts = [*store.facts(predicate="a")]
        assert sorted(fact.status for fact in facts) == ["denied", "stated"]
        for fact in facts:
            (found,) = history(store, fact.id)
            assert [step.status for step in found.steps] == [fact.status]


@given(claim_sets(max_size=12))
@settings(max_examples=40, deadline=None)
def test_the_status_after_the_last_article_of_a_day_is_that_of_the_graph_of_the_day(claims: list[Claim]) -> None:
    """And after the last of all that of the fact now."""
    with store_of(by_article(claims)) as store:
        for fact in [*store.facts(predicate="a")]:
            if fact.subject.kind == "Quantity":
                continue
            (found,) = history(store, fact.id)
            assert found.steps[-1].status == fact.status
            last = found.steps[-1].article.published
            if last is None or any(step.article.published is None for step in found.steps):
                continue
            (now,) = (thing for thing in things(store.facts()) if thing.whole.id == fact.id)
            with as_of(store, last) as then:
                origin = nearest(now, things(then.facts()))
            assert origin is not None
            if fact.subject.kind == "Event":
                assert found.steps[-1].status == origin.whole.status
