"""The store as it was committed, lent to the processes that answer queries with a time; taken back when it changes."""

import os
import threading
from typing import TYPE_CHECKING

from kg.store.backend import Backend
from kg.store.snapshot import View

if TYPE_CHECKING:
    from kg.store.workers import Workers

PROCESSES = max(2, os.cpu_count() or 1)
"""So many queries with a time are answered at once."""


class Lending:
    """The workers over one handle, made when they are first asked for. Threads may share it."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._lock = threading.Lock()
        self._workers: Workers | None = None
        self._view: View | None = None

    def workers(self) -> "Workers | None":
        """Those who answer; ``None`` for a store in memory, which no other process can see."""
        with self._lock:
            if self._workers is None and (place := self._backend.folder()) is not None:
                from kg.store.workers import Workers

                folder, self._view = place
                self._workers = Workers(folder, PROCESSES)
            return self._workers

    def take_back(self) -> None:
        """End the workers: what they see is no longer what the store holds, or it is closed."""
        with self._lock:
            workers, self._workers = self._workers, None
            view, self._view = self._view, None
        if workers is not None:
            workers.close()
        if view is not None:
            view.release()
