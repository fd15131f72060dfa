"""A block that is kept gives what deriving all of its claims gives, and tells truly what has changed."""

from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.facts import NOTHING_JUDGED, KeptBlock, block_keys, derive_witnesses, witness
from kg.facts.clashes import holding
from kg.facts.witnesses import Witness
from kg.model import NO_BACKGROUND, Claim, Derivation, Fact, TimeSpan
from tests.facts.look import pick
from tests.past.graphs import by_article
from tests.strategies import PUTIN, RUSSIA, SHOIGU, article, claim, claim_sets, hot_claim_sets


def by_id(derivation: Derivation) -> dict[str, Fact]:
    """Its facts."""
    return {fact.id: fact for fact in derivation.facts}


@given(claim_sets(40) | hot_claim_sets(40), st.data())
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_what_is_kept_is_what_its_claims_give(claims: list[Claim], data: st.DataObject) -> None:
    """Articles come a few at a time and some are taken out; what is told to be unchanged has not changed."""
    kept: dict[str, tuple[KeptBlock, dict[str, Witness]]] = {}
    ahead = sorted(by_article(claims))
    there: set[str] = set()
    while ahead:
        coming = {ahead.pop() for _ in range(min(len(ahead), data.draw(st.integers(1, 3))))}
        gone = data.draw(st.sets(st.sampled_from(sorted(there)), max_size=1)) if there else set()
        there = (there - gone) | coming
        for key in sorted({key for one in claims for key in block_keys(one)}):
            own = {one.id: witness(one) for one in claims if key in block_keys(one) and one.article.id in coming}
            if key not in kept:
                kept[key] = KeptBlock(key, own.values(), NO_BACKGROUND, NOTHING_JUDGED), own
                continue
            block, held = kept[key]
            former = by_id(block.whole())
            before, after = block.change(gone, own, NO_BACKGROUND)
            held = {iri: one for iri, one in held.items() if one.claim.article.id not in gone} | own
            kept[key] = block, held
            assert block.whole() == derive_witnesses(key, held)
            assert len(block) == len(held)
            for iri in by_id(before):
                assert former.pop(iri) == by_id(before)[iri]
            assert former | by_id(after) == by_id(block.whole())


def president(holder: Any, day: str, paper: str, **fields: Any) -> Witness:
    """A report of who is president of Russia."""
    roles = {"holder": holder, "of": RUSSIA}
    info = article(paper, day, key=f"{paper} {day}")
    return witness(claim("office", "office", roles, info, office="president", **fields))


def test_a_tenure_is_disputed_as_soon_as_another_clashes_with_it() -> None:
    """Though no claim of its own came; and no longer when the other is gone."""
    first, second = president(PUTIN, "2024-06-19", "Paper A"), president(SHOIGU, "2024-06-19", "Paper B")
    (key,) = block_keys(first.claim)
    block = KeptBlock(key, [first], NO_BACKGROUND, NOTHING_JUDGED)
    before, after = block.change((), {second.id: second}, NO_BACKGROUND)
    assert [fact.status for fact in pick(before, "a")] == ["stated"]
    assert [fact.status for fact in pick(after, "a")] == ["disputed", "disputed"]
    before, after = block.change([second.claim.article.id], {}, NO_BACKGROUND)
    assert [fact.status for fact in pick(after, "a")] == ["stated"]


def test_another_holder_of_another_time_changes_nothing() -> None:
    """What is said of the one is not derived anew for the other."""
    first, second = president(PUTIN, "2024-06-19", "Paper A"), president(SHOIGU, "2022-06-19", "Paper B")
    (key,) = block_keys(first.claim)
    block = KeptBlock(key, [first], NO_BACKGROUND, NOTHING_JUDGED)
    before, after = block.change((), {second.id: second}, NO_BACKGROUND)
    assert not before.facts
    assert {fact.status for fact in after.facts} == {"stated"}
    assert len(pick(block.whole(), "a")) == 2


@given(st.lists(st.tuples(st.integers(0, 3000), st.sampled_from([0, 0, 5, 400, 2000])), min_size=1, max_size=25))
@settings(max_examples=80, deadline=None)
def test_a_term_reaches_over_reports_that_begin_within_a_year(spans: list[tuple[int, int]]) -> None:
    """From the first to the last day that they tell of."""
    start = date(2010, 1, 1)
    days = {(start + timedelta(days=first), start + timedelta(days=first + length)) for first, length in spans}
    said = [
        president(PUTIN, last.isoformat(), f"Paper {first}", time=TimeSpan(start=first, end=last, precision="range"))
        for first, last in days
    ]
    terms = holding(said).terms
    assert terms.keys() == {first for first, _ in days}
    for begins, term in terms.items():
        near = [(first, last) for first, last in days if abs((first - begins).days) <= 366]
        assert term == (min(first for first, _ in near), max(last for _, last in near))
