"""`kg import`, and `kg retract --reference`: what is said, and what is shown afterwards."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, one_line
from tests.store.test_references import HEAD, SELF, TERM

TEXT = "Lloyd Austin, the US defence secretary, warned North Korea on Monday."


@pytest.fixture
def store(run: Run, tmp_path: Path) -> Path:
    """A store with the one article, after `kg import --bundled office-holders`."""
    path = tmp_path / "store"
    given = ["--id", "a", "--published", "2025-06-19", "--language", "en", "--publisher", "Paper"]
    assert run("ingest", "-", *given, store=path, stdin=TEXT).exit_code == 0
    done = run("import", "--bundled", "office-holders", store=path)
    assert done.exit_code == 0
    assert done.stdout.startswith("imported office-holders: ")
    assert done.stdout.endswith("; reference data disputes 1 tenure\n")
    return path


def test_the_dispute_is_shown_with_what_the_reference_says(run: Run, store: Path) -> None:
    """In `facts`, `show` and `ask`, in English and French, as table, JSON and CSV."""
    ended = "the term of Lloyd Austin ended on 20 January 2025"
    for args in (
        ("facts", "--status", "disputed"),
        ("show", "Lloyd Austin"),
        ("ask", "Who is the American defence minister?"),
    ):
        plain = " ".join(run(*args, store=store).stdout.split())
        for word in (*ended.split(), "Hegseth", "(office-holders,"):
            assert word in plain
    french = run("show", "Lloyd Austin", "--language", "fr", store=store).stdout
    assert "contesté par la" in french
    assert "a pris fin" in french
    shown = json.loads(run("show", "Lloyd Austin", "--format", "json", store=store).stdout)
    assert {term["holder"]["label"] for term in shown["disputed_by"]} == {"Lloyd Austin", "Pete Hegseth"}
    facts = [json.loads(line) for line in run("facts", "--format", "jsonl", store=store).stdout.splitlines()]
    ids = {iri for fact in facts for iri in fact["disputed_by"]}
    assert ids == {term["id"] for term in shown["disputed_by"]}
    assert all(iri in run("facts", "--format", "csv", store=store).stdout for iri in ids)
    asked = run("ask", "Who is the American defence minister?", "--format", "csv", store=store).stdout
    assert all(iri in asked for iri in ids)
    assert "kg:disputedBy" in run("export", "-f", "trig", store=store).stdout
    assert "OfficeTerm" not in run("export", "-f", "turtle", store=store).stdout


def test_what_was_imported_is_listed_and_withdrawn(run: Run, store: Path, tmp_path: Path) -> None:
    """A file under its own name or another; the same name replaces; withdrawn, nothing is disputed."""
    path = tmp_path / "ministers.ttl"
    path.write_text(HEAD + SELF + TERM)
    assert run("import", str(path), store=store).stdout.startswith("imported ministers: 1 term of office")
    assert run("import", str(path), "--name", "office-holders", store=store).exit_code == 0
    listed = json.loads(run("import", "--list", "--format", "json", store=store).stdout)
    assert [(one["name"], len(one["terms"])) for one in listed] == [("ministers", 1), ("office-holders", 1)]
    assert "30 June 2025" in run("import", "--list", "--language", "en", store=store).stdout
    for name in ("ministers", "office-holders"):
        assert run("retract", "--reference", name, store=store).stdout.startswith(
            f"retracted {name}; the graph holds 1 "
        )
    assert run("facts", "--status", "disputed", store=store).stdout == ""
    assert "no reference data was imported" in run("import", "--list", store=store).stderr


def test_wrong_use_and_wrong_names(run: Run, store: Path, tmp_path: Path) -> None:
    """Usage is told with status 2, what is not there in one line with status 1."""
    for args in (["import"], ["import", "x.ttl", "--list"], ["retract"], ["retract", "a", "--reference", "b"]):
        assert run(*args, store=store).exit_code == 2
    failed = run("retract", "--reference", "x", store=store)
    assert failed.exit_code == 1
    assert "there is office-holders" in one_line(failed.stderr)
    missing = run("import", str(tmp_path / "none.ttl"), store=store)
    assert "none.ttl: No such file" in one_line(missing.stderr)


@pytest.mark.parametrize("command", [("import", "none.ttl"), ("import", "--bundled", "none"), ("ingest", "none.txt")])
def test_what_fails_leaves_no_empty_store(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    """Nothing came in, so nothing was made; a store that was there already stays."""
    store = tmp_path / "store"
    assert run(*command, store=store).exit_code == 1
    assert not store.exists()
    assert run("import", "--bundled", "office-holders", store=store).exit_code == 0
    assert run(*command, store=store).exit_code == 1
    assert store.exists()
