"""What goes wrong is told in one clear line, with status 1."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run, one_line


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["query", "SELECT * {"], "line 1, column 11"),
        (["query", "SELECT * { SERVICE <http://localhost:9/> { ?s ?p ?o } }"], "SERVICE"),
        (["query", "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }"], "reads nothing but the store"),
        (["query", "DELETE WHERE { ?s ?p ?o }"], "a query only reads"),
        (["query", "LOAD <http://localhost:9/>"], "a query only reads"),
        (["query", "ASK {}", "--format", "turtle"], "turtle cannot hold"),
        (["query", "-f", "no-such-file.rq"], "no-such-file.rq: No such file"),
        (["show", "Wakanda"], "did you mean"),
        (["facts", "--entity", "Rusia"], "Russia"),
        (["claims", "--entity", "https://example.org/nobody"], "knows nothing of"),
        (["claims", "--article", "uk-india-trade.fr"], "did you mean uk-india-trade.en"),
        (["view", "--focus", "Paraguay", "-o", "x.html"], "no fact in the graph names 'Paraguay'"),
        (["view", "-o", "no/such/folder/x.html"], "no/such/folder/x.html cannot be written"),
        (["export", "-f", "nt", "-o", "no/such/folder/x.nt"], "no/such/folder/x.nt cannot be written"),
    ],
)
def test_one_line_says_what_is_wrong(run: Run, args: list[str], says: str) -> None:
    """The line names what failed; standard output stays empty."""
    result = run(*args)
    assert says in one_line(result.stderr)
    assert result.stdout == ""
    assert result.exit_code == 1


@pytest.mark.parametrize(
    "command", ["ask x", "query ASK{}", "claims", "facts", "show RUS", "stats", "view", "validate"]
)
def test_where_there_is_no_store_reading_says_so_and_makes_none(run: Run, tmp_path: Path, command: str) -> None:
    """Every command but `ingest` needs a store that is there."""
    for args in (command.split(), ["export", "-f", "nt"], ["retract", "x"]):
        result = run(*args, store=tmp_path / "none")
        assert result.exit_code == 1
        assert "there is no store at" in one_line(result.stderr)
    assert not (tmp_path / "none").exists()


def test_a_folder_of_other_things_is_no_store(run: Run, tmp_path: Path) -> None:
    """`ingest` writes into no folder that holds other things, and over no file."""
    (tmp_path / "letter.txt").write_text("Dear all")
    assert "holds other things" in one_line(run("ingest", "-", store=tmp_path, stdin="x").stderr)
    assert "not a store" in one_line(run("ingest", "-", store=tmp_path / "letter.txt", stdin="x").stderr)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_wrong_usage_has_a_status_of_its_own(run: Run) -> None:
    """An unknown command, option or choice ends with 2, and a near name is offered."""
    assert run("ingset").exit_code == 2
    assert "did you mean ingest?" in run("ingset").stderr
    assert run("view", "--since", "19/06/2024").exit_code == 2
    assert run("export", "-f", "docx").exit_code == 2


def test_a_hostile_name_cannot_steer_the_terminal(run: Run) -> None:
    """Control characters of an argument do not reach the terminal."""
    result = run("show", "\x1b[2J\x1b]0;pwned\x07")
    assert result.exit_code == 1
    assert "\x1b" not in result.stderr
