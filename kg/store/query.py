"""Queries: judged before they run (:mod:`kg.store.judged`), answered lazily."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice
from typing import IO, Any, Protocol

import pyoxigraph as ox

from kg.model import QueryError, QueryTimeoutError
from kg.store import formats, sparql
from kg.store.backend import Backend, explain, trouble
from kg.store.formats import ResultKind
from kg.store.heads import OrderedHead
from kg.store.judged import Dataset, Judged, is_harmless, judge, located
from kg.store.limits import RowCounter, cut_short
from kg.store.terms import PREFIXES, Term, plain
from kg.store.xml_results import XmlFile

TRIPLE = ("subject", "predicate", "object")
_KNOWN = dict(PREFIXES)
Row = tuple[Term | None, ...]


class Found(Protocol):
    """What a query found, in this process or in another; read once."""

    def rows(self) -> Iterator[Row]:
        """The rows, found as they are asked for."""

    def read(self, format: str) -> bytes:
        """All in a format of its kind."""

    def write(self, format: str, output: IO[bytes]) -> None:
        """Write all in a format of its kind, in pieces as it is found."""

    def pieces(self, format: str) -> Iterator[bytes]:
        """All in a format of its kind, piece by piece."""

    def is_cut(self) -> bool:
        """Whether a limit left rows out; asked when all was read."""

    def close(self) -> None:
        """Read no more of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What a query gave, to be read once, in the order of the store: as ``rows`` or by :meth:`serialize`.

    ``kind`` is ``select``, ``ask`` or ``construct`` (DESCRIBE too). ``variables`` names the columns; for ``construct``
    they are subject, predicate and object, and ``ask`` has none, but ``truth``.
    """

    kind: ResultKind
    variables: tuple[str, ...]
    truth: bool | None = None
    _found: Found = field(repr=False)

    @property
    def rows(self) -> Iterator[Row]:
        """The rows, found as they are asked for; ``None`` is an unbound variable. ``ask`` has no rows."""
        return iter(()) if self.kind == "ask" else self._found.rows()

    @property
    def is_cut(self) -> bool:
        """Whether the query had more rows than its limit let through; to be asked when all was read."""
        return self.kind != "ask" and self._found.is_cut()

    def pieces(self, format: str) -> Iterator[bytes]:
        """What :meth:`serialize` writes, piece by piece as it is found."""
        formats.check(self.kind, format)
        if self.kind == "ask" and format in ("csv", "tsv"):
            return iter([b"true\n" if self.truth else b"false\n"])
        return self._found.pieces(format)

    def close(self) -> None:
        """Read no more: whoever finds the rest is free for others."""
        self._found.close()

    def serialize(self, format: str, output: IO[bytes] | None = None) -> bytes | None:
        """The results as ``json``, ``xml``, ``csv`` or ``tsv`` (W3C), a graph as ``turtle``, ``nt``, ``jsonld`` or
        ``rdfxml``.

        They go to ``output`` as they are found, or come back as bytes where there is none. QueryError where the format
        does not fit: a table is no graph, and a graph no table. The answer to ASK has no CSV or TSV form of its own in
        the standard; it is ``true`` or ``false`` on a line.
        """
        formats.check(self.kind, format)
        if self.kind == "ask" and format in ("csv", "tsv"):
            data = b"true\n" if self.truth else b"false\n"
        elif output is None:
            data = self._found.read(format)
        else:
            self._found.write(format, output)
            return None
        if output is None:
            return data
        output.write(data)
        return None


def run(
    backend: Backend,
    query: str,
    *,
    allow_service: bool = False,
    allow_from: bool = False,
    timeout: float | None = None,
    limit: int | None = None,
    dataset: Dataset | None = None,
) -> Results:
    """The results of ``query``; QueryError, before anything runs, for what is malformed or not allowed."""
    deadline = None if timeout is None else time.monotonic() + timeout
    if limit is None and dataset is None and is_harmless(query):
        try:
            found: Any = backend.database.query(query, prefixes=_KNOWN)
            return _results(FoundHere(backend, found, deadline))
        except (SyntaxError, OSError, RuntimeError):
            pass  # told below, in the words of the query
    judged = judge(backend, query, allow_service=allow_service, allow_from=allow_from, dataset=dataset)
    short, beyond = judged, None
    if limit is not None and sparql.form_of(judged.words) == "SELECT":
        short, beyond = _cut(judged, limit)
    with trouble(backend.path):
        try:
            found = _evaluated(backend, short)
        except QueryError:
            if short is not judged:
                _evaluated(backend, judged)  # its error stands where the user wrote it
            raise
    return _results(FoundHere(backend, found, deadline, limit, beyond))


def _cut(judged: Judged, limit: int) -> tuple[Judged, Judged | None]:
    short, beyond = cut_short(judged.words, limit)
    return judged.of(short), judged.of(beyond) if beyond is not None else None


def _evaluated(backend: Backend, judged: Judged) -> Any:
    """What the database finds; QueryError where it does not take the query."""
    try:
        return backend.database.query(
            judged.text, prefixes=judged.prefixes, default_graph=judged.default, named_graphs=judged.named
        )
    except SyntaxError as error:
        raise located(judged, str(error)) from error
    except RuntimeError as error:
        raise QueryError(f"the query cannot be answered: {' '.join(str(error).split())}") from error


def _results(found: "FoundHere") -> Results:
    what = found.what
    if what.__class__ is ox.QuerySolutions:
        return Results(kind="select", variables=tuple([one.value for one in what.variables]), _found=found)
    if what.__class__ is ox.QueryTriples:
        return Results(kind="construct", variables=TRIPLE, _found=found)
    return Results(kind="ask", variables=(), truth=bool(what), _found=found)


class FoundHere:
    """What the database found in this process. It cannot be stopped inside a row; ``deadline`` is seen between them."""

    __slots__ = ("_backend", "_beyond", "_cut", "_deadline", "_limit", "what")

    def __init__(
        self,
        backend: Backend,
        what: Any,
        deadline: float | None = None,
        limit: int | None = None,
        beyond: Judged | None = None,
    ) -> None:
        self.what = what
        self._backend = backend
        self._deadline = deadline
        self._limit = limit
        self._beyond = beyond  # finds the row after the last one
        self._cut = False

    def rows(self) -> Iterator[Row]:
        """The rows one by one; QueryTimeoutError when the time is over."""
        if self._deadline is None and self._limit is None:
            return self._all()
        return self._watched()

    def _all(self) -> Iterator[Row]:
        try:
            for row in self.what:
                yield tuple(map(plain, row))
        except (OSError, RuntimeError) as error:
            raise explain(self._backend.path, error) from error

    def _watched(self) -> Iterator[Row]:
        with trouble(self._backend.path):
            count = 0
            for row in self._counted():
                if self._deadline is not None and time.monotonic() > self._deadline:
                    raise QueryTimeoutError("the query took longer than its time; ask for less, or add a LIMIT")
                count += 1
                yield tuple(map(plain, row))
        self._look_beyond(count)

    def read(self, format: str) -> bytes:
        """All of it in one go."""
        if self._limit is None and format in ("json", "csv", "tsv"):
            with trouble(self._backend.path):
                return bytes(self.what.serialize(format=formats.TABLES[format]))
        output = BytesIO()
        self.write(format, output)
        return output.getvalue()

    def write(self, format: str, output: IO[bytes]) -> None:
        """All of it, in pieces as it is found."""
        with trouble(self._backend.path):
            if isinstance(self.what, ox.QueryTriples):
                self._write_graph(format, output)
            elif format == "xml":
                safe = XmlFile(output)
                self._write_table(format, safe)  # type: ignore[arg-type]
                safe.close()
            else:
                self._write_table(format, output)

    def _write_table(self, format: str, output: IO[bytes]) -> None:
        if self._beyond is None:
            self.what.serialize(output, formats.TABLES[format])
            return
        counting = _Counting(format, output)
        self.what.serialize(counting, formats.TABLES[format])
        self._look_beyond(counting.counter.rows)

    def _write_graph(self, format: str, output: IO[bytes]) -> None:
        if format == "rdfxml":
            from kg.store.dump import rdf_xml

            for part in rdf_xml(self._counted()):
                output.write(part.encode())
            return
        head = OrderedHead(output)
        prefixes = _KNOWN if format == "turtle" else None
        ox.serialize(self._counted(), head, format=formats.GRAPHS[format], prefixes=prefixes)  # type: ignore[arg-type]
        head.close()

    def pieces(self, format: str) -> Iterator[bytes]:
        """All of it as one piece."""
        yield self.read(format)

    def is_cut(self) -> bool:
        return self._cut

    def close(self) -> None:
        self.what = None

    def _counted(self) -> Iterator[Any]:
        """The rows, or as many triples as the limit lets through."""
        if self._limit is None or not isinstance(self.what, ox.QueryTriples):
            yield from self.what
            return
        yield from islice(self.what, self._limit)
        self._cut = next(iter(self.what), None) is not None

    def _look_beyond(self, rows: int) -> None:
        if self._beyond is not None and self._limit is not None and rows >= self._limit:
            self._cut = next(iter(_evaluated(self._backend, self._beyond)), None) is not None


class _Counting:
    """Writes through to ``output`` and counts the rows."""

    def __init__(self, format: str, output: IO[bytes]) -> None:
        self.counter = RowCounter(format)
        self._output = output

    def write(self, data: bytes) -> int:
        self.counter.add(data)
        self._output.write(data)
        return len(data)

    def flush(self) -> None:
        self._output.flush()
