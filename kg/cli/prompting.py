"""The prompt of ``kg ask``: questions one after the other, with history and completion."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import Completer

    from kg.knowledge_graph import KnowledgeGraph
    from kg.model import Answer

HISTORY = "KG_HISTORY"
"""The variable that names the file of former questions; empty, none is kept."""
_HELP = """Ask in French or English. Tab completes names, types and shapes of questions; the arrows bring back old ones.
  :explain   show what was understood and the SPARQL, or no longer
  :help      show this
  :quit      leave (or Ctrl-D)"""


def prompt(graph: "KnowledgeGraph", ask: Callable[[str], "Answer"], show: Callable[["Answer", bool], None]) -> None:
    """Read questions until the end of input; ``show`` prints each answer, explained where that was asked for.

    An interruption (Ctrl-C) clears the line that is being typed.
    """
    click.echo("A question in French or English; :help for more, Ctrl-D to leave.", err=True)
    explained = False
    for line in _lines(_session(graph)):
        if line in (":quit", ":q", ":exit"):
            return
        if line == ":explain":
            explained = not explained
            click.echo(f"Answers are {'now' if explained else 'no longer'} explained.", err=True)
        elif line.startswith(":"):
            click.echo(_HELP, err=True)
        else:
            show(ask(line), explained)


def is_possible() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _lines(session: "PromptSession[str]") -> Iterator[str]:
    while True:
        try:
            line = session.prompt("kg> ").strip()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        if line:
            yield line


def _session(graph: "KnowledgeGraph") -> "PromptSession[str]":
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import FileHistory, InMemoryHistory

    class Questions(FileHistory):
        """Former questions; what was told the prompt itself is none."""

        def append_string(self, string: str) -> None:
            if not string.startswith(":"):
                super().append_string(string)

    file = history_file()
    return PromptSession(
        history=Questions(str(file)) if file else InMemoryHistory(),
        completer=_completer(graph),
        complete_while_typing=False,
        enable_history_search=True,
    )


def history_file() -> Path | None:
    """Where former questions are kept, its folder made and for the user alone; ``None`` where none are to be."""
    named = os.environ.get(HISTORY)
    if named == "":
        return None
    file = Path(named) if named else Path(click.get_app_dir("kg")) / "questions"
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.touch(mode=0o600)
    except OSError:
        click.echo(f"questions are not kept: {file} cannot be written; {HISTORY} names another file", err=True)
        return None
    return file


def _completer(graph: "KnowledgeGraph") -> "Completer":
    from prompt_toolkit.completion import CompleteEvent, Completer, Completion
    from prompt_toolkit.document import Document

    class QuestionCompleter(Completer):
        """What the graph and the ontology offer for the line."""

        def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:  # noqa: ARG002
            for one in graph.complete_question(document.text_before_cursor):
                yield Completion(one.text, start_position=-one.replaces, display_meta=one.kind)

    return QuestionCompleter()
