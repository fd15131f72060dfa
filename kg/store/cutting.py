"""A store without some of its articles, to read only; cut copies are kept on disk below the store.

A copy is named after what it holds, so that articles that come later do not touch it, while a correction of one that it
holds calls for another. It is built under a name of the process's own and then renamed: whoever is first wins, nobody
waits. Whoever reads one has a view of his own among the readers of the store (see :mod:`kg.store.snapshot`), so the
copies that were not used for longest can be removed at any time. Where none can be kept, the copy is in memory.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox

from kg.model import STATUSES, StoreError, digest
from kg.store import snapshot, terms, versions
from kg.store.backend import LAYOUT, Backend, open_to_read, trouble
from kg.store.writing import Block, without

KEPT = 4
"""So many copies stay on disk."""
_FOLDER = "as-of"
_DERIVED = (*STATUSES, "asserted", "facts", "store", versions.GRAPH)

Blocks = Callable[[], Iterable[Block]]


def cut(backend: Backend, gone: Collection[str], blocks: Blocks, version: str) -> Backend:
    """A handle, to read only, on all that ``backend`` holds but the articles ``gone`` (ids).

    ``blocks`` gives every block that a claim of theirs bears on, as it is without them, and is asked only where there
    is no copy yet. ``version`` is that of whoever derives them.
    """
    if backend.read_only and not gone:
        return backend.shared()

    def quads() -> Iterator[ox.Quad]:
        return without(backend, gone, blocks())

    if backend.path is not None:
        kept = _kept(backend.path, _name(backend, gone, version), quads, backend)
        if kept is not None:
            return kept
    database = ox.Store()
    with trouble(None):
        database.bulk_extend(quads())
    return Backend(None, database, backend.names, read_only=True)


def _name(backend: Backend, gone: Collection[str], version: str) -> str:
    """A hash of what a copy holds: its articles as they were read, and what else facts depend on."""
    names = backend.names
    left_out = {names.article(identifier) for identifier in gone}
    digests = {quad.subject.value: quad.object.value for quad in backend.quads(predicate="kg:digest")}
    derived = {names.graph(graph) for graph in _DERIVED}
    others = [
        sorted(str(quad) for quad in backend.quads(graph=graph))
        for graph in backend.graphs()
        if isinstance(graph, ox.NamedNode) and graph.value not in derived and graph.value not in digests
    ]
    kept = sorted((article, found) for article, found in digests.items() if article not in left_out)
    former = sorted(
        quad.subject.value
        for quad in backend.quads(predicate="dcterms:isVersionOf", graph=terms.iri(names.graph(versions.GRAPH)))
        if quad.object.value not in left_out
    )
    return digest([LAYOUT, version, kept, former, sorted(others)])


def _kept(path: Path, name: str, quads: Callable[[], Iterable[ox.Quad]], backend: Backend) -> Backend | None:
    """A handle on the copy of that name, which is built where there is none; ``None`` where none can be kept."""
    folder = path / _FOLDER / name
    for _ in range(2):
        if not (folder / "CURRENT").is_file() and not _build(folder, quads):
            return None
        view = snapshot.take(folder, below=path)
        try:
            database = open_to_read(folder, view.path if view else folder)
        except StoreError:  # another process has just removed it, or it is damaged
            if view is not None:
                view.release()
            _remove(folder)
            continue
        with suppress(OSError):
            os.utime(folder)
        return Backend(None, database, backend.names, read_only=True, view=view)
    return None


def _build(folder: Path, quads: Callable[[], Iterable[ox.Quad]]) -> bool:
    """Whether the copy stands at ``folder`` now, built by this process or by another."""
    try:
        folder.parent.mkdir(exist_ok=True)
        _tidy(folder.parent)
        place = Path(tempfile.mkdtemp(prefix=f"{os.getpid()}-", dir=folder.parent))
    except OSError:
        return False
    try:
        with trouble(folder):
            _fill(place, quads())
        os.rename(place, folder)
    except (OSError, StoreError):
        return (folder / "CURRENT").is_file()
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return True


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
