"""Prefixes at the head of Turtle and TriG in one order: the database declares them in another each time."""

from typing import IO

_DECLARATION = b"@prefix "


class OrderedHead:
    """A file that writes through to ``output`` what is written to it, the declarations at its head sorted.

    ``close`` it when all is written; ``output`` stays open.
    """

    def __init__(self, output: IO[bytes]) -> None:
        self._output = output
        self._head: bytes | None = b""

    def write(self, data: bytes) -> int:
        """Take in the next piece."""
        if self._head is None:
            self._output.write(data)
            return len(data)
        self._head += data
        end = self._end()
        if end is not None:
            self._pass(end)
        return len(data)

    def flush(self) -> None:
        """Do as a file does."""

    def close(self) -> None:
        """Write what is left."""
        if self._head is not None:
            self._pass(len(self._head))

    def _end(self) -> int | None:
        """Where the declarations end; ``None`` where that does not show yet."""
        head = self._head or b""
        at = 0
        while head.startswith(_DECLARATION, at):
            at = head.find(b"\n", at) + 1
            if not at:
                return None
        return None if _DECLARATION.startswith(head[at:]) else at

    def _pass(self, end: int) -> None:
        head = self._head or b""
        self._head = None
        self._output.write(b"".join(sorted(head[:end].splitlines(keepends=True))) + head[end:])
