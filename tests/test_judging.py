"""Judgements in a real store: whatever came first, the graph is what articles and judgements make together."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.ingestion import make_record, write_records
from kg.judging import judge, keep, replace_judgements, withdraw
from kg.model import Article, ArticleInfo, Claim, Judgement, JudgementError, Party
from kg.past import as_of
from kg.references import import_bundled, withdraw_reference
from kg.store import Store
from tests.past.graphs import DAYS, by_article, published_by, put
from tests.strategies import (
    IRAN,
    KIM,
    KYIV,
    NORTH_KOREA,
    PUTIN,
    RUSSIA,
    SHOIGU,
    UKRAINE,
    article,
    claim,
    claim_sets,
    on,
    person,
    state,
    treaty,
)

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


def _visit(info: ArticleInfo, **fields: Any) -> Claim:
    return claim("event", "CONSULT", {"actor": SHOIGU, "target": NORTH_KOREA}, info, time=on("2024-06-19"), **fields)


def _dense() -> list[Claim]:
    """Claims of few blocks in several articles each, so that what judgements bring together holds others too."""
    infos = [article("Paper", "2024-06-20", "en", f"a{number}") for number in range(6)]
    told = [_visit(info) for info in infos[:3]]
    told += [claim("event", "AID", {"actor": PUTIN, "target": KIM}, info, time=on("2024-07-01")) for info in infos[2:5]]
    told += [treaty(info, label=label) for info, label in zip(infos[3:], ("peace", "trade", "peace"), strict=True)]
    return told


_DENSE = _dense()
_ENOUGH = [
    *(
        Judgement.make(verdict, *(Party(iri=one.id, label="a report", claims=(one,)) for one in pair))
        for verdict, pair in (
            ("same", (_DENSE[0], _DENSE[3])),
            ("different", (_DENSE[0], _DENSE[1])),
            ("different", (_DENSE[3], _DENSE[5])),
            ("same", (_DENSE[6], _DENSE[7])),
            ("different", (_DENSE[6], _DENSE[8])),
        )
    ),
    *(
        Judgement.make(verdict, *(Party(iri=who.id, label=who.label, article=whose) for who, whose in pair))
        for verdict, pair in (
            ("same", ((SHOIGU, None), (PUTIN, None))),
            ("different", ((KIM, None), (KIM, "a4"))),
            ("same", ((KIM, "a4"), (IRAN, None))),
        )
    ),
]


@given(
    st.permutations([*sorted({one.article.id for one in _DENSE}), *_ENOUGH]),
    st.sets(st.sampled_from([*sorted({one.article.id for one in _DENSE}), *_ENOUGH]), max_size=5),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_judgements_bring_together_and_part_depends_on_no_order(
    steps: list[str | Judgement], undone: set[str | Judgement]
) -> None:
    """Nor on what was retracted and withdrawn again, where blocks are brought together that hold others too."""
    with Store.open() as mixed, Store.open() as straight:
        for step in steps:
            if isinstance(step, Judgement):
                keep(mixed, step)
            else:
                read(mixed, _DENSE, step)
        for step in sorted(undone, key=str):
            if isinstance(step, Judgement):
                replace_judgements(mixed, [one for one in mixed.judgements() if one != step])
            else:
                write_records(mixed, {}, [step])
        replace_judgements(straight, [one for one in _ENOUGH if one not in undone])
        read(straight, _DENSE, *sorted({one.article.id for one in _DENSE} - undone))
        assert content(mixed) == content(straight)


@given(data=st.data(), claims=claim_sets(10), day=st.sampled_from(DAYS))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_a_judgement_holds_as_of_any_day(data: st.DataObject, claims: list[Claim], day: date) -> None:
    """It is about who and what is one, not a report: a graph as of a day is what judgements make of its articles."""
    given_ones = data.draw(judgements(claims))
    articles = by_article(claims)
    with Store.open() as whole, Store.open() as alone:
        for store, there in ((whole, articles), (alone, published_by(articles, day))):
            replace_judgements(store, given_ones)
            put(store, there)
        with as_of(whole, day) as then:
            assert content(then) == content(alone)


def _visits(store: Store) -> int:
    return sum(fact.subject.kind == "Event" for fact in store.facts(predicate="a"))


def test_another_reading_of_an_article_keeps_the_judgement() -> None:
    """A newer reader that fills other roles of the same passage, or a corrected text around it, changes nothing."""
    one, other = _visit(article("A", key="a1"), quote="He visited."), _visit(article("B", key="a2"), quote="He came.")
    with Store.open() as store:
        put(store, by_article([one, other]))
        assert _visits(store) == 1
        judge(store, "different", one.id, other.id, by="Anna")
        assert _visits(store) == 2
        better = replace(
            other, roles={**other.roles, "place": (KYIV,)}, evidence=replace(other.evidence, start=9, end=17)
        )
        put(store, by_article([better]), "corrected")
        assert better.id != other.id
        assert _visits(store) == 2
        withdraw(store, "different", [one.id, better.id])
        assert _visits(store) == 1
        assert not store.judgements()


def test_a_term_of_office_is_held_against_whoever_its_holder_became() -> None:
    """Reference data that knows a person by one name disputes what is claimed under another that is judged the same."""
    with Store.open() as store:
        info = article("A", "2025-06-19", key="a1")
        nick = person("Lloydie Austyn", "USA")
        minister = claim("office", "office", {"holder": nick, "of": state("USA")}, info, office="defence minister")
        put(store, by_article([minister]))
        import_bundled(store, "office-holders")
        before = content(store)
        known = Party(iri=person("Lloyd Austin").id, label="Lloyd Austin")
        keep(store, Judgement.make("same", known, Party(iri=nick.id, label=nick.label)))
        disputing = {term.name("en") for term in store.office_terms(_terms(store))}
        assert "Lloyd Austin" in disputing
        judged = content(store)
        withdraw_reference(store, "office-holders")
        import_bundled(store, "office-holders")
        assert content(store) == judged
        replace_judgements(store, [])
        assert content(store) == before


def _terms(store: Store) -> list[str]:
    return sorted({iri for fact in store.facts() for iri in fact.disputed_by})


def test_only_what_a_judgement_touches_is_derived_anew() -> None:
    """Facts of other blocks are not even written again."""
    one, other = _visit(article("A", key="a1")), treaty(article("B", key="a2"))
    with Store.open() as store:
        put(store, by_article([one, other]))
        written: list[str] = []
        apply = store.backend.apply

        def listen(delete: Any, insert: Any) -> None:
            written.extend(map(str, [*delete, *insert]))
            apply(delete, insert)

        store.backend.apply = listen  # type: ignore[method-assign]
        keep(store, Judgement.make("same", *(Party(iri=who.id, label=who.label) for who in (SHOIGU, PUTIN))))
        key = store.block_of(next(fact.id for fact in store.facts() if fact.subject.kind == "Agreement"))
        assert written
        assert not any(str(key) in quad for quad in written)
