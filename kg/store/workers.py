"""Queries with a time: answered by processes of their own (:mod:`kg.store.worker`), which are ended when it is over."""

import io
import json
import os
import select
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

import pyoxigraph as ox

from kg.model import QueryError, QueryTimeoutError, UnknownGraphError
from kg.store import formats
from kg.store.judged import Dataset
from kg.store.query import Results, Row
from kg.store.terms import plain
from kg.store.worker import HEAD

MEMORY = 4 << 30
"""Bytes that a query may take."""
STARTING = 60.0
"""Seconds that a process may take to start."""
_START = "import sys; sys.path[:] = sys.argv[3:]; from kg.store.worker import main; main(sys.argv[1], int(sys.argv[2]))"
_ERRORS = {b"E": QueryError, b"G": UnknownGraphError}
_OVER = "the query took longer than its time ({:g} s) and was ended; ask for less, or give it more time"
_BUSY = "all that answer queries were busy for {:g} s; try again later"


class Worker:
    """A process that answers one query at a time."""

    def __init__(self, folder: Path, memory: int) -> None:
        words = [sys.executable, "-I", "-c", _START, str(folder), str(memory), *map(os.path.abspath, sys.path)]
        self._process = subprocess.Popen(  # noqa: S603 (this interpreter, and nothing from outside)
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
        )
        self._over: tuple[float, float] | None = None
        self._ready = False
        self.cut = False

    def start(self, request: dict[str, Any], seconds: float) -> dict[str, Any]:
        """Ask; what the head of the answer says. QueryError where the query is wrong, or its time was over."""
        if not self._ready:  # starting is no part of the query's time
            self._over = (time.monotonic() + STARTING, STARTING)
            self._frame()
            self._ready = True
        self._over = (time.monotonic() + seconds, seconds)
        self._say(request)
        letter, content = self._frame()
        return self._head(letter, content)

    def go_on(self, format: str | None) -> None:
        """Ask for the results in a format; ``None`` leaves them."""
        self._say(format)

    def frames(self) -> Iterator[bytes]:
        """The results, piece by piece; then ``cut`` says whether a limit left rows out."""
        while True:
            letter, content = self._frame()
            if letter != b"D":
                self.cut = bool(self._head(letter, content)["cut"])
                return
            yield content

    def kill(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                pipe.close()  # type: ignore[union-attr]
        self._process.wait()

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def _head(self, letter: bytes, content: bytes) -> dict[str, Any]:
        if letter in _ERRORS:
            raise _ERRORS[letter](content.decode())
        head: dict[str, Any] = json.loads(content)
        return head

    def _say(self, request: object) -> None:
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")  # type: ignore[union-attr]
            self._process.stdin.flush()  # type: ignore[union-attr]
        except OSError as error:
            raise self._died() from error

    def _frame(self) -> tuple[bytes, bytes]:
        letter, length = HEAD.unpack(self._read(HEAD.size))
        return letter, self._read(length)

    def _read(self, size: int) -> bytes:
        """Exactly so many bytes, before the time is over."""
        pipe = self._process.stdout.fileno()  # type: ignore[union-attr]
        waiting = select.poll()
        waiting.register(pipe, select.POLLIN)
        data = bytearray()
        end, seconds = self._over or (0.0, 0.0)
        while len(data) < size:
            left = end - time.monotonic()
            if left <= 0 or not waiting.poll(max(1, left * 1000)):
                raise QueryTimeoutError(_OVER.format(seconds))
            piece = os.read(pipe, min(size - len(data), 1 << 20))
            if not piece:
                raise self._died()
            data += piece
        return bytes(data)

    def _died(self) -> QueryError:
        self.kill()
        return QueryError("the query took more memory than it may, and was ended; ask for less, or add a LIMIT")


class Workers:
    """At most ``size`` processes over one database in a folder; they start as they are needed. Threads may share it."""

    def __init__(self, folder: Path, size: int, memory: int = MEMORY) -> None:
        self._folder = folder
        self._size = size
        self._memory = memory
        self._idle: list[Worker] = []
        self._all: set[Worker] = set()
        self._changed = threading.Condition()

    def run(self, query: str, seconds: float, limit: int | None, dataset: Dataset | None, **allowed: bool) -> Results:
        """The results of a query that may take ``seconds``; as long again it may wait for its turn."""
        request = {
            "query": query,
            "limit": limit,
            "dataset": None if dataset is None else [dataset.default, dataset.named],
            **allowed,
        }
        found = FoundElsewhere(self, self._take(seconds))
        try:
            head = found.worker.start(request, seconds)
        except QueryError as error:
            found.let_go(whole=not isinstance(error, QueryTimeoutError))
            raise
        found.know(head)
        return Results(kind=head["kind"], variables=tuple(head["variables"]), truth=head["truth"], _found=found)

    def _take(self, seconds: float) -> Worker:
        end = time.monotonic() + seconds
        with self._changed:
            while True:
                while self._idle:
                    worker = self._idle.pop()
                    if worker.is_alive:
                        return worker
                    self._all.discard(worker)
                if len(self._all) < self._size:
                    worker = Worker(self._folder, self._memory)
                    self._all.add(worker)
                    return worker
                if not self._changed.wait(max(0.0, end - time.monotonic())):
                    raise QueryTimeoutError(_BUSY.format(seconds))

    def give_back(self, worker: Worker, *, whole: bool) -> None:
        """Let others use a worker; one that stands in the midst of a query is ended."""
        keep = whole and worker.is_alive
        if not keep:
            worker.kill()
        with self._changed:
            if keep and worker in self._all:
                self._idle.append(worker)
            else:
                self._all.discard(worker)
            self._changed.notify()

    def close(self) -> None:
        """End all of them."""
        with self._changed:
            gone, self._idle, self._all = self._all, [], set()
        for worker in gone:
            worker.kill()


class FoundElsewhere:
    """What a worker found; it is free again when all was read, or this value is dropped."""

    def __init__(self, workers: Workers, worker: Worker) -> None:
        self.worker = worker
        self.kind: formats.ResultKind = "ask"
        self._workers = workers
        self._cut = False
        self._held = True
        self._waits = False  # for us to say in which format it is to go on
        self._truth: Any = None

    def know(self, head: dict[str, Any]) -> None:
        """Take in what kind of results it has; the answer to ASK is all that there is."""
        self.kind = head["kind"]
        self._waits = self.kind != "ask"
        if not self._waits:
            answer = json.dumps({"head": {}, "boolean": head["truth"]}).encode()
            self._truth = ox.parse_query_results(answer, ox.QueryResultsFormat.JSON)
            self.let_go(whole=True)

    def let_go(self, *, whole: bool) -> None:
        """Give the worker back, once."""
        if self._held:
            self._held = False
            self._workers.give_back(self.worker, whole=whole)

    def __del__(self) -> None:
        if self._held and self._waits:
            with suppress(QueryError):
                self.worker.go_on(None)
                self.let_go(whole=True)
        self.let_go(whole=False)

    def rows(self) -> Iterator[Row]:
        """The rows, parsed as they come."""
        if self.kind == "construct":
            for triple in ox.parse(_Pieces(self._pieces("nt")), ox.RdfFormat.N_TRIPLES):  # type: ignore[arg-type]
                yield plain(triple.subject), plain(triple.predicate), plain(triple.object)
        else:
            stream = _Pieces(self._pieces("json"))
            for row in ox.parse_query_results(stream, ox.QueryResultsFormat.JSON):  # type: ignore[arg-type,union-attr]
                yield tuple(map(plain, row))

    def read(self, format: str) -> bytes:
        """All of it in one go."""
        output = io.BytesIO()
        self.write(format, output)
        return output.getvalue()

    def pieces(self, format: str) -> Iterator[bytes]:
        """All of it, piece by piece as it comes."""
        if self.kind == "ask":
            yield bytes(self._truth.serialize(format=formats.TABLES[format]))
        else:
            yield from self._pieces(format)

    def write(self, format: str, output: IO[bytes]) -> None:
        """All of it, each piece as it comes."""
        for piece in self.pieces(format):
            output.write(piece)
            output.flush()

    def close(self) -> None:
        """Read no more of it."""
        self.__del__()

    def is_cut(self) -> bool:
        return self._cut

    def _pieces(self, format: str) -> Iterator[bytes]:
        whole = False
        try:
            self._waits = False
            self.worker.go_on(format)
            yield from self.worker.frames()
            self._cut = self.worker.cut
            whole = True
        finally:
            self.let_go(whole=whole)


class _Pieces(io.RawIOBase):
    """A file to read, of pieces that come one by one."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._left = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        """At most ``size`` bytes; none at the end."""
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._left = piece
        size = len(self._left) if size is None or size < 0 else size
        data, self._left = self._left[:size], self._left[size:]
        return data
