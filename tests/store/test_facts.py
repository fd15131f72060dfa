"""Facts ⇄ RDF."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.facts import block_keys, derive_block
from kg.model import ASSERTED, STATUSES, Claim, Derivation, Entity, Fact, Names, StoreError, Value
from kg.store import PREFIXES, Block, Store
from kg.store.facts import block_quads, changed_quads
from tests.store import scenario
from tests.store.scenario import DAYS, FULL_TEXTS, NAMES, TEXTS
from tests.strategies import claim_sets

VALUES = st.one_of(
    st.builds(Value, text=TEXTS),
    st.builds(Value, text=TEXTS, language=st.sampled_from(["fr", "en"])),
    st.builds(Value, text=DAYS.map(str), datatype=st.just("date")),
    st.builds(Value, text=st.integers(1, 9999).map(lambda year: f"{year:04}"), datatype=st.just("gYear")),
    st.builds(Value, text=st.integers().map(str), datatype=st.just("integer")),
    st.builds(Value, text=st.sampled_from(["true", "false"]), datatype=st.just("boolean")),
)


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    kind = draw(st.sampled_from(["Agreement", "Event", "Tenure", "Quantity"]))
    subject = Entity(id=NAMES.make(kind.lower(), "x"), kind=kind, label=draw(TEXTS))
    predicate = draw(st.sampled_from(["party", "label", "signed", "of", "ally of", "trading partner of", "é x/y"]))
    target = Entity(id=NAMES.make("event", draw(FULL_TEXTS)), kind="Event", label="E")
    dates = sorted(draw(st.lists(DAYS, min_size=2, max_size=2)))
    claims = st.lists(FULL_TEXTS.map(lambda text: NAMES.make("claim", text)), unique=True, max_size=3)
    value = draw(VALUES | st.just(target))
    return Fact(
        id=NAMES.hashed("fact", [predicate, repr(value)]),
        subject=subject,
        predicate=predicate,
        object=value,
        status=draw(st.sampled_from(STATUSES)),
        first_report=draw(st.none() | st.just(dates[0])),
        last_report=draw(st.none() | st.just(dates[1])),
        supported_by=tuple(sorted(draw(claims))),
        denied_by=tuple(sorted(draw(claims))),
    )


@settings(max_examples=120, deadline=None)
@given(facts(), FULL_TEXTS)
def test_a_fact_comes_back_as_it_went_in(fact: Fact, key: str) -> None:
    """With its status, reports, claims and the value's datatype; its triple stands in the graph of its status."""
    with Store.open() as store:
        empty = set(store.backend.quads())
        store.write([], [Block(key, Derivation(facts=(fact,), merged_into={}))])
        assert list(store.facts()) == [fact]
        graphs = {
            getattr(quad.graph_name, "value", "default")
            for quad in store.backend.quads()
            if quad.subject.value == fact.subject.id and not quad.predicate.value.endswith(("block", "Class", "named"))
        }
        assert graphs == {"default" if fact.status in ASSERTED else NAMES.graph(fact.status)}
        store.write([], [Block(key, Derivation(facts=(), merged_into={}))])
        assert set(store.backend.quads()) == empty


@given(claim_sets(30), st.data())
@settings(max_examples=60, deadline=None)
def test_a_change_of_a_block_is_what_stands_before_and_not_after(claims: list[Claim], data: st.DataObject) -> None:
    """And the other way round: claims that a fact keeps, and what identifies it, are neither taken out nor put in."""
    names = Names()
    for key in sorted({key for one in claims for key in block_keys(one)}):
        own = [one for one in claims if key in block_keys(one)]
        former = derive_block(key, [one for one in own if data.draw(st.booleans())])
        derivation = derive_block(key, [one for one in own if data.draw(st.booleans())])
        stood, stands = (set(block_quads(key, each, names)) for each in (former, derivation))
        before, after = changed_quads(key, former, derivation, names)
        assert before - after == stood - stands
        assert after - before == stands - stood


def test_a_relation_of_several_words_is_one_property() -> None:
    """« ally of » is ``kg:allyOf`` in RDF, and comes back in its own words."""
    fact = Fact(
        id=NAMES.make("fact", "1"),
        subject=scenario.RUSSIA,
        predicate="ally of",
        object=scenario.KOREA,
        status="stated",
        first_report=None,
        last_report=None,
        supported_by=(NAMES.make("claim", "1"),),
    )
    with Store.open() as store:
        store.write([], [Block("relation/1", Derivation(facts=(fact,), merged_into={}))])
        assert store.query("ASK { ?russia kg:allyOf ?korea }").truth
        assert [found.predicate for found in store.facts()] == ["ally of"]


@pytest.mark.parametrize(
    ("update", "message"),
    [
        (
            "DELETE WHERE { GRAPH ?g { ?x kg:modality ?o } }",
            r"claim .* is broken: it lacks 'kg:modality'; run `kg validate`",
        ),
        ("DELETE WHERE { GRAPH ?g { ?x schema:identifier ?o } }", "lacks its id or its language"),
        ("DELETE WHERE { GRAPH ?g { ?x kg:status ?o } }", "fact .* is broken"),
        (
            "DELETE { GRAPH ?g { ?x kg:timeFrom ?o } } INSERT { GRAPH ?g { ?x kg:timeFrom 'June' } } "
            "WHERE { GRAPH ?g { ?x kg:timeFrom ?o } }",
            "claim .* is broken",
        ),
    ],
)
def test_a_broken_graph_is_reported_where_it_is_read(update: str, message: str) -> None:
    """What somebody else's edit broke is named, with what to do."""
    with Store.open() as store:
        scenario.put(store, scenario.full("a"))
        store.backend.database.update(update, prefixes=dict(PREFIXES))
        with pytest.raises(StoreError, match=message):
            list(itertools.chain(store.claims(), store.facts()))
