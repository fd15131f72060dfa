"""The graph as it was committed last, for each request: opened again when a writer has committed something."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date

from kg.knowledge_graph import KnowledgeGraph
from kg.model import KgError
from kg.server.settings import ServerSettings

FRESH = 1.0
"""Seconds for which it is not looked whether something was committed."""
READERS = 4
"""So many requests read one graph in this process at a time: one that takes long does not keep the others waiting."""
DAYS = 4
"""The graph as of so many days is kept open."""


class Generation:
    """The graph as committed at one moment, and how many requests use it; ``past`` has what it was as of some days.

    Who reads it in this process takes one of its ``turns``; ``building`` is held by who makes one of ``past``.
    """

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.graph = graph
        self.past: dict[date, Generation] = {}
        self.turns = threading.BoundedSemaphore(READERS)
        self.building = threading.Lock()
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

    def take(self, day: date | None = None) -> Generation:
        """The newest generation, or it as of a day, which is to be given back. StoreError where the store is gone."""
        with self._lock:
            self._renew()
            generation = self._current = self._current or self._opened()
            generation.users += 1
        if day is None:
            return generation
        try:
            with generation.building:
                return self._as_of(generation, day)
        finally:
            self.give_back(generation)

    def _as_of(self, generation: Generation, day: date) -> Generation:
        """What ``generation`` was as of ``day``; the days that were asked for last are kept."""
        with self._lock:
            found = generation.past.pop(day, None)
        if found is None:
            found = Generation(generation.graph.as_of(day))
        with self._lock:
            found.users += 1
            generation.past[day] = found
            for old in [*generation.past][:-DAYS]:
                self._retire(generation.past.pop(old))
            return found

    def give_back(self, generation: Generation) -> None:
        """Use it no more."""
        with self._lock:
            generation.users -= 1
            self._end_of(generation)

    @contextmanager
    def reading(self, day: date | None = None) -> Iterator[KnowledgeGraph]:
        """The newest graph, or it as of a day. What is asked of it must not change it: others ask at the same time."""
        generation = self.take(day)
        try:
            with generation.turns:
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

    def prepare(self) -> None:
        """Find what the first requests would have to wait for: the vocabulary, names in the graph, what happened."""
        from kg.views.words import wording

        wording("fr")
        wording("en")
        with suppress(KgError), self.reading() as graph:
            graph.search("kg", limit=1)
            graph.latest_moments(limit=1)
            any(graph.latest_disputes(language="en"))
            any(graph.latest_disputes(language="fr"))

    def close(self) -> None:
        """Close the graph."""
        with self._lock:
            current, self._current = self._current, None
            if current is not None:
                self._close(current)

    def _renew(self) -> None:
        now = time.monotonic()
        if self._current is None or now - self._looked < FRESH:
            return
        self._looked = now
        if self._current.graph.has_changed:
            old, self._current = self._current, self._opened()
            self._retire(old)
            threading.Thread(target=self.prepare, daemon=True, name="kg-prepare").start()

    def _retire(self, generation: Generation) -> None:
        """Close it when nobody uses it any more."""
        generation.is_old = True
        self._end_of(generation)

    def _end_of(self, generation: Generation) -> None:
        if generation.is_old and generation.users == 0:
            for one in generation.past.values():
                self._retire(one)
            generation.past.clear()
            generation.graph.close()

    def _close(self, generation: Generation) -> None:
        for one in generation.past.values():
            one.graph.close()
        generation.graph.close()

    def _opened(self) -> Generation:
        return Generation(KnowledgeGraph(self._settings.store, read_only=True, base=self._settings.base))
