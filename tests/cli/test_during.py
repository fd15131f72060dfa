"""`--during`: only what happened then."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TIES = ("ask", "Which agreements tie Russia to North Korea?", "--format", "json", "--during")


def _labels(run: Run, *options: str) -> set[str]:
    lines = run("facts", "--format", "jsonl", *options).stdout.splitlines()
    return {json.loads(line)["subject"]["label"] for line in lines}


@pytest.mark.parametrize("span", ["2025-05-07", "2025-05", "2025-04..2025-06", "..2025-05-07"])
def test_facts_are_those_of_what_happened_then(run: Run, span: str) -> None:
    """With its roles and figures, and without what happened at another time or at none that is known."""
    found = _labels(run, "--during", span)
    assert {"ASSAULT: India → Pakistan, 2025-05-07", "31 people killed"} <= found
    assert not [label for label in found if "2025-07" in label]
    assert found < _labels(run)


def test_it_goes_with_the_other_filters(run: Run) -> None:
    """Each leaves what it describes."""
    assert _labels(run, "--during", "2025-05-07", "--entity", "China") == {
        "REQUEST: Chine → Inde, Pakistan, 2025-05-07"
    }
    assert _labels(run, "--during", "2025-05-07", "--as-of", "2025-05-06") == set()


def test_a_question_is_bounded_as_if_it_said_so(run: Run) -> None:
    """And what it says itself bounds it further."""
    assert len(json.loads(run(*TIES, "2024-06").stdout)["rows"]) == 1
    assert run(*TIES, "2025").exit_code == 3
    assert "2024-06-01" in json.loads(run(*TIES, "2024-06").stdout)["understood"]
    assert run("ask", "Which agreements tie Russia to North Korea in 2024?", "--during", "2025").exit_code == 3
    assert run("ask", "Which agreements tie Russia to North Korea in 2024?", "--during", "2024-06").exit_code == 0


def test_the_picture_shows_what_happened_then(run: Run, tmp_path: Path) -> None:
    """As with --since and --until, beside which it cannot stand."""
    pages = []
    for options in (("--during", "2025-05"), ("--since", "2025-05", "--until", "2025-05")):
        assert run("view", "-o", str(tmp_path / "g.html"), *options).exit_code == 0
        pages.append((tmp_path / "g.html").read_text("utf-8"))
    assert pages[0] == pages[1]
    result = run("view", "-o", str(tmp_path / "g.html"), "--during", "2025", "--since", "2024")
    assert result.exit_code == 2
    assert "not both" in result.stderr
