"""The graph that a reader of the articles of the press expects of them, read together.

``tests/gold/expected-graph.jsonl`` was written by reading the articles. What extraction still misses in it is a gap
that is counted: the share of its facts that are there has a floor. What is said here one by one holds exactly.
"""

import pytest

from kg.facts import disputes
from tests.across.conftest import Read
from tests.across.expected import Graph, Thing, expected
from tests.across.scoring import score_pairs
from tests.across.test_scores import items
from tests.across.things import mentions, open_pairs

THINGS = {thing["id"]: thing for thing in expected()}
FLOOR = 0.80


@pytest.fixture(scope="module")
def graph(press: Read) -> Graph:
    return Graph(press.derivation, press.claims)


def only(graph: Graph, thing: Thing) -> str:
    (iri,) = graph.nodes(thing)
    return iri


def test_most_of_the_expected_facts_are_there(graph: Graph) -> None:
    """The gap is told with its size and what it is made of."""
    found = {name: graph.found(thing) for name, thing in THINGS.items()}
    there, wanted = (sum(sum(facts.values()) for facts in found.values()), sum(map(len, found.values())))
    gaps = [
        f"{name}: {', '.join(fact for fact, is_there in facts.items() if not is_there)}"
        for name, facts in found.items()
    ]
    listed = "\n".join(gap for gap in gaps if not gap.endswith(": "))
    assert there / wanted >= FLOOR, f"{there} of {wanted} facts ({there / wanted:.2f}); missing:\n{listed}"


class TestTheTreaty:
    """The Russia–North Korea treaty of 2024."""

    def test_there_is_one(self, graph: Graph) -> None:
        """Of the parties' three agreements that the articles speak of one is of 2024, with every article as support."""
        treaty = THINGS["treaty of Pyongyang"]
        iri = only(graph, treaty)
        assert graph.articles(iri) == set(treaty["articles"])
        assert graph.status(iri) == "corroborated"
        assert len(graph.nodes({"kind": "agreement", "sides": [["PRK", "RUS"]]})) == 2

    def test_it_has_its_dates(self, graph: Graph) -> None:
        """Signed and in force on one day each, both told by several; signed in Pyongyang and nowhere else."""
        iri = only(graph, THINGS["treaty of Pyongyang"])
        assert graph.values(iri, "signed") == {"2024-06-19": "corroborated"}
        assert graph.values(iri, "inForce") == {"2024-12-04": "corroborated"}
        assert {"signed", "ratified", "in force"} == set(graph.values(iri, "stage"))
        assert list(graph.values(iri, "place")) == ["Pyongyang"]
        assert graph.values(iri, "provides")["mutual defence"] == "corroborated"
        assert len(graph.values(iri, "party")) == 2

    def test_its_elders_are_others(self, graph: Graph) -> None:
        """The one of 2000 is hearsay of Seoul's, that of 1961 has another party."""
        assert graph.status(only(graph, THINGS["treaty of 2000"])) == "alleged"
        assert graph.status(only(graph, THINGS["treaty of 1961"])) == "stated"

    def test_its_signature_is_one_event(self, graph: Graph) -> None:
        """Whoever is named first, in six articles."""
        signing = THINGS["signing of the treaty of Pyongyang"]
        told = [iri for iri in graph.nodes(signing) if graph.articles(iri) >= set(signing["articles"])]
        assert len(told) == 1
        assert graph.values(told[0], "time") == {"2024-06-19": "corroborated"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("visit of Sergei Shoigu, 17 June 2025", "visit of Sergei Shoigu, 4 June 2025"),
        ("visit of Sergei Shoigu, 17 June 2025", "visit of Vladimir Putin to North Korea, June 2024"),
        ("visit of Vladimir Putin to North Korea, June 2024", "meeting in the Russian Far East, September 2023"),
        ("signing of the treaty of Pyongyang", "exchange of instruments of ratification, December 2024"),
        ("6,000 workers and deminers, June 2025", "deployment of troops, autumn 2024"),
        ("600 North Koreans killed", "deployment of troops, autumn 2024"),
        ("treaty of Pyongyang, 2024", "treaty of 2000"),
        ("treaty of Pyongyang, 2024", "treaty of 1961"),
    ],
)
def test_other_visits_deployments_and_treaties_stay_apart(press: Read, one: str, other: str) -> None:
    """Of another year, other people, other figures."""
    here, there = (
        {node for item in items(press, "event", "agreement") if item.thing == name for node in item.nodes}
        for name in (one, other)
    )
    assert here
    assert there
    assert here.isdisjoint(there)


def test_no_people_visits_or_deployments_are_merged(press: Read) -> None:
    """Of all annotated meetings, visits, movements and agreements no node holds two that a reader keeps apart."""
    types = {"CONSULT", "AID", "MOBILIZE"}
    told = [m for m in mentions(press.articles, press.records) if m.kind == "agreement" or m.types & types]
    names = {mention.name for mention in told}
    found = [item for item in items(press, "event", "agreement") if item.name in names]
    assert score_pairs(found, open_pairs()).wrong == []


def test_no_figures_of_troops_are_disputed(press: Read) -> None:
    """10,000 to 12,000, more than 10,000 and about 11,000 agree; 6,000 are others; 600 dead are 600 dead."""
    claims = {claim.id: claim for claim in press.claims}
    found = disputes(press.derivation.facts, claims)
    assert [one for one in found if one.predicate == "quantity"] == []


def test_figures_of_intelligence_services_are_alleged(graph: Graph) -> None:
    """What intelligence services say is hearsay, with its figures."""
    for name in ("600 soldiers killed", "10,000 to 12,000 soldiers", "50,000 soldiers massed", "containers of arms"):
        found = graph.found(THINGS[name])
        assert found["status"], name
        assert found["figure"], name
