"""Judgements in a real store: whatever came first, the graph is what articles and judgements make together."""

from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.ingestion import make_record, write_records
from kg.judging import keep, replace_judgements
from kg.model import Article, Claim, Judgement, JudgementError, Party
from kg.store import Store
from tests.strategies import IRAN, KIM, NORTH_KOREA, PUTIN, RUSSIA, SHOIGU, UKRAINE, claim_sets

_ENTITIES = (RUSSIA, NORTH_KOREA, UKRAINE, IRAN, PUTIN, KIM, SHOIGU)


def content(store: Store) -> frozenset[str]:
    """All that a store holds."""
    return frozenset(str(quad) for graph in store.backend.graphs() for quad in store.backend.quads(graph=graph))


def read(store: Store, claims: Sequence[Claim], *identifiers: str) -> None:
    """Put articles in with their claims."""
    texts = {one.article.id: one.article for one in claims}
    records = {
        identifier: make_record(
            Article(info=texts[identifier], text="x" * 400),
            [one for one in claims if one.article.id == identifier],
            "1",
        )
        for identifier in identifiers
    }
    write_records(store, records)


@st.composite
def judgements(draw: st.DrawFn, claims: Sequence[Claim]) -> list[Judgement]:
    """Some judgements on what claims name and on what they report, of which none contradicts an earlier one."""
    reports = [one for one in claims if one.kind != "relation"]
    found: list[Judgement] = []
    for _ in range(draw(st.integers(1, 4))):
        verdict = draw(st.sampled_from(["same", "different"]))
        if reports and draw(st.booleans()):
            one = draw(st.sampled_from(reports))
            like = [other for other in reports if other.kind == one.kind and other.id != one.id]
            if not like:
                continue
            other = draw(st.sampled_from(like))
            parties = [Party(iri=claim.id, label="a report", claims=(claim,)) for claim in (one, other)]
        else:
            named = draw(st.lists(st.sampled_from(_ENTITIES), min_size=2, max_size=2))
            whose = draw(st.lists(st.sampled_from([None, "a0", "a1", "a5"]), min_size=2, max_size=2))
            parties = [
                Party(iri=one.id, label=one.label, article=article) for one, article in zip(named, whose, strict=True)
            ]
            if parties[0].content == parties[1].content:
                continue
        found.append(Judgement.make(verdict, *parties))
    with Store.open() as store:
        for one in found:
            try:
                keep(store, one)
            except JudgementError:
                continue
        return list(store.judgements())


@given(data=st.data(), claims=claim_sets(14))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_no_order_of_judgements_and_articles_changes_the_graph(data: st.DataObject, claims: list[Claim]) -> None:
    """Judgements before, between and after articles, some withdrawn and articles retracted again, end in one graph."""
    given_ones = data.draw(judgements(claims))
    there = sorted({one.article.id for one in claims})
    steps = data.draw(st.permutations([*there, *given_ones]))
    undone = data.draw(st.lists(st.sampled_from(steps), unique=True, max_size=3)) if steps else []
    with Store.open() as mixed, Store.open() as straight:
        for step in steps:
            if isinstance(step, Judgement):
                keep(mixed, step)
            else:
                read(mixed, claims, step)
        for step in undone:
            if isinstance(step, Judgement):
                replace_judgements(mixed, [one for one in mixed.judgements() if one != step])
            else:
                write_records(mixed, {}, [step])
        for judgement in given_ones:
            if judgement not in undone:
                keep(straight, judgement)
        read(straight, claims, *(one for one in there if one not in undone))
        assert content(mixed) == content(straight)
