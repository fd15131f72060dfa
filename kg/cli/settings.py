"""What every command knows: which graph, and in which language to speak."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import click

if TYPE_CHECKING:
    from kg.knowledge_graph import KnowledgeGraph

Language = Literal["fr", "en"]


class Settings(NamedTuple):
    """The options of ``kg`` itself."""

    store: Path
    base: str | None

    def to_read(self, as_of: date | None = None) -> "KnowledgeGraph":
        """The graph, to read beside whoever writes it; StoreError where there is none.

        With ``as_of`` it is what was known on that day, and standard error says what has no day.
        """
        from kg.knowledge_graph import KnowledgeGraph

        graph = KnowledgeGraph(self.store, read_only=True, base=self.base)
        if as_of is None:
            return graph
        with graph:
            self.tell_undated(graph)
            return graph.as_of(as_of)

    def tell_undated(self, graph: "KnowledgeGraph") -> None:
        """Say on standard error how many articles have no date of publication, so that they are left out."""
        if count := graph.undated:
            what = "1 article without" if count == 1 else f"{count} articles without"
            click.echo(f"{what} a date of publication left out", err=True)

    @contextmanager
    def to_write(self) -> "Iterator[KnowledgeGraph]":
        """The graph, to write alone; made where there is none. StoreError where another process writes it.

        A store that was made and into which nothing came, as of a file that is not there, is taken away again.
        """
        from kg.knowledge_graph import KnowledgeGraph

        made, empty = not self.store.exists(), False
        try:
            with KnowledgeGraph(self.store, base=self.base) as graph:
                try:
                    yield graph
                finally:
                    empty = made and not any(graph.articles()) and not any(graph.references())
        finally:
            if empty:
                shutil.rmtree(self.store, ignore_errors=True)


def spoken() -> Language:
    """The language of the terminal: French where the locale is French, else English."""
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "fr" if locale.lower().startswith("fr") else "en"
