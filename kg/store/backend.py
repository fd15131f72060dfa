"""The embedded database: opening, locks, layout, transactions. Its errors leave as StoreError.

A writer holds the database's lock. Readers open beside it and see what was committed when they opened.
"""

import errno
import os
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.model import BASE, Names, StoreError
from kg.store import snapshot, terms
from kg.store.terms import name

LAYOUT = 1
"""The version of how things stand in the store. A store of a newer one is refused; an older one is migrated."""
_OPENING_ATTEMPTS = 8
_LOG_SHARE = 1 / 4
_LOG_MOST = 128 * 1024 * 1024
_LOGGED = 700  # bytes of the log that a quad takes
"""The log is brought into the database's own files when it is so large a share of them, or has so many bytes at most:
each time much of what is there is written anew, so with a large store it is done more seldom. Whoever opens the store
meanwhile reads the log first, which may take seconds; so it is done too when somebody has."""


class Backend:
    """One handle on one database. ``names`` makes its IRIs; ``path`` is ``None`` for one in memory."""

    def __init__(
        self,
        path: Path | None,
        database: ox.Store,
        names: Names,
        *,
        read_only: bool,
        view: snapshot.View | None = None,
    ) -> None:
        self.path = path
        self.names = names
        self.read_only = read_only
        self._database: ox.Store | None = database
        self._view = view  # goes with the last handle on it
        self._changing: Future[None] | None = None
        self._opened: int | None = None
        self._unflushed = 0
        self._state: Mapping[str, int] = {}  # of the files when they were opened to read

    @staticmethod
    def open(path: Path | None, *, read_only: bool, base: str | None) -> "Backend":
        """The database at ``path``, made where there is none and ``read_only`` is false."""
        view = None
        state = snapshot.state(path) if path is not None and read_only and path.is_dir() else {}
        if path is None:
            database = ox.Store()
        elif read_only:
            view = _view(path)
            database = open_to_read(path, view.path if view else path)
        else:
            database = _open_to_write(path)
        with trouble(path):
            kept = _check_layout(path, database, read_only=read_only)
            if kept is not None and base is not None and kept != base:
                raise StoreError(
                    f"store {path} has the base {kept}, not {base}; leave the option out, or use another store"
                )
            names = Names(kept or base or BASE)
            _check_base(names)
            if kept is None:
                _mark(database, names)
        opened = Backend(path, database, names, read_only=read_only, view=view)
        opened._state = state
        return opened

    @staticmethod
    def at(folder: Path) -> "Backend":
        """The database that stands in a folder which nobody changes, to read only."""
        with trouble(folder):
            database = open_to_read(folder, folder)
            base = _check_layout(folder, database, read_only=True)
        return Backend(folder, database, Names(base or BASE), read_only=True)

    def folder(self) -> tuple[Path, snapshot.View | None] | None:
        """Where another process may open what was committed, and what to release then; ``None`` in memory."""
        if self._view is not None:
            return self._view.path, self._view.share()
        if self.path is None:
            return None
        self.flush()
        view = None if self.read_only else snapshot.take(self.path)
        return (view.path if view else self.path), view

    def has_changed(self) -> bool:
        """Whether the files that it was opened to read from were written to since."""
        return self.path is not None and self.read_only and snapshot.state(self.path) != self._state

    @property
    def database(self) -> ox.Store:
        if self._database is None:
            raise StoreError(f"store {self.path or 'in memory'} is closed; open it again")
        return self._database

    @property
    def files(self) -> Path | None:
        """The folder with the files of what this handle shows; ``None`` in memory."""
        return self._view.path if self._view is not None else self.path

    def close(self) -> None:
        """Write all to disk and let the lock go. Closing twice does nothing."""
        if self._database is not None:
            try:
                self.settle()
                self.flush()
            finally:
                self._database = None
                if self._view is not None:
                    self._view.release()

    def shared(self) -> "Backend":
        """Another handle, to read only, on the same database; each is closed on its own."""
        view = self._view.share() if self._view is not None else None
        return Backend(None, self.database, self.names, read_only=True, view=view)

    def flush(self) -> None:
        """Bring all that was committed into the database's own files, so that the next opening is fast."""
        if self.path is not None and not self.read_only:
            with trouble(self.path):
                self.database.flush()
            self._unflushed = 0

    def quads(
        self, subject: Any = None, predicate: str | ox.NamedNode | None = None, value: Any = None, graph: Any = None
    ) -> Iterator[Any]:
        """The quads of a pattern; ``None`` matches all, in every graph. A predicate may be a prefixed name."""
        node = name(predicate) if isinstance(predicate, str) else predicate
        with trouble(self.path):
            yield from self.database.quads_for_pattern(subject, node, value, graph)

    def graphs(self) -> Iterator[Any]:
        """The name of every graph that holds something, the default graph's first."""
        yield ox.DefaultGraph()
        with trouble(self.path):
            yield from self.database.named_graphs()

    def flush_if_due(self) -> None:
        """As :meth:`flush`, where it is worth its while: enough was committed since the last time, or it is read."""
        if self.path is not None:
            opened = snapshot.last_taken(self.path)
            due = _LOGGED * self._unflushed >= min(_LOG_SHARE * _tables(self.path), _LOG_MOST)
            if due or opened != self._opened:
                self._opened = opened
                self.flush()

    def describe(self, node: Any, graph: Any) -> dict[str, list[Any]]:
        """The objects of ``node`` in ``graph`` by predicate IRI."""
        found: dict[str, list[Any]] = {}
        for quad in self.quads(node, graph=graph):
            found.setdefault(quad.predicate.value, []).append(quad.object)
        return found

    def holds(self, quad: ox.Quad) -> bool:
        with trouble(self.path):
            return quad in self.database

    def apply(self, delete: Collection[ox.Quad], insert: Collection[ox.Quad]) -> None:
        """Take ``delete`` out and put ``insert`` in, in one transaction: all of it happens, or nothing."""
        self.settle()
        self._change(delete, insert)

    def apply_beside(self, delete: Collection[ox.Quad], insert: Collection[ox.Quad]) -> None:
        """As :meth:`apply`, then :meth:`flush_if_due`, by another thread: :meth:`settle` waits and raises what it did.

        The database works without Python's lock, so whoever calls goes on at full speed.
        """
        self.settle()
        beside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="kg-store")
        self._changing = beside.submit(self._change, delete, insert, flush=True)
        beside.shutdown(wait=False)

    def settle(self) -> None:
        """Wait until the change that goes on beside is in; StoreError where it failed, once."""
        changing, self._changing = self._changing, None
        if changing is not None:
            changing.result()

    def _change(self, delete: Collection[ox.Quad], insert: Collection[ox.Quad], *, flush: bool = False) -> None:
        if self.read_only:
            raise StoreError(f"store {self.path or 'in memory'} is open to read only; open it to write")
        delete, insert = sorted(delete, key=_subject), sorted(insert, key=_subject)
        with trouble(self.path):
            if delete:
                self.database.update(_update(delete, insert))
            else:
                self.database.extend(insert)  # one transaction too, and quicker: nothing is written out and parsed
        self._unflushed += len(delete) + len(insert)
        if flush:
            self.flush_if_due()


def _subject(quad: ox.Quad) -> str:
    """What quads are sorted by: those of one subject are taken in at half the price where they come together."""
    return str(quad.subject)


def _tables(path: Path) -> int:
    """The bytes of the files into which the database at ``path`` has brought what was committed."""
    size = 0
    with os.scandir(path) as entries:
        for entry in entries:
            if entry.name.endswith(".sst"):
                with suppress(FileNotFoundError):  # the database removes files that it has replaced
                    size += entry.stat().st_size
    return size


def _update(delete: list[ox.Quad], insert: list[ox.Quad]) -> str:
    """The SPARQL update that does both."""
    parts = (f"{verb} DATA {{\n{_data(quads)}\n}}" for verb, quads in (("DELETE", delete), ("INSERT", insert)) if quads)
    return ";\n".join(parts)


def _data(quads: Iterable[ox.Quad]) -> str:
    """The body of an INSERT DATA. Terms write themselves with every escape that they need."""
    graphs: dict[Any, list[str]] = {}
    for quad in quads:
        graphs.setdefault(quad.graph_name, []).append(f"{quad.subject} {quad.predicate} {quad.object} .")
    return "\n".join(
        "\n".join(lines) if isinstance(graph, ox.DefaultGraph) else f"GRAPH {graph} {{\n" + "\n".join(lines) + "\n}"
        for graph, lines in graphs.items()
    )


def _open_to_write(path: Path) -> ox.Store:
    if path.is_dir() and not (path / "CURRENT").exists() and any(path.iterdir()):
        raise StoreError(f"{path} is a folder that holds other things, and no store; name another path")
    with trouble(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        database = ox.Store(str(path))
    snapshot.tidy(path)
    return database


def _view(path: Path) -> snapshot.View | None:
    if not (path / "CURRENT").is_file():
        raise StoreError(f"there is no store at {path}; `kg ingest` makes one, `--store` names another")
    return snapshot.take(path)


def open_to_read(path: Path, view: Path) -> ox.Store:
    """The database that stands in the folder ``view``; errors name ``path``."""
    for attempt in range(_OPENING_ATTEMPTS):
        try:
            return ox.Store.read_only(str(view))
        except (OSError, RuntimeError) as error:
            # A writer beside us may have replaced one of its files between our look at the list and our opening it.
            if "No such file" not in str(error):
                raise explain(path, error) from error
            failure = error
            time.sleep(0.01 * 2**attempt)
    raise explain(path, failure) from failure


def _check_layout(path: Path | None, database: ox.Store, *, read_only: bool) -> str | None:
    """The base that the store was made with; ``None`` for a store that is to be marked."""
    marks: list[Any] = list(database.quads_for_pattern(None, name("kg:layout"), None, None))
    if not marks:
        if read_only or len(database):
            raise StoreError(f"{path} holds an RDF database that kg did not make; name another store")
        return None
    mark = str(marks[0].object.value)
    if not mark.isdecimal():
        raise StoreError(f"store {path} has the layout {mark!r}, which no kg made; name another store")
    version = int(mark)
    if version > LAYOUT:
        raise StoreError(f"store {path} has layout {version}, this kg knows up to {LAYOUT}; install a newer kg")
    bases: Iterator[Any] = database.quads_for_pattern(marks[0].subject, name("kg:base"), None, None)
    return str(next(bases).object.value)


def _check_base(names: Names) -> None:
    if not terms.is_iri(names.base) or names.base[-1] not in "/#":
        raise StoreError(f"base {names.base!r} is no absolute IRI that ends in / or #")


def _mark(database: ox.Store, names: Names) -> None:
    node, graph = terms.iri(names.make("graph", "store")), terms.iri(names.graph("store"))
    database.extend(
        [
            ox.Quad(node, name("kg:layout"), terms.number(LAYOUT), graph),
            ox.Quad(node, name("kg:base"), terms.text(names.base), graph),
        ]
    )


@contextmanager
def trouble(path: Path | None) -> Iterator[None]:
    """What the database raises inside becomes a StoreError of one line that says what to do."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise explain(path, error) from error


_REMEDIES = (
    (
        ("lock hold by current process", "while lock file", "/lock:"),
        "is open for writing elsewhere; wait, or stop that",
    ),
    (("no space left", "quota", "file too large"), "cannot grow: the disk is full; free some space and run again"),
    (("read-only file system", "permission denied"), "may not be written here; change its permissions, or `--store`"),
    (
        ("corruption", "checksum", "bad magic", "truncated"),
        "is damaged; restore a backup, or ingest again into a new one",
    ),
    (("is not a directory", "not a directory", "file exists"), "is a file, not a store; name another path"),
)


def explain(path: Path | None, error: Exception) -> StoreError:
    """What the database raised, in one line that says what to do."""
    text = " ".join(str(error).split())
    lowered = text.lower()
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        lowered += " no space left"
    for signs, remedy in _REMEDIES:
        if any(sign in lowered for sign in signs):
            return StoreError(f"store {path or 'in memory'} {remedy} ({text})")
    return StoreError(f"store {path or 'in memory'} failed: {text}; run again, or ingest into a new store")
