"""Judgements in the store: they come out as they went in, in a graph of their own, and merged IRIs resolve."""

from datetime import date
from pathlib import Path

from kg.model import Judgement, Party
from kg.store import Store
from tests.store import scenario

OTHER = "https://w3id.org/factkg/id/person/kimm"


def _judgements() -> tuple[Judgement, ...]:
    claim, again = (scenario.treaty(scenario.article(key)) for key in ("a", "b"))
    people = Judgement.make(
        "same",
        Party(iri=scenario.MAKER.id, label="Kim"),
        Party(iri=OTHER, label="K\x1bimm"),
        by="Anna",
        on=date(2025, 6, 30),
        reason="«so»",
    )
    treaties = Judgement.make("different", *(Party(iri=one.id, label="t", claims=(one,)) for one in (claim, again)))
    return tuple(sorted((people, treaties), key=lambda one: one.key))


def test_judgements_come_out_as_they_went_in(tmp_path: Path) -> None:
    """Who, when, why and the claims too, after the store was closed and opened; without them nothing is left."""
    with Store.open(tmp_path / "store") as store:
        before = set(store.backend.quads())
        assert store.write([], [], judgements=_judgements())
        assert not store.write([], [], judgements=_judgements())
    with Store.open(tmp_path / "store") as store:
        assert store.judgements() == _judgements()
        assert [one.by for one in store.judgements() if one.verdict == "same"] == ["Anna"]
        assert store.write([], [], judgements=())
        assert store.judgements() == ()
        assert set(store.backend.quads()) == before


def test_merged_iris_resolve_and_queries_meet_no_claim_of_a_judgement() -> None:
    """The IRI that gave way leads to the one that stays; the graph can be asked by name; claims stay in their text."""
    with Store.open() as store:
        store.write([], [], judgements=_judgements())
        assert store.resolve(OTHER) == store.resolve(scenario.MAKER.id) == scenario.MAKER.id
        graph = store.names.graph("judgements")
        found = store.query(f"SELECT ?v FROM <{graph}> {{ ?j a kg:Judgement ; kg:verdict ?v }} ORDER BY ?v")
        assert [str(row[0]) for row in found.rows] == ["different", "same"]
        assert not list(store.claims())
        assert not list(store.query("SELECT ?c { GRAPH ?g { ?c a kg:AgreementClaim } }").rows)
