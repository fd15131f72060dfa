"""What every command knows: which graph, and in which language to speak."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from kg.knowledge_graph import KnowledgeGraph

Language = Literal["fr", "en"]


class Settings(NamedTuple):
    """The options of ``kg`` itself."""

    store: Path
    base: str | None

    def to_read(self) -> "KnowledgeGraph":
        """The graph, to read beside whoever writes it; StoreError where there is none."""
        from kg.knowledge_graph import KnowledgeGraph

        return KnowledgeGraph(self.store, read_only=True, base=self.base)

    def to_write(self) -> "KnowledgeGraph":
        """The graph, to write alone; made where there is none. StoreError where another process writes it."""
        from kg.knowledge_graph import KnowledgeGraph

        return KnowledgeGraph(self.store, base=self.base)


def spoken() -> Language:
    """The language of the terminal: French where the locale is French, else English."""
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "fr" if locale.lower().startswith("fr") else "en"
