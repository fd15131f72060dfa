"""A store without some of its articles, or with former versions of them, to read only; copies are kept below it.

A copy is named after what it holds, so that articles that come later do not touch it, while a correction of one that it
holds calls for another. It is built under a name of the process's own and then renamed: whoever is first wins, nobody
waits. Whoever reads one has a view of his own among the readers of the store (see :mod:`kg.store.snapshot`), so the
copies that were not used for longest can be removed at any time. Where none can be kept, the copy is in memory.

Where few articles are touched the copy begins as files that there are, linked, and only what differs is changed: those
of the store, or of the copy that comes nearest, so that the day after costs what came on it. Else it is written anew.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from kg.model import StoreError
from kg.store import snapshot
from kg.store.backend import Backend, open_to_read, trouble
from kg.store.contents import Difference, contents, difference, identifiers, left_of
from kg.store.remainder import Remainder, change, graphs, remaining
from kg.store.writing import ArticleRecord, Block

KEPT = 4
"""So many copies stay on disk."""
_FEW = 3  # one article in so many is few
_FOLDER = "as-of"
_CONTEXT = "context"
"""The file of a copy that tells what it was made of beside articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deriving:
    """What the store needs of those who derive its facts.

    ``blocks`` gives every block of a store that a claim of the touched articles of a remainder bears on, as it is then;
    ``record`` that of an article (id) that stands in the whole store as it is; ``version`` is their own.
    """

    blocks: Callable[[Backend, Remainder], Iterable[Block]]
    record: Callable[[str], ArticleRecord]
    version: str


def cut(backend: Backend, remainder: Remainder, deriving: Deriving) -> Backend:
    """A handle, to read only, on what remains of all that ``backend`` holds.

    Nothing is derived where there is a copy of it already.
    """
    if backend.read_only and not remainder:
        return backend.shared()
    wanted = _Wanted(backend, remainder, deriving)
    if backend.path is not None:
        kept = wanted.kept(backend.path)
        if kept is not None:
            return kept
    database = ox.Store()
    with trouble(None):
        database.bulk_extend(remaining(backend, remainder, deriving.blocks(backend, remainder)))
    return Backend(None, database, backend.names, read_only=True)


class _Wanted:
    """What is to remain of a store, and how it comes about."""

    def __init__(self, backend: Backend, remainder: Remainder, deriving: Deriving) -> None:
        self._backend, self._remainder, self._deriving = backend, remainder, deriving
        self._whole = contents(backend, deriving.version)
        self._contents = left_of(self._whole, remainder, backend)

    def kept(self, store: Path) -> Backend | None:
        """A handle on the copy of it, which is built where there is none; ``None`` where none can be kept."""
        folder = store / _FOLDER / self._contents.name
        for _ in range(2):
            if not (folder / "CURRENT").is_file() and not self._build(folder, store):
                return None
            kept = _open(folder, store, self._backend)
            if kept is not None:
                with suppress(OSError):
                    os.utime(folder)
                return kept
            _remove(folder)  # it is damaged, if another process has not just removed it
        return None

    def _build(self, folder: Path, store: Path) -> bool:
        """Whether the copy stands at ``folder`` now, built by this process or by another."""
        try:
            folder.parent.mkdir(exist_ok=True)
            _tidy(folder.parent)
            place = Path(tempfile.mkdtemp(prefix=f"{os.getpid()}-", dir=folder.parent))
        except OSError:
            return False
        try:
            with trouble(folder):
                if not self._changed(place, store):
                    blocks = self._deriving.blocks(self._backend, self._remainder)
                    _fill(place, remaining(self._backend, self._remainder, blocks))
                (place / _CONTEXT).write_text(self._contents.context)
            os.rename(place, folder)
        except (OSError, StoreError):
            return (folder / "CURRENT").is_file()
        finally:
            shutil.rmtree(place, ignore_errors=True)
        return True

    def _changed(self, place: Path, store: Path) -> bool:
        """Whether ``place`` holds the files of what comes nearest, and in them what is wanted."""
        with self._nearest(store) as base:
            if _FEW * base.way.cost > base.size:
                return False
            try:
                return self._thin_out(place, base)
            except StoreError:
                if base.folder is None:
                    raise
                _remove(base.folder)  # a copy that is damaged
                snapshot.clear(place)
                return False

    @contextmanager
    def _nearest(self, store: Path) -> Iterator["_Base"]:
        """What may be changed into what is wanted at the least cost: the store, or a copy."""
        way = difference(self._whole, self._contents)
        bases = [_Base(self._backend, None, len(self._whole.articles), way)]
        with ExitStack() as opened:
            for folder in self._copies(store / _FOLDER):
                copy = _open(folder, store, self._backend)
                if copy is None:
                    _remove(folder)
                    continue
                opened.callback(copy.close)
                try:
                    held = contents(copy, self._deriving.version)
                except StoreError:
                    _remove(folder)
                    continue
                bases.append(_Base(copy, folder, len(held.articles), difference(held, self._contents)))
            yield min(bases, key=lambda base: base.way.cost)

    def _copies(self, folder: Path) -> Iterator[Path]:
        """The copies that were made of the same but for articles."""
        for one in sorted(folder.iterdir()):
            if "-" not in one.name and _told(one / _CONTEXT) == self._contents.context.encode():
                yield one

    def _thin_out(self, place: Path, base: "_Base") -> bool:
        backend = base.backend
        if backend.files is None or not snapshot.copied(backend.files, place):
            return False
        left = self._remainder if base.folder is None else self._along(backend, base.way)
        made = change(backend, left, self._deriving.blocks(backend, left))
        database = ox.Store(str(place))
        for graph in graphs(backend, left):
            database.remove_graph(graph)
        copy = Backend(place, database, backend.names, read_only=False)
        copy.apply(made.delete, made.insert)
        copy.close()
        return True

    def _along(self, base: Backend, way: Difference) -> Remainder:
        """What makes what is wanted of the copy ``base``."""
        here, there = identifiers(base, way.going), identifiers(self._backend, way.coming)
        restored = {record.article.id: record for record in self._remainder.restored}
        come = (restored.get(one) or self._deriving.record(one) for one in there.values())
        former = {one: self._contents.former.get(one, ()) for one in way.retold}
        return Remainder(
            gone=frozenset(here.values()),
            restored=tuple(come),
            former={one: kept for one, kept in former.items() if one not in here.values()},
        )


def _told(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


class _Base(NamedTuple):
    """A store, or the copy in a folder, of so many articles, and what makes what is wanted of it."""

    backend: Backend
    folder: Path | None
    size: int
    way: Difference


def _open(folder: Path, store: Path, backend: Backend) -> Backend | None:
    """A handle on the copy at ``folder``; ``None`` where that is damaged, or gone."""
    view = snapshot.take(folder, below=store)
    try:
        database = open_to_read(folder, view.path if view else folder)
    except StoreError:
        if view is not None:
            view.release()
        return None
    return Backend(None, database, backend.names, read_only=True, view=view)


def _fill(place: Path, quads: Iterable[ox.Quad]) -> None:
    database = ox.Store(str(place))
    database.bulk_extend(quads)
    database.flush()


def _tidy(folder: Path) -> None:
    """Make room for one more copy, and remove what killed processes left."""
    with suppress(OSError):
        found = [(one.stat().st_mtime, one) for one in folder.iterdir()]
        copies = sorted((used, one) for used, one in found if "-" not in one.name)
        for _, one in copies[: max(0, len(copies) - KEPT + 1)]:
            _remove(one)
        for _, one in found:
            if snapshot.is_left_behind(one):
                shutil.rmtree(one, ignore_errors=True)


def _remove(folder: Path) -> None:
    """Take a copy away at once: nobody finds half of it."""
    place = folder.with_name(f"{os.getpid()}-{folder.name}")
    with suppress(OSError):
        os.rename(folder, place)
        shutil.rmtree(place, ignore_errors=True)
