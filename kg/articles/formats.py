"""Which format a source is in: by its name, by its media type, by its first bytes."""

import json
import re
import zlib
from typing import Literal

from kg.model import ArticleError

Format = Literal["text", "markdown", "html", "json lines", "feed", "warc"]

SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "json lines",
    ".ndjson": "json lines",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".warc": "warc",
    ".warc.gz": "warc",
}

_MEDIA_TYPES: dict[str, Format] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
    "application/xml": "feed",
    "text/xml": "feed",
    "application/x-ndjson": "json lines",
    "application/ndjson": "json lines",
    "application/jsonl": "json lines",
    "application/x-jsonlines": "json lines",
    "application/json-lines": "json lines",
    "text/markdown": "markdown",
    "application/warc": "warc",
}

_PICTURE = "a picture; kg reads text"
_OFFICE = "a ZIP archive (as .docx, .odt, .epub are); save its text as .txt or .html, or unpack it"
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF; take out its text first, for example with pdftotext"),
    (b"PK\x03\x04", _OFFICE),
    (b"PK\x05\x06", _OFFICE),
    (b"\x89PNG\r\n\x1a\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"\x1f\x8b", "compressed with gzip; decompress it first"),
    (b"BZh", "compressed with bzip2; decompress it first"),
    (b"\xfd7zXZ\x00", "compressed with xz; decompress it first"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd; decompress it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file; save its text as .txt or .html"),
    (b"{\\rtf", "rich text (RTF); save it as .txt or .html"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database; export its articles as JSON lines"),
    (b"PAR1", "a Parquet file; export its articles as JSON lines"),
)
_REMEDIES = {
    ".pdf": "take out its text first, for example with pdftotext",
    ".json": "write its articles as JSON lines (.jsonl), one object a line",
    ".csv": "write its articles as JSON lines (.jsonl), one object a line",
    ".gz": "decompress it first",
    ".zip": "unpack it first",
    ".docx": "save it as .txt or .html",
    ".odt": "save it as .txt or .html",
    ".doc": "save it as .txt or .html",
    ".rtf": "save it as .txt or .html",
}
_MARKUP = re.compile(rb"\s*(?:<!--.{0,2000}?-->\s*|<\?.{0,500}?\?>\s*)*<(!doctype\s+)?([a-z][a-z:]*)", re.I | re.S)


def is_address(source: str) -> bool:
    """Whether ``source`` has the form of an address, of whatever scheme.

    >>> is_address("https://example.org/a"), is_address("notes.txt"), is_address("C:/notes.txt")
    (True, False, False)
    """
    return re.match(r"[a-zA-Z][a-zA-Z0-9+.-]+://", source) is not None


def suffix_of(name: str) -> str:
    """The suffix of a file's name in lower case, ``.warc.gz`` as one; empty where it has none.

    >>> suffix_of("Crawl.WARC.gz"), suffix_of("2025-06-19.fr.txt"), suffix_of(".hidden")
    ('.warc.gz', '.txt', '')
    """
    stem, dot, last = name.lower().rpartition(".")
    if not stem or not dot:
        return ""
    return ".warc.gz" if last == "gz" and stem.endswith(".warc") else f".{last}"


def stem_of(name: str) -> str:
    """A file's name without its last suffix: the id of the article that it holds."""
    stem, dot, _ = name.rpartition(".")
    return stem if stem and dot else name


def unknown_suffix(suffix: str) -> str:
    """Why a file with this suffix is not read, and what to do."""
    remedy = _REMEDIES.get(suffix)
    known = ", ".join(SUFFIXES)
    return f"has a suffix that kg does not read ({suffix}); " + (remedy or f"it reads {known}")


def refuse_binary(head: bytes) -> None:
    """ArticleError where the first bytes are those of a known binary format; the message says what to do."""
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise ArticleError(f"is {what}")
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        raise ArticleError(f"is {_PICTURE}")


def refuse_json(data: bytes) -> None:
    """ArticleError where ``data`` as a whole is one JSON object or list: kg reads an object a line."""
    if data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1] not in (b"{", b"["):
        return
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return
    raise ArticleError("is JSON, but not JSON lines; write one object a line, in UTF-8, for example with jq -c")


def markup_of(head: bytes) -> Format | None:
    """``html`` or ``feed`` where ``head`` starts as such, else None.

    >>> markup_of(b'<?xml version="1.0"?><rss version="2.0">')
    'feed'
    """
    found = _MARKUP.match(head.removeprefix(b"\xef\xbb\xbf"))
    if not found:
        return None
    root = found[2].lower()
    if found[1]:
        root = b"html" if root == b"html" else b"rss" if root == b"rss" else root
    if root in (b"rss", b"feed", b"rdf:rdf", b"atom:feed"):
        return "feed"
    return "html" if root in (b"html", b"head", b"body", b"article", b"meta", b"title", b"div", b"p", b"h") else None


def sniff(head: bytes) -> Format:
    """The format of what starts with ``head`` (at least one line that is not blank); text where nothing else fits.

    It is JSON lines where the first line starts as an object with a key does.
    """
    if head.startswith(b"WARC/") or _inflated(head).startswith(b"WARC/"):
        return "warc"
    if re.match(rb'(?:\xef\xbb\xbf)?\s*\{\s*"[^\r\n]', head):
        return "json lines"
    return markup_of(head) or "text"


def _inflated(head: bytes) -> bytes:
    """The first bytes of what ``head`` is the gzip of, or nothing."""
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 16)
    except zlib.error:
        return b""


def format_of_media_type(media_type: str, name: str, head: bytes) -> Format:
    """The format of a web page from its media type; plain text and unknown types by the address and the content."""
    known = _MEDIA_TYPES.get(media_type)
    if known == "feed" and markup_of(head) == "html":
        return "html"
    if known:
        return known
    refuse_binary(head)
    if media_type.split("/")[0] in ("image", "audio", "video", "font"):
        raise ArticleError(f"is {media_type}; kg reads text")
    return SUFFIXES.get(suffix_of(name)) or sniff(head)
