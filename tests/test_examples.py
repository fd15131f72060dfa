"""The examples show what they are there to show, and the tour runs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg import KnowledgeGraph
from kg.model import Claim
from tests.conftest import EXAMPLES


@pytest.fixture(scope="module")
def graph(examples_store: Path) -> KnowledgeGraph:
    return KnowledgeGraph(examples_store, read_only=True)


def voices(claims: list[Claim]) -> set[tuple[str | None, str]]:
    return {(claim.article.publisher, claim.article.language) for claim in claims}


def test_the_treaty_is_one_in_two_languages(graph: KnowledgeGraph) -> None:
    """Two publishers in two languages tell of one treaty: its date is corroborated."""
    (signed,) = [
        fact
        for fact in graph.facts(predicate="signed", status="corroborated")
        if getattr(fact.object, "text", "") == "2024-06-19"
    ]
    said = list(graph.claims_behind([signed]))
    assert len({language for _, language in voices(said)}) == 2
    assert len({publisher for publisher, _ in voices(said)}) >= 2


def test_the_trade_agreement_is_one_in_two_languages(graph: KnowledgeGraph) -> None:
    """The same for the agreement between India and the United Kingdom."""
    agreements = {
        fact.subject.id
        for fact in graph.facts(predicate="signed")
        if getattr(fact.object, "text", "") == "2025-07-24" and fact.status == "corroborated"
    }
    assert len(agreements) == 1


def test_hearsay_is_only_alleged(graph: KnowledgeGraph) -> None:
    """What « selon … aurait » says stands among the alleged, never among the stated."""
    said = [
        claim for claim in graph.claims(article="2024-10-19_soldats-nord-coreens.fr") if claim.modality == "reported"
    ]
    assert said
    ids = {claim.id for claim in said}
    statuses = {fact.status for fact in graph.facts(predicate="a") if ids & set(fact.supported_by)}
    assert statuses == {"alleged"}


def test_a_plan_is_only_expected(graph: KnowledgeGraph) -> None:
    """The visit that is still to come is expected."""
    planned = [claim for claim in graph.claims(article="poutine-inde.fr") if claim.modality == "planned"]
    ids = {claim.id for claim in planned}
    statuses = {fact.status for fact in graph.facts(predicate="a") if ids & set(fact.supported_by)}
    assert statuses == {"expected"}


def test_a_denial_makes_the_delivery_disputed(graph: KnowledgeGraph) -> None:
    """One publisher asserts that Iran delivered missiles to Russia, another says that it did not."""
    disputed = list(graph.facts(entity="Iran", predicate="actor", status="disputed"))
    events = {fact.subject.id for fact in disputed}
    (took_place,) = [fact for fact in graph.facts(predicate="a", status="disputed") if fact.subject.id in events]
    assert took_place.supported_by
    assert took_place.denied_by


def test_two_figures_for_one_event_are_disputed(graph: KnowledgeGraph) -> None:
    """26 and 31 were killed in the same attack: both figures stand, each as disputed."""
    figures = {
        (fact.status, getattr(fact.object, "text", ""))
        for fact in graph.facts(predicate="min")
        if getattr(fact.object, "text", "") in ("26", "31")
    }
    assert figures == {("disputed", "26"), ("disputed", "31")}


def test_every_article_has_its_sources_named() -> None:
    """`examples/SOURCES` has a line for each article."""
    sources = (EXAMPLES / "SOURCES").read_text("utf-8")
    files = [path.name for path in EXAMPLES.iterdir() if path.suffix in (".txt", ".md", ".html", ".jsonl")]
    assert len(files) >= 6
    assert {path.rpartition(".")[2] for path in files} == {"txt", "md", "html", "jsonl"}
    for name in files:
        assert f"`{name}`" in sources


def test_the_tour_runs_anywhere(tmp_path: Path) -> None:
    """`examples/tour.py` works from another folder and writes what it says."""
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / "tour.py"), str(tmp_path)],
        cwd="/",
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert "signed 2024-06-19 (corroborated)" in done.stdout
    assert {path.name for path in tmp_path.iterdir()} == {"tour.html", "tour.ttl"}
