"""Results on their way to a client, piece by piece.

What a limit cuts is told: by the header ``Kg-Cut`` (the limit) where that is known before the first byte goes out, and
at the end of the results in a way that their format allows. A format that allows none is held back until its end.
"""

import logging
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from typing import IO

from starlette.responses import Response, StreamingResponse

from kg.knowledge_graph import Results
from kg.model import QueryError
from kg.server.context import Context

BUFFER = 1 << 20
"""Bytes that are held back to be sent as a whole where that is all."""
_MARKS = {
    "json": (b"}", b',"cut":{"limit":%d}}'),
    "xml": (b"", b"\n<!-- only the first %d; there are more -->\n"),
    "rdfxml": (b"", b"\n<!-- only the first %d; there are more -->\n"),
    "turtle": (b"", b"\n# only the first %d; there are more\n"),
    "nt": (b"", b"\n# only the first %d; there are more\n"),
}
"""What the end of results loses, and what it gets instead, to say that they were cut."""
_log = logging.getLogger("kg.server")


class Pieces:
    """The pieces of some results, no more than ``size`` bytes in all; ``done`` lets go of what they come from."""

    def __init__(self, results: Results, format: str, context: Context, done: Callable[[], None]) -> None:
        self.results = results
        self.format = format
        self.ended = False
        self._context = context
        self._pieces: Iterator[bytes] = results.pieces(format)
        self._left = context.settings.size
        self._done = done
        self._open = True

    def next(self) -> bytes:
        """The next piece; empty at the end. QueryError when the time is over, or there is too much."""
        piece = next(self._pieces, b"")
        self.ended = not piece
        self._left -= len(piece)
        if self._left < 0:
            raise QueryError(f"the results are larger than {self._context.settings.size} bytes; ask for less")
        if self.ended and self.results.is_cut:
            self._context.metrics.count("cut")
        return piece

    def close(self) -> None:
        """Read no more."""
        if self._open:
            self._open = False
            self.results.close()
            self._done()

    def __del__(self) -> None:
        self.close()  # where a client went away before anything was sent


async def respond(
    results: Results, format: str, media_type: str, context: Context, done: Callable[[], None]
) -> Response:
    """The response that holds ``results``; ``done`` is called when they were sent, or the client went away.

    QueryError where that shows before anything is sent.
    """
    pieces = Pieces(results, format, context, done)
    headers = {"Vary": "Accept"}
    try:
        start = await _start(pieces, context)
        if pieces.ended:
            data = _marked(b"".join(start), pieces, context)
            pieces.close()
            return Response(data, media_type=_typed(media_type), headers=headers | _cut(results, context))
        if format in _MARKS:
            return StreamingResponse(_rest(start, pieces, context), media_type=_typed(media_type), headers=headers)
        held = await context.run(_hold, start, pieces)
        pieces.close()
        return StreamingResponse(_from(held), media_type=_typed(media_type), headers=headers | _cut(results, context))
    except BaseException:
        pieces.close()
        raise


def _typed(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def _cut(results: Results, context: Context) -> dict[str, str]:
    return {"Kg-Cut": str(context.settings.rows)} if results.is_cut else {}


async def _start(pieces: Pieces, context: Context) -> list[bytes]:
    """The first pieces, up to the size of the buffer."""

    def read() -> list[bytes]:
        found: list[bytes] = []
        size = 0
        while size < BUFFER and (piece := pieces.next()):
            found.append(piece)
            size += len(piece)
        return found

    return await context.run(read)


def _hold(start: list[bytes], pieces: Pieces) -> IO[bytes]:
    """All of it in a file."""
    held = tempfile.SpooledTemporaryFile(BUFFER * 4)  # noqa: SIM115 (whoever sends it closes it)
    held.writelines(start)
    while piece := pieces.next():
        held.write(piece)
    held.seek(0)
    return held


def _from(held: IO[bytes]) -> Iterator[bytes]:
    with held:
        while piece := held.read(BUFFER):
            yield piece


async def _rest(start: list[bytes], pieces: Pieces, context: Context) -> AsyncIterator[bytes]:
    """The pieces, the last of them with a mark where rows were left out."""
    try:
        last = b"".join(start)
        while piece := await context.run(pieces.next):
            yield last
            last = piece
        yield _marked(last, pieces, context)
    except QueryError as error:
        _log.warning("results broken off: %s", error)
        raise BrokenOffError from error
    finally:
        pieces.close()


def _marked(last: bytes, pieces: Pieces, context: Context) -> bytes:
    """The end of the results, which says where rows were left out if their format can."""
    if not pieces.results.is_cut or pieces.format not in _MARKS:
        return last
    lost, mark = _MARKS[pieces.format]
    return last.rstrip()[: -len(lost) or None] + mark % context.settings.rows


class BrokenOffError(Exception):
    """Results had to end before they were whole: the connection is closed, so that no client takes them for that."""
