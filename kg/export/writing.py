"""One call for every format: RDF, graphs for other programs, tables, claims."""

import csv
import io
import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kg.model import StoreError
from kg.store import Store
from kg.views.flat import FACT_COLUMNS, fact_row

_RDF = ("turtle", "trig", "nt", "nquads", "jsonld", "rdfxml")


def export(store: Store, format: str, out: IO[bytes]) -> None:
    """Write ``store`` to ``out`` in one of ``FORMATS``; StoreError for any other, or where it cannot be written.

    ``turtle``, ``nt`` and ``rdfxml`` hold the default graph (what is asserted), ``trig``, ``nquads`` and ``jsonld`` the
    whole dataset; ``graphml`` and ``gexf`` the picture's graph; ``csv`` a fact a line; ``jsonl`` a claim a line.
    """
    writer = _WRITERS.get(format)
    if writer is None:
        raise StoreError(f"unknown format {format!r}; use one of {', '.join(FORMATS)}")
    with _writable("the export"):
        writer(store, out)


def export_file(store: Store, format: str, path: str | Path) -> None:
    """Write ``store`` to the file ``path``, which is whole or, where that fails, as it was before."""
    with whole_file(path) as out:
        export(store, format, out)


@contextmanager
def whole_file(path: str | Path) -> Iterator[IO[bytes]]:
    """A stream whose content becomes that of the file ``path`` when all of it is written, and else leaves no trace.

    A link stays one, and a device or pipe is written to as it is. StoreError where the file cannot be written.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        with _writable(str(path)), target.open("wb") as out:
            yield out
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with _writable(str(path)), part.open("wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        with _writable(str(path)):
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _writable(what: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise StoreError(
            f"{what} cannot be written: {error.strerror or error}; free space or name another file"
        ) from error


def _rdf(format: str) -> Callable[[Store, IO[bytes]], None]:
    def write(store: Store, out: IO[bytes]) -> None:
        store.dump(format, out)

    return write


def _claims(store: Store, out: IO[bytes]) -> None:
    for claim in store.claims():
        out.write(json.dumps(claim.to_json(), ensure_ascii=False).encode() + b"\n")


def _facts(store: Store, out: IO[bytes]) -> None:
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    try:
        table = csv.DictWriter(text, FACT_COLUMNS, lineterminator="\n")
        table.writeheader()
        for fact in store.facts():
            table.writerow(fact_row(fact))
    finally:
        text.detach()


def _graphml(store: Store, out: IO[bytes]) -> None:
    from kg.export.pictures import write_graphml

    write_graphml(store, out)


def _gexf(store: Store, out: IO[bytes]) -> None:
    from kg.export.pictures import write_gexf

    write_gexf(store, out)


_WRITERS: Mapping[str, Callable[[Store, IO[bytes]], None]] = {
    **{format: _rdf(format) for format in _RDF},
    "graphml": _graphml,
    "gexf": _gexf,
    "csv": _facts,
    "jsonl": _claims,
}
FORMATS: tuple[str, ...] = tuple(_WRITERS)
"""What :func:`export` can write."""
