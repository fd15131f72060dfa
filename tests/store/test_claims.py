"""Claims ⇄ RDF."""

from datetime import date

import pytest
from hypothesis import given, settings

from kg.model import Claim, StoreError, TimeSpan
from kg.store import ArticleRecord, Store
from kg.store.claims import claim_quads, exact_time
from tests.store import scenario


@settings(max_examples=150, deadline=None)
@given(scenario.claims())
def test_a_claim_comes_back_from_a_store_as_it_went_in(claim: Claim) -> None:
    """Whatever a claim says, in whatever characters, the store gives back the same claim and the same JSON."""
    article = scenario.Article(info=claim.article, text="x")
    record = ArticleRecord(article=article, claims=[claim], keys={claim.id: ("event/1",)})
    with Store.open() as store:
        store.write([record], [])
        (kept,) = store.claims()
        assert kept.to_json() == claim.to_json()
        assert kept.id == claim.id
        assert store.claims_in_block("event/1") == (kept,)
        assert store.claims_in_block("event/2") == ()


def test_no_part_of_a_claim_is_a_blank_node_or_outside_its_article() -> None:
    """A claim's quads stand in its article's graph, and every node has an IRI below the claim's."""
    source = scenario.article("a b/c")
    claim = scenario.treaty(source)
    quads = list(claim_quads(claim, ["agreement/1"]))
    assert {quad.graph_name.value for quad in quads} == {"https://w3id.org/factkg/id/article/a%20b%2Fc"}
    assert all(quad.subject.value.startswith(claim.id) for quad in quads)


def test_the_order_of_a_role_is_kept() -> None:
    """The JSON contract lists parties in the order of the text."""
    source = scenario.article("a")
    with Store.open() as store:
        scenario.put(store, scenario.full("a"))
        (kept,) = store.claims(article="a", kind="agreement")
    assert [party.iso3 for party in kept.roles["party"]] == ["RUS", "PRK"]
    assert kept == scenario.treaty(source)


@pytest.mark.parametrize(
    ("start", "end", "precision", "expected"),
    [
        ("2024-06-19", "2024-06-19", "day", ("2024-06-19", "date")),
        ("2024-06-01", "2024-06-30", "month", ("2024-06", "gYearMonth")),
        ("2024-12-01", "2024-12-31", "month", ("2024-12", "gYearMonth")),
        ("2024-01-01", "2024-12-31", "year", ("2024", "gYear")),
        ("9999-01-01", "9999-12-31", "year", ("9999", "gYear")),
        ("0987-01-01", "0987-12-31", "year", ("0987", "gYear")),
        ("2024-06-01", "2024-07-31", "month", None),
        ("2024-01-01", "2025-12-31", "year", None),
        ("2024-06-02", "2024-06-30", "month", None),
        ("2024-03-20", "2024-06-20", "season", None),
        ("2014-01-01", "2016-12-31", "range", None),
        ("2014-01-01", None, "day", None),
    ],
)
def test_a_time_is_typed_to_its_precision(
    start: str, end: str | None, precision: str, expected: tuple[str, str] | None
) -> None:
    """A whole day, month or year has a typed literal; a season, a range and an open end have bounds alone."""
    last = date.fromisoformat(end) if end else None
    literal = exact_time(TimeSpan(start=date.fromisoformat(start), end=last, precision=precision))  # type: ignore[arg-type]
    found = literal and (literal.value, literal.datatype.value.rpartition("#")[2])
    assert found == expected


def test_a_text_with_half_a_surrogate_is_refused_in_one_clear_line() -> None:
    """No encoding can write it, so it must be repaired before it gets here."""
    source = scenario.article("a", text="x\ud800y")
    with Store.open() as store, pytest.raises(StoreError, match=r"x.ud800y.*repair its encoding"):
        store.write([scenario.record(source, [])], [])
