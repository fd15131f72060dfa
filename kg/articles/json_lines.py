"""JSON lines: an object a line with ``text`` and, where known, what else there is to say of the article."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from kg.articles import limits
from kg.articles.dates import date_of_text, find_date
from kg.articles.draft import Draft, Unread
from kg.articles.formats import refuse_binary
from kg.model import ArticleError

_STRINGS = ("title", "publisher", "url", "language")


def read_json_lines(stream: BinaryIO, *, source: str) -> Iterator[Draft | Unread]:
    """For each line that is not blank its draft, or why it is none, one at a time; lines count from 1.

    Keys: ``text`` (kept exactly), ``id``, ``title``, ``published`` (an ISO date or date and time), ``publisher``,
    ``url``, ``language``; all but ``text`` may be missing, null or empty; other keys are passed over. A number as
    ``id`` is its digits; an article without ``id`` is named by its ``url``, or else by a digest of its title and text.
    Without ``published`` a date line in the text counts.
    """
    for number, line in enumerate(_lines(stream), start=1):
        if line is not None and not line.strip():
            continue
        try:
            if number == 1 and line:
                refuse_binary(line[:64])
            yield _draft(_record(line, first=number == 1), source, number)
        except ArticleError as error:
            yield Unread(source, number, str(error))


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines of ``stream``; None for one that is too long, of which no more than the limit is held."""
    while line := stream.readline(limits.MAX_BYTES + 1):
        if len(line) <= limits.MAX_BYTES:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limits.MAX_BYTES)
        yield None


def _record(line: bytes | None, *, first: bool) -> dict[str, Any]:
    if line is None:
        raise ArticleError(f"holds more than {limits.megabytes(limits.MAX_BYTES)} in one line; split the article")
    try:
        record = json.loads(line.decode("utf-8-sig" if first else "utf-8"))
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"is not UTF-8 (byte {error.object[error.start]:#04x} at {error.start}); save it as UTF-8"
        ) from error
    except json.JSONDecodeError as error:
        raise ArticleError(f"is malformed JSON: {error.msg} at column {error.colno}") from error
    except RecursionError as error:
        raise ArticleError("is JSON nested too deep; an article is one flat object") from error
    except ValueError as error:
        raise ArticleError(f"is malformed JSON: {error}") from error
    if not isinstance(record, dict):
        raise ArticleError(f'is no JSON object but {_kind(record)}; write {{"text": "…"}}')
    return record


def _draft(record: dict[str, Any], source: str, line: int) -> Draft:
    text = record.get("text")
    if not isinstance(text, str):
        raise ArticleError('has no "text"; write {"text": "…"}' if text is None else f'has {_kind(text)} as "text"')
    strings = {key: _string(record, key) for key in _STRINGS}
    published = _string(record, "published")
    when = find_date(published) if published else None
    if published and not when:
        raise ArticleError(f'has "published": {published[:40]!r}, which is no date; write it as 2025-06-19')
    identity = record.get("id")
    if isinstance(identity, int) and not isinstance(identity, bool):
        identity = str(identity) if abs(identity) < 10**100 else None
    elif identity is not None and not isinstance(identity, str):
        raise ArticleError(f'has {_kind(identity)} as "id"; write a text')
    return Draft(
        source=source,
        line=line,
        text=text,
        id=identity or strings["url"],
        published=when or date_of_text(text),
        **strings,
    )


def _string(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise ArticleError(f'has {_kind(value)} as "{key}"; write a text or leave it out')
    return value or None


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
