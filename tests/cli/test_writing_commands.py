"""`kg ingest` and `kg retract`: what goes in, what comes out, what is told."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run, one_line
from tests.conftest import EXAMPLES


@pytest.fixture
def store(examples_store: Path, tmp_path: Path) -> Path:
    """A store to write to, with the examples."""
    return Path(shutil.copytree(examples_store, tmp_path / "store"))


def test_reading_the_same_again_changes_nothing(run: Run, store: Path) -> None:
    """A second `ingest` of the same articles finds all of them known."""
    before = run("export", "-f", "nquads", store=store).stdout
    result = run("ingest", str(EXAMPLES), store=store)
    assert result.exit_code == 0
    assert "15 articles read (15 already known): 0 claims found" in result.stdout
    assert sorted(run("export", "-f", "nquads", store=store).stdout.splitlines()) == sorted(before.splitlines())


def test_what_cannot_be_read_is_told_and_all_else_is_read(run: Run, tmp_path: Path) -> None:
    """Every bad input has its own line with its reason; the status is 1 and the good article is in."""
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (tmp_path / "latin.jsonl").write_bytes('{"text": "café"}\n'.encode("latin-1"))
    (tmp_path / "bad.jsonl").write_text('{"id": "good", "text": "Japan attacked Kenya on 3 May 2024."}\n{"text": \n')
    (tmp_path / "japanese.txt").write_text("東京で会談が行われ、両国の首脳が共同声明を発表した。\n" * 5)
    bad = ["empty.txt", "binary.txt", "latin.jsonl", "bad.jsonl", "japanese.txt", "missing.txt"]
    result = run("ingest", *(str(tmp_path / name) for name in bad), store=tmp_path / "store")
    assert result.exit_code == 1
    assert result.stdout.startswith("1 article read: ")
    assert result.stdout.endswith("; 6 not read\n")
    lines = result.stderr.splitlines()
    assert [name for name in bad if any(name in line for line in lines)] == bad
    assert any("bad.jsonl:2: is malformed JSON" in line for line in lines)
    claims = run("claims", "--format", "jsonl", store=tmp_path / "store").stdout.splitlines()
    assert {json.loads(line)["article"]["id"] for line in claims} == {"good"}


def test_options_go_before_what_the_article_says(run: Run, tmp_path: Path) -> None:
    """Standard input is an article, and the options tell who published it when."""
    given = ["--id", "note", "--publisher", "Me", "--published", "2024-05-04", "--language", "en"]
    text = "Japan attacked Kenya yesterday."
    result = run("ingest", "-", *given, "--url", "https://example.org/n", store=tmp_path / "s", stdin=text)
    assert result.exit_code == 0
    article = json.loads(run("claims", "--format", "jsonl", store=tmp_path / "s").stdout.splitlines()[0])["article"]
    assert article == {
        "id": "note",
        "title": text,
        "url": "https://example.org/n",
        "publisher": "Me",
        "published": "2024-05-04",
        "language": "en",
    }


def test_progress_is_shown_on_demand(run: Run, store: Path) -> None:
    """`--progress` draws a bar on standard error that counts the articles, and leaves standard output alone."""
    result = run("ingest", "--progress", str(EXAMPLES), store=store)
    assert "15/15" in result.stderr
    assert "━" not in result.stdout
    assert run("ingest", str(EXAMPLES), store=store).stderr == ""


def test_retraction_leaves_nothing_behind(run: Run, store: Path) -> None:
    """After `retract` no claim and no quad names the article; what it supported alone is gone."""
    result = run("retract", "poutine-inde.fr", store=store)
    assert result.exit_code == 0
    assert "poutine-inde.fr" not in run("export", "-f", "nquads", store=store).stdout


def test_an_unknown_article_is_not_retracted(run: Run, store: Path) -> None:
    """The message offers ids that are near; nothing changes."""
    result = run("retract", "poutine-indes", store=store)
    assert result.exit_code == 1
    assert "did you mean poutine-inde.fr" in one_line(result.stderr)


def test_the_base_of_a_new_store_can_be_chosen(run: Run, tmp_path: Path) -> None:
    """`--base` goes into every IRI of things, and a store keeps its own."""
    from click.testing import CliRunner

    from kg.cli.group import kg

    options = ["--store", str(tmp_path / "s"), "--base", "https://example.org/"]
    made = CliRunner().invoke(kg, [*options, "ingest", "-", "--id", "n"], input="Japan attacked Kenya on 3 May 2024.")
    assert made.exit_code == 0, made.output
    claims = run("claims", "--format", "jsonl", store=tmp_path / "s").stdout
    assert "https://example.org/state/JPN" in claims
    other = CliRunner().invoke(kg, ["--store", str(tmp_path / "s"), "--base", "https://example.com/", "stats"])
    assert other.exit_code == 1
    assert "has the base https://example.org/" in one_line(other.stderr)
