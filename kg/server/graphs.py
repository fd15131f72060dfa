"""The graph as it was committed last, for each request: opened again when a writer has committed something."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from kg.knowledge_graph import KnowledgeGraph
from kg.server.settings import ServerSettings

FRESH = 1.0
"""Seconds for which it is not looked whether something was committed."""


class Generation:
    """The graph as of one moment, and how many requests use it. ``lock`` is held by who reads it in this process."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.graph = graph
        self.lock = threading.Lock()
        self.users = 0
        self.is_old = False


class Graphs:
    """Lends the newest generation. Threads may share it."""

    def __init__(self, settings: ServerSettings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._looked = 0.0
        self._current: Generation | None = self._opened()

    def take(self) -> Generation:
        """The newest generation, which is to be given back. StoreError where the store is gone."""
        with self._lock:
            self._renew()
            generation = self._current = self._current or self._opened()
            generation.users += 1
            return generation

    def give_back(self, generation: Generation) -> None:
        """Use it no more."""
        with self._lock:
            generation.users -= 1
            self._end_of(generation)

    @contextmanager
    def reading(self) -> Iterator[KnowledgeGraph]:
        """The newest graph, for one request of this process at a time."""
        generation = self.take()
        try:
            with generation.lock:
                yield generation.graph
        finally:
            self.give_back(generation)

    @contextmanager
    def writing(self) -> Iterator[KnowledgeGraph]:
        """The graph, to write alone. StoreError where another process writes it."""
        with self._writing:
            with KnowledgeGraph(self._settings.store, base=self._settings.base) as graph:
                yield graph
            with self._lock:
                self._looked = 0.0

    def close(self) -> None:
        """Close the graph."""
        with self._lock:
            current, self._current = self._current, None
        if current is not None:
            current.graph.close()

    def _renew(self) -> None:
        now = time.monotonic()
        if self._current is None or now - self._looked < FRESH:
            return
        self._looked = now
        if self._current.graph.has_changed:
            old, self._current = self._current, self._opened()
            old.is_old = True
            self._end_of(old)

    def _end_of(self, generation: Generation) -> None:
        if generation.is_old and generation.users == 0:
            generation.graph.close()

    def _opened(self) -> Generation:
        return Generation(KnowledgeGraph(self._settings.store, read_only=True, base=self._settings.base))
