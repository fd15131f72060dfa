"""The records of a web archive, with bounds that warcio alone does not keep. Import it late: it imports warcio."""

import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataException, DecompressingBufferedReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

RECORD_ERRORS = (ArchiveLoadFailed, ChunkedDataException, StatusAndHeadersParserException, EOFError, zlib.error)

_MAX_HEADERS = 1_000_000  # bytes of lines that are read one after another


class _BoundedReader(DecompressingBufferedReader):  # type: ignore[misc]
    """Raises where warcio would gather lines without end or write of broken gzip to standard error."""

    decompressor: Any
    lines_read = 0

    def readline(self, length: int | None = None) -> bytes:
        line: bytes = super().readline(min(length or _MAX_HEADERS, _MAX_HEADERS))
        self.lines_read += len(line)
        if self.lines_read > _MAX_HEADERS:
            raise ArchiveLoadFailed("headers without end")
        return line

    def read(self, length: int | None = None) -> bytes:
        self.lines_read = 0
        data: bytes = super().read(length)
        return data

    def _decompress(self, data: bytes) -> bytes:
        if not self.decompressor or not data:
            return data
        try:
            inflated: bytes = self.decompressor.decompress(data)
        except zlib.error:
            if self.num_block_read:
                raise
            self.decompressor = None  # the first bytes are no gzip: the archive is not compressed
            return data
        return inflated


class _BoundedIterator(ArchiveIterator):  # type: ignore[misc]
    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(stream)
        self.reader = _BoundedReader(self.fh)
        self.known_format = "warc"  # else any line of five words passes for a record of the older ARC

    def _consume_blanklines(self) -> tuple[bytes | None, int]:
        """The line after the blank ones that end a record, and how many bytes those were."""
        empty, first = 0, True
        while line := self.reader.readline():
            if line.strip():
                if first:
                    raise ArchiveLoadFailed("a record is not as long as it says")
                return line, empty
            self.reader.lines_read = 0
            empty, first = empty + len(line), False
        return None, empty


def records(stream: BinaryIO) -> Iterator[Any]:
    """The records of an archive in their order, one in memory at a time; RECORD_ERRORS where it is broken."""
    yield from _BoundedIterator(stream)
