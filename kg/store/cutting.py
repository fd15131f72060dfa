"""A store without some of its articles, or with former versions of them, to read only; copies are kept below it.

A copy is named after what it holds, so that articles that come later do not touch it, while a correction of one that it
holds calls for another. It is built under a name of the process's own and then renamed: whoever is first wins, nobody
waits. Whoever reads one has a view of his own among the readers of the store (see :mod:`kg.store.snapshot`), so the
copies that were not used for longest can be removed at any time. Where none can be kept, the copy is in memory.

Where few articles are touched the copy begins as the store's own files, linked, and these are taken out of it; else it
is written anew.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox

from kg.model import STATUSES, StoreError, digest
from kg.store import snapshot, terms, versions
from kg.store.backend import LAYOUT, Backend, open_to_read, trouble
from kg.store.remainder import Remainder, change, graphs, remaining
from kg.store.writing import Block

KEPT = 4
"""So many copies stay on disk."""
_FEW = 3  # one article in so many is few
_FOLDER = "as-of"
_DERIVED = (*STATUSES, "asserted", "facts", "store", versions.GRAPH)

Blocks = Callable[[], Iterable[Block]]


def cut(backend: Backend, remainder: Remainder, blocks: Blocks, version: str) -> Backend:
    """A handle, to read only, on what remains of all that ``backend`` holds.

    ``blocks`` gives every block that a claim of a touched article bears on, as it is then, and is asked only where
    there is no copy yet. ``version`` is that of whoever derives them.
    """
    if backend.read_only and not remainder:
        return backend.shared()

    if backend.path is not None:
        folder = backend.path / _FOLDER / _name(backend, remainder, version)
        kept = _kept(folder, backend.path, backend, remainder, blocks)
        if kept is not None:
            return kept
    database = ox.Store()
    with trouble(None):
        database.bulk_extend(remaining(backend, remainder, blocks()))
    return Backend(None, database, backend.names, read_only=True)


def _name(backend: Backend, remainder: Remainder, version: str) -> str:
    """A hash of what a copy holds: its articles as they were read, and what else facts depend on."""
    names = backend.names
    left_out = {names.article(identifier) for identifier in remainder.touched}
    listed = {names.article(identifier) for identifier in (*remainder.gone, *remainder.former)}
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
        if quad.object.value not in listed
    )
    restored = sorted((record.article.id, record.digest) for record in remainder.restored)
    left = sorted((identifier, len(kept)) for identifier, kept in remainder.former.items())
    return digest([LAYOUT, version, kept, former, sorted(others), restored, left])


def _kept(folder: Path, store: Path, backend: Backend, remainder: Remainder, blocks: Blocks) -> Backend | None:
    """A handle on the copy at ``folder``, which is built where there is none; ``None`` where none can be kept."""
    for _ in range(2):
        if not (folder / "CURRENT").is_file() and not _build(folder, backend, remainder, blocks):
            return None
        view = snapshot.take(folder, below=store)
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


def _build(folder: Path, backend: Backend, remainder: Remainder, blocks: Blocks) -> bool:
    """Whether the copy stands at ``folder`` now, built by this process or by another."""
    try:
        folder.parent.mkdir(exist_ok=True)
        _tidy(folder.parent)
        place = Path(tempfile.mkdtemp(prefix=f"{os.getpid()}-", dir=folder.parent))
    except OSError:
        return False
    try:
        with trouble(folder):
            if not (_are_few(backend, remainder) and _thin_out(place, backend, remainder, blocks)):
                _fill(place, remaining(backend, remainder, blocks()))
        os.rename(place, folder)
    except (OSError, StoreError):
        return (folder / "CURRENT").is_file()
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return True


def _are_few(backend: Backend, remainder: Remainder) -> bool:
    articles = sum(1 for _ in backend.quads(predicate="kg:digest"))
    return _FEW * len(remainder.touched) <= articles


def _thin_out(place: Path, backend: Backend, remainder: Remainder, blocks: Blocks) -> bool:
    """Whether ``place`` holds the files of the store, and in them what remains."""
    files = backend.files
    if files is None or not snapshot.copied(files, place):
        return False
    made = change(backend, remainder, blocks())
    database = ox.Store(str(place))
    for graph in graphs(backend, remainder):
        database.remove_graph(graph)
    copy = Backend(place, database, backend.names, read_only=False)
    copy.apply(made.delete, made.insert)
    copy.close()
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
