"""Results as XML that every reader can read: the database writes characters that XML 1.0 has not, or changes."""

import re
from typing import IO

_NOT_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_STARTS = (b"\xef\xbf", b"\xef")
_INSTEAD = "\ufffd".encode()


class XmlFile:
    """A file that writes through to ``output`` what is written to it.

    A carriage return stays one, and what XML cannot hold becomes the sign for that (U+FFFD). ``close`` it when all is
    written; ``output`` stays open.
    """

    def __init__(self, output: IO[bytes]) -> None:
        self._output = output
        self._held = b""

    def write(self, data: bytes) -> int:
        """Take in the next piece; the beginning of a character of several bytes waits for its end."""
        whole = self._held + bytes(data)
        self._held = next((start for start in _STARTS if whole.endswith(start)), b"")
        self._pass(whole[: len(whole) - len(self._held)])
        return len(data)

    def flush(self) -> None:
        """Do as a file does."""

    def close(self) -> None:
        """Write what is left."""
        self._pass(self._held)

    def _pass(self, data: bytes) -> None:
        self._output.write(_NOT_XML.sub(_INSTEAD, data).replace(b"\r", b"&#xD;"))
