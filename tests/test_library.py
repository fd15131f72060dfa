"""The named queries, each on the examples: what they find was read in the articles."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import KnowledgeGraph
from kg.knowledge_graph import named_queries
from kg.model import ArticleError, QueryError, StoreError, UnknownEntityError

CASES: list[tuple[str, dict[str, str], list[dict[str, str | None]]]] = [
    (
        "agreements-between",
        {"a": "RUS", "b": "Corée du Nord"},
        [
            {
                "label": "comprehensive strategic partnership treaty",
                "signed": "2024-06-19",
                "inForce": "2024-12-04",
                "status": "corroborated",
            }
        ],
    ),
    ("agreement-provides", {"party": "PRK"}, [{"provides": "mutual defence", "status": "corroborated"}]),
    ("agreements-of-kind", {"kind": "accord commercial"}, [{"signed": "2025-07-24", "partyName": "India"}]),
    ("disputed-facts", {}, [{"predicate": "kg:type", "object": "kg:AID", "supports": "1", "denials": "2"}]),
    (
        "events-between",
        {"a": "Pakistan", "b": "IND", "since": "2025-05-08"},
        [{"type": "kg:RETREAT", "date": "2025-05-10", "status": "stated"}],
    ),
    ("events-between", {"a": "PAK", "b": "IND", "until": "2025-05-07"}, [{"type": "kg:ASSAULT", "date": "2025-05-07"}]),
    ("events-of-type", {"type": "ASSAULT"}, [{"actorName": "India", "targetName": "Pakistan", "date": "2025-05-07"}]),
    (
        "evidence-of",
        {"thing": "Northwood Declaration"},
        [{"article": "northwood.en", "says": "supports", "start": "0"}],
    ),
    ("facts-of-source", {"publisher": "OPEN WIRE"}, [{"predicate": "kg:provides", "object": "ceasefire"}]),
    ("hearsay-about", {"who": "North Korea"}, [{"said": "reported", "article": "2024-10-19_soldats-nord-coreens.fr"}]),
    ("meetings-of", {"who": "Narendra Modi"}, [{"subtype": "meeting", "date": "2025-07-24", "place": "Chequers"}]),
    ("mentions-of", {"who": "PRK"}, [{"named": "Corée du Nord", "publisher": "Carnet d'Asie"}]),
    ("movements", {}, [{"least": "1500", "most": "1500", "of": "soldiers", "status": "alleged"}]),
    ("movements", {"since": "2025-07-01", "until": "2025-07-31"}, [{"date": "2025-07-08", "status": "stated"}]),
    ("offices-at", {"of": "France"}, [{"office": "president", "name": "Emmanuel Macron", "standing": "current"}]),
    ("plans-of", {"who": "Vladimir Poutine"}, [{"article": "poutine-inde.fr", "role": "kg:actor"}]),
    ("timeline-of", {"who": "RUS", "until": "2024-06-19"}, [{"role": "kg:party", "date": "2024-06-19"}]),
    ("who-holds", {"office": "President"}, [{"holder": "Vladimir Putin", "standing": "current"}]),
]


@pytest.fixture(scope="module")
def graph(examples_store: Path) -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph(examples_store, read_only=True) as opened:
        yield opened


def rows(graph: KnowledgeGraph, name: str, values: dict[str, str], language: str = "en") -> list[dict[str, str | None]]:
    results = graph.query(graph.named_query(name, values, language="fr" if language == "fr" else "en"))
    return [
        {
            column: None if term is None else graph.shorten(term)
            for column, term in zip(results.variables, row, strict=True)
        }
        for row in results.rows
    ]


@pytest.mark.parametrize(("name", "values", "expected"), CASES)
def test_a_named_query_finds_what_articles_say(
    graph: KnowledgeGraph, name: str, values: dict[str, str], expected: list[dict[str, str | None]]
) -> None:
    """Each expected row is there, in the same order each time."""
    found = rows(graph, name, values)
    for row in expected:
        assert any(row.items() <= one.items() for one in found), found
    assert found == rows(graph, name, values)


def test_every_query_of_the_library_is_tested() -> None:
    """Above; a new one needs a row there."""
    assert {name for name, _, _ in CASES} == set(named_queries())


def test_labels_are_in_the_language_that_is_asked_for(graph: KnowledgeGraph) -> None:
    """French, where it has one."""
    (row,) = rows(graph, "agreements-between", {"a": "RUS", "b": "PRK"}, "fr")
    assert row["label"] == "traité de partenariat stratégique global"


@pytest.mark.parametrize(
    ("name", "values", "error", "told"),
    [
        ("agreements-betwen", {}, QueryError, "did you mean agreements-between?"),
        ("agreements-between", {"a": "RUS"}, QueryError, "needs b (the other party); give --param b="),
        ("agreements-between", {"a": "RUS", "b": "PRK", "c": "x"}, QueryError, "has no parameter 'c'; it has a, b"),
        ("disputed-facts", {"c": "x"}, QueryError, "has no parameter 'c'; it has none"),
        ("agreements-between", {"a": "RUS", "b": "Ruritania"}, UnknownEntityError, "Ruritania"),
        ("events-of-type", {"type": "DANCE"}, QueryError, "'DANCE' is no event type; use one of ACCUSE"),
        ("agreements-of-kind", {"kind": "ASSAULT"}, QueryError, "is no kind of agreement; use one of"),
        ("timeline-of", {"who": "RUS", "since": "lundi"}, QueryError, "'lundi' is no date; write 2025-06-19"),
        ("timeline-of", {"who": "RUS> } ; DROP ALL #"}, UnknownEntityError, "nothing is known by the name"),
        ("timeline-of", {"who": "urn://x> } SERVICE <y> {"}, StoreError, "not an IRI"),
    ],
)
def test_a_value_that_cannot_be_is_told(
    graph: KnowledgeGraph, name: str, values: dict[str, str], error: type[Exception], told: str
) -> None:
    """In one line with what could be."""
    with pytest.raises(error) as raised:
        graph.named_query(name, values)
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)


def test_an_article_is_given_by_its_id(graph: KnowledgeGraph) -> None:
    """Of every kind of parameter there is a way from words to a term; an unknown article is told."""
    from kg.library import bound
    from kg.model import NamedQuery, Parameter

    both = {"en": "x", "fr": "x"}
    parameters = tuple(
        Parameter(name=name, kind=kind, description=both) for name, kind in (("a", "article"), ("i", "iri"))
    )  # type: ignore[arg-type]
    query = NamedQuery(
        name="x", title=both, description=both, parameters=parameters, sparql="ASK { GRAPH $a { $i ?p ?o } }"
    )
    iri = graph.store.names.article("northwood.en")
    assert (
        bound(graph.store, query, {"a": "northwood.en", "i": iri}, "en")
        == f"ASK {{ GRAPH <{iri}> {{ <{iri}> ?p ?o }} }}"
    )
    with pytest.raises(ArticleError, match=r"the graph holds no article 'northwod\.en'; did you mean northwood\.en"):
        bound(graph.store, query, {"a": "northwod.en", "i": iri}, "en")
    with pytest.raises(QueryError, match="is no absolute IRI"):
        bound(graph.store, query, {"a": "northwood.en", "i": "x y"}, "en")
