"""`kg diff`: the morning report, for people and for programs."""

import json

from tests.cli.conftest import Run


def test_the_report_tells_kind_by_kind_with_its_passages(run: Run) -> None:
    """What is new stands under its own head; the treaty's entry into force is told with its day."""
    text = run("diff", "--since", "2024-12", "--until", "2024").stdout
    assert text.startswith("New\n")
    assert "\nNewly corroborated\n" in text
    assert "4 December" in text


def test_it_speaks_french(run: Run) -> None:
    """Heads, statuses and days."""
    text = " ".join(run("diff", "--since", "2025-05-08", "--until", "2025-05-08", "--language", "fr").stdout.split())
    assert "Nouveau" in text
    assert "corroboré" in text
    assert "7 mai 2025" in text


def test_json_lines_are_changes_with_their_evidence(run: Run) -> None:
    """Each with the thing, the step and the articles that made it."""
    lines = [json.loads(line) for line in run("diff", "--since", "2024-12-05", "--format", "jsonl").stdout.splitlines()]
    assert lines
    for line in lines:
        assert line["change"] in line["changes"]
        assert {one["article"]["published"] >= "2024-12-05" for one in line["evidence"]} == {True}


def test_an_entity_is_followed(run: Run) -> None:
    """Only what it takes part in; an unknown one is met with what is near."""
    lines = run("diff", "--since", "2025", "Corée", "du", "Nord", "--format", "jsonl").stdout.splitlines()
    assert lines == []
    everything = run("diff", "--since", "2024", "--format", "jsonl").stdout.splitlines()
    korea = run("diff", "--since", "2024", "PRK", "--format", "jsonl").stdout.splitlines()
    assert 0 < len(korea) < len(everything)
    assert set(korea) < set(everything)
    assert run("diff", "--since", "2024", "Atlantis").exit_code == 1


def test_nothing_is_told_where_nothing_changed(run: Run) -> None:
    """On standard error, with status 0."""
    result = run("diff", "--since", "2030")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "nothing changed\n")


def test_days_in_the_wrong_order_are_refused(run: Run) -> None:
    """With both days and the remedy."""
    result = run("diff", "--since", "2025", "--until", "2024")
    assert result.exit_code == 2
    assert "give the earlier day to --since" in result.stderr
