"""A process that answers queries over a database that it only reads: it can be ended, as a query itself cannot.

Requests come as a line of JSON on standard input; what is found goes out as frames (a letter, four bytes of length, the
content); ``R`` says that the database is open. A query is answered by ``H``, its kind and variables, or ``E``, an error
(``G`` where a graph is unknown). Then a format is named, and the results follow as ``D``, ended by ``Z`` or ``E``; or
they are left.
"""

import json
import os
import struct
import sys
import threading
import time
from pathlib import Path
from typing import IO, Any, BinaryIO

from kg.model import KgError, UnknownGraphError
from kg.store.backend import Backend
from kg.store.judged import Dataset
from kg.store.query import Results, run

HEAD = struct.Struct(">cI")
_FRAME = 1 << 16


def main(folder: str, memory: int) -> None:
    """Serve until standard input ends; ``memory`` (bytes) is all that a query may take."""
    _stay_within(memory)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    backend = Backend.at(Path(folder))
    requests, out = sys.stdin.buffer, sys.stdout.buffer
    _send(out, b"R", b"")
    for line in requests:
        _serve(backend, json.loads(line), requests, out)


def _serve(backend: Backend, request: dict[str, Any], requests: BinaryIO, out: BinaryIO) -> None:
    try:
        results = _run(backend, request)
        head = {"kind": results.kind, "variables": results.variables, "truth": results.truth}
        _send(out, b"H", json.dumps(head).encode())
        if results.kind == "ask":
            return
        format = json.loads(requests.readline() or "null")
        if format is not None:
            buffered = _Frames(out)
            results.serialize(format, buffered)  # type: ignore[arg-type]
            buffered.flush()
            _send(out, b"Z", json.dumps({"cut": results.is_cut}).encode())
    except UnknownGraphError as error:
        _send(out, b"G", str(error).encode())
    except KgError as error:
        _send(out, b"E", str(error).encode())
    except MemoryError:
        _send(out, b"E", b"the query needs more memory than it may take; ask for less, or add a LIMIT")


def _run(backend: Backend, request: dict[str, Any]) -> Results:
    dataset = request.pop("dataset")
    if dataset is not None:
        dataset = Dataset(default=tuple(dataset[0]), named=tuple(dataset[1]))
    return run(backend, dataset=dataset, **request)


def _send(out: IO[bytes], letter: bytes, content: bytes) -> None:
    out.write(HEAD.pack(letter, len(content)) + content)
    out.flush()


class _Frames:
    """A file that sends what is written to it in frames."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._kept: list[bytes] = []
        self._size = 0

    def write(self, data: bytes) -> int:
        self._kept.append(bytes(data))
        self._size += len(data)
        if self._size >= _FRAME:
            self.flush()
        return len(data)

    def flush(self) -> None:
        if self._size:
            _send(self._out, b"D", b"".join(self._kept))
            self._kept, self._size = [], 0


def _stay_within(memory: int) -> None:
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    allowed = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))


def _end_with_parent() -> None:
    """End when whoever started this process has ended, even in the midst of a query."""
    parent = os.getppid()
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
