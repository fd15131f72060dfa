"""`kg ask`: answers for people and programs, and a status that scripts can rely on."""

import csv
import io
import json

import pytest

from tests.cli.conftest import Run

TREATY = "Quels accords lient la Russie à la Corée du Nord ?"


@pytest.mark.parametrize(
    ("question", "status", "code"),
    [
        (TREATY, "answered", 0),
        ("Which agreements tie Kenya to Japan?", "none", 3),
        ("Flurb grumbles the snark?", "not understood", 4),
    ],
)
def test_the_status_tells_what_became_of_the_question(run: Run, question: str, status: str, code: int) -> None:
    """0 where answered, 3 where the graph holds no answer, 4 where the question is not understood."""
    for format in ("json", "jsonl"):
        result = run("ask", question, "--format", format)
        assert json.loads(result.stdout)["status"] == status
        assert result.exit_code == code
    for format in ("table", "csv"):
        assert run("ask", question, "--format", format).exit_code == code


def test_the_treaty_is_found_with_its_date_and_evidence(run: Run) -> None:
    """The question that the program was made for."""
    answer = json.loads(run("ask", TREATY, "--format", "json").stdout)
    (row,) = [row for row in answer["rows"] if row["signed"] == "2024-06-19"]
    assert {party["iso3"] for party in row["parties"]} == {"RUS", "PRK"}
    assert any("19 juin 2024" in evidence["quote"] for evidence in row["evidence"])


def test_the_table_is_in_the_language_of_the_question(run: Run) -> None:
    """A French question gives French heads and words, an English one English."""
    assert "statut" in run("ask", TREATY).stdout
    assert "status" in run("ask", "Which agreements tie Russia to North Korea?").stdout


def test_a_question_needs_no_quotes(run: Run) -> None:
    """Words that the shell parted are joined."""
    assert run("ask", *TREATY.split()).stdout == run("ask", TREATY).stdout


def test_explain_shows_the_sparql(run: Run) -> None:
    """`--explain` tells what was understood and the query; JSON stays JSON."""
    assert "SELECT" in run("ask", TREATY, "--explain").stdout
    result = run("ask", TREATY, "--explain", "--format", "json")
    assert json.loads(result.stdout)["status"] == "answered"
    assert "SELECT" in result.stderr


def test_the_query_that_is_explained_can_be_run(run: Run) -> None:
    """What an answer gives as its SPARQL is a query that `kg query` answers."""
    sparql = json.loads(run("ask", TREATY, "--format", "json").stdout)["sparql"]
    assert run("query", sparql).stdout.strip()


def test_csv_has_a_row_for_each_answer(run: Run) -> None:
    """Rows and what is also told, each with its status and passage."""
    answer = json.loads(run("ask", TREATY, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(run("ask", TREATY, "--format", "csv").stdout)))
    assert len(rows) == len(answer["rows"]) + len(answer["also"])
    assert all(row["status"] and row["quote"] for row in rows)


def test_questions_by_the_line_are_answered_by_the_line(run: Run) -> None:
    """Standard input gives questions in order, one a line; an empty line has an answer too."""
    questions = [TREATY, "", "Which agreements tie Kenya to Japan?"]
    result = run("ask", "--format", "jsonl", "-", stdin="\n".join(questions) + "\n")
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["question"] for answer in answers] == questions
    assert [answer["status"] for answer in answers] == ["answered", "not understood", "none"]
    assert result.exit_code == 0


def test_a_question_that_is_too_long_is_told_so(run: Run) -> None:
    result = run("ask", "Which agreements tie Russia to North Korea? " * 100)
    assert result.stderr == "The question is longer than 1000 characters; ask a shorter one.\n"
    assert result.exit_code == 4


def test_questions_by_the_line_need_json_lines(run: Run) -> None:
    """Any other format is a usage error."""
    result = run("ask", "-", stdin="x\n")
    assert result.exit_code == 2
    assert "jsonl" in result.stderr


def test_a_question_that_is_not_understood_gets_suggestions(run: Run) -> None:
    """Standard error says what was understood and how to put it; standard output stays empty."""
    result = run("ask", "Flurb grumbles the snark?")
    assert result.stdout == ""
    assert "not understood" in result.stderr
    assert "Try:" in result.stderr


def test_two_questions_in_one_line_are_both_answered(run: Run) -> None:
    """The table answers one after the other; as JSON the second stands among the suggestions."""
    both = "Which agreements tie Russia to North Korea? Who is president of Russia?"
    assert "Who is president of Russia ?" in run("ask", both).stdout
    answer = json.loads(run("ask", both, "--format", "json").stdout)
    assert (answer["status"], answer["suggestions"]) == ("answered", ["Who is president of Russia ?"])


def test_what_is_relative_counts_from_the_day_that_is_given(run: Run) -> None:
    """`--explain` says from which day; with `--today` the answer is the same on any day."""
    question = "Which agreements did Russia sign last year?"
    explained = run("ask", question, "--explain", "--today", "2025-03-01")
    assert "“last year” counts from 2025-03-01" in explained.stdout + explained.stderr
    assert json.loads(run("ask", question, "--today", "2025-03-01", "--format", "json").stdout)["rows"]
    assert json.loads(run("ask", question, "--today", "1990-03-01", "--format", "json").stdout)["rows"] == []
    assert "counts from" not in run("ask", TREATY, "--explain").stdout
