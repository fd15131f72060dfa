"""``kg disputes``."""

import csv
import json

from tests.cli.conftest import Run


def test_disputes_are_shown_side_by_side(run: Run) -> None:
    """The deliveries that Tehran denies, the toll of which two papers differ: values, voices, days and words."""
    result = run("disputes", "--language", "en")
    assert result.exit_code == 0
    assert "denial, disputed since 12 September 2024" in result.stdout
    for expected in (
        "took place",
        "Abbas Araghchi",
        "The Harbour Dispatch",
        "11 September 2024",
        "“Iran has delivered",
    ):
        assert expected in result.stdout
    assert result.stdout.index("26 people killed") < result.stdout.index("31 people killed")
    french = run("disputes", "--language", "fr").stdout
    assert "démenti, contesté depuis le 12 septembre 2024" in french
    assert "a eu lieu" in french


def test_disputes_of_an_entity(run: Run) -> None:
    """Those in which it has a part or a say, under any name; none is no failure."""
    assert "Araghchi" in run("disputes", "Iran").stdout
    assert "people killed" not in run("disputes", "Iran").stdout
    assert "people killed" in run("disputes", "l'Inde").stdout
    none = run("disputes", "Liban")
    assert (none.exit_code, none.stdout, none.stderr) == (0, "", "no disputes\n")
    assert run("disputes", "Nowhereland").exit_code == 1


def test_they_fit_a_narrow_terminal(run: Run, monkeypatch) -> None:
    """No line is wider than 80 columns, in either language."""
    monkeypatch.setenv("COLUMNS", "80")
    for language in ("fr", "en"):
        lines = run("disputes", "--language", language).stdout.splitlines()
        assert max(map(len, lines)) <= 80


def test_programs_get_every_passage(run: Run) -> None:
    """JSON lines with the claims behind each side, CSV with a row a passage."""
    told = [json.loads(line) for line in run("disputes", "--format", "jsonl").stdout.splitlines()]
    assert {one["kind"] for one in told} == {"denial", "figure"}
    for one in told:
        assert all(voice["evidence"][0]["quote"] for side in one["positions"] for voice in side["said_by"])
    rows = [*csv.DictReader(run("disputes", "--format", "csv").stdout.splitlines())]
    assert {row["value"] for row in rows} >= {"26 people killed", "31 people killed"}
    assert len(rows) == sum(
        len(voice["evidence"]) for one in told for side in one["positions"] for voice in side["said_by"]
    )


def test_show_points_to_disputes(run: Run) -> None:
    """On standard error, where something is in dispute; of others not."""
    assert "kg disputes Iran" in run("show", "Iran").stderr
    assert run("show", "Royaume-Uni").stderr == ""
