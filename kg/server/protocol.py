"""A request of the SPARQL 1.1 Protocol, read as the standard has it (section 2): what is asked of which graphs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qsl

from kg.knowledge_graph import Dataset
from kg.model import KgError

FORM = "application/x-www-form-urlencoded"
_DIRECT: Mapping[str, Literal["query", "update"]] = {
    "application/sparql-query": "query",
    "application/sparql-update": "update",
}
_GRAPHS = {
    "query": ("default-graph-uri", "named-graph-uri"),
    "update": ("using-graph-uri", "using-named-graph-uri"),
}
_KNOWN = ("query", "update", *(name for names in _GRAPHS.values() for name in names))


class RequestError(KgError):
    """A request that the protocol does not have; ``status`` is that of HTTP."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A query or an update, and the graphs that the request chooses for it; ``None`` where it chooses none."""

    kind: Literal["query", "update"]
    text: str
    dataset: Dataset | None = None


def read(method: str, content_type: str | None, query_string: str, body: bytes) -> Asked | None:
    """What a request asks; ``None`` for a GET that asks nothing, and so wants the service described.

    RequestError for what the protocol does not have.
    """
    fields = _fields(query_string)
    if method in ("GET", "HEAD"):
        if _all(fields, "update"):
            raise RequestError(400, "an update is sent by POST, not by GET")
        return _asked(fields) if any(name in _KNOWN for name, _ in fields) else None
    media_type, charset = _media_type(content_type)
    if charset not in (None, "utf-8", "utf8", "us-ascii"):
        raise RequestError(415, f"the charset {charset} is not supported; send UTF-8")
    if media_type == FORM:
        return _asked([*fields, *_fields(_decoded(body))])
    if media_type in _DIRECT:
        if any(name in ("query", "update") for name, _ in fields):
            raise RequestError(400, "the body is the query; leave query and update out of the address")
        return _asked([*fields, (_DIRECT[media_type], _decoded(body))])
    takes = ", ".join([FORM, *_DIRECT])
    raise RequestError(415, f"the content type {media_type or '(none)'} is not one of {takes}")


def _asked(fields: Sequence[tuple[str, str]]) -> Asked:
    queries, updates = _all(fields, "query"), _all(fields, "update")
    if len(queries) + len(updates) != 1:
        raise RequestError(400, f"a request has one query or one update; this has {len(queries)} and {len(updates)}")
    kind: Literal["query", "update"] = "query" if queries else "update"
    default, named = (_all(fields, name) for name in _GRAPHS[kind])
    dataset = Dataset(default=default, named=named) if default or named else None
    return Asked(kind=kind, text=(queries or updates)[0], dataset=dataset)


def _all(fields: Sequence[tuple[str, str]], wanted: str) -> tuple[str, ...]:
    return tuple(value for name, value in fields if name == wanted)


def _fields(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=1000)
    except UnicodeDecodeError as error:
        raise RequestError(400, "the request is not UTF-8; encode it so") from error
    except ValueError as error:
        raise RequestError(400, f"the request cannot be read: {error}") from error


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RequestError(400, f"the body is not UTF-8 (byte {error.start}); encode it so") from error


def _media_type(content_type: str | None) -> tuple[str, str | None]:
    """The media type in small letters, and its charset."""
    name, *parameters = (part.strip() for part in (content_type or "").split(";"))
    pairs = [one.partition("=") for one in parameters]
    charsets = [value.strip(" \"'").lower() for key, _, value in pairs if key.strip().lower() == "charset"]
    return name.lower(), charsets[0] if charsets else None
