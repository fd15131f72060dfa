"""The graph of facts: who and what as nodes, each fact between two of them as an edge of its own."""

import io
import random
from collections.abc import Callable
from datetime import date
from typing import Any

import networkx as nx
import pytest

from kg.model import Value
from kg.views import between, build_graph, neighbourhood, plain
from tests.views import sample

FR, EN = sample.WORDS["fr"], sample.WORDS["en"]
RUSSIA, KOREA, FRANCE, JAPAN = sample.RUSSIA.id, sample.KOREA.id, sample.FRANCE.id, sample.JAPAN.id


def graph(words: Any = FR) -> Any:
    facts, claims = sample.world()
    return build_graph(facts, claims, words=words)


def labels(part: Any, kind: str) -> set[str]:
    return {data["label"] for _, data in part.nodes(data=True) if data["kind"] == kind}


def edges(part: Any, source: str, target: str) -> list[tuple[str, str]]:
    return sorted((data["predicate"], data["status"]) for data in (part.get_edge_data(source, target) or {}).values())


def test_an_event_reads_in_the_words_of_the_lexicon() -> None:
    """« mobilisation · Corée du Nord → Japon · mars 2025 », and in English what English words there are."""
    assert "mobilisation · Corée du Nord → Japon · mars 2025" in labels(graph(), "Event")
    assert "attack · Japon → pêcheurs du détroit · 11 February 2025" in labels(graph(EN), "Event")


def test_states_are_named_in_the_language_asked_for() -> None:
    """The gazetteer's name goes before that of the article."""
    assert "Russie" in labels(graph(), "State")
    assert "Russia" in labels(graph(EN), "State")


def test_parallel_relations_are_edges_of_their_own() -> None:
    """Two relations one way, one the other, each with its own status."""
    assert edges(graph(), RUSSIA, KOREA) == [("ally", "stated"), ("border", "stated")]
    assert edges(graph(), KOREA, RUSSIA) == [("ally", "alleged")]


def test_an_office_is_an_edge_from_its_holder() -> None:
    """The tenure itself is no node; its title in French is what the edge says, its facts are kept."""
    built = graph()
    assert edges(built, sample.MINISTER.id, FRANCE) == [("actsFor", ""), ("tenure", "stated")]
    tenure = next(data for data in built[sample.MINISTER.id][FRANCE].values() if data["predicate"] == "tenure")
    assert tenure["label"] == "ministre des Affaires étrangères"
    assert len(tenure["facts"]) == 4
    assert not [data for _, data in built.nodes(data=True) if data["kind"] in ("Tenure", "Quantity")]


def test_an_office_that_is_no_longer_held_says_so() -> None:
    """« (ancien) » stands behind the title."""
    office = sample.thing("Tenure", "t")
    facts = [
        sample.fact(office, "holder", sample.MINISTER),
        sample.fact(office, "of", sample.FRANCE),
        sample.fact(office, "office", "foreign minister"),
        sample.fact(office, "standing", "former"),
    ]
    built = build_graph(facts, {}, words=FR)
    assert next(iter(built[sample.MINISTER.id][FRANCE].values()))["label"].endswith("(ancien)")


def test_an_agreement_without_a_name_is_called_by_its_kind_and_parties() -> None:
    """A label of no language was made up: it gives way to words of the reader's language. One that is said stays."""
    deal = sample.thing("Agreement", "treaty: France, Japon")
    facts = [
        sample.fact(deal, "type", "treaty"),
        sample.fact(deal, "label", "treaty: France, Japon"),
        sample.fact(deal, "party", sample.FRANCE),
        sample.fact(deal, "party", sample.JAPAN),
        sample.fact(deal, "signedFrom", Value(text="2024-03-01", datatype="date")),
        sample.fact(deal, "signedUntil", Value(text="2024-05-31", datatype="date")),
    ]
    data = build_graph(facts, {}, words=FR).nodes[deal.id]
    assert data["label"] == "traité · France, Japon · 1er mars 2024 – 31 mai 2024"
    assert data["short"] == "traité\n1er mars 2024 – 31 mai 2024"
    said = sample.fact(deal, "label", Value(text="Pact of the Capes", language="en"))
    assert build_graph([*facts, said], {}, words=FR).nodes[deal.id]["label"] == "Pact of the Capes"


def test_the_status_of_a_thing_is_that_of_its_being_there() -> None:
    """A corroborated treaty with one disputed party is corroborated; a state has no status."""
    deal = sample.thing("Agreement", "pacte")
    facts = [
        sample.fact(deal, "type", Value(text="https://w3id.org/factkg/ontology#tradeAgreement"), "corroborated"),
        sample.fact(deal, "party", sample.FRANCE, "disputed"),
    ]
    built = build_graph(facts, {}, words=FR)
    assert built.nodes[deal.id]["status"] == "corroborated"
    assert built.nodes[deal.id]["type"] == "trade agreement"
    assert built.nodes[FRANCE]["status"] == ""


def test_the_order_of_facts_does_not_matter() -> None:
    """The same facts, shuffled, give the same nodes and edges in the same order."""
    facts, claims = sample.world()
    first = build_graph(facts, claims, words=FR)
    random.Random(1).shuffle(facts)
    second = build_graph(facts, claims, words=FR)
    assert list(first.nodes(data=True)) == list(second.nodes(data=True))
    assert list(first.edges(keys=True, data=True)) == list(second.edges(keys=True, data=True))


def test_one_hop_goes_through_an_event() -> None:
    """Around Russia: the treaty and its other party, not yet whom that one threatens."""
    near = neighbourhood(graph(), RUSSIA, 1)
    assert KOREA in near
    assert labels(near, "Agreement") == {"traité de partenariat stratégique global"}
    assert JAPAN not in near
    assert JAPAN in neighbourhood(graph(), RUSSIA, 2)
    assert list(neighbourhood(graph(), RUSSIA, 0)) == [RUSSIA]
    assert JAPAN in neighbourhood(graph(), RUSSIA, 10**30)


def test_a_neighbourhood_needs_a_known_entity() -> None:
    with pytest.raises(KeyError):
        neighbourhood(graph(), "https://example.org/nobody", 1)


@pytest.mark.parametrize(
    ("since", "until", "kept"),
    [
        (date(2025, 3, 1), None, {"mobilisation · Corée du Nord → Japon · mars 2025"}),
        (
            None,
            date(2024, 5, 3),
            {"rencontre · Awa Lindqvist, Tomas Okello · 3 mai 2024", "aide · France → Kenya · 2024"},
        ),
        (date(2024, 12, 31), date(2024, 12, 31), {"aide · France → Kenya · 2024"}),
        (date(1999, 1, 1), date(2000, 1, 1), set()),
    ],
)
def test_a_period_keeps_what_may_have_happened_in_it(since: date, until: date, kept: set[str]) -> None:
    """A month or a year counts as a whole; both bounds are included."""
    assert labels(between(graph(), since, until), "Event") == kept


def test_a_period_keeps_who_took_part_and_nobody_else() -> None:
    part = between(graph(), date(2025, 3, 1), date(2025, 3, 31))
    assert labels(part, "State") == {"Corée du Nord", "Japon", "France", "Norvège"}  # the trade agreement is of 2025
    assert list(between(graph())) == list(graph())


def test_no_facts_give_an_empty_graph() -> None:
    assert len(build_graph([], {}, words=FR)) == 0


@pytest.mark.parametrize(
    ("write", "read"), [(nx.write_graphml, nx.read_graphml), (nx.write_gexf, nx.read_gexf)], ids=["GraphML", "GEXF"]
)
def test_the_plain_graph_can_be_written_and_read_back(write: Callable[..., None], read: Callable[..., Any]) -> None:
    """networkx's own writers take it, and no node, edge or label is lost."""
    built = graph()
    held = io.BytesIO()
    write(plain(built), held)
    held.seek(0)
    back = read(held) if read is nx.read_gexf else read(held, force_multigraph=True)
    assert set(back) == set(built)
    assert back.number_of_edges() == built.number_of_edges()
    assert all(back.nodes[iri]["kind"] == data["kind"] for iri, data in built.nodes(data=True))
