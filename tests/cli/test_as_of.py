"""`--as-of`: the same in every command that reads."""

import json
from pathlib import Path

import pytest

from kg import KnowledgeGraph
from kg.model import Article
from tests.cli.conftest import Run
from tests.strategies import article

BEFORE_ALL, BEFORE_IN_FORCE = "2024-06-01", "2024-11"
ENTERED = "ASK { ?treaty kg:inForce '2024-12-04'^^xsd:date }"


def test_stats_count_what_was_there(run: Run) -> None:
    """A month stands for its last day."""
    assert json.loads(run("stats", "--format", "json", "--as-of", BEFORE_ALL).stdout)["articles"] == 0
    assert json.loads(run("stats", "--format", "json", "--as-of", "2024-06").stdout)["articles"] == 2
    assert json.loads(run("stats", "--format", "json", "--as-of", "2024-06-20").stdout)["articles"] == 1


def test_queries_see_the_graph_of_the_day(run: Run) -> None:
    """The treaty was not in force before anybody had said so."""
    assert run("query", ENTERED, "--as-of", BEFORE_IN_FORCE).stdout == "no\n"
    assert run("query", ENTERED, "--as-of", "2024-12-05").stdout == "yes\n"


def test_answers_are_those_of_the_day(run: Run) -> None:
    """Status 3 where nothing was known."""
    question = ("ask", "Which agreements tie Russia to North Korea?", "--format", "json", "--as-of")
    (row,) = json.loads(run(*question, BEFORE_IN_FORCE).stdout)["rows"]
    assert (row["signed"], row["in_force"]) == ("2024-06-19", None)
    assert run(*question, BEFORE_ALL).exit_code == 3


@pytest.mark.parametrize(
    "command",
    [
        ("facts", "--format", "jsonl"),
        ("claims", "--format", "jsonl"),
        ("show", "PRK", "--format", "json"),
        ("export", "-f", "nquads"),
    ],
)
def test_nothing_later_is_shown(run: Run, command: tuple[str, ...]) -> None:
    """What articles of December say is not there in November, and is in December."""
    telling = "treaty-in-force" if command[0] != "facts" else "2024-12-04"
    assert telling not in run(*command, "--as-of", BEFORE_IN_FORCE).stdout
    assert telling in run(*command, "--as-of", "2024-12").stdout


def test_the_picture_is_that_of_the_day(run: Run, tmp_path: Path) -> None:
    """The page holds no passage that came later."""
    for day, there in (("2024-11", False), ("2024-12", True)):
        assert run("view", "-o", str(tmp_path / "g.html"), "--as-of", day).exit_code == 0
        assert ("exchanged the instruments" in (tmp_path / "g.html").read_text("utf-8")) is there


def test_articles_without_a_date_are_told_of(run: Run, tmp_path: Path) -> None:
    """On standard error, so that output stays clean."""
    with KnowledgeGraph(tmp_path / "store") as graph:
        graph.ingest_articles([Article(info=article("Paper", None, "en", key="a"), text="Norway attacked Sweden.")])
    result = run("facts", "--as-of", "2024", "--format", "jsonl", store=tmp_path / "store")
    assert (result.stdout, result.stderr) == ("", "1 article without a date of publication left out\n")


def test_what_is_no_date_is_refused(run: Run) -> None:
    """With how to write one."""
    result = run("facts", "--as-of", "yesterday")
    assert result.exit_code == 2
    assert "is no date; write 2025-06-19" in result.stderr
