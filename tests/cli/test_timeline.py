"""``kg timeline``."""

import csv
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_an_entity_in_order(run: Run) -> None:
    """Dated things by day, in the words of the language; what has no date apart."""
    result = run("timeline", "Inde", "--language", "fr")
    assert result.exit_code == 0
    dated, _, undated = result.stdout.partition("sans date")
    assert dated.index("7 mai 2025") < dated.index("10 mai 2025") < dated.index("24 juillet 2025")
    assert "Narendra Modi" in result.stdout
    assert undated
    assert "7 May 2025" in run("timeline", "India", "--language", "en").stdout


def test_two_together(run: Run) -> None:
    """Only that in which both have a part, each under any name; three are too many."""
    both = [json.loads(line) for line in run("timeline", "IND", "Royaume-Uni", "--format", "jsonl").stdout.splitlines()]
    assert any(one["kind"] == "agreement" and one["what"] == "signed" for one in both)
    alone = [json.loads(line) for line in run("timeline", "IND", "--format", "jsonl").stdout.splitlines()]
    assert {one["id"] for one in both} < {one["id"] for one in alone}
    assert run("timeline", "a", "b", "c").exit_code == 2
    assert run("timeline", "Nowhereland").exit_code == 1


def test_bounds_and_status(run: Run) -> None:
    """Only what may have happened then, and only of the statuses that are asked for."""
    rows = [
        *csv.DictReader(run("timeline", "--since", "2025-05", "--until", "2025", "--format", "csv").stdout.splitlines())
    ]
    assert rows
    assert all(row["end"] >= "2025-05-01" and row["start"] <= "2025-12-31" for row in rows)
    during = run("timeline", "--during", "2025-05..2025", "--format", "csv")
    assert [*csv.DictReader(during.stdout.splitlines())] == rows
    assert run("timeline", "--during", "2025", "--since", "2025-05").exit_code == 2
    args = ("timeline", "--status", "disputed", "--status", "expected", "--format", "jsonl")
    shown = {json.loads(line)["status"] for line in run(*args).stdout.splitlines()}
    assert shown == {"disputed", "expected"}
    none = run("timeline", "--until", "1900")
    assert (none.exit_code, none.stdout, none.stderr) == (0, "", "nothing happened\n")


def test_it_fits_a_narrow_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is wider than 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")
    assert max(map(len, run("timeline", "--language", "fr").stdout.splitlines())) <= 80


def test_a_page(run: Run, tmp_path: Path) -> None:
    """A file that needs nothing else, titled by what was asked for."""
    file = tmp_path / "inde.html"
    assert run("timeline", "Inde", "-o", str(file)).stdout == f"wrote {file}\n"
    html = file.read_text("utf-8")
    assert "<title>Inde</title>" in html
    assert "<script" not in html


def test_as_of_a_day(run: Run) -> None:
    """What was known by a day: nothing of what was published later."""
    lines = run("timeline", "--as-of", "2024-12-31", "--format", "jsonl").stdout.splitlines()
    assert lines
    assert all(json.loads(line)["last_report"] <= "2024-12-31" for line in lines)
