"""`kg history`: how a fact came to be known, and what corrections changed."""

import json
import shutil
from pathlib import Path

from kg import KnowledgeGraph
from kg.model import Article
from tests.cli.conftest import Run
from tests.strategies import article

TREATY = "comprehensive strategic partnership treaty"


def test_a_thing_is_told_article_by_article(run: Run) -> None:
    """With its status after each."""
    text = run("history", TREATY).stdout
    assert text.startswith(TREATY)
    days = [day for day in ("2024-06-20", "2024-06-21", "2024-12-05") if day in text]
    assert days == sorted(days, key=text.index)
    (one,) = [h for h in json.loads(run("history", TREATY, "--format", "json").stdout) if h["fact"]["predicate"] == "a"]
    assert [step["status"] for step in one["steps"]] == ["stated", "corroborated", "corroborated"]


def test_it_can_be_told_as_it_was_on_a_day(run: Run) -> None:
    """Without what came later."""
    found = json.loads(run("history", "PRK", "--as-of", "2024-11", "--format", "json").stdout)
    days = {step["article"]["published"] for history in found for step in history["steps"]}
    assert "2024-06-20" in days
    assert max(days) <= "2024-11-30"


def test_a_fact_is_told_by_its_iri_in_french(run: Run) -> None:
    """As `kg facts` shows it."""
    facts = map(json.loads, run("facts", "--predicate", "inForce", "--format", "jsonl").stdout.splitlines())
    iri = next(fact["id"] for fact in facts if fact["object"]["value"] == "2024-12-04")
    text = run("history", iri, "--language", "fr").stdout
    assert "en vigueur: 4 décembre 2024" in text.splitlines()[0]
    (found,) = json.loads(run("history", iri, "--format", "json").stdout)
    assert found["fact"]["id"] == iri
    assert [step["article"]["published"] for step in found["steps"]] == ["2024-12-05"]
    assert found["corrections"] == []


def test_a_correction_is_shown(run: Run, examples_store: Path, tmp_path: Path) -> None:
    """What the former version said stands beside what the new one says."""
    store = tmp_path / "store"
    shutil.copytree(examples_store, store, ignore=shutil.ignore_patterns("LOCK", "readers", "as-of"))
    with KnowledgeGraph(store) as graph:
        old = next(one for one in graph.articles() if one.id == "2024-12-05_treaty-in-force.en")
        graph.ingest_articles([Article(info=old.info, text=old.text.replace("4 December", "3 December"))])
    found = json.loads(run("history", TREATY, "--format", "json", store=store).stdout)
    (told,) = [one for history in found for one in history["corrections"]]
    values = {(part["object"]["value"], part["after"] is None) for part in told["change"]["parts"]}
    assert {("2024-12-04", True), ("2024-12-03", False)} <= values
    assert "4 December" in told["withdrawn"][0]["quote"]
    assert "3 December" in told["change"]["evidence"][0]["quote"]
    text = run("history", TREATY, "--language", "fr", store=store).stdout
    assert f"{TREATY} · rectifications" in text
    assert "passage retiré" in text


def test_hostile_passages_are_shown_as_text(run: Run, tmp_path: Path) -> None:
    """Controls do not reach the terminal."""
    with KnowledgeGraph(tmp_path / "store") as graph:
        text = "Norway attacked Sweden\x1b[31m on 3 March 2025."
        graph.ingest_articles([Article(info=article("P\u202e", "2025-03-04", "en", key="a"), text=text)])
    for command in (("history", "Norway"), ("diff", "--since", "2025")):
        shown = run(*command, store=tmp_path / "store").stdout
        assert "Norway" in shown
        assert not {"\x1b", "\u202e"} & set(shown)


def test_what_nobody_knows_is_told_in_one_line(run: Run) -> None:
    """With what is near."""
    result = run("history", "Atlantis")
    assert result.exit_code == 1
    assert "did you mean" in result.stderr
