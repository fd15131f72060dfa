"""`kg ask` without a question: a prompt at a terminal, with history and completion."""

import os
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from tests.cli.conftest import KG, Run

_CLEAR = "\x15"


@pytest.fixture
def history(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "questions"


@pytest.fixture
def terminal(examples_store: Path, history: Path) -> "Iterator[pexpect.spawn[str]]":
    """A terminal in which `kg ask` runs on the examples."""
    env = {**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm", "KG_HISTORY": str(history), "PROMPT_TOOLKIT_NO_CPR": "1"}
    arguments = [*KG[1:], "--store", str(examples_store), "ask"]
    child = pexpect.spawn(KG[0], arguments, env=env, encoding="utf-8", timeout=30, dimensions=(50, 220))
    child.expect("kg>")
    yield child
    child.close(force=True)


def test_questions_are_answered_one_after_the_other(terminal: "pexpect.spawn[str]") -> None:
    """In either language; one that is refused ends nothing, and the end of input does."""
    terminal.sendline("Quels accords lient la Russie à la Corée du Nord ?")
    terminal.expect("statut")
    terminal.sendline("Flurb grumbles the snark?")
    terminal.expect("not understood")
    terminal.expect("Try: ")
    terminal.sendline("Who brokered the ceasefire between Israel and Lebanon?")
    terminal.expect("status")
    terminal.sendline(":quit")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0


def test_explaining_is_turned_on_and_off(terminal: "pexpect.spawn[str]") -> None:
    """`:explain` shows the SPARQL of the answers after it, until it is given again."""
    terminal.sendline(":explain")
    terminal.expect("now explained")
    terminal.sendline("Which agreements tie Russia to North Korea?")
    terminal.expect("SELECT DISTINCT")
    terminal.sendline(":explain")
    terminal.expect("no longer explained")
    terminal.sendline(":help")
    terminal.expect("Tab completes")


def test_names_and_shapes_are_completed(terminal: "pexpect.spawn[str]") -> None:
    """Tab completes a name of the graph and the shape of a question that begin as what is typed."""
    terminal.send("Who met Vladimir Pout\t")
    terminal.expect("ine")
    terminal.send(_CLEAR)
    terminal.send("Which treaties ha\t")
    terminal.expect("signed since 2020")


def test_former_questions_come_back(terminal: "pexpect.spawn[str]", history: Path, examples_store: Path) -> None:
    """They stand in the file that KG_HISTORY names, for the user alone; the arrow brings them to the next prompt."""
    terminal.sendline("Who is the president of Russia?")
    terminal.sendline(":quit")
    terminal.expect(pexpect.EOF)
    assert "Who is the president of Russia?" in history.read_text(encoding="utf-8")
    assert history.stat().st_mode & 0o077 == 0
    env = {**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm", "KG_HISTORY": str(history), "PROMPT_TOOLKIT_NO_CPR": "1"}
    again = pexpect.spawn(
        KG[0], [*KG[1:], "--store", str(examples_store), "ask"], env=env, encoding="utf-8", timeout=30
    )
    again.expect("kg>")
    again.send("\x1b[A")
    again.expect("president of Russia")
    again.close(force=True)


def test_without_a_terminal_a_question_is_needed(run: Run) -> None:
    """A script that gives none is told how to."""
    result = run("ask", stdin="Who met Putin?\n")
    assert result.exit_code == 2
    assert "no question" in result.stderr
