"""How much is read at most, so that no source can fill the memory or the day."""

from typing import BinaryIO

from kg.model import ArticleError

MAX_BYTES = 20_000_000
"""The most that one article, feed, web page or line of JSON may hold, in bytes, after decompression."""


def megabytes(count: int) -> str:
    """``count`` bytes for people.

    >>> megabytes(20_000_000)
    '20 MB'
    """
    return f"{count / 1_000_000:g} MB"


def read_all(stream: BinaryIO, limit: int | None = None) -> bytes:
    """All that is left in ``stream``; ArticleError where that is nothing or more than ``limit`` bytes."""
    limit = MAX_BYTES if limit is None else limit
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise ArticleError(f"holds more than {megabytes(limit)}; split it into articles, for example as JSON lines")
    if not data:
        raise ArticleError("is empty")
    return data
